"""Units, duties and periods as people say them; what fits two units is never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.years.second_plan import REPOSITORY, call, receive, workspace
from truyenthong.errors import UsageError
from truyenthong.model.units import Roster
from truyenthong.operations.choose import Selection, find_unit, in_codes
from truyenthong.operations.load import Ready, load, ready
from truyenthong.workspace.layout import named_workspace

SAMPLE = REPOSITORY / "examples/2020-2021"
DAY = ("--as-of", "2026-02-10")


@pytest.fixture(scope="module")
def work() -> Ready:
    return ready(load(named_workspace(REPOSITORY)))


@pytest.fixture(scope="module")
def roster(work: Ready) -> Roster:
    return work.roster


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("PGD Than Uyên", "pgd-than-uyen"),
        ("Phòng GD Tân Uyên", "pgd-tan-uyen"),
        ("phong gd&dt than uyen", "pgd-than-uyen"),
        ("Phòng Giáo dục và Đào tạo Mường Tè", "pgd-muong-te"),
        ("Trường THPT Bình Lư", "thpt-binh-lu"),
        ("trung học phổ thông Bình Lư", "thpt-binh-lu"),
        ("VP Sở GD&ĐT", "van-phong-so"),
    ],
)
def test_units_by_what_people_call_them(roster: Roster, word: str, code: str) -> None:
    assert find_unit(roster, word).code == code


def test_every_name_of_a_unit_is_its_own(roster: Roster) -> None:
    for unit in roster.units:
        for name in (unit.code, unit.name, unit.short_name):
            assert find_unit(roster, name).code == unit.code


@pytest.mark.parametrize("word", ["THPT", "Phòng GD&ĐT", "trường", "", "Mường"])
def test_what_fits_several_units_or_none_is_asked_about(roster: Roster, word: str) -> None:
    with pytest.raises(UsageError) as told:
        find_unit(roster, word)
    assert not (told.value.hint or "").endswith("?.")


def test_duties_kinds_and_periods_by_name(work: Ready) -> None:
    said = Selection(
        unit="PGD Than Uyên",
        obligation="bao cao tinh hinh du luan tai dia phuong",
        period="11/2020",
        kind="Phòng Giáo dục và Đào tạo",
    )
    assert in_codes(said, work.plan, work.roster) == Selection(
        unit="pgd-than-uyen", obligation="bao-cao-du-luan", period="2020-11", kind="phong-gddt"
    )


def test_words_and_options_say_the_same(tmp_path: Path) -> None:
    root = workspace(tmp_path / "nam")
    receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "25/1/2026 08:00")
    there = ("-C", str(root))
    named = ("--unit", "truong-a", "--obligation", "bao-cao-hoc-ky", "--period", "hk1")
    for command in ("explain", "review"):
        by_words = call(*there, command, "truong-a", "bao-cao-hoc-ky", "hk1", *DAY)
        assert by_words.returncode == 0
        assert call(*there, command, *named, *DAY).stdout == by_words.stdout
    assert call(*there, "explain", "truong-a", "--unit", "truong-b", *DAY).returncode == 2
    assert call(*there, "record", "receipt", "--received", "1/2/2026").returncode == 2


def test_a_unit_alone_is_explained_with_all_that_is_late(tmp_path: Path) -> None:
    root = workspace(tmp_path / "nam")
    receive(root, "truong-a", "bao-cao-hoc-ky", "hk1", "25/1/2026 08:00")
    told = call("-C", str(root), "explain", "truong-a", *DAY).stdout
    late = call("-C", str(root), "status", "truong-a", *DAY).stdout.count("\nChậm ")
    assert late > 1
    assert told.count("Căn cứ: mục ") == late
    early = call("-C", str(root), "explain", "truong-a", "--as-of", "2025-09-02").stdout
    assert "không chậm nhiệm vụ nào" in early
