"""The official appendix takes the place of the draft: shown first, written once, the rest untouched."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from support.years.second_plan import REPOSITORY, call
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.plan import AppendixRow
from truyenthong.operations.intake.appendix import Proposal, propose, take
from truyenthong.operations.load import load
from truyenthong.workspace.layout import Workspace

DRAFT = "Nâng cao chất lượng đội ngũ giáo viên và cán bộ quản lý giáo dục các cấp"
"""A row of the draft of the first appendix."""


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    shutil.copytree(REPOSITORY / "examples" / "2020-2021" / "data", tmp_path / "nam" / "data")
    return Workspace(root=tmp_path / "nam")


def paper(folder: Path, *, title: str = "Phụ lục I", rows: tuple[tuple[str, ...], ...] = ()) -> Path:
    document = docx.Document()
    document.add_paragraph(title)
    filled = rows or (
        ("1", "Tháng 10", DRAFT, "Giáo viên"),
        ("2", "", "Việc mới: có dấu hai chấm # và thăng", ""),
    )
    table = document.add_table(1 + len(filled), 4)
    for row, texts in zip(table.rows, (("STT", "Thời gian", "Nội dung", "Đối tượng"), *filled), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    path = folder / "phu-luc.docx"
    document.save(str(path))
    return path


def proposed(place: Workspace, path: Path, code: str | None = None) -> Proposal:
    return propose(place, path, code=code)


def test_the_difference_is_told_before_anything_is_written(place: Workspace, tmp_path: Path) -> None:
    before = place.plan.read_bytes()
    proposal = proposed(place, paper(tmp_path))
    (one,) = proposal.replacements
    assert proposal.possible
    assert one.appendix.code == "phu-luc-1"
    assert one.added == ("Việc mới: có dấu hai chấm # và thăng",)
    assert one.changed == ((DRAFT, (("thoi_gian", "", "Tháng 10"), ("doi_tuong", "", "Giáo viên"))),)
    assert len(one.removed) == len(one.appendix.rows) - 1
    assert place.plan.read_bytes() == before


def test_it_is_written_and_the_rest_of_the_plan_stays(place: Workspace, tmp_path: Path) -> None:
    before = place.plan.read_text(encoding="utf-8")
    take(place, proposed(place, paper(tmp_path)))
    after = place.plan.read_text(encoding="utf-8")
    start = before.index("  - ma: phu-luc-1")
    end = before.index("  - ma: phu-luc-2")
    assert after.startswith(before[:start])
    assert after.endswith(before[end:])
    loaded = load(place)
    assert loaded.records.plan is not None
    first, second = loaded.records.plan.appendices
    assert [row.content for row in first.rows] == [DRAFT, "Việc mới: có dấu hai chấm # và thăng"]
    assert (first.state.value, first.note, first.rows[0].topic) == ("chinh-thuc", None, "ii-2-b")
    assert second.state.value == "du-thao"
    assert [one.code for one in loaded.findings if one.ref.file == "data/plan.yaml"] == ["TT212"]


def test_the_same_again_changes_no_row(place: Workspace, tmp_path: Path) -> None:
    path = paper(tmp_path)
    take(place, proposed(place, path))
    written = place.plan.read_bytes()
    (one,) = proposed(place, path).replacements
    assert (one.same, one.added, one.removed, one.changed) == (2, (), (), ())
    assert proposed(place, path).nothing_new
    take(place, proposed(place, path))
    assert place.plan.read_bytes() == written


def test_which_appendix_is_never_guessed(place: Workspace, tmp_path: Path) -> None:
    nameless = paper(tmp_path, title="Lịch truyền thông")
    refused = proposed(place, nameless)
    assert ([one.code for one in refused.findings], refused.possible) == (["TT672"], False)
    (one,) = proposed(place, nameless, "phu-luc-2").replacements
    assert one.appendix.code == "phu-luc-2"
    with pytest.raises(UsageError, match="phu-luc-3"):
        proposed(place, nameless, "phu-luc-3")


def test_a_file_of_another_appendix_is_not_taken_for_the_chosen_one(place: Workspace, tmp_path: Path) -> None:
    assert not proposed(place, paper(tmp_path, title="Phụ lục I"), "phu-luc-2").possible


def test_an_error_in_the_file_stops_it(place: Workspace, tmp_path: Path) -> None:
    assert not proposed(place, paper(tmp_path, rows=(("1", "Tháng 10", "", "Học sinh"),))).possible


def test_a_plan_that_was_edited_meanwhile_is_not_overwritten(place: Workspace, tmp_path: Path) -> None:
    proposal = proposed(place, paper(tmp_path))
    edited = place.plan.read_text(encoding="utf-8") + "# một ghi chú\n"
    place.plan.write_text(edited, encoding="utf-8", newline="\n")
    with pytest.raises(CannotContinueError, match="vừa được sửa"):
        take(place, proposal)
    assert place.plan.read_text(encoding="utf-8") == edited


def test_a_file_that_is_missing_or_no_word_file(place: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Không có tệp"):
        proposed(place, tmp_path / "khong-co.docx")
    other = tmp_path / "a.docx"
    other.write_bytes(b"khong phai Word")
    with pytest.raises(CannotContinueError, match=r"a\.docx"):
        proposed(place, other)


def test_rows_of_the_same_words_and_another_order_are_something_new(place: Workspace, tmp_path: Path) -> None:
    one, two = ("1", "Tháng 10", DRAFT, ""), ("2", "Tháng 11", "Việc mới", "")
    take(place, proposed(place, paper(tmp_path, rows=(one, two))))
    assert proposed(place, paper(tmp_path, rows=(one, two))).nothing_new
    assert not proposed(place, paper(tmp_path, rows=(two, one))).nothing_new
    assert not proposed(place, paper(tmp_path, rows=(one, two, two))).nothing_new


def test_the_command_does_what_its_own_hint_says(place: Workspace, tmp_path: Path) -> None:
    before = place.plan.read_bytes()
    nameless = str(paper(tmp_path, title="Lịch truyền thông"))
    intake = ("-C", str(place.root), "intake", "--appendix", nameless)
    refused = call(*intake, "--yes")
    assert refused.returncode == 1
    assert "sửa: thêm --appendix-code: phu-luc-1, phu-luc-2" in refused.stderr
    unasked = call(*intake, "--appendix-code", "phu-luc-2")
    assert unasked.returncode == 2
    assert "--yes" in unasked.stderr
    assert place.plan.read_bytes() == before
    done = call(*intake, "--appendix-code", "phu-luc-2", "--yes")
    assert done.returncode == 0, done.stderr
    assert "2 hàng trong tệp" in done.stdout
    assert place.plan.read_bytes() != before


def test_a_row_that_is_struck_out_is_left_out_and_told(place: Workspace, tmp_path: Path) -> None:
    path = paper(tmp_path, rows=(("1", "Tháng 10", DRAFT, "Giáo viên"), ("2", "Tháng 11", "Việc bỏ", "")))
    document = docx.Document(str(path))
    for cell in document.tables[0].rows[2].cells:
        for run in cell.paragraphs[0].runs:
            run.font.strike = True
    document.save(str(path))
    proposal = proposed(place, path)
    (one,) = proposal.replacements
    assert [row["noi_dung"] for row in one.rows] == [DRAFT]
    told = [(each.code, each.ref.spot, each.message) for each in proposal.findings]
    words = "chữ bị gạch bỏ hoặc bị ẩn không được lấy: «2 Tháng 11 Việc bỏ»"
    assert told == [("TT675", "bảng 1, hàng 3", words)]
    assert proposal.possible


def test_topics_are_suggested_from_words_and_a_person_confirms(place: Workspace, tmp_path: Path) -> None:
    rows = (
        ("1", "", "Tuyên truyền chương trình cải cách hành chính nhà nước giai đoạn 2016 - 2020", ""),
        ("2", "", "Việc mới, chưa có trong Kế hoạch", ""),
        ("3", "", "Ứng dụng công nghệ thông tin trong dạy học và quản lý ở trường", ""),
    )
    path = paper(tmp_path, rows=rows)
    (one,) = proposed(place, path).replacements
    assert {place: topic.code for place, topic in one.suggested.items()} == {0: "ii-3-cai-cach", 2: "ii-2-c"}
    words = ("-C", str(place.root), "intake", "--appendix", str(path), "--yes")
    shown = call(*words)
    assert "chủ đề gợi ý, hàng 1: II.3 (5) Cải cách hành chính" in shown.stdout
    topics = [row.topic for row in appendix_rows(place)]
    assert topics == [None, None, None], "--yes is no word about what is only suggested"
    assert call(*words, "--topics").returncode == 0
    assert [row.topic for row in appendix_rows(place)] == ["ii-3-cai-cach", None, "ii-2-c"]
    assert "không có gì để ghi" in call(*words).stdout


def appendix_rows(place: Workspace) -> tuple[AppendixRow, ...]:
    plan = load(place).records.plan
    assert plan is not None
    return plan.appendices[0].rows
