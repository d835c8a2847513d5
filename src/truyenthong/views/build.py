"""Builds the view of each scope: everything that a Word template may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from truyenthong.model.periods import Period
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.units import Unit
from truyenthong.progress.rows import State
from truyenthong.text import day_wording, long_day_wording
from truyenthong.views.board import (
    all_measures,
    board_charts,
    board_view,
    due_ahead,
    due_ahead_grouped,
    legend_view,
    measures_view,
)
from truyenthong.views.collected import COLLECTED, charts_view, collected_view, unverified_named
from truyenthong.views.papers import (
    addressees_view,
    agency_view,
    contact_view,
    paper_view,
    recipient_lines,
    signer_view,
)
from truyenthong.views.plan_text import plan_view
from truyenthong.views.registers import (
    COVERAGE,
    REGISTERS,
    Filing,
    coverage_view,
    filing_view,
    registers_view,
)
from truyenthong.views.rows import ordered_behind, row_views
from truyenthong.views.subject import (
    Names,
    PlainValue,
    Subject,
    View,
    ViewInput,
    distinct_units,
    is_asked_outside,
    subject_of,
)
from truyenthong.views.submissions import PaperOfSubmission, check_view, line_view, submission_view
from truyenthong.views.units import comparison_view, comparisons, duty_view, unit_names, unit_view
from truyenthong.views.week import week_chart, week_view
from truyenthong.views.wording import NOTHING_RECEIVED, SAMPLE_MARK

_View = dict[str, PlainValue]


def build_view(
    given: ViewInput,
    entry: ReportEntry,
    *,
    unit: Unit | None = None,
    period: Period | None = None,
    piece: PaperOfSubmission | None = None,
    filing: Filing | None = None,
) -> View:
    """The view of one file of a report.

    Args:
        given: what all views of a run share.
        entry: the entry of the catalogue.
        unit: the unit of a report per unit; for other reports, narrows the rows.
        period: narrows the rows to one period of the entry's duty.
        piece: the submission, or the line in it, of a report per submission or per line.
        filing: the entry of a report per entry of a register.

    Raises:
        ValueError: a report per unit, submission, line or entry without that.
    """
    if filing is not None:
        subject = Subject(given=given, entry=entry, unit=filing.unit, period=None, rows=())
        return View({**_common(subject), **filing_view(filing, given)})
    if piece is not None:
        return _piece(given, entry, piece)
    subject = subject_of(given, entry, unit=unit, period=period)
    if entry.scope is ReportScope.SECTOR:
        return View(_common(subject), (*_sector(subject), *_collected(subject)))
    if unit is None or entry.scope is not ReportScope.UNIT:
        raise ValueError(f"report {entry.code} is made for one {entry.scope} at a time")
    return View({**_common(subject), "don_vi": unit_view(unit, subject, silent=_is_silent(subject))})


def _piece(given: ViewInput, entry: ReportEntry, piece: PaperOfSubmission) -> View:
    row = piece.row
    subject = Subject(given=given, entry=entry, unit=row.unit, period=row.period, rows=(row,))
    view: _View = {
        **_common(subject),
        "don_vi": unit_names(row.unit, given.roster),
        "bai_nop": submission_view(row, given),
        "kiem_tra": check_view(
            row, given.findings_of(row), given.plan.form_of(row.obligation), given.plan.contact
        ),
    }
    if piece.line is not None:
        view["dong"] = line_view(piece, entry, given.plan, given.roster)
    return View(view)


def entry_has_something(given: ViewInput, entry: ReportEntry, *, period: Period | None = None) -> bool:
    """Whether the list named by ``chi_khi`` is not empty; always for an entry without ``chi_khi``."""
    if entry.only_if is None or entry.scope is not ReportScope.SECTOR:
        return True
    return bool(build_view(given, entry, period=period).get(entry.only_if))


def _is_silent(subject: Subject) -> bool:
    """Whether rates are left out: nothing was received in the whole workspace."""
    given = subject.given
    if given.nothing_received is not None:
        return given.nothing_received
    return not any(row.receipts for row in given.progress.rows)


def _common(subject: Subject) -> _View:
    given, plan = subject.given, subject.plan
    silent = _is_silent(subject)
    return {
        "mau": given.sample,
        "dau_mau": SAMPLE_MARK if given.sample else "",
        "ngay_lap": given.as_of,
        "tinh_den": f"hết ngày {day_wording(given.as_of)}",
        "tinh_den_chu": f"hết {long_day_wording(given.as_of)}",
        "nam_hoc": plan.year.code,
        "bao_cao": {"ma": subject.entry.code, "ten": subject.entry.name},
        "ky": _period(subject.period),
        "co_quan": agency_view(plan.agency),
        "soan_thao": {"ten": plan.drafting.name, "ky_hieu": plan.drafting.symbol or ""},
        "lien_he": contact_view(plan.contact, plan.agency),
        "van_ban": paper_view(subject),
        "kinh_gui": addressees_view(subject),
        "noi_nhan": recipient_lines(subject),
        "nguoi_ky": signer_view(subject),
        "ke_hoach": given.shared(_plan)["ke_hoach"],
        "chua_co_bai_nop": silent,
        "cau_chua_co": f"Đến nay {NOTHING_RECEIVED}." if silent else "",
        "don_vi_chua_xac_minh": _unverified(subject),
    }


def _plan(given: ViewInput) -> Names:
    return {"ke_hoach": plan_view(given.plan)}


def _period(period: Period | None) -> _View:
    if period is None:
        return {"ma": "", "ten": "", "tu_ngay": None, "den_ngay": None}
    return {
        "ma": period.code,
        "ten": period.written,
        "tu_ngay": period.days.start,
        "den_ngay": period.days.last,
    }


def _unverified(subject: Subject) -> int:
    if subject.entry.scope is ReportScope.SECTOR and subject.entry.obligation is not None:
        return unverified_named(subject)
    return sum(not unit.verified for unit in _named_units(subject))


_Group = tuple[Sequence[str], Callable[[], Names]]


def _sector(subject: Subject) -> Iterator[_Group]:
    given, silent = subject.given, _is_silent(subject)
    chased = ordered_behind(subject.chased)
    one: dict[str, Callable[[], PlainValue]] = {
        "so_do": lambda: all_measures(subject, silent=silent),
        "so_do_ngoai_so": lambda: measures_view(
            [row for row in subject.rows if is_asked_outside(row, given.roster)],
            "Các đơn vị ngoài cơ quan",
            silent=silent,
        ),
        "so_sanh": lambda: comparisons(subject, silent=silent),
        "so_sanh_chung": lambda: comparison_view(
            [row for row in given.progress.rows if is_asked_outside(row, given.roster)],
            "Các đơn vị ngoài cơ quan",
            as_of=given.as_of,
            earlier=given.earlier,
            silent=silent,
        ),
        "nhom": lambda: board_view(subject),
        "chu_giai": lambda: legend_view(subject),
        "cham": lambda: row_views(chased, given),
        "don_vi_cham": lambda: [
            {
                **unit_names(unit, given.roster),
                "dong": row_views([row for row in chased if row.unit.code == unit.code], given),
            }
            for unit in distinct_units(chased)
        ],
        "cho_xu_ly": lambda: row_views(ordered_behind(subject.with_agency), given),
        "duoc_gia_han": lambda: row_views(
            [row for row in subject.rows if row.extension is not None and row.state is not State.EXEMPT],
            given,
        ),
        "don_vi_cham_chua_xac_minh": lambda: sum(
            not unit.verified for unit in distinct_units(subject.behind_outside)
        ),
        "sap_den_han_30": lambda: row_views(due_ahead(subject), given),
        "sap_den_han_nhom": lambda: due_ahead_grouped(subject),
        "don_vi": lambda: [unit_names(unit, given.roster) for unit in _named_units(subject)],
        "nhiem_vu": lambda: [
            duty_view(place, duty, subject.plan)
            for place, duty in enumerate(subject.plan.obligations, start=1)
        ],
        "tuan": lambda: week_view(subject),
        "bieu_do": lambda: {
            **board_charts(subject, silent=silent),
            "tuan_theo_noi_dung": week_chart(given),
            **charts_view(subject),
        },
    }
    for name, make in one.items():
        yield (name,), partial(_named, name, make)


def _named(name: str, make: Callable[[], PlainValue]) -> Names:
    return {name: make()}


def _collected(subject: Subject) -> Iterator[_Group]:
    """What costs more than the rest: the sums of all submissions, and what all papers of a run share."""
    yield COLLECTED, partial(collected_view, subject)
    yield REGISTERS, partial(subject.given.shared, registers_view)
    yield COVERAGE, partial(subject.given.shared, coverage_view)


def _named_units(subject: Subject) -> Sequence[Unit]:
    return distinct_units([row for row in subject.rows if row.state is not State.EXEMPT])
