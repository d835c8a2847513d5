"""Numbers, yes and no, codes and closed lists."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.text import number_wording
from truyenthong.yamltext.scalars import (
    Fault,
    choice_hint,
    choices_of,
    out_of_bounds,
    parse_boolean,
    parse_choice,
    parse_code,
    parse_integer,
    parse_name,
    parse_number,
    typed_number,
)


def fault(result: object) -> tuple[str, str, str]:
    assert isinstance(result, Fault)
    return result.kind.code, result.message, result.hint or ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("1200", "1200"),
        ("1.200", "1200"),
        ("1.200.000", "1200000"),
        ("12,5", "12.5"),
        ("1.200,5", "1200.5"),
        ("-3", "-3"),
        ("\u22123", "-3"),
        ("012", "12"),
        ("0,125", "0.125"),
        ("1,2000", "1.2"),
        ("-0", "0"),
        (" 5 ", "5"),
    ],
)
def test_numbers_are_read_the_vietnamese_way(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


def test_minus_zero_is_zero() -> None:
    assert str(parse_number("-0")) == "0"


@given(st.decimals(-(10**9), 10**9, places=2))
def test_every_written_number_is_read_again(number: Decimal) -> None:
    wording = number_wording(number)
    result = parse_number(wording)
    if isinstance(result, Fault):  # three decimals cannot occur, so «1,200» cannot either
        pytest.fail(wording)
    assert result == number


@given(st.decimals(-(10**8), 10**8, places=5).map(lambda number: number.quantize(Decimal("0.001"))))
def test_every_typed_number_is_read_again(number: Decimal) -> None:
    assert parse_number(typed_number(number)) == number


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("1.125", "1,1250"),
        ("-12.345", "-12,3450"),
        ("0.125", "0,125"),
        ("1200.125", "1.200,125"),
        ("1.2", "1,2"),
    ],
)
def test_a_typed_number_cannot_be_taken_for_thousands(number: str, typed: str) -> None:
    assert typed_number(Decimal(number)) == typed


@pytest.mark.parametrize("text", ["9" * 30 + ",5", "1,234" + ",567" * 9, "1." + "5" * 20])
def test_long_numbers_are_slips_whatever_their_signs(text: str) -> None:
    code, message, hint = fault(parse_number(text))
    assert (code, hint) == ("TT110", "kiểm tra lại số ấy")
    assert message == f"số {text[:40]} có hơn 15 chữ số, có lẽ gõ nhầm"


def test_long_texts_are_shown_in_part() -> None:
    words = "chữ " * 100
    shown = words[:59]
    assert fault(parse_number(words))[1] == f"«{shown}…» không phải số".replace("  ", " ")
    assert fault(parse_boolean(words))[1] == f"«{shown}…» không phải có hay không"
    assert fault(parse_code(words)) == (
        "TT113",
        f"«{shown}…» không phải mã viết đúng cách",
        "mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối: ví dụ pgd-than-uyen",
    )


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_a_fault(text: str) -> None:
    assert isinstance(parse_number(text), Decimal | Fault)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1,200", "viết 1.200 hoặc viết 1,2, tùy số định ghi"),
        ("1,125", "viết 1.125 hoặc viết 1,1250, tùy số định ghi"),
        ("1,234,567", "viết 1.234.567, tùy số định ghi"),
        ("1,200.50", "viết 1.200,5, tùy số định ghi"),
        ("1.5", "viết 1,5 hoặc viết 15, tùy số định ghi"),
        ("0.125", "viết 0,125 hoặc viết 125, tùy số định ghi"),
        ("1234.567", "viết 1.234,567 hoặc viết 1.234.567, tùy số định ghi"),
        (".5", "viết 0,5 hoặc viết 5, tùy số định ghi"),
    ],
)
def test_english_ways_are_asked_about(text: str, hint: str) -> None:
    assert fault(parse_number(text)) == ("TT109", f"«{text}» có thể hiểu hai cách", hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("12 bài", "chỉ ghi số, không kèm chữ: 12"),
        ("khoảng 20", "chỉ ghi số, không kèm chữ: 20"),
        ("x", "ghi bằng chữ số; không có thì ghi 0, chưa có số liệu thì để trống"),
        ("-", "ghi bằng chữ số; không có thì ghi 0, chưa có số liệu thì để trống"),
        ("", "ghi bằng chữ số; không có thì ghi 0, chưa có số liệu thì để trống"),
        ("1.2.3", "ghi bằng chữ số; không có thì ghi 0, chưa có số liệu thì để trống"),
        ("10 - 12", "ghi bằng chữ số; không có thì ghi 0, chưa có số liệu thì để trống"),
        ("１２", "dùng chữ số 0–9 trên bàn phím"),
        ("٣", "dùng chữ số 0–9 trên bàn phím"),
    ],
)
def test_words_are_no_numbers(text: str, hint: str) -> None:
    assert fault(parse_number(text)) == ("TT108", f"«{text}» không phải số", hint)


@pytest.mark.parametrize("text", ["1" * 16, "9" * 100_000, "1" + ".000" * 6])
def test_numbers_are_bounded(text: str) -> None:
    assert fault(parse_number(text))[0] == "TT110"
    assert len(fault(parse_number(text))[1]) < 100


def test_whole_numbers_have_no_decimals_but_may_have_bounds() -> None:
    assert parse_integer("1.200", minimum=0, maximum=1200) == 1200
    assert parse_integer("3,0") == 3
    assert fault(parse_integer("x"))[0] == "TT108"
    assert fault(parse_integer("12,5"))[:2] == ("TT108", "«12,5» không phải số nguyên")
    assert fault(parse_integer("-1", minimum=0)) == (
        "TT110",
        "số -1 nhỏ hơn mức cho phép",
        "số nhỏ nhất nhận ở đây là 0",
    )
    assert fault(parse_integer("1.201", maximum=1200))[2] == "số lớn nhất nhận ở đây là 1.200"


def test_bounds_are_in() -> None:
    assert out_of_bounds(Decimal(5), minimum=5, maximum=5) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("true", True),
        ("True", True),
        ("có", True),
        ("CÓ", True),
        ("co\u0301", True),
        ("false", False),
        ("Không", False),
    ],
)
def test_yes_and_no(text: str, answer: bool) -> None:
    assert parse_boolean(text) is answer


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("yes", "nếu ý là «có» thì ghi đúng chữ ấy"),
        ("Đúng", "nếu ý là «có» thì ghi đúng chữ ấy"),
        ("1", "nếu ý là «có» thì ghi đúng chữ ấy"),
        ("NO", "nếu ý là «không» thì ghi đúng chữ ấy"),
        ("khong", "nếu ý là «không» thì ghi đúng chữ ấy"),
        ("có lẽ", "ghi «có» hoặc «không»"),
    ],
)
def test_other_answers_are_asked_about(text: str, hint: str) -> None:
    assert fault(parse_boolean(text)) == ("TT111", f"«{text}» không phải có hay không", hint)


@pytest.mark.parametrize("text", ["pgd-than-uyen", "ii-2-a", "2020-2021", "so"])
def test_codes(text: str) -> None:
    assert parse_code(text) == text


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("PGD Than Uyên", "mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối: viết pgd-than-uyen"),
        ("../a", "mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối: viết a"),
        ("漢", "mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối: ví dụ pgd-than-uyen"),
        ("a\n", "mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối: viết a"),
    ],
)
def test_codes_that_are_none(text: str, hint: str) -> None:
    assert fault(parse_code(text))[::2] == ("TT113", hint)


def test_names_of_fields() -> None:
    assert parse_name("tin_bai") == "tin_bai"
    assert fault(parse_name("Tin bài"))[2].endswith("dấu gạch dưới: viết tin_bai")
    assert fault(parse_name("2_bai"))[2].endswith("viết bai")
    assert fault(parse_name("_"))[2].endswith("ví dụ tin_bai")


class Channel(StrEnum):
    EMAIL = "thu-dien-tu"
    PAPER = "giay"


def test_closed_lists() -> None:
    assert parse_choice("giay", choices_of(Channel)) is Channel.PAPER
    assert fault(parse_choice("Thư điện tử", choices_of(Channel))) == (
        "TT112",
        "«Thư điện tử» không có trong danh sách",
        "có phải «thu-dien-tu»? các giá trị nhận ở đây: thu-dien-tu, giay",
    )
    assert fault(parse_choice("fax", choices_of(Channel)))[2] == "các giá trị nhận ở đây: thu-dien-tu, giay"


def test_a_list_without_choices_says_so() -> None:
    assert choice_hint("x", []) == "danh sách ấy còn trống: xem lại chỗ khai các giá trị"


def test_a_long_list_of_choices_is_cut() -> None:
    hint = choice_hint("zzz", [f"ma-{number}" for number in range(20)])
    assert hint.endswith("ma-11…")
