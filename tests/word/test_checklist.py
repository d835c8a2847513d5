"""The checklist of a known linter for docxtpl, rule by rule: what is a fault here too, and where it is told.

The numbers are those of docxtpl-lint 2.0. A rule that warns of what docxtpl does wrong, and this engine does
right, stands in the second table with what is printed. One has no counterpart: DTL005 is about comments that
switch rules off, of which there are none.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document

from truyenthong.findings import Severity
from truyenthong.word.check import check_template
from truyenthong.word.fields import FieldKind, TemplateField
from truyenthong.word.render import Rendered
from truyenthong.word.template import load_template

Text = Callable[..., str]
Pack = Callable[..., bytes]
Fill = Callable[..., Rendered]

TEXT = TemplateField(kind=FieldKind.TEXT, sentence="")
FIELDS = {
    "x": TEXT,
    "so": TemplateField(kind=FieldKind.NUMBER, sentence=""),
    "co": TemplateField(kind=FieldKind.BOOLEAN, sentence=""),
    "ngay_ky": TemplateField(kind=FieldKind.DATE, sentence=""),
    "g": TemplateField(kind=FieldKind.MAPPING, sentence="", children={"ten": TEXT}),
    "ds": TemplateField(kind=FieldKind.LIST, sentence="", children={"ten": TEXT}),
}
DATA = {"x": "X&Y", "so": 5, "co": True, "g": {"ten": "G"}, "ds": [{"ten": "GD&ĐT"}, {"ten": "<b>"}]}

Cell = str | tuple[str, ...]
Block = str | list[tuple[str, ...]]
"""A paragraph, or the rows of a table."""


def deleted(text: str) -> str:
    return (
        '<w:del w:id="1" w:author="a" w:date="2021-01-01T00:00:00Z">'
        f"<w:r><w:delText>{text}</w:delText></w:r></w:del>"
    )


@pytest.fixture
def body(p: Text, tbl: Text) -> Callable[..., str]:
    def made(*blocks: Block) -> str:
        return "".join(p(block) if isinstance(block, str) else tbl(*block) for block in blocks)

    return made


FAULTS: list[tuple[str, tuple[Block, ...], str, str, str]] = [
    # rule, document, code, place, a part of the sentence
    ("001", ("a {{ x",), "TT402", "phần thân, đoạn 1", "thẻ mở bằng {{ nhưng không đóng"),
    ("001", ("a {% if co",), "TT402", "phần thân, đoạn 1", "thẻ mở bằng {% nhưng không đóng"),
    ("001", ("a {# x",), "TT402", "phần thân, đoạn 1", "thẻ mở bằng {# nhưng không đóng"),
    ("002", ("a {{ x", "}} b"), "TT402", "phần thân, đoạn 1", "không đóng trong đoạn này"),
    ("003", (deleted("{{ x }}"),), "TT421", "phần thân, đoạn 1", "còn theo dõi"),
    ("101", ("a{% if co %}b",), "TT406", "phần thân, đoạn 1", "thẻ mở «if» không có thẻ đóng"),
    ("102", ("a{% endfor %}b",), "TT406", "phần thân, đoạn 1", "thẻ đóng «endfor» không có thẻ mở"),
    ("102", ("a{% else %}b",), "TT406", "phần thân, đoạn 1", "«else» không nằm trong lệnh nào"),
    ("103", ("a{{ x so }}",), "TT403", "phần thân, đoạn 1", "nhưng gặp «so»"),
    ("103", ("{% do x %}",), "TT404", "phần thân, đoạn 1", "lệnh «do» không dùng được"),
    ("103", ("a{% break %}",), "TT404", "phần thân, đoạn 1", "lệnh «break» không dùng được"),
    ("104", ("{{ so | money }}",), "TT405", "phần thân, đoạn 1", "không có bộ lọc «money»"),
    ("105", ("{{ so is vat }}",), "TT405", "phần thân, đoạn 1", "không có phép thử «vat»"),
    ("106", ("a{% for y in ds %}b{% endfor %}{{ y }}",), "TT410", "phần thân, đoạn 1", "đã đóng"),
    ("106", ("a{% for y in ds %}b{% endfor %}{{ loop.index }}",), "TT410", "phần thân, đoạn 1", "«loop»"),
    (
        "106",
        ("a{% for y in ds %}{% set z = y %}{% endfor %}{{ z }}",),
        "TT410",
        "phần thân, đoạn 1",
        "tên «z» chỉ có bên trong vòng lặp",
    ),
    ("203", ("a {%tr if co %}",), "TT408", "phần thân, đoạn 1", "đứng ngoài bảng"),
    ("203", ("a {%tc if co %}",), "TT408", "phần thân, đoạn 1", "đứng ngoài bảng"),
    (
        "204",
        ([("{% for y in ds %}{{ y.ten }}",), ("{%tr endfor %}",)],),
        "TT407",
        "phần thân, bảng 1, dòng 1, cột 1, đoạn 1",
        "ở phần thân, bảng 1, dòng 2, cột 1, đoạn 1 (giữa các dòng của một bảng)",
    ),
    (
        "205",
        ([("{%tr for y in ds %}",), ("{{ y.ten }}",)], "giữa", [("{%tr endfor %}",), ("b",)]),
        "TT407",
        "phần thân, bảng 1, dòng 1, cột 1, đoạn 1",
        "ở phần thân, bảng 2, dòng 1, cột 1, đoạn 1",
    ),
    (
        "206",
        ([("{%tr for y in ds %}", "{{ y.ten }}", "{%tr endfor %}")],),
        "TT408",
        "phần thân, bảng 1, dòng 1, cột 1, đoạn 1",
        "trong dòng của bảng còn có nội dung khác",
    ),
    (
        "207",
        ([("{%tc for y in ds %}", "{{ y.ten }}"), ("{%tc endfor %}", "b")],),
        "TT407",
        "phần thân, bảng 1, dòng 1, cột 1, đoạn 1",
        "ở phần thân, bảng 1, dòng 2, cột 1, đoạn 1 (giữa các ô của một dòng)",
    ),
    ("208", ("{% cellbg x %}a",), "TT404", "phần thân, đoạn 1", "lệnh «cellbg» của docxtpl"),
    ("208", ("{% colspan 2 %}a",), "TT404", "phần thân, đoạn 1", "lệnh «colspan» của docxtpl"),
    ("208", ("{% vm %}a",), "TT404", "phần thân, đoạn 1", "lệnh «vm» của docxtpl"),
    ("208", ("{% hm %}a",), "TT404", "phần thân, đoạn 1", "lệnh «hm» của docxtpl"),
    ("209", ("ghi {%p if co %}", "c", "{%p endif %}"), "TT408", "phần thân, đoạn 1", "còn có nội dung khác"),
    (
        "209",
        ([("{%tr if co %}", "chữ"), ("a", "b"), ("{%tr endif %}", "")],),
        "TT408",
        "phần thân, bảng 1, dòng 1, cột 1, đoạn 1",
        "còn có nội dung khác",
    ),
    (
        "209",
        ([("chữ {%tc if co %}", "a", "{%tc endif %}")],),
        "TT408",
        "phần thân, bảng 1, dòng 1, cột 1, đoạn 1",
        "còn có nội dung khác",
    ),
    ("210", ("{%p if co %}c{%p endif %}",), "TT408", "phần thân, đoạn 1", "còn có nội dung khác"),
    ("301", ("{{ khong_co }}",), "TT410", "phần thân, đoạn 1", "không có tên «khong_co»"),
    ("303", ("a{% for y in so %}b{% endfor %}",), "TT411", "phần thân, đoạn 1", "cần một danh sách"),
    ("303", ("a{% for y in co %}b{% endfor %}",), "TT411", "phần thân, đoạn 1", "ở đây là có/không"),
    ("305", ("a{% for y in ngay_ky %}b{% endfor %}",), "TT411", "phần thân, đoạn 1", "ở đây là ngày"),
    ("304", ("{{ g.tne }}",), "TT410", "phần thân, đoạn 1", "không có tên «tne» trong nhóm «g»"),
    ("306", ("{{ x | join(', ') }}",), "TT411", "phần thân, đoạn 1", "«join» cần một danh sách nhưng «x»"),
    ("306", ("{{ so | noi }}",), "TT411", "phần thân, đoạn 1", "«so» là số"),
    ("306", ("{{ g | map('upper') | list }}",), "TT411", "phần thân, đoạn 1", "«g» là nhóm"),
    ("306", ("{{ (x) | sort | first }}",), "TT411", "phần thân, đoạn 1", "«sort» cần một danh sách"),
    ("307", ("{{p x }}",), "TT404", "phần thân, đoạn 1", "thẻ {{p … }} của docxtpl không dùng được"),
    ("402", ("a{% if so = 1 %}{% endif %}",), "TT403", "phần thân, đoạn 1", "chưa đúng cú pháp"),
]


@pytest.mark.parametrize(("rule", "blocks", "code", "spot", "sentence"), FAULTS)
def test_a_fault_of_the_list_is_told_at_its_place(
    pack: Pack,
    body: Text,
    rule: str,
    blocks: tuple[Block, ...],
    code: str,
    spot: str,
    sentence: str,
) -> None:
    found = check_template(load_template(pack(body(*blocks)), name="a"), FIELDS)
    first = found[0]
    assert (first.code, first.spot) == (code, spot), rule
    assert sentence in first.message, rule
    assert first.tag
    assert first.severity is (Severity.WARNING if rule == "003" else Severity.ERROR)


RIGHT: list[tuple[str, tuple[Block, ...], str]] = [
    # rule, document, what is printed
    (
        "106",
        ("{% set n = namespace(t=0) %}{% for y in ds %}{% set n.t = n.t + 1 %}{% endfor %}{{ n.t }}",),
        "2",
    ),
    ("201", ("{%p if so % 2 == 1 and {'a': '}'}.a %}", "có", "{%p endif %}"), "có"),
    ("202", ([("{% tr for y in ds %}",), ("{{ y.ten }}",), ("{% tr endfor %}",)],), "GD&ĐT|<b>"),
    ("202", ("{% p for y in ds %}", "{{ y.ten }}", "{% p endfor %}"), "GD&ĐT|<b>"),
    ("204", ([("{% for y in ds %}",), ("{{ y.ten }}",), ("{%tr endfor %}",)],), "GD&ĐT|<b>"),
    ("209", ("ghi {% if co %}c{% endif %} chú",), "ghi c chú"),
    ("210", ("{%p if co %}{%p endif %}", "b"), "b"),
    ("302", ("chỉ dùng {{ x }}",), "chỉ dùng X&Y"),
    ("307", ("{{r x }}",), "X&Y"),
    ("308", ("{{ x }}{% for y in ds %} {{ y.ten }}{% endfor %}",), "X&Y GD&ĐT <b>"),
    ("401", ("a{% if x == 'X&Y' %}{{ x }}{% endif %}b{{ g.ten }}",), "aX&YbG"),
]


@pytest.mark.parametrize(("rule", "blocks", "printed"), RIGHT)
def test_what_docxtpl_breaks_is_right_here(
    pack: Pack, body: Text, fill_package: Fill, rule: str, blocks: tuple[Block, ...], printed: str
) -> None:
    data = pack(body(*blocks))
    assert check_template(load_template(data, name="a"), FIELDS) == (), rule
    done = fill_package(data, **DATA)
    assert done.data is not None, done.problems
    document = Document(io.BytesIO(done.data))
    lines = [one.text for one in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "|".join(lines) == printed, rule


def test_all_rules_but_one_are_here() -> None:
    rules = {
        *("001", "002", "003", "101", "102", "103", "104", "105", "106"),
        *(f"2{number:02}" for number in range(1, 11)),
        *(f"3{number:02}" for number in range(1, 9)),
        *("401", "402"),
    }
    assert {row[0] for row in (*FAULTS, *RIGHT)} == rules


def test_all_faults_of_a_document_come_in_one_run(pack: Pack, body: Text) -> None:
    rules = {"001", "003", "103", "104", "105", "208", "301", "304", "306"}
    rows = [row for row in FAULTS if row[0] in rules]
    found = check_template(load_template(pack(body(*(row[1][0] for row in rows))), name="a"), FIELDS)
    assert {one.code for one in found} >= {row[2] for row in rows}
    assert {one.spot for one in found} == {f"phần thân, đoạn {place}" for place in range(1, len(rows) + 1)}
