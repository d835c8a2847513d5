"""A file with thousands of faults is read in proportion to its length, and its places are right."""

import time

import pytest

from truyenthong.diagnostics.yaml import TT005
from truyenthong.findings import Ref
from truyenthong.yamltext.encodings import LineIndex, place_of
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.reader import Collector


@pytest.mark.parametrize("text", ["", "a", "a\nb", "a\r\nb\rc\u2028d\n", "\n\n", "ữ\u0085b"])
def test_the_index_gives_every_place(text: str) -> None:
    index = LineIndex(text)
    line, column = 1, 1
    for offset, char in enumerate(text):
        assert index.place(offset) == place_of(text, offset) == (line, column)
        ends = char in "\n\x85\u2028\u2029" or (char == "\r" and text[offset + 1 : offset + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)


@pytest.mark.parametrize("row", ["# a\x07 {}\n", "a{}: b\x07\n", "a{}: b #c\n"])
def test_twenty_thousand_faults_take_seconds(row: str) -> None:
    text = "".join(row.format(number) for number in range(20_000))
    begin = time.perf_counter()
    parsed = parse_yaml(text.encode(), file="a.yaml")
    assert time.perf_counter() - begin < 20
    places = [one.ref.span.line for one in parsed.findings if one.ref.span is not None]
    assert places == list(range(1, 20_001))


def test_places_are_known_as_faulty_without_going_through_all() -> None:
    collector = Collector()
    for number in range(20_000):
        collector.add(TT005.at(Ref(file="a.yaml", path=("ds", number, "ten")), "lỗi"))
    begin = time.perf_counter()
    assert all(collector.is_faulty(Ref(file="a.yaml", path=("ds", number))) for number in range(20_000))
    assert not any(collector.is_faulty(Ref(file="a.yaml", path=("x", number))) for number in range(20_000))
    assert time.perf_counter() - begin < 5
