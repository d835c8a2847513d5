"""What is said of a tag that cannot be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Faults = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("tag", "code", "part"),
    [
        ("{{ }}", "TT403", "thẻ trống"),
        ("{% %}", "TT403", "thẻ trống"),
        ("{{ don_vi ten }}", "TT403", "chờ hết thẻ }} nhưng gặp «ten»"),
        ("{{ a. }}", "TT403", "chưa đúng cú pháp"),
        ("{{ a | }}", "TT403", "chưa đúng cú pháp"),
        ("{{ 'a }}", "TT403", "dấu nháy mở mà không đóng"),
        ("{{ ? }}", "TT403", "không chờ «?» ở đây"),
        ("{{ a & b }}", "TT403", "không chờ «&» ở đây"),
        ("{{ (a }}", "TT403", "chưa đúng cú pháp"),
        ("{{ a) }}", "TT403", "chưa đúng cú pháp"),
        ("{{ a | ngy }}", "TT405", "không có bộ lọc «ngy»"),
        ("{{ a is defind }}", "TT405", "không có phép thử «defind»"),
        ("{% fro x in y %}", "TT404", "không có lệnh «fro»"),
        ("{% include 'x' %}", "TT404", "lệnh «include» không dùng được trong mẫu Word"),
        ("{% quangcao %}", "TT404", "lệnh «quangcao» không dùng được"),
        ("{{ range(*a) }}", "TT404", "cách gọi với *"),
        ("{{ a.__class__ }}", "TT404", "tên bắt đầu bằng dấu gạch dưới"),
        ("{{ __a }}", "TT404", "tên «__a» không dùng được"),
        ("{{ %s }}" % ("a" * 1_500), "TT409", "thẻ dài quá 1.000 ký tự"),
        ("{{ '%s' }}" % ("a" * 9_000), "TT409", "thẻ dài quá 1.000 ký tự"),
        ("{{ a", "TT402", "thẻ mở bằng {{ nhưng không đóng trong đoạn này"),
        ("{# a", "TT402", "thẻ mở bằng {# nhưng không đóng trong đoạn này"),
    ],
)
def test_a_tag_that_cannot_be_read_says_why(faults: Faults, tag: str, code: str, part: str) -> None:
    ((told, message),) = faults(f"chữ {tag} chữ")
    assert (told, part) == (code, part if part in message else message)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("a{% if x %}b{% else if y %}c{% endif %}", ["TT403"]),
        ("a{% for x in y recursive %}b{% endfor %}", ["TT404"]),
        ("a{% if x %}b{% endif y %}", ["TT403"]),
    ],
)
def test_a_block_tag_that_cannot_be_read_keeps_its_place(faults: Faults, line: str, codes: list[str]) -> None:
    assert [code for code, _ in faults(line)] == codes
