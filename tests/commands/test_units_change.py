"""``units plan-change`` tells what a changed list of units does to boards, and writes nothing."""

from __future__ import annotations

import email
import email.policy
import json
import re
import shutil
from email.message import EmailMessage
from pathlib import Path

import pytest

from support.years.second_plan import REPOSITORY, call
from truyenthong.documents.units import decode_roster
from truyenthong.yamltext.parse import parse_yaml

EXAMPLE = REPOSITORY / "examples" / "2020-2021"
COMMUNES = REPOSITORY / "examples" / "xa-phuong-2025" / "units.yaml"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    root = tmp_path / "nam"
    shutil.copytree(EXAMPLE / "data", root / "data")
    return root


def changed(place: Path, **lines: str) -> str:
    """The list of units with the validity of some units replaced; a commune is added."""
    text = (place / "data/units.yaml").read_text(encoding="utf-8")
    for code, line in lines.items():
        start = text.index(f"  - ma: {code.replace('_', '-')}\n")
        text = text[:start] + text[start:].replace("hieu_luc: [{tu: , den: 30/6/2025}]", line, 1)
    text = text.replace(
        "  - {ma: tt-gdnn-gdtx,", "  - {ma: ubnd-xa, ten: UBND xã}\n  - {ma: tt-gdnn-gdtx,", 1
    )
    return f"{text}\n  - {{ma: xa-a, ten: UBND xã A, loai: ubnd-xa, hieu_luc: [{{tu: 01/4/2021}}]}}\n"


def test_what_passes_and_what_nobody_takes_is_told_before_it_is_written(place: Path, tmp_path: Path) -> None:
    new = tmp_path / "moi.yaml"
    new.write_text(
        changed(
            place,
            pgd_than_uyen="hieu_luc: [{den: 31/3/2021}]\n    ke_thua: [{don_vi: xa-a, tu: 01/4/2021}]",
            pgd_tan_uyen="hieu_luc: [{den: 31/3/2021}]",
        ),
        encoding="utf-8",
    )
    before = (place / "data/units.yaml").read_bytes()
    told = call("-C", str(place), "units", "plan-change", str(new))
    assert told.returncode == 0, told.stderr
    assert "Bảng đến hết ngày 31/3/2021: không đổi." in told.stdout
    assert "Bảng đến hết ngày 01/4/2021: phải nộp 36 → 35" in told.stdout
    duty = "Báo cáo kết quả công tác truyền thông năm học"
    assert f"Phòng GD&ĐT Than Uyên → UBND xã A: {duty}" in told.stdout
    assert f"Không ai nhận:\n    - Phòng GD&ĐT Tân Uyên: {duty}" in told.stdout
    assert (place / "data/units.yaml").read_bytes() == before


def test_a_list_that_cannot_be_read_is_refused(place: Path, tmp_path: Path) -> None:
    new = tmp_path / "moi.yaml"
    new.write_text("don_vi: [x]\n", encoding="utf-8")
    assert call("-C", str(place), "units", "plan-change", str(new)).returncode == 3
    assert call("-C", str(place), "units", "plan-change", str(tmp_path / "khong-co.yaml")).returncode == 2


def test_a_board_of_those_under_a_unit(place: Path) -> None:
    path = place / "data/units.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "  - ma: thpt-binh-lu\n", "  - ma: thpt-binh-lu\n    truc_thuoc: pgd-tam-duong\n", 1
    )
    path.write_text(text, encoding="utf-8")
    shown = call("-C", str(place), "status", "--under", "pgd-tam-duong", "--as-of", "1/6/2021")
    assert shown.returncode == 0, shown.stderr
    assert "Phải nộp 2;" in shown.stdout
    assert "Than Uyên" not in shown.stdout


