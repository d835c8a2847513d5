"""The sample year is what its generator makes, says that it is invented, shows every kind of submission."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from truyenthong.findings import Severity
from truyenthong.model.submissions import Submission
from truyenthong.operations.choose import Selection
from truyenthong.operations.load import Loaded, load
from truyenthong.operations.status import StatusOutcome, status
from truyenthong.operations.validate import validate
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.snapshot import look_at

REPOSITORY = Path(__file__).resolve().parent.parent.parent
EXAMPLE = Workspace(root=REPOSITORY / "examples" / "2020-2021")
SCRIPT = REPOSITORY / "examples" / "make_example.py"
AS_OF = date(2021, 6, 1)
MARK = "# Dữ liệu mẫu: số liệu và sự việc trong tệp này là bịa để làm ví dụ.\n"


@pytest.fixture(scope="module")
def year() -> StatusOutcome:
    return status(EXAMPLE, Selection(), as_of=AS_OF)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(EXAMPLE)


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The generator's script as a module; it lies outside of every package."""
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    import make_example  # noqa: PLC0415

    yield make_example
    for name in [one for one in sys.modules if one.partition(".")[0] in {"make_example", "sample_year"}]:
        del sys.modules[name]


# What the files are


@pytest.mark.parametrize("name", ["plan.yaml", "units.yaml", "calendar.yaml"])
def test_plan_units_and_calendar_are_the_real_ones(name: str) -> None:
    assert (EXAMPLE.root / "data" / name).read_bytes() == (REPOSITORY / "data" / name).read_bytes()


def test_every_invented_file_says_so_in_its_first_line() -> None:
    files = [EXAMPLE.root / name for name in (*look_at(EXAMPLE).registers, *look_at(EXAMPLE).submissions)]
    assert len(files) > 100
    for path in [*files, EXAMPLE.settings]:
        data = path.read_bytes()
        assert data.decode().startswith(MARK), path
        assert b"\r" not in data, path


def test_the_sample_is_marked_for_every_page(year: StatusOutcome) -> None:
    assert year.sample


def test_the_generator_makes_the_same_bytes(generator: ModuleType) -> None:
    assert generator.differences(generator.wanted(), generator.there()) == []


def test_chance_does_not_hang_on_the_process() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/Lima"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "examples/2020-2021: đúng\n"), done.stderr


def test_check_names_what_is_missing_superfluous_or_different(generator: ModuleType) -> None:
    lines = generator.differences({"a": b"1", "b": b"1", "d": b"1"}, {"a": b"1", "b": b"2", "c": b"1"})
    assert lines == ["khác:  b", "thừa:  c", "thiếu: d"]


def test_writing_leaves_exactly_what_is_wanted(generator: ModuleType, tmp_path: Path) -> None:
    generator.write({"data/a/x.yaml": b"1", "data/b/x.yaml": b"2"}, tmp_path)
    generator.write({"data/b/x.yaml": b"3"}, tmp_path)
    assert generator.there(tmp_path) == {"data/b/x.yaml": b"3"}
    assert not (tmp_path / "data" / "a").exists()


# What is in them


def test_only_the_planted_faults_are_found() -> None:
    outcome = validate(EXAMPLE, [], today=date(2026, 1, 5))
    told = [one.finding for one in outcome.findings]
    assert [
        (one.code, one.ref.file.split("/")[2]) for one in told if one.severity is not Severity.NOTICE
    ] == [
        ("TT351", "tin-bai.yaml"),
        ("TT353", "vu-viec.yaml"),
        ("TT353", "vu-viec.yaml"),
        ("TT309", "ptdtnt-tinh"),
        ("TT180", "thpt-binh-lu"),
        ("TT103", "thpt-nam-tam"),
        ("TT307", "thpt-trung-dong"),
    ]
    compared = {one.ref.path[-1] for one in told if one.code == "TT354"}
    assert compared == {"tin_bai", "theo_chu_de", "cong_tac_vien"}
    doubtful = [one.ref.file.split("/")[2] for one in told if one.code == "TT318"]
    assert doubtful == ["thpt-dao-san", "thpt-muong-so"]


def test_the_year_stands_as_on_its_day(loaded: Loaded) -> None:
    for submission in loaded.submissions.values():
        days = [one.received.day for one in submission.receipts]
        days += [one.decision.day for one in submission.receipts if one.decision is not None]
        days += [one.granted for one in submission.extensions]
        assert max(days) <= AS_OF, submission.file


