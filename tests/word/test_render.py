"""A template with data: what is printed, what is told about the data, and how steady and quick it is."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from truyenthong.findings import Severity
from truyenthong.word.render import DocProperties, Rendered, render
from truyenthong.word.running.values import PlainValue
from truyenthong.word.template import load_template

Pack = Callable[..., bytes]
Text = Callable[..., str]
Texts = Callable[..., list[str]]
Fill = Callable[..., Rendered]
PartOf = Callable[..., str]
_PROPERTIES = DocProperties(title="T", author="A", created=datetime(2021, 6, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    "value", ["{{ 7*7 }}", "{% if x %}", "{# a #}", "}}", "<w:p/>", "&amp;", "<?truyenthong 0?>", "]]>"]
)
def test_data_is_never_read_as_template_or_xml(texts: Texts, value: str) -> None:
    assert texts("a {{ x }} {{ x }}b", x=value) == [f"a {value} {value}b"]


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
        max_size=40,
    )
)
def test_every_text_comes_out_as_it_went_in(value: str) -> None:
    assert _once("{{ x }}", {"x": value}) == value


def _once(text: str, context: dict[str, PlainValue]) -> str:
    made = Document()
    made.add_paragraph(text)
    data = io.BytesIO()
    made.save(data)
    done = render(load_template(data.getvalue(), name="a"), context, properties=_PROPERTIES)
    assert done.data is not None, done.problems
    return Document(io.BytesIO(done.data)).paragraphs[0].text


def test_a_field_with_illegal_characters_is_named_with_its_unit(fill: Fill, p: Text, part: PartOf) -> None:
    units = [{"ten": "Phòng GD&ĐT Sìn Hồ", "ghi_chu": "lũ\x0b\ufffe"}, {"ten": "X", "ghi_chu": "ổn"}]
    done = fill(p("a{% for x in cham %}{{ x.ghi_chu }};{% endfor %}"), cham=units)
    (one,) = done.problems
    assert (one.code, one.severity) == ("TT413", Severity.WARNING)
    assert one.message == (
        "mục cham[0].ghi_chu của «Phòng GD&ĐT Sìn Hồ»: "
        "đã bỏ ký tự không ghi được vào tệp Word (U+000B U+FFFE)"
    )
    assert ">lũ;<" in part(done)


@pytest.mark.parametrize("value", ["\ud800", "a\x00b", "\uffff", "\x1b"])
def test_nothing_illegal_comes_out(fill: Fill, p: Text, value: str) -> None:
    done = fill(p("{{ x }}"), x=value)
    assert done.data is not None
    assert [one.code for one in done.problems] == ["TT413"]


def test_an_illegal_character_made_by_a_tag_is_told_there(fill: Fill, p: Text) -> None:
    done = fill(p("{{ '%c' % 1 }}"))
    assert done.data is not None
    assert [(one.code, one.tag) for one in done.problems] == [("TT413", "{{ '%c' % 1 }}")]


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (object(), "x"),
        ({"a": [1, {2, 3}]}, "x.a[1]"),
        (bytearray(b"a"), "x"),
        (lambda: 1, "x"),
        (float("nan"), "x"),
    ],
)
def test_what_is_not_plain_data_is_refused(
    pack: Pack, p: Text, properties: DocProperties, value: object, path: str
) -> None:
    context: dict[str, PlainValue] = {"x": value}  # type: ignore[dict-item] # what must not come in
    done = render(load_template(pack(p("a")), name="a"), context, properties=properties)
    assert done.data is None
    (one,) = done.problems
    assert one.code == "TT414"
    assert one.message.startswith(f"mục {path}: ")


def test_data_that_holds_itself_ends(pack: Pack, p: Text, properties: DocProperties) -> None:
    endless: dict[str, PlainValue] = {}
    endless["a"] = endless
    done = render(load_template(pack(p("a")), name="a"), endless, properties=properties)
    assert {one.code for one in done.problems} == {"TT414"}


def test_a_subclass_of_text_has_no_say(texts: Texts) -> None:
    class Loud(str):
        __slots__ = ()

        def __str__(self) -> str:
            return "<w:br/>"

        def __html__(self) -> str:
            return "<w:br/>"

        def upper(self) -> str:
            return "gọi được"

    assert texts("{{ x }} {{ x.upper() }} {{ x | safe }}", x=Loud("a")) == ["a A a"]


def test_the_data_is_not_changed(pack: Pack, p: Text, properties: DocProperties) -> None:
    context: dict[str, PlainValue] = {"ds": [3, 1, 2], "g": {"a": 1}}
    line = "{{ ds | sap_xep | join }}{% set ds = ds + [1] %}{% set n = namespace(a=g) %}{% set n.a = 1 %}"
    render(load_template(pack(p(line)), name="a"), context, properties=properties)
    assert context == {"ds": [3, 1, 2], "g": {"a": 1}}


def test_newlines_print_as_line_breaks_of_the_same_looks(fill: Fill, p: Text, part: PartOf) -> None:
    run = "<w:r><w:rPr><w:i/></w:rPr><w:t>{{ x }}</w:t></w:r>"
    assert part(fill(p(run), x="a\nb")).count("<w:br/>") == 1


def test_a_template_is_compiled_once_and_rendered_often(
    pack: Pack, p: Text, properties: DocProperties
) -> None:
    template = load_template(pack(p("{% set n = x %}{{ n }}{{ y | default('-') }}")), name="a")
    first = render(template, {"x": 1, "y": 2}, properties=properties)
    second = render(template, {"x": 2}, properties=properties)
    again = render(template, {"x": 1, "y": 2}, properties=properties)
    assert first == again
    assert first != second
    broken = render(template, {}, properties=properties)
    assert broken.data is None
    assert render(template, {"x": 2}, properties=properties) == second


_SCRIPT = """
import hashlib, pathlib, sys
from datetime import UTC, datetime
from truyenthong.word.render import DocProperties
from truyenthong.word.render import render
from truyenthong.word.template import load_template
template = load_template(pathlib.Path(sys.argv[1]).read_bytes(), name="a")
data = {"ds": [{"ten": n, "g": {"b": 1, "a": 2}} for n in ("Đ", "A", "Ấ")], "x": {"k": "v"}}
done = render(template, data, properties=DocProperties(title="T", created=datetime(2021, 6, 1, tzinfo=UTC)))
print([one.message for one in done.problems], hashlib.sha256(done.data or b"").hexdigest())
"""


@pytest.mark.parametrize(
    "line", ["a{% for x in ds | sap_xep('ten') %}{{ x.ten }}{% endfor %}", "{{ a }}{{ x.b }}{{ c }}"]
)
def test_the_same_input_makes_the_same_bytes_in_any_process(
    pack: Pack, p: Text, tmp_path: Path, line: str
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(pack(p(line)))
    said = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(file)],
            capture_output=True,
            check=True,
            encoding="utf-8",
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "src", "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(said) == 1
    assert len(said.pop()) > 64


def _seconds(pack: Pack, tbl: Text, properties: DocProperties, rows: int) -> float:
    cells = tuple(f"{{{{ x.c{index} }}}}" for index in range(8))
    blank = ("",) * 7
    body = tbl(("{% for x in ds %}", *blank), cells, ("{% endfor %}", *blank))
    template = load_template(pack(body), name="a")
    data: PlainValue = [{f"c{c}": f"Phòng GD&ĐT số {row} cột {c}" for c in range(8)} for row in range(rows)]
    begin = time.perf_counter()
    done = render(template, {"ds": data}, properties=properties)
    taken = time.perf_counter() - begin
    assert done.data is not None, done.problems
    return taken


def test_a_long_table_takes_time_in_proportion_to_its_rows(
    pack: Pack, tbl: Text, properties: DocProperties
) -> None:
    short = min(_seconds(pack, tbl, properties, 1_000) for _ in range(2))
    long = min(_seconds(pack, tbl, properties, 4_000) for _ in range(2))
    assert long < 8 * short
    assert long < 5


_PIECES = (
    *("{{ x }}", "{{ y.z }}", "{{ 1 / 0 }}", "{% if x %}", "{% else %}", "{% endif %}", "{% for a in ds %}"),
    *(
        "{{ a }}",
        "{% endfor %}",
        "{% set b = x %}",
        "{{ b }}",
        "{# c #}",
        "{%p if x %}",
        "{%tr for a in ds %}",
    ),
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "'",
        "“",
        "(",
        " ",
        "chữ & <chữ>",
        "\u00a0",
        "{{ loop.index }}",
        "{{ ds | noi }}",
    ),
)
_LINES = st.lists(st.lists(st.sampled_from(_PIECES), max_size=5).map("".join), min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(_LINES, st.booleans())
def test_whatever_is_typed_is_filled_or_told(lines: list[str], in_table: bool) -> None:
    made = Document()
    if in_table:
        table = made.add_table(rows=len(lines), cols=2)
        for row, line in zip(table.rows, lines, strict=True):
            row.cells[0].text = line
    else:
        for line in lines:
            made.add_paragraph(line)
    data = io.BytesIO()
    made.save(data)
    done = render(
        load_template(data.getvalue(), name="a"), {"x": "GD&ĐT", "ds": ["<", 2]}, properties=_PROPERTIES
    )
    assert (done.data is None) == any(one.severity is Severity.ERROR for one in done.problems)
    if done.data is not None:
        assert len(Document(io.BytesIO(done.data)).element.body)
