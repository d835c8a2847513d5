"""Edits that leave comments, order and wording of the rest as they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.findings import FieldPath
from truyenthong.yamltext.edit import SpliceError, add_item, add_key, replace_value, set_scalar
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value

TEXT = """\
# đơn vị
don_vi: pgd-than-uyen   # mã

lan_nop:                # cũ nhất trước
  - nhan_luc: 28/5/2021 # sáng
    ly_do: >-
      Thiếu số liệu

      mục II

    # ghi chú của lần đầu
  - nhan_luc: 29/5/2021
    tep: [{ten: a.docx}] # một tệp
    van_ban:
      so:
      ky_hieu: "BC"

# sau cùng
gia_han:  # chưa có
nghi: []
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("don_vi",), "pgd-tan-uyen", "pgd-than-uyen   # mã", "pgd-tan-uyen   # mã"),
        (("lan_nop", 0, "nhan_luc"), "30/5/2021 09:15", "28/5/2021 # sáng", "30/5/2021 09:15 # sáng"),
        (("lan_nop", 1, "van_ban", "so"), "45", "so:\n", "so: 45\n"),
        (("lan_nop", 1, "van_ban", "ky_hieu"), "KH-SGDĐT", '"BC"', "KH-SGDĐT"),
        (("lan_nop", 1, "tep", 0, "ten"), "b, c.docx", "a.docx", '"b, c.docx"'),
        (("gia_han",), "không", "gia_han:  #", "gia_han: không  #"),
    ],
)
def test_a_value_is_set_in_its_place(path: FieldPath, value: str, old: str, new: str) -> None:
    assert set_scalar(TEXT, path, value) == TEXT.replace(old, new, 1)


@pytest.mark.parametrize(
    ("path", "item", "after", "lines"),
    [
        (
            ("lan_nop",),
            {"nhan_luc": "1/6/2021", "tep": [{"ten": "b.docx"}]},
            '      ky_hieu: "BC"\n',
            "  - nhan_luc: 1/6/2021\n    tep:\n      - ten: b.docx\n",
        ),
        (("gia_han",), {"ngay": "20/5/2021"}, "gia_han:  # chưa có\n", "  - ngay: 20/5/2021\n"),
    ],
)
def test_an_entry_is_put_behind_the_last_one(path: FieldPath, item: Value, after: str, lines: str) -> None:
    assert add_item(TEXT, path, item) == TEXT.replace(after, after + lines, 1)


def test_an_empty_list_opens() -> None:
    assert add_item(TEXT, ("nghi",), "x") == TEXT.replace("nghi: []\n", "nghi:\n  - x\n")


def test_a_key_is_put_behind_the_last_one() -> None:
    changed = add_key(TEXT, ("lan_nop", 1, "van_ban"), "ngay", "27/5/2021")
    assert changed == TEXT.replace('"BC"\n', '"BC"\n      ngay: 27/5/2021\n')
    assert add_key(TEXT, (), "ghi_chu", {"a": ["b"]}) == TEXT + "ghi_chu:\n  a:\n    - b\n"


def test_a_key_behind_a_block_of_text_comes_before_what_follows() -> None:
    changed = add_key(TEXT, ("lan_nop", 0), "ngay", "27/5/2021")
    assert changed == TEXT.replace("      mục II\n", "      mục II\n    ngay: 27/5/2021\n")


@pytest.mark.parametrize("text", ["a: |\n  x\n\n", "a: x", "a: x\n", "a:", "\ufeffa: x\n", "a: 'x\n  y'\n"])
def test_keys_at_the_end_of_any_file(text: str) -> None:
    changed = add_key(text, (), "b", "y")
    assert changed.startswith(text.rstrip("\n"))
    assert parse_yaml(changed.encode(), file="a").value == {
        **dict_of(text),
        "b": "y",
    }


def dict_of(text: str) -> dict[str, Value]:
    value = parse_yaml(text.encode(), file="a").value
    assert isinstance(value, dict)
    return value


def test_line_ends_are_those_of_the_file() -> None:
    assert add_item("a:\r\n- b\r\nc: d\r\n", ("a",), "x") == "a:\r\n- b\r\n- x\r\nc: d\r\n"


def test_keys_in_another_composition_are_the_same() -> None:
    assert add_item("ho\u0300a:\n", ("hòa",), "x") == "ho\u0300a:\n  - x\n"


