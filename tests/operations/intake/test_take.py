"""Files from units: recorded where certain, waiting with reasons where not; nothing doubled or replaced."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from support.forms.word_forms import example_requests, request_for, tree_of
from support.sent_files.letters import attached, enclosed, letter, mixed, words
from support.sent_files.sent import DUTY, PDF, PERIOD, PNG, SCAN, UNIT, blank, form, mail, zipped
from support.sent_files.sent_cases import CASES, typed
from support.years.second_plan import call
from truyenthong.errors import UsageError
from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.word import write_docx
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Channel, Mail, Submission
from truyenthong.operations.intake.settle import drop_entry, list_waiting, settle_entry
from truyenthong.operations.intake.take import Fate, IntakeOrder, IntakeOutcome, take_in
from truyenthong.operations.load import load
from truyenthong.workspace.layout import Workspace
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "2020-2021"
NOW = Moment(day=date(2021, 6, 20), hour=time(8, 30))
NAME = f"data/submissions/{UNIT}/{DUTY}@{PERIOD}.yaml"


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """The declared data of the example year, nothing received yet."""
    root = tmp_path / "noi-lam-viec"
    for name in ("plan", "units", "calendar", "settings"):
        target = root / "data" / f"{name}.yaml"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLE / "data" / f"{name}.yaml", target)
    return Workspace(root=root)


def take(place: Workspace, files: Mapping[str, bytes], order: IntakeOrder | None = None) -> IntakeOutcome:
    """Takes files in from a folder beside the workspace."""
    folder = place.root.parent / "den"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return take_in(place, [folder / name for name in files], order or IntakeOrder(), now=NOW)


def codes(outcome: IntakeOutcome) -> list[list[str]]:
    return [sorted({each.code for each in one.findings}) for one in outcome.taken]


def submission(place: Workspace) -> Submission:
    """The year's report of Than Uyên as it is read back."""
    (found,) = [one.submission for one in load(place).records.submissions if one.location.name == NAME]
    return found


def tree(place: Workspace) -> dict[str, bytes]:
    """Every file under ``data``."""
    files = (path for path in (place.root / "data").rglob("*") if path.is_file())
    return {path.relative_to(place.root).as_posix(): path.read_bytes() for path in files}


def test_a_form_in_a_message_becomes_a_receipt_with_its_original(place: Workspace) -> None:
    outcome = take(place, {"thu.eml": mail({"Báo cáo.docx": form(), "quét.pdf": SCAN})})
    assert [one.fate for one in outcome.taken] == [Fate.RECORDED]
    assert outcome.is_certain
    (receipt,) = submission(place).receipts
    assert receipt.received == Moment(day=date(2021, 5, 28), hour=time(9, 12))
    assert receipt.channel is Channel.EMAIL
    assert receipt.mail == Mail(code="<1@example.edu.vn>", sender="pgd@example.edu.vn", sent=receipt.received)
    assert receipt.content is not None
    assert receipt.content["cong_tac_vien"] == 34
    assert [one.name for one in receipt.files] == ["Báo cáo.docx", "quét.pdf"]
    kept = {name: data for name, data in tree(place).items() if "/tep/" in name}
    assert sorted(kept.values()) == sorted([form(), SCAN])
    assert not [one for one in load(place).errors if one.ref.file == NAME]


def test_the_same_file_or_message_again_changes_nothing(place: Workspace) -> None:
    take(place, {"thu.eml": mail({"a.docx": form()})})
    before = tree(place)
    for files in (
        {"thu.eml": mail({"a.docx": form()})},
        {"khac.docx": form()},
        {"goi.zip": zipped({"b/a.docx": form()})},
    ):
        assert [one.fate for one in take(place, files).taken] == [Fate.KNOWN]
    assert tree(place) == before


