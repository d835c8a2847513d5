"""Forms that are kept as LibreOffice saved them: what stands in them, and how they are made anew."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

from support.forms.word_forms import controls, edited, every_type, request_for, type_into
from truyenthong.forms.word import write_docx
from truyenthong.model.forms import Content, Row
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import PaperNumber
from truyenthong.ooxml.xml import Element

FOLDER = Path(__file__).resolve().parents[2] / "data" / "word_forms"
FORM = every_type()
ROW: Row = {
    "o_van_ban": "Lời “trong ngoặc” – có gạch… và «dấu»\nxuống dòng\n\nsau dòng trống",
    "o_so_nguyen": 1200,
    "o_so": Decimal("12.5"),
    "o_ngay": date(2021, 2, 3),
    "o_ngay_gio": Moment(day=date(2021, 2, 3), hour=time(9, 15)),
    "o_dung_sai": False,
    "o_chon": "hai",
}
CONTENT: Content = {**ROW, "bang": (ROW, {"o_van_ban": "Hàng hai"}, {**ROW, "o_chon": None})}
PAPER = PaperNumber(number="45", symbol="BC-PGDĐT", day=date(2021, 2, 3))


def sources() -> dict[str, bytes]:
    """The forms before LibreOffice opened them, by the names of the files."""
    filled = replace(request_for("bao-cao-du-luan"), form=FORM, content=CONTENT, paper=PAPER, nil=True)
    blank = replace(filled, content=None, paper=None, nil=False)
    return {
        "dien.docx": write_docx(filled),
        "trong.docx": write_docx(blank),
        "go-trong-word.docx": edited(write_docx(blank), _type),
    }


def _type(root: Element) -> None:
    """As Word leaves it: text typed into some controls, others still waiting."""
    for code, text in (("o_van_ban", "Một"), ("o_so", "3"), ("o_chon", "Thứ nhất"), ("o_ngay", "3/2/2021")):
        type_into(controls(root, f"tt:noi_dung.{code}")[0], text)
        type_into(controls(root, f"tt:noi_dung.bang[].{code}")[1], text)


if (
    __name__ == "__main__"
):  # then: soffice --headless --convert-to docx --outdir tests/data/word_forms FOLDER/*
    for name, data in sources().items():
        (Path(sys.argv[1]) / name).write_bytes(data)
