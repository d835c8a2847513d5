"""Reads days, moments, months and school years from text as offices type it; asks instead of guessing."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, time, timedelta
from typing import assert_never

from truyenthong.diagnostics.fields import TT103, TT104, TT105, TT114, TT115, TT116, TT130
from truyenthong.model.moments import Moment
from truyenthong.model.periods import PeriodKind, SchoolYear, Semester, YearMonth
from truyenthong.text import ascii_form, collapse, day_wording, fold, hour_wording
from truyenthong.yamltext.scalars import Fault, parse_code, short

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside are slips of the keyboard, and arithmetic near year 1 or 9999 would overflow."""

_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ISO_LIKE = re.compile(r"([0-9]{4})[-/. ]+([0-9]{1,2})[-/. ]+([0-9]{1,2})")
_DAY_LIKE = re.compile(
    r"(?:ngay )?([0-9]{1,2})(?: ?[-/. ] ?| ?thang ?)([0-9]{1,2})"
    r"(?:(?: ?[-/. ] ?| ?,? ?nam ?)([0-9]{4}|[0-9]{2}))?"
)
_SERIAL = re.compile(r"[0-9]{5}")
_SERIAL_ORIGIN = date(1899, 12, 30)
_HOUR = re.compile(
    r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?|([0-9]{1,2}) ?(?:h|gio) ?([0-9]{1,2})? ?(?:p|phut)?"
)
_USUAL_MOMENT = re.compile(
    r"([0-9]{1,2})/([0-9]{1,2})/(19[0-9]{2}|20[0-9]{2}|21[0-9]{2}) ([0-9]{1,2}):([0-9]{2})"
)
_MOMENT = re.compile(r"(\S+?)(?:T|,? )(?:lúc )?(.+)")
_HOUR_FIRST = re.compile(r"(?:[Ll]úc )?(.+?),? (?:ngày )?(\S+)")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})|([0-9]{1,2})/([0-9]{4})")
_MONTH_LIKE = re.compile(r"(?:thang )?([0-9]{1,2})[-/. ]+(?:nam )?([0-9]{4})|([0-9]{4})[-/. ]+([0-9]{1,2})")
_SCHOOL_YEAR = re.compile(r"([0-9]{4}) ?- ?([0-9]{4})")


def parse_date(text: str) -> date | Fault:
    """``31/5/2021`` or ``2021-05-31``; anything else is a fault that shows what it might be."""
    if (found := _DAY.fullmatch(text) or _DAY.fullmatch(text := collapse(text))) is not None:
        return _real_day(text, int(found[3]), int(found[2]), int(found[1]))
    if (found := _ISO_DAY.fullmatch(text)) is not None:
        return _real_day(text, int(found[1]), int(found[2]), int(found[3]))
    return Fault(kind=TT104, message=f"«{short(text)}» không phải ngày viết đúng cách", hint=_day_meant(text))


def _real_day(text: str, year: int, month: int, day: int) -> date | Fault:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        hint = f"năm phải nằm trong khoảng từ {FIRST_YEAR} đến {LAST_YEAR}"
        return Fault(kind=TT103, message=f"ngày {text} có năm {year}, có lẽ gõ nhầm", hint=hint)
    with suppress(ValueError):
        return date(year, month, day)
    if 1 <= day <= 12 and 13 <= month <= monthrange(year, day)[1]:
        swapped = day_wording(date(year, day, month))
        message = f"ngày {text} có tháng {month}: có lẽ tháng viết trước ngày theo kiểu Mỹ"
        return Fault(kind=TT105, message=message, hint=f"viết {swapped}, nếu đúng là ngày ấy")
    return Fault(kind=TT103, message=f"ngày {text} không có trong lịch", hint=_why_not(year, month, day))


