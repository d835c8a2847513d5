"""Figures of reports against the entries of the same unit: both are told, neither is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.yaml.decoding import good_plan
from truyenthong.checks.facts import LedgerFacts
from truyenthong.checks.registers import check_claims
from truyenthong.model.forms import Content, Row
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Ledger, LedgerEntry
from truyenthong.model.submissions import Decision, DecisionKind, PaperNumber, Receipt, Submission

PLAN = good_plan("""\
chu_de:
  - {ma: mot, ten: Một, dieu_khoan: II.1}
  - {ma: hai, ten: Hai, dieu_khoan: II.2}
nhiem_vu:
  - {ma: nam, ten: Năm, dieu_khoan: III, trich: x, nop_boi: {them: [a]}, bieu_mau: nam}
bieu_mau:
  - ma: nam
    ten: Báo cáo năm
    truong:
      - {ma: so_bai, nhan: Số bài, kieu: so-nguyen}
      - ma: theo
        nhan: Theo nội dung
        kieu: bang
        cot:
          - {ma: ve, nhan: Về, kieu: chon, chon_tu: chu-de}
          - {ma: noi, nhan: Nơi, kieu: chon, chon_tu: [{ma: web, nhan: Trang}, {ma: bao, nhan: Báo}]}
          - {ma: cua, nhan: Của, kieu: chon, chon_tu: don-vi}
          - {ma: so, nhan: Số, kieu: so-nguyen}
  - ma: bai
    ten: Bài
    truong:
      - {ma: so_hieu, nhan: Số hiệu, kieu: van-ban, bat_buoc: có}
      - {ma: cua, nhan: Của, kieu: chon, chon_tu: don-vi}
      - {ma: ve, nhan: Về, kieu: chon, chon_tu: chu-de}
      - {ma: noi, nhan: Nơi, kieu: chon, chon_tu: [{ma: web, nhan: Trang}, {ma: bao, nhan: Báo}]}
      - {ma: ten, nhan: Tên, kieu: van-ban}
      - {ma: ngay, nhan: Ngày, kieu: ngay}
""")
FILE = "data/submissions/a/nam.yaml"


def with_comparison(*lines: str, day: str = "ngay: ngay, ") -> Plan:
    """The plan with a register that is held against reports by these rules."""
    keys = f"ma: bai, ten: Sổ bài, bieu_mau: bai, khoa: so_hieu, don_vi: cua, {day}"
    declared = f"{{{keys}doi_chieu: [{', '.join(lines)}]}}"
    other = good_plan(PLAN_TEXT + f"so_theo_doi: [{declared}]\n")
    return replace(PLAN, registers=other.registers)


PLAN_TEXT = """\
bieu_mau:
  - ma: bai
    ten: Bài
    truong:
      - {ma: so_hieu, nhan: Số hiệu, kieu: van-ban, bat_buoc: có}
      - {ma: noi, nhan: Nơi, kieu: chon, chon_tu: [web, bao]}
