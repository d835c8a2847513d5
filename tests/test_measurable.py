"""What cannot be measured is not measured: a duty or unit that was not read stops, other faults are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.second_plan import receive, workspace
from truyenthong.cli.main import main

PLAN, UNITS = "data/plan.yaml", "data/units.yaml"
DAY = ("--as-of", "2025-11-10")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "noi-lam-viec")


def spoil(root: Path, name: str, old: str, new: str) -> int:
    """Puts ``new`` in the place of ``old``; the line where that is."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (PLAN, "han: {ngay_thang_sau: 4}", "han: {ngay_thang_sau: bốn}"),
        (PLAN, "  - ma: bao-cao-quy\n", "  - ma: Báo cáo quý\n"),
        (UNITS, "hieu_luc: [{den: 31/12/2025}]", "hieu_luc: [{den: 31/13/2025}]"),
        (UNITS, "  - ma: truong-a\n", "  - ma: Trường A\n"),
        (UNITS, "{ma: trung-tam, ten: Trung tâm}", "{ma: trung-tam}"),
    ],
)
@pytest.mark.parametrize("command", ["status", "report", "coverage"])
def test_a_duty_or_unit_that_was_not_read_stops(
    root: Path, capsys: pytest.CaptureFixture[str], command: str, name: str, old: str, new: str
) -> None:
    line = spoil(root, name, old, new)
    assert main(["-C", str(root), command, *DAY]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "có nhiệm vụ hay đơn vị không đọc được" in told.err
    assert f"  {name}:{line}:" in told.err
    assert not (root / "out").exists()


def test_fail_on_says_that_it_cannot_tell(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root, PLAN, "han: {ngay_thang_sau: 4}", "han: {ngay_thang_sau: bốn}")
    assert main(["-C", str(root), "status", "--fail-on", "overdue", *DAY]) == 3
    assert main(["-C", str(root), "validate"]) == 1
    capsys.readouterr()


def test_a_fault_elsewhere_in_the_plan_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root, PLAN, "{ma: giam-doc, dong: [GIÁM ĐỐC]", "{ma: giam-doc, dongg: [GIÁM ĐỐC]")
    assert main(["-C", str(root), "status", *DAY]) == 0
    told = capsys.readouterr().err
    assert f"  {PLAN}: " in told
    assert "lần nhận" not in told, "no receipt has a fault"


def test_receipts_with_faults_are_said_to_count_once_accepted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    receive(root, "truong-a", "bao-cao-quy", "2025-Q4", "31/4/2025 09:00")
    assert main(["-C", str(root), "status", *DAY]) == 0
    assert "lần nhận có lỗi chỉ được tính khi đã chấp nhận" in capsys.readouterr().err