def test_one_message_with_two_contents_for_one_duty_waits(place: Workspace) -> None:
    outcome = take(place, {"t.eml": mail({"a.docx": form(), "b.docx": form(cong_tac_vien=35)})})
    assert [one.fate for one in outcome.taken] == [Fate.RECORDED, Fate.WAITING]
    assert codes(outcome)[1] == ["TT649"]
    assert len(submission(place).receipts) == 1


def test_a_corrected_version_is_a_further_receipt_with_the_difference(place: Workspace) -> None:
    take(place, {"a.docx": form()}, IntakeOrder(received=Moment(day=date(2021, 5, 20))))
    (place.root / NAME).write_text(
        (place.root / NAME).read_text(encoding="utf-8") + "# ghi chú của văn phòng\n", encoding="utf-8"
    )
    (second,) = take(place, {"b.docx": form(cong_tac_vien=35)}).taken
    assert second.changes is not None
    assert [(one.before, one.after) for one in second.changes] == [("34", "35")]
    assert [one.received for one in submission(place).receipts] == [Moment(day=date(2021, 5, 20)), NOW]
    assert "# ghi chú của văn phòng" in (place.root / NAME).read_text(encoding="utf-8")


def test_a_form_with_faults_is_recorded_and_told_with_its_places(place: Workspace) -> None:
    text = f"don_vi: {UNIT}\nnhiem_vu: {DUTY}\nky: {PERIOD}\nlan_nop:\n  - noi_dung:\n"
    text += "      cong_tac_vien: 12 người\n      ke_hoach_ngay: 30.5.21\n"
    (one,) = take(place, {"a.yaml": text.encode()}).taken
    assert one.fate is Fate.RECORDED
    assert not one.is_certain
    told = {each.code: each.ref.spot for each in one.findings}
    assert told["TT108"] == "dòng 6, cột 22"
    assert told["TT104"] == "dòng 7, cột 22"
    assert "12 người" in (place.root / NAME).read_text(encoding="utf-8")
    assert {"TT108", "TT104"} <= {each.code for each in load(place).errors}


def test_what_is_not_certain_waits_and_is_settled_by_a_word(place: Workspace) -> None:
    files = {"a.docx": form(unit=None), "b.docx": blank(), "c.pdf": PDF}
    outcome = take(place, files)
    assert [one.fate for one in outcome.taken] == [Fate.WAITING] * 3
    assert codes(outcome) == [["TT640"], ["TT647"], ["TT636"]]
    assert not outcome.is_certain
    assert not (place.root / NAME).exists()
    listed = list_waiting(place)
    assert [(one.files[0].name, one.obligation) for one in listed.entries].count(("a.docx", DUTY)) == 1
    entry = next(one for one in listed.entries if one.files[0].name == "a.docx")
    path = place.root / entry.name
    done = settle_entry(place, path, IntakeOrder(unit="PGD Than Uyên"), now=NOW)
    assert done.fate is Fate.RECORDED
    assert submission(place).receipts[0].content is not None
    with pytest.raises(UsageError, match="đã ghi vào"):
        settle_entry(place, path, IntakeOrder(unit=UNIT), now=NOW)
    assert [one.fate for one in take(place, {"a.docx": form(unit=None)}).taken] == [Fate.KNOWN]


def test_a_scan_is_recorded_without_content_once_somebody_says_what_it_is(place: Workspace) -> None:
    take(place, {"t.eml": mail({"quet.pdf": SCAN, "anh.png": PNG})})
    (entry,) = list_waiting(place).entries
    path = place.root / entry.name
    order = IntakeOrder(unit=UNIT, obligation=DUTY)
    done = settle_entry(place, path, order, now=NOW)
    assert (done.fate, done.along) == (Fate.RECORDED, ("anh.png",))
    (receipt,) = submission(place).receipts
    assert (receipt.content, len(receipt.files)) == (None, 2)
    assert list_waiting(place).entries == ()


