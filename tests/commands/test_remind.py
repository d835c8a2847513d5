"""``remind`` as its users call it."""

from __future__ import annotations

import json
import ssl
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from support.runs.certificates import certificate
from support.runs.smtp_server import ACCOUNT, OUTREACH, PASSWORD, Inbox, sending_year, serving
from support.years.second_plan import call, put

MONDAY = "2026-04-27"
PRIVATE = OUTREACH.replace(
    "  may_chu: 127.0.0.1\n",
    f"  may_chu: localhost\n  chung_thu: CERT\n  tai_khoan: {ACCOUNT}\n"
    "  mat_khau: {{bien: MAT_KHAU_THU}}\n",
).replace("bao_mat: khong", "bao_mat: starttls")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sending_year(tmp_path / "nam", 1)


def test_who_gets_what_and_who_not(root: Path) -> None:
    units = root / "data/units.yaml"
    text = units.read_text(encoding="utf-8")
    units.write_text(text.replace(", thu_dien_tu: tt2@example.edu.vn", ""), encoding="utf-8")
    line = text[: text.index("trung-tam-2")].count("\n") + 1
    done = call("-C", str(root), "remind", "--as-of", MONDAY)
    assert (done.returncode, done.stderr) == (0, "")
    head, note, empty, *rest = done.stdout.splitlines()
    assert head == (
        "Tính đến thứ Hai 27/4/2026. Sẽ gửi 2 thư cho 2 đơn vị; không gửi 1. Chưa gửi gì: thêm --send để gửi."
    )
    assert note.startswith("Chưa khai hộp thư (thu_den)")
    assert empty == ""
    assert rest == [
        "gửi    Trung tâm số 1  tt1@example.edu.vn",
        "         Báo cáo năm, hạn hết 04/5/2026, còn 7 ngày  mốc truoc-7",
        "gửi    Trung tâm số 3  tt3@example.edu.vn",
        "         Báo cáo năm, hạn hết 04/5/2026, còn 7 ngày  mốc truoc-7",
        f"không  Trung tâm số 2: TT720: chưa có thu_dien_tu  → data/units.yaml, dòng {line}",
    ]


def test_the_same_for_programs(root: Path) -> None:
    done = call("-C", str(root), "remind", "trung-tam-1", "--as-of", MONDAY, "--format", "json")
    said = json.loads(done.stdout)
    assert [one["unit"] for one in said["mails"]] == ["trung-tam-1"]
    assert said["mails"][0]["items"] == [
        {
            "obligation": "bao-cao-nam",
            "period": "2025-2026",
            "state": "due_soon",
            "due": "2026-05-04",
            "mark": "truoc-7",
            "opened": "2026-04-27",
            "closes": "2026-05-03",
            "skipped": [],
        }
    ]


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("--send", "--as-of", MONDAY), 2, "--send chỉ gửi theo ngày hôm nay"),
        (("--send", "--drafts"), 2, "--send và --drafts không đi cùng nhau"),
        (("--test-to", "A <a@b>"), 2, "--test-to cần một địa chỉ thư"),
        (("--resolve", "abcd"), 2, "--resolve cần đúng một trong hai"),
        (("--resolve", "abcd", "--sent"), 2, "--resolve cần --reason"),
        (("--resolve", "abcd", "--sent", "--reason", "x"), 2, "Không có thư nào mang mã «abcd»"),
        (("--mark", "x"), 2, "Không có mốc «x»"),
        (("--send",), 3, "Chưa khai thu_den"),
    ],
)
def test_what_is_refused(root: Path, args: tuple[str, ...], code: int, told: str) -> None:
    done = call("-C", str(root), "remind", *args)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr


def test_sample_data_are_not_sent_whatever_day_stands_for_today(root: Path) -> None:
    put(root, "data/settings.yaml", "du_lieu_mau: có\nngay_xem: 27/4/2026\n")
    done = call("-C", str(root), "remind", "--send")
    assert (done.returncode, done.stdout) == (3, "")
    assert "Đây là dữ liệu mẫu" in done.stderr
    assert "--test-to" in done.stderr


def test_without_the_file(root: Path) -> None:
    (root / "data/outreach.yaml").unlink()
    done = call("-C", str(root), "remind")
    assert done.returncode == 3
    assert "Chưa có data/outreach.yaml" in done.stderr
    assert "docs/gui-thu.md" in done.stderr


