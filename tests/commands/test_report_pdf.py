"""``report --pdf``: Word files all the same, PDFs beside them, no PDF beside a report of another text."""

import os
from pathlib import Path

import pytest

from support.runs.fake_office import FAIL, MAKE, MAKE_FIRST, SLEEP, fake_office, starts
from support.years.second_plan import call, workspace

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts of Unix")

DAY, LATER = "2026-02-10", "2026-02-11"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "noi-lam-viec")


def made(root: Path, suffix: str) -> list[str]:
    return sorted(path.name for path in (root / "out").glob(f"*{suffix}"))


def test_each_report_gets_its_pdf_in_one_start(root: Path, tmp_path: Path) -> None:
    program = fake_office(tmp_path / "bin", MAKE)
    done = call("-C", str(root), "report", "--pdf", "--as-of", DAY, TRUYENTHONG_SOFFICE=str(program))
    assert done.returncode == 0, done.stderr
    words, pages = made(root, ".docx"), made(root, ".pdf")
    assert [name.removesuffix(".docx") for name in words] == [name.removesuffix(".pdf") for name in pages]
    assert len(words) > 1
    assert len(starts(program)) == 1
    assert f"Đã làm {len(words)} tệp Word và {len(pages)} tệp PDF." in done.stderr
    assert all(f"out/{name}" in done.stdout for name in (*words, *pages))


def test_without_it_no_pdf_is_made(root: Path) -> None:
    done = call("-C", str(root), "report", "--as-of", DAY)
    assert (done.returncode, made(root, ".pdf")) == (0, [])
    assert "PDF" not in done.stderr


def test_a_missing_program_leaves_the_word_files_and_is_told(root: Path) -> None:
    done = call("-C", str(root), "report", "--pdf", "--as-of", DAY, TRUYENTHONG_SOFFICE="/khong-co/soffice")
    assert done.returncode == 3
    assert "Không có chương trình /khong-co/soffice để làm PDF." in done.stderr
    assert "sửa: sửa hoặc xóa biến môi trường TRUYENTHONG_SOFFICE." in done.stderr
    assert made(root, ".docx")


@pytest.mark.parametrize("does", [FAIL, SLEEP])
def test_a_program_that_fails_or_is_slow_leaves_the_word_files(root: Path, tmp_path: Path, does: str) -> None:
    program = fake_office(tmp_path / "bin", does)
    limit = ("--pdf-seconds", "1")
    done = call("-C", str(root), "report", "--pdf", *limit, "--as-of", DAY, TRUYENTHONG_SOFFICE=str(program))
    assert done.returncode == 3
    count = len(made(root, ".docx"))
    assert f"LibreOffice chưa làm được PDF của {count} trong {count} tệp (thời hạn 1 giây)." in done.stderr
    assert "--pdf-seconds" in done.stderr
    assert made(root, ".pdf") == []


def test_reports_without_a_pdf_are_named_where_others_have_one(root: Path, tmp_path: Path) -> None:
    program = fake_office(tmp_path / "bin", MAKE_FIRST)
    done = call("-C", str(root), "report", "--pdf", "--as-of", DAY, TRUYENTHONG_SOFFICE=str(program))
    assert done.returncode == 3
    assert len(made(root, ".pdf")) == 1
    assert done.stderr.count("chưa có PDF: ") == len(made(root, ".docx")) - 1


def test_a_pdf_of_an_older_text_is_moved_aside(root: Path, tmp_path: Path) -> None:
    program = fake_office(tmp_path / "bin", MAKE)
    pdf = ("-C", str(root), "report", "tien-do", "--pdf", "--as-of")
    call(*pdf, DAY, TRUYENTHONG_SOFFICE=str(program))
    same = call("-C", str(root), "report", "tien-do", "--as-of", DAY)
    assert made(root, ".pdf") == ["tien-do.pdf"]
    assert "đã chuyển" not in same.stderr
    other = call("-C", str(root), "report", "tien-do", "--as-of", LATER)
    assert made(root, ".pdf") == ["tien-do.cu.pdf"]
    assert "bản PDF của lần trước đã chuyển thành" in other.stderr
    call(*pdf, LATER, TRUYENTHONG_SOFFICE=str(program))
    call(*pdf, DAY, TRUYENTHONG_SOFFICE=str(program))
    assert made(root, ".pdf") == ["tien-do.cu.pdf", "tien-do.pdf"]


def test_the_pdf_of_a_report_that_no_longer_applies_goes_with_it(root: Path) -> None:
    call("-C", str(root), "report", "tien-do", "--as-of", DAY)
    out = root / "out"
    (out / "don-doc.docx").write_bytes((out / "tien-do.docx").read_bytes())  # ours: it carries its seal
    (out / "don-doc.pdf").write_bytes(b"cua nguoi khac")
    done = call("-C", str(root), "report", "--as-of", "2025-09-01")
    assert "don-doc.cu.docx" in done.stderr, done.stderr
    assert "don-doc.sua-tay-" in done.stderr
    (kept,) = out.glob("don-doc.sua-tay-*.pdf")
    assert kept.read_bytes() == b"cua nguoi khac"


def test_a_pdf_that_a_person_has_changed_is_kept(root: Path, tmp_path: Path) -> None:
    program = fake_office(tmp_path / "bin", MAKE)
    pdf = ("-C", str(root), "report", "tien-do", "--pdf", "--as-of", DAY)
    call(*pdf, TRUYENTHONG_SOFFICE=str(program))
    (root / "out" / "tien-do.pdf").write_bytes(b"da ky")
    done = call(*pdf, TRUYENTHONG_SOFFICE=str(program))
    (kept,) = (root / "out").glob("tien-do.sua-tay-*.pdf")
    assert kept.read_bytes() == b"da ky"
    assert (
        f"tien-do.pdf không còn như lúc chương trình làm ra (có người sửa): bản ấy giữ ở {kept}"
        in done.stderr
    )