def _why_not(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return "một năm chỉ có tháng 1 đến tháng 12"
    if day == 0:
        return "ngày trong tháng đếm từ 1"
    name = f"tháng {month}" if month != 2 else f"tháng 2 năm {year}"
    return f"{name} có {monthrange(year, month)[1]} ngày"


_EXAMPLE = "viết ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 31/5/2021"


def _day_meant(text: str) -> str:
    """A sentence that shows the day that may have been meant, else how a day is written."""
    if _SERIAL.fullmatch(text) is not None:
        meant = day_wording(_SERIAL_ORIGIN + timedelta(days=int(text)))
        return f"Excel cất ngày {meant} thành số {text}; viết {meant}, nếu đúng là ngày ấy"
    plain = _toneless(text)
    if (found := _ISO_LIKE.fullmatch(plain)) is not None:
        numbers = found[3], found[2], found[1]
    elif (found := _DAY_LIKE.fullmatch(plain)) is not None:
        numbers = found[1], found[2], found[3]
    else:
        return _EXAMPLE
    day, month, year = numbers
    if year is None:
        return f"thiếu năm; {_EXAMPLE}"
    meant_day = _real_day(text, int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    if isinstance(meant_day, Fault):
        return meant_day.hint or _EXAMPLE
    return f"viết {day_wording(meant_day)}, nếu đúng là ngày ấy"


def _toneless(text: str) -> str:
    return ascii_form(fold(text))


def parse_time(text: str) -> time | Fault:
    """``09:15``, ``23:59:59``, ``9h15``, ``9 giờ 15 phút``, ``9h``: by 24 hours; ``2 giờ`` is asked about."""
    found = _HOUR.fullmatch(_toneless(collapse(text)))
    if found is None:
        return Fault(kind=TT116, message=f"«{short(text)}» không phải giờ viết đúng cách", hint=_HOUR_EXAMPLE)
    hour, minute, second = int(found[1] or found[4]), int(found[2] or found[5] or 0), int(found[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        hint = "giờ từ 0 đến 23, phút từ 0 đến 59; nửa đêm là 0:00 của ngày sau"
        return Fault(kind=TT116, message=f"không có giờ «{short(text)}»", hint=hint)
    if (asked := _asked_hour(text)) is not None:
        return asked
    return time(hour, minute, second)


_NIGHT_HOUR = re.compile(r"([1-6]) ?(?:h|gio) ?([0-5]?[0-9])? ?(?:p|phut)?")


def _asked_hour(text: str) -> Fault | None:
    """«2 giờ» is said of the afternoon too, and offices receive little at night: up to 6 it is asked."""
    found = _NIGHT_HOUR.fullmatch(_toneless(collapse(text)))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    hint = f"buổi chiều thì viết {hour + 12}:{minute:02d}, ban đêm thì viết {hour:02d}:{minute:02d}"
    return Fault(kind=TT116, message=f"«{short(text)}» chưa rõ ban đêm hay buổi chiều", hint=hint)


_HOUR_EXAMPLE = "viết giờ theo 24 giờ, ví dụ 09:15 hoặc 21h15"


def parse_moment(text: str) -> Moment | Fault:
    """``28/5/2021 09:15``, ``2021-05-28 09:15``, ``28/5/2021 9h15``, or a day alone (Vietnamese time)."""
    if (found := _USUAL_MOMENT.fullmatch(text)) is not None:
        with suppress(ValueError):  # no such day or hour: the long way says so
            day, month, year, hour, minute = map(int, found.groups())
            return Moment(day=date(year, month, day), hour=time(hour, minute))
    return _parse_moment(collapse(text))


def _parse_moment(text: str) -> Moment | Fault:
    day = parse_date(text)
    if isinstance(day, date):
        return Moment(day=day)
    if (fault := _hour_first(text)) is not None:
        return fault
    found = _MOMENT.fullmatch(text)
    if found is None or found[1].isalpha():
        return day
    day = parse_date(found[1])
    if isinstance(day, Fault):
        return day
    hour = parse_time(found[2])
    if isinstance(hour, Fault):
        hint = f"{_HOUR_EXAMPLE}, sau ngày: {day_wording(day)} 09:15; không rõ giờ thì chỉ ghi ngày"
        message = f"«{short(found[2])}» sau ngày không phải giờ viết đúng cách"
        return _asked_hour(found[2]) or Fault(kind=TT116, message=message, hint=hint)
    return Moment(day=day, hour=hour)


def _hour_first(text: str) -> Fault | None:
    """``9h15 ngày 28/5/2021``, as papers say it; not the same as a day that cannot be read."""
    found = _HOUR_FIRST.fullmatch(text)
    if found is None:
        return None
    hour, day = parse_time(found[1]), parse_date(found[2])
    if isinstance(hour, Fault) or isinstance(day, Fault):
        return None
    hint = f"ghi ngày trước, giờ sau: {day_wording(day)} {hour_wording(hour)}"
    return Fault(kind=TT116, message=f"«{short(text)}» ghi giờ trước ngày", hint=hint)


def parse_month(text: str) -> YearMonth | Fault:
    """``2020-11`` or ``11/2020``."""
    text = collapse(text)
    found = _MONTH.fullmatch(text)
    if found is not None:
        year, month = int(found[1] or found[4]), int(found[2] or found[3])
        if 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR:
            return YearMonth(year=year, month=month)
        hint = f"tháng từ 1 đến 12, năm từ {FIRST_YEAR} đến {LAST_YEAR}"
        return Fault(kind=TT114, message=f"không có tháng «{short(text)}»", hint=hint)
    like = _MONTH_LIKE.fullmatch(_toneless(text))
    hint = "viết năm-tháng, ví dụ 2020-11, hoặc tháng/năm, ví dụ 11/2020"
    if like is not None and 1 <= int(like[1] or like[4]) <= 12:
        meant = f"{like[2] or like[3]}-{int(like[1] or like[4]):02d}"
        hint = f"viết {meant}, nếu đúng là tháng ấy"
    return Fault(kind=TT114, message=f"«{short(text)}» không phải tháng viết đúng cách", hint=hint)


def parse_school_year(text: str) -> SchoolYear | Fault:
    """``2020-2021`` or ``2020 - 2021`` (any dash): the second year follows the first."""
    found = _SCHOOL_YEAR.fullmatch(fold(text))
    if found is None:
        hint = "viết hai năm liền nhau, ví dụ 2020-2021"
        return Fault(kind=TT115, message=f"«{short(text)}» không phải năm học viết đúng cách", hint=hint)
    first, second = int(found[1]), int(found[2])
    if second != first + 1 or not FIRST_YEAR <= first < LAST_YEAR:
        hint = f"năm học gồm hai năm liền nhau, ví dụ {first}-{first + 1}"
        return Fault(kind=TT115, message=f"«{short(text)}» không phải hai năm liền nhau", hint=hint)
    return SchoolYear(first_year=first)


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
        case PeriodKind.ROUND:
            return parse_code("-".join(fold(text).split()))
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
