"""Writes what docxtpl needs for the papers of theo-don-vi: the template in its tags, the views in words.

Usage: views.py WORKSPACE TEMPLATE.docx VIEWS.json
"""

from __future__ import annotations

import io
import json
import re
import sys
from datetime import date
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

from truyenthong.operations.choose import Selection
from truyenthong.operations.load import load, ready
from truyenthong.operations.report.jobs import plan_jobs
from truyenthong.operations.report.templates import read_template
from truyenthong.views.build import build_view
from truyenthong.views.subject import ViewInput
from truyenthong.word.running.values import is_runs, wording
from truyenthong.workspace.layout import Workspace, named_workspace

CODE = "theo-don-vi"
BLOCK = re.compile(r"\s*\{%(?P<inside>[^{}]*)%\}\s*")


def views(workspace: Workspace, as_of: date) -> list[object]:
    """What the papers may see, one after the other."""
    work = ready(load(workspace))
    given = ViewInput(
        plan=work.plan,
        roster=work.roster,
        progress=work.progress(as_of),
        sample=work.settings.sample_data,
        nothing_received=not work.loaded.has_receipts,
        number=None,
        day=None,
        signer=None,
        findings={},
    )
    entries = [one for one in work.plan.reports if one.code == CODE]
    jobs = plan_jobs(given, entries, Selection(), by_name=True, sent={}).jobs
    return [_worded(dict(build_view(given, job.entry, unit=job.unit, period=job.period))) for job in jobs]


def _worded(value: object) -> object:
    """Values as JSON knows them; days, and texts in several faces, as plain words."""
    if is_runs(value) and value:
        return wording(value)
    if isinstance(value, dict):
        return {key: _worded(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_worded(one) for one in value]
    return value if value is None or isinstance(value, (str, int, float)) else wording(value)


def in_their_tags(source: bytes) -> bytes:
    """Our template with the tags of docxtpl: what stands alone in a row or a paragraph says so."""
    document = Document(io.BytesIO(source))
    for row in list(document.element.body.iter(qn("w:tr"))):
        if BLOCK.fullmatch(_text(row)):
            _rename(row, "tr")
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        if BLOCK.fullmatch(_text(paragraph)) and not re.match(r"\s*\{%(p|tr) ", _text(paragraph)):
            _rename(paragraph, "p")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _text(element: object) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t")))  # type: ignore[attr-defined]


def _rename(element: object, kind: str) -> None:
    """Writes the tag anew into the first of its texts."""
    first, *rest = element.iter(qn("w:t"))  # type: ignore[attr-defined]
    found = BLOCK.fullmatch(_text(element))
    if found is not None:
        first.text = f"{{%{kind} {found['inside'].strip()} %}}"
    for one in rest:
        one.text = ""


if __name__ == "__main__":
    root, template, data = map(Path, sys.argv[1:])
    workspace = named_workspace(root)
    template.write_bytes(in_their_tags(read_template(workspace, f"{CODE}.docx")))
    found = views(workspace, date(2021, 6, 1))
    data.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
