"""What the page of progress shows, as plain data: the same figures, rows and charts as the Word reports."""

from __future__ import annotations

from collections.abc import Sequence

from truyenthong.model.matters import Matter, open_matters
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.units import Unit
from truyenthong.progress.rows import Row
from truyenthong.text import day_wording, long_day_wording, number_wording, percent_wording
from truyenthong.views.board import (
    all_measures,
    board_charts,
    due_ahead_grouped,
    legend_view,
)
from truyenthong.views.page.board import page_board
from truyenthong.views.page.decisions import NAMED, Doubts, decisions, decisions_view
from truyenthong.views.registers import coverage_view
from truyenthong.views.rows import written_duty
from truyenthong.views.subject import PlainValue, ViewInput, distinct_units, subject_of
from truyenthong.views.wording import (
    NOTHING_RECEIVED,
    SAMPLE_MARK,
    behind_reason,
    due_text,
    state_text,
)

_View = dict[str, PlainValue]

_ENTRY = ReportEntry(code="trang", name="Trang tiến độ", template="", scope=ReportScope.SECTOR)


def page_view(given: ViewInput, doubts: Doubts, *, full: bool) -> _View:
    """Everything that the page shows.

    Args:
        given: the rows and registers.
        doubts: what waits for a decision besides rows of the board.
        full: with what people have written themselves, in which persons and telephones may be named: titles
            of matters, reasons of returns, whom to call at a unit that is late.
    """
    subject = subject_of(given, _ENTRY)
    silent = given.nothing_received is True
    behind = [] if silent else sorted((row for row in subject.rows if row.behind), key=_longest_first)
    measured = all_measures(subject, silent=silent)
    covered = coverage_view(given)["do_phu"] if any(one.covers for one in given.plan.registers) else None
    charts = board_charts(subject, silent=silent)
    return {
        "ten": "Tiến độ kế hoạch truyền thông",
        "co_quan": given.plan.agency.full_name,
        "nam_hoc": given.plan.year.code,
        "ngay": given.as_of.isoformat(),
        "tinh_den": f"hết {long_day_wording(given.as_of)}",
        "dau_mau": SAMPLE_MARK if given.sample else "",
        "im_lang": f"Đến nay {NOTHING_RECEIVED}." if silent else "",
        "so": _figures(measured["chung"]),
        "cham": _behind(behind, full=full),
        "so_cham": len(behind),
        "so_don_vi_cham": len(distinct_units(behind)),
        "lau_nhat": max((row.days_late or 0 for row in behind), default=0),
        "viec_cho": [*decisions_view(subject, doubts, full=full)],
        "so_quyet_dinh": decisions(subject, doubts),
        "nhom": page_board(subject, behind),
        "chu_giai": legend_view(subject),
        "bieu_do": [charts["theo_loai"], charts["theo_thang"]],
        "do_phu": covered,
        "vu_viec": [_matter(one, given, full=full) for one in _open(given)],
        "sap_den_han": due_ahead_grouped(subject),
        "day_du": full,
    }


def _longest_first(row: Row) -> tuple[int, int]:
    return (-(row.days_late or 0), row.obligation.index)


def _figures(measures: PlainValue) -> list[PlainValue]:
    """The five figures of the board with their names; a rate that does not exist is a dash."""
    if not isinstance(measures, dict):
        return []
    named = (
        ("Phải nộp", "phai_nop"),
        ("Đã nhận", "da_nhan"),
        ("Tỷ lệ nhận", "ty_le_nhan"),
        ("Đúng hạn", "dung_han"),
        ("Tỷ lệ đúng hạn", "ty_le_dung_han"),
    )
    return [{"ten": name, "chu": _figure(measures[key])} for name, key in named]


def _figure(value: PlainValue) -> str:
    if isinstance(value, float):
        return percent_wording(value)
    return number_wording(value) if isinstance(value, int) else "–"


def _behind(rows: Sequence[Row], *, full: bool) -> list[PlainValue]:
    """Who is late, by duty and period; of many the longest are named and the others counted."""
    groups: dict[tuple[str, str | None], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.obligation.code, row.period_code), []).append(row)
    return [
        {
            "noi_dung": written_duty(some[0].obligation, some[0].period),
            "dieu_khoan": some[0].obligation.clause,
            "dong": [
                {
                    "don_vi": row.unit.short_name,
                    "chu": state_text(row),
                    "han": due_text(row),
                    "gia_han": row.extension is not None,
                    "ly_do": behind_reason(row) if full else "",
                    "lien_he": _people(row.unit) if full else "",
                }
                for row in some[:NAMED]
            ],
            "con": max(0, len(some) - NAMED),
        }
        for some in groups.values()
    ]


def _people(unit: Unit) -> str:
    """Whom to call: «Nguyễn Văn A, Hiệu trưởng, 0213…»."""
    return "; ".join(
        ", ".join(part for part in (one.name, one.position, one.phone) if part) for one in unit.contacts
    )


def _open(given: ViewInput) -> tuple[Matter, ...]:
    return open_matters(given.plan, given.ledgers, as_of=given.as_of)


def _matter(matter: Matter, given: ViewInput, *, full: bool) -> _View:
    unit = given.roster.by_code.get(matter.unit or "")
    first = matter.waiting[0] if matter.waiting else None
    return {
        "so": matter.key,
        "so_theo_doi": matter.ledger.register.name,
        "don_vi": unit.short_name if unit is not None else "",
        "tu": matter.since,
        "qua_han": matter.is_overdue,
        "viec": first.limit.name if first is not None else "",
        "han": day_wording(first.due.date()) if first is not None else "",
        "ten": matter.title if full else "",
    }
