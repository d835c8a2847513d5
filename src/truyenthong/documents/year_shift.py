"""Moves the dates of a plan's text to another school year, and lists what a person has to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from truyenthong.errors import CannotContinueError
from truyenthong.findings import FieldPath
from truyenthong.model.periods import DayRange, SchoolYear
from truyenthong.yamltext.days import parse_date
from truyenthong.yamltext.edit import SpliceError, add_key, set_scalar
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.places import PlaceFinder
from truyenthong.yamltext.tree import Value, leaves

TEXT_OF_YEAR = "nguyen_van_cua"
"""The key of the plan that names the year whose words are still in ``noi_dung``."""

_VERBATIM = ("noi_dung", "can_cu", "dinh_chinh", "chu_de", "phu_luc", "khong_theo_doi")
_QUOTED = ("trich",)
_PROSE = ("ghi_chu", "ly_do", "cau")
_BLANK = (("van_ban", "so"), ("van_ban", "ngay"), ("van_ban", "thang"))
_YEAR_FIELDS = ("nam", "nho_nhat", "lon_nhat")
_CODE = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2]|q[1-4])")
_MONTH = re.compile(r"(0?[1-9]|1[0-2])/([0-9]{4})")
_COMMENT = re.compile(r"(?:^|\s)#(?P<words>.*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A value that was changed: where it is in the new text, what it was, what it is (None: blank)."""

    path: FieldPath
    line: int
    before: str
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Something that still speaks of the old year, to be looked at by a person; ``path`` None: a comment."""

    path: FieldPath | None
    line: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftedPlan:
    """The plan's text for the new year, with everything that was moved and that was left."""

    text: str
    moved: tuple[Moved, ...]
    left: tuple[Left, ...]


def shift_plan(text: str, *, old: SchoolYear, new: SchoolYear) -> ShiftedPlan:
    """The text of ``plan.yaml`` with its dates, periods and the names of the year moved to ``new``.

    Comments, order, policies and forms stay. The verbatim text, the papers it cites, its quotations, topics
    and appendices stay as they are: they are the words of a paper; ``nguyen_van_cua`` says whose.

    Raises:
        CannotContinueError: the text does not parse.
    """
    parsed = parse_yaml(text.encode(), file="")
    if not parsed.ok or not isinstance(parsed.value, dict):
        raise CannotContinueError(
            "data/plan.yaml của năm cũ còn lỗi.",
            hint="chạy «truyenthong validate» ở không gian cũ và sửa trước.",
        )
    shift = _Shift(old=old, new=new)
    wanted = [*_wanted(parsed.value, shift)]
    changed, done = text, []
    for path, before, after in wanted:
        try:
            changed = set_scalar(changed, path, after)
        except SpliceError:
            continue  # text over several lines: _left lists it
        done.append((path, before, after))
    if TEXT_OF_YEAR not in parsed.value:
        changed = add_key(changed, (), TEXT_OF_YEAR, old.code)
    places = PlaceFinder(changed)
    moved = [
        Moved(path=path, line=places.find(path).line, before=before, after=after)
        for path, before, after in done
    ]
    return ShiftedPlan(text=changed, moved=tuple(moved), left=tuple(_left(changed, places, moved, shift)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shift:
    """From one school year to another."""

    old: SchoolYear
    new: SchoolYear

    @property
    def years(self) -> int:
        return self.new.first_year - self.old.first_year

    @property
    def last_years(self) -> DayRange:
        return self.old.days

    @property
    def name(self) -> re.Pattern[str]:
        """The old year as people write it: ``2020-2021``, ``2020 - 2021``, ``2020–2021``."""
        return re.compile(rf"\b{self.old.first_year}( ?[-–] ?){self.old.first_year + 1}\b")

    @property
    def mention(self) -> re.Pattern[str]:
        """Either calendar year of the old school year."""
        return re.compile(rf"(?<![0-9/]){self.old.first_year}\b|(?<![0-9]){self.old.first_year + 1}\b")

    def day(self, day: date) -> date | None:
        """The same day and month; None for 29/2 in a year without it."""
        try:
            return day.replace(year=day.year + self.years)
        except ValueError:
            return None

    def named(self, text: str) -> str:
        """The text with the year's name moved."""
        first, last = self.new.first_year, self.new.first_year + 1
        return self.name.sub(lambda found: f"{first}{found[1]}{last}", text)


def _wanted(plan: dict[str, Value], shift: _Shift) -> Iterator[tuple[FieldPath, str, str | None]]:
    """Every value that is to change: path, what is there, what should be."""
    for path, text in leaves(plan):
        if path in _BLANK:
            yield path, text, None
            continue
        verbatim = path[0] in _VERBATIM or path[-1] in (*_QUOTED, *_PROSE)
        after = text if verbatim else _moved(path, text, shift)
        if after != text:
            yield path, text, after


def _moved(path: FieldPath, text: str, shift: _Shift) -> str:
    day = parse_date(text)
    if isinstance(day, date):
        later = shift.day(day) if day in shift.last_years else None
        if later is None:
            return text
        return text.replace(str(day.year), str(later.year))
    if (month := _CODE.fullmatch(text)) is not None and _is_of_year(month[1], shift):
        return f"{int(month[1]) + shift.years}-{month[2]}"
    if (month := _MONTH.fullmatch(text)) is not None and _is_of_year(month[2], shift):
        return f"{month[1]}/{int(month[2]) + shift.years}"
    if path[-1] in _YEAR_FIELDS and _is_of_year(text, shift):
        return str(int(text) + shift.years)
    return shift.named(text)


def _is_of_year(year: str, shift: _Shift) -> bool:
    return year in (str(shift.old.first_year), str(shift.old.first_year + 1))


def _left(text: str, places: PlaceFinder, moved: Sequence[Moved], shift: _Shift) -> Iterator[Left]:
    """What still names a year of the old school year outside of the paper's own words."""
    done = {one.path for one in moved} | {(TEXT_OF_YEAR,)}
    tree = parse_yaml(text.encode(), file="").value
    for path, words in leaves(tree):
        verbatim = path[0] in _VERBATIM or path[-1] in _QUOTED
        if not verbatim and path not in done and shift.mention.search(words) is not None:
            yield Left(path=path, line=places.find(path).line, words=words)
    for number, row in enumerate(text.splitlines(), start=1):
        comment = _COMMENT.search(row)
        if comment is not None and shift.mention.search(comment["words"]) is not None:
            yield Left(path=None, line=number, words=comment["words"].strip())
