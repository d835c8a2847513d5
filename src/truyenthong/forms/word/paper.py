"""The paper around the fields of a Word form for a register: no report, so no number; knows no field."""

from __future__ import annotations

from dataclasses import dataclass

from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.word.controls import (
    AGENCY_TAG,
    BLANK_DATE,
    DATE_PATTERN,
    LONG_BLANK,
    NIL_TAG,
    NUMBER_TAG,
    SHORT_BLANK,
    SYMBOL_TAG,
    UNIT_TAG,
    Controls,
    date_picker,
    paragraph,
    run,
)
from truyenthong.forms.word.controls import DAY_TAG as PAPER_DAY_TAG
from truyenthong.model.periods import PeriodKind
from truyenthong.model.plan import OWN_AGENCY
from truyenthong.model.registers import Register
from truyenthong.model.reports import TYPE_SYMBOLS
from truyenthong.text import long_day_wording
from truyenthong.views.papers import dashed, padded_number
from truyenthong.views.plan_text import full_citation

_REPORT = "Báo cáo"
NIL_WORDS = "Không phát sinh: trong kỳ không có nội dung phải báo cáo."
UNIT_TITLE, AGENCY_TITLE = "Tên đơn vị", "Tên cơ quan ban hành"
OPENING_END = "báo cáo như sau:"
PAPER_CLOSING_START = "Trên đây là báo cáo của"
_HEADS = (("phòng", "TRƯỞNG PHÒNG"), ("trường", "HIỆU TRƯỞNG"), ("trung tâm", "GIÁM ĐỐC"))
"""Who heads a unit alone, by the first word of its name; whoever signs instead writes it over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who issues the paper: the unit, or the agency for one of its own rooms."""

    superior: str
    name: str | None
    symbol: str | None
    place: str
    position: str


def issuer_of(request: BlankRequest) -> Issuer:
    """Who issues a form's paper; without a unit its name is None and the rest is left to be filled in."""
    unit, agency = request.unit, request.plan.agency
    if unit is None:
        return Issuer(
            superior=LONG_BLANK, name=None, symbol=None, place=SHORT_BLANK, position="THỦ TRƯỞNG ĐƠN VỊ"
        )
    if request.roster.is_inside(unit):
        return Issuer(
            superior=agency.superior or LONG_BLANK,
            name=agency.name,
            symbol=agency.symbol,
            place=agency.place,
            position="THỦ TRƯỞNG ĐƠN VỊ",
        )
    position = next(
        (title for word, title in _HEADS if unit.name.casefold().startswith(word)), "THỦ TRƯỞNG ĐƠN VỊ"
    )
    return Issuer(
        superior=unit.superior or LONG_BLANK,
        name=unit.name,
        symbol=unit.symbol,
        place=unit.place or SHORT_BLANK,
        position=position,
    )


def head(request: BlankRequest, controls: Controls) -> str:
    """Letterhead, number and date, type and summary, addressee, opening sentence, the box for nil."""
    issuer = issuer_of(request)
    name = issuer.name.upper() if issuer.name is not None else None
    agency = controls.inline(AGENCY_TAG, AGENCY_TITLE, name, blank=LONG_BLANK, fixed=True)
    left = paragraph("Superior", run(issuer.superior.upper())) + paragraph("Agency", agency)
    rows = row_of((left + paragraph("AgencyLine", ""), state_motto()), (3686, 5670))
    rows += row_of((_number(request, issuer, controls), _place_date(request, issuer, controls)), (3686, 5670))
    title = paragraph("Title", run(_REPORT.upper())) + paragraph("Summary", run(summary(request)))
    addressee = paragraph("Addressee", run(f"Kính gửi: {_addressee(request)}"))
    table = borderless(rows, (3686, 5670))
    return f"{table}{title}{paragraph('SummaryLine', '')}{addressee}{_opening(request, controls)}"