def test_an_entry_left_aside_for_a_reason_waits_no_longer(place: Workspace) -> None:
    take(place, {"c.pdf": PDF})
    (entry,) = list_waiting(place).entries
    with pytest.raises(UsageError, match="lý do"):
        drop_entry(place, place.root / entry.name, " ", today=NOW.day)
    drop_entry(place, place.root / entry.name, "gửi nhầm", today=NOW.day)
    assert list_waiting(place).entries == ()
    assert "bo_qua: gửi nhầm" in (place.root / entry.name).read_text(encoding="utf-8")


def test_a_damaged_entry_is_told(place: Workspace) -> None:
    take(place, {"c.pdf": PDF})
    (entry,) = list_waiting(place).entries
    (place.root / "data/waiting/hong.yaml").write_text("tep: []\n", encoding="utf-8")
    assert [one.code for one in list_waiting(place).findings] == ["TT660"]
    for original in (place.root / "data/waiting/tep").iterdir():
        original.write_bytes(b"khac")
    told = call("-C", str(place.root), "intake", str(place.root / entry.name), "--unit", UNIT)
    assert told.returncode == 3
    assert "không còn nguyên" in told.stderr


def test_a_dry_run_writes_nothing(place: Workspace) -> None:
    before = tree(place)
    outcome = take(place, {"a.docx": form(), "b.docx": blank()}, IntakeOrder(dry_run=True))
    assert [one.fate for one in outcome.taken] == [Fate.RECORDED, Fate.WAITING]
    assert tree(place) == before


def test_validate_and_status_look_past_originals_and_the_waiting_list(place: Workspace) -> None:
    take(place, {"a.yaml": b"don_vi: x\nnhiem_vu: y\n", "b.docx": form()})
    (place.root / f"data/submissions/{UNIT}/tep/x.yaml").write_text("don_vi: x", encoding="utf-8")
    assert {one.ref.file for one in load(place).errors} <= {"data/plan.yaml", "data/units.yaml"}


def test_a_folder_and_a_maildir_are_taken_in_by_the_time_of_the_messages(place: Workspace) -> None:
    box = place.root.parent / "hop-thu"
    for name in ("cur", "new", "tmp"):
        (box / name).mkdir(parents=True)
    later = mail({"b.docx": form(cong_tac_vien=35)}, code="<2@x.vn>", sent="Sat, 29 May 2021 02:00:00 +0000")
    (box / "new" / "1.host").write_bytes(later)
    (box / "cur" / "2.host:2,S").write_bytes(mail({"a.docx": form()}))
    (box / "tmp" / "3.host").write_bytes(mail({"c.docx": blank()}))
    outcome = take_in(place, [box], IntakeOrder(), now=NOW)
    assert [one.fate for one in outcome.taken] == [Fate.RECORDED, Fate.RECORDED]
    assert [one.content["cong_tac_vien"] for one in submission(place).receipts if one.content] == [34, 35]


def test_the_command_tells_and_its_exit_code_says_whether_somebody_has_to_look(place: Workspace) -> None:
    folder = place.root.parent / "den"
    folder.mkdir()
    (folder / "a.docx").write_bytes(form())
    first = call("-C", str(place.root), "intake", str(folder))
    assert (first.returncode, first.stderr) == (0, "")
    assert "den/a.docx: đã ghi" in first.stdout
    (folder / "b.doc").write_bytes(PDF)
    second = call("-C", str(place.root), "intake", str(folder), "--format", "json")
    assert second.returncode == 1
    assert '"fate": "waiting"' in second.stdout
    listed = call("-C", str(place.root), "intake", "--waiting")
    assert listed.returncode == 1
    assert "TT636" in listed.stdout
    assert call("-C", str(place.root), "intake").returncode == 2
    assert call("-C", str(place.root), "intake", "khong-co.docx").returncode == 2


