"""The paper around the fields of a Word form for a register: no report, so no number; knows no field."""

from __future__ import annotations

from truyenthong.blanks.docx_controls import AGENCY_TAG, LONG_BLANK, UNIT_TAG, Controls, paragraph, run
from truyenthong.blanks.docx_paper import (
    AGENCY_TITLE,
    UNIT_TITLE,
    borderless,
    issuer_of,
    row_of,
    state_motto,
)
from truyenthong.blanks.filled import BlankRequest
from truyenthong.model.registers import Register

CLOSING_START = "Trên đây là nội dung ghi vào"
_WIDTHS, _HALVES = (3686, 5670), (4678, 4678)


def sheet_head(request: BlankRequest, register: Register, controls: Controls) -> str:
    """Letterhead, name of the form, which register, who fills it in."""
    issuer = issuer_of(request)
    agency = request.plan.agency
    superior = issuer.superior if issuer.name is not None else agency.superior or LONG_BLANK
    name = (issuer.name or agency.name).upper()
    left = paragraph("Superior", run(superior.upper()))
    left += paragraph("Agency", controls.inline(AGENCY_TAG, AGENCY_TITLE, name, blank=LONG_BLANK, fixed=True))
    rows = row_of((left + paragraph("AgencyLine", ""), state_motto()), _WIDTHS)
    title = paragraph("Title", run(request.form.name.strip().upper()))
    clause = f", mục {register.clause} của Kế hoạch" if register.clause else ""
    title += paragraph("Summary", run(f"{register.name}{clause}")) + paragraph("SummaryLine", "")
    unit = request.unit.name if request.unit is not None else None
    who = run("Đơn vị ghi: ") + controls.inline(UNIT_TAG, UNIT_TITLE, unit, blank=LONG_BLANK, fixed=True)
    return f"{borderless(rows, _WIDTHS)}{title}{paragraph('Words', who)}"


def sheet_foot(register: Register) -> str:
    """The closing sentence, and who signs."""
    closing = paragraph("Closing", run(f"{CLOSING_START} «{register.name}»./."))
    signature = paragraph("Position", run("NGƯỜI GHI")) + paragraph("Name", "")
    return f"{closing}{paragraph('Gap', '')}{borderless(row_of(('<w:p/>', signature), _HALVES), _HALVES)}"
