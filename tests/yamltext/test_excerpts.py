"""Excerpts line up in a terminal."""

from __future__ import annotations

import pytest

from truyenthong.findings import Span
from truyenthong.yamltext.places import excerpt


def shown(row: str, column: int, end: int, *, end_line: int = 1) -> list[str]:
    return list(excerpt(row, Span(line=1, column=column, end_line=end_line, end_column=end)))


@pytest.mark.parametrize(
    ("row", "column", "end", "lines"),
    [
        ("a: b", 4, 5, ["    1 | a: b", "      |    ^"]),
        ("\ta: b", 5, 6, ["    1 |     a: b", "      |        ^"]),
        ("漢: 字b", 4, 6, ["    1 | 漢: 字b", "      |     ^^^"]),
        ("e\u0302: b", 5, 6, ["    1 | e\u0302: b", "      |    ^"]),
        ("a: \x0bz", 4, 5, ["    1 | a: \ufffdz", "      |    ^"]),
        ("a:", 9, 12, ["    1 | a:", "      |   ^"]),
        ("a: b", 4, 4, ["    1 | a: b", "      |    ^"]),
    ],
)
def test_carets_stand_under_the_place(row: str, column: int, end: int, lines: list[str]) -> None:
    assert shown(row, column, end) == lines


def test_a_place_over_several_lines_goes_to_the_end_of_the_first() -> None:
    assert shown("a: bc  ", 4, 2, end_line=3) == ["    1 | a: bc", "      |    ^^"]


def test_a_long_line_is_cut_at_its_end() -> None:
    text, carets = shown("ngay: 31/4/2021 " + "x" * 300, 7, 16)
    assert text == "    1 | ngay: 31/4/2021 " + "x" * 84 + "…"
    assert carets == "      |       ^^^^^^^^^"


def test_a_long_line_is_cut_around_the_place() -> None:
    text, carets = shown("x" * 300 + "HERE" + "y" * 300, 301, 305)
    assert text == "    1 | …" + "x" * 40 + "HERE" + "y" * 56 + "…"
    assert text[carets.index("^") : carets.rindex("^") + 1] == "HERE"


def test_the_end_of_a_long_line_is_shown_without_a_mark_behind() -> None:
    text, carets = shown("x" * 300 + "HERE", 301, 305)
    assert text == "    1 | …" + "x" * 40 + "HERE"
    assert text[carets.index("^") : carets.rindex("^") + 1] == "HERE"


def test_carets_stop_where_the_line_is_cut() -> None:
    text, carets = shown("y" * 500, 1, 501)
    assert carets.count("^") == 100
    assert len(text) == 8 + 101
