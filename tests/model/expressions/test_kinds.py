"""Names and kinds of a form against an expression."""

import pytest

from truyenthong.model.expressions import (
    Expression,
    FieldKinds,
    ValueKind,
    check_names,
    check_types,
    parse_expression,
)

FIELDS: FieldKinds = {
    "tiep_nhan": ValueKind.NUMBER,
    "da_xu_ly": ValueKind.NUMBER,
    "ngay_nhan": ValueKind.DATE,
    "ngay_xu_ly": ValueKind.DATE,
    "luc_biet": ValueKind.MOMENT,
    "muc_do": ValueKind.TEXT,
    "co_tap_huan": ValueKind.BOOLEAN,
    "tin_bai": {"da_gui": ValueKind.NUMBER, "kenh": ValueKind.TEXT},
}


def parsed(text: str) -> Expression:
    read = parse_expression(text)
    assert not isinstance(read, tuple), read
    return read


def misfits(text: str) -> list[tuple[str, str, str]]:
    faults = check_types(parsed(text), FIELDS)
    return [(one.diagnostic.code, one.message, text[one.start : one.end]) for one in faults]


@pytest.mark.parametrize(
    "text",
    [
        "da_xu_ly <= tiep_nhan",
        "0 <= da_xu_ly <= tiep_nhan * 2 - 1",
        "tiep_nhan == sum(tin_bai.da_gui) và count(tin_bai.kenh) == count(tin_bai)",
        "ngay_nhan <= ngay_xu_ly",
        "ngay_nhan <= luc_biet",
        "muc_do == 'cao' hoặc không co_tap_huan",
        "co_tap_huan",
        "co_tap_huan == (tiep_nhan > 0)",
        "khong_co == 1 + cung_khong và sum(bang_la.x) > 1 và count(la) > muc_la",
        "sum(tin_bai.la) <= 1",
    ],
)
def test_what_fits_has_no_fault(text: str) -> None:
    assert misfits(text) == []


@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        (
            "tiep_nhan + muc_do == 1",
            "Phép + chỉ làm với số, mà muc_do là chữ.",
            "muc_do",
        ),
        (
            "ngay_xu_ly - tiep_nhan <= 3",
            "Phép - chỉ làm với số, mà ngay_xu_ly là ngày.",
            "ngay_xu_ly",
        ),
        (
            "ngay_nhan <= tiep_nhan",
            "Không so sánh được: ngay_nhan là ngày, còn tiep_nhan là số.",
            "ngay_nhan <= tiep_nhan",
        ),
        (
            "ngay_nhan >= '1/9/2020'",
            'Không so sánh được: ngay_nhan là ngày, còn "1/9/2020" là chữ.',
            "ngay_nhan >= '1/9/2020'",
        ),
        ("tiep_nhan == '5'", 'Không so sánh được: tiep_nhan là số, còn "5" là chữ.', "tiep_nhan == '5'"),
        (
            "co_tap_huan == tiep_nhan",
            "Không so sánh được: co_tap_huan là đúng-sai, còn tiep_nhan là số.",
            "co_tap_huan == tiep_nhan",
        ),
        ("muc_do < 'cao'", "Không xếp được thứ tự: muc_do là chữ.", "muc_do < 'cao'"),
        (
            "co_tap_huan >= (tiep_nhan > 1)",
            "Không xếp được thứ tự: co_tap_huan là đúng-sai.",
            "co_tap_huan >= (tiep_nhan > 1)",
        ),
        ("tin_bai <= 3", "tin_bai là bảng nên không đứng một mình được.", "tin_bai"),
        (
            "count(muc_do) <= 3",
            "muc_do không phải bảng mà là trường kiểu chữ.",
            "muc_do",
        ),
        (
            "sum(tiep_nhan.x) <= 3",
            "tiep_nhan không phải bảng mà là trường kiểu số.",
            "tiep_nhan.x",
        ),
        (
            "sum(tin_bai.kenh) <= 3",
            "Không tính được sum(tin_bai.kenh) vì tin_bai.kenh không phải cột số.",
            "tin_bai.kenh",
        ),
    ],
)
def test_kinds_that_do_not_fit(text: str, message: str, marked: str) -> None:
    assert misfits(text) == [("TT161", message, marked)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("ngay_xu_ly - 1 > 3", "hai ngày chỉ so sánh với nhau được"),
        (
            "(tiep_nhan > 1) + 1 > 3",
            "điều kiện nối với nhau bằng và, hoặc; so sánh có thể cần đặt trong ngoặc đơn",
        ),
        ("'5' == tiep_nhan", "số viết không có ngoặc kép; chữ thì so với trường chọn"),
        ("muc_do == tiep_nhan", "xem lại mã trường ở hai vế"),
        (
            "muc_do == ngay_nhan",
            "ngày chỉ so với một trường ngày khác; giới hạn cố định thì đặt som_nhat, muon_nhat ở trường",
        ),
    ],
)
def test_kinds_that_do_not_fit_come_with_advice(text: str, hint: str) -> None:
    (found,) = check_types(parsed(text), FIELDS)
    assert found.hint == hint


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("da_xu_ly + 1", "da_xu_ly + 1 là số"),
        ("5", "5 là số"),
        ("muc_do", "muc_do là chữ"),
        ("'cao'", '"cao" là chữ'),
        ("ngay_nhan", "ngay_nhan là ngày"),
        ("count(tin_bai)", "count(tin_bai) là số"),
        ("sum(tin_bai.da_gui)", "sum(tin_bai.da_gui) là số"),
    ],
)
def test_the_whole_must_be_a_condition(text: str, described: str) -> None:
    assert misfits(text) == [("TT162", f"Phép kiểm tra không phải một điều kiện: {described}.", text)]


