"""Trees: equal by what they say, walked in order, written out so that they can be read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Stretch,
    Sum,
    TableRef,
    Text,
    names,
    parse_expression,
    texts_compared,
    written,
)

codes = st.sampled_from(["a", "da_xu_ly", "tong", "in", "lambda", "sum", "none", "x1"])
columns = st.builds(ColumnRef, table=codes, column=codes)
leaves: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Number, value=st.integers(-(10**15) + 1, 10**15 - 1)),
    st.builds(Text, value=st.sampled_from(["cao", "Đã đăng", 'nói "có"', "it's"])),
    st.builds(FieldRef, name=codes),
    st.builds(Sum, of=columns),
    st.builds(Count, of=columns | st.builds(TableRef, table=codes)),
)


def bigger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    signs = st.lists(st.sampled_from(ComparisonSign), min_size=1, max_size=2)
    return st.one_of(
        st.builds(Arithmetic, sign=st.sampled_from(ArithmeticSign), left=inner, right=inner),
        signs.flatmap(
            lambda drawn: st.builds(
                Comparison,
                operands=st.tuples(*[inner] * (len(drawn) + 1)),
                signs=st.just(tuple(drawn)),
            )
        ),
        st.builds(Logic, word=st.sampled_from(LogicWord), operands=st.tuples(inner, inner)),
        st.builds(Not, operand=inner),
    )


trees = st.recursive(leaves, bigger, max_leaves=8)


def parsed(text: str) -> Expression:
    read = parse_expression(text)
    assert not isinstance(read, tuple), read
    return read


@given(trees)
def test_what_is_written_is_read_as_the_same_tree(tree: Expression) -> None:
    text = written(tree)
    if len(text) <= 500:
        assert parse_expression(text) == tree


def test_trees_are_equal_wherever_they_stand() -> None:
    assert parsed("a<=b") == parsed("  a   <=   ( b )  ")
    assert parsed("a <= b") != parsed("a < b")


def test_names_come_in_order_with_the_place_where_each_was_typed() -> None:
    text = "tổng( tin_bai.da_dang ) <= da_gui và count(vu_viec) + 1 > count(tin_bai.kenh)"
    called = names(parsed(text))
    assert [written(one) for one in called] == ["tin_bai.da_dang", "da_gui", "vu_viec", "tin_bai.kenh"]
    assert [text[one.at.start : one.at.end] for one in called] == [written(one) for one in called]


def test_texts_are_paired_with_the_field_on_either_side() -> None:
    tree = parsed("muc_do == \"cao\" hoặc 'thap' != kenh hoặc so_vu >= 1 hoặc count(b) == 'x'")
    assert [(called.name, text.value) for called, text in texts_compared(tree)] == [
        ("muc_do", "cao"),
        ("kenh", "thap"),
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("-a", "0 - a"),
        ("a - (-5) == b", "(a - (-5)) == b"),
        ("a + b * c = d", "(a + (b * c)) == d"),
        ("khong ( a < b )", "không (a < b)"),
        ("dem(b.c) = 'nói \"có\"'", "count(b.c) == 'nói \"có\"'"),
    ],
)
def test_trees_are_written_plainly(typed: str, shown: str) -> None:
    assert written(parsed(typed)) == shown


def test_a_node_tells_the_stretch_of_the_text_that_it_was_typed_in() -> None:
    text = "a và (không b  <= 3) và  c"
    tree = parsed(text)
    assert isinstance(tree, Logic)
    assert [text[one.at.start : one.at.end] for one in tree.operands] == ["a", "không b  <= 3", "c"]
    assert tree.at == Stretch(start=0, end=len(text))
