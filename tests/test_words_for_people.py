"""What goes to units and to the leadership shows no code, key, hash or expression of ours, in any file."""

from __future__ import annotations

import email
import email.policy
import io
import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from support.forms.word_forms import ROOT, year
from support.sent_files.sent import DUTY, UNIT, form, mail
from support.sent_files.sent_cases import excel
from support.years.second_plan import call
from truyenthong.model.forms import ChoiceSource, Field

DAY = ("--as-of", "2021-06-01")
SAMPLE = ROOT / "examples" / "2020-2021"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHOWN = re.compile(r"word/(document|header\d*|footer\d*|comments|footnotes|endnotes)\.xml")
_IDENTITY = re.compile(r"Biểu: [\w.@-]+(?: \| [\w.@-]+){3} \| [0-9A-F]{8} \| [0-9A-F]{8}")

OUR_CODE = re.compile(r"\bTT\d{3}\b")
HASH = re.compile(r"\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{12,}\b|(?:\b[0-9a-f]{8}\b ?){3,}")
EXPRESSION = re.compile(r"[<>=!]=|\bsum\(|\bcount\(")


@cache
def codes() -> re.Pattern[str]:
    """Codes of the plan that no Vietnamese word is spelt like: those with a joint."""
    plan = year().plan

    def of_fields(fields: Sequence[Field]) -> Iterator[str]:
        for field in fields:
            yield field.code
            yield from of_fields(field.columns)
            if not isinstance(field.choices, ChoiceSource):
                yield from (choice.code for choice in field.choices)

    found = {one.code for one in plan.obligations} | {one.code for one in plan.topics}
    found |= {one.code for one in plan.reports} | {one.code for one in plan.registers}
    found |= {one.code for one in plan.forms} | {code for one in plan.forms for code in of_fields(one.fields)}
    joined = sorted(one for one in found if "_" in one or "-" in one)
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, joined))})(?![\w-])")


def shown(name: str, data: bytes) -> str:
    """What a person reads in a Word or Excel file, without the line by which the program knows its form."""
    texts = _of_book(data) if name.endswith(".xlsx") else _of_document(data)
    return "\n".join(one for one in texts if not _IDENTITY.fullmatch(one))


def _of_document(data: bytes) -> Iterator[str]:
    """Paragraphs, headers, footers and comments."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in filter(_SHOWN.fullmatch, archive.namelist()):
            for one in etree.fromstring(archive.read(name)).iter(f"{_WORD}p"):
                yield "".join(map(str, one.itertext(f"{_WORD}t")))


def _of_book(data: bytes) -> Iterator[str]:
    """Cells that are not hidden, their comments, and what is said when one is entered."""
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        if sheet.sheet_state != "visible":
            continue
        rows = {place for place, one in sheet.row_dimensions.items() if one.hidden}
        columns = {place for place, one in sheet.column_dimensions.items() if one.hidden}
        for cell in (one for row in sheet.iter_rows() for one in row):
            if cell.comment is not None:
                yield cell.comment.text
            seen = cell.row not in rows and get_column_letter(cell.column or 1) not in columns
            if seen and isinstance(cell.value, str) and cell.data_type != "f":
                yield cell.value
        for rule in sheet.data_validations.dataValidation:
            yield from (text for text in (rule.promptTitle, rule.prompt, rule.errorTitle, rule.error) if text)


def faults(text: str) -> list[str]:
    """What must not stand in a text for people."""
    patterns = (OUR_CODE, HASH, EXPRESSION, codes())
    return [found[0] for one in patterns for found in one.finditer(text)]


def read(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text of a paper, or of a letter and what goes along with it."""
    if path.suffix != ".eml":
        yield path.name, shown(path.name, path.read_bytes())
        return
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body()
    assert body is not None
    yield path.name, f"{message['Subject']}\n{body.get_content()}"
    for part in message.iter_attachments():
        name = str(part.get_filename())
        yield f"{path.name}: tên tệp kèm", name
        payload = part.get_payload(decode=True)
        assert isinstance(payload, bytes)
        yield f"{path.name}: tệp kèm", shown(name, payload)