def state_motto() -> str:
    """Name and motto of the state, the right half of every letterhead."""
    state = paragraph("State", run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    return state + paragraph("Motto", run("Độc lập - Tự do - Hạnh phúc")) + paragraph("MottoLine", "")


def _number(request: BlankRequest, issuer: Issuer, controls: Controls) -> str:
    paper = request.paper
    number = paper.number if paper is not None else None
    prefix = f"{TYPE_SYMBOLS[_REPORT.casefold()]}-"
    symbol = paper.symbol if paper is not None and paper.symbol else None
    own = symbol.removeprefix(prefix) if symbol is not None else issuer.symbol
    before = prefix if symbol is None or symbol.startswith(prefix) else ""
    written = padded_number(number) if number else None
    inside = (
        run("Số: ")
        + controls.inline(NUMBER_TAG, "Số của văn bản", written, blank=SHORT_BLANK, fixed=True)
        + run(f"/{before}")
        + controls.inline(SYMBOL_TAG, "Ký hiệu của văn bản", own, blank=SHORT_BLANK, fixed=True)
    )
    return paragraph("Number", inside)


def _place_date(request: BlankRequest, issuer: Issuer, controls: Controls) -> str:
    day = request.paper.day if request.paper is not None else None
    control = controls.inline(
        PAPER_DAY_TAG,
        "Ngày của văn bản",
        # what stands in an empty one is no placeholder: «ngày … tháng …» belongs to the paper
        long_day_wording(day) if day is not None else BLANK_DATE,
        blank=BLANK_DATE,
        kind=date_picker(day, DATE_PATTERN),
        fixed=True,
    )
    return paragraph("PlaceDate", run(f"{issuer.place}, ") + control)


def summary(request: BlankRequest) -> str:
    """The name of the form without «Báo cáo», with the period behind it."""
    name = request.form.name.strip()
    if name.casefold().startswith(f"{_REPORT.casefold()} "):
        name = name[len(_REPORT) + 1 :]
    name = name[:1].upper() + name[1:]
    if request.period is None:
        return name
    label = request.period.label.replace("-", "\u00a0-\u00a0")
    if request.period.kind is not PeriodKind.SCHOOL_YEAR:
        label = label.replace(" ", "\u00a0")
    words, first = name.split(), label.split()[:2]
    if [one.casefold() for one in words[-2:]] == [one.casefold() for one in first]:
        name = " ".join(words[:-2])
    return f"{name} {label}"


def title_of(request: BlankRequest) -> str:
    """The name of a form where it has no letterhead."""
    return request.form.name.strip() if request.register is not None else f"{_REPORT} {summary(request)}"


def _addressee(request: BlankRequest) -> str:
    if request.obligation.addressee != OWN_AGENCY:
        return request.obligation.addressee
    agency = request.plan.agency
    inside = request.unit is not None and request.roster.is_inside(request.unit)
    return f"Lãnh đạo {agency.name}" if inside else agency.full_name


def _opening(request: BlankRequest, controls: Controls) -> str:
    name = request.unit.name if request.unit is not None else None
    inside = (
        run(f"Thực hiện {full_citation(request.plan)}, ")
        + controls.inline(UNIT_TAG, UNIT_TITLE, name, blank=LONG_BLANK, fixed=True)
        + run(f" {OPENING_END}")
    )
    words = paragraph("Words", inside)
    if request.obligation.accepts_nil:
        box = controls.tick(NIL_TAG, "Không phát sinh", ticked=request.nil)
        words += paragraph("Words", box + run(f" {NIL_WORDS}"))
    return words


def foot(request: BlankRequest) -> str:
    """The closing sentence, recipients and signature."""
    name = request.unit.name if request.unit is not None else "đơn vị"
    closing = paragraph("Closing", run(f"{PAPER_CLOSING_START} {name}./."))
    recipients = paragraph("Recipients", run("Nơi nhận:")) + "".join(
        paragraph("Recipient", run(line)) for line in dashed(("Như trên", "Lưu: VT"))
    )
    signature = paragraph("Position", run(issuer_of(request).position)) + paragraph("Name", "")
    row = row_of((recipients, signature), (4678, 4678))
    return f"{closing}{paragraph('Gap', '')}{borderless(row, (4678, 4678))}"


def row_of(cells: tuple[str, ...], widths: tuple[int, ...]) -> str:
    """A row of what stands side by side."""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"


def borderless(rows: str, widths: tuple[int, ...]) -> str:
    """A table without lines, for what stands side by side."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


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
