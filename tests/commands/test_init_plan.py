"""``init --plan``: the words of a Word file become the plan; duties are left to a person."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from support.years.second_plan import REPOSITORY, call
from truyenthong.documents.plan import decode_plan
from truyenthong.model.plan import Plan
from truyenthong.yamltext.parse import parse_yaml


def plan_of(root: Path) -> Plan:
    parsed = parse_yaml((root / "data" / "plan.yaml").read_bytes(), file="data/plan.yaml")
    plan, findings = decode_plan(parsed.value, file="data/plan.yaml")
    assert (parsed.findings, findings) == ((), ())
    assert plan is not None
    return plan


def test_the_plan_of_2020_comes_back_word_for_word(tmp_path: Path) -> None:
    printed = tmp_path / "in"
    made = call("report", "ke-hoach", "--out", str(printed), "--as-of", "1/11/2020", cwd=REPOSITORY)
    assert made.returncode == 0, made.stderr
    started = call("init", "moi", "--plan", str(printed / "ke-hoach.docx"), cwd=tmp_path)
    assert started.returncode == 0, started.stderr
    assert "21 đề mục, 66 đoạn; 2 câu có vẻ là nhiệm vụ có hạn:" in started.stdout
    new = plan_of(tmp_path / "moi")
    assert new.text == plan_of(REPOSITORY).text
    assert (new.obligations, new.topics, new.organisation_part) == ((), (), "III")
    listed = (tmp_path / "moi" / "CHO-XAC-NHAN.md").read_text(encoding="utf-8")
    assert "    han:\n      truoc_ngay: 31/5/2021\n" in listed
    assert "Phụ lục chưa chép" in listed


def test_validate_leads_on_from_there(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("I. TỔ CHỨC THỰC HIỆN", "- Các trường báo cáo trước ngày 31/5/2027."):
        document.add_paragraph(text)
    document.save(str(tmp_path / "kh.docx"))
    assert call("init", "moi", "--plan", "kh.docx", cwd=tmp_path).returncode == 0
    told = call("-C", "moi", "validate", cwd=tmp_path)
    assert told.returncode == 1
    steps = re.sub("dòng [0-9]+", "dòng N", told.stdout.partition("theo thứ tự:\n")[2])
    assert "  2. data/plan.yaml, từ dòng N (1 chỗ):\n     khai từng đoạn ở nhiem_vu" in steps
    entry = (
        "nhiem_vu:\n  - ma: bao-cao\n    ten: Báo cáo\n    dieu_khoan: I\n"
        "    trich: Các trường báo cáo trước ngày 31/5/2027\n    nop_boi: {loai: [truc-thuoc]}\n"
        "    gui: co-quan\n    ky: nam-hoc\n    han: {truoc_ngay: 31/5/2027}\n"
    )
    path = tmp_path / "moi" / "data" / "plan.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("nhiem_vu: []\n", entry), encoding="utf-8", newline="\n"
    )
    assert "TT205" not in call("-C", "moi", "validate", cwd=tmp_path).stdout


@pytest.mark.parametrize("words", [b"%PDF-1.7", b"PK\x03\x04 broken"])
def test_another_file_is_refused_and_nothing_is_made(tmp_path: Path, words: bytes) -> None:
    (tmp_path / "kh.docx").write_bytes(words)
    refused = call("init", "moi", "--plan", "kh.docx", cwd=tmp_path)
    assert (refused.returncode, "Không đọc được" in refused.stderr) == (3, True)
    assert not (tmp_path / "moi").exists()


def test_a_letter_without_clauses_is_no_plan(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Kính gửi các trường.")
    document.save(str(tmp_path / "thu.docx"))
    refused = call("init", "moi", "--plan", "thu.docx", cwd=tmp_path)
    assert (refused.returncode, "không có đề mục nào" in refused.stderr) == (3, True)
    missing = call("init", "moi", "--plan", "khong-co.docx", cwd=tmp_path)
    assert (missing.returncode, "Không có tệp" in missing.stderr) == (2, True)
    assert not (tmp_path / "moi").exists()
