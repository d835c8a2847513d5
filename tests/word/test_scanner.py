"""Tags in the joined text of a paragraph."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.word.reading.scanner import TagKind, scan


def test_text_without_tags_has_none() -> None:
    assert tuple(scan("Kính gửi: Phòng GD&ĐT { a } % # }} %}")) == ()


def test_all_three_kinds_are_found_in_order() -> None:
    found = scan("a {{ x }} b {% if y %} c {# ghi chú #}")
    assert [(one.kind, one.inner) for one in found] == [
        (TagKind.PRINT, "x"),
        (TagKind.BLOCK, "if y"),
        (TagKind.COMMENT, ""),
    ]


def test_the_end_of_a_tag_inside_quotes_is_text() -> None:
    (found,) = scan("""{{ x | default("}} và %}") }}""")
    assert found.inner == """x | default("}} và %}")"""


def test_brackets_are_counted() -> None:
    (found,) = scan("{{ {'a': {'b': 1}} }}")
    assert found.inner == "{'a': {'b': 1}}"


@pytest.mark.parametrize(
    ("typed", "inner"),
    [
        ("{{ “GD&ĐT” }}", '"GD&ĐT"'),
        ("{{ ‘a’ }}", "'a'"),
        ("{{ „a“ }}", '"a"'),
        ('{{ “nói "x" nhé” }}', '"nói \\"x\\" nhé"'),
        ("{{\u00a0so\u00a0–\u00a01 }}", "so - 1"),
        ("{{ a\u200b_b }}", "a_b"),
        ("{{ a\n|\tb }}", "a | b"),
        ('{{ "a\\"b }}" }}', '"a\\"b }}"'),
        ('{{ "2020 – 2021" }}', '"2020 – 2021"'),
        ('{{ "a\u00a0b" }}', '"a\u00a0b"'),
        (unicodedata.normalize("NFD", "{{ tên }}"), "tên"),
    ],
)
def test_what_word_changes_while_typing_is_changed_back_inside_tags_only(typed: str, inner: str) -> None:
    (found,) = scan(typed)
    assert found.inner == inner
    assert found.raw == typed


def test_an_unclosed_tag_swallows_nothing() -> None:
    first, second = scan("{{ a và {{ b }}")
    assert not first.closed
    assert second.closed
    assert second.inner == "b"


def test_an_open_quote_does_not_swallow_the_next_tag() -> None:
    first, second = scan("{{ 'a }} chữ {{ b }}")
    assert first.raw == "{{ 'a }}"
    assert second.inner == "b"


@given(st.text(alphabet="{}%#\"'“” ax|\\\n", max_size=60))
def test_tags_never_overlap_and_are_what_was_typed(text: str) -> None:
    place = 0
    for found in scan(text):
        assert place <= found.start < found.end <= len(text)
        assert found.raw == text[found.start : found.end]
        place = found.end
