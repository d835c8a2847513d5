"""How states are named, for Word and the terminal alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from support.years.small_year import (
    MONTHLY,
    OPINION,
    OWN_PLAN,
    TRAINING,
    YEARLY,
    small_input,
    small_plan,
    small_progress,
)
from truyenthong.model.plan import Contact
from truyenthong.model.submissions import Channel, Extension, PaperNumber
from truyenthong.progress import Row, State
from truyenthong.views.rows import paper_text, row_view
from truyenthong.views.subject import PlainValue
from truyenthong.views.wording import (
    LEGEND,
    addressee_text,
    behind_reason,
    channel_text,
    due_text,
    look_of,
    next_step,
    state_mark,
    state_text,
    state_words,
)

CONTACT = small_plan().contact


def results(shown: Row) -> list[PlainValue]:
    """How the receipts of a row were counted."""
    receipts = row_view(shown, small_input(), place=1)["lan_nhan"]
    assert isinstance(receipts, list)
    return [one["ket_qua"] for one in receipts if isinstance(one, dict)]


def row(unit: str, duty: str, period: str | None = "2020-2021", *, as_of: date = date(2021, 6, 1)) -> Row:
    """A row of the small year."""
    found = [one for one in small_progress(as_of=as_of).rows if one.key == (unit, duty, period)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("unit", "duty", "period", "text", "mark"),
    [
        ("a", YEARLY.code, "2020-2021", "nộp đúng hạn", "Đ"),
        ("b", YEARLY.code, "2020-2021", "nộp muộn 1 ngày", "M 1"),
        ("c", YEARLY.code, "2020-2021", "bị trả lại, quá hạn 2 ngày", "T 2"),
        ("d", YEARLY.code, "2020-2021", "quá hạn 2 ngày", "Q 2"),
        ("x", YEARLY.code, "2020-2021", "có lỗi, quá hạn 2 ngày", "L 2"),
        ("y", YEARLY.code, "2020-2021", "sắp đến hạn, còn 4 ngày", "S 4"),
        ("a", OPINION.code, "2021-03", "đã nộp", "N"),
        ("b", OPINION.code, "2021-04", "không phát sinh", "K"),
        ("b", OPINION.code, "2021-05", "nếu có", "–"),
        ("a", OWN_PLAN.code, "2020-2021", "không yêu cầu gửi", "o"),
        ("van-phong", MONTHLY.code, "2020-12", "nộp muộn 3 ngày", "M 3"),
        ("van-phong", MONTHLY.code, "2021-01", "không phát sinh", "K"),
        ("van-phong", MONTHLY.code, "2021-06", "chưa đến hạn", "C"),
        ("van-phong", TRAINING.code, None, "không có hạn", "o"),
    ],
)
def test_a_state_is_named_and_marked(unit: str, duty: str, period: str | None, text: str, mark: str) -> None:
    found = row(unit, duty, period)
    assert (state_text(found), state_mark(found)) == (text, mark)


def test_before_the_due_day_a_return_is_only_a_return() -> None:
    early = row("c", YEARLY.code, as_of=date(2021, 5, 29))
    assert (state_text(early), state_mark(early)) == ("bị trả lại", "T")


def test_on_the_last_day_it_says_today() -> None:
    today = row("d", YEARLY.code, as_of=date(2021, 5, 30))
    assert (state_text(today), state_mark(today)) == ("sắp đến hạn, hạn là hôm nay", "S")


@pytest.mark.parametrize(
    ("unit", "duty", "period", "step"),
    [
        ("d", YEARLY.code, "2020-2021", "Gửi ngay, kèm tệp mềm qua vp@example.edu.vn."),
        (
            "c",
            YEARLY.code,
            "2020-2021",
            "Sửa theo lý do trả lại rồi gửi lại, kèm tệp mềm qua vp@example.edu.vn.",
        ),
        ("x", YEARLY.code, "2020-2021", "Sửa chỗ có lỗi rồi gửi lại, kèm tệp mềm qua vp@example.edu.vn."),
        ("y", YEARLY.code, "2020-2021", "Gửi chậm nhất ngày 05/6/2021, kèm tệp mềm qua vp@example.edu.vn."),
        ("van-phong", MONTHLY.code, "2021-06", "Gửi chậm nhất ngày 25/6/2021 về Trung tâm Truyền thông."),
        ("a", YEARLY.code, "2020-2021", "Không phải làm gì thêm."),
        (
            "b",
            OPINION.code,
            "2021-05",
            "Có phát sinh thì gửi; không phát sinh thì có thể báo không phát sinh.",
        ),
        ("a", OWN_PLAN.code, "2020-2021", "Thực hiện tại đơn vị; Kế hoạch không yêu cầu gửi."),
        ("van-phong", TRAINING.code, None, "Kế hoạch không nêu hạn; thực hiện theo Kế hoạch."),
    ],
)
def test_the_next_step_is_a_sentence(unit: str, duty: str, period: str | None, step: str) -> None:
    assert next_step(row(unit, duty, period), CONTACT, mendable=True) == step


def test_a_faulty_paper_that_only_the_agency_can_mend_asks_nothing_of_its_unit() -> None:
    faulty = row("x", YEARLY.code)
    assert next_step(faulty, CONTACT, mendable=False) == "Đơn vị chưa phải làm gì thêm."


def test_the_reason_of_being_behind() -> None:
    assert behind_reason(row("c", YEARLY.code)) == "bị trả lại: Thiếu số liệu mục II"
    assert behind_reason(row("d", YEARLY.code)) == "chưa gửi"
    assert behind_reason(row("x", YEARLY.code)) == "đã gửi nhưng có lỗi"


def test_the_due_day_in_words() -> None:
    assert due_text(row("a", YEARLY.code)) == "30/5/2021"
    assert due_text(row("a", OPINION.code, "2021-03")) == "không có hạn"


def test_every_state_has_words_and_every_mark_but_none_is_different() -> None:
    marks = [state_words(state).mark for state in State]
    assert marks.count("") == 1
    assert len(set(marks)) == len(marks)
    assert set(LEGEND) == set(State) - {State.EXEMPT}


def test_what_is_behind_looks_alike() -> None:
    assert look_of(row("d", YEARLY.code)).tone == look_of(row("c", YEARLY.code)).tone == "cham"
    assert look_of(row("b", OPINION.code, "2021-04")).tone == "tot"


def test_addressees_and_channels_in_words() -> None:
    assert addressee_text(YEARLY, small_plan()) == "Sở Giáo dục và Đào tạo"
    assert addressee_text(MONTHLY, small_plan()) == "Trung tâm Truyền thông"
    assert [channel_text(one) for one in (None, *Channel)] == [
        "",
        "thư điện tử",
        "trục liên thông văn bản",
        "bản giấy",
        "cách khác",
    ]


def test_an_internal_date_is_said_to_be_the_offices_own() -> None:
    bare = row("a", OPINION.code, "2021-03")
    own = replace(bare, internal_due=row("a", YEARLY.code).due)
    assert due_text(own) == "hạn nội bộ 30/5/2021"


def test_what_is_not_owed_has_neither_mark_nor_next_step() -> None:
    exempt = replace(row("a", YEARLY.code), state=State.EXEMPT)
    assert (state_text(exempt), state_mark(exempt), next_step(exempt, CONTACT, mendable=False)) == (
        "không phải nộp",
        "",
        "",
    )


def test_a_late_nil_report_says_so_and_looks_late() -> None:
    late = replace(row("b", OPINION.code, "2021-04"), days_late=3)
    assert (state_text(late), state_mark(late)) == ("không phát sinh, nộp muộn 3 ngày", "K 3")
    assert look_of(late).tone == "muon"


def test_where_nil_is_not_taken_or_no_address_is_known_the_step_is_shorter() -> None:
    plain = replace(row("b", OPINION.code, "2021-05"), obligation=replace(OPINION, accepts_nil=False))
    assert next_step(plain, CONTACT, mendable=False) == "Có phát sinh thì gửi."
    assert next_step(row("d", YEARLY.code), Contact(), mendable=False) == "Gửi ngay."


def test_a_return_without_a_reason_is_still_a_return() -> None:
    returned = row("c", YEARLY.code)
    assert behind_reason(replace(returned, receipts=())) == "bị trả lại"


def test_receipts_that_do_not_count_are_told_apart() -> None:
    added, counted = row("a", YEARLY.code), row("x", YEARLY.code)
    middle = replace(added.receipts[1], index=2)
    shown = replace(added, receipts=(*added.receipts, middle))
    assert results(shown) == [
        "được tính thời hạn",
        "bổ sung, được tính nội dung",
        "bổ sung",
    ]
    assert results(counted) == ["có lỗi, chưa được tính"]
    returned = row("c", YEARLY.code)
    assert results(returned) == ["bị trả lại"]


def test_a_paper_and_an_extension_are_named_by_what_is_known() -> None:
    assert paper_text(None) == ""
    assert paper_text(PaperNumber(number="5", symbol="BC")) == "05/BC"
    assert paper_text(PaperNumber(day=date(2021, 5, 3))) == "ngày 03/5/2021"
    bare = Extension(granted=date(2021, 5, 20), until=date(2021, 6, 5), by="Văn phòng Sở")
    extended = row_view(replace(row("y", YEARLY.code), extension=bare), small_input(), place=1)
    assert extended["gia_han"] == "gia hạn đến hết ngày 05/6/2021 (Văn phòng Sở cho ngày 20/5/2021)"
    assert (extended["gia_han_boi"], extended["gia_han_den"]) == ("Văn phòng Sở", date(2021, 6, 5))
