"""Input shapes, one per noun: a form, a JSON body and an Excel row all become these."""

from matcher.domain.drafts.shape import Draft, believe

__all__ = ["Draft", "believe"]
