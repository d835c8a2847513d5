"""The script that made the templates never touches one that is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMES = {
    "ke-hoach.docx",
    "tien-do.docx",
    "don-doc.docx",
    "theo-don-vi.docx",
    "ket-qua-nam.docx",
    "tong-hop-thang.docx",
    "bien-nhan.docx",
    "khen-thuong.docx",
    "thanh-tich.docx",
    "do-phu.docx",
    "phieu-tham-dinh.docx",
}


def make(folder: Path) -> int:
    """Runs the script as its users do."""
    command = [sys.executable, "-m", "tools.make_templates", str(folder)]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode


def test_it_makes_what_is_missing_and_keeps_what_is_there(tmp_path: Path) -> None:
    edited = tmp_path / "tien-do.docx"
    edited.write_bytes(b"as the office left it")
    assert make(tmp_path) == 1
    assert {path.name for path in tmp_path.iterdir()} == NAMES
    assert edited.read_bytes() == b"as the office left it"


def test_in_an_empty_folder_it_makes_all(tmp_path: Path) -> None:
    assert make(tmp_path / "mau") == 0
    assert {path.name for path in (tmp_path / "mau").iterdir()} == NAMES
