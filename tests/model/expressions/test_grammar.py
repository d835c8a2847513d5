"""From text to tree: binding, limits, and nothing ever raised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.findings import Ref
from truyenthong.model.expressions import (
    Arithmetic,
    ArithmeticSign,
    ColumnRef,
    Comparison,
    ComparisonSign,
    Count,
    Expression,
    FieldRef,
    Logic,
    LogicWord,
    Not,
    Number,
    Sum,
    TableRef,
    Text,
    parse_expression,
)

A, B, C = (FieldRef(name=name) for name in "abc")

PIECES = (
    """a b.c tong sum( count ( ) 1 12 1.200 'x' " và hoặc không == = <= != + - * / // , “ Đ lambda None"""
)
words = st.lists(st.sampled_from([*PIECES.split(), "\u200b", "\n", "\x00"]), max_size=40).map(" ".join)


@given(st.text(max_size=60) | words)
def test_whatever_is_typed_gives_a_tree_or_faults_with_a_place(text: str) -> None:
    read = parse_expression(text)
    if isinstance(read, tuple):
        assert read
        assert all(0 <= found.start <= found.end <= len(text) for found in read)
        assert all(found.start < found.end or not text for found in read)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a <= b", Comparison(operands=(A, B), signs=(ComparisonSign.AT_MOST,))),
        (
            "0 < a <= 10",
            Comparison(
                operands=(Number(value=0), A, Number(value=10)),
                signs=(ComparisonSign.LESS, ComparisonSign.AT_MOST),
            ),
        ),
        (
            "a == sum(b.c)",
            Comparison(operands=(A, Sum(of=ColumnRef(table="b", column="c"))), signs=(ComparisonSign.EQUAL,)),
        ),
        (
            "dem(b) > 1",
            Comparison(
                operands=(Count(of=TableRef(table="b")), Number(value=1)), signs=(ComparisonSign.GREATER,)
            ),
        ),
        ("a != 'x'", Comparison(operands=(A, Text(value="x")), signs=(ComparisonSign.NOT_EQUAL,))),
        (
            "a hoặc b và không c",
            Logic(
                word=LogicWord.OR,
                operands=(A, Logic(word=LogicWord.AND, operands=(B, Not(operand=C)))),
            ),
        ),
        (
            "không a == b",
            Not(operand=Comparison(operands=(A, B), signs=(ComparisonSign.EQUAL,))),
        ),
        (
            "a - b - c",
            Arithmetic(
                sign=ArithmeticSign.SUBTRACT,
                left=Arithmetic(sign=ArithmeticSign.SUBTRACT, left=A, right=B),
                right=C,
            ),
        ),
        (
            "(a + b) / c",
            Arithmetic(
                sign=ArithmeticSign.DIVIDE,
                left=Arithmetic(sign=ArithmeticSign.ADD, left=A, right=B),
                right=C,
            ),
        ),
        ("-5", Number(value=-5)),
        ("+a", A),
        ("-a", Arithmetic(sign=ArithmeticSign.SUBTRACT, left=Number(value=0), right=A)),
    ],
)
def test_trees(text: str, tree: Expression) -> None:
    assert parse_expression(text) == tree


@pytest.mark.parametrize("word", ["in", "is", "lambda", "class", "yield", "await", "if", "print"])
def test_words_of_python_are_plain_codes(word: str) -> None:
    read = parse_expression(f"{word} == 1")
    assert read == Comparison(operands=(FieldRef(name=word), Number(value=1)), signs=(ComparisonSign.EQUAL,))


@pytest.mark.parametrize("text", ["", "   \n"])
def test_an_empty_expression_is_told_with_an_example(text: str) -> None:
    read = parse_expression(text)
    assert isinstance(read, tuple)
    assert [(one.diagnostic.code, one.message, one.hint) for one in read] == [
        ("TT150", "Biểu thức để trống.", 'viết một điều kiện, ví dụ "da_xu_ly <= tiep_nhan"')
    ]


def test_five_hundred_characters_are_the_most() -> None:
    assert not isinstance(parse_expression("a <= b".ljust(500)), tuple)
    read = parse_expression("a <= b".ljust(501))
    assert isinstance(read, tuple)
    assert [one.message for one in read] == ["Biểu thức dài 501 ký tự, nhiều hơn 500."]


def test_a_fault_becomes_a_finding_at_the_field_that_holds_the_expression() -> None:
    read = parse_expression("a <=")
    assert isinstance(read, tuple)
    ref = Ref(file="data/plan.yaml", path=("bieu_mau", 0, "kiem_tra", 1, "bieu_thuc"))
    finding = read[0].finding(ref)
    assert (finding.code, finding.ref, finding.message) == ("TT158", ref, "Phép «<=» thiếu vế phải.")
    assert finding.hint == "điền tên trường hoặc số"
