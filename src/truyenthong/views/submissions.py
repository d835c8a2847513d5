"""One submission and one line of a table in it, with the form's values as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truyenthong.findings import Finding, Severity
from truyenthong.model.forms import Content, FieldType, Form
from truyenthong.model.forms import Row as FormRow
from truyenthong.model.plan import Contact, Plan
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.model.units import Roster
from truyenthong.progress.rows import Row, State
from truyenthong.views.remarks import UnitRemark, is_known, remarks_for_unit
from truyenthong.views.rows import files_view, place_in, row_view
from truyenthong.views.subject import PlainValue, ViewInput, is_asked_outside
from truyenthong.views.totals import ValueReader
from truyenthong.views.wording import next_step


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOfSubmission:
    """What one file of a report of scope ``bai-nop`` or ``dong`` is about.

    Attributes:
        line: the place in the table named by ``bang``, counted from 0; None for the whole submission.
    """

    row: Row
    line: int | None = None


def pieces_of(given: ViewInput, entry: ReportEntry) -> tuple[PaperOfSubmission, ...]:
    """What came in for the entry's duty, or the lines of its table.

    Where the entry names no duty: whatever units outside the agency sent to the agency.
    """
    rows = [row for row in given.progress.rows if row.receipts and _is_meant(row, given, entry)]
    if entry.scope is ReportScope.SUBMISSION:
        return tuple(PaperOfSubmission(row=row) for row in rows)
    return tuple(
        PaperOfSubmission(row=row, line=place)
        for row in rows
        for place in range(len(_lines(row, entry.table)))
    )


def _is_meant(row: Row, given: ViewInput, entry: ReportEntry) -> bool:
    if entry.obligation is None:
        return is_asked_outside(row, given.roster)
    return row.obligation.code == entry.obligation


def submission_view(row: Row, given: ViewInput) -> dict[str, PlainValue]:
    """The row with the values of the form: by code in ``so_lieu``, with labels in ``muc`` and ``bang``."""
    form = given.plan.form_of(row.obligation)
    content = content_of(row)
    fields = () if form is None or content is None else form.fields
    reading = ValueReader(plan=given.plan, roster=given.roster)
    tables = [field for field in fields if field.type is FieldType.TABLE]
    return {
        **row_view(row, given, place=1),
        "bieu_mau": form.name if form is not None else "",
        "tep_da_nhan": [
            {"lan": place, **one}
            for place, receipt in enumerate(row.receipts, start=1)
            for one in files_view(receipt)
        ],
        "so_lieu": {field.code: reading.value(field, content or {}) for field in fields},
        "muc": [
            {
                "ma": field.code,
                "nhan": field.label,
                "gia_tri": reading.words(field, (content or {}).get(field.code)),
            }
            for field in fields
            if field.type is not FieldType.TABLE
        ],
        "bang": [reading.table(field, content or {}) for field in tables],
    }


def line_view(
    piece: PaperOfSubmission, entry: ReportEntry, plan: Plan, roster: Roster
) -> dict[str, PlainValue]:
    """One line of the table, by the codes of its columns."""
    form: Form | None = plan.form_of(piece.row.obligation)
    table = form.field(entry.table) if form is not None and entry.table is not None else None
    lines = _lines(piece.row, entry.table)
    if table is None or piece.line is None or piece.line >= len(lines):
        return {}
    reading = ValueReader(plan=plan, roster=roster)
    line = lines[piece.line]
    choosing = [column for column in table.columns if column.type is FieldType.CHOICE]
    return {
        "ma": {column.code: str(line.get(column.code) or "") for column in choosing},
        **{column.code: reading.plain(column, line.get(column.code)) for column in table.columns},
    }


def content_of(row: Row) -> Content | None:
    """The values that count: those of the latest valid receipt, else of the last one that has any."""
    if row.latest_valid is not None and row.latest_valid.content is not None:
        return row.latest_valid.content
    return next((one.content for one in reversed(row.receipts) if one.content is not None), None)


def _lines(row: Row, table: str | None) -> Sequence[FormRow]:
    """The lines of a table in the paper whose content counts; a faulty or returned one has none to print."""
    content = row.latest_valid.content if row.latest_valid is not None else None
    lines = content.get(table) if content is not None and table is not None else None
    return lines if isinstance(lines, tuple) else ()


MUST, SHOULD = "phải sửa", "đề nghị xem lại"
"""How much a remark weighs, in words."""


def check_view(
    row: Row, findings: Sequence[Finding], form: Form | None, contact: Contact
) -> dict[str, PlainValue]:
    """What the unit has to mend in what was received by the day, the gravest first, and what follows."""
    known = [one for one in findings if is_known(one, row)]
    remarks = list(remarks_for_unit(known, form))
    must = sum(one.must for one in remarks)
    ours = sum(one.severity is Severity.ERROR for one in known) - must
    return {
        "so_loi": must,
        "so_canh_bao": len(remarks) - must,
        "ket_luan": _verdict(row, must=must, ours=ours),
        "can_lam": _step(row, contact, must=must, told=len(remarks)),
        "dong": [_line(place, one, row) for place, one in enumerate(remarks, start=1)],
    }


def _verdict(row: Row, *, must: int, ours: int) -> str:
    """What follows for the unit, one whole sentence; ``ours`` are errors that only the office can mend."""
    if row.state is State.RETURNED:
        return "Bài nộp đã bị trả lại, chưa được tính."
    if row.latest_valid is None and must:
        return f"Bài nộp có {must} lỗi phải sửa, chưa được tính."
    if row.latest_valid is None and ours:
        return "Bài nộp chưa được tính; cơ quan tiếp nhận đang kiểm tra lại phần ghi nhận của mình."
    if row.latest_valid is None:
        return "Bài nộp chưa được tính."
    if must:
        return f"Bài nộp được tính; {must} lỗi nêu dưới đây cần được sửa ở lần gửi bổ sung."
    return "Không có lỗi; bài nộp được tính."


def _step(row: Row, contact: Contact, *, must: int, told: int) -> str:
    """What the unit has to do next, in keeping with what the paper says."""
    if row.latest_valid is None or not told:
        return next_step(row, contact, mendable=bool(must))
    if must:
        return "Sửa những chỗ nêu trên ở lần gửi bổ sung."
    return "Xem lại những chỗ nêu trên; cần thì gửi bổ sung."


def _line(place: int, remark: UnitRemark, row: Row) -> dict[str, PlainValue]:
    return {
        "stt": place,
        "muc_do": MUST if remark.must else SHOULD,
        "cho": place_in(row, remark.where),
        "noi_dung": remark.what,
        "cach_sua": remark.mend,
    }
