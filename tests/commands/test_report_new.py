"""A new report is a template and an entry of the catalogue: one per submission, one per line of a table."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from support.papers.docx_text import docx_text
from support.years.second_plan import call, receive, workspace

DAY = "2026-02-10"

CONTENT = """    noi_dung:
      tiep_nhan: 1.200
      ty_le: 12,5
      chu_de: ho-so-so
      dat: có
      ngay_chot: 31/12/2025
      bang_lop:
        - {lop: 10A, so_luong: 700}
        - {lop: 10B & C, so_luong: 500}
"""

ENTRIES = """  - {ma: bien-nhan, ten: Biên nhận, mau: bien-nhan.docx, pham_vi: bai-nop}
  - {ma: phieu-lop, ten: Phiếu lớp, mau: phieu-lop.docx, pham_vi: dong, nhiem_vu: bao-cao-quy, bang: bang_lop}
"""


def template(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = workspace(tmp_path / "noi-lam-viec")
    plan = folder / "data" / "plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("bao_cao:\n", f"bao_cao:\n{ENTRIES}")
    plan.write_text(text, encoding="utf-8")
    (folder / "templates").mkdir()
    (folder / "templates" / "bien-nhan.docx").write_bytes(
        template(
            "{{ don_vi.ten }}: {{ bai_nop.noi_dung }}, nhận {{ bai_nop.lan_nhan[0].nhan_luc }}",
            "{{ bai_nop.so_lieu.tiep_nhan }}",
            "{% for o in bai_nop.muc %}{{ o.nhan }} = {{ o.gia_tri }}; {% endfor %}",
            "{% for d in bai_nop.bang[0].dong %}{{ d.o | join(': ') }}. {% endfor %}",
        )
    )
    (folder / "templates" / "phieu-lop.docx").write_bytes(
        template("{{ dong.lop }} có {{ dong.so_luong }} hồ sơ, của {{ don_vi.ten }}")
    )
    receive(folder, "truong-a", "bao-cao-quy", "2025-q4", "3/1/2026", CONTENT)
    return folder


def test_the_catalogue_and_the_templates_are_right(root: Path) -> None:
    check = call("-C", str(root), "template", "check")
    assert check.returncode == 0, check.stdout
    told = call("-C", str(root), "validate")
    assert told.returncode == 0, told.stdout


def test_one_paper_for_each_submission(root: Path) -> None:
    done = call("-C", str(root), "report", "bien-nhan", "--as-of", DAY)
    assert done.returncode == 0, done.stderr
    (path,) = (root / "out").glob("*.docx")
    assert path.name == "bien-nhan--truong-a--bao-cao-quy@2025-q4.docx"
    text = docx_text(path.read_bytes())
    assert "Trường THPT Hòa Bình: Báo cáo quý (quý IV năm 2025), nhận 03/01/2026" in text
    assert "Tỷ lệ = 12,5; Chủ đề = Hồ sơ số;" in text
    assert "Đạt yêu cầu = có; " in text
    assert "Ngày chốt = 31/12/2025; " in text
    assert "Số hồ sơ tiếp nhận = 1.200; Số hồ sơ đã xử lý = ; " in text
    assert "10A: 700. 10B & C: 500." in text


def test_one_paper_for_each_line(root: Path) -> None:
    call("-C", str(root), "report", "phieu-lop", "--as-of", DAY)
    made = {path.name: docx_text(path.read_bytes()) for path in (root / "out").glob("*.docx")}
    first, second = sorted(made)
    assert first == "phieu-lop--truong-a--bao-cao-quy@2025-q4--1.docx"
    assert "10A có 700 hồ sơ, của Trường THPT Hòa Bình" in made[first]
    assert "10B & C có 500 hồ sơ, của Trường THPT Hòa Bình" in made[second]


def test_a_report_per_line_needs_a_table(root: Path) -> None:
    plan = root / "data" / "plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("bang: bang_lop}", "bang: bang_lopp}")
    plan.write_text(text, encoding="utf-8")
    told = call("-C", str(root), "validate").stdout
    assert "TT214: báo cáo «phieu-lop» làm theo từng dòng nhưng chưa chỉ đúng bảng nào" in told
    assert "có phải «bang_lop»?" in told
