"""``coverage`` on the second plan: tables, JSON, CSV, and what it cannot answer."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from support.years.second_plan import REPOSITORY, put, workspace
from truyenthong.cli.main import main

ARTICLES = """so: bai-viet
muc:
  - {so_hieu: B1, truong_hoc: truong-a, ten_bai: Thư viện số, chu_de: ho-so-so, ngay_len: 10/10/2025}
  - {so_hieu: B2, truong_hoc: truong-b, ten_bai: Sổ liên lạc, chu_de: ho-so-so, ngay_len: 12/11/2025}
  - {so_hieu: B3, truong_hoc: truong-b, ten_bai: Chưa đăng, chu_de: ho-so-so}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = workspace(tmp_path / "noi-lam-viec")
    put(folder, "data/registers/bai-viet.yaml", ARTICLES)
    return folder


def said(root: Path, capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert main(["-C", str(root), "coverage", "--as-of", "2025-12-31", *words]) == code
    captured = capsys.readouterr()
    return captured.out if code == 0 else captured.err


def test_the_table_shows_units_topics_and_what_nobody_touched(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(root, capsys)
    lines = text.splitlines()
    assert lines[1] == "2 lượt đăng của 2 đơn vị, 1 trên 1 nội dung đã có. Nguồn: Bài viết của các trường."
    assert [line.split()[-2:] for line in lines if line.startswith("Tất cả, theo sổ")] == [["2", "2"]]
    assert lines[3] == "Nội dung nào cũng đã có đơn vị đăng tin, bài."
    put(root, "data/registers/bai-viet.yaml", "so: bai-viet\n")
    assert "Sổ chưa ghi tin, bài nào về:\n  I.2  Hồ sơ số\n" in said(root, capsys)


def test_by_month_and_by_appendix(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    months = said(root, capsys, "--by", "month")
    lines = months.splitlines()
    head, row = (
        next(one for one in lines if one.startswith(first)).split() for first in ("Nội dung  ", "I.2")
    )
    assert dict(zip(head[2:], row[1:], strict=True)) == {
        "09/25": "–",
        "10/25": "1",
        "11/25": "1",
        "12/25": "–",
        "Cộng": "2",
    }
    appendix = said(root, capsys, "--by", "appendix")
    assert "Phụ lục I: Lịch thực hiện" in appendix
    assert "12/11/2025" in appendix


@pytest.mark.parametrize("by", ["unit", "month", "appendix"])
def test_json_and_csv_have_the_same_rows(root: Path, capsys: pytest.CaptureFixture[str], by: str) -> None:
    document = json.loads(said(root, capsys, "--by", by, "--format", "json"))
    assert (document["by"], document["count"], document["untouched"]) == (by, 2, [])
    text = said(root, capsys, "--by", by, "--format", "csv")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [row["Lượt đăng"] for row in rows] == [
        "" if one["count"] is None else str(one["count"]) for one in document["rows"]
    ]
    days = [date.fromisoformat(one["last"]) if one["last"] else None for one in document["rows"]]
    assert [row["Gần nhất"] for row in rows] == [
        f"{one.day}/{one.month}/{one.year}" if one else "" for one in days
    ]


def test_one_unit_and_one_topic(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(said(root, capsys, "--unit", "truong-a", "--topic", "hồ sơ số", "--format", "json"))
    assert [(row["unit"], row["count"], row["last"]) for row in document["rows"]] == [
        ("truong-a", 1, "2025-10-10")
    ]


def test_what_is_not_known_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "ho-so-so" in said(root, capsys, "--topic", "ho-so", code=2)
    assert "--by" in said(root, capsys, "--by", "ngay", code=2)
    plan = root / "data/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("    do_phu: có\n", ""), encoding="utf-8")
    assert "do_phu" in said(root, capsys, code=3)


def test_faults_of_registers_are_named_and_those_of_submissions_are_not(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(root, "data/registers/phan-anh.yaml", "so: phan-anh\nmuc: [{so: 1}]\n")
    put(root, "data/submissions/truong-a/su-co@2026-01.yaml", "don_vi: truong-a\n")
    main(["-C", str(root), "coverage", "--as-of", "2025-12-31"])
    err = capsys.readouterr().err
    assert "phan-anh.yaml" in err
    assert "su-co" not in err


def test_both_sources_are_named_and_where_one_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    year = ("-C", str(REPOSITORY / "examples" / "2020-2021"), "coverage", "--as-of", "1/6/2021")
    assert main([*year]) == 0
    told = capsys.readouterr().out
    assert "Nguồn: Sổ tin, bài của các đơn vị." in told
    assert "Nguồn thứ hai: «Báo cáo kết quả công tác truyền thông năm học»" in told
    assert "Nghị quyết số 88/2014/QH13 (báo cáo của đơn vị khai 39 tin, bài: nên ghi vào sổ)" in told
    assert main([*year, "--topic", "II.2.a", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["reported_in"], [one["reported"] for one in found["topics"]]) == ("bao-cao-nam", [39])
