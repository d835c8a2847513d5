"""One more receipt in a file: a new file, or spliced with comments kept; damaged files stay as they are."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from truyenthong.documents.submissions import encode_receipt
from truyenthong.errors import CannotContinueError
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Mail, Receipt
from truyenthong.operations.submission_file import append_receipt
from truyenthong.workspace.layout import SubmissionPath, Workspace
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value

PATH = SubmissionPath.of("data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml")
ENTRY: Value = {"nhan_luc": "28/5/2021", "noi_dung": {"chi_dao": "Có kế hoạch", "so_tin": "12 bài"}}


def test_a_file_of_its_own_keeps_faulty_texts(tmp_path: Path) -> None:
    text = append_receipt(Workspace(root=tmp_path), PATH, ENTRY)
    assert (tmp_path / PATH.name).read_text(encoding="utf-8") == text
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
def test_a_further_receipt_comes_last_and_comments_stay(tmp_path: Path, tail: str) -> None:
    file = tmp_path / PATH.name
    file.parent.mkdir(parents=True)
    before = f"don_vi: pgd-than-uyen # huyện\nnhiem_vu: bao-cao-nam\nky: 2020-2021\n{tail}"
    file.write_text(before, encoding="utf-8", newline="\n")
    text = append_receipt(Workspace(root=tmp_path), PATH, ENTRY)
    tree = parse_yaml(text.encode(), file="").value
    assert isinstance(tree, dict)
    assert isinstance(tree["lan_nop"], list)
    assert tree["lan_nop"][-1] == ENTRY
    assert "# huyện" in text
    assert ("# cũ" in text) == ("# cũ" in tail)


def test_a_file_with_faults_or_a_refused_text_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / PATH.name
    file.parent.mkdir(parents=True)

    def refuse(text: str) -> None:
        raise CannotContinueError(text[:7])

    for before in (b"don_vi: [", b"don_vi: \xff\n"):
        file.write_bytes(before)
        with pytest.raises(CannotContinueError):
            append_receipt(Workspace(root=tmp_path), PATH, ENTRY)
        assert file.read_bytes() == before
    file.unlink()
    with pytest.raises(CannotContinueError, match="don_vi:"):
        append_receipt(Workspace(root=tmp_path), PATH, ENTRY, check=refuse)
    assert not file.exists()


def test_the_message_stands_in_the_receipt() -> None:
    received = Moment(day=date(2021, 5, 28), hour=time(9, 15))
    mail = Mail(code="<a@b.vn>", sender="pgd@example.edu.vn", sent=received)
    entry = encode_receipt(Receipt(index=0, received=received, mail=mail), None)
    assert isinstance(entry, dict)
    assert entry["thu"] == {"ma": "<a@b.vn>", "tu": "pgd@example.edu.vn", "luc": "28/5/2021 09:15"}
