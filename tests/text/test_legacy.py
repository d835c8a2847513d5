"""Old encodings are recognised and named."""

from __future__ import annotations

import pytest

from truyenthong.text import legacy
from truyenthong.text.legacy import LegacyEncoding, from_legacy, legacy_of_bytes, legacy_of_text

SENTENCES = [
    (
        LegacyEncoding.TCVN3,
        "Së Gi¸o dôc vµ §µo t¹o, huyÖn M\xadêng TÌ",
        "Sở Giáo dục và Đào tạo, huyện Mường Tè",
    ),
    (
        LegacyEncoding.VNI,
        "Sôû Giaùo duïc vaø Ñaøo taïo, huyeän Möôøng Teø",
        "Sở Giáo dục và Đào tạo, huyện Mường Tè",
    ),
    (LegacyEncoding.VNI, "ÑAØO TAÏO ÔÛ TÆNH", "ĐÀO TẠO Ở TỈNH"),
]


@pytest.mark.parametrize(("encoding", "text", "said"), SENTENCES)
def test_old_codes_say_what_they_said(encoding: LegacyEncoding, text: str, said: str) -> None:
    assert legacy_of_bytes(text.encode("latin-1")) is encoding
    assert legacy_of_text(text) is encoding
    assert from_legacy(text, encoding) == said


def test_windows_1258_is_named() -> None:
    data = "Sở Giáo dục và Đào tạo"
    pieces = {"ở": "ơ\u0309", "ụ": "u\u0323", "ạ": "a\u0323"}
    encoded = "".join(pieces.get(char, char) for char in data).encode("cp1258")
    assert legacy_of_bytes(encoded) is LegacyEncoding.CP1258
    assert from_legacy(encoded.decode("latin-1"), LegacyEncoding.CP1258) == data


@pytest.mark.parametrize(
    "text", ["", "don_vi: pgd", "Sở Giáo dục và Đào tạo", "hòa bình", "café Müller", "Đã nhận – “đủ”"]
)
def test_unicode_text_is_left_alone(text: str) -> None:
    assert legacy_of_text(text) is None


def test_noise_is_no_encoding() -> None:
    assert legacy_of_bytes(bytes(range(0x80, 0xB0)) * 3) is None


def test_a_sign_that_is_no_letter_stays() -> None:
    assert from_legacy("aâ ø x", LegacyEncoding.VNI) == "â ø x"


def test_every_letter_of_the_tables_comes_back() -> None:
    small = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđ"
    codes = {letter: code for code, letter in legacy._TCVN3.items()}
    assert from_legacy("".join(codes[letter] for letter in small), LegacyEncoding.TCVN3) == small