"""


def article(
    number: str, *, topic: str | None = "mot", place: str = "web", day: date | None, title: str
) -> Content:
    return {"so_hieu": number, "cua": "a", "ve": topic, "noi": place, "ten": title, "ngay": day}


ARTICLES = (
    article("1", day=date(2021, 1, 5), title="Một bài"),
    article("2", day=date(2021, 2, 5), title="Một bài", place="bao"),
    article("3", topic="hai", day=date(2021, 3, 5), title="Bài hai"),
    article("4", topic=None, day=date(2021, 3, 5), title="Bài chưa gắn"),
    article("5", day=None, title="Chưa đăng"),
    article("6", day=date(2021, 5, 29), title="Sau báo cáo"),
)


def receipt(content: Content | None, *, index: int = 0, decision: Decision | None = None) -> Receipt:
    return Receipt(
        index=index,
        received=Moment(day=date(2021, 5, 30)),
        paper=PaperNumber(number="1", symbol="BC", day=date(2021, 5, 28)),
        content=content,
        decision=decision,
    )


def said(plan: Plan, *receipts: Receipt, unit: str = "a") -> list[str]:
    entries = tuple(LedgerEntry(index=place, content=one) for place, one in enumerate(ARTICLES))
    ledger = Ledger(file="r", register=plan.registers[0], named="bai", entries=entries)
    submission = Submission(file=FILE, unit=unit, obligation="nam", period=None, receipts=receipts)
    facts = LedgerFacts(plan=plan, ledgers=[ledger], submissions=[submission], today=None)
    found = list(check_claims(facts))
    assert {one.code for one in found} <= {"TT354"}
    return [f"{'.'.join(map(str, one.ref.path[1:]))}: {one.message}" for one in found]


TOTAL = with_comparison("{nhiem_vu: nam, truong: so_bai}")
BY_TOPIC = with_comparison("{nhiem_vu: nam, bang: theo, cot: so, theo: ve, mot_lan: ten}")
BY_PLACE = with_comparison("{nhiem_vu: nam, bang: theo, cot: so, theo: noi}")


def test_entries_count_up_to_the_day_of_the_paper() -> None:
    assert said(TOTAL, receipt({"so_bai": 4})) == []
    assert said(TOTAL, receipt({"so_bai": 7})) == [
        "0.noi_dung.so_bai: «Số bài» khác «Sổ bài»: báo cáo ghi 7, sổ có 4"
    ]
    bare = replace(receipt({"so_bai": 5}), paper=None)
    assert said(TOTAL, bare) == []


def test_without_a_day_every_entry_counts() -> None:
    assert said(with_comparison("{nhiem_vu: nam, truong: so_bai}", day=""), receipt({"so_bai": 6})) == []


def test_only_what_is_meant_counts() -> None:
    plan = with_comparison("{nhiem_vu: nam, truong: so_bai, khi: 'noi == \"bao\"'}")
    assert said(plan, receipt({"so_bai": 1})) == []


def test_a_table_is_held_by_its_choices_and_one_title_counts_once() -> None:
    lines: tuple[Row, ...] = (
        {"ve": "mot", "so": 1},
        {"ve": "hai", "so": 1},
        {"ve": None, "so": 9},
        {"ve": "hai", "so": None},
    )
    assert said(BY_TOPIC, receipt({"theo": lines})) == []
    (told,) = said(BY_TOPIC, receipt({"theo": ({"ve": "hai", "so": 5},)}))
    assert told == (
        "0.noi_dung.theo: «Theo nội dung» khác «Sổ bài»: "
        "II.2: báo cáo ghi 5, sổ có 1; II.1: báo cáo không ghi, sổ có 1"
    )


def test_choices_are_told_by_their_labels() -> None:
    (told,) = said(BY_PLACE, receipt({"theo": ({"noi": "web", "so": 3}, {"noi": "bao", "so": 2})}))
    assert told.endswith("Báo: báo cáo ghi 2, sổ có 1")
    assert "Trang: báo cáo ghi" not in told


def test_a_column_of_units_is_told_by_codes() -> None:
    plan = with_comparison("{nhiem_vu: nam, bang: theo, cot: so, theo: cua}")
    (told,) = said(plan, receipt({"theo": ({"cua": "a", "so": 1},)}))
    assert told.endswith(": a: báo cáo ghi 1, sổ có 4")


def test_a_table_without_choices_is_one_sum() -> None:
    plan = with_comparison("{nhiem_vu: nam, bang: theo, cot: so}")
    assert said(plan, receipt({"theo": ({"ve": "mot", "so": 3}, {"ve": None, "so": 1})})) == []


def test_the_last_paper_that_stands_is_the_one_that_counts() -> None:
    returned = Decision(kind=DecisionKind.RETURNED, day=date(2021, 5, 31), reason="Sai")
    wrong, right = receipt({"so_bai": 9}), receipt({"so_bai": 4}, index=1)
    assert said(TOTAL, wrong, right) == []
    assert said(TOTAL, right, replace(wrong, index=2, decision=returned)) == []
    assert said(TOTAL, replace(wrong, decision=returned)) == []
    assert said(TOTAL, right, receipt(None, index=2)) == []


def test_what_was_not_claimed_and_units_without_entries_are_left_alone() -> None:
    assert said(TOTAL, receipt({"so_bai": None})) == []
    assert said(BY_TOPIC, receipt({"theo": None})) == []
    assert said(TOTAL, receipt({"so_bai": 99}), unit="b") == []
    assert said(replace(TOTAL, forms=()), receipt({"so_bai": 99})) == []
