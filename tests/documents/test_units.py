"""Kinds and units as their file lists them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from support.yaml.decoding import SMALLEST_ROSTER, roster_of, said, tree
from truyenthong.documents.units import decode_roster
from truyenthong.model.units import Unit, UnitContact, UnitKind, Validity
from truyenthong.yamltext.parse import parse_yaml

UNITS = Path(__file__).parents[2] / "data" / "units.yaml"


def findings_of(text: str) -> list[str]:
    return said(decode_roster(tree(text), file="units.yaml")[1])


def test_the_units_of_the_repository_are_read_without_a_finding() -> None:
    parsed = parse_yaml(UNITS.read_bytes(), file="data/units.yaml")
    roster, findings = decode_roster(parsed.value, file="data/units.yaml")
    assert (parsed.findings, findings) == ((), ())
    assert roster is not None
    assert [(kind.code, kind.inside) for kind in roster.kinds] == [
        ("so", True),
        ("phong-gddt", False),
        ("truc-thuoc", False),
        ("tt-gdnn-gdtx", False),
    ]
    offices = {unit.code for unit in roster.units if unit.kind == "phong-gddt"}
    assert offices == {
        "pgd-lai-chau",
        "pgd-muong-te",
        "pgd-nam-nhun",
        "pgd-sin-ho",
        "pgd-phong-tho",
        "pgd-tam-duong",
        "pgd-tan-uyen",
        "pgd-than-uyen",
    }
    assert {"van-phong-so", "ban-bien-tap"} <= set(roster.by_code)
    assert roster.by_code["pgd-than-uyen"].name == "Phòng Giáo dục và Đào tạo huyện Than Uyên"


def test_every_key_of_a_unit() -> None:
    roster = roster_of("""\
loai: [{ma: so, ten: Trong Sở, trong_co_quan: có}, {ma: phong, ten: Phòng}]
don_vi:
  - {ma: cu, ten: Cũ, loai: phong}
  - ma: a
    ten: Phòng A
    ten_tat: P. A
    ten_khac: [PA, Phòng a]
    loai: phong
    dia_ban: Huyện A
    dia_danh: A
    chu_quan: UBND huyện A
    ky_hieu: PGDĐT
    thu_dien_tu: a@example.vn
    lien_he: [{ten: Nguyễn A, chuc_vu: Văn thư, dien_thoai: 02133, thu_dien_tu: na@example.vn}, {ten: B}]
    hieu_luc: [{tu: , den: 30/6/2025}, {tu: 1/9/2025}]
    ke_thua: [b, c]
    nguon: Công văn
    da_xac_minh: có
    ghi_chu: x
""")
    assert roster.kinds == (
        UnitKind(code="so", name="Trong Sở", inside=True),
        UnitKind(code="phong", name="Phòng"),
    )
    assert roster.units[0] == Unit(code="cu", name="Cũ", short_name="Cũ", kind="phong")
    assert roster.units[1] == Unit(
        code="a",
        name="Phòng A",
        short_name="P. A",
        kind="phong",
        aliases=("PA", "Phòng a"),
        area="Huyện A",
        place="A",
        superior="UBND huyện A",
        symbol="PGDĐT",
        emails=("a@example.vn",),
        contacts=(
            UnitContact(name="Nguyễn A", position="Văn thư", phone="02133", email="na@example.vn"),
            UnitContact(name="B"),
        ),
        validity=(Validity(last=date(2025, 6, 30)), Validity(first=date(2025, 9, 1))),
        successors=("b", "c"),
        source="Công văn",
        verified=True,
        note="x",
    )
    assert [unit.index for unit in roster.units] == [0, 1]


@pytest.mark.parametrize(
    ("typed", "emails"),
    [
        ("a@example.vn", ("a@example.vn",)),
        ("[a@example.vn, b@example.vn]", ("a@example.vn", "b@example.vn")),
        ("[]", ()),
        ("", ()),
    ],
)
def test_one_address_or_a_list(typed: str, emails: tuple[str, ...]) -> None:
    roster = roster_of(f"""\
