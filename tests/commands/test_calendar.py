"""``calendar`` by process, its files read as raw lines: what Outlook, Google and Apple go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar

from support.years import second_plan

DAY = "2026-06-01"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return second_plan.workspace(tmp_path / "nam")


def raw(root: Path, name: str, *more: str, day: str = DAY) -> bytes:
    done = second_plan.call("calendar", *more, "--as-of", day, cwd=root)
    assert done.returncode == 0, done.stderr
    return (root / "out" / "lich" / f"{name}.ics").read_bytes()


def lines(data: bytes) -> list[str]:
    """The content lines, folds undone by the letter of RFC 5545, 3.1."""
    assert data.endswith(b"\r\n")
    return data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]


def events(data: bytes) -> Iterator[dict[str, str]]:
    """Each event by its UID's duty: properties by name, the number of its alarms under ``alarms``."""
    event: dict[str, str] = {}
    inside: list[str] = []
    for line in lines(data):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
            event = {"alarms": ""} if value == "VEVENT" else event
        elif name == "END":
            assert inside.pop() == value
            if value == "VEVENT":
                yield event
        elif inside[-1] == "VEVENT":
            assert name not in event, "a property stands once"
            event[name] = value
        elif name == "TRIGGER":
            event["alarms"] += f"{value} "


def by_uid(data: bytes) -> dict[str, dict[str, str]]:
    found = [*events(data)]
    assert len({one["UID"] for one in found}) == len(found)
    return {one["UID"].rsplit(".", 1)[0]: one for one in found}


def test_lines_are_folded_at_75_octets_and_never_within_a_letter(root: Path) -> None:
    data = raw(root, "truong-a", "--unit", "truong-a")
    physical = data.split(b"\r\n")[:-1]
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, physical)) <= 75
    assert any(len(one) > 60 for one in physical)
    for one in physical:
        one.decode("utf-8")


def test_every_due_day_is_one_whole_day_without_a_clock_time(root: Path) -> None:
    second_plan.receive(root, "truong-a", "bao-cao-nam", "2025-2026", "2/5/2026")
    found = by_uid(raw(root, "truong-a", "--unit", "truong-a"))
    event = found["bao-cao-nam@2025-2026.truong-a"]
    start, end = event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]
    assert re.fullmatch(r"\d{8}", start)
    assert (start, end) == ("20260504", "20260505")
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")
    assert "Ngày cuối còn đúng hạn là 04/5/2026" in event["DESCRIPTION"]
    for one in found.values():
        assert {"UID", "DTSTAMP", "SEQUENCE", "LAST-MODIFIED", "SUMMARY", "CATEGORIES"} <= one.keys()
        assert one["DTSTAMP"].endswith("Z")
        assert not any(name.startswith(("DTSTART;TZID", "DTEND;TZID")) or name == "DTSTART" for name in one)


def test_what_came_in_is_reminded_of_no_more(root: Path) -> None:
    waiting = by_uid(raw(root, "truong-a", "--unit", "truong-a", day="2026-04-01"))
    assert waiting["bao-cao-nam@2025-2026.truong-a"]["alarms"] == "-P6DT16H -PT16H "
    second_plan.receive(root, "truong-a", "bao-cao-nam", "2025-2026", "1/4/2026")
    answered = by_uid(raw(root, "truong-a", "--unit", "truong-a", day="2026-04-01"))
    event = answered["bao-cao-nam@2025-2026.truong-a"]
    assert event["alarms"] == ""
    assert event["DESCRIPTION"].startswith("Đã nhận.")


def test_an_extension_moves_the_very_same_event(root: Path) -> None:
    before = by_uid(raw(root, "truong-a", "--unit", "truong-a"))["bao-cao-nam@2025-2026.truong-a"]
    second_plan.put(
        root,
        "data/submissions/truong-a/bao-cao-nam@2025-2026.yaml",
        "don_vi: truong-a\nnhiem_vu: bao-cao-nam\nky: 2025-2026\n"
        "gia_han:\n  - {ngay: 20/4/2026, den: 5/6/2026, ly_do: Mưa lũ}\n",
    )
    after = by_uid(raw(root, "truong-a", "--unit", "truong-a"))["bao-cao-nam@2025-2026.truong-a"]
    assert after["DTSTART;VALUE=DATE"] == "20260605"
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["LAST-MODIFIED"] == "20260420T000000Z"
    known = by_uid(raw(root, "truong-a", "--unit", "truong-a", day="2026-04-19"))
    assert known["bao-cao-nam@2025-2026.truong-a"] == before, "granted later, not known yet"


def test_what_a_closed_unit_owed_is_cancelled_for_a_year_and_a_new_unit_never_owed_it(root: Path) -> None:
    closed = by_uid(raw(root, "truong-b", "--unit", "truong-b"))
    event = closed["bao-cao-nam@2025-2026.truong-b"]
    assert (event["STATUS"], event["alarms"]) == ("CANCELLED", "")
    assert event["SUMMARY"].startswith("Không phải nộp nữa: ")
    open_still = by_uid(raw(root, "truong-b", "--unit", "truong-b", day="2025-12-30"))
    was = open_still["bao-cao-nam@2025-2026.truong-b"]
    assert was["STATUS"] == "CONFIRMED"
    assert int(event["SEQUENCE"]) > int(was["SEQUENCE"])
    later = second_plan.call("calendar", "--unit", "truong-b", "--as-of", "2027-12-31", cwd=root)
    assert "không có lịch" in later.stderr or "CANCELLED" not in (
        root / "out" / "lich" / "truong-b.ics"
    ).read_text(encoding="utf-8")
    new = by_uid(raw(root, "truong-c", "--unit", "truong-c"))
    assert all(one["STATUS"] == "CONFIRMED" for one in new.values())
    assert min(one["DTSTART;VALUE=DATE"] for one in new.values()) >= "20260101"


def test_the_file_of_the_office_has_one_event_for_a_duty_and_period(root: Path) -> None:
    second_plan.call("calendar", "--all", "--as-of", DAY, cwd=root)
    data = raw(root, "ca-nganh")
    found = by_uid(data)
    assert "bao-cao-nam@2025-2026.ca-nganh" in found
    assert all(uid.endswith(".ca-nganh") for uid in found)
    for path in (root / "out" / "lich").glob("*.ics"):
        read = Calendar.from_ical(path.read_bytes())
        assert len(read.walk("VEVENT")) == len([*events(path.read_bytes())]) > 0
        assert [one.errors for one in read.walk() if one.errors] == []


def test_the_same_data_gives_the_same_bytes_and_a_changed_file_is_kept(root: Path) -> None:
    first = raw(root, "ca-nganh")
    assert raw(root, "ca-nganh") == first
    path = root / "out" / "lich" / "ca-nganh.ics"
    path.write_text("của tôi", encoding="utf-8")
    done = second_plan.call("calendar", "--as-of", DAY, cwd=root)
    assert "sua-tay" in done.stderr
    assert path.read_bytes() == first


def test_one_unit_and_all_units_are_not_asked_for_together(root: Path) -> None:
    assert second_plan.call("calendar", "--unit", "truong-a", "--all", cwd=root).returncode == 2
    assert second_plan.call("calendar", "--unit", "truong-x", cwd=root).returncode == 2
