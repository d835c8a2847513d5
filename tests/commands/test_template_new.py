"""``template new``: a report by data and template alone, begun from another one's template."""

import io
from pathlib import Path

import docx
import pytest

from support.papers.docx_text import docx_text
from support.years.second_plan import REPOSITORY, call, workspace

DAY = "2026-02-10"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "noi-lam-viec")


def test_a_new_report_from_its_template_to_the_paper(root: Path) -> None:
    name = ("--report-name", "Sơ kết: tiến độ học kỳ I")
    new = call("-C", str(root), "template", "new", "so-ket", "--from", "tien-do", *name, "--add")
    assert new.returncode == 0, new.stderr
    path = root / "templates" / "so-ket.docx"
    document = docx.Document(str(path))
    document.add_paragraph("Nhận xét của Văn phòng về {{ ke_hoach.trich_yeu }}")
    stream = io.BytesIO()
    document.save(stream)
    path.write_bytes(stream.getvalue())
    assert call("-C", str(root), "template", "check").returncode == 0
    assert call("-C", str(root), "validate").returncode == 0
    made = call("-C", str(root), "report", "so-ket", "--as-of", DAY)
    assert made.returncode == 0, made.stderr
    assert "Nhận xét của Văn phòng về" in docx_text((root / "out" / "so-ket.docx").read_bytes())


def test_a_copy_follows_the_decree_and_uses_known_fields(tmp_path: Path) -> None:
    root = tmp_path / "vi-du"
    call("init", str(root), "--example")
    for source in ("ke-hoach", "theo-don-vi", "don-doc", "ket-qua-nam", "khen-thuong"):
        new = call("-C", str(root), "template", "new", f"{source}-moi", "--from", source, "--add")
        assert new.returncode == 0, new.stderr
        copy = root / "templates" / f"{source}-moi.docx"
        assert copy.read_bytes() == (REPOSITORY / "templates" / f"{source}.docx").read_bytes()
    checked = call("-C", str(root), "template", "check")
    assert checked.returncode == 0, checked.stdout
    files = [str(path) for path in sorted((root / "templates").glob("*.docx"))]
    assert len(files) == 5
    assert call("-C", str(root), "lint", *files).stdout == call("lint", *files).stdout
    assert "không có" in call("lint", *files).stdout
    assert call("-C", str(root), "validate").returncode == 0


def test_comments_of_the_plan_stay(root: Path) -> None:
    plan = root / "data" / "plan.yaml"
    before = plan.read_text(encoding="utf-8")
    call("-C", str(root), "template", "new", "so-ket", "--from", "tien-do", "--add")
    after = plan.read_text(encoding="utf-8")
    kept = [line for line in after.splitlines() if line in before.splitlines()]
    assert kept == before.splitlines()
    assert "  - ma: so-ket\n" in after
    assert "    mau: so-ket.docx\n" in after


def test_without_add_the_entry_is_printed_and_the_plan_left_alone(root: Path) -> None:
    plan = root / "data" / "plan.yaml"
    before = plan.read_bytes()
    new = call("-C", str(root), "template", "new", "so-ket", "--from", "tien-do")
    assert new.returncode == 0, new.stderr
    assert plan.read_bytes() == before
    assert "  - ma: so-ket\n" in new.stdout
    assert "hoặc chạy lại với --add" in new.stdout
    assert "truyenthong report so-ket" in new.stdout


def test_a_report_of_the_catalogue_gets_a_template_of_its_own(root: Path) -> None:
    new = call("-C", str(root), "template", "new", "tien-do", "--from", "tien-do", "--add")
    assert new.returncode == 0, new.stderr
    assert (root / "templates" / "tien-do.docx").is_file()
    assert "bao_cao" not in new.stdout


def test_the_workspaces_own_template_comes_first(root: Path) -> None:
    own = root / "templates" / "tien-do.docx"
    own.parent.mkdir()
    own.write_bytes((REPOSITORY / "templates" / "don-doc.docx").read_bytes())
    call("-C", str(root), "template", "new", "so-ket", "--from", "tien-do")
    assert (root / "templates" / "so-ket.docx").read_bytes() == own.read_bytes()


def test_nothing_is_overwritten(root: Path) -> None:
    path = root / "templates" / "so-ket.docx"
    path.parent.mkdir()
    path.write_bytes(b"cua toi")
    plan = (root / "data" / "plan.yaml").read_bytes()
    new = call("-C", str(root), "template", "new", "so-ket", "--from", "tien-do", "--add")
    assert new.returncode == 3
    assert "không ghi đè" in new.stderr
    assert path.read_bytes() == b"cua toi"
    assert (root / "data" / "plan.yaml").read_bytes() == plan


def test_a_catalogue_in_brackets_is_not_touched(root: Path) -> None:
    plan = root / "data" / "plan.yaml"
    head, _, rest = plan.read_text(encoding="utf-8").partition("bao_cao:\n")
    entries = rest.splitlines(keepends=True)
    after = next(place for place, line in enumerate(entries) if line[0] not in " #\n")
    one = "bao_cao: [{ma: tien-do, ten: Tiến độ, mau: tien-do.docx, pham_vi: nganh}]\n"
    plan.write_text(head + one + "".join(entries[after:]), encoding="utf-8")
    before = plan.read_bytes()
    new = call("-C", str(root), "template", "new", "so-ket", "--from", "tien-do", "--add")
    assert new.returncode == 3, new.stdout
    assert "Không sửa được tự động" in new.stderr
    assert plan.read_bytes() == before
    assert not (root / "templates" / "so-ket.docx").exists()


@pytest.mark.parametrize(
    ("code", "source", "told"),
    [
        ("so-ket", "tien-doo", "có phải «tien-do»?"),
        ("So ket", "tien-do", "Mã báo cáo: "),
        ("../so-ket", "tien-do", "Mã báo cáo: "),
    ],
)
def test_wrong_words_are_told(root: Path, code: str, source: str, told: str) -> None:
    new = call("-C", str(root), "template", "new", code, "--from", source)
    assert new.returncode == 2
    assert told in new.stderr
    assert not (root / "templates").exists()
