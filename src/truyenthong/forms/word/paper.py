"""Writes the paper around the fields of a Word form: letterhead, number, title, closing, signature."""

from __future__ import annotations

from dataclasses import dataclass

from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.labels import (
    AGENCY_TAG,
    DAY_TAG,
    NIL_TAG,
    NIL_WORDS,
    NUMBER_TAG,
    REPORT,
    SYMBOL_TAG,
    UNIT_TAG,
    summary,
)
from truyenthong.forms.word.controls import (
    BLANK_DATE,
    DATE_PATTERN,
    LONG_BLANK,
    SHORT_BLANK,
    Controls,
    date_picker,
    paragraph,
    row_of,
    run,
    table_of,
)
from truyenthong.model.plan import OWN_AGENCY
from truyenthong.model.registers import Register
from truyenthong.model.reports import TYPE_SYMBOLS
from truyenthong.text import long_day_wording
from truyenthong.views.papers import dashed, padded_number
from truyenthong.views.plan_text import full_citation

UNIT_TITLE, AGENCY_TITLE = "Tên đơn vị", "Tên cơ quan ban hành"
OPENING_END = "báo cáo như sau:"
_REPORT_CLOSING, _REGISTER_CLOSING = "Trên đây là báo cáo của", "Trên đây là nội dung ghi vào"
CLOSINGS = (_REPORT_CLOSING, _REGISTER_CLOSING)
"""The closing sentence begins with one of these."""
_SIDES, _HALVES = (3686, 5670), (4678, 4678)
_CHIEF = "THỦ TRƯỞNG ĐƠN VỊ"
_HEADS = (("phòng", "TRƯỞNG PHÒNG"), ("trường", "HIỆU TRƯỞNG"), ("trung tâm", "GIÁM ĐỐC"))
"""The head who signs alone, by the first word of the unit's name; whoever signs instead writes it over."""


# Around the fields of a report


def report_head(request: BlankRequest, controls: Controls) -> str:
    """Letterhead, number and date, type and summary, addressee, opening sentence, the box for nil."""
    issuer = _issuer_of(request)
    rows = _letterhead(controls, issuer.superior, issuer.name)
    rows += row_of((_number(request, issuer, controls), _place_date(request, issuer, controls)), _SIDES)
    title = paragraph("Title", run(REPORT.upper())) + paragraph("Summary", run(summary(request)))
    addressee = paragraph("Addressee", run(f"Kính gửi: {_addressee(request)}"))
    table = table_of(rows, _SIDES)
    return f"{table}{title}{paragraph('SummaryLine', '')}{addressee}{_opening(request, controls)}"


def report_foot(request: BlankRequest) -> str:
    """The closing sentence, recipients and signature."""
    name = request.unit.name if request.unit is not None else "đơn vị"
    recipients = paragraph("Recipients", run("Nơi nhận:")) + "".join(
        paragraph("Recipient", run(line)) for line in dashed(("Như trên", "Lưu: VT"))
    )
    return _end(f"{_REPORT_CLOSING} {name}./.", recipients, _issuer_of(request).position)


def _number(request: BlankRequest, issuer: _Issuer, controls: Controls) -> str:
    paper = request.paper
    number = paper.number if paper is not None else None
    prefix = f"{TYPE_SYMBOLS[REPORT.casefold()]}-"
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


def _place_date(request: BlankRequest, issuer: _Issuer, controls: Controls) -> str:
    day = request.paper.day if request.paper is not None else None
    control = controls.inline(
        DAY_TAG,
        "Ngày của văn bản",
        # the blank is typed text, no placeholder: «ngày … tháng …» belongs to the paper
        long_day_wording(day) if day is not None else BLANK_DATE,
        blank=BLANK_DATE,
        kind=date_picker(day, DATE_PATTERN),
        fixed=True,
    )
    return paragraph("PlaceDate", run(f"{issuer.place}, ") + control)


