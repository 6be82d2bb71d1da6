"""The pay cells of a row put together into one text that people can read."""

import re
from collections.abc import Mapping

from matcher.domain.terms import PayUnit
from matcher.reading import pay
from matcher.reading.numerals import SCALES
from matcher.reading.pay_units import guess
from matcher.reading.plain import plain

LONGEST = 200  # characters of pay_text
_BARE = re.compile(r"^[\d.,\s\-+]+(?:以上|起|左右)?$")
_AMOUNT = re.compile(r"^[¥￥]?\s*([\d,]+(?:\.\d+)?)\s*(元|k|千|万|w)?", re.IGNORECASE)
_MOST = 5_000_000


def written(cells: Mapping[str, str], units: Mapping[str, str]) -> str:
    """One pay text: the pay column with the unit of its heading, else the two number columns."""
    text = cells["pay_text"]
    if text and _BARE.match(plain(text)):
        text = text.strip() + units.get("pay_text", "")
    if text and (pay.read(text) is not None or not (cells["salary_min"] or cells["salary_max"])):
        return text
    return _from_columns(cells, units) or text


def _from_columns(cells: Mapping[str, str], units: Mapping[str, str]) -> str:
    """The two columns as one range; no unit is claimed where they cannot be a month's."""
    named = units.get("salary_min", "") or units.get("salary_max", "")
    bounds = [_amount(cells[name], named) for name in ("salary_min", "salary_max")]
    amounts = sorted({amount for amount in bounds if amount is not None and 0 < amount <= _MOST})
    if not amounts:
        unread = " - ".join(filter(None, (cells["salary_min"], cells["salary_max"])))
        return unread if pay.read(unread) else ""
    period = re.search(r"/(?:月|年|天|日|小?时)", named)
    if period is None and guess(amounts[0], amounts[-1]) is PayUnit.MONTH:
        ending = "元/月"
    else:
        ending = "元" + (period.group() if period else "")
    if bounds[1] is None or bounds[1] <= 0:
        ending += "起"
    return "-".join(f"{amount:.10g}" for amount in amounts) + ending + _months(cells["months"])


def _amount(text: str, unit: str) -> float | None:
    found = _AMOUNT.match(plain(text))
    if found is None or len(found.group(1)) > 12:
        return None
    scale = found.group(2) or next((word for word in SCALES if word in unit), "")
    return float(found.group(1).replace(",", "") or 0) * SCALES.get(scale.lower(), 1)


def _months(text: str) -> str:
    months = text.removesuffix("薪")
    return f"·{months}薪" if months.isdigit() and 12 < int(months) <= 24 else ""


def shortened(text: str) -> str:
    """The clause of a long text that names the pay, with as many of the next as fit."""
    clauses = re.split(r"(?<=[，,。；;\n])", text)
    named = next((at for at, each in enumerate(clauses) if pay.read(each) is not None), 0)
    kept = clauses[named][:LONGEST]
    for clause in clauses[named + 1 :]:
        if len(kept) + len(clause) > LONGEST:
            break
        kept += clause
    return kept.strip()
