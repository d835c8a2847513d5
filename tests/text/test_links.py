"""Web addresses are told by their form alone; one page is one page however its address was copied."""

from __future__ import annotations

import pytest

from truyenthong.text.links import link_fault, link_key


@pytest.mark.parametrize(
    "text",
    [
        "https://laichau.edu.vn/tin/bai-1",
        "http://báo-lai-châu.vn/a?b=c#d",
        "https://www.facebook.com/groups/1/posts/2/",
        "https://a.vn:8443/x",
    ],
)
def test_addresses_that_can_be_opened(text: str) -> None:
    assert link_fault(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("laichau.edu.vn/bai-1", "có phải «https://laichau.edu.vn/bai-1»?"),
        ("Website Ngành", "có dấu cách"),
        ("https://a.vn/x https://b.vn/y", "có dấu cách"),
        ("bai-1", "không phải địa chỉ"),
        ("https://localhost/bai", "không có tên trang"),
        ("https:///bai", "không có tên trang"),
        ("https://[a.vn/x", "viết sai cách"),
        ("https://a.vn:99999/", "viết sai cách"),
        ("javascript:alert(1.5)", "thiếu https://"),
    ],
)
def test_what_is_no_address_is_told(text: str, told: str) -> None:
    fault = link_fault(text)
    assert fault is not None
    assert told in fault
    assert link_key(text) is None


def test_one_page_has_one_key() -> None:
    same = (
        "https://a.vn/tin/1?id=5&p=2",
        "http://www.A.vn/tin/1/?p=2&id=5&utm_source=zalo&fbclid=x#binh-luan",
    )
    assert len({link_key(one) for one in same}) == 1
    others = ("https://a.vn/tin/1?id=6&p=2", "https://a.vn/tin/2?id=5&p=2", "https://b.vn/tin/1?id=5&p=2")
    assert link_key(same[0]) not in {link_key(one) for one in others}