REFUSED: list[tuple[Callable[[], str], str]] = [
    (lambda: set_scalar(TEXT, ("lan_nop",), "x"), "không phải một giá trị trên một dòng"),
    (lambda: set_scalar(TEXT, ("lan_nop", 0, "ly_do"), "x"), "không phải một giá trị trên một dòng"),
    (lambda: set_scalar(TEXT, ("khong_co",), "x"), "không có chỗ ấy trong tệp"),
    (lambda: set_scalar(TEXT, ("lan_nop", 2, "x"), "x"), "không có chỗ ấy trong tệp"),
    (lambda: set_scalar(TEXT, ("don_vi", "x"), "x"), "không có chỗ ấy trong tệp"),
    (lambda: set_scalar("a: {b}\n", ("a", "b"), "x"), "sửa xong đọc lại"),
    (lambda: set_scalar(TEXT, ("don_vi",), "a\x00b"), "sửa xong đọc lại"),
    (lambda: add_key(TEXT, ("lan_nop",), "x", "y"), "không phải một nhóm khóa viết mỗi khóa một dòng"),
    (
        lambda: add_key(TEXT, ("lan_nop", 1, "tep", 0), "x", "y"),
        "không phải một nhóm khóa viết mỗi khóa một dòng",
    ),
    (lambda: add_key("a: |\n  x", (), "b", "y"), "sửa xong đọc lại"),
    (lambda: add_key(TEXT, (), "don_vi", "y"), "đã có khóa ấy"),
    (lambda: add_item(TEXT, ("lan_nop", 1, "tep"), "y"), "không phải danh sách viết mỗi mục một dòng"),
    (lambda: add_item(TEXT, ("don_vi",), "y"), "không phải danh sách viết mỗi mục một dòng"),
    (lambda: add_item("- a\n-\n", (1,), "y"), "không phải danh sách viết mỗi mục một dòng"),
    (lambda: add_item("[]", (), "y"), "không phải danh sách viết mỗi mục một dòng"),
    (lambda: add_item("a: x: y", ("a",), "y"), "Tệp đang có lỗi"),
    (lambda: add_item("a:\na:\n", ("a",), "y"), "Tệp đang có lỗi"),
]


@pytest.mark.parametrize(("edit", "why"), REFUSED)
def test_what_cannot_be_edited_safely_is_refused(edit: Callable[[], str], why: str) -> None:
    with pytest.raises(SpliceError, match=why):
        edit()


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12))
def test_any_text_can_be_set_or_is_refused(value: str) -> None:
    try:
        changed = set_scalar(TEXT, ("don_vi",), value)
    except SpliceError:
        return
    assert dict_of(changed) == {**dict_of(TEXT), "don_vi": value}
    assert changed.count("#") >= TEXT.count("#")


@pytest.mark.parametrize("text", ["a: x\ty\nb: 1\n", "a: {c?: 2}\nb: 1\n", "a: {c:?}\nb: 1\n"])
def test_what_can_be_read_can_be_edited(text: str) -> None:
    assert set_scalar(text, ("b",), "2") == text.replace("b: 1", "b: 2")


def test_a_value_of_any_shape_takes_the_place_of_another() -> None:
    """Comments before and after stay; those within the old value go with it."""
    changed = replace_value(TEXT, ("lan_nop", 0, "ly_do"), [{"a": "b: c"}, "# d"])
    assert changed == TEXT.replace(
        "    ly_do: >-\n      Thiếu số liệu\n\n      mục II\n",
        '    ly_do:\n      - a: "b: c"\n      - "# d"\n',
    )
    assert replace_value(changed, ("lan_nop", 0, "ly_do"), None) == TEXT.replace(
        "    ly_do: >-\n      Thiếu số liệu\n\n      mục II\n", "    ly_do:\n"
    )


def test_the_first_key_of_an_entry_keeps_its_dash() -> None:
    text = "a:\r\n  - ma: x\r\n    b: 1"
    assert replace_value(text, ("a", 0, "ma"), ["y"]) == "a:\r\n  - ma:\r\n      - y\r\n    b: 1"
    assert replace_value(text, ("a", 0, "b"), "z") == "a:\r\n  - ma: x\r\n    b: z\r\n"


@pytest.mark.parametrize("path", [(), ("lan_nop", 0), ("lan_nop", 1, "tep", 0, "ten"), ("khong_co",)])
def test_only_a_key_on_a_line_of_its_own_is_replaced(path: FieldPath) -> None:
    with pytest.raises(SpliceError):
        replace_value(TEXT, path, "x")