def test_a_submission_that_cannot_be_added_to_makes_the_file_wait(place: Workspace) -> None:
    broken = place.root / NAME
    broken.parent.mkdir(parents=True)
    broken.write_text("don_vi: [", encoding="utf-8")
    outcome = take(place, {"a.docx": form()})
    assert codes(outcome) == [["TT662"]]
    assert broken.read_text(encoding="utf-8") == "don_vi: ["
    (entry,) = list_waiting(place).entries
    broken.unlink()
    assert settle_entry(place, place.root / entry.name, IntakeOrder(), now=NOW).fate is Fate.RECORDED


def test_text_of_an_old_encoding_is_converted_only_when_asked(place: Workspace) -> None:
    take(place, CASES["bang-ma-cu"]())
    (entry,) = list_waiting(place).entries
    order = IntakeOrder(convert_legacy=True)
    done = settle_entry(place, place.root / entry.name, order, now=NOW)
    assert done.fate is Fate.RECORDED
    assert "TT664" in {one.code for one in done.findings}
    assert "Phòng có kế hoạch tuyên truyền" in (place.root / NAME).read_text(encoding="utf-8")


def test_a_word_on_the_command_line_fills_in_but_never_contradicts(place: Workspace) -> None:
    order = IntakeOrder(unit="pgd-tan-uyen", received=Moment(day=date(2021, 5, 1)), channel=Channel.PAPER)
    outcome = take(place, {"a.docx": form()}, order)
    assert codes(outcome) == [["TT641"]]
    filled = take(place, {"b.docx": form(unit=None)}, order)
    assert [(one.fate, one.unit_code) for one in filled.taken] == [(Fate.RECORDED, "pgd-tan-uyen")]
    with pytest.raises(UsageError, match="Không có đơn vị"):
        take(place, {"a.docx": form()}, IntakeOrder(unit="pgd-thaan-uyen"))


def test_the_workspace_is_never_taken_into_itself(place: Workspace) -> None:
    take(place, {"a.docx": form()})
    before = tree(place)
    for own in (place.root / NAME, place.root / "data"):
        with pytest.raises(UsageError, match="của chính không gian làm việc"):
            take_in(place, [own], IntakeOrder(), now=NOW)
    (place.root / "vong").symlink_to(place.root)
    take_in(place, [place.root], IntakeOrder(), now=NOW)
    assert tree(place) == before


@pytest.mark.parametrize("request_", [*example_requests()], ids=lambda one: one.obligation.code)
def test_what_a_form_was_filled_with_is_what_is_recorded(place: Workspace, request_: BlankRequest) -> None:
    take(place, {"a.docx": write_docx(request_)})
    (stored,) = load(place).records.submissions
    assert request_.unit is not None
    assert stored.submission.unit == request_.unit.code
    assert stored.submission.period == (request_.period.code if request_.period else None)
    assert request_.content is not None
    data = (place.root / stored.location.name).read_bytes()
    (entry,) = items(parse_yaml(data, file="").value, "lan_nop")
    assert entry["noi_dung"] == tree_of(request_.content, request_.form)


def items(value: Value, key: str) -> list[dict[str, Value]]:
    """The entries of a list of a file."""
    assert isinstance(value, dict)
    entries = value[key]
    assert isinstance(entries, list)
    return [one for one in entries if isinstance(one, dict)]


def test_a_ticked_box_is_a_nil_report_without_content(place: Workspace) -> None:
    nothing = replace(request_for("bao-cao-du-luan"), nil=True)
    (one,) = take(place, {"a.docx": write_docx(nothing)}).taken
    assert (one.fate, one.is_certain) == (Fate.RECORDED, True)
    (stored,) = load(place).records.submissions
    (receipt,) = stored.submission.receipts
    assert (receipt.nil, receipt.content) == (True, None)


