"""Words and signs: what is read, what is refused, and the advice for each refusal."""

import pytest

from truyenthong.model.expressions import ColumnRef, FieldRef, Number, Text
from truyenthong.model.expressions.tokens import Token, TokenKind, bare, tokens_of


def only_fault(text: str) -> tuple[str, str, str | None, str]:
    _, faults = tokens_of(text)
    (found,) = faults
    return found.diagnostic.code, found.message, found.hint, text[found.start : found.end]


def tokens(text: str) -> tuple[Token, ...]:
    read, faults = tokens_of(text)
    assert faults == ()
    return read


@pytest.mark.parametrize("word", ["và", "VÀ", "va", "and", "va\u0300", "And"])
def test_and_is_read_in_every_spelling(word: str) -> None:
    (token,) = tokens(word)
    assert (token.kind, token.text) == (TokenKind.JOIN, "and")


@pytest.mark.parametrize("word", ["hoặc", "Hoặc", "hoac", "or", "hoa\u0323\u0306c"])
def test_or_is_read_in_every_spelling(word: str) -> None:
    (token,) = tokens(word)
    assert (token.kind, token.text) == (TokenKind.JOIN, "or")


@pytest.mark.parametrize("word", ["không", "khong", "not", "KHÔNG"])
def test_not_is_read_in_every_spelling(word: str) -> None:
    (token,) = tokens(word)
    assert (token.kind, token.text) == (TokenKind.NOT, "not")


def test_a_joining_word_before_a_bracket_is_no_function() -> None:
    assert [token.kind for token in tokens("và (")] == [TokenKind.JOIN, TokenKind.OPEN]
    assert [token.kind for token in tokens("tong (")] == [TokenKind.FUNCTION, TokenKind.OPEN]


def test_the_name_of_a_function_without_a_bracket_is_a_field() -> None:
    assert [token.leaf for token in tokens("tong = sum")] == [
        FieldRef(name="tong"),
        None,
        FieldRef(name="sum"),
    ]


def test_operands_are_read() -> None:
    assert [token.leaf for token in tokens("012 \"cao\" 'thấp' bang.cot")] == [
        Number(value=12),
        Text(value="cao"),
        Text(value="thấp"),
        ColumnRef(table="bang", column="cot"),
    ]


def test_text_in_quotation_marks_is_nfc() -> None:
    (token,) = tokens('"tha\u0302\u0301p"')
    assert token.leaf == Text(value="thấp")


@pytest.mark.parametrize("sign", ["==", "!=", "<", "<=", ">", ">="])
def test_comparisons_are_read_without_spaces(sign: str) -> None:
    assert [token.text for token in tokens(f"a{sign}-1")] == ["a", sign, "-", "1"]


def test_a_single_equals_sign_compares() -> None:
    assert [token.text for token in tokens("a=b")] == ["a", "==", "b"]


def test_every_kind_of_white_space_separates() -> None:
    assert [token.text for token in tokens("a\u00a0<=\n\tb")] == ["a", "<=", "b"]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1.200", "viết liền các chữ số: 1200"),
        ("1,200,000", "viết liền các chữ số: 1200000"),
        ("12,5", "nhân cả hai vế cho thành số nguyên: 2 * ti_le <= 25 thay cho ti_le <= 12,5"),
        ("1.5", "nhân cả hai vế cho thành số nguyên: 2 * ti_le <= 25 thay cho ti_le <= 12,5"),
        ("1_000", "viết số nguyên bằng các chữ số 0 đến 9; mã của trường thì bắt đầu bằng chữ cái"),
        ("0x1F", "viết số nguyên bằng các chữ số 0 đến 9; mã của trường thì bắt đầu bằng chữ cái"),
        ("1e9", "viết số nguyên bằng các chữ số 0 đến 9; mã của trường thì bắt đầu bằng chữ cái"),
        ("2021.05.31", "viết số nguyên bằng các chữ số 0 đến 9; mã của trường thì bắt đầu bằng chữ cái"),
    ],
)
def test_numbers_with_separators_are_asked_about(typed: str, hint: str) -> None:
    expected = ("TT152", f"{typed} không phải số nguyên viết liền.", hint, typed)
    assert only_fault(f"a <= {typed} ") == expected


