"""The light marks of the plan's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.views.plan_text import text_runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("thường", [("thường", "")]),
        ("ngày **31/5/2021**;", [("ngày ", ""), ("31/5/2021", "b"), (";", "")]),
        ("(*có thể*).", [("(", ""), ("có thể", "i"), (").", "")]),
        ("*a **b** c*", [("a ", "i"), ("b", "bi"), (" c", "i")]),
        ("2 * 3 * 4 **", [("2 ", ""), (" 3 ", "i"), (" 4 **", "")]),
        (r"5 \* 6", [("5 * 6", "")]),
        ("**chưa đóng", [("**chưa đóng", "")]),
    ],
)
def test_marks_become_runs(text: str, expected: list[tuple[str, str]]) -> None:
    runs = [
        (run["chu"], ("b" if run["dam"] else "") + ("i" if run["nghieng"] else "")) for run in text_runs(text)
    ]
    assert runs == expected


@given(st.text(alphabet="ab *\\ờ", max_size=40))
def test_no_letter_is_lost(text: str) -> None:
    letters = [char for char in text if char not in "*\\"]
    assert [char for run in text_runs(text) for char in str(run["chu"]) if char not in "*\\"] == letters


@given(st.text(alphabet="ab \\ờ", max_size=40))
def test_text_without_stars_is_one_run(text: str) -> None:
    assert [run["chu"] for run in text_runs(text)] == ([text] if text else [])
