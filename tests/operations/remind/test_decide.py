"""Who is reminded of what, and who is not and why."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from support.runs.smtp_server import sending_year
from support.years.second_plan import put
from truyenthong.errors import CannotContinueError, UnreadableDataError, UsageError
from truyenthong.model.dispatches import DispatchItem, Intent, LetterReminder, Outcome, OutcomeKind, mail_key
from truyenthong.model.periods import SchoolYear
from truyenthong.operations.choose import Selection
from truyenthong.operations.remind.decide import RemindPlan, RemindRequest, decide_reminders
from truyenthong.operations.remind.letters import Composer
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.dispatches import append_dispatches
from truyenthong.workspace.layout import Workspace

MONDAY = datetime(2026, 4, 27, 9, 0, tzinfo=VIETNAM_TIME)
LATE = datetime(2026, 5, 5, 9, 0, tzinfo=VIETNAM_TIME)
YEAR = SchoolYear(first_year=2025)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sending_year(tmp_path / "nam", 1)


def decided(root: Path, at: datetime = MONDAY, **asked: object) -> RemindPlan:
    request = RemindRequest(**asked)  # type: ignore[arg-type]  # the words of the request
    return decide_reminders(Workspace(root=root), request, as_of=at.date(), now=at)


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def reminded(plan: RemindPlan) -> dict[str, list[str]]:
    return {mail.unit.code: [one.item.mark for one in mail.items] for mail in plan.mails}


def held(plan: RemindPlan) -> dict[str, str | None]:
    return {one.unit.code: one.finding.code if one.finding is not None else None for one in plan.held}


def test_the_units_that_owe_and_have_not_sent(root: Path) -> None:
    plan = decided(root)
    assert reminded(plan) == {f"trung-tam-{n}": ["truoc-7"] for n in (1, 2, 3)}
    assert (held(plan), plan.closed) == ({}, None)
    assert "Chưa khai hộp thư (thu_den)" in plan.notes[0]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "TT720"),
        ("Văn phòng <tt1@example.edu.vn>", "TT721"),
        ("tt1@example.com", "TT722"),
    ],
)
def test_addresses_that_cannot_be_written_to(root: Path, address: str, code: str) -> None:
    edit(
        root,
        "data/units.yaml",
        "thu_dien_tu: tt1@example.edu.vn",
        f'thu_dien_tu: "{address}"' if address else "",
    )
    edit(root, "data/outreach.yaml", "  ban_sao:", "  ten_mien_duoc_gui: [example.edu.vn]\n  ban_sao:")
    if not address:
        edit(root, "data/units.yaml", "da_xac_minh: có, }", "da_xac_minh: có}")
    plan = decided(root)
    assert held(plan) == {"trung-tam-1": code}
    assert set(reminded(plan)) == {"trung-tam-2", "trung-tam-3"}
    by_hand = decided(root, by_mail=False)
    assert set(reminded(by_hand)) == {"trung-tam-1", "trung-tam-2", "trung-tam-3"}


def waiting(root: Path, **keys: str) -> None:
    digest = "ab" * 32
    said = "".join(f"{key}: {value}\n" for key, value in keys.items())
    put(
        root,
        f"data/waiting/{digest[:16]}.yaml",
        f"tep: [{{ten: x.docx, sha256: {digest}}}]\nnhan_luc: 26/4/2026 08:00\n{said}",
    )


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ({"don_vi": "trung-tam-1"}, {"trung-tam-1": "TT724"}),
        ({"don_vi": "trung-tam-1", "nhiem_vu": "bao-cao-nam"}, {"trung-tam-1": "TT724"}),
        ({"don_vi": "trung-tam-1", "nhiem_vu": "su-co"}, {}),
        ({"thu": "{tu: TT2@example.edu.vn}"}, {"trung-tam-2": "TT725"}),
        ({"thu": "{tu: la@example.com}"}, {}),
        ({"don_vi": "trung-tam-1", "bo_qua": "không phải bài"}, {}),
    ],
)
def test_what_waits_may_be_theirs(root: Path, keys: dict[str, str], codes: dict[str, str]) -> None:
    waiting(root, **keys)
    assert held(decided(root)) == codes


def test_something_of_nobody_that_waits_is_told_and_holds_nobody(root: Path) -> None:
    waiting(root)
    plan = decided(root)
    assert held(plan) == {}
    assert any("1 mục trong danh sách chờ chưa rõ của ai" in one for one in plan.notes)


def test_after_the_due_day_the_mailbox_must_have_been_read(root: Path) -> None:
    assert set(reminded(decided(root, LATE)).values().__iter__().__next__()) == {"sau-1"}
    incoming = "thu_den: {may_chu: 127.0.0.1, bao_mat: khong}\n"
    path = root / "data/outreach.yaml"
    path.write_text(path.read_text(encoding="utf-8") + incoming, encoding="utf-8")
    assert set(held(decided(root, LATE)).values()) == {"TT726"}
    assert reminded(decided(root, LATE, without_mailbox=True))
    assert reminded(decided(root, LATE, by_mail=False))
    assert reminded(decided(root, MONDAY))  # before the due day nobody is chased
    for hours, codes in ((23, set()), (25, {"TT726"})):
        moment = (LATE - timedelta(hours=hours)).isoformat()
        put(root, "data/outreach/hop-thu.json", f'{{"read_at": "{moment}"}}')
        assert set(held(decided(root, LATE)).values()) == codes


def test_a_faulty_paper_waits_for_the_office(root: Path) -> None:
    put(
        root,
        "data/submissions/trung-tam-1/bao-cao-nam@2025-2026.yaml",
        "don_vi: trung-tam-1\nnhiem_vu: bao-cao-nam\nky: 2025-2026\n"
        "lan_nop: [{nhan_luc: 20/4/2026, ten: x}]\n",
    )
    assert held(decided(root)) == {"trung-tam-1": "TT730"}


def test_a_returned_paper_is_asked_for_from_the_day_of_its_return(root: Path) -> None:
    put(
        root,
        "data/submissions/trung-tam-1/bao-cao-nam@2025-2026.yaml",
        "don_vi: trung-tam-1\nnhiem_vu: bao-cao-nam\nky: 2025-2026\n"
        "lan_nop:\n  - nhan_luc: 20/4/2026\n    xu_ly: {ket_qua: tra-lai, ngay: 23/4/2026, ly_do: Thiếu}\n",
    )
    on_friday = datetime(2026, 4, 24, 9, 0, tzinfo=VIETNAM_TIME)
    (mail,) = decided(root, on_friday).mails
    (one,) = mail.items
    assert (one.item.mark, one.item.returned, one.item.due) == ("sau-1", date(2026, 4, 23), date(2026, 5, 4))


def test_rooms_of_the_agency_are_reminded_where_they_are_named(root: Path) -> None:
    edit(
        root, "data/plan.yaml", "nop_boi: {loai: [truong, trung-tam]}", "nop_boi: {loai: [phong, trung-tam]}"
    )
    edit(root, "data/units.yaml", "{ma: phong-cong-nghe,", "{ma: phong-cong-nghe, thu_dien_tu: p@example.vn,")
    assert "phong-cong-nghe" not in reminded(decided(root))
    assert "phong-cong-nghe" in reminded(decided(root, choice=Selection(unit="phong-cong-nghe")))
    edit(root, "data/outreach.yaml", "  tru:", "  them: {don_vi: [phong-cong-nghe]}\n  tru:")
    assert "phong-cong-nghe" in reminded(decided(root))


def test_what_the_file_excludes(root: Path) -> None:
    edit(root, "data/outreach.yaml", "bao-cao-thang]", "bao-cao-thang], don_vi: [trung-tam-1]")
    assert set(reminded(decided(root))) == {"trung-tam-2", "trung-tam-3"}
    edit(root, "data/outreach.yaml", "bao-cao-thang]", "bao-cao-thang, bao-cao-nam]")
    assert decided(root).mails == ()


def test_a_letter_stands_for_the_marks_that_had_opened(root: Path) -> None:
    letter = LetterReminder(
        at=MONDAY,
        unit="trung-tam-1",
        obligation="bao-cao-nam",
        period="2025-2026",
        day=MONDAY.date(),
        number="12",
    )
    append_dispatches(Workspace(root=root), YEAR, [letter])
    assert held(decided(root)) == {"trung-tam-1": None}
    after = datetime(2026, 5, 4, 9, 0, tzinfo=VIETNAM_TIME)  # truoc-1 has opened since
    assert "trung-tam-1" in reminded(decided(root, after))


def test_a_bounce_of_the_mailbox_holds_the_address(root: Path) -> None:
    item = DispatchItem(obligation="bao-cao-nam", period="2025-2026", due=date(2026, 5, 4), mark="truoc-7")
    key = mail_key("trung-tam-1", [item])
    intent = Intent(
        key=key,
        attempt=1,
        at=MONDAY,
        unit="trung-tam-1",
        to=("tt1@example.edu.vn",),
        items=(item,),
        message_id=f"<tt.{key}.1@example.gov.vn>",
        sha256="0" * 64,
    )
    bounced = Outcome(
        kind=OutcomeKind.BOUNCED, key=key, attempt=1, at=MONDAY, code="5.1.1", address="tt1@example.edu.vn"
    )
    append_dispatches(Workspace(root=root), YEAR, [intent, bounced])
    plan = decided(root)
    assert held(plan) == {"trung-tam-1": "TT723"}
    edit(root, "data/units.yaml", "tt1@example.edu.vn", "moi@example.edu.vn")
    assert set(reminded(decided(root))) == {"trung-tam-1", "trung-tam-2", "trung-tam-3"}


def test_without_the_file_the_command_says_so(root: Path) -> None:
    (root / "data/outreach.yaml").unlink()
    with pytest.raises(CannotContinueError, match=r"Chưa có data/outreach\.yaml"):
        decided(root)


def test_a_file_with_errors_sends_nothing_and_names_the_places(root: Path) -> None:
    edit(root, "data/outreach.yaml", "bao_mat: khong", 'mat_khau: "hunter2"')
    with pytest.raises(UnreadableDataError, match=r"data/outreach\.yaml:4: TT710") as told:
        decided(root)
    assert "hunter2" not in str(told.value)


def test_words_that_are_not_known(root: Path) -> None:
    with pytest.raises(UsageError, match="Không có mốc «truoc-8»"):
        decided(root, mark="truoc-8")
    with pytest.raises(UsageError, match="Không có đơn vị «x»"):
        decided(root, choice=Selection(unit="x"))
    assert decided(root, mark="truoc-1").mails == ()


@pytest.mark.parametrize(
    ("heir", "to", "code"),
    [
        ("thu_dien_tu: xa@example.edu.vn, gui_toi: Phòng Văn hóa xã A", ("xa@example.edu.vn",), None),
        ("gui_toi: Phòng Văn hóa xã A", (), "TT720"),
        (None, (), "TT720"),
    ],
)
def test_what_a_closed_unit_left_is_asked_of_its_heir_alone(
    root: Path, heir: str | None, to: tuple[str, ...], code: str | None
) -> None:
    """Closed on the due day: its own address is never written to again."""
    closed = "ma: trung-tam-1, hieu_luc: [{den: 04/5/2026}]"
    if heir is not None:
        closed += ", ke_thua: [{don_vi: xa-a, tu: 05/5/2026}]"
        added = f"  - {{ma: xa-a, ten: UBND xã A, loai: truong, hieu_luc: [{{tu: 05/5/2026}}], {heir}}}\n"
        edit(root, "data/units.yaml", "  - {ma: trung-tam-2,", f"{added}  - {{ma: trung-tam-2,")
    edit(root, "data/units.yaml", "ma: trung-tam-1", closed)
    plan = decided(root, LATE)
    assert {mail.unit.code: mail.to for mail in plan.mails if mail.unit.code == "trung-tam-1"} == (
        {"trung-tam-1": to} if to else {}
    )
    assert held(plan).get("trung-tam-1") == code
    (by_hand,) = (
        mail for mail in decided(root, LATE, by_mail=False).mails if mail.unit.code == "trung-tam-1"
    )
    text = Composer(workspace=Workspace(root=root), plan=plan, sender=None).text(by_hand, at=LATE)
    assert by_hand.to == to
    assert f"Kính gửi: {'Phòng Văn hóa xã A' if heir is not None else 'Trung tâm số 1'}," in text.body
    assert "nhiệm vụ còn lại của Trung tâm số 1" in text.body
    assert by_hand.stem == ("trung-tam-1--xa-a" if heir is not None else "trung-tam-1")
