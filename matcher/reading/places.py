"""The districts, towns and sub-districts that a place of work names."""

import re
from functools import lru_cache

from matcher.reading.plain import fold

# Before a district stand the province and the city, cut off by their own last sign or by a dot.
_CITY = re.compile(r"^.{2,7}?(?:省|自治区)|[^省·\s-]{2,4}?市(?!场|民|政|[中北南]区)")
_DISTRICT = re.compile(r"[一-鿿]{1,5}?(?:新区|街道|区|县|镇|(?<![萍新])乡)(?!域)")
_NO_DISTRICT = re.compile(
    r"(?:小|社|园|校|厂|景|库|工业|开发|物流|商务|功能|生活|办公|自贸|保税|住宅|中心城)区$"
)
_LAST = re.compile(r"(?:新区|街道|区|县|镇|乡)$")


@lru_cache(maxsize=8192)
def districts(place: str) -> tuple[str, ...]:
    """The districts in a place of work, the wider first: 越秀区, 大塘街道."""
    found = _DISTRICT.findall(_CITY.sub(" ", fold(place)))
    return tuple(dict.fromkeys(name for name in found if not _NO_DISTRICT.search(name)))


@lru_cache(maxsize=8192)
def stem(name: str) -> str:
    """A district as it is compared: 天河 is 天河区."""
    plain = fold(name.strip())
    short = _LAST.sub("", plain)
    return short if len(short) > 1 else plain
