"""A paper is rendered again where anything that it is made of has changed, and only there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import docx
import pytest

from support.years.second_plan import REPOSITORY, call
from truyenthong.operations.report.make import ReportOutcome, Request, report
from truyenthong.workspace.layout import Workspace

DAY = date(2021, 6, 1)
NOW = datetime(2021, 6, 1, 7, 35)  # noqa: DTZ001 - the office's own clock
CODES = ("tien-do", "don-doc", "ke-hoach", "do-phu", "khen-thuong", "phieu-tham-dinh", "thanh-tich")

Change = Callable[[Path], None]


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    root = tmp_path / "nam"
    shutil.copytree(REPOSITORY / "examples" / "2020-2021", root)
    return Workspace(root=root, cache=tmp_path / "nho")


def made(place: Workspace, request: Request, *, as_of: date = DAY) -> ReportOutcome:
    return report(place, request, as_of=as_of, now=NOW, tick=lambda _made, _total: None)


def papers(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.glob("*.docx")}


def _swap(name: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def _own_template(root: Path) -> None:
    (root / "templates").mkdir(exist_ok=True)
    path = root / "templates" / "tien-do.docx"
    paper = docx.Document(str(REPOSITORY / "templates" / "tien-do.docx"))
    paper.add_paragraph("Mẫu riêng của cơ quan.")
    paper.save(str(path))


def _without_one_submission(root: Path) -> None:
    (root / "data/submissions/pgd-than-uyen/bao-cao-nam@2020-2021.yaml").unlink()


def _real_data(root: Path) -> None:
    (root / "data/settings.yaml").unlink()


CHANGES: dict[str, tuple[Change, str]] = {
    "the plan's text": (_swap("data/plan.yaml", "trich_yeu: ", "trich_yeu: Thử "), "ke-hoach.docx"),
    "a unit's name": (
        _swap("data/units.yaml", "Phòng GD&ĐT Than Uyên", "Phòng GD&ĐT Than Uyên (thử)"),
        "tien-do.docx",
    ),
    "a submission": (_without_one_submission, "tien-do.docx"),
    "a register": (
        _swap("data/registers/tin-bai.yaml", "chu_de: ii-1", "chu_de: ii-2-b"),
        "do-phu.docx",
    ),
    "the sample mark": (_real_data, "tien-do.docx"),
    "a template": (_own_template, "tien-do.docx"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_no_paper_is_stale_after_an_edit(place: Workspace, what: str) -> None:
    request = Request(codes=CODES, out=place.out)
    made(place, request)
    before = papers(place.out)
    change, told = CHANGES[what]
    change(place.root)
    again = made(place, request)
    afresh = Request(codes=CODES, out=place.root / "khac")
    made(replace(place, cache=None), afresh)
    after = papers(place.out)
    assert {name: after[name] for name in papers(afresh.out)} == papers(afresh.out)
    assert before.get(told) != after[told]
    assert again.kept == {}


def test_another_day_number_date_or_signer_makes_other_papers(place: Workspace) -> None:
    request = Request(codes=("tien-do", "don-doc"), out=place.out)
    made(place, request)
    for asked, day in (
        (request, date(2021, 6, 2)),
        (replace(request, number="125"), DAY),
        (replace(request, day=date(2021, 6, 3)), DAY),
        (replace(request, signer="giam-doc"), DAY),
    ):
        made(place, asked, as_of=day)
        afresh = replace(asked, out=place.root / "khac")
        made(replace(place, cache=None), afresh, as_of=day)
        assert papers(place.out) == papers(afresh.out)


def test_where_nothing_changed_nothing_is_rendered(place: Workspace) -> None:
    request = Request(codes=CODES, out=place.out)
    first = made(place, request)
    assert first.rendered == len(first.made) > len(CODES)
    before = papers(place.out)
    again = made(place, request)
    assert again.rendered == 0
    assert again.made == first.made
    assert papers(place.out) == before


def test_a_missing_and_an_edited_paper_are_made_again(place: Workspace) -> None:
    request = Request(codes=CODES, out=place.out)
    made(place, request)
    before = papers(place.out)
    (place.out / "don-doc.docx").unlink()
    edited = place.out / "tien-do.docx"
    edited.write_bytes(before["tien-do.docx"] + b" ")
    again = made(place, request)
    assert again.rendered == 2
    assert list(again.kept) == [edited]
    assert {name: papers(place.out)[name] for name in before} == before


def test_a_memory_that_is_damaged_or_cannot_be_kept_takes_nothing_away_but_speed(place: Workspace) -> None:
    request = Request(codes=CODES, out=place.out)
    made(place, request)
    before = papers(place.out)
    assert place.cache is not None
    for one in place.cache.rglob("bao-cao-*.txt"):
        one.write_bytes(one.read_bytes()[:-7])
    assert made(place, request).rendered == len(before)
    assert papers(place.out) == before
    shutil.rmtree(place.cache)
    place.cache.write_text("không phải thư mục", encoding="utf-8")
    assert made(place, request).rendered == len(before)


def test_the_same_command_says_the_same_until_a_paper_or_the_data_change(place: Workspace) -> None:
    words = ("-C", str(place.root), "report", "tien-do", "don-doc", "--as-of", "2021-06-01")
    first, again, known = (call(*words) for _ in range(3))
    assert (first.stdout, first.stderr) == (again.stdout, again.stderr) == (known.stdout, known.stderr)
    paper = place.out / "tien-do.docx"
    before = paper.read_bytes()
    paper.write_bytes(before + b" ")
    assert "có người sửa" in call(*words).stderr
    assert paper.read_bytes() == before
    call(*words)
    paper.unlink()
    call(*words)
    assert paper.read_bytes() == before
    call(*words)
    _without_one_submission(place.root)
    call(*words)
    assert paper.read_bytes() != before
