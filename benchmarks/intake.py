"""Measures ``intake`` by kind of file: files a second and the most memory held; prints a table.

    .venv/bin/python benchmarks/intake.py

Made from the real plan's forms with what units sent in the example year; the same bytes each time.
Each kind is taken in by a process of its own, into a workspace of its own.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from measuring import Measured, run
from places import Places
from tables import Table

from truyenthong.documents.submissions import encode_submission
from truyenthong.forms.excel import write_xlsx
from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.word import write_docx
from truyenthong.model.submissions import PaperNumber, Submission
from truyenthong.operations.load import Ready, load, ready
from truyenthong.workspace.layout import named_workspace

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "2020-2021"
HOW_MANY = 200
_WORD = """
import sys; from pathlib import Path; from docx import Document
for one in Path(sys.argv[1]).iterdir():
    [cell.text for table in Document(str(one)).tables for row in table.rows for cell in row.cells]
"""
_EXCEL = """
import sys; from pathlib import Path; from openpyxl import load_workbook
for one in Path(sys.argv[1]).iterdir():
    [[cell.value for row in page.iter_rows() for cell in row] for page in load_workbook(one)]
"""
OPENERS = {"docx": ("python-docx, opening alone", _WORD), "xlsx": ("openpyxl, opening alone", _EXCEL)}


def filled(work: Ready) -> Iterator[tuple[BlankRequest, Submission]]:
    """Forms filled in with what units sent, over and over with another number of the paper."""
    sent = [one for one in work.loaded.submissions.values() if one.receipts and one.receipts[-1].content]
    number = 0
    while True:
        for one in sent:
            number += 1
            duty = work.plan.obligations_by_code[one.obligation]
            form = work.plan.form_of(duty)
            if form is None:
                continue
            paper = PaperNumber(number=str(number), symbol="BC", day=date(2020, 9, 30))
            receipt = replace(one.receipts[-1], index=0, paper=paper, files=(), decision=None)
            request = BlankRequest(
                plan=work.plan,
                roster=work.roster,
                obligation=duty,
                form=form,
                unit=work.roster.by_code[one.unit],
                period=work.plan.period(duty, one.period),
                content=receipt.content,
                paper=paper,
            )
            yield request, replace(one, receipts=(receipt,), extensions=())


def mail(data: bytes, number: int) -> bytes:
    """A message with one form."""
    message = EmailMessage()
    message["From"], message["Date"] = "mau@example.edu.vn", "Fri, 28 May 2021 09:12:00 +0700"
    message["Message-ID"] = f"<{number}@example.edu.vn>"
    message.set_content("Kính gửi.")
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename="bao-cao.docx")
    return bytes(message)


def kinds() -> dict[str, Callable[[BlankRequest, Submission, int], bytes]]:
    """How a file of each kind is made."""
    return {
        "docx": lambda request, _, __: write_docx(request),
        "xlsx": lambda request, _, __: write_xlsx(request),
        "eml": lambda request, _, number: mail(write_docx(request), number),
        "yaml": lambda request, one, _: encode_submission(one, request.form).encode(),
    }


def tables(places: Places) -> Iterator[Table]:
    """Each kind of file taken in, beside a library that only opens the same files."""
    lines: dict[str, Measured] = {}
    for kind in kinds():
        folder = places.folder / f"intake-{kind}"
        lines[f"truyenthong, {kind}"] = taken_in(kind, HOW_MANY, folder)
        if kind in OPENERS:
            name, script = OPENERS[kind]
            lines[name] = measured([sys.executable, "-c", script, str(folder / "den")], folder)
    speeds = [
        f"{name.removeprefix('truyenthong, ')} {HOW_MANY / one.seconds:.0f}" for name, one in lines.items()
    ]
    notes = (
        f"Files a second: {', '.join(speeds)}.",
        "Each file is read, checked, kept and recorded on disk.",
    )
    yield Table(title=f"intake, {HOW_MANY} files of one kind", lines=lines, notes=notes)


def taken_in(kind: str, count: int, folder: Path) -> Measured:
    """One run of ``intake`` over so many files."""
    place, arrived = folder / "noi", folder / "den"
    shutil.copytree(EXAMPLE / "data", place / "data", ignore=shutil.ignore_patterns("submissions"))
    arrived.mkdir()
    work = ready(load(named_workspace(EXAMPLE)))
    make = kinds()[kind]
    for number, (request, one) in zip(range(count), filled(work), strict=False):
        (arrived / f"{number:05}.{kind}").write_bytes(make(request, one, number))
    program = [sys.executable, "-m", "truyenthong", "-C", str(place), "intake"]
    told = measured([*program, str(arrived)], folder)
    again = subprocess.run([*program, str(arrived)], capture_output=True, encoding="utf-8", check=False)
    if f"{count} đã có từ trước" not in again.stdout:
        raise SystemExit(again.stdout[-2000:])
    return told


def measured(command: Sequence[str], folder: Path) -> Measured:
    """The time and memory of one run."""
    one = run(command, folder)
    return Measured(seconds=one.seconds, processor=one.processor, bytes=one.bytes, rounds=1)


def main() -> None:
    """Prints the table alone."""
    with tempfile.TemporaryDirectory() as folder:
        nowhere = Places(python=sys.executable, node=None, modules=Path(folder), folder=Path(folder))
        for table in tables(nowhere):
            print(table.text())


if __name__ == "__main__":
    main()
