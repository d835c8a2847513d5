"""``template copy``: the template of a report is taken out to be edited, and is used from then on."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from support.papers.docx_text import docx_text
from support.years.second_plan import REPOSITORY, call, workspace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "noi-lam-viec")


def test_what_is_edited_is_what_reports_are_made_from(root: Path) -> None:
    taken = call("template", "copy", "tien-do", cwd=root)
    assert taken.returncode == 0, taken.stderr
    assert taken.stdout.startswith("Đã lấy mẫu ra templates/tien-do.docx.\n")
    path = root / "templates" / "tien-do.docx"
    assert path.read_bytes() == (REPOSITORY / "templates" / "tien-do.docx").read_bytes()
    document = docx.Document(str(path))
    document.add_paragraph("Lời thêm của cơ quan")
    document.save(str(path))
    edited = path.read_bytes()
    again = call("template", "copy", "tien-do", cwd=root)
    assert (again.returncode, path.read_bytes()) == (0, edited)
    assert "đã có sẵn ở templates/tien-do.docx, không ghi gì thêm" in again.stdout
    made = call("report", "tien-do", "--as-of", "10/2/2026", cwd=root)
    assert made.returncode == 0, made.stderr
    assert "Lời thêm của cơ quan" in docx_text((root / "out" / "tien-do.docx").read_bytes())


def test_a_slip_is_told_with_the_nearest_code(root: Path) -> None:
    slip = call("template", "copy", "tien-doo", cwd=root)
    assert (slip.returncode, "tien-do" in slip.stderr) == (2, True)
    assert not (root / "templates").exists()
