"""One unit with its duties, what it has sent, and what it has to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from truyenthong.model.periods import PeriodKind
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.units import Roster, Unit
from truyenthong.progress.rows import Row, State
from truyenthong.views.board import measures_view
from truyenthong.views.fair import comparison_view
from truyenthong.views.remarks import is_mendable
from truyenthong.views.rows import ordered_behind, row_view, row_views
from truyenthong.views.subject import PlainValue, Subject, ViewInput
from truyenthong.views.wording import addressee_text, due_text, periods_text

_QUIET = (State.OPTIONAL, State.UPCOMING, State.UNDATED)
"""States that a paper does not list period by period: nothing came and nothing is due yet."""

_OPEN = (State.OVERDUE, State.RETURNED, State.INVALID, State.DUE_SOON)
"""States in which the unit, or the agency for a faulty paper, has something to do now."""


def unit_view(unit: Unit, subject: Subject, *, silent: bool) -> dict[str, PlainValue]:
    """The unit, its measures, its duties and what it has to do now."""
    rows = [row for row in subject.rows if row.unit.code == unit.code and row.state is not State.EXEMPT]
    given = subject.given
    open_rows = [row for row in rows if row.state in _OPEN and row.obligation.to_be_sent]
    with_agency = [
        row
        for row in open_rows
        if row.locked_out or (row.state is State.INVALID and not is_mendable(row, given.findings_of(row)))
    ]
    return {
        **unit_names(unit, subject.given.roster),
        "so_do": measures_view(rows, unit.short_name, silent=silent),
        "so_sanh": comparison_view(rows, unit.name, as_of=given.as_of, earlier=given.earlier, silent=silent),
        "nhiem_vu": [*_duties(rows, given)],
        "dong": row_views([row for row in rows if _is_told(row)], given),
        "tinh_hinh": row_views([row for row in rows if row.expected or row in open_rows], given),
        "gui_them": [*_sent_besides(row for row in rows if not row.expected and row not in open_rows)],
        "can_lam": row_views(ordered_behind([row for row in open_rows if row not in with_agency]), given),
        "cho_xu_ly": row_views(ordered_behind(with_agency), given),
    }


def _sent_besides(rows: Iterable[Row]) -> Iterator[PlainValue]:
    """What came without having to come by a day: each duty with the periods for which it came."""
    by_duty: dict[str, list[Row]] = {}
    for row in rows:
        if row.receipts:
            by_duty.setdefault(row.obligation.name, []).append(row)
    for name, of_duty in by_duty.items():
        periods = [row.period for row in of_duty if row.period is not None]
        monthly = [one for one in periods if one.kind is not PeriodKind.SCHOOL_YEAR]
        yield {"ten": name, "so_ky": len(monthly), "ky": periods_text(monthly)}


def unit_names(unit: Unit, roster: Roster) -> dict[str, PlainValue]:
    """The unit's names and what is known of it."""
    kind = roster.kinds_by_code.get(unit.kind)
    return {
        "ma": unit.code,
        "ten": unit.name,
        "ten_tat": unit.short_name,
        "loai": kind.name if kind is not None else "",
        "dia_ban": unit.area or "",
        "ten_in_hoa": unit.name.upper(),
        "chu_quan_in_hoa": (unit.superior or "").upper(),
        "dia_danh": unit.place or "",
        "da_xac_minh": unit.verified,
    }


def _is_told(row: Row) -> bool:
    yearly = row.period is None or row.period.kind is PeriodKind.SCHOOL_YEAR
    return yearly or bool(row.receipts) or row.state not in _QUIET


def _duties(rows: Sequence[Row], given: ViewInput) -> list[dict[str, PlainValue]]:
    by_duty: dict[str, list[Row]] = {}
    for row in rows:
        by_duty.setdefault(row.obligation.code, []).append(row)
    return [
        _duty(place, given.plan.obligations_by_code[code], of_duty, given)
        for place, (code, of_duty) in enumerate(by_duty.items(), start=1)
    ]


def _duty(place: int, duty: Obligation, rows: Sequence[Row], given: ViewInput) -> dict[str, PlainValue]:
    untold = [row for row in rows if not _is_told(row)]
    steps = rows[0].due.steps if len(rows) == 1 and rows[0].due is not None else ()
    return {
        **duty_view(place, duty, given.plan),
        "han": due_text(rows[0]) if len(rows) == 1 else "",
        "cach_tinh": [*steps],
        "cach_tinh_chu": " ".join(steps),
        "dong": [
            row_view(row, given, place=number)
            for number, row in enumerate((row for row in rows if _is_told(row)), start=1)
        ],
        "con_lai": len(untold),
    }


def duty_view(place: int, duty: Obligation, plan: Plan) -> dict[str, PlainValue]:
    """A duty as the plan sets it."""
    return {
        "stt": place,
        "ma": duty.code,
        "ten": duty.name,
        "dieu_khoan": duty.clause,
        "trich": duty.quotation,
        "gui": addressee_text(duty, plan),
        "phai_gui": duty.to_be_sent,
        "bat_buoc": duty.mandatory,
        "tep_mem": duty.soft_file,
        "ghi_chu": duty.note or "",
    }