def test_the_duty_and_the_period_of_a_form_are_not_talked_over_either(place: Workspace) -> None:
    asked = IntakeOrder(obligation="khen-thuong"), IntakeOrder(period="2020-11")
    assert [codes(take(place, {"a.docx": form()}, one)) for one in asked[:1]] == [[["TT642"]]]
    assert codes(take(place, {"b.docx": form(cong_tac_vien=1)}, asked[1])) == [["TT643"]]
    entry = next(one for one in list_waiting(place).entries if one.files[0].name == "a.docx")
    order = IntakeOrder(obligation=DUTY)
    assert settle_entry(place, place.root / entry.name, order, now=NOW).fate is Fate.RECORDED


def test_a_row_less_and_a_field_more_are_differences_too(place: Workspace) -> None:
    first = typed("cong_tac_vien: 1.200", "vu_viec:", "  - {noi_dung: a}", "  - {noi_dung: b}", "la: x")
    second = typed("cong_tac_vien: 1200", "vu_viec:", "  - {noi_dung: a, ngay: 1/3/2021}", "han_che: Ít")
    take(place, {"a.yaml": first})
    (one,) = take(place, {"b.yaml": second}).taken
    assert one.changes is not None
    assert [(each.field, each.before, each.after) for each in one.changes] == [
        ("Vụ việc đáng chú ý, hàng 1, Ngày", None, "1/3/2021"),
        ("Vụ việc đáng chú ý, hàng 2, Nội dung", "b", None),
        ("Hạn chế", None, "Ít"),
        ("la", "x", None),
    ]


def maildir(place: Workspace, letters: Mapping[str, bytes]) -> Path:
    """A Maildir beside the workspace."""
    folder = place.root.parent / "Maildir"
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, data in letters.items():
        (folder / "new" / name).write_bytes(data)
    return folder


def test_of_a_mailbox_only_letters_of_strangers_without_a_form_are_left(place: Workspace) -> None:
    units = place.root / "data/units.yaml"
    text = units.read_text(encoding="utf-8")
    line = "  - ma: pgd-than-uyen\n"
    units.write_text(text.replace(line, f"{line}    thu_dien_tu: vt@example.vn\n"), encoding="utf-8")
    letters = {
        "1": letter(b"Quang cao\n", From="ban-tin@example.com"),
        "2": letter(b"Kinh gui\n"),
        "3": letter(b"Da nhan\n", From="la@example.com", In_Reply_To="<tt.0123456789abcdef.1@example.vn>"),
        "4": mixed([words(), attached(PDF, "a.pdf")], From="la@example.com"),
        "5": mixed([words(), attached(form())], From="la@example.com", Message_ID="<5@example.com>"),
        "6": mixed([words(), attached(b"Rar!\x1a\x07\x00" + bytes(64), "goi.rar")], From="la@example.com"),
    }
    outcome = take_in(place, [maildir(place, letters)], IntakeOrder(), now=NOW)
    assert {one.label: one.fate for one in outcome.taken} == {
        "Maildir/new/1": Fate.NOTHING,
        "Maildir/new/2": Fate.WAITING,
        "Maildir/new/3": Fate.WAITING,
        "Maildir/new/4 › a.pdf": Fate.NOTHING,
        "Maildir/new/5 › bao-cao.docx": Fate.RECORDED,
        "Maildir/new/6 › goi.rar": Fate.WAITING,
    }
    assert outcome.passed == {"thư người ngoài không kèm biểu": 2}
    alone = take(place, {"mot.eml": letters["1"]})
    assert [one.fate for one in alone.taken] == [Fate.WAITING]


def test_a_whole_letter_that_waits_is_settled_by_a_word(place: Workspace) -> None:
    (waiting,) = take(place, {"thu.eml": letter(b"Bao cao khong phat sinh\n")}).taken
    assert waiting.fate is Fate.WAITING
    assert waiting.where is not None
    order = IntakeOrder(unit=UNIT, obligation=DUTY, period=PERIOD)
    assert settle_entry(place, place.root / waiting.where, order, now=NOW).fate is Fate.RECORDED
    (receipt,) = submission(place).receipts
    assert receipt.received == Moment(day=date(2021, 5, 28), hour=time(9, 15))
    assert receipt.content is None


