"""How each sort of unit calls itself and its people; the people are invented and named so that it shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sample_year.dice import Dice
from truyenthong.model.units import Unit


class Sort(StrEnum):
    """What a unit is, as far as its sentences go."""

    DISTRICT = "district"
    SCHOOL = "school"
    BOARDING = "boarding"
    CENTRE = "centre"
    OFFICE = "office"


def sort_of(unit: Unit) -> Sort:
    """The sort of a unit, by its code."""
    if unit.kind == "so":
        return Sort.OFFICE
    if unit.kind == "phong-gddt":
        return Sort.DISTRICT
    if unit.code.startswith("ptdtnt"):
        return Sort.BOARDING
    return Sort.CENTRE if unit.code.startswith("tt-") else Sort.SCHOOL


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that are put into the sentences: ``{own}``, ``{Own}``, ``{below}``, ``{head}``, ``{staff}``."""

    own: str
    below: str
    head: str
    deputy: str
    staff: str

    def put(self, sentence: str, **more: object) -> str:
        """The sentence with its words in place."""
        own = self.own[0].upper() + self.own[1:]
        return sentence.format(
            own=self.own, Own=own, below=self.below, head=self.head, staff=self.staff, **more
        )


WORDS = {
    Sort.DISTRICT: Words(
        own="Phòng",
        below="các trường trực thuộc",
        head="Trưởng phòng",
        deputy="Phó Trưởng phòng",
        staff="Chuyên viên",
    ),
    Sort.SCHOOL: Words(
        own="nhà trường",
        below="các tổ chuyên môn",
        head="Hiệu trưởng",
        deputy="Phó Hiệu trưởng",
        staff="Giáo viên",
    ),
    Sort.BOARDING: Words(
        own="nhà trường",
        below="các tổ chuyên môn, tổ quản lý nội trú",
        head="Hiệu trưởng",
        deputy="Phó Hiệu trưởng",
        staff="Giáo viên",
    ),
    Sort.CENTRE: Words(
        own="Trung tâm",
        below="các phòng, tổ chuyên môn",
        head="Giám đốc",
        deputy="Phó Giám đốc",
        staff="Giáo viên",
    ),
}

_FAMILY = ("Lò", "Vàng", "Nguyễn", "Trần", "Giàng", "Hoàng", "Phạm", "Tẩn", "Lý", "Đỗ", "Bùi", "Lường")
_MIDDLE = ("Văn", "Thị")
_GIVEN = ("Mẫu", "Ví Dụ", "Thí Dụ", "Giả Sử")


def person(dice: Dice, what: str) -> str:
    """A name that nobody bears."""
    parts = (
        dice.pick(f"{what}/họ", _FAMILY),
        dice.pick(f"{what}/đệm", _MIDDLE),
        dice.pick(f"{what}/tên", _GIVEN),
    )
    return " ".join(parts)
