"""The XML of Word forms: content controls, paragraphs, runs, tables, and the blanks of empty controls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from truyenthong.forms.labels import LONGEST_TAG, one_line
from truyenthong.model.forms import Field
from truyenthong.ooxml.xml import escape, without_illegal
from truyenthong.text import nfc

LONG_BLANK, SHORT_BLANK, CHOICE_BLANK = "…………", "……", "(chọn)"
DAY_BLANK, MOMENT_BLANK = "…/…/……", "…/…/…… …:…"
BLANKS = (MOMENT_BLANK, DAY_BLANK, LONG_BLANK, CHOICE_BLANK, SHORT_BLANK)
"""The dots that are printed where nothing is filled in; the longer ones first."""

BLANK_DATE = "ngày …… tháng …… năm ……"
DATE_PATTERN = "'ngày' dd 'tháng' M 'năm' yyyy"

EMPTY_BOX, TICKED_BOX = "☐", "☒"


@dataclass(slots=True, kw_only=True)
class Controls:
    """Makes the controls of one document, each with an identifier of its own."""

    # Word wants each number once; counted, not drawn, so that the same form has the same bytes
    numbers: Iterator[int] = field(default_factory=lambda: count(1001))

    def properties(self, tag: str, title: str, kind: str, *, blank: bool = False, fixed: bool = False) -> str:
        """The properties; ``fixed``: the control itself cannot be deleted in Word."""
        parts = (
            f'<w:alias w:val="{escape(control_title(title))}"/>',
            f'<w:tag w:val="{tag}"/>' if tag else "",
            f'<w:id w:val="{next(self.numbers)}"/>',
            '<w:lock w:val="sdtLocked"/>' if fixed else "",
            "<w:showingPlcHdr/>" if blank else "",
        )
        return f"<w:sdtPr>{''.join(parts)}{kind}</w:sdtPr>"

    def inline(
        self,
        tag: str,
        title: str,
        text: str | None,
        *,
        blank: str,
        kind: str = "<w:text/>",
        fixed: bool = False,
    ) -> str:
        """A control inside a line, with its text or its blank."""
        properties = self.properties(tag, title, kind, blank=text is None, fixed=fixed)
        inside = run(text) if text is not None else run(blank, style="PlaceholderText")
        return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    def block(
        self,
        tag: str,
        title: str,
        text: str | None,
        *,
        style: str,
        fixed: bool = False,
        blank: str = LONG_BLANK,
    ) -> str:
        """A control around paragraphs: one for each line of the text."""
        properties = self.properties(tag, title, "", blank=text is None, fixed=fixed)
        lines = [run(blank, style="PlaceholderText")] if text is None else map(run, text.split("\n"))
        inside = "".join(paragraph(style, line) for line in lines)
        return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    def tick(self, tag: str, title: str, *, ticked: bool) -> str:
        """A box to tick."""
        kind = (
            f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
            '<w14:checkedState w14:val="2612" w14:font="Segoe UI Symbol"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox>'
        )
        return self.inline(
            tag, title, TICKED_BOX if ticked else EMPTY_BOX, blank=EMPTY_BOX, kind=kind, fixed=True
        )


def prompt(guidance: str | None, blank: str) -> str:
    """What stands in an empty control: how to fill it in, gone with the first letter that is typed."""
    return f"[{one_line(guidance)}]" if guidance else blank


def table_guidance(table: Field) -> str | None:
    """What a table and its columns say about filling them in, in one piece."""
    said = [table.guidance or ""]
    said += [f"{one.label}: {one.guidance}" for one in table.columns if one.guidance]
    return " ".join(filter(None, map(one_line, said))) or None


def without_prompt(text: str, guidance: str | None) -> str:
    """The text beside a prompt of a control that was dissolved."""
    return text.replace(prompt(guidance, ""), "").strip() if guidance else text


def control_title(label: str, *, room: int = 0) -> str:
    """A label as the title of a control, with room for so many letters behind it."""
    clean, most = one_line(without_illegal(label)[0]), LONGEST_TAG - room
    return clean if len(clean) <= most else f"{clean[: most - 1]}…"


def drop_down(displays: Iterable[tuple[str, str]]) -> str:
    """The kind of a control with a list; its first line takes the choice back."""
    items = "".join(
        f'<w:listItem w:displayText="{escape(text)}" w:value="{escape(code)}"/>' for code, text in displays
    )
    first = f'<w:listItem w:value="{CHOICE_BLANK}"/>'
    return f"<w:dropDownList>{first}{items}</w:dropDownList>"


def date_picker(day: date | None, pattern: str) -> str:
    """The kind of a control with a calendar."""
    full = f' w:fullDate="{day.isoformat()}T00:00:00Z"' if day is not None else ""
    return (
        f'<w:date{full}><w:dateFormat w:val="{escape(pattern)}"/><w:lid w:val="vi-VN"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )


def paragraph(style: str, inside: str) -> str:
    """A paragraph of a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def run(text: str, *, style: str | None = None) -> str:
    """A run of text; tabs as Word has them, characters that XML cannot hold left out."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style is not None else ""
    pieces = nfc(without_illegal(text)[0]).replace("\r", "").replace("\n", " ").split("\t")
    inside = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in pieces
    )
    return f"<w:r>{looks}{inside}</w:r>"


def row_of(cells: Sequence[str], widths: Sequence[int]) -> str:
    """A row of a table."""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"


def table_of(rows: str, widths: Sequence[int], *, ruled: bool = False) -> str:
    """A table; without lines where it only puts things side by side."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    beside = 68 if ruled else 0
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", beside), ("bottom", 0), ("right", beside))
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if ruled else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
