"""``report`` alone makes what has something to say and tells what it left out and why."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from support.years.second_plan import call, receive, workspace

ENTRIES = """
  - {ma: tong-su-co, ten: Sự cố, mau: tong.docx, pham_vi: nganh, nhiem_vu: su-co, ky: thang}
  - {ma: bien-nhan, ten: Biên nhận, mau: bien-nhan.docx, pham_vi: bai-nop, moi_nhan: 7}
  - {ma: phieu, ten: Phiếu lớp, mau: tong.docx, pham_vi: dong, nhiem_vu: bao-cao-quy, bang: bang_lop}
""".lstrip("\n")
DAY = "2026-02-10"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = workspace(tmp_path / "noi-lam-viec")
    plan = folder / "data" / "plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("bao_cao:\n", f"bao_cao:\n{ENTRIES}")
    plan.write_text(text, encoding="utf-8")
    (folder / "templates").mkdir()
    template = Path(__file__).resolve().parents[2] / "templates" / "bien-nhan.docx"
    (folder / "templates" / "tong.docx").write_bytes(bare())
    (folder / "templates" / "bien-nhan.docx").write_bytes(template.read_bytes())
    receive(folder, "truong-a", "su-co", "2025-12", "5/1/2026", "    khong_phat_sinh: có\n")
    receive(folder, "truong-a", "bao-cao-hoc-ky", "hk1", "9/2/2026")
    return folder


def bare() -> bytes:
    """A template that names who sent and who did not."""
    document = docx.Document()
    document.add_paragraph("{{ ky.ten }}: {{ da_bao_cao | length }} đã gửi, {{ chua_gui | length }} chưa")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def made(root: Path) -> set[str]:
    return {path.name for path in (root / "out").glob("*.docx")}


def test_a_period_is_reported_once_it_is_over_or_something_came(root: Path) -> None:
    done = call("-C", str(root), "report", "tong-su-co", "--as-of", DAY)
    assert done.returncode == 0, done.stderr
    assert "tong-su-co@2025-12.docx" in made(root)
    assert "tong-su-co@2026-01.docx" in made(root)
    assert "không làm «tong-su-co»: tháng 2/2026 chưa kết thúc và chưa đơn vị nào gửi gì." in done.stderr
    assert "không làm «tong-su-co»: tháng 3/2026 đến tháng 8/2026 chưa bắt đầu." in done.stderr


def test_receipts_are_made_for_what_is_new_and_for_all_when_asked_by_name(root: Path) -> None:
    done = call("-C", str(root), "report", "--as-of", DAY)
    assert done.returncode == 0, done.stderr
    assert {name for name in made(root) if name.startswith("bien-nhan")} == {
        "bien-nhan--truong-a--bao-cao-hoc-ky@hk1.docx"
    }
    assert "không làm «bien-nhan»: 1 bài nhận trước ngày 04/02/2026 không làm lại" in done.stderr
    call("-C", str(root), "report", "bien-nhan", "--as-of", DAY)
    assert "bien-nhan--truong-a--su-co@2025-12.docx" in made(root)


def test_a_report_without_a_paper_to_make_is_told(root: Path) -> None:
    done = call("-C", str(root), "report", "phieu", "--as-of", DAY)
    assert "không làm «phieu»: đến ngày này chưa có bài nộp nào để làm." in done.stderr


@pytest.mark.parametrize(
    ("narrowed", "reason"),
    [
        (("--unit", "truong-a"), "báo cáo này gộp mọi đơn vị"),
        (("--obligation", "bao-cao-quy"), "báo cáo này nói về nhiệm vụ «su-co»"),
    ],
)
def test_what_collects_all_units_is_not_made_for_a_part_of_them(
    root: Path, narrowed: tuple[str, str], reason: str
) -> None:
    done = call("-C", str(root), "report", "tong-su-co", *narrowed, "--as-of", DAY)
    assert reason in done.stderr
    assert made(root) == set()


def test_an_empty_workspace_collects_nothing(root: Path) -> None:
    for path in (root / "data" / "submissions").rglob("*.yaml"):
        path.unlink()
    done = call("-C", str(root), "report", "tong-su-co", "--as-of", DAY)
    assert "chưa ghi nhận bài nộp nào" in done.stderr
    assert made(root) == set()
