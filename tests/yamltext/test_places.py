"""Field paths lead to places in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.yaml.yaml_corpus import CORPUS
from truyenthong.findings import FieldPath, Ref, Span
from truyenthong.yamltext.parse import Value, parse_yaml
from truyenthong.yamltext.places import PlaceFinder
from truyenthong.yamltext.tree import MAX_DEPTH

TEXT = """\
don_vi: pgd
lan_nop:
  - nhan_luc: 28/5/2021
    ngay: 31/4/2021
    van_ban: {so: 45, ngay: }
    tep:
      - ten: "báo cáo"
      -
    trich: >-
      abc
    x:
    d: [a,
      b]
ngay: 1
ngay: {so: 2}
*z : 1
[k]: 1
e: *z
"""


@pytest.mark.parametrize(
    ("path", "line", "part"),
    [
        ((), 1, "don_vi: pgd"),
        (("don_vi",), 1, "pgd"),
        (("lan_nop",), 2, "lan_nop"),
        (("lan_nop", 0), 3, "nhan_luc: 28/5/2021"),
        (("lan_nop", 0, "ngay"), 4, "31/4/2021"),
        (("lan_nop", 0, "van_ban"), 5, "{so: 45, ngay: }"),
        (("lan_nop", 0, "van_ban", "ngay"), 5, "ngay"),
        (("lan_nop", 0, "tep", 0, "ten"), 7, '"báo cáo"'),
        (("lan_nop", 0, "tep", 1), 8, "-"),
        (("lan_nop", 0, "trich"), 9, ">-"),
        (("lan_nop", 0, "x"), 11, "x"),
        (("lan_nop", 0, "d"), 12, "[a,"),
        (("lan_nop", 0, "d", 1), 13, "b"),
        (("lan_nop", 0, "khong_co"), 3, "nhan_luc: 28/5/2021"),
        (("lan_nop", 7, "khong_co"), 2, "lan_nop"),
        (("ngay",), 14, "1"),
        (("ngay", "so"), 14, "1"),
        (("e",), 18, "*z"),
        (("khong_co",), 1, "don_vi: pgd"),
    ],
)
def test_a_path_leads_to_its_words(path: FieldPath, line: int, part: str) -> None:
    span = PlaceFinder(TEXT).find(path)
    row = TEXT.splitlines()[line - 1]
    assert (span.line, span.end_line) == (line, line)
    assert row[span.column - 1 : span.end_column - 1] == part


def test_keys_have_places_of_their_own() -> None:
    finder = PlaceFinder(TEXT)
    assert finder.find(("lan_nop", 0, "ngay"), "key") == Span(line=4, column=5, end_line=4, end_column=9)
    assert finder.find(("lan_nop", 0), "key") == finder.find(("lan_nop", 0))
    assert finder.find(("lan_nop", 0, "khong_co"), "key").line == 3


def test_a_ref_with_a_span_needs_no_search() -> None:
    span = Span(line=9, column=9, end_line=9, end_column=10)
    finder = PlaceFinder(TEXT)
    assert finder.place(Ref(file="a", span=span)) == span
    assert finder.place(Ref(file="a", path=("don_vi",), at="key")).end_column == 7


@pytest.mark.parametrize("data", ["", b"", "# c\n", "\x0b", b"\xff\xfe"])
def test_an_empty_file_has_its_beginning(data: str | bytes) -> None:
    assert PlaceFinder(data).find(("a",)).line == 1


def test_a_broken_file_has_the_places_before_the_fault() -> None:
    finder = PlaceFinder("a: 1\nb: x: y\n")
    assert finder.find(("a",)) == Span(line=1, column=4, end_line=1, end_column=5)


def test_reading_stops_where_the_parser_stops() -> None:
    finder = PlaceFinder("[" * 100_000)
    assert finder.find((0,) * 1000) == Span(line=1, column=MAX_DEPTH + 1, end_line=1, end_column=100_001)


def test_an_empty_value_without_key_or_dash_is_where_it_is() -> None:
    assert PlaceFinder("--- # x\n").find(()) == PlaceFinder("--- # x\n").find(("a",))
    assert PlaceFinder("[!t , a]").find((0,)).line == 1


def test_an_excerpt_shows_the_line_and_the_carets() -> None:
    finder = PlaceFinder("a: 1\n" * 13 + "  ngay: 31/4/2021\n")
    span = Span(line=14, column=9, end_line=14, end_column=18)
    assert finder.excerpt(span) == ("   14 |   ngay: 31/4/2021", "      |         ^^^^^^^^^")


def test_there_is_no_excerpt_beyond_the_file() -> None:
    assert PlaceFinder("a").excerpt(Span(line=3, column=1, end_line=3, end_column=2)) is None
    assert PlaceFinder("").excerpt(Span(line=1, column=1, end_line=1, end_column=1)) is None


@pytest.mark.parametrize("text", [text for text, _, _ in CORPUS])
def test_every_finding_of_the_corpus_can_be_shown(text: str) -> None:
    finder = PlaceFinder(text.encode())
    for finding in parse_yaml(text.encode(), file="a.yaml").findings:
        shown = finder.excerpt(finder.place(finding.ref))
        assert shown is None or "^" in shown[1]
        assert (shown is None) == (text == "")


def scalars(tree: Value, path: FieldPath = ()) -> list[tuple[FieldPath, str]]:
    match tree:
        case dict():
            return [pair for key, value in tree.items() for pair in scalars(value, (*path, key))]
        case list():
            return [pair for index, value in enumerate(tree) for pair in scalars(value, (*path, index))]
        case str():
            return [(path, tree)]
        case None:
            return []


WORDS = st.text("abc ế:#-'\"\t", max_size=8).map(str.strip)


@given(
    rows=st.lists(st.tuples(WORDS.filter(bool), WORDS), min_size=1, max_size=6),
    gap=st.sampled_from(["\n", "\r\n", "\r", "\x85", "\u2028"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_the_words_at_a_place_are_the_ones_that_were_parsed(
    rows: list[tuple[str, str]], gap: str, mark: str
) -> None:
    lines = [f"  - {quote(key)}: [{quote(value)}, '{index}']" for index, (key, value) in enumerate(rows)]
    text = mark + gap.join(["a:", *lines, ""])
    parsed = parse_yaml(text.encode(), file="a.yaml")
    finder = PlaceFinder(text)
    found = scalars(parsed.value)
    assert len(found) == 2 * len(rows)
    for path, value in found:
        span = finder.find(path)
        line = text.removeprefix("\ufeff").split(gap)[span.line - 1]
        assert parse_yaml(line[span.column - 1 : span.end_column - 1].encode(), file="b").value == value


def quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def test_places_behind_what_only_one_parser_refuses() -> None:
    text = "a: {c:?}\nb: 31/4/2021\n"
    assert parse_yaml(text.encode(), file="a.yaml").ok
    assert PlaceFinder(text).find(("b",)) == Span(line=2, column=4, end_line=2, end_column=13)
