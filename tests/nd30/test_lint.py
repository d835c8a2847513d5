"""``lint`` as an operation: what it reads, and what it refuses to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.papers.right_papers import decision
from truyenthong.errors import UsageError
from truyenthong.nd30 import MAX_FILE, lint_document
from truyenthong.operations.lint import lint


def test_files_are_told_in_the_order_of_their_names_on_the_line(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.docx", tmp_path / "b.docx"
    good.write_bytes(decision())
    bad.write_bytes(b"%PDF")
    outcome, _ = lint([str(bad), str(good)], None)
    assert outcome.files == 2
    assert [(one.finding.code, one.finding.ref.file) for one in outcome.findings] == [("TT500", str(bad))]


def test_what_is_no_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="không phải một tệp"):
        lint([str(tmp_path)], None)
    with pytest.raises(UsageError, match="Không có tệp"):
        lint([str(tmp_path / "khong-co.docx")], None)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    huge = tmp_path / "a.docx"
    with huge.open("wb") as stream:
        stream.truncate(MAX_FILE + 1)
    outcome, (refused,) = lint([str(huge)], None)
    assert "quá lớn" in str(refused)
    assert outcome.files == 0
    (finding,) = lint_document(bytes(MAX_FILE + 1), file="a.docx")
    assert "100 MB" in finding.message
