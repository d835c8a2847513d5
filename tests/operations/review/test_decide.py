"""``review``: what waits is shown, a word is written once and into the right receipt, an edit asks again."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from support.years.second_plan import call, put, receive, workspace
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.submissions import Decision, DecisionKind
from truyenthong.operations.choose import Selection
from truyenthong.operations.load import load
from truyenthong.operations.review.decide import pick, stands_already, verdict, write_decisions
from truyenthong.operations.review.dossiers import Dossier, dossiers, waiting_first
from truyenthong.workspace.layout import Workspace

TODAY = date(2026, 1, 20)
WORD = Decision(kind=DecisionKind.ACCEPTED, day=TODAY, by="Văn phòng")
QUARTER = ("truong-a", "bao-cao-quy", "2025-q4")
FILE = "data/submissions/truong-a/bao-cao-quy@2025-q4.yaml"
FIGURES = "    tep: [{ten: a.docx}]\n    noi_dung:\n      tiep_nhan: 10  # đếm lại\n      da_xu_ly: 7\n"


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    root = workspace(tmp_path / "noi")
    shutil.rmtree(root / "data" / "submissions", ignore_errors=True)
    receive(root, *QUARTER, "4/1/2026 09:15", FIGURES)
    return Workspace(root=root)


def dossier(place: Workspace) -> Dossier:
    (found,) = dossiers(place, Selection(unit="truong-a", obligation="bao-cao-quy"), as_of=TODAY)
    return found


def decide(place: Workspace, word: Decision = WORD, number: int | None = None) -> str:
    one = dossier(place)
    write_decisions(place, [(one, pick(one, number))], word, today=TODAY)
    return (place.root / FILE).read_text(encoding="utf-8")


def edit(place: Workspace, old: str, new: str) -> None:
    text = (place.root / FILE).read_text(encoding="utf-8")
    assert old in text
    put(place.root, FILE, text.replace(old, new))


def codes(place: Workspace) -> list[str]:
    return [one.code for one in load(place).findings]


def test_an_acceptance_is_added_and_nothing_else_changes(place: Workspace) -> None:
    before = (place.root / FILE).read_text(encoding="utf-8")
    after = decide(place)
    assert after.startswith(before)
    added = [line.strip() for line in after.removeprefix(before).splitlines()]
    assert added == [
        "xu_ly:",
        "ket_qua: chap-nhan",
        "ngay: 20/01/2026",
        "boi: Văn phòng",
        "dau: eece183ebc0372a2",
    ]
    assert not dossier(place).waiting
    assert stands_already((dossier(place), dossier(place).seen[0]), WORD)


def test_a_return_keeps_its_reason_and_carries_no_seal(place: Workspace) -> None:
    word = verdict(DecisionKind.RETURNED, day=TODAY, by=None, reason=" Thiếu: mục II # và III ", today=TODAY)
    text = decide(place, word)
    assert "dau" not in text
    (receipt,) = load(place).records.submissions[0].submission.receipts
    assert receipt.decision == Decision(
        kind=DecisionKind.RETURNED, day=TODAY, reason="Thiếu: mục II # và III"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [("da_xu_ly: 7", "da_xu_ly: 8"), ("      da_xu_ly: 7\n", ""), ("tiep_nhan: 10", "tiep_nhan: 11")],
)
def test_an_edit_after_acceptance_waits_again_until_it_is_accepted(
    place: Workspace, old: str, new: str
) -> None:
    decide(place)
    edit(place, old, new)
    assert "TT321" in codes(place)
    one = dossier(place)
    assert one.waiting == one.seen
    assert not stands_already((one, one.seen[0]), WORD)
    text = decide(place)
    assert text.count("    xu_ly:") == 1
    assert "TT321" not in codes(place)
    assert not dossier(place).waiting


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tiep_nhan: 10", "tiep_nhan: '10'"),
        ("# đếm lại", "# đếm lại hai lần"),
        ("      da_xu_ly: 7\n", "      da_xu_ly:   7,0\n"),
        ("kenh: thu-dien-tu", "kenh: giay"),
    ],
)
def test_another_spelling_is_no_edit(place: Workspace, old: str, new: str) -> None:
    decide(place)
    edit(place, old, new)
    assert "TT321" not in codes(place)
    assert not dossier(place).waiting


def test_an_acceptance_typed_by_hand_stands_without_a_seal(place: Workspace) -> None:
    put(
        place.root,
        FILE,
        (place.root / FILE).read_text(encoding="utf-8") + "    xu_ly: {ket_qua: chap-nhan, ngay: 5/1/2026}\n",
    )
    edit(place, "da_xu_ly: 7", "da_xu_ly: 8")
    assert "TT321" not in codes(place)
    assert not dossier(place).waiting


def test_a_seal_that_is_none_is_told(place: Workspace) -> None:
    decide(place)
    edit(place, "eece183ebc0372a2", "eece")
    assert "TT113" in codes(place)


def test_a_file_that_changed_since_it_was_looked_at_is_left(place: Workspace) -> None:
    one = dossier(place)
    edit(place, "tiep_nhan: 10", "tiep_nhan: 12")
    before = (place.root / FILE).read_bytes()
    with pytest.raises(CannotContinueError, match="vừa được sửa"):
        write_decisions(place, [(one, one.seen[0])], WORD, today=TODAY)
    assert (place.root / FILE).read_bytes() == before


def test_another_word_is_never_written_over(place: Workspace) -> None:
    decide(place)
    one = dossier(place)
    back = verdict(DecisionKind.RETURNED, day=TODAY, by=None, reason="Thiếu", today=TODAY)
    with pytest.raises(CannotContinueError, match="đã có quyết định khác"):
        stands_already((one, one.seen[0]), back)


def test_a_decision_before_the_receipt_is_refused(place: Workspace) -> None:
    one = dossier(place)
    early = Decision(kind=DecisionKind.ACCEPTED, day=date(2026, 1, 3))
    with pytest.raises(UsageError, match="trước ngày nhận"):
        stands_already((one, one.seen[0]), early)


@pytest.mark.parametrize(
    ("reason", "day", "said"), [("  ", TODAY, "phải có lý do"), ("Thiếu", date(2026, 1, 21), "chưa đến")]
)
def test_a_word_that_cannot_stand_is_refused(reason: str, day: date, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        verdict(DecisionKind.RETURNED, day=day, by=None, reason=reason, today=TODAY)


def test_of_several_that_wait_one_has_to_be_named(place: Workspace) -> None:
    more = "  - nhan_luc: 6/1/2026\n    tep: [{ten: b.docx}]\n    noi_dung: {tiep_nhan: 9, da_xu_ly: 9}\n"
    put(place.root, FILE, (place.root / FILE).read_text(encoding="utf-8") + more)
    with pytest.raises(UsageError, match="nhiều lần nhận"):
        pick(dossier(place), None)
    with pytest.raises(UsageError, match="Không có lần nhận thứ 3"):
        pick(dossier(place), 3)
    decide(place, number=2)
    first, second = dossier(place).seen
    assert (first.waits, second.waits) == (True, False)


def test_an_extension_alone_is_nothing_to_decide(place: Workspace) -> None:
    head = "don_vi: truong-a\nnhiem_vu: bao-cao-quy\nky: 2025-q4\n"
    text = f"{head}gia_han:\n  - {{ngay: 2/1/2026, den: 30/1/2026}}\n"
    put(place.root, FILE, text)
    with pytest.raises(UsageError, match="Chưa có lần nhận nào"):
        pick(dossier(place), None)


def test_a_receipt_that_cannot_be_read_is_not_decided(place: Workspace) -> None:
    edit(place, "nhan_luc: 4/1/2026 09:15", "nhan_luc: 31/2/2026")
    with pytest.raises(CannotContinueError, match="chưa đọc được"):
        pick(dossier(place), None)


def test_a_receipt_in_one_line_is_told_not_mangled(place: Workspace) -> None:
    text = "don_vi: truong-a\nnhiem_vu: bao-cao-quy\nky: 2025-q4\nlan_nop: [{nhan_luc: 4/1/2026}]\n"
    put(place.root, FILE, text)
    done = call("-C", str(place.root), "review", *QUARTER, "--accept")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert (place.root / FILE).read_text(encoding="utf-8") == text


def test_what_waits_longest_stands_first(place: Workspace) -> None:
    receive(place.root, "truong-c", "bao-cao-quy", "2025-q4", "2/1/2026", FIGURES)
    pairs = waiting_first(dossiers(place, Selection(), as_of=TODAY))
    assert [seen.days for _, seen in pairs] == sorted((seen.days or 0 for _, seen in pairs), reverse=True)
    assert {one.stored.location.unit for one, _ in pairs} >= {"truong-a", "truong-c"}


def test_the_command_from_list_to_word(place: Workspace) -> None:
    root = str(place.root)
    listed = call("-C", root, "review", "--as-of", "2026-01-20")
    assert listed.returncode == 0
    assert "bao-cao-quy 2025-q4" in listed.stdout
    shown = call("-C", root, "review", *QUARTER, "--as-of", "2026-01-20")
    assert "Lần nhận thứ 1: 04/01/2026 09:15" in shown.stdout
    assert "đang chờ quyết định, 16 ngày" in shown.stdout
    assert call("-C", root, "review", *QUARTER, "--accept", "--return", "x").returncode == 2
    assert call("-C", root, "review", "truong-a", "--return", "x").returncode == 2
    assert call("-C", root, "review", "--accept", "--yes").returncode == 2
    many = call("-C", root, "review", "truong-a", "--accept", "--yes", "--by", "Văn phòng")
    assert many.returncode == 0, many.stderr
    assert "Đã chấp nhận 1 bài" in many.stdout
    again = call("-C", root, "review", *QUARTER, "--accept")
    assert (again.returncode, "từ trước" in again.stdout) == (0, True)


def test_without_a_terminal_nothing_is_decided_in_bulk_unless_told(place: Workspace) -> None:
    before = (place.root / FILE).read_bytes()
    call("-C", str(place.root), "review", "truong-a", "--accept")
    assert (place.root / FILE).read_bytes() == before


def test_a_paper_with_errors_is_accepted_only_by_name_and_by_saying_so(place: Workspace) -> None:
    edit(place, "tiep_nhan: 10", "tiep_nhan: 10 đơn")
    root = str(place.root)
    day = ("--date", "20/1/2026")
    bulk = call("-C", root, "review", "truong-a", "--accept", "--yes")
    assert "còn lỗi, để lại" in bulk.stdout
    assert call("-C", root, "review", *QUARTER, "--accept").returncode == 2
    assert call("-C", root, "review", *QUARTER, "--accept", "--anyway", *day).returncode == 0
    assert not dossier(place).waiting


def test_for_programs(place: Workspace) -> None:
    root = str(place.root)
    listed = json.loads(call("-C", root, "review", "--format", "json", "--as-of", "2026-01-20").stdout)
    (one,) = [found for found in listed["waiting"] if found["file"] == FILE]
    assert (one["receipt"], one["received"], one["days"], one["waits"]) == (1, "2026-01-04", 16, True)
    decide(place)
    shown = json.loads(
        call("-C", root, "review", *QUARTER, "--format", "json", "--as-of", "2026-01-20").stdout
    )
    (receipt,) = shown["receipts"]
    assert receipt["decision"] == {
        "kind": "chap-nhan",
        "day": "2026-01-20",
        "by": "Văn phòng",
        "reason": None,
    }


def test_errors_come_before_the_longest_wait(place: Workspace) -> None:
    receive(place.root, "truong-c", "bao-cao-quy", "2025-q4", "31/4/2026", FIGURES)
    pairs = waiting_first(dossiers(place, Selection(), as_of=TODAY))
    faults = [bool(seen.errors) for _, seen in pairs]
    assert faults == sorted(faults, reverse=True)
    assert faults[0]
    of_kind = dossiers(place, Selection(kind="truong"), as_of=TODAY)
    assert {one.row.unit.kind for one in of_kind if one.row is not None} == {"truong"}


def test_what_waits_aside_stands_in_the_list(place: Workspace) -> None:
    root = str(place.root)
    letter = place.root / "la.docx"
    letter.write_bytes(b"PK khong phai Word")
    call("-C", root, "intake", str(letter))
    told = call("-C", root, "review", "--as-of", "2026-01-20").stdout
    assert "1 tệp chưa ghi được thành bài nộp" in told
    assert "la.docx" in told
    listed = json.loads(call("-C", root, "review", "--as-of", "2026-01-20", "--format", "json").stdout)
    assert [one["name"] for one in listed["set_aside"]] == ["la.docx"]
    asked = ("review", "--faulty", "--as-of", "2026-01-20", "--format", "json")
    only = json.loads(call("-C", root, *asked).stdout)
    assert all(one["findings"] for one in only["waiting"])
    assert only["set_aside"] == []
