"""``review --reply``: a letter as a draft, the marked copy, the receipt; the same bytes each time."""

from __future__ import annotations

import email
import email.policy
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from openpyxl import load_workbook

from support.sent_files.letters import bounce, enclosed, mixed
from support.sent_files.sent import UNIT, form, mail, workspace
from support.sent_files.sent_cases import excel
from support.years.second_plan import call
from truyenthong.workspace.layout import Workspace

DUTY = "bao-cao-nam"
DAY = ("--as-of", "2021-06-20")


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    return workspace(tmp_path / "noi")


def arrive(place: Workspace, name: str, data: bytes, told: str = "1 đã ghi") -> None:
    folder = place.root.parent / "den"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    done = call("-C", str(place.root), "intake", str(folder), "--received", "28/5/2021 09:12")
    assert told in done.stdout, done.stdout


def answer(place: Workspace, *more: str) -> tuple[str, dict[str, bytes]]:
    done = call("-C", str(place.root), "review", UNIT, DUTY, "--reply", *DAY, *more)
    assert done.returncode == 0, done.stderr
    (folder,) = (place.out / "tra-loi").iterdir()
    return done.stdout, {one.name: one.read_bytes() for one in folder.iterdir() if one.suffix != ".json"}


def letter(files: dict[str, bytes]) -> EmailMessage:
    found = email.message_from_bytes(files["tra-loi.eml"], policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def body(files: dict[str, bytes]) -> str:
    part = letter(files).get_body()
    assert part is not None
    return str(part.get_content())


def test_what_is_wrong_goes_back_with_the_marked_copy_and_the_receipt(place: Workspace) -> None:
    arrive(place, "a.eml", mail({"Báo cáo.docx": form(cong_tac_vien="12 bài")}))
    told, files = answer(place, "--return", "Thiếu số liệu mục II", "--date", "20/6/2021")
    assert "đã trả lại" in told
    assert set(files) == {
        "tra-loi.eml",
        "danh-dau--Báo cáo.docx",
        f"bien-nhan--{UNIT}--{DUTY}@2020-2021.docx",
    }
    message = letter(files)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "pgd@example.edu.vn"
    assert message["In-Reply-To"] == "<1@example.edu.vn>"
    assert message["Subject"] == (
        "Trả lại, đề nghị sửa và gửi lại: Báo cáo kết quả công tác truyền thông năm học"
    )
    assert message["Date"] is None
    text = body(files)
    assert "Lý do: Thiếu số liệu mục II." in text
    assert "1. Ô «Số cộng tác viên truyền thông»: «12 bài» không phải số." in text
    attached = {one.get_filename(): one.get_payload(decode=True) for one in message.iter_attachments()}
    receipt = files[f"bien-nhan--{UNIT}--{DUTY}@2020-2021.docx"]
    marked_copy = files["danh-dau--Báo cáo.docx"]
    assert attached == {"Biên nhận bài nộp.docx": receipt, "danh-dau--Báo cáo.docx": marked_copy}
    with zipfile.ZipFile(io.BytesIO(files["danh-dau--Báo cáo.docx"])) as marked:
        assert "«12 bài» không phải số" in marked.read("word/comments.xml").decode()


def test_the_same_reply_again_is_the_same_bytes(place: Workspace) -> None:
    arrive(place, "a.eml", mail({"Báo cáo.docx": form(cong_tac_vien="12 bài")}))
    _, first = answer(place)
    _, second = answer(place)
    assert first == second


def test_drafts_that_somebody_has_changed_are_kept(place: Workspace) -> None:
    arrive(place, "a.eml", mail({"Báo cáo.docx": form(cong_tac_vien="12 bài")}))
    _, first = answer(place)
    (folder,) = (place.out / "tra-loi").iterdir()
    for name in first:
        (folder / name).write_bytes(b"sua")
    told = call("-C", str(place.root), "review", UNIT, DUTY, "--reply", *DAY)
    kept = {one.name: one.read_bytes() for one in folder.glob("*.sua-tay-*")}
    assert set(kept.values()) == {b"sua"}
    assert len(kept) == len(first) == 3
    assert all(name in told.stderr for name in kept)
    assert {name: (folder / name).read_bytes() for name in first} == first


def test_an_excel_form_is_marked_in_its_cells(place: Workspace) -> None:
    arrive(place, "a.eml", mail({"Biểu.xlsx": excel(cong_tac_vien="12 bài")}))
    _, files = answer(place)
    book = load_workbook(io.BytesIO(files["danh-dau--Biểu.xlsx"]))
    comments = [cell.comment.text for row in book.worksheets[0].iter_rows() for cell in row if cell.comment]
    assert any("«12 bài» không phải số" in one for one in comments)
    assert "Bài còn 1 chỗ phải sửa" in body(files)


def test_what_is_right_is_told_so_and_nothing_is_marked(place: Workspace) -> None:
    arrive(place, "a.eml", mail({"Báo cáo.docx": form()}))
    _, files = answer(place, "--accept", "--date", "20/6/2021")
    assert "Bài đã được chấp nhận." in body(files)
    assert str(letter(files)["Subject"]).startswith("Đã chấp nhận: ")
    assert not [name for name in files if name.startswith("danh-dau")]


def test_what_cannot_be_made_is_told(place: Workspace) -> None:
    root = str(place.root)
    words = ("record", "receipt", "thpt-muong-so", DUTY, "--received", "28/5/2021")
    assert call("-C", root, *words).returncode == 0
    done = call("-C", root, "review", "thpt-muong-so", DUTY, "--reply", *DAY)
    assert done.returncode == 0, done.stderr
    assert "gửi tới: (để trống)" in done.stdout
    assert "không có bản đánh dấu" in done.stdout
    found = (place.out / "tra-loi" / f"thpt-muong-so--{DUTY}@2020-2021" / "tra-loi.eml").read_bytes()
    message = email.message_from_bytes(found, policy=email.policy.default)
    assert message["To"] is None


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "a@vi-du.vn, b@vi-du.vn",
            "a@vi-du.vn;b@vi-du.vn",
            "A <a@vi-du.vn>",
            '"a@vi-du.vn\\nBcc: b@vi-du.vn"',
        ),
        '"a@vi-du.vn\\r\\nBcc: b@vi-du.vn"',
    ],
)
def test_what_is_not_one_address_is_nobodys(place: Workspace, typed: str) -> None:
    units = place.units.read_text(encoding="utf-8")
    named = units.replace("  - ma: thpt-muong-so\n", f"  - ma: thpt-muong-so\n    thu_dien_tu: {typed}\n")
    assert named != units
    place.units.write_text(named, encoding="utf-8")
    words = ("record", "receipt", "thpt-muong-so", DUTY, "--received", "28/5/2021")
    assert call("-C", str(place.root), *words).returncode == 0
    done = call("-C", str(place.root), "review", "thpt-muong-so", DUTY, "--reply", *DAY)
    assert "chưa biết gửi tới địa chỉ nào" in done.stdout
    found = (place.out / "tra-loi" / f"thpt-muong-so--{DUTY}@2020-2021" / "tra-loi.eml").read_bytes()
    message = email.message_from_bytes(found, policy=email.policy.default)
    assert (message["To"], message["Bcc"]) == (None, None)


