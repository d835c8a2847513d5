"""One more receipt in a file: a new file, or spliced with comments kept; damaged files stay as they are."""

from __future__ import annotations

from datetime import date, time

import pytest

from truyenthong.documents.submissions import encode_receipt
from truyenthong.errors import CannotContinueError
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Mail, Receipt
from truyenthong.operations.submission_file import add_entry
from truyenthong.workspace.layout import SubmissionPath
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value

PATH = SubmissionPath.of("data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml")
ENTRY: Value = {"nhan_luc": "28/5/2021", "noi_dung": {"chi_dao": "Có kế hoạch", "so_tin": "12 bài"}}


def test_a_file_of_its_own_keeps_faulty_texts() -> None:
    text = add_entry(None, PATH, "lan_nop", ENTRY)
    whole = parse_yaml(text.encode(), file="").value
    assert whole == {
        "don_vi": "pgd-than-uyen",
        "nhiem_vu": "bao-cao-nam",
        "ky": "2020-2021",
        "lan_nop": [ENTRY],
    }


@pytest.mark.parametrize(
    "tail", ["", "lan_nop:\n", "lan_nop: []\n", "lan_nop:\n  - nhan_luc: 1/5/2021  # cũ\n"]
)
def test_a_further_receipt_comes_last_and_comments_stay(tail: str) -> None:
    before = f"don_vi: pgd-than-uyen # huyện\nnhiem_vu: bao-cao-nam\nky: 2020-2021\n{tail}"
    text = add_entry(before.encode(), PATH, "lan_nop", ENTRY)
    tree = parse_yaml(text.encode(), file="").value
    assert isinstance(tree, dict)
    assert isinstance(tree["lan_nop"], list)
    assert tree["lan_nop"][-1] == ENTRY
    assert "# huyện" in text
    assert ("# cũ" in text) == ("# cũ" in tail)


@pytest.mark.parametrize("before", [b"don_vi: [", b"don_vi: \xff\n"])
def test_a_file_with_faults_is_not_added_to(before: bytes) -> None:
    with pytest.raises(CannotContinueError):
        add_entry(before, PATH, "lan_nop", ENTRY)


def test_the_message_stands_in_the_receipt() -> None:
    received = Moment(day=date(2021, 5, 28), hour=time(9, 15))
    mail = Mail(code="<a@b.vn>", sender="pgd@example.edu.vn", sent=received)
    entry = encode_receipt(Receipt(index=0, received=received, mail=mail), None)
    assert isinstance(entry, dict)
    assert entry["thu"] == {"ma": "<a@b.vn>", "tu": "pgd@example.edu.vn", "luc": "28/5/2021 09:15"}
