"""Topics, units and months against the entries of registers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.yaml.decoding import good_plan, roster_of
from truyenthong.model.coverage import Coverage, coverage
from truyenthong.model.forms import Content
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Ledger, LedgerEntry

PLAN = good_plan("""\
chu_de:
  - {ma: mot, ten: Một, dieu_khoan: II.1}
  - {ma: hai, ten: Hai, dieu_khoan: II.2}
  - {ma: ba, ten: Ba, dieu_khoan: II.3}
bieu_mau:
  - ma: bai
    ten: Bài
    truong:
      - {ma: so, nhan: Số, kieu: van-ban, bat_buoc: có}
      - {ma: cua, nhan: Của, kieu: chon, chon_tu: don-vi}
      - {ma: ngay, nhan: Ngày, kieu: ngay}
      - {ma: ve, nhan: Về, kieu: chon, chon_tu: chu-de}
so_theo_doi:
  - {ma: bai, ten: Sổ bài, bieu_mau: bai, khoa: so, don_vi: cua, ngay: ngay, chu_de: ve, do_phu: có}
phu_luc:
  - ma: pl
    nhan: I
    ten: Phụ lục
    trang_thai: chinh-thuc
    dong: [{noi_dung: Việc một, chu_de: mot}, {noi_dung: Việc khác}]
""")
ROSTER = roster_of(
    "loai: [{ma: so, ten: Sở, trong_co_quan: có}, {ma: truong, ten: Trường}]\n"
    "don_vi:\n"
    "  - {ma: vp, ten: Văn phòng, loai: so}\n"
    "  - {ma: phong, ten: Phòng, loai: so}\n"
    "  - {ma: a, ten: Trường A, loai: truong}\n"
    "  - {ma: b, ten: Trường B, loai: truong}\n"
    "  - {ma: cu, ten: Trường cũ, loai: truong, hieu_luc: [{den: 1/1/2019}]}\n"
)
AS_OF = date(2021, 1, 31)


def article(number: str, unit: str | None, topic: str | None, day: date | None) -> Content:
    return {"so": number, "cua": unit, "ve": topic, "ngay": day}


ENTRIES = (
    article("1", "a", "mot", date(2020, 11, 5)),
    article("2", "b", "mot", date(2020, 10, 5)),
    article("3", "a", "hai", date(2021, 1, 31)),
    article("4", "a", "hai", date(2021, 2, 1)),
    article("5", "a", "ba", None),
    article("6", None, "ba", date(2020, 11, 5)),
    article("7", "vp", None, date(2020, 11, 7)),
)


def covered(unit: str | None = None, topic: str | None = None) -> Coverage:
    entries = tuple(LedgerEntry(index=place, content=one) for place, one in enumerate(ENTRIES))
    ledger = Ledger(file="r", register=PLAN.registers[0], named="bai", entries=entries)
    return coverage(PLAN, ROSTER, [ledger], as_of=AS_OF, unit=unit, topic=topic)


def test_what_is_dated_by_the_day_and_has_a_unit_counts() -> None:
    found = covered()
    assert [one.title for one in found.tally.covering] == ["2", "1", "7", "3"]
    assert [one.code for one in found.untouched] == ["ba"]
    assert found.tells == ("Sổ bài",)


def test_units_outside_and_whoever_else_wrote_are_listed() -> None:
    assert [one.code for one in covered().units] == ["vp", "a", "b"]


def test_a_tally_is_narrowed_by_topic_unit_and_month() -> None:
    found = covered()
    first = found.tally.of(topic=PLAN.topics[0])
    assert (first.count, [one.code for one in first.units], first.last) == (2, ["b", "a"], date(2020, 11, 5))
    assert found.tally.of(unit=ROSTER.by_code["a"]).count == 2
    by_month = {one.code: found.tally.of(period=one).count for one in found.months}
    assert {code: count for code, count in by_month.items() if count} == {
        "2020-10": 1,
        "2020-11": 2,
        "2021-01": 1,
    }
    assert found.months[-1].code == "2021-01"
    assert found.tally.of(topic=PLAN.topics[2]).last is None


def test_a_row_of_an_appendix_has_the_entries_of_its_topic() -> None:
    found = covered()
    rows = [found.of_row(row) for row in found.appendices[0].rows]
    assert rows[0] is not None
    assert (rows[0].count, rows[1]) == (2, None)


def test_one_unit_or_one_topic_alone() -> None:
    assert [one.title for one in covered(unit="a").tally.covering] == ["1", "3"]
    assert [one.code for one in covered(unit="a").units] == ["a"]
    only = covered(topic="hai")
    assert ([one.code for one in only.topics], only.tally.count) == (["hai"], 1)


def test_a_register_that_does_not_cover_tells_nothing() -> None:
    register = replace(PLAN.registers[0], covers=False)
    ledger = Ledger(
        file="r", register=register, named=None, entries=(LedgerEntry(index=0, content=ENTRIES[0]),)
    )
    assert coverage(PLAN, ROSTER, [ledger], as_of=AS_OF).tally.count == 0


def test_the_dashes_of_a_topic_are_told_apart_once_somebody_does() -> None:
    dashes = tuple(
        replace(PLAN.topics[2], code=f"ba-{one}", above="ba", number=one, quotation="x") for one in (1, 2)
    )
    divided = replace(PLAN, topics=(*PLAN.topics, *dashes))
    whole = covered_by(divided, article("8", "a", "ba", AS_OF))
    assert [topic.code for topic in whole.topics] == ["mot", "hai", "ba"]
    apart = covered_by(divided, article("8", "a", "ba-1", AS_OF))
    assert [topic.label for topic in apart.topics] == ["II.1", "II.2", "II.3", "II.3 (1)", "II.3 (2)"]
    assert [topic.code for topic in apart.untouched] == ["mot", "hai", "ba-2"], "the whole is touched"
    of_whole = apart.of_row(replace(PLAN.appendices[0].rows[0], topic="ba"))
    assert of_whole is not None
    assert of_whole.count == 1


def covered_by(plan: Plan, *contents: Content) -> Coverage:
    register = plan.registers[0]
    entries = tuple(LedgerEntry(index=place, content=one) for place, one in enumerate(contents))
    return coverage(
        plan, ROSTER, [Ledger(file="s", register=register, named=None, entries=entries)], as_of=AS_OF
    )
