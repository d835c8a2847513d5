"""Settings of a workspace."""

from __future__ import annotations

import pytest

from support.decoding import said, tree
from truyenthong.documents.calendar import decode_settings
from truyenthong.model.owed import Settings


@pytest.mark.parametrize(
    ("text", "sample"),
    [("du_lieu_mau: true", True), ("du_lieu_mau: Không", False), ("du_lieu_mau:", False), ("{}", False)],
)
def test_settings(text: str, sample: bool) -> None:
    assert decode_settings(tree(text), file="s") == (Settings(sample_data=sample), ())


def test_an_empty_file_sets_nothing() -> None:
    assert decode_settings(None, file="s") == (Settings(), ())


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("du_lieu_mau: yes", "TT111 du_lieu_mau: «yes» không phải có hay không"),
        ("dulieumau: true", "TT106 dulieumau: khóa «dulieumau» không có ở đây"),
        ("du_lieu_mau", "TT107 : chỗ này là chữ «du_lieu_mau», nhưng cần một nhóm khóa"),
    ],
)
def test_settings_that_cannot_be_read_set_nothing(text: str, finding: str) -> None:
    settings, findings = decode_settings(tree(text), file="s")
    assert (settings, said(findings)) == (Settings(), [finding])
