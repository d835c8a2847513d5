"""The script that cron and systemd run: its mails, its log, its exit code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.years.second_plan import REPOSITORY, receive, workspace

SCRIPT = REPOSITORY / "deploy" / "hang-ngay.sh"
STAMP = re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}  ")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a POSIX shell script; Windows has hang-ngay.cmd")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "kế hoạch")


def run(root: Path, *, address: str | None = "vanphong@example.vn") -> tuple[int, str, str]:
    """The exit code, the mail that was sent (its heading, address and text) and the log."""
    folder = root.parent
    program, mail, sent = folder / "truyenthong", folder / "mail", folder / "thu"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m truyenthong "$@"\n', encoding="utf-8")
    mail.write_text(f'#!/bin/sh\n(echo "$2 → $3"; cat) > "{sent}"\n', encoding="utf-8")
    for one in (program, mail):
        one.chmod(0o755)
    sent.unlink(missing_ok=True)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TRUYENTHONG")}
    done = subprocess.run(
        [str(SCRIPT), str(root), str(folder / "bao-cao"), *([address] if address else [])],
        env={**kept, "TRUYENTHONG": str(program), "MAIL": str(mail), "TRUYENTHONG_AS_OF": "2026-02-10"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    log = root / "nhat-ky.txt"
    return (
        done.returncode,
        sent.read_text(encoding="utf-8") if sent.exists() else "",
        log.read_text(encoding="utf-8"),
    )


def test_who_is_late_is_in_the_mail(root: Path) -> None:
    receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "15/1/2026 08:00")
    code, mail, log = run(root)
    assert code == 1
    first, _, text = mail.partition("\n")
    assert re.fullmatch(r"Đơn vị chậm gửi báo cáo, ngày .* → vanphong@example.vn", first)
    assert "10/02/2026" in text
    assert (root.parent / "bao-cao" / "don-doc.docx").is_file()
    assert all(STAMP.match(row) for row in log.splitlines())
    assert "đã gửi thư" in log


def test_a_plan_that_cannot_be_read_is_told_and_no_mail_is_empty(root: Path) -> None:
    (root / "data" / "plan.yaml").write_text("ma: [", encoding="utf-8")
    code, mail, log = run(root)
    assert code == 3
    first, _, text = mail.partition("\n")
    assert first.startswith("Chưa tính được đơn vị nào chậm")
    assert "data/plan.yaml:1:5: TT" in text
    assert "data/plan.yaml:1:5: TT" in log


def test_without_an_address_only_the_log_is_written(root: Path) -> None:
    code, mail, log = run(root, address=None)
    assert (code, mail) == (1, "")
    assert "xong, mã" in log
    assert "đã gửi thư" not in log


def test_the_log_does_not_grow_for_ever(root: Path) -> None:
    log = root / "nhat-ky.txt"
    log.write_text("cũ\n" * 400_000, encoding="utf-8")
    _, _, new = run(root)
    assert "cũ" not in new
    assert (root / "nhat-ky.cu.txt").stat().st_size > 1_000_000


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(SCRIPT), str(tmp_path / "khong-co"), str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, "Không ghi được nhật ký" in done.stderr) == (3, True)
