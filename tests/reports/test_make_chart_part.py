"""The script that puts empty charts into templates: native, filled by their tags, always the same bytes."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from support.charts import cells, files_of, shown, tree
from truyenthong.word.docprops import DocProperties
from truyenthong.word.render import render
from truyenthong.word.template import load_template
from truyenthong.word.values import PlainValue

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("cot", "cot-chong", "thanh", "thanh-chong", "duong", "tron")
DATA: dict[str, PlainValue] = {"nhom": ["A", "B", "C"], "day": [{"ten": "x", "gia_tri": [1, None, 3]}]}


def document(*paragraphs: str) -> bytes:
    made = docx.Document()
    for one in paragraphs:
        made.add_paragraph(one)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def insert(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs the script as its users do."""
    command = [sys.executable, "-m", "tools.make_chart_part", str(path), *words]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_of_each_kind_is_filled_by_its_tag(tmp_path: Path, kind: str) -> None:
    data = document("Trên", "[[1]]", "Dưới")
    made = []
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(data)
        done = insert(tmp_path / name, "--marker", "[[1]]", "--tag", "{{ bd }}", "--kind", kind)
        assert done.returncode == 0, done.stderr
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert len(docx.Document(io.BytesIO(made[0])).inline_shapes) == 1
    template = load_template(made[0], name="a.docx")
    assert template.problems == ()
    done_paper = render(
        template, {"bd": DATA}, properties=DocProperties(created=datetime(2021, 6, 1, tzinfo=UTC))
    )
    assert done_paper.problems == ()
    files = files_of(done_paper.data)
    assert shown(tree(files, "word/charts/chart1.xml")) == [("x", ["1", None, "3"])]
    assert cells(files["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"])[2] == ["B"]


@pytest.mark.parametrize("paragraphs", [("Không có",), ("[[1]]", "[[1]]"), ("Chữ cạnh [[1]]",)])
def test_without_exactly_one_marker_nothing_is_changed(tmp_path: Path, paragraphs: tuple[str, ...]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(document(*paragraphs))
    before = path.read_bytes()
    done = insert(path, "--marker", "[[1]]", "--tag", "{{ bd }}")
    assert done.returncode != 0
    assert "[[1]]" in done.stderr
    assert path.read_bytes() == before
