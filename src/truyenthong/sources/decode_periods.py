"""Reads codes of periods as people write them; which periods a duty has is not known here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from truyenthong.diagnostics.decoding import TT130
from truyenthong.model.periods import PeriodKind, Semester
from truyenthong.sources.days import parse_month, parse_school_year
from truyenthong.sources.faults import Fault, short
from truyenthong.text import fold

_WORD, _YEAR = fold("quý"), fold("năm")
_QUARTER = re.compile(
    rf"(?:{_WORD}|quy|q)? ?([1-4]|iv|i{{1,3}}) ?(?:[/-] ?(?:(?:{_YEAR}|nam) )?|(?:{_YEAR}|nam) )([0-9]{{4}})"
)
_QUARTER_CODE = re.compile(r"([0-9]{4})-q([1-4])")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def parse_period(text: str, kind: PeriodKind | None, semesters: Sequence[Semester]) -> str | Fault:
    """The code of a period: ``2020-2021``, ``hk1``, ``2020-q4``, ``2020-11``.

    Without a kind the text is kept as typed; the rules of meaning say that no period belongs there.
    """
    match kind:
        case PeriodKind.SCHOOL_YEAR:
            year = parse_school_year(text)
            return year if isinstance(year, Fault) else year.code
        case PeriodKind.MONTH:
            month = parse_month(text)
            return month if isinstance(month, Fault) else month.code
        case PeriodKind.QUARTER:
            return _quarter(text)
        case PeriodKind.SEMESTER:
            return _semester(text, semesters)
        case None:
            return text
        case _ as never:
            assert_never(never)


def _quarter(text: str) -> str | Fault:
    folded = fold(text)
    code = _QUARTER_CODE.fullmatch(folded)
    if code is not None:
        return f"{code[1]}-q{code[2]}"
    words = _QUARTER.fullmatch(folded)
    if words is None:
        message = f"«{short(text)}» không phải một quý"
        return Fault(kind=TT130, message=message, hint="viết 2020-q4 hoặc quý IV/2020")
    return f"{words[2]}-q{_ROMAN.get(words[1], words[1])}"


def _semester(text: str, semesters: Sequence[Semester]) -> str | Fault:
    for semester in semesters:
        if fold(text) in (fold(semester.code), fold(semester.name)):
            return semester.code
    known = ", ".join(semester.code for semester in semesters)
    hint = f"các học kỳ của kế hoạch: {known}" if known else "kế hoạch chưa khai học kỳ nào ở hoc_ky"
    return Fault(kind=TT130, message=f"«{short(text)}» không phải một học kỳ của kế hoạch", hint=hint)
