"""Writes days, hours and numbers as Vietnamese papers do."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

VIETNAM_TIME = timezone(timedelta(hours=7))
"""Vietnam has one time and no summer time: a fixed offset needs no time zone database (Windows has none)."""

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def day_wording(day: date) -> str:
    """``31/5/2021``, ``03/5/2021``, ``25/01/2017``: a zero before days below 10 and months 1 and 2 only.

    Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.
    """
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def long_day_wording(day: date) -> str:
    """``ngày 31 tháng 5 năm 2021``, with the same zeros (NĐ 30 PL I II.4)."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)


def day_in_week(day: date, *, capital: bool = False) -> str:
    """``thứ Hai 31/5/2021``, ``Chủ nhật 30/5/2021``; ``capital`` for the beginning of a sentence.

    Source of the capitals: NĐ 30/2020/NĐ-CP, Phụ lục II, V.7.
    """
    name = _WEEKDAYS[day.weekday()]
    if capital:
        name = name[0].upper() + name[1:]
    return f"{name} {day_wording(day)}"


def hour_wording(hour: time) -> str:
    """``09:15``, and ``23:59:59`` where there are seconds."""
    return hour.strftime("%H:%M:%S" if hour.second else "%H:%M")


def moment_wording(moment: datetime) -> str:
    """``28/5/2021 09:15``: the form in which a moment is typed into ``nhan_luc``."""
    return f"{day_wording(moment.date())} {hour_wording(moment.time())}"


def day_and_hour(day: date, hour: time | None) -> str:
    """``28/5/2021 09:15``, and the day alone where the hour is not known."""
    return day_wording(day) if hour is None else f"{day_wording(day)} {hour_wording(hour)}"


def number_wording(number: float | Decimal, *, decimals: int | None = None) -> str:
    """``1.200``, ``12,5``, ``-3``: a full stop between thousands, a comma before decimals.

    Args:
        number: any finite number.
        decimals: at most so many (rounded half up, closing zeros dropped); None keeps all.
    """
    exact = number if isinstance(number, Decimal) else Decimal(str(number))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{exact:,f}".partition(".")
    whole, fraction = whole.replace(",", "."), fraction.rstrip("0")
    if whole == "-0" and not fraction:
        whole = "0"
    return f"{whole},{fraction}" if fraction else whole


def percent_wording(ratio: float | Decimal, *, decimals: int = 1) -> str:
    """``81,6%`` of 0.8158, ``100%`` of 1."""
    exact = ratio if isinstance(ratio, Decimal) else Decimal(str(ratio))
    return f"{number_wording(exact * 100, decimals=decimals)}%"


_RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def raised(text: str) -> str:
    """``m²`` of a 2 that is set above the line: a mark of a note is then no digit of the number before it."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """``H₂O`` of a 2 that is set below the line."""
    return text.translate(_LOWERED)


def cut(text: str, room: int) -> str:
    """``text`` in at most ``room`` characters, whole words and «…» where some are left out."""
    if len(text) <= room:
        return text
    words, _, rest = text[:room].rpartition(" ")
    # A single word that is longer than the room has no better place to end.
    return f"{(words or rest[:-1]).rstrip(' ,;:–-(')}…"


def roman(number: int) -> str:
    """``IV`` of 4: the numerals of annexes and quarters.

    Raises:
        ValueError: outside 1 to 3999.
    """
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    parts: list[str] = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)
