"""Registers as a plan declares them, and their entries."""

from __future__ import annotations

from datetime import date, time

import pytest

from support.yaml.decoding import good_plan, plan_with, roster_of, said, tree
from truyenthong.documents.registers import decode_ledger, encode_register
from truyenthong.model.forms import Content
from truyenthong.model.moments import Moment

FORMS = """\
bieu_mau:
  - ma: viec
    ten: Việc
    truong:
      - {ma: so, nhan: Số, kieu: van-ban, bat_buoc: có}
      - {ma: luc, nhan: Lúc, kieu: ngay-gio}
      - {ma: xong, nhan: Xong, kieu: dung-sai}
      - {ma: loai, nhan: Loại, kieu: chon, chon_tu: [to, nho]}
      - {ma: bang, nhan: Bảng, kieu: bang, cot: [{ma: so_luong, nhan: Số, kieu: so}]}
"""
REGISTER = "so_theo_doi:\n  - {ma: viec, ten: Sổ việc, bieu_mau: viec, khoa: so}\n"
PLAN = good_plan(FORMS + REGISTER)
(DECLARED,) = PLAN.registers


def declared(more: str) -> list[str]:
    """What is said about a register with more keys."""
    return plan_with(FORMS + REGISTER.replace("khoa: so}", f"khoa: so, {more}}}"))[1]


def test_a_register_is_its_form_and_its_key() -> None:
    assert (DECLARED.code, DECLARED.form, DECLARED.key, DECLARED.title) == ("viec", "viec", "so", "so")
    assert DECLARED.open_while is None
    assert not DECLARED.covers


def test_a_code_that_is_a_list_is_a_finding() -> None:
    _, found = plan_with(FORMS + "so_theo_doi:\n  - {ma: [viec], ten: Sổ việc, bieu_mau: [viec], khoa: so}\n")
    assert [one.split()[0] for one in found] == ["TT107", "TT107"]


def test_conditions_are_those_of_the_forms_of_both_registers() -> None:
    plan = good_plan(
        FORMS
        + "so_theo_doi:\n"
        + "  - {ma: a, ten: A, bieu_mau: viec, khoa: so, con_mo: không xong, phai_co_truoc: "
        + "[{so: b, truong: so, truoc: luc, ngay: luc, khi: 'loai == \"to\"', dat: xong, cau: Sai.}]}\n"
        + "  - {ma: b, ten: B, bieu_mau: viec, khoa: so}\n"
    )
    first = plan.registers_by_code["a"]
    (needed,) = first.prerequisites
    assert first.open_while is not None
    assert first.open_while.holds({"xong": False})
    assert not first.open_while.holds({"xong": None})
    assert needed.passed is not None
    assert needed.passed.source == "xong"
    assert needed.only_if is not None


@pytest.mark.parametrize(
    ("more", "finding"),
    [
        ("con_mo: xongg", "TT160 so_theo_doi.0.con_mo"),
        ("con_mo: xong > 1", "TT161 so_theo_doi.0.con_mo"),
        ("con_mo: so ==", "TT158 so_theo_doi.0.con_mo"),
        ("con_mo: 'loai == \"vua\"'", "TT164 so_theo_doi.0.con_mo"),
        ("la: 1", "TT106 so_theo_doi.0.la"),
        ("phai_co_truoc: [{so: viec}]", "TT101 so_theo_doi.0.phai_co_truoc.0.truong"),
        ("doi_chieu: [{nhiem_vu: x}]", "TT101 so_theo_doi.0.doi_chieu.0.truong"),
        ("doi_chieu: [{bang: x}]", "TT101 so_theo_doi.0.doi_chieu.0.nhiem_vu"),
    ],
)
def test_what_does_not_fit_is_told(more: str, finding: str) -> None:
    assert finding in [one.partition(":")[0] for one in declared(more)]


@pytest.mark.parametrize("key", ["ma", "ten", "bieu_mau", "khoa"])
def test_a_register_without_its_first_keys_is_none(key: str) -> None:
    text = "\n".join(
        line for line in "ma: v\nten: V\nbieu_mau: viec\nkhoa: so".splitlines() if line[: len(key)] != key
    )
    body = text.replace("\n", "\n    ")
    plan, findings = plan_with(f"{FORMS}so_theo_doi:\n  - {body}\n")
    assert plan.registers == ()
    assert findings[0].startswith(f"TT101 so_theo_doi.0.{key}")


def test_a_limit_lacks_nothing() -> None:
    limit = "{ten: T, so: viec, tu: luc, den: luc, gio: 2, can_cu: C}"
    plan = good_plan(f"{FORMS}{REGISTER}quy_uoc: {{thoi_han_gio: [{limit}]}}\n")
    assert plan.policies.hour_limits[0].hours == 2
    plan, findings = plan_with(
        f"{FORMS}{REGISTER}quy_uoc: {{thoi_han_gio: [{limit.replace(', can_cu: C', '')}]}}\n"
    )
    assert plan.policies.hour_limits == ()
    assert findings[0].startswith("TT101 quy_uoc.thoi_han_gio.0.can_cu")


def test_a_duty_has_no_limits_of_its_own() -> None:
    _, findings = plan_with(
        "nhiem_vu: [{ma: a, ten: A, dieu_khoan: I, trich: x, nop_boi: {}, quy_uoc: {thoi_han_gio: []}}]\n"
    )
    assert any("thoi_han_gio" in one and one.startswith("TT106") for one in findings)


def test_entries_are_written_and_read_back() -> None:
    entries: list[Content] = [
        {
            "so": "1",
            "luc": Moment(day=date(2021, 3, 9), hour=time(7, 5)),
            "xong": True,
            "loai": None,
            "bang": None,
        },
        {"so": "2", "luc": None, "xong": None, "loai": "to", "bang": ({"so_luong": 3},)},
    ]
    text = encode_register("viec", PLAN.forms_by_code["viec"], entries)
    ledger, findings = decode_ledger(tree(text), file="a", register=DECLARED, plan=PLAN, roster=roster_of())
    assert findings == ()
    assert ledger is not None
    assert ledger.named == "viec"
    assert [one.content for one in ledger.entries] == entries
    assert "loai" not in text.splitlines()[2:5]


def test_a_file_without_entries_or_with_other_shapes() -> None:
    ledger, findings = decode_ledger(
        tree("so: viec\n"), file="a", register=DECLARED, plan=PLAN, roster=roster_of()
    )
    assert ledger is not None
    assert (ledger.entries, findings) == ((), ())
    ledger, findings = decode_ledger(
        tree("muc: [x, {so: 1, la: 2}]\n"), file="a", register=DECLARED, plan=PLAN, roster=roster_of()
    )
    assert ledger is not None
    assert len(ledger.entries) == 1
    assert [one.split()[0] for one in said(findings)] == ["TT101", "TT107", "TT106"]


def test_without_its_form_nothing_is_read() -> None:
    bare = good_plan(REGISTER)
    read = decode_ledger(tree("so: viec\n"), file="a", register=DECLARED, plan=bare, roster=roster_of())
    assert read == (None, ())
