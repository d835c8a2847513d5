"""Renders the same template and data with one engine and prints the seconds of each task as JSON."""

from __future__ import annotations

import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from docx import Document

COLUMNS = 6


def template(columns: int, loop: tuple[str, str]) -> bytes:
    """A heading and a table of which one row is repeated."""
    document = Document()
    document.add_paragraph("Kính gửi: {{ ten }}")
    table = document.add_table(4, columns)
    for column in range(columns):
        table.cell(0, column).text = f"Cột {column}"
        table.cell(2, column).text = f"{{{{ r.c{column} }}}}"
    table.cell(1, 0).text, table.cell(3, 0).text = loop
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def data(rows: int, columns: int) -> dict[str, object]:
    """Names with an ampersand, as units here have them."""
    line = {f"c{column}": f"Phòng GD&ĐT số {column}" for column in range(columns)}
    return {"ten": "Phòng GD&ĐT Than Uyên", "rows": [dict(line) for _ in range(rows)]}


def ours() -> Callable[[bytes, dict[str, object]], Callable[[], object]]:
    """Load once, render many times, as the program does."""
    from truyenthong.word.docprops import DocProperties  # noqa: PLC0415 - only one engine is there
    from truyenthong.word.render import render  # noqa: PLC0415
    from truyenthong.word.template import load_template  # noqa: PLC0415

    def prepare(source: bytes, values: dict[str, object]) -> Callable[[], object]:
        loaded = load_template(source, name="a.docx")
        properties = DocProperties(title="a", author="b", created=datetime(2021, 6, 1, tzinfo=UTC))
        return lambda: render(loaded, values, properties=properties)  # type: ignore[arg-type]

    return prepare


def theirs() -> Callable[[bytes, dict[str, object]], Callable[[], object]]:
    """Docxtpl reads the template again for each paper."""
    from docxtpl import DocxTemplate  # type: ignore[import-not-found]  # noqa: PLC0415

    def prepare(source: bytes, values: dict[str, object]) -> Callable[[], object]:
        def paper() -> bytes:
            document = DocxTemplate(io.BytesIO(source))
            document.render(values, autoescape=True)
            stream = io.BytesIO()
            document.save(stream)
            return stream.getvalue()

        return paper

    return prepare


def seconds(paper: Callable[[], object], repeats: int) -> float:
    """The median of some runs."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        paper()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main(engine: str) -> None:
    """Each task of one engine."""
    prepare = ours() if engine == "truyenthong" else theirs()
    loop = (
        ("{% for r in rows %}", "{% endfor %}")
        if engine == "truyenthong"
        else ("{%tr for r in rows %}", "{%tr endfor %}")
    )
    small, large = template(COLUMNS, loop), template(8, loop)
    paper = prepare(small, data(45, COLUMNS))
    paper()
    print(
        json.dumps(
            {
                "Word, thêm một văn bản bảng 45 dòng": seconds(paper, 15),
                "Word, bảng 4.000 dòng x 8 cột": seconds(prepare(large, data(4000, 8)), 5),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
