"""Tables of templates that grow sideways or close with a sum; knows no report."""

# ruff: noqa: SLF001 - python-docx has no public door to the XML behind its objects

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table, _Cell, _Row
from tools.template_parts import (
    Container,
    add_row,
    fill,
    found,
    line,
    lined,
    plain_table,
    repeat_head,
    shade,
    whole_rows,
)


def total_row(table: Table, *texts: str) -> None:
    """One more row at the end, a text for each column, in the face of a head."""
    row = add_row(table)
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        fill(cell, (text, "Đầu bảng" if place != 1 else "Ô bảng cộng"))
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


TONES = (("tot", "D5E8CB"), ("muon", "FFE699"), ("cham", "F4B6AE"), ("sap", "DDEBF7"))
"""The tones of ``o.sac`` and their backgrounds; the office changes a colour in Word, in the cell itself."""


def legend_table(container: Container) -> None:
    """What the colours and the letters mean."""
    names = ("nộp đúng hạn, không phát sinh", "nộp muộn", "quá hạn, bị trả lại, có lỗi", "sắp đến hạn")
    table = plain_table(container, 1, (5.6, 2.6, 5.4, 2.8))
    lined(table)
    for cell, name, (_, colour) in zip(table.rows[0].cells, names, TONES, strict=True):
        fill(cell, (name, "Ô bảng giữa"))
        shade(cell, colour)
    whole_rows(table)
    marks = (
        "{% for k in chu_giai %}{{ k.ky_hieu }}: {{ k.nghia }}{% if not loop.last %}; {% endif %}{% endfor %}"
        ". Số đứng sau chữ là số ngày; ô trống là không phải nộp."
    )
    line(container, marks, "Ghi chú")


@dataclass(frozen=True, kw_only=True)
class BoardLook:
    """How the cells of a board are written: text, styles, widths in cm and the most columns of a page."""

    cell: str
    head: str
    style: str
    width: float
    name: float
    most: int


def board_table(container: Container, look: BoardLook) -> Table:
    """A line for each of ``bang.don_vi``, a column for each of ``bang.cot``, cells coloured by ``o.sac``."""
    table = plain_table(container, 4, [1.0, look.name, *[look.width] * look.most])
    lined(table)
    free_width(table)
    head, opening, row, closing = table.rows
    _set_cells(head, [("STT", "Đầu bảng", 1.0), ("Đơn vị", "Đầu bảng", look.name)])
    _add_cells(head, "{%tc for c in bang.cot %}", ("{{ c.ten }}", look.head, look.width))
    _set_cells(opening, [("{% for d in bang.don_vi %}", "Thẻ", look.name)])
    _set_cells(row, [("{{ d.stt }}", "Ô bảng giữa", 1.0), ("{{ d.ten_tat }}", "Ô bảng", look.name)])
    _add_toned_cells(row, look)
    _set_cells(closing, [("{% endfor %}", "Thẻ", look.name)])
    repeat_head(table, 1)
    whole_rows(table)
    return table


_CellText = tuple[str, str, float]


def _set_cells(row: _Row, cells: Sequence[_CellText]) -> None:
    for spare in row._tr.tc_lst[len(cells) :]:
        row._tr.remove(spare)
    for cell, (text, style, width) in zip(row.cells, cells, strict=True):
        fill(cell, (text, style))
        cell.width = Cm(width)


def _add_cell(row: _Row, text: str, style: str, width: float) -> _Cell:
    cell = _Cell(row._tr.add_tc(), row.table)
    fill(cell, (text, style))
    cell.width = Cm(width)
    return cell


def _add_cells(row: _Row, loop: str, cell: _CellText) -> None:
    _add_cell(row, loop, "Thẻ", 0.5)
    _add_cell(row, *cell)
    _add_cell(row, "{%tc endfor %}", "Thẻ", 0.5)


def _add_toned_cells(row: _Row, look: BoardLook) -> None:
    _add_cell(row, "{%tc for o in d.o %}", "Thẻ", 0.5)
    for place, (tone, colour) in enumerate(TONES):
        word = "elif" if place else "if"
        _add_cell(row, f"{{%tc {word} o.sac == '{tone}' %}}", "Thẻ", 0.5)
        shade(_add_cell(row, look.cell, look.style, look.width), colour)
    _add_cell(row, "{%tc else %}", "Thẻ", 0.5)
    _add_cell(row, look.cell, look.style, look.width)
    _add_cell(row, "{%tc endif %}", "Thẻ", 0.5)
    _add_cell(row, "{%tc endfor %}", "Thẻ", 0.5)


@dataclass(frozen=True, kw_only=True)
class MatrixLook:
    """A table with a line for each unit and a column for each choice.

    Attributes:
        data: the name of the view's ``doi_chieu``.
        cell: the column of numbers that its cells show.
        head: the head of a column, of ``c``.
        width, name, total: of a cell, of the unit's name, of the sums (0: no sums), in cm.
        rows, first, label: the list of the lines, the head above their names, the name of ``d``.
    """

    data: str
    cell: str
    head: str
    width: float
    name: float
    total: float = 0.0
    rows: str = "don_vi"
    first: str = "Đơn vị"
    label: str = "{{ d.ten_tat }}"


def matrix_table(container: Container, look: MatrixLook) -> Table:
    """Units down, choices across, the sums of both in the last row and column."""
    table = plain_table(container, 5, [1.0, look.name])
    lined(table)
    free_width(table)
    head, opening, row, closing, last = table.rows
    _set_cells(head, [("STT", "Đầu bảng", 1.0), (look.first, "Đầu bảng", look.name)])
    _add_cells(head, f"{{%tc for c in {look.data}.cot %}}", (look.head, "Đầu cột kỳ", look.width))
    _set_cells(opening, [(f"{{% for d in {look.data}.{look.rows} %}}", "Thẻ", look.name)])
    _set_cells(row, [("{{ d.stt }}", "Ô bảng giữa", 1.0), (look.label, "Ô bảng", look.name)])
    _set_cells(closing, [("{% endfor %}", "Thẻ", look.name)])
    _set_cells(last, [("", "Ô bảng", 1.0), ("Cộng", "Đầu bảng", look.name)])
    for where, owner, style in ((row, "d", "Ô bảng giữa"), (last, f"{look.data}.cong", "Đầu cột kỳ")):
        _add_cells(
            where, f"{{%tc for o in {owner}.o %}}", (f"{{{{ o.{look.cell} | so }}}}", style, look.width)
        )
    if look.total:
        _add_cell(head, "Cộng", "Đầu bảng", look.total)
        _add_cell(row, f"{{{{ d.tong.{look.cell} | so }}}}", "Đầu cột kỳ", look.total)
        _add_cell(last, f"{{{{ {look.data}.cong.tong.{look.cell} | so }}}}", "Đầu cột kỳ", look.total)
    repeat_head(table, 1)
    whole_rows(table)
    return table


def free_width(table: Table) -> None:
    """As wide as the columns that the data gives, not as the most that a page holds."""
    whole = found(table._tbl.tblPr, "w:tblW")
    whole.set(qn("w:w"), "0")
    whole.set(qn("w:type"), "auto")
    for column in list(table._tbl.tblGrid):
        table._tbl.tblGrid.remove(column)
