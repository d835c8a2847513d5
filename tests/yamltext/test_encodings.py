"""Files that are not UTF-8 are named, with a place."""

from __future__ import annotations

import pytest

from truyenthong.findings import Finding, Ref, Span
from truyenthong.yamltext.encodings import decode_to_show, decode_utf8
from truyenthong.yamltext.parse import parse_yaml

TCVN3 = "don_vi: a\nten: Phßng Gi¸o dôc vµ §µo t¹o\n".encode("latin-1")


def only_finding(data: bytes) -> Finding:
    parsed = parse_yaml(data, file="a.yaml")
    assert not parsed.ok
    (finding,) = parsed.findings
    assert finding.code == "TT004"
    return finding


def test_tcvn3_is_named_and_read_out() -> None:
    finding = only_finding(TCVN3)
    assert finding.ref.span == Span(line=2, column=8, end_line=2, end_column=9)
    assert finding.message == (
        "tệp lưu bằng bảng mã TCVN3 (ABC), không phải UTF-8; "
        "theo bảng mã ấy thì dòng này là «ten: Phòng Giáo dục và Đào tạo»"
    )


def test_vni_is_named() -> None:
    assert "bảng mã VNI" in only_finding("ten: Phoøng Giaùo duïc vaø Ñaøo taïo".encode("latin-1")).message


def test_windows_1258_is_named() -> None:
    assert (
        "bảng mã Windows-1258" in only_finding("ten: Gia\u0301o du\u0323c va\u0300".encode("cp1258")).message
    )


@pytest.mark.parametrize(
    "data",
    ["ten: á".encode("utf-16"), "ten: á".encode("utf-16-le"), "ten: abc".encode("utf-16-be")],
)
def test_utf_16_is_named(data: bytes) -> None:
    assert "UTF-16" in only_finding(data).message


def test_unknown_bytes_have_a_place_too() -> None:
    finding = only_finding(b"\xef\xbb\xbfa: \xc3\xa1 \x81\x82\x83\n")
    assert finding.message == "tệp không phải UTF-8 và không nhận ra bảng mã"
    assert finding.ref.span == Span(line=1, column=6, end_line=1, end_column=7)


def test_a_long_line_is_read_out_around_the_place() -> None:
    line = b"a" * 500 + " Gi¸o dôc ".encode("latin-1") + b"b" * 500
    assert "Giáo dục" in only_finding(line).message
    assert len(only_finding(line).message) < 300


def test_a_byte_order_mark_shifts_no_column() -> None:
    parsed = parse_yaml(b"\xef\xbb\xbfa: x: y", file="a.yaml")
    assert parsed.findings[0].ref.span == Span(line=1, column=4, end_line=1, end_column=8)
    assert decode_utf8(b"\xef\xbb\xbfa", Ref(file="a")) == "a"


def test_any_bytes_can_be_shown() -> None:
    assert decode_to_show("\ufeffa: á".encode("utf-16-le")) == "\ufeffa: á".removeprefix("\ufeff")
    assert decode_to_show(b"\xef\xbb\xbfa") == "a"
    assert decode_to_show(TCVN3).endswith("ten: Phßng Gi¸o dôc vµ §µo t¹o\n")
    assert decode_to_show(b"a\x81\x82") == "a\ufffd\ufffd"