def test_a_digest_adds_up_what_the_units_reported(loaded: Loaded) -> None:
    of_month: defaultdict[str | None, list[Submission]] = defaultdict(list)
    digests: list[Submission] = []
    for submission in loaded.submissions.values():
        if submission.obligation == "bao-cao-du-luan":
            of_month[submission.period].append(submission)
        elif submission.obligation == "tong-hop-thang":
            digests.append(submission)
    assert len(digests) == 7
    for digest in digests:
        receipts = [one.receipts[0] for one in of_month[digest.period]]
        contents = [one.content for one in receipts if one.content is not None]
        written = digest.receipts[0]
        assert written.content is not None
        assert max(one.received.sort_key for one in receipts) < written.received.sort_key
        assert written.content["don_vi_bao_cao"] == len(receipts)
        assert written.content["don_vi_khong_phat_sinh"] == sum(one.nil for one in receipts)
        assert written.content["tiep_nhan"] == sum(int(str(one["tiep_nhan"])) for one in contents)


def test_the_papers_of_a_unit_are_numbered_in_the_order_of_their_days(loaded: Loaded) -> None:
    registers: defaultdict[tuple[str, str, int], list[tuple[date, int]]] = defaultdict(list)
    for submission in loaded.submissions.values():
        for receipt in submission.receipts:
            paper = receipt.paper
            if paper is not None and paper.day is not None and paper.number and paper.symbol:
                register = (submission.unit, paper.symbol, paper.day.year)
                registers[register].append((paper.day, int(paper.number)))
    assert max(len(papers) for papers in registers.values()) > 5
    for register, papers in registers.items():
        numbers = [number for _, number in sorted(papers)]
        assert numbers == sorted(set(numbers)), register


# How the year stands


def test_every_kind_of_outcome_is_there(year: StatusOutcome) -> None:
    states = Counter(row.state.value for row in year.rows)
    wanted = ("on_time", "late", "nil", "returned", "invalid", "overdue", "due_soon", "upcoming")
    assert {*wanted, "optional", "undated"} <= set(states)


def test_the_measures_of_the_year(year: StatusOutcome) -> None:
    """30 year reports, 7 digests and the month that has begun; reckoned by hand from the scenario."""
    assert (year.measures.expected, year.measures.received, year.measures.on_time) == (38, 32, 24)
    assert [(row.unit.code, row.state.value) for row in year.behind] == [
        ("pgd-phong-tho", "returned"),
        ("tt-gdtx-tinh", "overdue"),
        ("ptdtnt-thpt-nam-nhun", "overdue"),
        ("thpt-nam-tam", "invalid"),
        ("thpt-binh-lu", "invalid"),
        ("thpt-muong-kim", "overdue"),
    ]


@pytest.mark.parametrize(
    ("unit", "state", "late", "receipts"),
    [
        pytest.param("pgd-lai-chau", "on_time", 0, 1, id="accepted"),
        pytest.param("pgd-muong-te", "due_soon", None, 0, id="extended, not yet received"),
        pytest.param("pgd-nam-nhun", "on_time", 0, 1, id="received within its extension"),
        pytest.param("pgd-sin-ho", "on_time", 0, 2, id="corrected"),
        pytest.param("pgd-phong-tho", "returned", 2, 1, id="returned, not resent"),
        pytest.param("pgd-tam-duong", "on_time", 0, 1, id="in time"),
        pytest.param("pgd-tan-uyen", "on_time", 0, 2, id="returned, resent in time"),
        pytest.param("pgd-than-uyen", "late", 2, 2, id="returned, resent late"),
        pytest.param("ptdtnt-tinh", "on_time", 0, 1, id="on paper alone"),
        pytest.param("thpt-muong-so", "late", 1, 1, id="on the doubtful day"),
        pytest.param("thpt-dao-san", "late", 1, 1, id="on the doubtful day, no hour"),
        pytest.param("thpt-quyet-thang", "late", 2, 1, id="late"),
        pytest.param("thpt-nam-tam", "invalid", 2, 1, id="a day that is in no calendar"),
        pytest.param("thpt-binh-lu", "invalid", 2, 1, id="figures that do not agree"),
        pytest.param("thpt-muong-kim", "overdue", 2, 0, id="nothing"),
    ],
)
def test_the_year_report_of_a_unit(
    year: StatusOutcome, unit: str, state: str, late: int | None, receipts: int
) -> None:
    (row,) = [one for one in year.rows if (one.unit.code, one.obligation.code) == (unit, "bao-cao-nam")]
    assert (row.state.value, row.days_late, len(row.receipts)) == (state, late, receipts)


def test_the_office_was_late_once(year: StatusOutcome) -> None:
    late = {row.period_code: row.days_late for row in year.rows if row.obligation.code == "tong-hop-thang"}
    assert {period: days for period, days in late.items() if days} == {"2021-02": 1}
