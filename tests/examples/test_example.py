"""The sample year is what its generator makes, says that it is invented, shows every kind of submission."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from support.second_plan import call

REPOSITORY = Path(__file__).resolve().parent.parent.parent
EXAMPLE = REPOSITORY / "examples" / "2020-2021"
SUBMISSIONS = sorted((EXAMPLE / "data" / "submissions").rglob("*.yaml"))


@pytest.mark.parametrize("name", ["plan.yaml", "units.yaml", "calendar.yaml"])
def test_plan_units_and_calendar_are_the_real_ones(name: str) -> None:
    assert (EXAMPLE / "data" / name).read_bytes() == (REPOSITORY / "data" / name).read_bytes()


def test_every_submission_says_that_it_is_invented() -> None:
    assert len(SUBMISSIONS) > 100
    for path in SUBMISSIONS:
        assert path.read_text(encoding="utf-8").startswith("# Dữ liệu mẫu: "), path


def test_the_generator_makes_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(REPOSITORY / "examples"))
    import make_example  # noqa: PLC0415 - it lies outside of the package

    files, there = make_example.wanted(), make_example.there()
    assert sorted(files) == sorted(there)
    assert [name for name in files if files[name] != there[name]] == []
    for name in ("make_example", "sample_year"):
        sys.modules.pop(name, None)


def test_every_kind_of_outcome_is_there() -> None:
    told = json.loads(call("-C", str(EXAMPLE), "status", "--as-of", "2021-06-01", "--format", "json").stdout)
    states = Counter(row["state"] for row in told["rows"])
    wanted = [
        "on_time",
        "late",
        "nil",
        "returned",
        "invalid",
        "overdue",
        "due_soon",
        "upcoming",
        "optional",
        "undated",
    ]
    assert set(wanted) <= set(states)
    assert told["measures"] == {
        "expected": 38,
        "received": 32,
        "received_rate": 0.8421,
        "on_time": 25,
        "on_time_rate": 0.6579,
    }


def test_only_the_planted_faults_are_found() -> None:
    done = call("-C", str(EXAMPLE), "validate", "--format", "json")
    assert done.returncode == 1
    told = json.loads(done.stdout)["findings"]
    assert [(one["code"], one["file"].split("/")[2]) for one in told if one["severity"] != "notice"] == [
        ("TT309", "ptdtnt-tinh"),
        ("TT180", "thpt-binh-lu"),
        ("TT103", "thpt-nam-tam"),
        ("TT307", "thpt-trung-dong"),
    ]


@pytest.mark.parametrize(
    ("unit", "state", "late"),
    [
        ("pgd-tam-duong", "on_time", 0),
        ("pgd-than-uyen", "late", 2),
        ("pgd-tan-uyen", "on_time", 0),
        ("pgd-phong-tho", "returned", 2),
        ("pgd-muong-te", "due_soon", None),
        ("pgd-nam-nhun", "on_time", 0),
        ("thpt-muong-so", "late", 1),
        ("thpt-dao-san", "late", 1),
        ("thpt-nam-tam", "invalid", 2),
        ("thpt-muong-kim", "overdue", 2),
    ],
)
def test_the_year_report_of_a_unit(unit: str, state: str, late: int | None) -> None:
    args = ("status", unit, "--obligation", "bao-cao-nam", "--as-of", "2021-06-01", "--format", "json")
    (row,) = json.loads(call("-C", str(EXAMPLE), *args).stdout)["rows"]
    assert (row["state"], row["days_late"]) == (state, late)