def test_fifteen_digits_are_the_most() -> None:
    assert tokens("9" * 15)[0].leaf == Number(value=10**15 - 1)
    code, message, _, typed = only_fault("9" * 16)
    assert (code, message) == ("TT152", "Số 9999999999999999 có 16 chữ số, nhiều hơn 15.")
    assert typed == "9" * 16


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("=<", "không lớn hơn viết là <="),
        ("≥", "không nhỏ hơn viết là >="),
        ("<>", "khác nhau viết là !="),
        ("===", "bằng nhau viết là =="),
        ("!==", "khác nhau viết là !="),
        ("&&", "nối hai điều kiện bằng từ và"),
        ("|", "nối hai điều kiện bằng từ hoặc"),
        ("!", "phủ định viết là không"),
        ("**", "không có phép lũy thừa, viết phép nhân: a * a"),
        ("^", "không có phép lũy thừa, viết phép nhân: a * a"),
        ("//", "phép chia viết một dấu: a / b"),
        ("–", "trừ viết bằng dấu gạch ngắn trên bàn phím: -"),
        ("×", "nhân viết là *"),
    ],
)
def test_foreign_signs_are_answered_with_ours(typed: str, hint: str) -> None:
    assert only_fault(f"a {typed} b") == ("TT153", f"Biểu thức không có phép «{typed}».", hint, typed)


def test_a_text_that_is_not_closed_is_marked_to_the_end() -> None:
    code, message, _, typed = only_fault('t == "cao và b')
    assert (code, typed) == ("TT154", '"cao và b')
    assert message == 'Chữ bắt đầu ở "cao và b có ngoặc kép mở mà không đóng.'


def test_an_empty_text_is_told_about_empty_fields() -> None:
    code, message, hint, _ = only_fault("t != ' '")
    assert (code, message) == ("TT154", "Chữ trong ngoặc kép ' ' để trống.")
    assert hint is not None
    assert "bat_buoc: true" in hint


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("“cao độ”", 'gõ ngoặc kép thẳng: "cao độ"'),
        ("«cao»", 'gõ ngoặc kép thẳng: "cao"'),
        ("”", "gõ ngoặc kép thẳng hoặc xóa dấu ấy"),
    ],
)
def test_quotation_marks_of_word_processors_are_one_fault(typed: str, hint: str) -> None:
    code, _, advice, marked = only_fault(f"t == {typed}")
    assert (code, advice, marked) == ("TT154", hint, typed)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [(";", ";"), (",", ","), ("[", "["), ("@", "@"), ("\u200b", "U+200B"), ("\ufeff", "U+FEFF"), (".", ".")],
)
def test_other_characters_are_named(typed: str, shown: str) -> None:
    code, message, _, marked = only_fault(f"a {typed} b")
    assert (code, marked) == ("TT151", typed)
    assert message == f"Ký tự «{shown}» không dùng được trong biểu thức."


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Đã_xử_lý", "viết da_xu_ly"),
        ("Tong", "viết tong"),
        ("tin_bài.Đã_đăng", "viết tin_bai.da_dang"),
        ("_a", "mã bắt đầu bằng chữ cái, chỉ có a đến z, 0 đến 9 và gạch dưới"),
        ("з", "mã bắt đầu bằng chữ cái, chỉ có a đến z, 0 đến 9 và gạch dưới"),
    ],
)
def test_names_are_codes_without_diacritics(typed: str, hint: str) -> None:
    message = f"«{typed}» không phải mã trường: mã viết chữ thường không dấu."
    assert only_fault(f"{typed} <= b") == ("TT155", message, hint, typed)


@pytest.mark.parametrize("typed", ["true", "False", "đúng", "Có"])
def test_truths_are_not_written(typed: str) -> None:
    code, message, hint, _ = only_fault(f"co_tap_huan == {typed}")
    assert (code, message) == ("TT155", f"Biểu thức không dùng «{typed}».")
    assert hint == "trường đúng-sai tự nó đã là điều kiện: viết co_tap_huan, hoặc không co_tap_huan"


def test_a_column_has_one_point() -> None:
    code, message, _, marked = only_fault("a.b.c <= 1")
    assert (code, message, marked) == ("TT157", "a.b.c có nhiều dấu chấm.", "a.b.c")


def test_all_that_cannot_be_read_is_told_at_once() -> None:
    _, faults = tokens_of("a =< 1.200 && Tong; ≠")
    assert [found.diagnostic.code for found in faults] == [
        "TT153",
        "TT152",
        "TT153",
        "TT155",
        "TT151",
        "TT153",
    ]


def test_bare_takes_every_vietnamese_letter_down_to_ascii() -> None:
    assert bare("ĂÂĐÊÔƠƯ ắậđểộởự") == "aadeoou aadeoou"
