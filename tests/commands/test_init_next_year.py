"""The next school year is started from this one: nothing invented, nothing overwritten, each change told."""

from __future__ import annotations

import shutil
from pathlib import Path

from support.years.second_plan import REPOSITORY, call, put, receive, workspace

EXAMPLE = REPOSITORY / "examples" / "2020-2021"


def test_the_real_plan_goes_on_to_the_next_year(tmp_path: Path) -> None:
    new = tmp_path / "moi"
    made = call("init", str(new), "--from", str(EXAMPLE))
    assert made.returncode == 0, made.stderr
    assert "nhiem_vu[1].han.truoc_ngay: 31/5/2021 → thứ Ba 31/5/2022" in made.stdout
    assert not (new / "data" / "submissions").exists()
    assert not (new / "data" / "settings.yaml").exists()
    assert (new / "data" / "units.yaml").read_bytes() == (EXAMPLE / "data" / "units.yaml").read_bytes()
    listed = (new / "CHO-XAC-NHAN.md").read_text(encoding="utf-8")
    assert "chưa có ngày nghỉ nào của năm 2022" in listed
    assert "`van_ban.thang`" not in listed
    assert "van_ban.thang: 10 → để trống" in listed
    checked = call("-C", str(new), "validate")
    assert checked.returncode == 0, checked.stdout
    assert "cảnh báo TT221" in checked.stdout
    board = call("-C", str(new), "status", "--as-of", "1/6/2022", "--format", "json")
    assert '"due": "2022-05-30T23:59:59+07:00"' in board.stdout


def test_the_old_words_are_not_printed_as_the_new_plan(tmp_path: Path) -> None:
    new = tmp_path / "moi"
    call("init", str(new), "--from", str(EXAMPLE))
    told = call("-C", str(new), "report", "ke-hoach", "--as-of", "1/10/2021")
    assert "nguyên văn trong data/plan.yaml còn là của năm học 2020-2021" in told.stderr
    assert not (new / "out" / "ke-hoach.docx").exists()
    plan = new / "data" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("nguyen_van_cua: 2020-2021\n", ""), encoding="utf-8", newline="\n")
    assert call("-C", str(new), "report", "ke-hoach", "--as-of", "1/10/2021").returncode == 0
    assert (new / "out" / "ke-hoach.docx").exists()


def test_another_plan_its_own_templates_and_units_that_close(tmp_path: Path) -> None:
    old = workspace(tmp_path / "cu")
    receive(old, "thcs-an-binh", "bao-cao-nam", "2025-2026", "1/5/2026")
    (old / "templates").mkdir(exist_ok=True)
    shutil.copy(REPOSITORY / "templates" / "tien-do.docx", old / "templates" / "tien-do.docx")
    shutil.copy(old / "templates" / "tien-do.docx", old / "templates" / "tien-do.chu-thich.docx")
    units = old / "data" / "units.yaml"
    last = "\n  - {ma: truong-cu, ten: Trường cũ, loai: LOAI, hieu_luc: [{den: 30/6/2026}], ke_thua: [MOI]}\n"
    text = units.read_text(encoding="utf-8").rstrip("\n")
    kind, heir = _kind_and_unit(text)
    put(old, "data/units.yaml", text + last.replace("LOAI", kind).replace("MOI", heir))
    new = tmp_path / "moi"
    made = call("init", str(new), "--from", str(old), "--school-year", "2027 - 2028")
    assert made.returncode == 0, made.stderr
    assert "nam_hoc: 2025-2026 → 2027-2028" in made.stdout
    assert [path.name for path in (new / "templates").glob("*.docx")] == ["tien-do.docx"]
    listed = (new / "CHO-XAC-NHAN.md").read_text(encoding="utf-8")
    assert "Trường cũ: hoạt động đến hết ngày 30/6/2026; kế thừa: " in listed
    assert call("-C", str(new), "validate").returncode == 0


