"""``status`` as a person reads it: who is behind, what is due, what waits, how far each unit has got."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from truyenthong.cli.console import one_line, paint
from truyenthong.cli.screen import Screen, abreast, aligned, both_fit, broken
from truyenthong.model.matters import Matter, Timed
from truyenthong.model.units import Roster
from truyenthong.operations.status import StatusOutcome
from truyenthong.progress import Measures, Row, State, measures
from truyenthong.text import day_wording, hour_wording, moment_wording, percent_wording
from truyenthong.views.board import FEW, due_groups, rows_ahead
from truyenthong.views.rows import duty_in_period
from truyenthong.views.units import fair_sentences
from truyenthong.views.wording import NOTHING_RECEIVED, SAMPLE_MARK, behind_reason, due_text

MOST_BEHIND, LONGEST_BEHIND = 12, 10
"""Up to so many units that are behind are all named; of more, the longest overdue."""

_RED, _BOLD = "31;1", "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Detail:
    """How much is told.

    Attributes:
        airy: an empty line between the parts.
        abreast: the lines of units in two columns where there is room.
        units: a line for each unit; else one for each kind of unit.
        items: how many of what is due and what is open are told, each in a line.
        kinds: the lines of units or kinds are told at all.
    """

    airy: bool = True
    abreast: bool = False
    units: bool = True
    items: int = 1_000
    kinds: bool = True


_DETAILS = (
    _Detail(),
    _Detail(airy=False),
    _Detail(airy=False, abreast=True),
    _Detail(units=False, items=6),
    _Detail(units=False, items=4, airy=False),
    _Detail(units=False, items=2, airy=False),
    _Detail(units=False, items=2, airy=False, kinds=False),
    _Detail(units=False, items=0, airy=False, kinds=False),
)
"""The first that fits a screen is shown: those behind must not scroll away."""


def overview_text(outcome: StatusOutcome, screen: Screen | None, *, every_unit: bool = False) -> str:
    """The whole: as much of it as leaves those behind on the screen, all of it where there is none."""
    told: list[str] = []
    # The next prompt, the line with the day of a sample, the line with the faults in the data.
    others = 1 + outcome.sample + bool(outcome.faults)
    for detail in _DETAILS:
        told = [line for one in _lines(outcome, detail, screen) for line in broken(one, screen)]
        if screen is None or every_unit or len(told) <= screen.lines - others:
            break
    return "\n".join([*told, ""])


def _lines(outcome: StatusOutcome, detail: _Detail, screen: Screen | None) -> Iterator[str]:
    parts = (
        behind_lines(outcome, screen),
        _due_lines(outcome, detail, screen),
        (*awaited_lines(outcome), *draft_lines(outcome)),
        matter_lines(outcome, detail.items, screen),
        _unit_lines(outcome, detail, screen),
    )
    yield bold(heading(outcome))
    for part in parts:
        lines = [*part]
        if lines and detail.airy:
            yield ""
        yield from lines
    if detail.airy:
        yield ""
    yield measures_line(outcome)
    yield from fair_lines(outcome)


def bold(text: str) -> str:
    """A heading, bold on a terminal."""
    return paint(text, _BOLD, sys.stdout)


def heading(outcome: StatusOutcome, about: str = "Tiến độ") -> str:
    """What this is, of which school year, on which day."""
    mark = f"{SAMPLE_MARK} – " if outcome.sample else ""
    day = day_wording(outcome.as_of)
    under = outcome.roster.by_code.get(outcome.choice.under or "")
    whose = f"; {under.short_name} và các đơn vị trực thuộc" if under is not None else ""
    return f"{mark}{about} năm học {outcome.plan.year.code}, tính đến hết ngày {day}{whose}"


def measures_line(outcome: StatusOutcome) -> str:
    """The five measures in one sentence; no rates where nothing was received at all."""
    figures = outcome.measures
    if outcome.nothing_received:
        year = outcome.plan.year.days
        told = f"{NOTHING_RECEIVED[0].upper()}{NOTHING_RECEIVED[1:]}; phải nộp đến nay: {figures.expected}."
        if outcome.as_of in year:
            return told
        days = f"{day_wording(year.start)} đến {day_wording(year.last)}"
        return f"{told} Năm học của Kế hoạch là từ {days}; xem một ngày trong năm học: --as-of NGÀY."
    return (
        f"Phải nộp {figures.expected}; đã nhận {figures.received}{_share(figures, figures.received_rate)}; "
        f"đúng hạn {figures.on_time}{_share(figures, figures.on_time_rate)}; đang chậm {len(outcome.behind)}."
    )


def _share(figures: Measures, rate: float | None) -> str:
    """The rate in brackets; of a few papers the count alone is told."""
    return "" if rate is None or figures.expected < FEW else f" ({percent_wording(rate)})"


def fair_lines(outcome: StatusOutcome) -> Iterator[str]:
    """What is fair to compare, of one unit or with an earlier year."""
    if not outcome.nothing_received and (outcome.choice.unit is not None or outcome.earlier is not None):
        told = fair_sentences(outcome.rows, as_of=outcome.as_of, earlier=outcome.earlier)
        yield from (f"{one}." for one in told)


def draft_lines(outcome: StatusOutcome) -> Iterator[str]:
    """What is being typed in, and does not count yet."""
    drafts = [f"{one_line(row.unit.short_name)}, {_duty(row)}" for row in outcome.rows if row.has_draft]
    if drafts:
        more = f" và {len(drafts) - 5} bài nữa" if drafts[5:] else ""
        yield f"Bản nháp đang nhập, chưa tính là đã nhận: {'; '.join(drafts[:5])}{more}."


# Who is behind


def behind_lines(outcome: StatusOutcome, screen: Screen | None) -> Iterator[str]:
    """The units that are behind, the longest overdue first: by how many days, and why."""
    units = outcome.late_units
    if not units:
        yield "Không có đơn vị nào chậm."
        return
    shown = units if len(units) <= MOST_BEHIND else units[:LONGEST_BEHIND]
    same = {(row.obligation.code, row.period_code, due_text(row)) for rows in units for row in rows}
    first = units[0][0]
    what = f": {_duty(first)}, hạn {due_text(first)}" if len(same) == 1 else ""
    yield bold(f"Đang chậm {len(units)} đơn vị{what}")
    rows = [[f"{rows[0].days_late} ngày", _unit_with(rows)] for rows in shown]
    taken = 6 + sum(max(map(len, column)) for column in zip(*rows, strict=True))
    room = screen.columns - taken if screen is not None else 10_000
    for row, late in zip(rows, shown, strict=True):
        why = one_line(behind_reason(late[0]))
        row.append(why if what else both_fit(_duty(late[0]), why, room))
    for line in aligned(rows, screen):
        days, rest = line[:2] + line[2:].split("  ", 1)[0], line[2:].split("  ", 1)[1]
        yield f"{paint(days, _RED, sys.stdout)}  {rest}"
    if len(units) > len(shown):
        yield f"  … còn {len(units) - len(shown)} đơn vị: truyenthong status --late"


def _unit_with(rows: Sequence[Row]) -> str:
    name = one_line(rows[0].unit.short_name)
    return name if len(rows) == 1 else f"{name} ({len(rows)} nhiệm vụ)"


def _duty(row: Row) -> str:
    return one_line(duty_in_period(row.obligation, row.period))


def late_text(outcome: StatusOutcome) -> str:
    """Only those behind, each in a whole sentence: fit for a mail."""
    lines = [heading(outcome, "Đơn vị chậm"), ""]
    units = outcome.late_units
    if not units:
        return "\n".join([*lines, "Không có đơn vị nào chậm.", ""])
    lines[1:] = [f"{len(units)} đơn vị, {len(outcome.behind)} văn bản.", ""]
    for place, rows in enumerate(units, start=1):
        told = [
            f"{_duty(row)}, hạn {due_text(row)}, quá hạn {row.days_late} ngày; {one_line(behind_reason(row))}"
            for row in rows
        ]
        name = f"{place}. {one_line(rows[0].unit.short_name)}"
        sentences = [f"{one.removesuffix('.')}." for one in told]
        lines += (
            [f"{name} – {sentences[0]}"]
            if len(told) == 1
            else [f"{name}:", *(f"   - {one}" for one in sentences)]
        )
    return "\n".join([*lines, ""])


# What is due


def _due_lines(outcome: StatusOutcome, detail: _Detail, screen: Screen | None) -> Iterator[str]:
    groups = due_groups(rows_ahead(outcome.rows, as_of=outcome.as_of))
    soon = [rows for rows in groups if any(row.state is State.DUE_SOON for row in rows)]
    shown = (soon or groups[:1])[: detail.items]
    if not groups:
        return
    rows = [[due_text(each[0]), _days_left(each[0]), _who(each)] for each in shown]
    if len(soon) > len(shown):
        rows.append(["", "", f"và {len(soon) - len(shown)} việc nữa"])
    if not rows:
        yield f"Sắp đến hạn: {len(soon) or 1} việc, gần nhất {due_text(groups[0][0])}."
        return
    yield bold("Sắp đến hạn" if soon else "Đến hạn gần nhất")
    yield from aligned(rows, screen)


def _days_left(row: Row) -> str:
    return f"còn {row.days_left} ngày" if row.days_left else "hôm nay"


def _who(rows: Sequence[Row]) -> str:
    names = [one_line(row.unit.short_name) for row in rows]
    who = ", ".join(names) if len(names) <= 3 else f"{len(names)} đơn vị chưa gửi"
    longer = " (đã gia hạn)" if any(row.extension for row in rows) else ""
    return f"{_duty(rows[0])}: {who}{longer}"


# What waits


def awaited_lines(outcome: StatusOutcome) -> Iterator[str]:
    """What the office itself has to decide."""
    waits = outcome.awaited
    unit = f" {outcome.choice.unit}" if outcome.choice.unit is not None else ""
    if waits.receipts:
        faulty = f", {waits.faulty} bài có lỗi" if waits.faulty else ""
        oldest = f", bài lâu nhất {waits.days} ngày" if waits.days else ""
        yield f"Chờ quyết định {waits.receipts} bài{faulty}{oldest}: truyenthong review{unit}"
    if waits.set_aside:
        yield f"Chờ người xem {waits.set_aside} tệp chưa ghi được thành bài nộp: truyenthong intake --waiting"


def matter_lines(outcome: StatusOutcome, most: int, screen: Screen | None) -> Iterator[str]:
    """The open entries of registers, the most pressing first."""
    matters = outcome.matters or ()
    if not matters:
        return
    overdue = sum(one.is_overdue for one in matters)
    told = f", {overdue} việc đã quá thời hạn" if overdue else ""
    yield bold(f"Việc còn mở: {len(matters)}{told}")
    shown = matters[:most]
    rows = [[one_line(one.key), _matter_of(one, outcome.roster, screen)] for one in shown]
    yield from aligned(rows, screen)
    if 0 < len(shown) < len(matters):
        yield f"  … và {len(matters) - len(shown)} việc nữa"


def _matter_of(matter: Matter, roster: Roster, screen: Screen | None) -> str:
    unit = roster.by_code.get(matter.unit or "")
    since = f"từ {day_wording(matter.since)}" if matter.since is not None else ""
    parts = (matter_limits(matter) or since, unit.short_name if unit is not None else "")
    about = one_line("; ".join(part for part in parts if part))
    room = screen.columns - len(matter.key) - 4 if screen is not None else 10_000
    return both_fit(one_line(matter.title), about, room) if about else one_line(matter.title)


def matter_limits(matter: Matter) -> str:
    """The limits in hours that run for a matter."""
    return "; ".join(matter_limit(one, matter) for one in matter.waiting)


def matter_limit(one: Timed, matter: Matter) -> str:
    """How long is left of a limit in hours, or since when it is over."""
    if one.is_overdue(matter.as_of):
        return f"{one.limit.name}: quá hạn từ {moment_wording(one.due)}"
    if one.due.date() == matter.as_of:
        return f"{one.limit.name}: trong ngày, đến {hour_wording(one.due.time())}"
    return f"{one.limit.name}: còn {one.hours_left(matter.as_of)} giờ, đến {moment_wording(one.due)}"


# How far each unit has got


def _unit_lines(outcome: StatusOutcome, detail: _Detail, screen: Screen | None) -> Iterator[str]:
    if not detail.kinds:
        return
    kinds = [
        (kind.name, [row for row in outcome.rows if row.unit.kind == kind.code])
        for kind in outcome.roster.kinds
    ]
    kinds = [(name, rows) for name, rows in kinds if any(row.state is not State.EXEMPT for row in rows)]
    if detail.units:
        told = {name: [*_by_unit(rows)] for name, rows in kinds}
        lines = iter(aligned([line for each in told.values() for line in each], screen))
        for name, each in told.items():
            yield bold(one_line(name))
            block = [next(lines) for _ in each]
            yield from abreast(block, screen) if detail.abreast else block
        return
    rows_of = [
        [one_line(name), f"{len({row.unit.code for row in rows})} đơn vị", *_got(rows)]
        for name, rows in kinds
    ]
    if rows_of:
        yield f"{bold('Các đơn vị')} (mỗi đơn vị một dòng: truyenthong status --units)"
        yield from aligned(rows_of, screen)


def _by_unit(rows: Iterable[Row]) -> Iterator[list[str]]:
    units: dict[str, list[Row]] = {}
    for row in rows:
        units.setdefault(row.unit.code, []).append(row)
    for each in units.values():
        if any(row.state is not State.EXEMPT for row in each):
            yield [one_line(each[0].unit.short_name), *_got(each)]


def _got(rows: Sequence[Row]) -> tuple[str, str, str]:
    """What was received of what had to be sent, what came in time, how many are behind."""
    figures = measures(rows)
    if not figures.expected:
        return ("chưa phải nộp gì", "", "")
    late = sum(row.behind for row in rows)
    return (
        f"nhận {figures.received}/{figures.expected}",
        f"đúng hạn {figures.on_time}",
        f"chậm {late}" if late else "",
    )
