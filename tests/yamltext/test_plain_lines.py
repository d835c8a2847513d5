"""The short way through plain YAML gives what the parsers give, or leaves the text to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.yaml.mutations import mutated
from truyenthong.yamltext.engines import libyaml_engine, pure_engine
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.plain_lines import read_plain_lines
from truyenthong.yamltext.tree import Value

REPOSITORY = Path(__file__).parents[2]
PAPER = """\
# Ghi chú ở đầu.
don_vi: a

nhiem_vu: tin-tuc
lan_nop:
  - nhan_luc: 28/5/2021 09:15
    van_ban:
      so: 45
      ky_hieu: BC-PGD&ĐT
    tep:
    - ten: "báo cáo: số 1.docx"
      sha256: '00ab'
    - ten: b.docx
    noi_dung:
      chu: Đã làm (tốt), 12/15 trường; xem http://a.vn/#b
      trong:
      rong: ~
      ds:
        - một
        - null
  # một lần nữa
  - nhan_luc: 29/5/2021
"""
PLAIN = (
    PAPER,
    "a: b",
    "- a\n- 'b'\n",
    "a:\n- b: c\n  d:\n- b:\ne: f\n",
    "a:\n  b:\n    c: d\ne:\n",
    "a: b\r\nc: d\r\n",
    "a: 'null'\nb: null\nc: \"\"\n",
    "-   a: b\n    c: d\n",
)
LEFT = (
    *(
        "",
        "# chỉ ghi chú\n",
        "a",
        "a: b: c",
        "a: b #c",
        "a: b # c",
        "a:b",
        "a: b \n",
        "a:\n b\n",
        "a: b\n  c\n",
    ),
    *("a: [b]", "a: {b: c}", "a: |\n  b", "a: &x b", "a: *x", "a: !t b", "a: -b", "a: 'b' c", "a: 'it''s'"),
    *('a: "\\n"', "a: b\na: c", "a:\n  b: c\n d: e", "- a\nb: c", "a: b\n- c", "- - a", "-\n  a: b", "a:\tb"),
    *(
        "---\na: b",
        "a: b\n...",
        "<<: a",
        "? a",
        "a:\n  - b\n    c",
        "a: e\u0301",
        "a: b\u2028c",
        "a: \x07",
        " a: b\nc: d",
    ),
    "".join(f"{' ' * depth}a:\n" for depth in range(25)),
    "a: b\n" + "# x\n" * 20_001,
)


def parsed(text: str) -> Value:
    """What libyaml makes of a text in which nothing is wrong."""
    found = parse_yaml(text.encode(), file="a.yaml", engine=libyaml_engine)
    assert found.ok
    assert found.findings == ()
    return found.value


@pytest.mark.parametrize("text", PLAIN)
def test_plain_texts_are_read(text: str) -> None:
    value = read_plain_lines(text)
    assert value is not None
    assert repr(value) == repr(parsed(text))  # in the same order too


@pytest.mark.parametrize("text", LEFT)
def test_other_texts_are_left_to_the_parsers(text: str) -> None:
    assert read_plain_lines(text) is None


def test_every_file_of_the_repository_is_read_the_same() -> None:
    taken = 0
    for folder in ("data", "examples", "starter", "tests/cases"):
        for path in (REPOSITORY / folder).rglob("*.yaml"):
            data = path.read_bytes()
            value = read_plain_lines(data.decode("utf-8", "replace"))
            if value is not None:
                assert repr(value) == repr(parsed(data.decode())), path
                taken += 1
    assert taken > 100


@settings(max_examples=300, deadline=None)
@given(data=mutated(PAPER.encode()))
def test_a_slip_of_the_hand_gives_the_same_findings_either_way(data: bytes) -> None:
    assert parse_yaml(data, file="a.yaml") == parse_yaml(data, file="a.yaml", engine=pure_engine)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab-:#'\"\n ~é\t|[{&", max_size=40))
def test_any_text_is_read_the_same_or_left(text: str) -> None:
    value = read_plain_lines(text)
    if value is not None:
        assert repr(value) == repr(parsed(text))
