"""``status`` for people: those behind first, whole on a pipe, without scrolling on a terminal."""

from __future__ import annotations

import json
import os
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from support.years.second_plan import REPOSITORY, call, put, receive, workspace
from truyenthong.cli.commands.status_overview import overview_text
from truyenthong.cli.main import main
from truyenthong.cli.screen import Screen
from truyenthong.operations.choose import Selection
from truyenthong.operations.status import StatusOutcome, status
from truyenthong.workspace.layout import named_workspace

SAMPLE = REPOSITORY / "examples/2020-2021"
DAY = "2026-02-10"
UNIT = "  - {{ma: truong-them-{0}, ten: Trường Thêm {0}, loai: truong, nguon: bịa, da_xac_minh: có}}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = workspace(tmp_path / "noi-lam-viec")
    receive(folder, "truong-a", "bao-cao-hoc-ky", "hk1", "25/1/2026 08:00")
    receive(folder, "truong-b", "bao-cao-hoc-ky", "hk1", "31/4/2026")
    return folder


def said(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["-C", str(root), "status", "--as-of", DAY, *words]) == 0
    return capsys.readouterr().out


def outcome(root: Path, day: date) -> StatusOutcome:
    return status(named_workspace(root), Selection(), as_of=day)


def late_names(found: StatusOutcome) -> list[str]:
    return [rows[0].unit.short_name for rows in found.late_units]


@pytest.mark.parametrize("size", [Screen(80, 24), Screen(120, 40)])
@pytest.mark.parametrize("day", [date(2020, 11, 1), date(2021, 3, 1), date(2021, 5, 28), date(2021, 6, 1)])
def test_those_behind_are_seen_without_scrolling(size: Screen, day: date) -> None:
    found = outcome(SAMPLE, day)
    lines = overview_text(found, size).splitlines()
    assert len(lines) < size.lines
    assert all(len(line) <= size.columns for line in lines)
    for name in late_names(found)[:10]:
        assert any(f" ngày  {name}" in line for line in lines)


def test_of_many_the_longest_are_named_and_the_rest_counted(root: Path) -> None:
    units = root / "data/units.yaml"
    more = "".join(UNIT.format(number) for number in range(1_500))
    units.write_text(units.read_text(encoding="utf-8").rstrip("\n") + "\n" + more, encoding="utf-8")
    found = outcome(root, date(2026, 2, 10))
    late = len(found.late_units)
    assert late > 1_500
    lines = overview_text(found, Screen(80, 24)).splitlines()
    assert len(lines) < 24
    assert f"  … còn {late - 10} đơn vị: truyenthong status --late" in lines
    assert sum(bool(re.match(r"  \d+ ngày  ", line)) for line in lines) == 10
    assert len(overview_text(found, None).splitlines()) > 1_500


def test_words_and_no_codes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ((), ("--late",), ("--units",), ("truong-a",), ("--period", "hk1")):
        told = said(root, capsys, *words)
        found = outcome(root, date(2026, 2, 10))
        for code in {row.obligation.code for row in found.rows}:
            assert code not in told, words
        assert "Ghi chú:" not in told


def test_a_pipe_gets_every_unit_whole(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(root, capsys)
    for row in outcome(root, date(2026, 2, 10)).rows:
        if row.expected:
            assert row.unit.short_name in told
    assert "…" not in told
    assert "\x1b" not in told


def test_the_late_list_is_what_fail_on_means(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(said(root, capsys, "--late", "--format", "json"))["rows"]
    assert rows
    assert {row["state"] for row in rows} <= {"overdue", "invalid", "returned"}
    assert main(["-C", str(root), "status", "--as-of", DAY, "--fail-on", "overdue"]) == 1
    capsys.readouterr()
    told = said(root, capsys, "--late")
    assert told.splitlines()[1].endswith(f" {len(rows)} văn bản.")
    early = ("-C", str(root), "status", "--as-of", "2025-09-02", "--late", "--fail-on", "overdue")
    assert main([*early]) == 0
    assert "Không có đơn vị nào chậm." in capsys.readouterr().out


def test_the_board_is_asked_for(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Ghi chú: " in said(root, capsys, "--board")
    assert main(["-C", str(root), "status", "--board", "--late"]) == 2


def test_what_waits_for_the_office_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Chờ quyết định 2 bài, 1 bài có lỗi, bài lâu nhất 16 ngày: truyenthong review" in said(
        root, capsys
    )
    assert "truyenthong intake --waiting" not in said(root, capsys)
    put(root, "data/waiting/hong.yaml", "tep: []\n")
    assert "Chờ người xem 1 tệp" in said(root, capsys)  # a new file in the list changes a known answer


def test_a_unit_is_told_alone_with_the_faults_of_its_data(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(root, capsys, "truong-b")
    assert "31/4/2026 không có trong lịch" in told
    other = said(root, capsys, "truong-a")
    assert re.search(r"\nChậm \d+ ngày: .*chưa gửi\. Gửi ngay", other)
    assert "31/4/2026" not in other
    assert "Mai Châu" not in other


def test_a_day_outside_the_year_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for one in (root / "data/submissions").rglob("*.yaml"):
        one.unlink()
    assert main(["-C", str(root), "status", "--as-of", "2030-01-01"]) == 0
    assert "--as-of NGÀY" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are POSIX")
def test_a_terminal_is_not_filled_beyond_its_lines() -> None:
    import pty  # noqa: PLC0415 - POSIX only

    reader, writer = pty.openpty()
    size = {"COLUMNS": "80", "LINES": "24", "TERM": "xterm", "PYTHONPATH": str(REPOSITORY / "src")}
    child = os.fork()
    if child == 0:
        os.dup2(writer, 1)
        os.environ.update(size)
        code = f"from truyenthong.cli.main import main; main(['-C', {str(SAMPLE)!r}, 'status'])"
        os.execv(sys.executable, [sys.executable, "-c", code])  # noqa: S606 - the program itself
    os.close(writer)
    told = b""
    try:
        while chunk := os.read(reader, 65_536):
            told += chunk
    except OSError:  # Linux ends a pseudo terminal so
        assert told
    os.waitpid(child, 0)
    os.close(reader)
    lines = re.sub("\x1b\\[[0-9;]*m", "", told.decode()).splitlines()
    assert len(lines) < 23
    assert max(map(len, lines)) <= 80
    assert call("-C", str(SAMPLE), "status").stdout.count("\n") > 40
