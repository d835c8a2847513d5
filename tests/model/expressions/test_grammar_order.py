"""The order of words and signs: the first place where it breaks, with its sentence."""

import pytest

from truyenthong.model.expressions import parse_expression


def only_fault(text: str) -> tuple[str, str, str]:
    read = parse_expression(text)
    assert isinstance(read, tuple), read
    (found,) = read
    return found.diagnostic.code, found.message, text[found.start : found.end]


def is_read(text: str) -> bool:
    return not isinstance(parse_expression(text), tuple)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a <=", "<="),
        ("a và", "và"),
        ("(a + ) = b", "+"),
        ("a - - b", "-"),
        ("a <= * b", "<="),
        ("không", "không"),
    ],
)
def test_a_missing_right_side_is_marked_at_its_sign(text: str, sign: str) -> None:
    assert only_fault(text) == ("TT158", f"Phép «{sign}» thiếu vế phải.", sign)


@pytest.mark.parametrize(("text", "sign"), [("<= a", "<="), ("a và (* b)", "*"), ("hoặc a", "hoặc")])
def test_a_missing_left_side_is_marked_at_its_sign(text: str, sign: str) -> None:
    assert only_fault(text) == ("TT158", f"Phép «{sign}» thiếu vế trái.", sign)


@pytest.mark.parametrize(
    ("text", "second"),
    [("da_xu_ly tiep_nhan", "tiep_nhan"), ("a <= 1 200", "200"), ("(a) (b)", "("), ("a không b", "không")],
)
def test_two_operands_side_by_side_lack_an_operation(text: str, second: str) -> None:
    code, message, marked = only_fault(text)
    assert (code, marked) == ("TT158", second)
    assert message == f"Trước «{second}» thiếu một phép tính, phép so sánh, hoặc từ và, hoặc."


@pytest.mark.parametrize("text", ["a == không b", "1 + không a", "- không a"])
def test_not_stands_only_where_a_condition_begins(text: str) -> None:
    code, message, marked = only_fault(text)
    assert (code, marked) == ("TT158", "không")
    assert "Từ «không» đứng ngay sau" in message


@pytest.mark.parametrize(
    "text", ["không không a", "a và không b", "(không a) == b", "-a <= +b", "a * -b < 0"]
)
def test_prefixes_are_read_where_python_reads_them(text: str) -> None:
    assert is_read(text)


@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        ("(a <= b", "Ngoặc đơn mở mà không đóng.", "("),
        ("((", "Ngoặc đơn mở mà không đóng.", "("),
        ("a <= b)", "Ngoặc đơn đóng mà không có ngoặc mở.", ")"),
        (")", "Ngoặc đơn đóng mà không có ngoặc mở.", ")"),
        ("sum(b.c <= 1", "Ngoặc của sum mở mà không đóng.", "("),
    ],
)
def test_brackets_that_do_not_match_are_marked(text: str, message: str, marked: str) -> None:
    assert only_fault(text) == ("TT159", message, marked)


def test_empty_brackets_are_marked_as_a_pair() -> None:
    assert only_fault("a <= ( )") == ("TT158", "Trong ngoặc đơn không có gì.", "( )")


@pytest.mark.parametrize("name", ["min", "if", "eval", "__import__", "len", "tổng_số"])
def test_nothing_else_can_be_called(name: str) -> None:
    assert only_fault(f"{name}(a) <= 1") == ("TT156", f"Biểu thức không có hàm {name}.", name)


@pytest.mark.parametrize("inside", ["bang", "1", "b.c + 1", "sum(b.c)", "", "b.c b.d", "(b.c)"])
def test_sum_takes_exactly_one_column(inside: str) -> None:
    text = f"sum({inside})"
    assert only_fault(f"{text} <= 1") == ("TT157", "sum cần đúng một cột của một bảng.", text)


@pytest.mark.parametrize("inside", ["1", "'a'", "a + b", ""])
def test_count_takes_exactly_one_table_or_column(inside: str) -> None:
    text = f"đếm({inside})"
    assert only_fault(f"{text} <= 1") == ("TT157", "đếm cần đúng một bảng hoặc một cột.", text)


def test_a_column_does_not_stand_alone() -> None:
    expected = (
        "TT157",
        "Cột tin_bai.da_dang có nhiều giá trị nên không đứng một mình được.",
        "tin_bai.da_dang",
    )
    assert only_fault("tong == tin_bai.da_dang") == expected


def test_twenty_brackets_are_the_deepest() -> None:
    assert is_read("(" * 20 + "a" + ")" * 20)
    code, message, marked = only_fault("(" * 21 + "a" + ")" * 21)
    assert (code, message, marked) == ("TT150", "Ngoặc đơn lồng nhau quá 20 lớp.", "(")


@pytest.mark.parametrize("bomb", ["(" * 500, "-" * 500, "không " * 83, "a+" * 249 + "a", "((" * 120 + "a"])
def test_bombs_are_findings(bomb: str) -> None:
    assert isinstance(parse_expression(bomb), tuple)


@pytest.mark.parametrize("unit", ["a + ", "không ", "1 < ", "a và "])
def test_sixty_operations_are_the_most(unit: str) -> None:
    assert is_read(unit * 60 + "a")
    code, message, _ = only_fault(unit * 61 + "a")
    assert (code, message) == ("TT150", "Biểu thức có 61 phép, nhiều hơn 60.")