def _addressee(request: BlankRequest) -> str:
    if request.obligation.addressee != OWN_AGENCY:
        return request.obligation.addressee
    agency = request.plan.agency
    inside = request.unit is not None and request.roster.is_inside(request.unit)
    return f"Lãnh đạo {agency.name}" if inside else agency.full_name


def _opening(request: BlankRequest, controls: Controls) -> str:
    basis = run(f"Thực hiện {full_citation(request.plan)}, ")
    words = paragraph("Words", basis + _unit_name(request, controls) + run(f" {OPENING_END}"))
    if request.obligation.accepts_nil:
        box = controls.tick(NIL_TAG, "Không phát sinh", ticked=request.nil)
        words += paragraph("Words", box + run(f" {NIL_WORDS}"))
    return words


# Around the fields of a form for a register, which has no number and no addressee


def register_head(request: BlankRequest, register: Register, controls: Controls) -> str:
    """Letterhead, name of the form, the register, the unit that fills it in."""
    issuer, agency = _issuer_of(request), request.plan.agency
    superior = issuer.superior if issuer.name is not None else agency.superior or LONG_BLANK
    rows = _letterhead(controls, superior, issuer.name or agency.name)
    title = paragraph("Title", run(request.form.name.strip().upper()))
    clause = f", mục {register.clause} của Kế hoạch" if register.clause else ""
    title += paragraph("Summary", run(f"{register.name}{clause}")) + paragraph("SummaryLine", "")
    who = paragraph("Words", run("Đơn vị ghi: ") + _unit_name(request, controls))
    return f"{table_of(rows, _SIDES)}{title}{who}"


def register_foot(register: Register) -> str:
    """The closing sentence and the signature."""
    return _end(f"{_REGISTER_CLOSING} «{register.name}»./.", "<w:p/>", "NGƯỜI GHI")


# Around both


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issuer:
    """The body that issues the paper: the unit, or the agency for one of its own rooms."""

    superior: str
    name: str | None
    symbol: str | None
    place: str
    position: str = _CHIEF


def _issuer_of(request: BlankRequest) -> _Issuer:
    """The issuer of a form's paper; without a unit its name is None and the rest is left to be filled in."""
    unit, agency = request.unit, request.plan.agency
    if unit is None:
        return _Issuer(superior=LONG_BLANK, name=None, symbol=None, place=SHORT_BLANK)
    if request.roster.is_inside(unit):
        return _Issuer(
            superior=agency.superior or LONG_BLANK,
            name=agency.name,
            symbol=agency.symbol,
            place=agency.place,
        )
    titles = (title for word, title in _HEADS if unit.name.casefold().startswith(word))
    return _Issuer(
        superior=unit.superior or LONG_BLANK,
        name=unit.name,
        symbol=unit.symbol,
        place=unit.place or SHORT_BLANK,
        position=next(titles, _CHIEF),
    )


def _letterhead(controls: Controls, superior: str, name: str | None) -> str:
    """The first row of a paper: superior and issuer on the left, name and motto of the state on the right."""
    issuer = name.upper() if name is not None else None
    agency = controls.inline(AGENCY_TAG, AGENCY_TITLE, issuer, blank=LONG_BLANK, fixed=True)
    left = paragraph("Superior", run(superior.upper())) + paragraph("Agency", agency)
    state = paragraph("State", run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    state += paragraph("Motto", run("Độc lập - Tự do - Hạnh phúc")) + paragraph("MottoLine", "")
    return row_of((left + paragraph("AgencyLine", ""), state), _SIDES)


def _unit_name(request: BlankRequest, controls: Controls) -> str:
    name = request.unit.name if request.unit is not None else None
    return controls.inline(UNIT_TAG, UNIT_TITLE, name, blank=LONG_BLANK, fixed=True)


def _end(closing: str, left: str, position: str) -> str:
    """The closing sentence, below it the signature with something on its left."""
    signature = paragraph("Position", run(position)) + paragraph("Name", "")
    table = table_of(row_of((left, signature), _HALVES), _HALVES)
    return f"{paragraph('Closing', run(closing))}{paragraph('Gap', '')}{table}"