def offending(folder: Path) -> dict[str, list[str]]:
    """The papers of a folder that show something that they must not."""
    papers = [one for one in sorted(folder.rglob("*")) if one.suffix in {".docx", ".xlsx", ".eml"}]
    assert papers
    return {name: found for path in papers for name, text in read(path) if (found := faults(text))}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đang ghi: da_xu_ly = 5", ["da_xu_ly"]),
        ("phép kiểm tra: a <= b (TT180)", ["TT180", "<="]),
        ("760cba03da28868efea1d79b971e90eb", ["760cba03da28868efea1d79b971e90eb"]),
        ("760cba03 da28868e fea1d79b", ["760cba03 da28868e fea1d79b"]),
        ("nhiệm vụ «bao-cao-nam»", ["bao-cao-nam"]),
        ("TT GDTX-HN tỉnh, điện thoại 02133799569, tệp bao-cao-150.docx, 45/BC-PGDĐT", []),
    ],
)
def test_the_net_catches_what_it_must(text: str, found: list[str]) -> None:
    assert faults(text) == found


def test_papers_of_the_sample_year_speak_the_words_of_people(tmp_path: Path) -> None:
    every = [one.code for one in year().plan.reports]
    done = call("-C", str(SAMPLE), "report", *every, *DAY, "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert offending(tmp_path) == {}


def test_blank_forms_speak_the_words_of_people(tmp_path: Path) -> None:
    plan = year().plan
    for duty in (one for one in plan.obligations if one.form is not None):
        for kind in ("docx", "xlsx"):
            words = ("form", duty.code, "--format", kind, "--out", str(tmp_path / kind))
            assert call("-C", str(SAMPLE), *words, *DAY).returncode == 0
    assert offending(tmp_path) == {}


RECEIPT = """don_vi: {unit}
nhiem_vu: bao-cao-nam
ky: 2020-2021
lan_nop:
  - nhan_luc: 28/5/2021 09:15
    kenh: thu-dien-tu
{more}
"""
GOOD = """    van_ban: {so: 45, ky_hieu: BC-TRUONG, ngay: 27/5/2021}
    tep: [{ten: a.docx}]
"""
FAULTY = {
    "thieu": GOOD + "    noi_dung: {chi_dao: Đã làm}",
    "so-ngay-chon": GOOD
    + """    noi_dung:
      chi_dao: Đã làm
      ke_hoach_ngay: 31/4/2021
      ke_hoach_long_ghep: chắc thế
      cong_tac_vien: mười hai
      dot_tap_huan: 1,5
      luot_tap_huan: -3
      phat_ngon: "1,200"
      theo_chu_de: []
      tin_bai: [{kenh: web-nganh, da_gui: 1, da_dang: 12345678901234567}]
      han_che: Không
      phuong_huong: Không
      khoa_la: 1""",
    "kiem-tra": GOOD
    + """    noi_dung:
      chi_dao: Đã làm
      theo_chu_de: [{chu_de: ii-1, ket_qua: Đã đăng, so_tin_bai: 9}]
      tin_bai: [{kenh: website-nganh, da_gui: 1, da_dang: 2, phong_su: 3}]
      tong_da_dang: 5
      bai_dien_hinh: 9
      tiep_nhan: 2
      da_xu_ly: 5
      da_phan_hoi: 6
      don_thu_tiep_nhan: 1
      don_thu_giai_quyet: 2
      dot_tap_huan: 3
      luot_tap_huan: 1
      vu_viec: [{noi_dung: a}, {noi_dung: b}, {noi_dung: c}]
      han_che: Không
      phuong_huong: Không""",
    "van-ban": "    van_ban: {so: mười, ky_hieu: 45/BC - X, ngay: 30/6/2018}\n    tep: [{ten: a.docx}]",
    "van-ban-sau": "    van_ban: {so: 45/BC-X, ky_hieu: BC-BC-X, ngay: 29/5/2021}",
    "khong-phat-sinh": GOOD + "    khong_phat_sinh: có",
    "yaml": GOOD + "    noi_dung: Đã làm tốt",
    "yaml-bang": GOOD
    + "    noi_dung: {chi_dao: [a], theo_chu_de: {chu_de: ii-1}, tin_bai: [~], chi_dao2: 1}",
    "tra-lai": GOOD
    + "    xu_ly: {ket_qua: tra-lai, ngay: 29/5/2021, boi: Văn phòng Sở, ly_do: Thiếu số liệu mục II}",
    "xu-ly-sai": GOOD + "    xu_ly: {ket_qua: chap-nhan, ngay: 20/5/2021}",
}
"""Receipts with faults of every kind that a unit can be told, and of kinds that are the office's alone."""


def test_papers_about_faulty_receipts_speak_the_words_of_people(tmp_path: Path) -> None:
    root = shutil.copytree(SAMPLE, tmp_path / "noi")
    schools = [one.code for one in year().roster.ordered() if one.kind == "truc-thuoc"]
    units = dict(zip(FAULTY, schools, strict=False))
    for name, unit in units.items():
        text = RECEIPT.format(unit=unit, more=FAULTY[name])
        file = root / f"data/submissions/{unit}/bao-cao-nam@2020-2021.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    told = call("-C", str(root), "validate", *DAY).stdout
    wanted = {
        "TT103",
        "TT108",
        "TT109",
        "TT110",
        "TT111",
        "TT112",
        "TT133",
        "TT134",
        "TT180",
        "TT307",
        "TT309",
    }
    wanted |= {"TT106", "TT107", "TT117", "TT310", "TT322", "TT325"}
    assert {code for code in wanted if code not in told} == set()
    done = call("-C", str(root), "report", *DAY, "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    for unit in units.values():
        done = call(
            "-C", str(root), "review", unit, DUTY, "--reply", *DAY, "--out", str(tmp_path / "tra-loi")
        )
        assert done.returncode in {0, 3}, done.stderr
    assert offending(tmp_path / "out") == {}
    assert offending(tmp_path / "tra-loi") == {}
    letters = "\n".join(text for one in (tmp_path / "tra-loi").rglob("*.eml") for _, text in read(one))
    assert "«Số vụ việc đã xử lý xong» là 5; «Số vụ việc báo chí, dư luận nêu» là 2" in letters


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_marked_copies_and_letters_speak_the_words_of_people(tmp_path: Path, kind: str) -> None:
    root = shutil.copytree(SAMPLE, tmp_path / "noi")
    shutil.rmtree(root / "data/submissions" / UNIT)
    (tmp_path / "den").mkdir()
    wrong: dict[str, int | str] = {
        "cong_tac_vien": "12 bài",
        "da_xu_ly": 90,
        "ke_hoach_ngay": "31/4/2021",
        "chi_dao": "",
        "phat_ngon": "-1",
    }
    data = form(**wrong) if kind == "docx" else excel(**wrong)
    (tmp_path / "den" / "a.eml").write_bytes(mail({f"Báo cáo.{kind}": data}))
    done = call("-C", str(root), "intake", str(tmp_path / "den"), "--received", "28/5/2021 09:12")
    assert "1 đã ghi" in done.stdout, done.stdout
    told = re.findall(r"^ +(?:lỗi|cảnh báo|sửa)\b.*", done.stdout, re.MULTILINE)
    assert len(told) >= len(wrong)
    assert {one for line in told for one in faults(line) if not OUR_CODE.fullmatch(one)} == set()
    assert "thêm dòng" not in done.stdout
    done = call("-C", str(root), "review", UNIT, DUTY, "--reply", *DAY, "--out", str(tmp_path / "tra-loi"))
    assert done.returncode == 0, done.stderr
    assert any(one.name.startswith("danh-dau--") for one in (tmp_path / "tra-loi").rglob("*"))
    assert offending(tmp_path / "tra-loi") == {}