def _kind_and_unit(text: str) -> tuple[str, str]:
    codes = [row.partition("ma: ")[2].partition(",")[0].strip() for row in text.splitlines() if "ma: " in row]
    return codes[0], codes[-1]


def test_nothing_is_overwritten_and_slips_are_told(tmp_path: Path) -> None:
    new = tmp_path / "moi"
    put(new, "data/plan.yaml", "ma: khac\n")
    refused = call("init", str(new), "--from", str(EXAMPLE))
    assert refused.returncode == 3
    assert "không ghi đè" in refused.stderr
    assert (new / "data" / "plan.yaml").read_text(encoding="utf-8") == "ma: khac\n"
    other = str(tmp_path / "khac")
    for args, told in (
        (("--school-year", "2021-2022"), "chỉ dùng cùng --from"),
        (("--from", str(EXAMPLE), "--example"), "không đi cùng nhau"),
        (("--from", str(EXAMPLE), "--school-year", "2020-2021"), "không sau năm học 2020-2021"),
        (("--from", str(EXAMPLE), "--school-year", "2021"), "--school-year"),
    ):
        wrong = call("init", other, *args)
        assert (wrong.returncode, told in wrong.stderr) == (2, True), wrong.stderr
    assert not Path(other).exists()
    missing = call("init", other, "--from", str(tmp_path / "khong-co"))
    assert missing.returncode == 3


REGISTER = """so: cong-tac-vien
# ai thôi thì ghi dang_lam: không
muc:
  - {so: CTV-001, ho_ten: Nguyễn Thị A, don_vi: pgd-sin-ho, dang_lam: có, da_tap_huan: có}
"""


def test_a_register_that_goes_on_is_carried_over_with_a_list(tmp_path: Path) -> None:
    old = tmp_path / "cu"
    assert call("init", str(old), "--example").returncode == 0
    put(old, "data/registers/cong-tac-vien.yaml", REGISTER)
    left = call("init", str(tmp_path / "khong"), "--from", str(old))
    assert "Chưa chép Sổ cộng tác viên truyền thông (1 mục): còn dùng thì" in left.stdout
    assert not (tmp_path / "khong" / "data" / "registers" / "cong-tac-vien.yaml").exists()
    new = tmp_path / "moi"
    made = call("init", str(new), "--from", str(old), "--carry", "cong-tac-vien")
    assert made.returncode == 0, made.stderr
    assert (new / "data" / "registers" / "cong-tac-vien.yaml").read_text(encoding="utf-8") == REGISTER
    listed = (new / "CHO-XAC-NHAN.md").read_text(encoding="utf-8")
    assert "- [ ] CTV-001, Nguyễn Thị A, Phòng GD&ĐT Sìn Hồ" in listed
    assert "- [ ] Cột «Đã dự tập huấn trong năm học» nói về năm học 2020-2021" in listed
    assert call("-C", str(new), "validate").returncode == 0


def test_events_of_a_year_and_invented_people_stay_behind(tmp_path: Path) -> None:
    """Articles have a day of their own; the sample year's collaborators are made up."""
    old = tmp_path / "cu"
    call("init", str(old), "--example")
    for register in ("tin-bai", "cong-tac-vien"):
        refused = call("init", str(tmp_path / "moi"), "--from", str(old), "--carry", register)
        assert (refused.returncode, "Không chép được sổ" in refused.stderr) == (2, True)
    sample = call("init", str(tmp_path / "moi"), "--from", str(EXAMPLE), "--carry", "cong-tac-vien")
    assert (sample.returncode, "không có sổ nào còn dùng" in sample.stderr) == (2, True)
    alone = call("init", str(tmp_path / "moi"), "--carry", "cong-tac-vien")
    assert (alone.returncode, "chỉ dùng cùng --from" in alone.stderr) == (2, True)
    assert not (tmp_path / "moi").exists()
