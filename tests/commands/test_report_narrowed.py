"""What a run that asks for less leaves alone, and slips that take nothing away from a unit."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.years.second_plan import REPOSITORY, call, put

DAY = "2021-06-01"
LEFT_OUT = """don_vi: pgd-lai-chau
nhiem_vu: khen-thuong
ky: 2020-2021
lan_nop:
  - nhan_luc: 25/5/2021
    noi_dung:
      so_luoc: Sơ lược
      thanh_tich: Tốt
      so_tap_the: {collectives}
      so_ca_nhan: 0
      de_nghi:
        - {{ten: Trường A, doi_tuong: tap-the, hinh_thuc: Giấy khen, thanh_tich: Tốt}}
"""
PAPER = "thanh-tich--pgd-lai-chau--khen-thuong@2020-2021--1.docx"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the sample year."""
    return shutil.copytree(REPOSITORY / "examples" / "2020-2021", tmp_path / "nam")


def achievement(root: Path, collectives: int, more: str = "") -> bool:
    """Whether the achievement form of a proposal without its optional tables is made."""
    text = LEFT_OUT.format(collectives=collectives) + more
    put(root, "data/submissions/pgd-lai-chau/khen-thuong@2020-2021.yaml", text)
    done = call("-C", str(root), "report", "thanh-tich", "--as-of", DAY)
    assert done.returncode == 0, done.stderr
    return (root / "out" / PAPER).is_file()


def test_optional_tables_that_were_left_out_have_no_lines(root: Path) -> None:
    assert achievement(root, 1)


def test_nothing_is_printed_from_a_faulty_paper(root: Path) -> None:
    assert not achievement(root, 7)


def test_nothing_is_printed_from_a_returned_paper(root: Path) -> None:
    assert not achievement(root, 1, "    xu_ly: {ket_qua: tra-lai, ngay: 26/5/2021, ly_do: Sai}\n")


def test_asking_for_one_unit_changes_no_paper_about_all(root: Path) -> None:
    assert call("-C", str(root), "report", "--as-of", DAY).returncode == 0
    before = {path.name: path.read_bytes() for path in (root / "out").glob("*.docx")}
    asked = ("report", "--as-of", DAY, "--unit", "pgd-than-uyen")
    done = call("-C", str(root), *asked)
    assert done.returncode == 0
    assert "gộp mọi đơn vị" in done.stderr
    assert call("-C", str(root), *asked, "--period", "2020-11").returncode == 0
    assert {path.name: path.read_bytes() for path in (root / "out").glob("*.docx")} == before


def row(root: Path, unit: str, text: str, day: str) -> str:
    """The year report of a unit as the board's CSV tells it."""
    put(root, f"data/submissions/{unit}/bao-cao-nam@2020-2021.yaml", text)
    asked = ("status", unit, "--obligation", "bao-cao-nam", "--as-of", day, "--format", "csv")
    return call("-C", str(root), *asked).stdout.splitlines()[1]


HEAD = "don_vi: pgd-sin-ho\nnhiem_vu: bao-cao-nam\nky: 2020-2021\n"


def test_an_extension_to_an_earlier_day_takes_no_day_away(root: Path) -> None:
    told = row(
        root, "pgd-sin-ho", HEAD + "gia_han: [{ngay: 20/5/2021, den: 5/5/2021, ly_do: Mưa}]\n", "2021-05-28"
    )
    assert '"30/5/2021";"sắp đến hạn, còn 2 ngày"' in told


def test_a_paper_sent_again_with_a_mistyped_day_is_no_longer_returned(root: Path) -> None:
    receipts = (
        "lan_nop:\n  - {nhan_luc: 3/5/2021, xu_ly: {ket_qua: tra-lai, ngay: 4/5/2021, ly_do: Thiếu}}\n"
        "  - {nhan_luc: 31/4/2021}\n"
    )
    assert '"có lỗi, quá hạn 2 ngày"' in row(root, "pgd-sin-ho", HEAD + receipts, "2021-06-01")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without a device that is always full")
def test_a_full_disk_behind_the_result_is_told(root: Path) -> None:
    command = [sys.executable, "-m", "truyenthong", "-C", str(root), "status", "--as-of", DAY]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8")
    assert done.returncode == 3
    assert "đĩa đã đầy" in done.stderr
    assert "Traceback" not in done.stderr
