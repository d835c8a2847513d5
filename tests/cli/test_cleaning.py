"""What a terminal would obey is made visible; the program's own colours and the data of JSON stay."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from truyenthong.cli import console
from truyenthong.cli.console import clean, escaped, json_text, one_line
from truyenthong.cli.tables import csv_text

LINK = "\x1b]8;;https://vi-du.example\x07bao-cao.docx\x1b]8;;\x07"
TURNED = "bao-cao\u202excod.exe"
HOSTILE = (
    LINK,
    TURNED,
    "\x1b[2J",
    "\x1b[8m",
    "\x1b[30m",
    "\x9b31m",
    "a\rb",
    "\x07",
    "\x7f",
    "\u2066a\u2069",
    "\u2028",
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("colours", [True, False])
def test_nothing_that_a_terminal_obeys_gets_through(text: str, *, colours: bool) -> None:
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", clean(text, colours=colours)
    )
    assert len(clean(text, colours=colours)) == len(text)


@pytest.mark.parametrize(
    "code", ["31;1", "33;1", "36;1", "32;1", "36", "0", "1", "3", "30;48;2;198;239;206", "30;48;5;194"]
)
def test_our_own_colours_stay_where_there_are_colours(code: str) -> None:
    assert clean(f"\x1b[{code}mchậm\x1b[0m", colours=True) == f"\x1b[{code}mchậm\x1b[0m"
    assert "\x1b" not in clean(f"\x1b[{code}mchậm", colours=False)


def test_texts_line_ends_tabs_and_the_mark_of_a_file_stay() -> None:
    text = "\ufeffTrường\tTiểu học số 1\r\nđúng hạn 😀 ‍\n"
    assert clean(text, colours=False) == text


def test_a_name_is_a_part_of_its_line() -> None:
    assert one_line("a\n::error::b\tc\r") == "a ::error::b c "


@pytest.mark.parametrize("text", [*HOSTILE, "Trường «A»"])
def test_json_keeps_the_data(text: str) -> None:
    written = json_text({"file": text}, indent=1)
    assert json.loads(written) == {"file": text}
    assert clean(written, colours=False) == written
    assert escaped(written) == written


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n=1")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    written = csv_text(("a",), [{"a": text}])
    cell = next(csv.reader(io.StringIO(written.removeprefix("\ufeff").split("\r\n")[1])))[0]
    assert cell.startswith("'")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_csv_turns_or_breaks_its_line(text: str) -> None:
    written = csv_text(("a",), [{"a": text}])
    assert clean(written, colours=False) == written
    assert written.count("\r\n") == 2


def test_line_ends_are_written_as_they_are_on_windows_too(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    windows = io.TextIOWrapper(written, encoding="cp1258", newline="\r\n")  # what Windows gives a program
    monkeypatch.setattr("sys.stdout", windows)
    console.prepare_streams()
    console.result(csv_text(("đơn vị",), [{"đơn vị": "Mù Cả"}]), end="")
    assert written.getvalue() == '\ufeff"đơn vị"\r\n"Mù Cả"\r\n'.encode()
