"""The seeker's pages: profile in three steps, matches, ticket, applications, my data."""

from web.pages.seeker import applications, applying, data, matches, me, steps, ticket
from web.pages.seeker.blueprint import bp

__all__ = ["applications", "applying", "bp", "data", "matches", "me", "steps", "ticket"]
