"""One row of the board, its receipts, and how its deadline was computed, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from truyenthong.model.moments import Moment
from truyenthong.model.periods import Period, PeriodKind
from truyenthong.model.plan import Obligation
from truyenthong.model.submissions import DecisionKind, Extension, PaperNumber, Receipt
from truyenthong.progress.rows import Row, State
from truyenthong.text import day_and_hour, day_wording
from truyenthong.views.papers import padded_number
from truyenthong.views.remarks import is_known, is_mendable, remarks_for_unit
from truyenthong.views.subject import PlainValue, ViewInput
from truyenthong.views.wording import (
    behind_reason,
    channel_text,
    due_text,
    look_of,
    next_step,
    request_text,
    state_mark,
    state_text,
)


def row_views(rows: Iterable[Row], given: ViewInput) -> list[PlainValue]:
    """The rows, numbered from 1."""
    return [row_view(row, given, place=place) for place, row in enumerate(rows, start=1)]


def row_view(row: Row, given: ViewInput, *, place: int) -> dict[str, PlainValue]:
    """One row: whose, what, until when, its state and what comes next."""
    due = row.due or row.internal_due
    return {
        "stt": place,
        "don_vi": row.unit.name,
        "don_vi_tat": row.unit.short_name,
        "ma_don_vi": row.unit.code,
        "nhiem_vu": row.obligation.name,
        "ma_nhiem_vu": row.obligation.code,
        "noi_dung": written_duty(row.obligation, row.period),
        "dieu_khoan": row.obligation.clause,
        "trich": row.obligation.quotation,
        "ky": row.period.written if row.period is not None else "",
        "ma_ky": row.period_code or "",
        "han": due.day if due is not None else None,
        "han_chu": due_text(row),
        **_extension(row.extension),
        "cach_tinh": [*due.steps] if due is not None else [],
        "trang_thai": row.state.value,
        "trang_thai_chu": state_text(row),
        "ky_hieu": state_mark(row),
        "sac": look_of(row).tone,
        "mau_nen": look_of(row).shade,
        "cham": row.behind,
        "qua_han_ngay": row.days_late if row.behind else None,
        "qua_han_ngay_lam_viec": row.working_days_late if row.behind else None,
        "nhan_tu": ", ".join(one.name for one in row.before),
        "khoa_so": row.lock,
        "sau_khoa_so": bool(row.locked_out),
        "con_ngay": row.days_left,
        "ly_do": behind_reason(row) if row.behind else "",
        "yeu_cau": request_text(row),
        "cho_sua": [*_to_mend(row, given)],
        "can_lam": next_step(row, given.plan.contact, mendable=is_mendable(row, given.findings_of(row))),
        "da_nhan": _counted(row),
        "lan_nhan": [_receipt(place, one, row) for place, one in enumerate(row.receipts, start=1)],
    }


def _to_mend(row: Row, given: ViewInput) -> Iterator[PlainValue]:
    """What the unit has to mend in a faulty paper, a sentence without its stop for each place."""
    if row.state is State.INVALID:
        form = given.plan.form_of(row.obligation)
        known = [one for one in given.findings_of(row) if is_known(one, row)]
        for one in remarks_for_unit(known, form):
            if one.must:
                yield f"{place_in(row, one.where)}: {one.what.rstrip('. ')}"


def place_in(row: Row, where: str) -> str:
    """Where something is in what a unit sent; which receipt, only where there are several."""
    return where.removeprefix("lần nhận 1, ") if len(row.receipts) == 1 else where


def duty_in_period(obligation: Obligation, period: Period | None) -> str:
    """The duty with its period, unless the duty has one period a year («… (tháng 11/2020)»)."""
    if period is None or period.kind is PeriodKind.SCHOOL_YEAR:
        return obligation.name
    return f"{obligation.name} ({period.label})"


def written_duty(obligation: Obligation, period: Period | None) -> str:
    """The same as papers write it («… (tháng 01 năm 2021)»)."""
    if period is None or period.kind is PeriodKind.SCHOOL_YEAR:
        return obligation.name
    return f"{obligation.name} ({period.written})"


def moment_text(moment: Moment) -> str:
    """«28/5/2021 09:15», without the hour where it is not known."""
    return day_and_hour(moment.day, moment.hour)


def paper_text(paper: PaperNumber | None) -> str:
    """«45/BC-PGDĐT ngày 27/5/2021»; empty where nothing was written down."""
    if paper is None:
        return ""
    parts = [part for part in (padded_number(paper.number), paper.symbol or "") if part]
    words = "/".join(parts)
    if paper.day is not None:
        words = f"{words} ngày {day_wording(paper.day)}".strip()
    return words


def extension_text(extension: Extension) -> str:
    """«gia hạn đến hết ngày 05/6/2021 (Văn phòng Sở cho ngày 20/5/2021, văn bản số 120/SGDĐT-VP; Mưa lũ)»."""
    paper = paper_text(extension.paper)
    granted = f"cho ngày {day_wording(extension.granted)}"
    told = f"{extension.by} {granted}" if extension.by else granted
    told = f"{told}, văn bản số {paper}" if paper else told
    told = f"{told}; {extension.reason}" if extension.reason else told
    return f"gia hạn đến hết ngày {day_wording(extension.until)} ({told})"


def _extension(one: Extension | None) -> dict[str, PlainValue]:
    """The extension in force: as one text, and in parts; empty where there is none."""
    return {
        "gia_han": extension_text(one) if one is not None else "",
        "gia_han_den": one.until if one is not None else None,
        "gia_han_ngay": one.granted if one is not None else None,
        "gia_han_boi": (one.by or "") if one is not None else "",
        "gia_han_van_ban": paper_text(one.paper) if one is not None else "",
        "gia_han_ly_do": (one.reason or "") if one is not None else "",
    }


def _counted(row: Row) -> str:
    receipt = row.shown_receipt
    if receipt is None:
        return ""
    return moment_text(receipt.received)


def _receipt(place: int, receipt: Receipt, row: Row) -> dict[str, PlainValue]:
    decision = receipt.decision
    reason = decision.reason if decision is not None and decision.reason is not None else ""
    return {
        "stt": place,
        "nhan_luc": moment_text(receipt.received),
        "kenh": channel_text(receipt.channel),
        "van_ban": paper_text(receipt.paper),
        "tep": [one.name for one in receipt.files],
        "khong_phat_sinh": receipt.nil,
        "ket_qua": _result(receipt, row),
        "ly_do": reason,
        "tinh_han": receipt is row.first_valid,
        "tinh_noi_dung": receipt is row.latest_valid,
    }


def files_view(receipt: Receipt) -> list[dict[str, PlainValue]]:
    """The files of a receipt by the names that the unit gave them."""
    return [{"ten": one.name} for one in receipt.files]


def _result(receipt: Receipt, row: Row) -> str:
    if receipt.decision is not None and receipt.decision.kind is DecisionKind.RETURNED:
        return "bị trả lại"
    if receipt in row.locked_out:
        return "sau ngày khóa sổ, chưa được tính"
    if receipt is row.first_valid:
        return "được tính thời hạn" if row.due is not None else "được ghi nhận"
    if receipt is row.latest_valid:
        return "bổ sung, được tính nội dung"
    if row.first_valid is not None and receipt.received.sort_key >= row.first_valid.received.sort_key:
        return "bổ sung"
    return "có lỗi, chưa được tính"


def ordered_behind(rows: Sequence[Row]) -> list[Row]:
    """Rows by unit as in the roster, within a unit the longest overdue first."""
    places = {unit: place for place, unit in enumerate(dict.fromkeys(row.unit.code for row in rows))}
    return sorted(rows, key=lambda row: (places[row.unit.code], -(row.days_late or 0)))
