"""What a person has to confirm in the workspace of a new school year, as a page of text; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from truyenthong.model.periods import SchoolYear
from truyenthong.model.plan import Plan
from truyenthong.model.units import Unit
from truyenthong.sources.days import parse_date
from truyenthong.sources.year_shift import TEXT_OF_YEAR, ShiftedPlan
from truyenthong.text import day_in_week, day_wording

_INTRODUCTION = ("Đánh dấu x vào ô đã xem. Xem hết thì xóa tệp này.",)
_LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A unit that has closed, or closes during the year: its last day and who takes over."""

    unit: Unit
    last: date
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextYear:
    """The new workspace.

    Attributes:
        root: where it is.
        old, new: the school years.
        plan: the plan's text with what was moved in it and what was left.
        gone: units that do not live through the new year.
        no_days_off: calendar years of which no day off is known yet.
        made: the files in it, by relative name.
    """

    root: Path
    old: SchoolYear
    new: SchoolYear
    plan: ShiftedPlan
    gone: tuple[Gone, ...]
    no_days_off: tuple[int, ...]
    made: tuple[str, ...] = ()


def confirm_list(outcome: NextYear, plan: Plan | None) -> str:
    """The list for the office as a page of text (Markdown)."""
    old, new = outcome.old.code, outcome.new.code
    sections = (
        (f"# Chờ xác nhận: không gian làm việc năm học {new}, lập từ năm học {old}", _INTRODUCTION),
        ("## Phải thay", tuple(_to_replace(outcome, plan))),
        (
            f"## Đã dời sang năm học {new}, trong data/plan.yaml",
            tuple(f"- [ ] {line}" for line in change_lines(outcome)),
        ),
        (f"## Còn nhắc năm học {old}, không tự đổi", tuple(_still_old(outcome))),
        ("## Đơn vị", tuple(_units(outcome))),
    )
    return "\n".join("\n".join((title, "", *lines, "")) for title, lines in sections)


def _to_replace(outcome: NextYear, plan: Plan | None) -> Iterator[str]:
    old = outcome.old.code
    yield (
        f"- [ ] `noi_dung` còn là nguyên văn Kế hoạch năm học {old}. Thay bằng nguyên văn mới; sửa `trich`, "
        "`khong_theo_doi`, `chu_de`, `can_cu`, `dinh_chinh`, `phu_luc` cho khớp; rồi xóa dòng "
        f"`{TEXT_OF_YEAR}: {old}` ở cuối tệp. Trước đó chương trình không in Kế hoạch."
    )
    yield "- [ ] Số, ngày, tháng của văn bản (`van_ban`) để trống cho đến khi ban hành."
    names = ", ".join(one.name for one in plan.signers if one.name) if plan is not None else ""
    yield f"- [ ] Người ký còn như năm cũ ({names or 'chưa ghi tên ai'}); nơi nhận còn như năm cũ."
    for year in outcome.no_days_off:
        yield (
            f"- [ ] data/calendar.yaml chưa có ngày nghỉ nào của năm {year}: thêm kèm `can_cu` khi có "
            "thông báo."
        )


def change_lines(outcome: NextYear) -> tuple[str, ...]:
    """Every value of the plan that was moved: line, key, before and after."""
    return tuple(
        f"dòng {one.line}, {_name(one.path)}: {_changed(one.before, one.after)}" for one in outcome.plan.moved
    )


def _still_old(outcome: NextYear) -> Iterator[str]:
    for one in outcome.plan.left:
        where = "lời chú thích" if one.path is None else f"`{_name(one.path)}`"
        yield f"- [ ] dòng {one.line}, {where}: {_short(one.words)}"


def _units(outcome: NextYear) -> Iterator[str]:
    for one in outcome.gone:
        heirs = ", ".join(one.successors) or "chưa ghi ở `ke_thua`"
        yield f"- [ ] {one.unit.name}: hoạt động đến hết ngày {day_wording(one.last)}; kế thừa: {heirs}."
    yield "- [ ] Đơn vị mới thêm vào cuối data/units.yaml; đơn vị giải thể thì ghi ngày cuối, không xóa."


def _name(path: tuple[str | int, ...]) -> str:
    """``nhiem_vu[1].han.truoc_ngay``, positions counted from 1 as people count."""
    words = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.removeprefix(".")


def _changed(before: str, after: str | None) -> str:
    if after is None:
        return f"{before} → để trống"
    day = parse_date(after)
    return f"{before} → {day_in_week(day) if isinstance(day, date) else after}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