def test_a_forward_that_decides_waits_for_the_moment_a_person_says(place: Workspace) -> None:
    first = mixed([words(), attached(form())], Message_ID="<trong@example.vn>")
    late = mixed([words(), enclosed(first)], From="vp@example.gov.vn", Date="Mon, 31 May 2021 08:00:00 +0700")
    (waiting,) = take(place, {"thu.eml": late}).taken
    assert waiting.fate is Fate.WAITING
    assert [one.code for one in waiting.findings] == ["TT616"]
    assert waiting.where is not None
    said = IntakeOrder(received=Moment(day=date(2021, 5, 28), hour=time(9, 15)))
    assert settle_entry(place, place.root / waiting.where, said, now=NOW).fate is Fate.RECORDED
    (receipt,) = submission(place).receipts
    assert receipt.received == said.received


def test_a_forward_in_time_is_recorded_and_both_moments_are_told(place: Workspace) -> None:
    first = mixed([words(), attached(form())], Message_ID="<trong@example.vn>")
    soon = mixed([words(), enclosed(first)], From="vp@example.gov.vn", Date="Fri, 28 May 2021 10:00:00 +0700")
    (one,) = take(place, {"thu.eml": soon}).taken
    assert one.fate is Fate.RECORDED
    (told,) = [each.message for each in one.findings if each.code == "TT620"]
    assert "28/5/2021 10:00" in told
    assert "28/5/2021 09:15" in told


def test_evidence_goes_with_every_form_of_the_unit_that_sent_it(place: Workspace) -> None:
    month = typed("so_van_de: 0", duty="bao-cao-du-luan", period="2021-05")
    sent = mixed([words(), attached(form()), attached(month, "thang.yaml"), attached(SCAN, "ky.pdf")])
    outcome = take(place, {"thu.eml": sent})
    assert [one.fate for one in outcome.taken] == [Fate.RECORDED, Fate.RECORDED]
    assert [one.along for one in outcome.taken] == [("ky.pdf",), ("ky.pdf",)]


def test_the_same_file_twice_in_a_message_is_one_receipt(place: Workspace) -> None:
    sent = mixed([words(), attached(form(), "a.docx"), attached(form(), "b.docx")])
    (one,) = take(place, {"thu.eml": sent}).taken
    assert one.fate is Fate.RECORDED
    assert len(submission(place).receipts) == 1
    assert [each.name for each in submission(place).receipts[0].files] == ["a.docx", "b.docx"]
    assert not [each for each in load(place).errors if each.ref.file == NAME]


def test_what_may_hold_an_unseen_form_waits_beside_a_form(place: Workspace) -> None:
    more = {"them.rar": b"Rar!\x1a\x07\x00" + bytes(20), "winmail.dat": b"\x78\x9f\x3e\x22" + bytes(20)}
    sent = mixed([words(), attached(form()), *(attached(data, name) for name, data in more.items())])
    outcome = take(place, {"thu.eml": sent})
    assert [one.fate for one in outcome.taken] == [Fate.RECORDED, Fate.WAITING, Fate.WAITING]
    assert codes(outcome)[1:] == [["TT638"], ["TT617"]]


def test_evidence_of_a_known_form_asks_for_no_form_again(place: Workspace) -> None:
    take(place, {"a.eml": mixed([words(), attached(form())])})
    outcome = take(place, {"b.eml": mixed([words(), attached(form()), attached(SCAN, "ky.pdf")])})
    assert [one.fate for one in outcome.taken] == [Fate.KNOWN, Fate.WAITING]
    (entry,) = list_waiting(place).entries
    assert [NAME in (one.hint or "") for one in entry.reasons] == [True]