def test_rates_of_each_level_that_is_declared(place: Path) -> None:
    day = ("--as-of", "1/6/2021")
    plain = call("-C", str(place), "status", "--board", *day)
    assert "đơn vị cấp trên" not in plain.stdout
    path = place / "data/units.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "  - ma: thpt-binh-lu\n", "  - ma: thpt-binh-lu\n    truc_thuoc: pgd-tam-duong\n", 1
    )
    kind = "{ma: phong-gddt, ten: Phòng Giáo dục và Đào tạo"
    text = text.replace(kind, f"{{ma: dia-phuong, ten: Địa phương}}\n  - {kind}, thuoc_loai: dia-phuong", 1)
    path.write_text(text, encoding="utf-8")
    shown = call("-C", str(place), "status", "--board", *day)
    assert shown.returncode == 0, shown.stderr
    (line,) = (one for one in shown.stdout.splitlines() if "và đơn vị trực thuộc" in one)
    assert line.split("  ")[0] == "Phòng GD&ĐT Tam Đường và đơn vị trực thuộc"
    told = json.loads(call("-C", str(place), "status", "--format", "json", *day).stdout)
    under = json.loads(
        call("-C", str(place), "status", "--under", "pgd-tam-duong", "--format", "json", *day).stdout
    )
    assert told["by_parent"] == [{"unit": "pgd-tam-duong", **under["measures"]}]
    assert under["measures"]["expected"] == 2
    assert [(one["kind"], one["expected"]) for one in told["by_kind"]] == [("dia-phuong", 8)]


def test_letters_for_a_closed_unit_go_to_its_heir(place: Path) -> None:
    """Closed after the due day: what it left is answered for by a commune that owes nothing itself."""
    path = place / "data/units.yaml"
    text = changed(place).replace("tu: 01/4/2021", "tu: 01/6/2021")
    text = text.replace(
        "loai: ubnd-xa, ", "loai: ubnd-xa, thu_dien_tu: xa@vi-du.vn, gui_toi: Phòng Văn hóa, "
    )
    start = text.index("  - ma: pgd-phong-tho\n")
    closed = "hieu_luc: [{den: 31/5/2021}]\n    ke_thua: [{don_vi: xa-a, tu: 01/6/2021}]"
    text = text[:start] + re.sub("hieu_luc: .*", closed, text[start:], count=1)
    text = text.replace(
        "  - ma: thpt-muong-kim\n", "  - ma: thpt-muong-kim\n    hieu_luc: [{den: 31/5/2021}]\n"
    )
    path.write_text(text, encoding="utf-8")
    day = ("--as-of", "3/6/2021")
    told = json.loads(call("-C", str(place), "contacts", "--format", "json", *day).stdout)
    gaps = {one["unit"]: [gap["kind"] for gap in one["gaps"]] for one in told["units"]}
    assert gaps["xa-a"] == []
    assert gaps["thpt-muong-kim"] == ["no_heir"]
    assert "pgd-phong-tho" not in gaps
    done = call("-C", str(place), "review", "pgd-phong-tho", "bao-cao-nam", "--reply", *day)
    assert done.returncode == 0, done.stderr
    assert "gửi tới: xa@vi-du.vn" in done.stdout
    (found,) = (place / "out" / "tra-loi").glob("*/tra-loi.eml")
    message = email.message_from_bytes(found.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    part = message.get_body()
    assert part is not None
    assert "Kính gửi: Phòng Văn hóa,\n" in part.get_content()
    assert "của Phòng Giáo dục và Đào tạo huyện Phong Thổ: nhận lúc" in part.get_content()


def test_the_communes_of_2025_are_an_unverified_example_with_its_source() -> None:
    roster, findings = decode_roster(parse_yaml(COMMUNES.read_bytes(), file="u").value, file="u")
    assert findings == ()
    assert roster is not None
    assert len(roster.units) == len({unit.name for unit in roster.units}) == 38
    assert not any(unit.verified for unit in roster.units)
    assert all("1670/NQ-UBTVQH15" in (unit.source or "") for unit in roster.units)
