"""Of a file with more faults than a person reads the first are told, the others counted, in every format."""

from datetime import date
from pathlib import Path

import pytest

from support.years.second_plan import receive, workspace
from truyenthong.cli.findings import findings_answer
from truyenthong.findings import Severity
from truyenthong.operations.validate import MOST_PER_FILE, ValidationOutcome, validate
from truyenthong.workspace.layout import Workspace

FILE = "data/submissions/truong-a/bao-cao-quy@2025-q4.yaml"


@pytest.fixture
def outcome(tmp_path: Path) -> ValidationOutcome:
    root = workspace(tmp_path / "noi")
    receive(root, "truong-a", "bao-cao-quy", "2025-q4", "4/1/2026")
    text = (root / FILE).read_text("utf-8")
    (root / FILE).write_text("".join(f"# a\x07 {row}\n" for row in range(1_000)) + text, "utf-8")
    return validate(Workspace(root=root), [FILE], today=date(2026, 1, 20))


def test_the_rest_is_counted(outcome: ValidationOutcome) -> None:
    told = [one for one in outcome.findings if one.finding.ref.file == FILE]
    assert len(told) == MOST_PER_FILE + 1
    assert [one.span.line for one in told[:-1] if one.span is not None] == list(range(1, MOST_PER_FILE + 1))
    assert told[-1].finding.code == "TT439"
    assert outcome.count(Severity.ERROR) >= 1_000


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_every_format_says_how_many_more(outcome: ValidationOutcome, form: str) -> None:
    answer = findings_answer(outcome, form)
    rest = outcome.count(Severity.ERROR) - MOST_PER_FILE
    assert f"còn {rest} lỗi nữa trong tệp này" in answer.out
    assert answer.code == 1
