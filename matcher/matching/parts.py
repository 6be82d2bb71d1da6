"""The parts of the ranker, each of which can be taken out to see what it is worth."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class Parts:
    """Which parts work; all of them do wherever people are served."""

    slang: bool = True  # trade slang put into common words
    pairs: bool = True  # character pairs beside words
    title: bool = True  # the title weighed apart
    letters: bool = True  # titles compared by characters, where a wish stands alone
    cosine: bool = True  # whole texts compared by rare words
    saturated: bool = True  # whole texts compared by saturated counts
    rarity: bool = True  # rare words count more than their usual weight
    occupations: bool = True  # titles and wishes recognised as occupations
    families: bool = True  # titles that share no word but a trade
    skills: bool = True  # named skills looked for letter by letter
    kinds: bool = True  # a lone wish, a list and a long profile weighed differently
    wishes: bool = True  # soft wishes and near misses

    def without(self, name: str) -> "Parts":
        """The same with one part taken out."""
        return replace(self, **{name: False})

    @staticmethod
    def names() -> list[str]:
        """What can be taken out."""
        return [each.name for each in fields(Parts)]


ALL = Parts()