def test_both_sides_of_a_joining_word_must_be_conditions() -> None:
    assert misfits("co_tap_huan và tiep_nhan hoặc không da_xu_ly") == [
        ("TT162", "Vế này không phải một điều kiện: tiep_nhan là số.", "tiep_nhan"),
        ("TT162", "Vế này không phải một điều kiện: da_xu_ly là số.", "da_xu_ly"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1 == 1", "1 == 1"),
        ("tiep_nhan <= tiep_nhan", "tiep_nhan <= tiep_nhan"),
        ("tiep_nhan < 5 < 7", "5 < 7"),
        ("sum(tin_bai.da_gui) != tong(tin_bai.da_gui)", "sum(tin_bai.da_gui) != sum(tin_bai.da_gui)"),
    ],
)
def test_a_condition_that_cannot_come_out_otherwise(text: str, shown: str) -> None:
    (found,) = misfits(text)
    assert found[:2] == ("TT163", f"Phép so sánh {shown} lúc nào cũng cho một kết quả.")


@pytest.mark.parametrize("text", ["tiep_nhan / 0 <= 1", "tiep_nhan / -0 <= 1"])
def test_division_by_zero_is_told(text: str) -> None:
    (found,) = misfits(text)
    assert found[:2] == ("TT163", "Chia cho 0 không có kết quả, nên phép kiểm tra sẽ luôn bị bỏ qua.")


def test_faults_come_in_the_order_of_the_text() -> None:
    assert [marked for _, _, marked in misfits("muc_do + 1 > 2 và tin_bai > 1 và tiep_nhan")] == [
        "muc_do",
        "tin_bai",
        "tiep_nhan",
    ]


@pytest.mark.parametrize(
    ("text", "message", "hint", "marked"),
    [
        ("da_xuly <= tiep_nhan", "Biểu mẫu không có trường da_xuly.", "có phải da_xu_ly?", "da_xuly"),
        ("count(tin_bay) > 1", "Biểu mẫu không có bảng tin_bay.", "có phải tin_bai?", "tin_bay"),
        ("sum(tinbai.da_gui) > 1", "Biểu mẫu không có bảng tinbai.", "có phải tin_bai?", "tinbai.da_gui"),
        ("sum(tin_bai.dagui) > 1", "Bảng tin_bai không có cột dagui.", "có phải da_gui?", "tin_bai.dagui"),
        (
            "sum(tin_bai.zzz) > 1",
            "Bảng tin_bai không có cột zzz.",
            "các mã có thể dùng: da_gui, kenh",
            "tin_bai.zzz",
        ),
    ],
)
def test_unknown_names_are_answered_with_the_nearest(text: str, message: str, hint: str, marked: str) -> None:
    (found,) = check_names(parsed(text), FIELDS)
    assert (found.diagnostic.code, found.message, found.hint) == ("TT160", message, hint)
    assert text[found.start : found.end] == marked


def test_known_names_and_tables_of_the_wrong_kind_are_no_unknown_names() -> None:
    text = "da_xu_ly <= sum(tin_bai.da_gui) và count(tin_bai) > count(muc_do.x)"
    assert check_names(parsed(text), FIELDS) == ()


def test_a_form_without_fields_is_told_where_they_are_declared() -> None:
    (found,) = check_names(parsed("a"), {})
    assert found.hint == "khai trường ấy ở truong của biểu mẫu, hoặc bỏ phép kiểm tra"
