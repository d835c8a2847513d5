"""Checks against values: exact, and skipped where anything is empty."""

import operator
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.model.expressions import (
    Arithmetic,
    ArithmeticSign,
    Comparison,
    ComparisonSign,
    Expression,
    FieldRef,
    FormValues,
    Number,
    evaluate,
    parse_expression,
)
from truyenthong.model.moments import Moment

ROWS: tuple[dict[str, int | Decimal | str | None], ...] = (
    {"da_gui": 5, "kenh": "website"},
    {"da_gui": Decimal("2.5"), "kenh": None},
)
VALUES: FormValues = {
    "tiep_nhan": 10,
    "da_xu_ly": 7,
    "ti_le": Decimal("0.1"),
    "bo_trong": None,
    "chu_trong": "  ",
    "muc_do": "cao",
    "ngay_nhan": date(2021, 5, 28),
    "ngay_xu_ly": date(2021, 5, 31),
    "luc_biet": Moment(day=date(2021, 5, 28), hour=time(9, 15)),
    "luc_tra_loi": Moment(day=date(2021, 5, 28), hour=time(16)),
    "luc_khac": Moment(day=date(2021, 5, 31), hour=time(8)),
    "luc_chua_ro": Moment(day=date(2021, 5, 28)),
    "co_tap_huan": True,
    "khong_co_vu": False,
    "tin_bai": ROWS,
    "bang_rong": (),
    "bang_trong": None,
    "thieu_o": ({"so": 1}, {"so": None}, {}),
}


def held(text: str, values: FormValues = VALUES) -> bool | None:
    read = parse_expression(text)
    assert not isinstance(read, tuple), read
    return evaluate(read, values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("da_xu_ly <= tiep_nhan", True),
        ("da_xu_ly > tiep_nhan", False),
        ("da_xu_ly >= 7", True),
        ("da_xu_ly < 7", False),
        ("0 <= da_xu_ly <= tiep_nhan <= 9", False),
        ("da_xu_ly + 3 == tiep_nhan", True),
        ("tiep_nhan / 3 * 3 == tiep_nhan", True),
        ("3 * ti_le == 3 / tiep_nhan", True),
        ("-tiep_nhan - 1 = -11", True),
        ("sum(tin_bai.da_gui) * 2 == 15", True),
        ("max(tin_bai.da_gui) <= sum(tin_bai.da_gui)", True),
        ("max(tin_bai.da_gui) == sum(tin_bai.da_gui)", False),
        ("count(tin_bai) == 2", True),
        ("count(tin_bai.kenh) == 1", True),
        ("muc_do == 'cao'", True),
        ("muc_do != 'cao'", False),
        ("muc_do == 'thap'", False),
        ("ngay_nhan < ngay_xu_ly", True),
        ("ngay_nhan == ngay_xu_ly", False),
        ("ngay_nhan >= ngay_xu_ly", False),
        ("luc_biet < luc_tra_loi", True),
        ("luc_biet == luc_tra_loi", False),
        ("luc_biet != luc_tra_loi", True),
        ("luc_tra_loi <= luc_khac", True),
        ("luc_chua_ro < luc_khac", True),
        ("luc_chua_ro == luc_khac", False),
        ("ngay_nhan == luc_tra_loi", True),
        ("luc_biet <= ngay_nhan < luc_khac", True),
        ("luc_khac > ngay_xu_ly", False),
        ("co_tap_huan", True),
        ("không co_tap_huan", False),
        ("co_tap_huan == khong_co_vu", False),
        ("co_tap_huan == (tiep_nhan > 1)", True),
        ("khong_co_vu hoặc da_xu_ly == 7", True),
        ("khong_co_vu và da_xu_ly == 7", False),
    ],
)
def test_what_holds(text: str, expected: bool) -> None:
    assert held(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "luc_chua_ro <= luc_biet",
        "luc_biet < muc_do",
        "bo_trong <= tiep_nhan",
        "bo_trong == 0",
        "khong_khai == 0",
        "chu_trong != 'cao'",
        "không bo_trong",
        "tiep_nhan + bo_trong > 1",
        "bo_trong * 0 == 0",
        "da_xu_ly > tiep_nhan và bo_trong > 1",
        "da_xu_ly <= tiep_nhan hoặc bo_trong > 1",
        "sum(thieu_o.so) >= 1",
        "max(thieu_o.so) >= 1",
        "max(bang_rong.so) >= 0",
        "sum(bang_trong.so) == 0",
        "count(bang_trong) == 0",
        "count(khong_khai.so) == 0",
        "1 < bo_trong < 3",
    ],
)
def test_an_empty_operand_skips_the_check(text: str) -> None:
    assert held(text) is None


