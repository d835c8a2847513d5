"""Templates that LibreOffice has saved: the same words come out as of those that Word would store."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document

from support.papers.seen import Words, faces, seen
from support.runs.programs import needed_program
from support.templates.saved_sources import SOURCES
from truyenthong.word.render import DocProperties, Rendered, render
from truyenthong.word.running.values import PlainValue
from truyenthong.word.template import load_template
from word.make_files import HERE, packed

UNIT = "Phòng GD&ĐT Than Uyên"
DATA: dict[str, PlainValue] = {
    "ten": UNIT,
    "ten_moi": "Phòng mới",
    "so": 12,
    "co": True,
    "khong": False,
    "nhieu_dong": "a\nb",
    "doan": [
        {"chu": "đậm", "dam": True, "nghieng": False},
        {"chu": " <thường>", "dam": False, "nghieng": False},
    ],
    "ds": [
        {"ten": "Một", "so": 3, "xa": ["x1", "x2"]},
        {"ten": "Hai & <ba>", "so": 9, "xa": ["x3"]},
    ],
    unicodedata.normalize("NFD", "đơn_vị"): {
        "tên": UNIT,
        "các_xã": ["Mường Cang", "Pha Mu"],
        "đường": "số 1",
    },
}
UNITS_TABLE: Words = [
    [["Đơn vị"], ["Kết quả"]],
    [[""], ["Số bài"], ["Xã"]],
    [["Một"], ["3"], [[[["1"], ["x1"]], [["2"], ["x2"]]], ""]],
    [[""], ["Cộng 2"]],
    [["Hai & <ba>"], ["9"], [[[["1"], ["x3"]]], ""]],
    [[""], ["Cộng 1"]],
    [["Tổng"], ["12"]],
]
EXPECTED: Mapping[str, Words] = {
    # What stands outside of a tag is left as it was typed.
    "nfd": [
        f"{unicodedata.normalize('NFD', 'Kính gửi')}: {UNIT}",
        unicodedata.normalize("NFD", "đúng tên"),
        "- MƯỜNG CANG",
        "- PHA MU",
        "số 1 – “trích”",
    ],
    "sua-doi": [
        "Đơn vị Phòng mới nộp.",
        f"Thêm: {UNIT} hết",
        "Một; Hai & <ba>; hết",
        f"Có đậm {UNIT}",
    ],
    "nhan-xet": [f"Trước {UNIT} sau", "1. Một", "2. Hai & <ba>"],
    "hop-chu": [f"Ngoài {UNIT}", "", f"Hộp: {UNIT}", "• Một", "• Hai & <ba>", "Sau hộp: 12"],
    "cuoc-chu": [f"Có cước chú {UNIT} và", "chú thích cuối 12"],
    "bang": [UNITS_TABLE, "Theo cột:", [[["Tên"], ["Một"], ["Hai & <ba>"], ["Hết"]]], ""],
    "o-nhap": [
        f"Trong dòng: {UNIT} xong",
        "Cả đoạn: 12",
        f"và {UNIT}",
        [[["Một"], ["3"], ["c"]], [["Hai & <ba>"], ["9"], ["c"]]],
        "hết",
    ],
    "truong": [
        f"Trang 1/1 của {UNIT}",
        "Đích 12",
        f"Một trang 1, tới {UNIT}",
        f"Hai & <ba> trang 1, tới {UNIT}",
        "Đích 12",
    ],
    "phan-trang": [
        f"Phần một {UNIT}",
        "có",
        "hai",
        "ba",
        "Cuối phần một",
        [[["Một"], ["3"], [""]], [["Hai & <ba>"], ["9"], [""]]],
        "Hết 12",
    ],
    "chu": [
        f"{UNIT} thường 12",
        f"ađậm nghiêng {UNIT}b",
        "Một, Hai & <ba>.",
        "a\nb",
        "đậm <thường>",
        f"Tab:\t12\n{UNIT}",
    ],
}
WAYS = ("word", "luu", "odt")


def template(name: str, way: str) -> bytes:
    return packed(SOURCES[name]()) if way == "word" else (HERE / f"{name}-{way}.docx").read_bytes()


def filled(name: str, way: str, properties: DocProperties) -> Rendered:
    return render(load_template(template(name, way), name=f"{name}.docx"), DATA, properties=properties)


def made(name: str, way: str, properties: DocProperties) -> bytes:
    done = filled(name, way, properties)
    assert done.data is not None, done.problems
    return done.data


def xml_of(data: bytes, part: str = "document") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(f"word/{part}.xml").decode()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", SOURCES)
def test_the_words_are_the_same_whoever_saved_the_template(
    name: str, way: str, properties: DocProperties
) -> None:
    done = filled(name, way, properties)
    assert [one.code for one in done.problems] == (["TT421"] if name == "sua-doi" else [])
    words = seen(done.data or b"")["document"]
    if name == "phan-trang":  # LibreOffice stores a page break at the end of the paragraph before
        words = [one.strip("\n") if isinstance(one, str) else one for one in words]
        words = [one for one in words if one]
    assert words == EXPECTED[name]


@pytest.mark.parametrize("way", WAYS)
def test_notes_headers_and_footers_are_filled(way: str, properties: DocProperties) -> None:
    notes = seen(made("cuoc-chu", way, properties))
    assert notes["footnotes"][-1] == f" Theo {UNIT}, có."
    assert notes["endnotes"][-1] == " Tổng 12: Một; Hai & <ba>; "
    heads = seen(made("phan-trang", way, properties))
    words = {str(line) for part, lines in heads.items() if part != "document" for line in lines}
    assert words == {
        *(f"Trang đầu {UNIT}", f"Trang lẻ {UNIT}", f"Trang chẵn {UNIT}", f"Phần hai {UNIT}"),
        *("Một", "Hai & <ba>"),
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("name", "bold", "italic"),
    [
        ("nfd", set[str](), set[str]()),
        ("nhan-xet", {"Một", "Hai & <ba>"}, set[str]()),
        ("hop-chu", {UNIT}, set[str]()),
        ("bang", {"Một", "Hai & <ba>", "Tổng"}, {"x1", "x2", "x3"}),
        ("o-nhap", {UNIT}, set[str]()),
        ("chu", {UNIT, "đậm ", "Một", "Hai & <ba>", "đậm"}, {f"nghiêng {UNIT}"}),
        ("sua-doi", {f"Có đậm {UNIT}"}, {" hết"}),
    ],
)
def test_bold_and_italic_words_stay_so(
    name: str, way: str, bold: set[str], italic: set[str], properties: DocProperties
) -> None:
    runs = list(faces(made(name, way, properties)))
    assert {words for words, is_bold, _ in runs if is_bold} == bold
    assert {words for words, _, is_italic in runs if is_italic} == italic


@pytest.mark.parametrize("way", WAYS)
def test_cells_stay_merged_in_every_repeated_row(way: str, properties: DocProperties) -> None:
    xml = xml_of(made("bang", way, properties))
    assert xml.count('<w:vMerge w:val="restart"/>') == 3
    continued = xml.count('<w:vMerge w:val="continue"/>') + xml.count("<w:vMerge/>")
    assert continued == 3
    assert xml.count('<w:gridSpan w:val="2"/>') == 4
    assert xml.count("<w:tblHeader") == 2


@pytest.mark.parametrize("way", WAYS)
def test_fields_comments_and_notes_stay_whole(way: str, properties: DocProperties) -> None:
    fields = xml_of(made("truong", way, properties))
    kinds = [fields.count(f'w:fldCharType="{kind}"') for kind in ("begin", "separate", "end")]
    assert len(set(kinds)) == 1
    assert kinds[0] >= 4
    comments = xml_of(made("nhan-xet", way, properties))
    assert comments.count("<w:commentReference") == comments.count("<w:commentRangeStart") == 1
    notes = xml_of(made("cuoc-chu", way, properties))
    assert notes.count("<w:footnoteReference") == notes.count("<w:endnoteReference") == 1


@pytest.mark.parametrize("way", WAYS)
def test_sections_keep_their_pages_and_heads(way: str, properties: DocProperties) -> None:
    data = made("phan-trang", way, properties)
    document = Document(io.BytesIO(data))
    assert document.settings.odd_and_even_pages_header_footer
    assert document.sections[0].different_first_page_header_footer
    assert [one.orientation for one in document.sections][-1] == 1
    assert document.sections[0].first_page_header.paragraphs[0].text == f"Trang đầu {UNIT}"


@pytest.mark.parametrize("way", WAYS)
def test_what_was_typed_as_tracked_stays_so(way: str, properties: DocProperties) -> None:
    xml = xml_of(made("sua-doi", way, properties))
    assert re.search(r"<w:ins [^>]*>(?:(?!</w:ins>).)*Thêm: Phòng GD", xml)
    assert "Bỏ: {{ ten }}" in xml


def test_libreoffice_opens_every_document(tmp_path: Path, properties: DocProperties) -> None:
    office = needed_program("soffice", package="libreoffice-writer-nogui")
    for name in SOURCES:
        for way in WAYS:
            (tmp_path / f"{name}-{way}.docx").write_bytes(made(name, way, properties))
    files = sorted(tmp_path.glob("*.docx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/lo"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
        + [str(one) for one in files],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for file in files:
        text = file.with_suffix(".txt").read_text(encoding="utf-8-sig")
        assert "{%" not in text, file.name
        assert "Than Uyên" in unicodedata.normalize("NFC", text) or "Hai & <ba>" in text, file.name
