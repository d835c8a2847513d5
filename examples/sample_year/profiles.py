"""What stays the same in all papers of a unit: its people, its own plan, how much it writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sample_year.dice import Dice
from sample_year.scenario import OWN_PLANS
from sample_year.sorts import WORDS, Sort, Words, person, sort_of
from truyenthong.model.calendar import Calendar
from truyenthong.model.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A unit as all its papers show it.

    Attributes:
        lead: who looks after communications.
        speaker: who speaks to the press.
        plan_number: number of its own plan of communications, or of the plan that holds it.
        plan_day: when that plan was signed.
        merged: the plan is part of another one.
    """

    unit: Unit
    sort: Sort
    lead: str
    speaker: str
    plan_number: str
    plan_day: date
    merged: bool

    @property
    def words(self) -> Words:
        """How the unit calls itself."""
        return WORDS[self.sort]

    @property
    def plan_name(self) -> str:
        """Number and symbol of its plan."""
        return f"{self.plan_number}/{symbol(self.unit, 'KH')}"


def profile_of(unit: Unit, calendar: Calendar) -> Profile:
    """The profile of a unit that is not the office itself."""
    dice, sort = Dice(f"{unit.code}/chung"), sort_of(unit)
    words = WORDS[sort]
    signed = calendar.previous_working_day(date(2020, 11, dice.number("ngày kế hoạch", 3, 26)))
    return Profile(
        unit=unit,
        sort=sort,
        lead=f"{person(dice, 'phụ trách')}, {words.deputy}",
        speaker=f"{person(dice, 'phát ngôn')}, {words.head}",
        plan_number=str(paper_number(dice, sort, "KH", signed)),
        plan_day=signed,
        merged=OWN_PLANS.get(unit.code, dice.happens("lồng ghép", 35)),
    )


def paper_number(dice: Dice, sort: Sort, kind: str, day: date) -> int:
    """A number that grows over the calendar year, as registers do (Nghị định 30/2020/NĐ-CP, Điều 15)."""
    low, high = _PER_HUNDRED_DAYS[sort is Sort.DISTRICT, kind]
    pace = 150 if sort is Sort.OFFICE else dice.number(f"nhịp {kind}", low, high)
    return max(1, day.timetuple().tm_yday * pace // 100)


_PER_HUNDRED_DAYS = {
    (True, "BC"): (70, 130),
    (True, "KH"): (45, 90),
    (False, "BC"): (25, 60),
    (False, "KH"): (18, 40),
}
"""How many papers of a kind a Phòng (True) or another unit (False) writes in a hundred days."""


def symbol(unit: Unit, kind: str) -> str:
    """The symbol of its papers, ``BC-PGDĐT``; made of its short name where none is known."""
    own = {"phong-gddt": "PGDĐT", "so": "SGDĐT"}.get(unit.kind)
    words = (word if word.isupper() else word[0].upper() for word in unit.short_name.split())
    return f"{kind}-{unit.symbol or own or ''.join(words)}"
