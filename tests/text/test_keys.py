"""Keys by which texts are compared, sorted and suggested."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truyenthong.text import ascii_form, code_form, collapse, fold, nearest, nfc, sort_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoà"),
        ("HÒA BÌNH", "hoà bình"),
        ("Thụy An", "Thuỵ An"),
        ("khỏe", "khoẻ"),
        ("quí", "quý"),
        ("qui định", "quy định"),
        ("\u00d0ảng", "Đảng"),
        ("\u0189ảng", "đảng"),
        ("Phòng\u00a0GD  ", " phòng gd"),
        ("Lai\u200b Châu\ufeff", "Lai Châu"),
        ("2020\u20132021", "2020-2021"),
        ("С\u043eng", "Cong"),  # the first two letters of the left one are Cyrillic
        (unicodedata.normalize("NFD", "Tân Uyên"), "Tân Uyên"),
    ],
)
def test_two_ways_to_type_the_same_words_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Than Uyên", "Tân Uyên"), ("hoa", "hòa"), ("hòa", "hóa"), ("ba", "bă"), ("d", "đ"), ("ab", "a b")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_forgets_case_and_composition(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == fold(nfc(text))


def test_names_sort_by_the_vietnamese_alphabet() -> None:
    names = ["Dào San", "Đoàn Kết", "Tam Đường", "Tân Uyên", "Than Uyên", "Ứng Hòa"]
    assert sorted(set(names), key=sort_key) == names


def test_tones_decide_where_letters_are_equal_syllable_by_syllable() -> None:
    words = ["ba", "ba hoa", "bà", "bà con", "bả", "bã", "bá", "bạ", "bă", "bâ", "be", "bê"]
    assert sorted(set(words), key=sort_key) == words


def test_numbers_in_names_sort_as_numbers() -> None:
    names = ["7", "Lớp 2", "Lớp 02 a", "Lớp 10", "Lớp A"]
    assert sorted(set(names), key=sort_key) == names


@given(st.text(), st.text())
def test_sorting_is_total(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (nfc(one) == nfc(other))


def test_collapse_keeps_words_and_drops_what_cannot_be_seen() -> None:
    assert collapse(" a\u00a0\n b\u200b ") == "a b"
    assert collapse(" a  b ") == "a b"


def test_forms_without_marks() -> None:
    assert ascii_form("Đơn vị \u00d0ội 漢") == "Don vi Doi "
    assert code_form("Thư điện tử (e-mail)") == "thu-dien-tu-e-mail"
    assert code_form("漢") == ""


@pytest.mark.parametrize(
    ("word", "candidates", "found"),
    [
        ("nhiemvu", ("don_vi", "nhiem_vu", "ky"), "nhiem_vu"),
        ("Nhiệm vụ", ("don_vi", "nhiem_vu"), "nhiem_vu"),
        ("Tân Uyen", ("Than Uyên", "Tân Uyên"), "Tân Uyên"),
        ("xyz", ("don_vi", "nhiem_vu"), None),
        ("漢", ("don_vi",), None),
        ("a", (), None),
        ("ky", ("ky", "ky"), "ky"),
    ],
)
def test_the_nearest_candidate_is_suggested(
    word: str, candidates: tuple[str, ...], found: str | None
) -> None:
    assert nearest(word, candidates) == found


def test_a_very_long_word_is_compared_by_its_beginning() -> None:
    assert nearest("a" * 100_000, ["a" * 120, "b"]) == "a" * 120
