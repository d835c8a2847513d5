"""Numbers of tables that no person made: read, not believed, and never a reason to hang."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from truyenthong.ooxml.xml import parse
from truyenthong.word.render import Rendered
from truyenthong.word.running.limits import Budget, Halt
from truyenthong.word.tidy import tidy

_ROW = "<w:tr><w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"


def _table(value: str) -> str:
    span = f'<w:gridSpan w:val="{value}"/>'
    rows = (
        _ROW.format("", "{% for x in ds %}"),
        _ROW.format(span, "{{ x }}"),
        _ROW.format("", "{% endfor %}"),
    )
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>{"".join(rows)}</w:tbl><w:p/>'


@pytest.mark.parametrize("value", ["99999999", "\u00b2", "9" * 5_000, "-1", "x", "0", "1001"])
def test_a_span_that_makes_no_sense_takes_no_time(fill: Callable[..., Rendered], value: str) -> None:
    begin = time.perf_counter()
    done = fill(_table(value), ds=["a", "b"])
    assert done.data is not None
    assert time.perf_counter() - begin < 5


def test_tidying_counts_against_the_budget() -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="900"/></w:tcPr><w:p/></w:tc></w:tr>'
    table = f'<w:tbl><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{row * 20}</w:tbl>'
    root = parse(f"<w:body {names}>{table}</w:body>".encode(), "a")
    with pytest.raises(Halt):
        tidy(root, Budget(steps=10_000))
