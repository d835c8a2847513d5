"""Units: one with its duties and what it has to do; several, as it is fair to compare them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from truyenthong.model.periods import PeriodKind
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.units import Roster, Unit
from truyenthong.progress.fair import EarlierYear, FairMeasures, fair_measures
from truyenthong.progress.rows import Row, State, measures
from truyenthong.text import number_wording
from truyenthong.views.board import measures_view, share_text
from truyenthong.views.remarks import is_mendable
from truyenthong.views.rows import ordered_behind, row_view, row_views
from truyenthong.views.subject import PlainValue, Subject, ViewInput, is_asked_outside
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


def comparison_view(
    rows: Sequence[Row], name: str, *, as_of: date, earlier: EarlierYear | None, silent: bool
) -> dict[str, PlainValue]:
    """The measures of rows, what is fair to compare, and both of the earlier year."""
    before = earlier.rows_like(rows) if earlier is not None else ()
    return {
        **measures_view(rows, name, silent=silent),
        **_fair_view(fair_measures(rows, as_of=as_of)),
        "nam_truoc": {
            "co": bool(before),
            "nam_hoc": earlier.school_year if earlier is not None else "",
            **measures_view(before, name, silent=not any(row.receipts for row in before)),
            **_fair_view(
                fair_measures(before, as_of=earlier.progress.as_of if earlier is not None else as_of)
            ),
        },
        "cau": "" if silent else f"{'. '.join(fair_sentences(rows, as_of=as_of, earlier=earlier))}.",
    }


def _fair_view(fair: FairMeasures) -> dict[str, PlainValue]:
    return {
        "so_bai": fair.papers,
        "trung_vi_ngay": fair.median_days,
        "trung_vi_chu": median_text(fair),
        "so_lan_tra_lai": fair.returns,
        "thang_co_bao_cao": fair.months_reported,
        "thang_hoat_dong": fair.months_active,
        "thang_chu": f"{fair.months_reported} trên {fair.months_active} tháng" if fair.months_active else "",
    }


def median_text(fair: FairMeasures) -> str:
    """«sớm hơn hạn 2 ngày», «muộn hơn hạn 1,5 ngày», «đúng ngày cuối»; empty without a paper."""
    if fair.median_days is None:
        return ""
    if fair.median_days == 0:
        return "đúng ngày cuối của hạn"
    way = "sớm" if fair.median_days < 0 else "muộn"
    return f"{way} hơn hạn {number_wording(abs(fair.median_days), decimals=1)} ngày"


def fair_sentences(rows: Sequence[Row], *, as_of: date, earlier: EarlierYear | None) -> Iterator[str]:
    """What is fair to compare: a sentence for this year, one for the earlier year; no full stops."""
    yield _sentence(rows, as_of)
    before = earlier.rows_like(rows) if earlier is not None else ()
    if earlier is not None and before:
        yield f"Năm học {earlier.school_year}, cùng ngày: {_lower(_sentence(before, earlier.progress.as_of))}"
    elif earlier is not None:
        yield f"Năm học {earlier.school_year}: không có đơn vị này, nhiệm vụ này để so sánh"


def _sentence(rows: Sequence[Row], as_of: date) -> str:
    figures, fair = measures(rows), fair_measures(rows, as_of=as_of)
    parts = [f"Đúng hạn {share_text(figures.on_time, figures.expected)}" if figures.expected else ""]
    parts.append(f"thường {median_text(fair)}" if fair.papers > 1 else median_text(fair))
    parts.append(f"bị trả lại {fair.returns} lần" if fair.returns else "không bị trả lại lần nào")
    months = f"{fair.months_reported} trên {fair.months_active} tháng" if fair.months_active else ""
    parts.append(f"có báo cáo {months}" if months else "")
    told = ", ".join(part for part in parts if part)
    return told[0].upper() + told[1:]


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def comparisons(subject: Subject, *, silent: bool) -> list[PlainValue]:
    """A line for each unit outside the agency that owes or has sent what the report is about.

    The figures are of all that the unit owes the agency, whatever the report is about, so that two papers of
    one day say the same of it.
    """
    given = subject.given
    meant = {row.unit.code for row in subject.rows if row.state not in (State.EXEMPT, State.OPTIONAL)}
    rows = [row for row in given.progress.rows if is_asked_outside(row, given.roster)]
    of_unit: dict[str, list[Row]] = {}
    for row in rows:
        if row.unit.code in meant and row.state is not State.EXEMPT:
            of_unit.setdefault(row.unit.code, []).append(row)
    lines: list[PlainValue] = []
    for unit in given.roster.ordered():
        mine = of_unit.get(unit.code)
        if mine is not None:
            kind = given.roster.kinds_by_code.get(unit.kind)
            lines.append(
                {
                    "stt": len(lines) + 1,
                    "ma_don_vi": unit.code,
                    "ten_tat": unit.short_name,
                    "loai": kind.name if kind is not None else "",
                    **comparison_view(
                        mine, unit.name, as_of=given.as_of, earlier=given.earlier, silent=silent
                    ),
                }
            )
    return lines
