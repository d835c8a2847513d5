"""The Word templates of the benchmarks, once for each engine's tags, with their data; renders nothing."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docx import Document
from docx.document import Document as Paper
from docx.table import Table

Row = dict[str, str]
Data = dict[str, str | list[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How an engine writes its tags.

    Attributes:
        value: the tag of a name at the top.
        item: the tag of a field of a list's items, by the list and the field.
        around: what stands before and behind the repeated paragraphs or rows, by the list; None: nothing.
        inside: what the first and last cell of a repeated row carry besides, in the stead of rows around it.
        next_item: a copy of the repeated thing follows it, with these tags (Carbone's way to repeat).
    """

    value: Callable[[str], str]
    item: Callable[[str, str], str]
    around: Callable[[str, str], tuple[str, str]] | None = None
    inside: Callable[[str], tuple[str, str]] | None = None
    next_item: Callable[[str, str], str] | None = None


DIALECTS = {
    "truyenthong": Dialect(
        value=lambda name: f"{{{{ {name} }}}}",
        item=lambda _, name: f"{{{{ x.{name} }}}}",
        around=lambda items, _: (f"{{% for x in {items} %}}", "{% endfor %}"),
    ),
    "docxtpl": Dialect(
        value=lambda name: f"{{{{ {name} }}}}",
        item=lambda _, name: f"{{{{ x.{name} }}}}",
        around=lambda items, kind: (f"{{%{kind} for x in {items} %}}", f"{{%{kind} endfor %}}"),
    ),
    "docxtemplater": Dialect(
        value=lambda name: f"{{{name}}}",
        item=lambda _, name: f"{{{name}}}",
        around=lambda items, _: (f"{{#{items}}}", f"{{/{items}}}"),
        inside=lambda items: (f"{{#{items}}}", f"{{/{items}}}"),
    ),
    "carbone": Dialect(
        value=lambda name: f"{{d.{name}}}",
        item=lambda items, name: f"{{d.{items}[i].{name}}}",
        next_item=lambda items, name: f"{{d.{items}[i+1].{name}}}",
    ),
}
"""By the name of the engine."""


class _Maker:
    """Puts paragraphs and tables with one engine's tags into a document."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.paper: Paper = Document()

    def line(self, text: str, *names: str) -> None:
        """A paragraph; its gaps are filled with the tags of ``names``."""
        self.paper.add_paragraph(text.format(*map(self.dialect.value, names)))

    def lines(self, items: str, text: str, *names: str) -> None:
        """A paragraph for each item of a list."""
        dialect = self.dialect
        repeated = text.format(*(dialect.item(items, name) for name in names))
        before, after = dialect.around(items, "p") if dialect.around else ("", "")
        following = dialect.next_item
        copy = text.format(*(following(items, name) for name in names)) if following else ""
        for one in (before, repeated, copy, after):
            if one:
                self.paper.add_paragraph(one)

    def table(self, items: str, titles: Sequence[str], names: Sequence[str]) -> None:
        """A table with a heading and a row for each item of a list."""
        rows = list(self._rows(items, names))
        table = self.paper.add_table(1 + len(rows), len(titles), style="Table Grid")
        for place, cells in enumerate((titles, *rows)):
            _fill(table, place, cells)

    def _rows(self, items: str, names: Sequence[str]) -> Iterator[Sequence[str]]:
        dialect = self.dialect
        cells = [dialect.item(items, name) for name in names]
        if dialect.inside is not None:
            first, last = dialect.inside(items)
            yield (f"{first}{cells[0]}", *cells[1:-1], f"{cells[-1]}{last}")
        elif dialect.around is not None:
            before, after = dialect.around(items, "tr")
            yield from ((before,), cells, (after,))
        elif dialect.next_item is not None:
            yield from (cells, [dialect.next_item(items, name) for name in names])

    def data(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        self.paper.save(stream)
        return stream.getvalue()


def _fill(table: Table, place: int, cells: Sequence[str]) -> None:
    row = table.rows[place].cells
    for cell, text in zip(row, cells, strict=False):
        cell.text = text


def plain_table(dialect: Dialect, columns: int) -> bytes:
    """A line and a table."""
    maker = _Maker(dialect)
    maker.line("Kính gửi: {}", "ten")
    maker.table("rows", [f"Cột {place}" for place in range(columns)], _columns(columns))
    return maker.data()


def _columns(count: int) -> list[str]:
    return [f"c{place}" for place in range(count)]


def plain_data(rows: int, columns: int, number: int = 0) -> Data:
    """Names with an ampersand, as units here have them."""
    names = _columns(columns)
    lines = [dict.fromkeys(names, f"Phòng GD&ĐT số {number} dòng {row}") for row in range(rows)]
    return {"ten": f"Phòng GD&ĐT Than Uyên {number}", "rows": lines}


def unit_paper(dialect: Dialect) -> bytes:
    """A paper to one unit: heading, sentences, a table of its duties, a paragraph for each, recipients."""
    maker = _Maker(dialect)
    maker.line("{}", "co_quan")
    maker.line("Số: {}", "so_ky_hieu")
    maker.line("{}", "ngay_thang")
    maker.line("Kính gửi: {}", "don_vi")
    maker.line(
        "Thực hiện {}, {} thông báo tình hình thực hiện của {}, tính đến {}, như sau:",
        *("ke_hoach", "co_quan", "don_vi", "tinh_den"),
    )
    maker.line("Phải nộp: {}; đã nhận: {}; đúng hạn: {}.", "phai_nop", "da_nhan", "dung_han")
    titles = ("TT", "Nội dung", "Mục", "Hạn", "Trạng thái", "Đã nhận")
    maker.table("dong", titles, ("stt", "noi_dung", "muc", "han", "trang_thai", "nhan"))
    maker.lines("nhiem_vu", "- {} (mục {}): Kế hoạch ghi “{}”.", "ten", "muc", "trich")
    maker.line("Nếu số liệu trên chưa đúng, đề nghị đơn vị liên hệ {} để đối chiếu./.", "lien_he")
    maker.lines("noi_nhan", "- {};", "ten")
    maker.line("{}", "nguoi_ky")
    return maker.data()


def unit_data(number: int) -> Data:
    """Made-up data of one unit."""
    words = "Báo cáo dư luận xã hội về đổi mới giáo dục & đào tạo"
    return {
        "co_quan": "SỞ GIÁO DỤC & ĐÀO TẠO",
        "so_ky_hieu": f"{number}/TB-SGDĐT",
        "ngay_thang": "ngày 01 tháng 6 năm 2021",
        "don_vi": f"Phòng GD&ĐT số {number}",
        "ke_hoach": "Kế hoạch truyền thông năm học 2020-2021",
        "tinh_den": "hết ngày 31 tháng 5 năm 2021",
        "phai_nop": "12",
        "da_nhan": "9",
        "dung_han": str(number % 9),
        "dong": [
            {
                "stt": str(row + 1),
                "noi_dung": f"{words} kỳ {row + 1}",
                "muc": "III.4",
                "han": "28/5/2021",
                "trang_thai": "Đã nhận đúng hạn",
                "nhan": f"{number % 28 + 1}/5/2021",
            }
            for row in range(12)
        ],
        "nhiem_vu": [{"ten": f"{words} {place}", "muc": "III.4", "trich": words} for place in range(8)],
        "noi_nhan": [{"ten": name} for name in ("Như trên", "Giám đốc", "Các Phó Giám đốc", "Lưu: VT")],
        "lien_he": "Văn phòng Sở",
        "nguoi_ky": "CHÁNH VĂN PHÒNG",
    }
