"""What units send, made by code: forms, messages, zip files, files that cannot be taken; all invented."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from support.forms.word_forms import ROOT, request_for, year
from truyenthong.forms.word import write_docx
from truyenthong.model.forms import Content
from truyenthong.model.submissions import PaperNumber
from truyenthong.workspace.layout import Workspace

DUTY, PERIOD, UNIT = "bao-cao-nam", "2020-2021", "pgd-than-uyen"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
PDF = b"%PDF-1.4\n1 0 obj <</Type /Page /Resources <</Font 3 0 R>>>> endobj"
SCAN = b"%PDF-1.4\n1 0 obj <</Type /XObject /Subtype /Image>> endobj"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(32)


@cache
def content() -> Content:
    """What Than Uyên reported in the example year."""
    found = year().loaded.submissions[(UNIT, DUTY, PERIOD)].receipts[-1].content
    assert found is not None
    return found


@cache
def form(unit: str | None = UNIT, number: str = "45", **changed: int | str) -> bytes:
    """A filled-in Word form of the year's report; keywords change single fields."""
    paper = PaperNumber(number=number, symbol="BC-PGDĐT", day=date(2021, 5, 27))
    blank = request_for(DUTY, unit=unit, content={**content(), **changed})
    return write_docx(replace(blank, paper=paper))


@cache
def blank(unit: str | None = UNIT) -> bytes:
    """The form as the unit got it."""
    return write_docx(request_for(DUTY, unit=unit))


def mail(
    attachments: Mapping[str, bytes],
    *,
    sender: str = "Nguyễn Văn Mẫu <pgd@example.edu.vn>",
    code: str | None = "<1@example.edu.vn>",
    sent: str | None = "Fri, 28 May 2021 02:12:00 +0000",
) -> bytes:
    """A message with attachments, their content types all the same."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "van-phong@example.gov.vn"
    message["Subject"] = "Báo cáo năm"
    if code is not None:
        message["Message-ID"] = code
    if sent is not None:
        message["Date"] = sent
    message.set_content("Kính gửi Văn phòng Sở.")
    for name, data in attachments.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if attachments:
        message.set_boundary("ranh-gioi")  # the same bytes each time
    return bytes(message)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def workspace(folder: Path) -> Workspace:
    """The declared data of the example year; two units have an address to write from."""
    (folder / "data").mkdir(parents=True)
    for name in ("plan", "units", "calendar"):
        shutil.copy(
            ROOT / "examples" / "2020-2021" / "data" / f"{name}.yaml", folder / "data" / f"{name}.yaml"
        )
    units = folder / "data/units.yaml"
    text = units.read_text(encoding="utf-8")
    for code in ("than-uyen", "tan-uyen"):
        line = f"  - ma: pgd-{code}\n"
        assert line in text
        text = text.replace(line, f"{line}    thu_dien_tu: {code}@example.edu.vn\n")
    units.write_text(text, encoding="utf-8")
    return Workspace(root=folder)
