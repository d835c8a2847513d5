"""Forms of registers that come back: entries are taken once, doubtful ones wait, nothing is replaced."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from support.forms.register_forms import REGISTERS, entries_of, form_of, register_request, sheet, table
from support.forms.word_forms import controls, edited, replaced, type_into
from support.sent_files.sent import SCAN, mail
from support.years.second_plan import call
from truyenthong.documents.registers import encode_register
from truyenthong.errors import UsageError
from truyenthong.forms.word import write_docx
from truyenthong.model.forms import Content
from truyenthong.model.moments import Moment
from truyenthong.ooxml.archive import read_archive, write_archive
from truyenthong.ooxml.xml import Element
from truyenthong.operations.intake.settle import drop_entry, list_waiting, settle_entry
from truyenthong.operations.intake.take import Fate, IntakeOrder, IntakeOutcome, take_in
from truyenthong.operations.load import load
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.yamltext.parse import parse_yaml

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "2020-2021"
NOW = Moment(day=date(2021, 6, 20), hour=time(8, 30))
ARTICLES = "data/registers/tin-bai.yaml"
UNIT, OTHER = "pgd-than-uyen", "pgd-tan-uyen"
IDENTITY_PARTS = ("docProps/custom.xml", "word/footer1.xml", "word/footer2.xml")
ARTICLE: Content = {
    "so_hieu": "TB-900",
    "don_vi": UNIT,
    "tieu_de": "Ngày hội: đọc sách",
    "the_loai": "bai",
    "kenh": "website-don-vi",
    "ngay_dang": date(2020, 11, 20),
}


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """The declared data of the example year, nothing received, no register begun."""
    root = tmp_path / "noi-lam-viec"
    (root / "data").mkdir(parents=True)
    for name in ("plan", "units", "calendar", "settings"):
        shutil.copy(EXAMPLE / "data" / f"{name}.yaml", root / "data" / f"{name}.yaml")
    return Workspace(root=root)


def take(place: Workspace, files: Mapping[str, bytes], order: IntakeOrder | None = None) -> IntakeOutcome:
    folder = place.root.parent / "den"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return take_in(place, [folder / name for name in files], order or IntakeOrder(), now=NOW)


def text(place: Workspace, name: str = ARTICLES) -> str:
    return (place.root / name).read_text(encoding="utf-8")


def entries(place: Workspace, register: str) -> tuple[Content, ...]:
    (ledger,) = [one for one in load(place).records.ledgers if one.register.code == register]
    return tuple(one.content for one in ledger.entries)


def tree(place: Workspace) -> dict[str, bytes]:
    files = (path for path in (place.root / "data").rglob("*") if path.is_file())
    return {path.relative_to(place.root).as_posix(): path.read_bytes() for path in files}


def codes(outcome: IntakeOutcome) -> list[list[str]]:
    return [sorted({each.code for each in one.findings}) for one in outcome.taken]


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("register", REGISTERS)
def test_entries_sent_in_a_table_stand_in_the_register_as_they_stood(
    place: Workspace, register: str, kind: str
) -> None:
    given = entries_of(register)
    data = table(register, given, kind=kind)
    (taken,) = take(place, {f"so.{kind}": data}).taken
    assert taken.fate is Fate.RECORDED
    assert entries(place, register) == given
    before = parse_yaml(encode_register(register, form_of(register), given).encode(), file="").value
    after = parse_yaml(text(place, f"data/registers/{register}.yaml").encode(), file="").value
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert after.pop("da_nhan")
    assert after == before


@pytest.mark.parametrize("register", REGISTERS)
def test_entries_sent_on_sheets_stand_in_the_register_as_they_stood(place: Workspace, register: str) -> None:
    given = entries_of(register)[:3]
    outcome = take(place, {f"{number}.docx": sheet(register, one) for number, one in enumerate(given)})
    assert {one.fate for one in outcome.taken} == {Fate.RECORDED}
    assert entries(place, register) == given


def test_the_original_is_kept_and_named_with_its_digest(place: Workspace) -> None:
    data = sheet("tin-bai", ARTICLE, unit=UNIT)
    (taken,) = take(place, {"t.eml": mail({"Tin bài.docx": data, "ảnh.pdf": SCAN})}).taken
    digest = hashlib.sha256(data).hexdigest()
    assert taken.written[0] == f"data/registers/tep/{digest[:12]}-Tin bài.docx"
    assert (place.root / taken.written[0]).read_bytes() == data
    (ledger,) = load(place).records.ledgers
    assert [(one.file.name, one.file.sha256, one.keys) for one in ledger.deliveries] == [
        ("Tin bài.docx", digest, ("TB-900",)),
        ("ảnh.pdf", hashlib.sha256(SCAN).hexdigest(), ()),
    ]
    assert ledger.deliveries[0].received == Moment(day=date(2021, 5, 28), hour=time(9, 12))
    assert (taken.unit_code, taken.obligation, taken.what) == (UNIT, "tin-bai", "Sổ tin, bài của các đơn vị")
    assert not load(place).errors


def test_the_same_file_again_changes_nothing(place: Workspace) -> None:
    data = sheet("tin-bai", ARTICLE)
    take(place, {"a.docx": data})
    before = tree(place)
    outcome = take(place, {"khac.docx": data, "t.eml": mail({"a.docx": data})})
    assert [(one.fate, one.where) for one in outcome.taken] == [(Fate.KNOWN, ARTICLES)] * 2
    assert tree(place) == before


def test_entries_that_are_there_are_not_written_again(place: Workspace) -> None:
    take(place, {"a.docx": sheet("tin-bai", ARTICLE)})
    (place.root / ARTICLES).write_text(text(place) + "# ghi chú của văn phòng\n", encoding="utf-8")
    more = {**ARTICLE, "so_hieu": "TB-901"}
    (taken,) = take(place, {"b.xlsx": table("tin-bai", [ARTICLE, more])}).taken
    assert [one.code for one in taken.findings] == ["TT665"]
    assert [one["so_hieu"] for one in entries(place, "tin-bai")] == ["TB-900", "TB-901"]
    assert "# ghi chú của văn phòng\n" in text(place)


def test_a_faulty_entry_waits_with_its_place_and_nothing_is_written(place: Workspace) -> None:
    bad = {**ARTICLE, "so_hieu": "TB-901", "the_loai": "baii"}
    outcome = take(place, {"a.xlsx": table("tin-bai", [ARTICLE, bad]), "b.docx": sheet("tin-bai", bad)})
    assert [one.fate for one in outcome.taken] == [Fate.WAITING, Fate.WAITING]
    assert codes(outcome) == [["TT112"], ["TT112"]]
    assert [one.findings[0].ref.spot for one in outcome.taken] == ["trang «1. Các mục», ô F6", "ô «Thể loại»"]
    assert not (place.root / ARTICLES).exists()
    waiting = list_waiting(place).entries
    assert [(one.obligation, one.reasons[0].code) for one in waiting] == [("tin-bai", "TT112")] * 2
    drop_entry(place, place.root / waiting[0].name, "đơn vị gửi lại", today=NOW.day)


def test_another_content_under_the_same_key_waits(place: Workspace) -> None:
    take(place, {"a.docx": sheet("tin-bai", ARTICLE)})
    before = text(place)
    outcome = take(place, {"b.docx": sheet("tin-bai", {**ARTICLE, "tieu_de": "Khác"})})
    assert codes(outcome) == [["TT347"]]
    assert [one.fate for one in outcome.taken] == [Fate.WAITING]
    assert text(place) == before


def test_an_empty_unit_is_that_of_whoever_wrote(place: Workspace) -> None:
    rows = [{**ARTICLE, "don_vi": None}, {**ARTICLE, "so_hieu": "TB-901"}]
    (taken,) = take(place, {"a.xlsx": table("tin-bai", rows, unit=UNIT)}).taken
    assert taken.fate is Fate.RECORDED
    assert [one["don_vi"] for one in entries(place, "tin-bai")] == [UNIT, UNIT]


def test_a_room_of_the_agency_writes_about_others(place: Workspace) -> None:
    given = entries_of("kiem-tra")
    (taken,) = take(place, {"a.xlsx": table("kiem-tra", given, unit="van-phong-so")}).taken
    assert taken.fate is Fate.RECORDED
    assert entries(place, "kiem-tra") == given


def test_an_entry_of_another_unit_waits_until_somebody_looks(place: Workspace) -> None:
    data = table("tin-bai", [{**ARTICLE, "don_vi": OTHER}], unit=UNIT)
    outcome = take(place, {"a.xlsx": data})
    assert codes(outcome) == [["TT641"]]
    (entry,) = list_waiting(place).entries
    settled = settle_entry(place, place.root / entry.name, IntakeOrder(unit=UNIT), now=NOW)
    assert (settled.fate, settled.where) == (Fate.RECORDED, ARTICLES)
    assert [one["don_vi"] for one in entries(place, "tin-bai")] == [OTHER]
    assert not list_waiting(place).entries
    with pytest.raises(UsageError, match=r"đã ghi vào data/registers/tin-bai\.yaml"):
        settle_entry(place, place.root / entry.name, IntakeOrder(), now=NOW)


def test_a_form_whose_identity_was_changed_waits_and_is_settled_by_its_register(place: Workspace) -> None:
    data = replaced(
        sheet("tin-bai", ARTICLE, unit=UNIT), f">{UNIT}<", f">{OTHER}<", part="docProps/custom.xml"
    )
    outcome = take(place, {"a.docx": data})
    assert codes(outcome) == [["TT644"]]
    (entry,) = list_waiting(place).entries
    order = IntakeOrder(obligation="tin-bai")
    assert settle_entry(place, place.root / entry.name, order, now=NOW).fate is Fate.RECORDED
    assert entries(place, "tin-bai")[0]["so_hieu"] == "TB-900"


def test_a_form_that_lost_its_identity_is_settled_by_its_register(place: Workspace) -> None:
    data = sheet("tin-bai", ARTICLE, unit=UNIT)
    bare = write_archive(one for one in read_archive(data) if one.name not in IDENTITY_PARTS)
    assert codes(take(place, {"a.docx": bare})) == [["TT642"]]
    (entry,) = list_waiting(place).entries
    path = place.root / entry.name
    with pytest.raises(UsageError, match="tin-baii"):
        settle_entry(place, path, IntakeOrder(obligation="tin-baii"), now=NOW)
    settled = settle_entry(place, path, IntakeOrder(obligation="tin-bai"), now=NOW)
    assert (settled.fate, settled.where) == (Fate.RECORDED, ARTICLES)


def test_a_form_declared_anew_since_is_read_and_told(place: Workspace) -> None:
    data = sheet("tin-bai", ARTICLE, unit=UNIT)
    plan = place.root / "data/plan.yaml"
    before = plan.read_text(encoding="utf-8")
    changed = before.replace("ten: Phiếu ghi tin, bài\n    phien_ban: 1", "ten: Phiếu\n    phien_ban: 2")
    assert changed != before
    plan.write_text(changed, encoding="utf-8")
    outcome = take(place, {"a.docx": data})
    assert [one.fate for one in outcome.taken] == [Fate.RECORDED]
    assert codes(outcome) == [["TT646"]]


def test_the_address_of_another_unit_is_against_the_form(place: Workspace) -> None:
    units = place.root / "data/units.yaml"
    text_ = units.read_text(encoding="utf-8").replace(
        f"  - ma: {OTHER}\n", f"  - ma: {OTHER}\n    thu_dien_tu: tan-uyen@example.edu.vn\n"
    )
    units.write_text(text_, encoding="utf-8")
    thing = sheet("tin-bai", ARTICLE, unit=UNIT)
    outcome = take(place, {"t.eml": mail({"a.docx": thing}, sender="tan-uyen@example.edu.vn")})
    assert codes(outcome) == [["TT641"]]
    assert [one.fate for one in outcome.taken] == [Fate.WAITING]


def test_a_form_of_another_year_and_a_blank_one_wait(place: Workspace) -> None:
    request = register_request("tin-bai")
    old = replace(request, content=ARTICLE, plan=replace(request.plan, code="ke-hoach-2019-2020"))
    blank = sheet("tin-bai", None, unit=UNIT)
    outcome = take(place, {"a.docx": write_docx(old), "b.docx": blank, "c.docx": sheet("vu-viec", None)})
    assert codes(outcome) == [["TT645"], ["TT647"], ["TT647"]]
    assert {one.fate for one in outcome.taken} == {Fate.WAITING}


def test_the_word_of_the_command_line_must_agree(place: Workspace) -> None:
    data = sheet("tin-bai", ARTICLE, unit=UNIT)
    assert codes(take(place, {"a.docx": data}, IntakeOrder(obligation="vu-viec"))) == [["TT642"]]
    other = sheet("tin-bai", {**ARTICLE, "so_hieu": "TB-901"}, unit=UNIT)
    assert codes(take(place, {"b.docx": other}, IntakeOrder(unit=OTHER))) == [["TT641"]]


def test_what_was_done_out_of_order_is_recorded_and_told(place: Workspace) -> None:
    (taken,) = take(place, {"a.docx": sheet("tin-bai", {**ARTICLE, "kenh": "website-nganh"})}).taken
    assert taken.fate is Fate.RECORDED
    assert not taken.is_certain
    assert [(one.code, one.ref.spot) for one in taken.findings] == [("TT350", "ô «Số phiếu thẩm định»")]


def test_an_appraisal_of_the_same_folder_counts_for_the_article(place: Workspace) -> None:
    appraisal = {**entries_of("tham-dinh")[1], "so_phieu": "TĐ-900", "ngay_tham_dinh": date(2020, 11, 19)}
    article = {**ARTICLE, "kenh": "website-nganh", "so_phieu": "TĐ-900"}
    outcome = take(place, {"a.docx": sheet("tham-dinh", appraisal), "b.docx": sheet("tin-bai", article)})
    assert [one.fate for one in outcome.taken] == [Fate.RECORDED] * 2
    assert codes(outcome) == [[], []]


def test_what_people_type_is_read_and_what_is_wrong_keeps_their_words(place: Workspace) -> None:
    def fill(root: Element) -> None:
        for code, typed in {"so_hieu": "TB-77", "tieu_de": "Một tin", "the_loai": "Tin"}.items():
            type_into(controls(root, f"tt:noi_dung.{code}")[0], typed)
        type_into(controls(root, "tt:noi_dung.ngay_dang")[0], "30.5.21")

    (taken,) = take(place, {"a.docx": edited(sheet("tin-bai", None, unit=UNIT), fill)}).taken
    assert taken.fate is Fate.WAITING
    assert [(one.code, one.ref.spot) for one in taken.findings] == [("TT104", "ô «Ngày đăng, phát»")]


def test_a_broken_register_takes_nothing_and_the_file_waits(place: Workspace) -> None:
    path = place.root / ARTICLES
    path.parent.mkdir()
    path.write_text("so: tin-bai\nmuc: [\n", encoding="utf-8")
    outcome = take(place, {"a.docx": sheet("tin-bai", ARTICLE)})
    assert codes(outcome) == [["TT662"]]
    assert text(place) == "so: tin-bai\nmuc: [\n"


def test_a_dry_run_writes_nothing(place: Workspace) -> None:
    before = tree(place)
    outcome = take(place, {"a.docx": sheet("tin-bai", ARTICLE)}, IntakeOrder(dry_run=True))
    assert [one.fate for one in outcome.taken] == [Fate.RECORDED]
    assert tree(place) == before


class StopError(Exception):
    """The power went."""


@pytest.mark.parametrize("after", [False, True])
def test_stopped_at_each_write_and_run_again(
    place: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    files = {
        "a.docx": sheet("tin-bai", ARTICLE),
        "b.docx": sheet("tin-bai", {**ARTICLE, "so_hieu": "TB-901"}),
    }
    whole = Workspace(root=tmp_path / "tron")
    shutil.copytree(place.root, whole.root)
    take(whole, files)
    real = storage.write_atomic
    for at in range(4):
        broken = Workspace(root=tmp_path / f"lan-{at}")
        shutil.copytree(place.root, broken.root)
        left = [at]

        def failing(path: Path, data: bytes, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] >= 0 or after:
                real(path, data)
            if left[0] < 0:
                raise StopError

        with monkeypatch.context() as patch:
            patch.setattr(storage, "write_atomic", failing)
            with pytest.raises(StopError):
                take(broken, files)
        take(broken, files)
        assert tree(broken) == tree(whole)


def test_the_command_tells_register_and_fate(place: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "tin.docx"
    path.write_bytes(sheet("tin-bai", ARTICLE, unit=UNIT))
    done = call("-C", str(place.root), "intake", str(path))
    assert done.returncode == 0, done.stderr
    assert "đã ghi" in done.stdout
    assert "Sổ tin, bài của các đơn vị" in done.stdout
    assert f"ở: {ARTICLES}" in done.stdout
    assert call("-C", str(place.root), "validate").returncode == 0
