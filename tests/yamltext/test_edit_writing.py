"""What is written is read back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.yamltext.edit import scalar, write_yaml
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mưa lũ chia cắt", "Mưa lũ chia cắt"),
        ("31/5/2021", "31/5/2021"),
        ("45/BC-PGDĐT", "45/BC-PGDĐT"),
        ("a, b", "a, b"),
        ("28/5/2021 09:15", "28/5/2021 09:15"),
        ("-3", "-3"),
        ("-", '"-"'),
        ("--- a", '"--- a"'),
        ("a:b", '"a:b"'),
        ("9:", '"9:"'),
        ("", '""'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("phụ lục #2", '"phụ lục #2"'),
        ("a: b", '"a: b"'),
        ("a ", '"a "'),
        ("a\nb", '"a\\nb"'),
        ('"x" \\', '"\\"x\\" \\\\"'),
        ("\u2028", '"\\u2028"'),
        ("- a", '"- a"'),
        ("*a*", '"*a*"'),
    ],
)
def test_texts_are_plain_where_that_is_safe(text: str, written: str) -> None:
    assert scalar(text) == written


def test_trees_are_written_in_blocks() -> None:
    tree: Value = {"a": {"b": "1", "c": ["x", None, {"d": "y", "e": ["z"]}]}, "f": None, "g": [], "h": {}}
    assert write_yaml(tree) == (
        "a:\n  b: 1\n  c:\n    - x\n    -\n    - d: y\n      e:\n        - z\nf:\ng: []\nh: {}\n"
    )


@pytest.mark.parametrize(("tree", "text"), [("a", "a\n"), ([], "[]\n"), ({}, "{}\n"), (None, "\n")])
def test_small_trees(tree: Value, text: str) -> None:
    assert write_yaml(tree) == text


TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\ufffe\uffff"), max_size=10
).map(lambda text: unicodedata.normalize("NFC", text))
TREES = st.recursive(
    TEXTS,
    lambda below: (
        st.lists(st.none() | below, max_size=3)
        | st.dictionaries(TEXTS.filter(bool), st.none() | below, max_size=3)
    ),
    max_leaves=10,
)


@given(TREES)
def test_what_is_written_is_read_again(tree: Value) -> None:
    parsed = parse_yaml(write_yaml(tree).encode(), file="a.yaml")
    assert (parsed.value, parsed.findings) == (tree, ())
