"""Excel forms whose checks LibreOffice has reckoned: what stands in them, and how they are made anew."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

from support.forms.excel_forms import FOLDER
from support.forms.word_forms import request_for
from truyenthong.forms.excel import write_xlsx
from truyenthong.model.expressions import parse_expression
from truyenthong.model.forms import Choice, Content, Field, FieldType, Form, FormCheck, Row, Scalar
from truyenthong.model.moments import Moment

_CHOICES = (Choice(code="xong", label='Đã "xong"'), Choice(code="chua", label="Chưa xong"))
_KINDS = {
    "nguyen": FieldType.INTEGER,
    "nguyen_hai": FieldType.INTEGER,
    "le": FieldType.NUMBER,
    "chu": FieldType.TEXT,
    "chu_hai": FieldType.TEXT,
    "co": FieldType.BOOLEAN,
    "co_hai": FieldType.BOOLEAN,
    "chon": FieldType.CHOICE,
    "chon_hai": FieldType.CHOICE,
    "ngay": FieldType.DATE,
    "ngay_hai": FieldType.DATE,
    "luc": FieldType.MOMENT,
    "luc_hai": FieldType.MOMENT,
}
_CHECKS = (
    "nguyen == sum(bang.so)",
    "nguyen <= sum(bang.so) và sum(bang.so) <= 100",
    "sum(bang.so_le) == le",
    "le * 3 == 0 + sum(bang.so_le)",
    "count(bang) <= nguyen",
    "count(bang.chu) == count(bang)",
    "1 < nguyen <= nguyen_hai < 50",
    "nguyen / nguyen_hai >= 1",
    "(nguyen + nguyen_hai) * 2 - 3 != 7",
    "-nguyen < 0",
    'chon == "xong" hoặc nguyen == 0',
    'không (chon == "xong")',
    "chon == chon_hai",
    "chu == \"Một 'câu' dài\"",
    "chu != chu_hai",
    "co",
    "không co hoặc co_hai",
    "co == co_hai",
    "ngay <= ngay_hai",
    "ngay == ngay_hai",
    "luc < luc_hai",
    "luc >= ngay",
    "luc == ngay",
)


def _check(source: str) -> FormCheck:
    parsed = parse_expression(source)
    if isinstance(parsed, tuple):
        raise TypeError([one.message for one in parsed])
    return FormCheck(source=source, expression=parsed, sentence=f"Điều kiện {source}.")


def _field(code: str, kind: FieldType) -> Field:
    choices = _CHOICES if kind is FieldType.CHOICE else ()
    return Field(code=code, label=f"Ô {code}", type=kind, choices=choices)


_TABLE = Field(
    code="bang",
    label="Bảng: [một] *hai*?",
    type=FieldType.TABLE,
    columns=(
        _field("so", FieldType.INTEGER),
        _field("so_le", FieldType.NUMBER),
        _field("chu", FieldType.TEXT),
    ),
)
FORM = Form(
    code="kiem",
    name="Báo cáo có phép kiểm tra",
    version=1,
    fields=(*(_field(code, kind) for code, kind in _KINDS.items()), _TABLE),
    checks=tuple(_check(one) for one in _CHECKS),
)


def _content(**values: Scalar | tuple[Row, ...]) -> Content:
    return {**dict.fromkeys((*_KINDS, "bang")), **values}


_ROWS: tuple[Row, ...] = (
    {"so": 3, "so_le": Decimal("0.1"), "chu": "Một"},
    {"so": 4, "so_le": Decimal("0.2"), "chu": None},
)
_DAY, _LATER = date(2021, 2, 3), date(2021, 5, 30)
_FULL = _content(
    nguyen=7,
    nguyen_hai=7,
    le=Decimal("0.3"),
    chu="Một 'câu' dài",
    chu_hai="một 'câu' dài",
    co=True,
    co_hai=False,
    chon="xong",
    chon_hai="xong",
    ngay=_DAY,
    ngay_hai=_LATER,
    luc=Moment(day=_DAY, hour=time(9, 15)),
    luc_hai=Moment(day=_DAY, hour=time(9, 16)),
    bang=_ROWS,
)
CONTENTS: dict[str, Content] = {
    "day-du": _FULL,
    "trong": _content(),
    "khac": {
        **_FULL,
        "nguyen": 1,
        "nguyen_hai": 4,
        "le": Decimal("0.1"),
        "chu_hai": "Một 'câu' dài",
        "co": False,
        "co_hai": False,
        "chon": "chua",
        "ngay_hai": _DAY,
        "luc": Moment(day=_DAY),
        "bang": ({"so": 1, "so_le": Decimal("0.1"), "chu": "x"},),
    },
    "thieu-o": {
        **_FULL,
        "nguyen": 0,
        "nguyen_hai": 0,
        "chon_hai": "chua",
        "luc_hai": Moment(day=_LATER),
        "bang": ({"so": 3, "so_le": None, "chu": "x"}, {"so": None, "so_le": Decimal(2), "chu": "y"}),
    },
}


def sources() -> dict[str, bytes]:
    """The forms before LibreOffice reckoned them, by the names of the files."""
    asked = replace(request_for("bao-cao-du-luan"), form=FORM)
    return {
        f"kiem-tra-{name}.xlsx": write_xlsx(replace(asked, content=content))
        for name, content in CONTENTS.items()
    }


def saved(name: str) -> bytes:
    """The file of one of the contents as LibreOffice saved it."""
    return (FOLDER / f"kiem-tra-{name}.xlsx").read_bytes()


if (
    __name__ == "__main__"
):  # then: soffice --headless --convert-to xlsx --outdir tests/data/excel_forms FOLDER/*
    for name, data in sources().items():
        (Path(sys.argv[1]) / name).write_bytes(data)
