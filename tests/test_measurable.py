"""What cannot be measured is not measured: a duty or unit that was not read stops, other faults are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.years.second_plan import receive, workspace
from truyenthong.cli.main import main

PLAN, UNITS = "data/plan.yaml", "data/units.yaml"
DAY = ("--as-of", "2025-11-10")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "noi-lam-viec")


def files_of(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.rglob("*.yaml")}


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


def test_a_fault_of_one_duty_does_not_hold_up_another(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    receive(root, "truong-a", "bao-cao-quy", "2025-q4", "4/1/2026 09:00", "    noi_dung: {tiep_nhan: 3}\n")
    line = spoil(root, PLAN, "{ma: dat, nhan: Đạt yêu cầu, kieu: dung-sai}", "{ma: dat, nhan: Đạt, kieu: số}")
    status = ("-C", str(root), "status", *DAY)
    assert main([*status]) == 3
    assert f"  {PLAN}:{line}:" in capsys.readouterr().err
    assert main([*status, "--obligation", "bao-cao-quy"]) == 3
    assert main([*status, "--obligation", "bao-cao-nam"]) == 0
    explain = ("-C", str(root), "explain", "truong-a")
    assert main([*explain, "bao-cao-nam", *DAY]) == 0
    assert main([*explain, "bao-cao-quy", "2025-q4", *DAY]) == 3
    capsys.readouterr()


def test_a_form_by_which_nothing_came_holds_up_no_board(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(root, PLAN, "{ma: dat, nhan: Đạt yêu cầu, kieu: dung-sai}", "{ma: dat, nhan: Đạt, kieu: số}")
    assert main(["-C", str(root), "status", *DAY]) == 0
    assert f"  {PLAN}: TT112" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("form", "bao-cao-quy", "--unit", "truong-a"), ("intake", "bai.docx")])
def test_no_form_is_made_or_read_by_half_a_declaration(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    line = spoil(root, PLAN, "{ma: dat, nhan: Đạt yêu cầu, kieu: dung-sai}", "{ma: dat, nhan: Đạt, kieu: số}")
    (tmp_path / "bai.docx").write_bytes(b"")
    words = [str(tmp_path / word) if word.endswith(".docx") else word for word in command]
    assert main(["-C", str(root), *words]) == 3
    told = capsys.readouterr().err
    assert "sẽ mất số liệu" in told
    assert f"  {PLAN}:{line}:" in told


QUARTER = ("truong-a", "bao-cao-quy", "2025-q4")


@pytest.mark.parametrize(
    ("command", "held"),
    [
        (("record", "receipt", *QUARTER, "--received", "5/1/2026", "--supplement"), True),
        (("record", "extension", *QUARTER, "--until", "9/1/2026", "--granted", "2/1/2026"), True),
        (("review",), True),
        (("review", *QUARTER), True),
        (("review", *QUARTER, "--return", "Thiếu số liệu"), True),
        (("review", *QUARTER, "--reply"), True),
        (("review", "su-co", "--accept", "--yes"), False),
        (("record", "receipt", "truong-a", "bao-cao-nam", "--received", "5/1/2026"), False),
        (("review", "truong-a", "su-co", "2025-11"), False),
    ],
)
def test_nothing_is_written_or_said_of_papers_by_half_a_declaration(
    root: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], held: bool
) -> None:
    receive(root, *QUARTER, "4/1/2026 09:00", "    noi_dung: {tiep_nhan: 3}\n")
    receive(root, "truong-a", "su-co", "2025-11", "3/12/2025", "    khong_phat_sinh: có\n")
    line = spoil(root, PLAN, "{ma: dat, nhan: Đạt yêu cầu, kieu: dung-sai}", "{ma: dat, nhan: Đạt, kieu: số}")
    before = files_of(root)
    code = main(["-C", str(root), *command])
    said = capsys.readouterr().err
    assert (code == 3, f"  {PLAN}:{line}:" in said) == (held, held), said
    assert not held or files_of(root) == before


@pytest.mark.parametrize(
    "command",
    [
        ("form", "thong-ke-la"),
        ("report", "bao-cao-la"),
        ("record", "entry", "so-la", "--set", "a=b"),
        ("review", "don-vi-la"),
    ],
)
def test_a_name_that_nobody_declares_is_wrong_usage_unless_its_list_was_not_read(
    root: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    whole = (root / PLAN).read_text(encoding="utf-8")
    assert main(["-C", str(root), *command]) == 2
    key = {"form": "nhiem_vu", "report": "bao_cao", "record": "so_theo_doi", "review": "nhiem_vu"}[command[0]]
    head, _, rest = whole.partition(f"\n{key}:\n")
    (root / PLAN).write_text(f"{head}\n{key}:\n{rest.replace('ma: ', 'maa: ', 1)}", encoding="utf-8")
    assert main(["-C", str(root), *command]) == 3
    assert f"  {PLAN}:" in capsys.readouterr().err


def test_a_plan_that_declares_nothing_to_cover_is_no_wrong_usage(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(root, PLAN, "do_phu: có", "do_phu: không")
    assert main(["-C", str(root), "coverage", *DAY]) == 3
    assert "do_phu: có" in capsys.readouterr().err