def test_drafts_are_opened_and_sent_by_a_person(root: Path) -> None:
    outreach = root / "data/outreach.yaml"
    text = outreach.read_text(encoding="utf-8").replace(
        "{ma: truoc-7, truoc: 7}", "{ma: m, truoc: 7, kem_bieu: có}"
    )
    outreach.write_text(text.partition("thu_di:")[0] + text[text.index("nhac_han:") :], encoding="utf-8")
    done = call("-C", str(root), "remind", "--drafts", "--as-of", MONDAY)
    assert done.returncode == 0
    folder = root / "out/nhac-han"
    letter = message_from_bytes((folder / "trung-tam-1.eml").read_bytes(), policy=policy.default)
    assert (letter["X-Unsent"], letter["To"], letter["From"], letter["Date"]) == (
        "1",
        "tt1@example.edu.vn",
        None,
        None,
    )
    assert [one.get_filename() for one in letter.iter_attachments()] == [
        "Lịch nộp báo cáo năm học 2025-2026.ics"
    ]
    first = (folder / "trung-tam-1.eml").read_bytes()
    call("-C", str(root), "remind", "--drafts", "--as-of", MONDAY)
    assert (folder / "trung-tam-1.eml").read_bytes() == first
    later = call("-C", str(root), "remind", "--drafts", "--as-of", "2026-04-20")
    assert "không có thư nhắc nào để soạn" in later.stdout
    assert [one.name for one in folder.glob("*.eml") if ".cu." not in one.name] == []


def test_texts_to_paste_into_groups(root: Path) -> None:
    outreach = root / "data/outreach.yaml"
    groups = "zalo: [{ten: Nhóm Một, don_vi: [trung-tam-1]}]\n"
    outreach.write_text(outreach.read_text(encoding="utf-8") + groups, encoding="utf-8")
    done = call("-C", str(root), "remind", "--zalo", "--as-of", MONDAY)
    one, other = done.stdout.split("\n\n")
    assert one.startswith("── Nhóm Một ──\n")
    assert "- Sắp đến hạn «Báo cáo năm», hạn hết thứ Hai 04/5/2026: Trung tâm số 1." in one
    assert other.startswith("── Đơn vị chưa ở nhóm nào ──\n")
    assert "Trung tâm số 2, Trung tâm số 3." in other


def test_templates_of_the_workspace_are_checked_and_used(root: Path) -> None:
    put(root, "templates/thu/nhac-truoc.txt", "Tiêu đề: {{ so_viec }} việc\n\n{{ don_vi.tenn }}\n")
    done = call("-C", str(root), "template", "check")
    assert done.returncode == 1
    assert "thu/nhac-truoc.txt: dòng 3: TT410" in done.stdout + done.stderr
    done = call("-C", str(root), "remind", "--drafts", "--as-of", MONDAY)
    assert done.returncode == 3
    assert "Mẫu thư thu/nhac-truoc.txt có lỗi" in done.stderr
    put(root, "templates/thu/nhac-truoc.txt", "Tiêu đề: {{ so_viec }} việc\n\nChào {{ don_vi.ten }}\n")
    call("-C", str(root), "remind", "--drafts", "--as-of", MONDAY)
    letter = message_from_bytes((root / "out/nhac-han/trung-tam-1.eml").read_bytes(), policy=policy.default)
    assert letter["Subject"] == "1 việc"
    assert letter.get_content() == "Chào Trung tâm số 1\n"


def test_sent_and_the_password_is_nowhere(tmp_path: Path) -> None:
    """A whole run by process; the unit's due day is moved to three days from now by an extension."""
    papers = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers.path, papers.key)
    inbox = Inbox()
    said = []
    with serving(inbox, tls=context, login=True) as port:
        outreach = PRIVATE.replace("CERT", str(papers.path)).replace(
            "nhac_han:\n", "nhac_han:\n  ngay_gui: moi-ngay\n"
        )
        root = sending_year(tmp_path / "nam", port, centres=1, outreach=outreach)
        until = date.today() + timedelta(days=3)  # noqa: DTZ011 - any day near the one of the run will do
        put(
            root,
            "data/submissions/trung-tam-1/bao-cao-nam@2025-2026.yaml",
            "don_vi: trung-tam-1\nnhiem_vu: bao-cao-nam\nky: 2025-2026\n"
            f"gia_han: [{{ngay: 27/4/2026, den: {until.isoformat()}, ly_do: Mưa lũ}}]\n",
        )
        cache = str(tmp_path / "nho")
        for password in ("sai-" + PASSWORD, PASSWORD, PASSWORD):
            done = call(
                *("-C", str(root), "remind", "--send", "--no-mailbox"),
                TRUYENTHONG_CACHE=cache,
                MAT_KHAU_THU=password,
            )
            said.append((done.returncode, done.stdout + done.stderr))
    history = call("-C", str(root), "remind", "--history")
    assert [code for code, _ in said] == [3, 0, 0]
    assert "không cho tài khoản vp@example.gov.vn đăng nhập: 535" in said[0][1]
    assert "Đã gửi 1 trên 1 thư" in said[1][1]
    assert "Đã gửi 0 trên 0 thư" in said[2][1]
    assert "đã gửi  Trung tâm số 1  tt1@example.edu.vn  mã " in history.stdout
    assert len(inbox.mails) == 1
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".pem"]
    assert [path for path in written if PASSWORD.encode() in path.read_bytes()] == []
    assert PASSWORD not in "".join(text for _, text in said) + history.stdout
