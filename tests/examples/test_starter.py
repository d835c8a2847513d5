"""The starter is a workspace that stands: neutral, small, without an error or a warning."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from truyenthong.documents.calendar import decode_calendar
from truyenthong.documents.placeholders import PLACEHOLDERS
from truyenthong.errors import UnreadableDataError
from truyenthong.findings import Severity
from truyenthong.operations.choose import Selection
from truyenthong.operations.first_steps import first_steps
from truyenthong.operations.forms import FormOrder, make_forms
from truyenthong.operations.init.new_workspace import Kind, init
from truyenthong.operations.report.make import Request, report
from truyenthong.operations.status import status
from truyenthong.operations.validate import validate
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.layout import Workspace
from truyenthong.yamltext.parse import parse_yaml

REPOSITORY = Path(__file__).resolve().parent.parent.parent
STARTER = REPOSITORY / "starter"
NOW = datetime(2021, 5, 2, 7, 35, tzinfo=VIETNAM_TIME)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(root=init(tmp_path / "moi", Kind.STARTER).root)


def fill_in(workspace: Workspace) -> None:
    """Does what `validate` asks for: each placeholder becomes words of the office."""
    for path in (workspace.plan, workspace.units):
        text = path.read_text(encoding="utf-8")
        for place, one in enumerate(PLACEHOLDERS):
            text = text.replace(one, f"đã điền {place}")
        path.write_text(text, encoding="utf-8")


def test_its_only_faults_are_the_places_to_fill_in_each_told_in_order(workspace: Workspace) -> None:
    outcome = validate(workspace, [], today=date(2026, 9, 1))
    assert outcome.files == 4
    told = {(one.finding.code, one.finding.severity) for one in outcome.findings}
    notices = {("TT262", Severity.NOTICE), ("TT138", Severity.NOTICE)}  # days off, addresses: not yet known
    assert told == {("TT240", Severity.ERROR), *notices}
    places = [one.span.line for one in outcome.findings if one.finding.code == "TT240" and one.span]
    plan, units = places[:8], places[8:]
    assert plan == sorted(plan)
    assert units == sorted(units)
    assert len(units) == 8
    steps = [(one.file, one.places) for one in first_steps(outcome.findings)]
    assert steps == [("data/plan.yaml", 3), ("data/plan.yaml", 5), ("data/units.yaml", 8)]
    fill_in(workspace)
    mended = validate(workspace, [], today=date(2026, 9, 1))
    assert not mended.fails(strict=True)
    assert first_steps(mended.findings) == ()


def test_nothing_leaves_the_office_while_a_placeholder_is_left(workspace: Workspace) -> None:
    day = date(2026, 10, 1)
    with pytest.raises(UnreadableDataError, match=r"data/plan.yaml:36:15: TT240: .*«\(tên tỉnh\)»"):
        report(
            workspace, Request(out=workspace.root / "out"), as_of=day, now=NOW, tick=lambda _done, _all: None
        )
    order = FormOrder(obligation="bao-cao-nam", every=True, out=workspace.root / "out")
    with pytest.raises(UnreadableDataError, match="TT240"):
        make_forms(workspace, order, as_of=day, now=NOW)
    status(workspace, Selection(), as_of=day)
    assert not workspace.root.joinpath("out").exists()


def test_the_placeholders_are_those_of_the_starter() -> None:
    """All that stands in round brackets in its values, but for what is said that way in papers."""
    usual = {"(b/c)", "(t/h)", "(chỉ đạo)", "(nếu có)"}
    found: set[str] = set()
    for name in ("plan.yaml", "units.yaml"):
        value = parse_yaml((STARTER / "data" / name).read_bytes(), file=name).value
        found.update(re.findall(r"\([^()]*\)", repr(value)))
    assert found - usual == set(PLACEHOLDERS)


def test_it_is_small_and_sends_nothing(workspace: Workspace) -> None:
    outcome = status(workspace, Selection(), as_of=date(2027, 6, 1))
    assert outcome.nothing_received
    assert not outcome.sample
    assert [one.code for one in outcome.plan.obligations] == ["bao-cao-nam", "bao-cao-thang"]
    codes = [one.code for one in outcome.plan.reports]
    assert codes == ["ke-hoach", "tien-do", "tom-tat-tuan", "theo-don-vi", "don-doc", "bien-nhan"]
    assert len(outcome.roster.units) == 3


def test_the_submission_in_its_comment_can_be_sent(workspace: Workspace) -> None:
    """What the comment shows, typed as it stands there, is a submission in time."""
    lines = workspace.plan.read_text(encoding="utf-8").splitlines()
    first = lines.index("#   don_vi: truong-1")
    last = next(place for place in range(first, len(lines)) if not lines[place].startswith("#   "))
    path = workspace.submissions / "truong-1" / "bao-cao-nam@2026-2027.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("".join(f"{line[4:]}\n" for line in lines[first:last]), encoding="utf-8")
    fill_in(workspace)
    assert not validate(workspace, [], today=date(2027, 6, 1)).fails(strict=True)
    outcome = status(workspace, Selection(unit="truong-1", obligation="bao-cao-nam"), as_of=date(2027, 6, 1))
    assert [row.state.value for row in outcome.rows] == ["on_time"]


@pytest.mark.parametrize("word", ["Lai Châu", "Than Uyên", "02133799569", "2020"])
def test_nothing_of_a_real_office_is_left_in_it(word: str) -> None:
    for name in ("plan.yaml", "units.yaml"):
        assert word not in (STARTER / "data" / name).read_text(encoding="utf-8")


def test_its_days_off_are_those_of_the_office() -> None:
    """The school year 2026-2027 has the same days off, by the same names, in both calendars."""
    here, there = (
        decode_calendar(parse_yaml((root / "data" / "calendar.yaml").read_bytes(), file="c").value, file="c")[
            0
        ]
        for root in (STARTER, REPOSITORY)
    )
    since = date(2026, 1, 1)
    assert tuple(here.days_off) == tuple(one for one in there.days_off if one.first >= since)
    assert tuple(here.make_up) == tuple(one for one in there.make_up if one.day >= since)
