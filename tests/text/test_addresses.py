"""An address in a draft is one address."""

from __future__ import annotations

import pytest

from truyenthong.text.addresses import is_address, is_message_code


@pytest.mark.parametrize(
    "text", ["vanphong@laichau.edu.vn", "pgd.than-uyen+bc@example.edu.vn", "a@b", "o'neil@example.vn"]
)
def test_one_address(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "a", "@b.vn", "a@", "a@b@c.vn", "a b@c.vn", "a@b.vn,c@d.vn", "a@b.vn; c@d.vn", "a@b.vn c@d.vn"),
        *(
            "<a@b.vn>",
            "A <a@b.vn>",
            "a@b.vn\nBcc: c@d.vn",
            "a@b.vn\r\n",
            "a@b.vn\n",
            "nhóm:a@b.vn;",
            "a@b.vn>",
            '"a"@b.vn',
        ),
        *(
            "a@-b.vn",
            "a@b..vn",
            "a@b.vn.",
            "đ@b.vn",
            "a@b\u202e.vn",
            f"{'a' * 65}@b.vn",
            f"a@{'b.' * 130}vn",
            "a\x00@b.vn",
        ),
    ],
)
def test_none_or_several(text: str) -> None:
    assert not is_address(text)


def test_one_message_code() -> None:
    assert is_message_code("<1@example.edu.vn>")
    for text in ("1@example.edu.vn", "<1> <2>", "<1>\nBcc: a@b.vn", "<đ@b>", "<>", "<a b>", "<<1@b>>"):
        assert not is_message_code(text)
