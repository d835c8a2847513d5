"""``page`` by process: where the file goes, that it is ours, and what a person changed in it."""

from __future__ import annotations

from pathlib import Path

from support.years import second_plan

DAY = ("--as-of", "2026-06-01")


def test_the_page_is_made_where_the_reports_are_and_made_again_byte_for_byte(tmp_path: Path) -> None:
    root = second_plan.workspace(tmp_path / "nam")
    second_plan.receive(root, "truong-a", "bao-cao-nam", "2025-2026", "28/4/2026")
    done = second_plan.call("page", *DAY, cwd=root)
    made = root / "out" / "tien-do.html"
    assert (done.returncode, done.stdout) == (0, "out/tien-do.html\n")
    first = made.read_bytes()
    assert "Trường THPT Mai Hạ" in first.decode()
    again = second_plan.call("page", *DAY, cwd=root)
    assert (again.returncode, again.stderr) == (0, done.stderr)
    assert made.read_bytes() == first
    other = second_plan.call("page", *DAY, "--out", "xem.html", cwd=root)
    assert (other.stdout, (root / "xem.html").read_bytes()) == ("xem.html\n", first)


def test_what_a_person_changed_is_kept_beside(tmp_path: Path) -> None:
    root = second_plan.workspace(tmp_path / "nam")
    made = root / "out" / "tien-do.html"
    second_plan.call("page", *DAY, cwd=root)
    made.write_text("sửa tay", encoding="utf-8")
    done = second_plan.call("page", *DAY, cwd=root)
    kept = [one for one in made.parent.iterdir() if "sua-tay" in one.name]
    assert [one.read_text(encoding="utf-8") for one in kept] == ["sửa tay"]
    assert kept[0].name in done.stderr


def test_a_name_that_no_browser_opens_is_refused(tmp_path: Path) -> None:
    root = second_plan.workspace(tmp_path / "nam")
    done = second_plan.call("page", "--out", "tien-do.docx", cwd=root)
    assert done.returncode == 2
    assert ".html" in done.stderr
    assert not (root / "tien-do.docx").exists()


def test_what_waits_is_counted_by_the_day_on_which_it_came(tmp_path: Path) -> None:
    root = second_plan.workspace(tmp_path / "nam")
    second_plan.put(root, "den/la.bin", "không ai biết đây là gì")
    taken = second_plan.call("intake", "den/la.bin", *DAY, "--received", "1/6/2026", cwd=root)
    assert taken.returncode == 1, taken.stderr
    second_plan.call("page", *DAY, cwd=root)
    assert "1 việc chờ quyết định" in (root / "out" / "tien-do.html").read_text(encoding="utf-8")
    second_plan.call("page", "--as-of", "2026-05-31", cwd=root)
    before = (root / "out" / "tien-do.html").read_text(encoding="utf-8")
    assert "Không việc nào chờ quyết định" in before
