"""Work that is done once: files read, templates compiled, parts parsed; counted, never timed."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from support.years.second_plan import REPOSITORY, receive, workspace
from truyenthong.cli.main import main
from truyenthong.ooxml import archive, parts
from truyenthong.operations import examine
from truyenthong.word import render, template
from truyenthong.word.render import DocProperties
from truyenthong.workspace import storage
from truyenthong.yamltext import parse

EXAMPLE = REPOSITORY / "examples" / "2020-2021"
Count = Callable[..., Counter[str]]


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Count:
    """Counts the calls of a function, by what ``name`` makes of their arguments."""

    def act(place: object, function: str, name: Callable[..., str]) -> Counter[str]:
        calls: Counter[str] = Counter()
        real = getattr(place, function)

        def counting(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever the function takes
            calls[name(*args, **kwargs)] += 1
            return real(*args, **kwargs)

        monkeypatch.setattr(place, function, counting)
        return calls

    return act


def relative(path: str | Path) -> str:
    """A path as it is counted."""
    return Path(path).as_posix()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small workspace with papers of three units, one of them faulty."""
    folder = workspace(tmp_path / "noi-lam-viec")
    receive(folder, "truong-a", "bao-cao-hoc-ky", "hk1", "15/1/2026 08:00")
    receive(folder, "truong-b", "bao-cao-hoc-ky", "hk1", "31/4/2026")
    receive(folder, "truong-c", "bao-cao-hoc-ky", "hk1", "16/1/2026")
    return folder


@pytest.mark.parametrize(
    "words", [("validate",), ("status", "--as-of", "2026-02-10"), ("report", "--as-of", "2026-02-10")]
)
def test_no_file_of_the_workspace_is_read_twice(root: Path, count: Count, words: tuple[str, ...]) -> None:
    read = count(storage, "read_bytes", relative)
    main(["-C", str(root), *words])
    of_workspace = {name: times for name, times in read.items() if name.startswith(root.as_posix())}
    assert len(of_workspace) >= 6
    assert set(of_workspace.values()) == {1}


def test_no_text_is_parsed_twice_unless_it_has_a_fault(root: Path, count: Count) -> None:
    parsed = count(examine, "parse_yaml", lambda _data, *, file: file)
    plain = count(parse, "read_plain_lines", lambda text: text)
    builders = count(parse, "TreeBuilder", lambda **given: given["ref"].file)
    main(["-C", str(root), "validate"])
    assert set(parsed.values()) == set(plain.values()) == set(builders.values()) == {1}
    assert len(parsed) == 3
    assert not any(name.startswith("data/submissions/") for name in builders)


def test_each_part_of_a_template_is_compiled_once_in_a_run(tmp_path: Path, count: Count) -> None:
    loaded = count(template, "open_package", lambda data: str(hash(data)))
    compiled = count(template, "compile_part", lambda root, *_: str(id(root)))
    made = count(render, "write_archive", lambda _: "papers")
    out = tmp_path / "out"
    main(["-C", str(EXAMPLE), "report", "theo-don-vi", "--as-of", "2021-06-01", "--out", str(out)])
    assert made["papers"] == len(list(out.glob("*.docx"))) > 20
    assert list(loaded.values()) == [1]
    assert set(compiled.values()) == {1}
    assert 1 <= len(compiled) <= 4


def test_a_further_paper_parses_and_packs_only_what_it_fills(count: Count) -> None:
    document, stream = Document(), io.BytesIO()
    document.add_paragraph("Kính gửi: {{ ten }}")
    document.sections[0].header.paragraphs[0].text = "Không có thẻ nào"
    document.save(stream)
    loaded = template.load_template(stream.getvalue(), name="a.docx")
    properties = DocProperties(title="a", created=datetime(2021, 6, 1, tzinfo=UTC))
    parsed = count(render, "parse", lambda _data, name: name)
    packed = count(parts, "pack", lambda name, _data: name)
    unpacked = count(archive.Entry, "unpack", lambda entry: entry.name)
    for name in ("Than Uyên", "Tân Uyên"):
        assert render.render(loaded, {"ten": name}, properties=properties).data is not None
    twice = {"word/document.xml": 2, "docProps/core.xml": 2}
    assert parsed == packed == twice
    assert unpacked == {"docProps/core.xml": 2}
