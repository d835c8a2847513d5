"""Reports about registers: a file for each entry, what is left out and why; a new one needs data alone."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from support.years.second_plan import put, workspace
from truyenthong.cli.main import main
from truyenthong.errors import UsageError

ENTRY = (
    "  - {ma: phieu, ten: Phiếu phản ánh, mau: phieu.docx, pham_vi: so, so: phan-anh, moi_nhan: 7,"
    " loai_van_ban: Phiếu báo}\n"
)
LEDGER = """so: phan-anh
muc:
  - {so: 1, viec: Xe đưa đón, biet_luc: 3/11/2025 08:00, xong: không}
  - {so: 2, viec: Bữa ăn, biet_luc: 9/11/2025, xong: có}
  - {so: 3, viec: Ngày mai, biet_luc: 11/11/2025, xong: không}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The second plan with a report of a register, made by data and a template alone."""
    folder = workspace(tmp_path / "noi-lam-viec")
    plan = folder / "data/plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("bao_cao:\n", f"bao_cao:\n{ENTRY}", 1)
    plan.write_text(text, encoding="utf-8")
    document = docx.Document()
    document.add_paragraph(
        "{{ so.ten }}: {{ muc.viec }}, {{ muc.biet_luc }}, {{ 'xong' if muc.xong else 'chưa' }}"
    )
    document.add_paragraph("{% for x in truong %}{{ x.ma }}={{ x.gia_tri }};{% endfor %}")
    (folder / "templates").mkdir()
    document.save(str(folder / "templates/phieu.docx"))
    put(folder, "data/registers/phan-anh.yaml", LEDGER)
    return folder


def made(root: Path, *words: str) -> list[str]:
    assert main(["-C", str(root), "report", *words, "--as-of", "2025-11-10"]) == 0
    return sorted(path.name for path in (root / "out").glob("phieu*"))


def test_each_entry_that_is_known_on_the_day_makes_a_file(root: Path) -> None:
    assert made(root, "phieu") == ["phieu--1.docx", "phieu--2.docx"]
    first, second = docx.Document(io.BytesIO((root / "out/phieu--1.docx").read_bytes())).paragraphs[:2]
    assert first.text == "Phản ánh của phụ huynh: Xe đưa đón, 03/11/2025 08:00, chưa"
    assert second.text == "so=1;viec=Xe đưa đón;biet_luc=03/11/2025 08:00;tra_loi_luc=;xong=không;"


def test_without_a_name_only_what_is_new_is_made(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert made(root) == ["phieu--2.docx"]
    assert "1 mục có ngày trước ngày 04/11/2025 không làm lại" in capsys.readouterr().err


def test_a_unit_has_only_its_own_entries(root: Path) -> None:
    assert made(root, "phieu", "--unit", "truong-a") == []


def test_a_duty_or_a_period_has_no_entries(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert made(root, "phieu", "--period", "2025-11") == []
    assert "nói về sổ «phan-anh»" in capsys.readouterr().err


def test_an_empty_register_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(root, "data/registers/phan-anh.yaml", "so: phan-anh\n")
    assert made(root, "phieu") == []
    assert "sổ «phan-anh» chưa có mục nào" in capsys.readouterr().err


def test_its_names_are_listed_for_those_who_edit_the_template(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["-C", str(root), "template", "fields", "phieu"]) == 0
    text = capsys.readouterr().out
    assert "muc.viec" in text
    assert "truong" in text
    assert main(["-C", str(root), "template", "check"]) == 0


def test_a_unit_that_is_not_known_is_refused(root: Path) -> None:
    assert main(["-C", str(root), "report", "phieu", "--unit", "khong-co"]) == UsageError.exit_code