loai: [{{ma: phong, ten: Phòng}}]
don_vi: [{{ma: a, ten: A, loai: phong, thu_dien_tu: {typed}}}]
""")
    assert roster.units[0].emails == emails
    assert roster.units[0].email == (emails[0] if emails else None)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            "don_vi: []",
            [
                "TT101 loai: thiếu khóa «loai» ở cấp ngoài cùng của tệp",
                "TT102 don_vi: khóa bắt buộc «don_vi» để trống",
            ],
        ),
        (SMALLEST_ROSTER + "đơn_vị: []", ["TT106 đơn_vị: khóa «đơn_vị» không có ở đây"]),
        (
            SMALLEST_ROSTER + "  ",
            [],
        ),
    ],
)
def test_files_that_lack_something(text: str, findings: list[str]) -> None:
    assert findings_of(text) == findings


@pytest.mark.parametrize(
    ("unit", "finding"),
    [
        ("{ten: B, loai: truong}", "TT101 don_vi.0.ma: thiếu khóa «ma» trong mục 1 của «don_vi»"),
        ("{ma: PGD B, ten: B, loai: truong}", "TT113 don_vi.0.ma: «PGD B» không phải mã viết đúng cách"),
        ("{ma: b, ten: ~, loai: truong}", "TT102 don_vi.0.ten: khóa bắt buộc «ten» để trống"),
        ("{ma: b, ten: B}", "TT101 don_vi.0.loai: thiếu khóa «loai» trong mục 1 của «don_vi»"),
        ("b", "TT107 don_vi.0: chỗ này là chữ «b», nhưng cần một nhóm khóa"),
    ],
)
def test_a_unit_that_cannot_be_known_is_left_out(unit: str, finding: str) -> None:
    text = f"loai: [{{ma: truong, ten: Trường}}]\ndon_vi: [{unit}, {{ma: c, ten: C, loai: truong}}]\n"
    roster, findings = decode_roster(tree(text), file="units.yaml")
    assert said(findings) == [finding]
    assert roster is not None
    assert [(one.code, one.index) for one in roster.units] == [("c", 1)]


@pytest.mark.parametrize(
    ("keys", "finding"),
    [
        ("ten_khac: PGD", "TT107 don_vi.0.ten_khac: «ten_khac» cần một danh sách, nhưng đây là chữ «PGD»"),
        ("hieu_luc: [{tu: 31/6/2025}]", "TT103 don_vi.0.hieu_luc.0.tu: ngày 31/6/2025 không có trong lịch"),
        ("hieu_luc: [{từ: 1/6/2025}]", "TT106 don_vi.0.hieu_luc.0.từ: khóa «từ» không có ở đây"),
        ("da_xac_minh: rồi", "TT111 don_vi.0.da_xac_minh: «rồi» không phải có hay không"),
        ("email: x", "TT106 don_vi.0.email: khóa «email» không có ở đây"),
    ],
)
def test_a_fault_in_a_unit_leaves_the_unit(keys: str, finding: str) -> None:
    text = f"loai: [{{ma: truong, ten: Trường}}]\ndon_vi: [{{ma: b, ten: B, loai: truong, {keys}}}]\n"
    roster, findings = decode_roster(tree(text), file="units.yaml")
    assert said(findings) == [finding]
    assert roster is not None
    assert len(roster.units) == 1


def test_a_kind_that_cannot_be_known_is_left_out() -> None:
    text = "loai: [{ma: truong}, {ma: so, ten: Sở, trong: có}]\ndon_vi: [{ma: b, ten: B, loai: so}]\n"
    roster, findings = decode_roster(tree(text), file="units.yaml")
    assert said(findings) == [
        "TT101 loai.0.ten: thiếu khóa «ten» trong mục 1 của «loai»",
        "TT106 loai.1.trong: khóa «trong» không có ở đây",
    ]
    assert roster is not None
    assert [kind.code for kind in roster.kinds] == ["so"]


def test_a_file_of_another_shape_is_no_roster() -> None:
    roster, findings = decode_roster(tree("[a]"), file="units.yaml")
    assert roster is None
    assert said(findings) == ["TT107 : chỗ này là danh sách, nhưng cần một nhóm khóa"]
