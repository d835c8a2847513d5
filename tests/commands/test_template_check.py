"""``template check --annotate`` as people call it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from support.years.second_plan import call, put, workspace

DAY = "2026-02-10"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "noi-lam-viec")


def faulty(path: Path) -> Path:
    """A template that the catalogue knows, with one misspelt name."""
    document = docx.Document()
    document.add_paragraph("Tính đến {{ tinh_denn }}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def test_a_copy_with_comments_is_written_beside_the_template(root: Path) -> None:
    template = faulty(root / "templates" / "tien-do.docx")
    before = template.read_bytes()
    done = call("-C", str(root), "template", "check", str(template), "--annotate", "--as-of", DAY)
    assert (done.returncode, done.stderr) == (1, "")
    copy = root / "templates" / "tien-do.chu-thich.docx"
    assert str(copy) in done.stdout
    (comment,) = docx.Document(str(copy)).comments
    assert "có phải «tinh_den»?" in comment.text
    assert comment.timestamp is not None
    assert comment.timestamp.date().isoformat() == DAY
    assert template.read_bytes() == before


def test_the_same_day_gives_the_same_bytes_where_they_are_asked_for(root: Path, tmp_path: Path) -> None:
    template = faulty(root / "templates" / "tien-do.docx")
    for name in ("a", "b"):
        args = ("template", "check", str(template), "--annotate", "--out", str(tmp_path / name))
        assert call("-C", str(root), *args, "--as-of", DAY).returncode == 1
    copies = [(tmp_path / name / "tien-do.chu-thich.docx").read_bytes() for name in ("a", "b")]
    assert copies[0] == copies[1]
    assert not (root / "templates" / "tien-do.chu-thich.docx").exists()


def test_a_copy_that_somebody_has_changed_is_kept(root: Path) -> None:
    template = faulty(root / "templates" / "tien-do.docx")
    check = ("-C", str(root), "template", "check", str(template), "--annotate", "--as-of")
    for day in (DAY, "2026-02-11"):  # what is ours is written anew
        call(*check, day)
    assert not [*template.parent.glob("*sua-tay*")]
    copy = root / "templates" / "tien-do.chu-thich.docx"
    copy.write_bytes(b"ghi chu cua toi")
    done = call(*check, DAY)
    (kept,) = template.parent.glob("tien-do.chu-thich.sua-tay-*.docx")
    assert kept.read_bytes() == b"ghi chu cua toi"
    assert f"được giữ ở {kept}" in done.stdout


def test_nothing_to_mark_writes_nothing(root: Path, tmp_path: Path) -> None:
    clean = tmp_path / "sach.docx"
    docx.Document().save(str(clean))
    broken = tmp_path / "hong.docx"
    put(tmp_path, "hong.docx", "không phải Word")
    done = call("-C", str(root), "template", "check", str(clean), str(broken), "--annotate")
    assert done.returncode == 1
    assert "sach.docx: không có gì để chú thích." in done.stdout
    assert "hong.docx: tệp không mở được" in done.stdout
    assert not list(tmp_path.glob("*.chu-thich.docx"))


@pytest.mark.parametrize("names", [(), ("a/tien-do.docx", "b/tien-do.docx")])
def test_without_a_file_or_with_two_of_one_name_nothing_is_done(
    root: Path, tmp_path: Path, names: tuple[str, ...]
) -> None:
    files = [str(faulty(tmp_path / name)) for name in names]
    out = ("--out", str(tmp_path / "ra"))
    done = call("-C", str(root), "template", "check", *files, "--annotate", *out)
    assert (done.returncode, done.stdout) == (2, "")
    assert not (tmp_path / "ra").exists()


def test_a_file_that_is_refused_does_not_stop_the_copies_of_others(root: Path) -> None:
    template = faulty(root / "templates" / "tien-do.docx")
    folder = root / "templates" / "bai.docx"
    folder.mkdir()
    done = call("-C", str(root), "template", "check", str(folder), str(template), "--annotate")
    assert done.returncode == 3
    assert "bai.docx" in done.stderr
    assert "có phải «tinh_den»?" in done.stdout
    assert (root / "templates" / "tien-do.chu-thich.docx").is_file()


def test_a_division_by_nobody_is_found_before_the_day(root: Path) -> None:
    template = root / "templates" / "tien-do.docx"
    template.parent.mkdir(exist_ok=True)
    document = docx.Document()
    document.add_paragraph("Trung bình {{ 100 / so_do_ngoai_so.phai_nop }}.")
    document.save(str(template))
    check = ("-C", str(root), "template", "check", str(template), "--as-of", DAY)
    assert call(*check).returncode == 0, "by its names it is right"
    done = call(*check, "--data")
    assert done.returncode == 1
    assert "khi làm tien-do.docx, khi chưa có đơn vị nào" in done.stdout
    assert not (root / "out").exists(), "nothing is written"
    assert call(*check, "--data", "--annotate").returncode == 2


def test_the_templates_that_come_along_stand_all_extremes(root: Path) -> None:
    done = call("-C", str(root), "template", "check", "--data", "--as-of", DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert "không có chỗ phải xem" in done.stdout


def test_what_a_template_names_and_which_report_fills_it(root: Path) -> None:
    template = faulty(root / "templates" / "tien-do.docx")
    done = call("-C", str(root), "template", "fields", "--used", str(template))
    assert done.returncode == 0, done.stderr
    assert "Báo cáo điền được: không có." in done.stdout
    assert "tien-do không điền được: {{ tinh_denn }}" in done.stdout
    document = docx.Document()
    document.add_paragraph("{% for x in don_vi_cham %}{{ x.ten }}{% endfor %} {{ tinh_den }}")
    document.save(str(template))
    told = call("-C", str(root), "template", "fields", "--used", str(template)).stdout
    assert "Tên dùng trong mẫu: don_vi_cham, tinh_den." in told
    assert call("-C", str(root), "template", "fields").returncode == 2
    assert call("-C", str(root), "template", "fields", "tien-do", "--used", str(template)).returncode == 2