def test_an_empty_table_is_a_table_and_sums_to_nothing() -> None:
    assert held("sum(bang_rong.so) == 0") is True
    assert held("count(bang_rong) == 0 và count(bang_rong.so) == 0") is True


def test_cells_are_counted_where_they_are_filled() -> None:
    assert held("count(thieu_o.so) == 1 và count(thieu_o) == 3") is True
    assert held("count(b.c) == 2", {"b": ({"c": " "}, {"c": 0}, {"c": False})}) is True


@pytest.mark.parametrize("text", ["tiep_nhan / 0 == 1", "tiep_nhan / (da_xu_ly - 7) > 1", "0 / 0 == 0"])
def test_a_division_by_zero_skips_the_check(text: str) -> None:
    assert held(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "muc_do == 1",
        "muc_do < 'thap'",
        "co_tap_huan < khong_co_vu",
        "co_tap_huan == 1",
        "ngay_nhan + 1 > 3",
        "tin_bai == 1",
        "sum(tiep_nhan.x) == 1",
        "sum(tin_bai.kenh) == 1",
        "tiep_nhan và co_tap_huan",
        "không tiep_nhan",
        "tiep_nhan",
        "muc_do",
    ],
)
def test_values_of_a_kind_that_does_not_fit_skip_the_check(text: str) -> None:
    assert held(text) is None


@pytest.mark.parametrize(
    "given_number",
    [
        10**30,
        -(10**30),
        Decimal("1e30"),
        Decimal("1e999999999"),
        Decimal("1e-999999999"),
        Decimal("1e-60"),
        Decimal("NaN"),
        Decimal("Infinity"),
        Decimal("sNaN"),
    ],
)
def test_numbers_out_of_reach_are_as_good_as_empty(given_number: int | Decimal) -> None:
    assert held("a == a + 0", {"a": given_number}) is None


@pytest.mark.parametrize(
    "given_number", [10**30 - 1, Decimal("9.99e29"), Decimal("1e-59"), Decimal("0e-9999")]
)
def test_numbers_within_reach_are_exact(given_number: int | Decimal) -> None:
    assert held("a == a + 0", {"a": given_number}) is True
    assert held("a == a + 1", {"a": given_number}) is False


numbers = st.integers(-50, 50) | st.decimals(-50, 50, places=2)
OPERATIONS: dict[ArithmeticSign, Callable[[Fraction, Fraction], Fraction]] = {
    ArithmeticSign.ADD: operator.add,
    ArithmeticSign.SUBTRACT: operator.sub,
    ArithmeticSign.MULTIPLY: operator.mul,
    ArithmeticSign.DIVIDE: operator.truediv,
}
HOLDS: dict[ComparisonSign, Callable[[Fraction, Fraction], bool]] = {
    ComparisonSign.EQUAL: lambda left, right: left - right == 0,
    ComparisonSign.NOT_EQUAL: lambda left, right: left - right != 0,
    ComparisonSign.LESS: lambda left, right: left - right < 0,
    ComparisonSign.AT_MOST: lambda left, right: left - right <= 0,
    ComparisonSign.GREATER: lambda left, right: left - right > 0,
    ComparisonSign.AT_LEAST: lambda left, right: left - right >= 0,
}
Reckoned = tuple[Expression, Fraction | None]


def reckoned(sign: ArithmeticSign, left: Reckoned, right: Reckoned) -> Reckoned:
    tree = Arithmetic(sign=sign, left=left[0], right=right[0])
    if left[1] is None or right[1] is None or (sign is ArithmeticSign.DIVIDE and right[1] == 0):
        return tree, None
    return tree, OPERATIONS[sign](left[1], right[1])


@given(st.data(), st.dictionaries(st.sampled_from("abcd"), st.none() | numbers))
def test_arithmetic_is_that_of_fractions(
    data: st.DataObject, values: dict[str, int | Decimal | None]
) -> None:
    def field(name: str) -> Reckoned:
        value = values.get(name)
        return FieldRef(name=name), None if value is None else Fraction(value)

    leaves = st.integers(-9, 9).map(lambda n: (Number(value=n), Fraction(n))) | st.sampled_from("abcd").map(
        field
    )
    sides = st.recursive(
        leaves,
        lambda inner: st.builds(reckoned, st.sampled_from(ArithmeticSign), inner, inner),
        max_leaves=6,
    )
    left, right = data.draw(sides), data.draw(sides)
    sign = data.draw(st.sampled_from(ComparisonSign))
    expected = None if left[1] is None or right[1] is None else HOLDS[sign](left[1], right[1])
    assert evaluate(Comparison(operands=(left[0], right[0]), signs=(sign,)), values) is expected


def test_the_deepest_expression_is_reckoned() -> None:
    assert held("a + " * 59 + "a == 60", {"a": 1}) is True
    assert held("không " * 60 + "a", {"a": True}) is True