def test_without_a_submission_named_there_is_nothing_to_answer(place: Workspace) -> None:
    arrive(place, "a.eml", mail({"Báo cáo.docx": form()}))
    assert call("-C", str(place.root), "review", UNIT, "--reply", *DAY).returncode == 2
    assert not place.out.exists()


def test_many_that_are_accepted_are_answered_each(place: Workspace) -> None:
    arrive(place, "a.eml", mail({"Báo cáo.docx": form()}))
    done = call("-C", str(place.root), "review", DUTY, "--accept", "--yes", "--reply")
    assert done.returncode == 0, done.stderr
    assert [one.name for one in (place.out / "tra-loi").iterdir()] == [f"{UNIT}--{DUTY}@2020-2021"]


def test_the_same_command_again_makes_the_replies_that_a_stopped_run_left_out(place: Workspace) -> None:
    arrive(place, "a.eml", mail({"Báo cáo.docx": form()}))
    words = ("-C", str(place.root), "review", DUTY, "--accept", "--yes")
    assert "Đã chấp nhận 1 bài" in call(*words).stdout  # as far as the stopped run came
    decided = {path: path.read_bytes() for path in place.root.glob("data/submissions/*/*.yaml")}
    done = call(*words, "--reply")
    assert done.returncode == 0, done.stderr
    assert "Đã soạn, chưa gửi" in done.stdout
    (folder,) = (place.out / "tra-loi").iterdir()
    assert (folder / "tra-loi.eml").is_file()
    assert {path: path.read_bytes() for path in decided} == decided
    assert "Đã soạn" not in call(*words, "--reply").stdout  # these letters lie there already


def test_one_that_was_decided_before_the_run_was_stopped_is_answered(place: Workspace) -> None:
    arrive(place, "a.eml", mail({"Báo cáo.docx": form()}))
    words = ("-C", str(place.root), "review", UNIT, DUTY, "--accept")
    assert call(*words).returncode == 0
    again = call(*words, "--reply")
    assert again.returncode == 0, again.stderr
    assert "không ghi gì thêm" in again.stdout
    assert "Đã soạn, chưa gửi" in again.stdout


def test_a_reply_that_comes_back_is_no_paper_of_the_unit(place: Workspace) -> None:
    arrive(place, "a.eml", mail({"Báo cáo.docx": form(cong_tac_vien="12 bài")}))
    draft = answer(place)[1]["tra-loi.eml"].replace(b"\r\n", b"\n")
    arrive(place, "b.eml", draft, "1 thư của chính chương trình")
    arrive(place, "c.eml", bounce(draft), "1 thư báo không gửi được")
    arrive(place, "d.eml", mixed([enclosed(draft)]), "TT654")
