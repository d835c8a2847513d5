"""A list of addresses goes into the units: by heading, exact names only, comments kept, nothing twice."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from support.years.second_plan import call, put, without_addresses, workspace
from truyenthong.errors import CannotContinueError
from truyenthong.intake.contacts_table import NotTableError, read_contacts
from truyenthong.operations.intake import contacts
from truyenthong.operations.load import load, ready
from truyenthong.workspace.layout import Workspace


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    return Workspace(root=without_addresses(workspace(tmp_path / "noi-lam-viec")))


def book(rows: list[list[object]], *, hidden: int | None = None) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Danh bạ"
    for row in rows:
        sheet.append(row)
    if hidden is not None:
        sheet.row_dimensions[hidden].hidden = True
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def names(place: Workspace) -> tuple[str, str]:
    """The short names of two units of the workspace."""
    units = ready(load(place)).roster.units
    return units[1].short_name, units[2].code


def test_an_excel_list_is_shown_then_written_with_comments_kept(place: Workspace) -> None:
    first, second = names(place)
    text = place.units.read_text(encoding="utf-8")
    place.units.write_text(f"# Sửa lần cuối: hôm qua\n{text}", encoding="utf-8", newline="\n")
    path = place.root.parent / "danh-ba.xlsx"
    path.write_bytes(
        book(
            [
                ["DANH BẠ CÁC ĐƠN VỊ"],
                ["STT", "Tên đơn vị", "E-mail", "Điện thoại"],
                [1, first, "a@example.vn; b@example.vn", "0213"],
                [2, second, "c@example.vn", None],
                [3, "Trường không có", "d@example.vn", None],
            ]
        )
    )
    proposal = contacts.propose(place, path)
    assert [one.addresses for one in proposal.new] == [("a@example.vn", "b@example.vn"), ("c@example.vn",)]
    assert [(one.code, one.ref.spot) for one in proposal.findings] == [("TT234", "trang «Danh bạ», dòng 5")]
    contacts.take(place, proposal)
    written = place.units.read_text(encoding="utf-8")
    assert written.startswith("# Sửa lần cuối: hôm qua\n")
    assert [row for row in text.splitlines() if row not in written] == []
    again = contacts.propose(place, path)
    assert (again.new, len(again.same)) == ((), 2)


def test_a_changed_address_replaces_the_old_one_in_its_place(place: Workspace, tmp_path: Path) -> None:
    first, _ = names(place)
    for address in ("cu@example.vn", "moi@example.vn"):
        put(tmp_path, "db.csv", f"Đơn vị,Email\n{first},{address}\n")
        proposal = contacts.propose(place, tmp_path / "db.csv")
        contacts.take(place, proposal)
    assert proposal.new[0].unit.emails == ("cu@example.vn",)
    written = place.units.read_text(encoding="utf-8")
    assert written.count("thu_dien_tu: moi@example.vn") == 1
    assert "cu@example.vn" not in written


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_csv_as_excel_and_others_write_it(separator: str, mark: str) -> None:
    rows = [("Mã đơn vị", "Thư điện tử"), ("truong-a", "a@example.vn"), ("truong-b", "")]
    text = mark + "\r\n".join(separator.join(row) for row in rows)
    read = read_contacts(text.encode(), file="db.csv")
    assert [(one.where, one.unit, one.addresses) for one in read.lines] == [
        ("dòng 2", "truong-a", ("a@example.vn",))
    ]


def test_what_is_hidden_is_not_read() -> None:
    read = read_contacts(
        book([["Đơn vị", "Email"], ["A", "a@example.vn"], ["B", "b@example.vn"]], hidden=3), file="db.xlsx"
    )
    assert [one.unit for one in read.lines] == ["A"]


def test_one_address_for_two_units_is_asked_about(place: Workspace, tmp_path: Path) -> None:
    first, second = names(place)
    put(tmp_path, "db.csv", f"Đơn vị;Email\n{first};a@example.vn\n{second};A@example.vn\n")
    assert [one.code for one in contacts.propose(place, tmp_path / "db.csv").findings] == ["TT236"]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"PK\x03\x04", b"Ph\xf2ng,a@b.vn"])
def test_a_broken_file_stops_the_command(place: Workspace, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "db.csv").write_bytes(data)
    with pytest.raises(CannotContinueError, match=r"^db.csv: "):
        contacts.propose(place, tmp_path / "db.csv")


def test_too_long_a_list_is_refused() -> None:
    with pytest.raises(NotTableError, match="hơn 20000 dòng"):
        read_contacts(b"a,b\n" * 20_001, file="db.csv")


def test_the_command_asks_and_tells(place: Workspace, tmp_path: Path) -> None:
    first, _ = names(place)
    put(tmp_path, "db.csv", f"Đơn vị,Email\n{first},sai(a)vn\n")
    refused = call("intake", "--contacts", str(tmp_path / "db.csv"), "--yes", cwd=place.root)
    assert (refused.returncode, "TT235" in refused.stderr) == (1, True)
    put(tmp_path, "db.csv", "Trường,Liên hệ\nA,b\n")
    headless = call("intake", "--contacts", str(tmp_path / "db.csv"), cwd=place.root)
    assert (headless.returncode, "TT233" in headless.stderr) == (1, True)
    put(tmp_path, "db.csv", f"Đơn vị,Email\n{first},a@example.vn\n")
    asked = call("intake", "--contacts", str(tmp_path / "db.csv"), cwd=place.root)
    assert (asked.returncode, "thêm --yes" in asked.stderr) == (2, True)
    tried = call("intake", "--contacts", str(tmp_path / "db.csv"), "--dry-run", cwd=place.root)
    assert (tried.returncode, "a@example.vn" in tried.stdout) == (0, True)
    assert "a@example.vn" not in place.units.read_text(encoding="utf-8")
    done = call("intake", "--contacts", str(tmp_path / "db.csv"), "--yes", cwd=place.root)
    assert done.returncode == 0
    assert call("validate", cwd=place.root).returncode == 0


def test_what_was_changed_while_asking_is_not_written_over(place: Workspace, tmp_path: Path) -> None:
    first, _ = names(place)
    put(tmp_path, "db.csv", f"Đơn vị,Email\n{first},a@example.vn\n")
    proposal = contacts.propose(place, tmp_path / "db.csv")
    changed = place.units.read_text(encoding="utf-8") + "# thêm\n"
    place.units.write_text(changed, encoding="utf-8", newline="\n")
    with pytest.raises(CannotContinueError, match="vừa được sửa"):
        contacts.take(place, proposal)
    assert place.units.read_text(encoding="utf-8") == changed
