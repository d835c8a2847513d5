"""A corpus of what may come in, each case a few files; every one is made here and nothing in it is real."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from email.message import EmailMessage

from support.forms.excel_forms import CellValue, typed_into
from support.forms.word_forms import request_for, year
from support.sent_files.letters import attached, bounce, mixed, part, words
from support.sent_files.sent import (
    DUTY,
    OLE,
    PDF,
    PERIOD,
    PNG,
    SCAN,
    UNIT,
    blank,
    content,
    form,
    mail,
    zipped,
)
from truyenthong.forms.excel import write_xlsx
from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.word import write_docx
from truyenthong.ooxml.archive import pack, read_archive, write_archive

Files = Mapping[str, bytes]


def request(unit: str | None = UNIT, duty: str = DUTY) -> BlankRequest:
    return request_for(duty, unit=unit, content=content() if duty == DUTY else None)


def last_year() -> bytes:
    asked = request()
    return write_docx(replace(asked, plan=replace(asked.plan, code=f"{asked.plan.code}-cu")))


def old_declaration() -> bytes:
    asked = request()
    return write_docx(replace(asked, form=replace(asked.form, version=asked.form.version + 1)))


def another_name() -> bytes:
    """The form of Than Uyên in which somebody wrote the name of Tân Uyên."""
    asked = request()
    assert asked.unit is not None
    other = year().roster.by_code["pgd-tan-uyen"]
    return write_docx(replace(asked, unit=replace(asked.unit, name=other.name)))


def damaged() -> bytes:
    """The code of the unit changed in the properties of the file, the check value left."""
    entries = [
        pack(one.name, one.unpack().replace(b"pgd-than-uyen", b"pgd-tan-uyen"))
        if one.name.startswith("docProps/")
        else one
        for one in read_archive(form())
    ]
    return write_archive(entries)


def strange_word() -> bytes:
    """A Word file that is no form: all of ours taken out of it."""
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}
    return zipped(parts)


def typed(*lines: str, unit: str = UNIT, duty: str = DUTY, period: str = PERIOD, more: str = "") -> bytes:
    """A submission as YAML with some fields."""
    body = "".join(f"      {line}\n" for line in lines)
    text = f"don_vi: {unit}\nnhiem_vu: {duty}\nky: {period}\nlan_nop:\n  - noi_dung:\n{body}{more}"
    return text.encode()


def matryoshka(levels: int) -> bytes:
    data = zipped({"bao-cao.docx": b"x"})
    for _ in range(levels):
        data = zipped({"trong.zip": data})
    return data


def locked_zip() -> bytes:
    """A zip file of which every entry says that it needs a password."""
    data = bytearray(zipped({"bao-cao.docx": b"x" * 40}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def strange_names() -> bytes:
    """Names as mail programs write them: RFC 2231, RFC 2047 inside quotes, none, a folder in front."""
    lines = [
        "From: pgd@example.edu.vn",
        "Date: Fri, 28 May 2021 09:12:00 +0700",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="b"',
        "",
    ]
    heads = (
        "Content-Disposition: attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.doc",
        'Content-Type: image/png; name="=?utf-8?B?'
        + base64.b64encode("Ảnh chụp.doc".encode()).decode()
        + '?="',
        "Content-Disposition: attachment; filename*0*=UTF-8''B%E1%BA%A3n; filename*1=-hai.doc",
        'Content-Disposition: attachment; filename="C:\\\\thu muc\\\\ba.doc"',
        "Content-Type: application/octet-stream",
    )
    for number, head in enumerate(heads):
        data = base64.b64encode(OLE + "WordDocument".encode("utf-16-le") + bytes([number])).decode()
        lines += ["--b", head, "Content-Transfer-Encoding: base64", "", data]
    return "\r\n".join([*lines, "--b--", ""]).encode()


def forwarded() -> bytes:
    """The office's own forward of a unit's message."""
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "than-uyen@example.edu.vn", "Báo cáo"
    inner["Date"] = "Thu, 27 May 2021 16:00:00 +0700"
    inner.set_content("Gửi báo cáo.")
    inner.add_attachment(form(unit=None), maintype="application", subtype="pdf", filename="a.pdf")
    outer = EmailMessage()
    outer["Received"] = "from a by b; Fri, 28 May 2021 10:00:00 +0700"
    outer["From"], outer["Subject"], outer["Message-ID"] = "ai-do@example.gov.vn", "Fwd", "<f@example.vn>"
    outer.set_content("Chuyển Văn phòng.")
    outer.add_attachment(inner)
    return bytes(outer)


def decorated() -> bytes:
    """A letter with a logo in its body and no other file."""
    logo = part(PNG, "image/png", Content_ID="<logo>", Content_Disposition="inline")
    return mixed([words("<p>Kính gửi <img src='cid:logo'></p>", "text/html"), logo])


def nested(levels: int) -> bytes:
    """A message in a message in a message."""
    inner = mail({"a.docx": form()})
    for _ in range(levels):
        boundary = (
            b"From: a@example.vn\nDate: Fri, 28 May 2021 09:12:00 +0700\nContent-Type: message/rfc822\n\n"
        )
        inner = boundary + inner
    return inner


def misspelt() -> bytes:
    """A form made for Than Uyên in which the name is that of no unit."""
    asked = request()
    assert asked.unit is not None
    return write_docx(replace(asked, unit=replace(asked.unit, name="Phòng GD&ĐT huyện Thân Uyên")))


def packed_pdf() -> bytes:
    """A PDF whose fonts are named only inside a compressed stream."""
    inside = zlib.compress(b"<</Resources <</Font 3 0 R>>>>")
    return b"%PDF-1.5\n1 0 obj <</Type /ObjStm /Filter /FlateDecode>>\nstream\n" + inside + b"\nendstream"


def passed_on(sent: str, inner: str) -> bytes:
    """A colleague's forward of a message of Than Uyên with its form."""
    first = mail({"a.docx": form()}, sender="than-uyen@example.edu.vn", code="<trong@example.vn>", sent=inner)
    outer = EmailMessage()
    outer["Received"] = f"from a by b; {sent}"
    outer["From"], outer["Subject"], outer["Message-ID"] = "ai-do@example.gov.vn", "Fwd", "<f@example.vn>"
    outer.set_content("Chuyển Văn phòng.")
    outer.add_attachment(first, maintype="application", subtype="octet-stream", filename="thu.eml")
    outer.set_boundary("ngoai")
    return bytes(outer)


def typed_forward() -> bytes:
    """A forward that a mail program wrote into the words of the new message."""
    message = EmailMessage()
    message["Date"] = "Tue, 1 Jun 2021 08:00:00 +0700"
    message["From"], message["Subject"], message["Message-ID"] = (
        "a@example.vn",
        "Fwd: Báo cáo",
        "<g@example.vn>",
    )
    message.set_content(
        "---------- Forwarded message ---------\nTừ: x\nDate: Th 6, 28 thg 5, 2021 vào lúc 09:15\n"
    )
    message.add_attachment(form(number="46"), maintype="application", subtype="pdf", filename="b.docx")
    message.set_boundary("ngoai")
    return bytes(message)


def letter(body: str) -> bytes:
    """A message with words and no file."""
    message = EmailMessage()
    message["From"], message["Date"] = "pgd@example.edu.vn", "Fri, 28 May 2021 09:12:00 +0700"
    message.set_content(body)
    return bytes(message)


def excel(**typed: CellValue) -> bytes:
    """The Excel form of Than Uyên, filled in, with something else typed into some of its cells."""
    return typed_into(write_xlsx(request()), typed)


_OLD = "Phßng cã kÕ ho¹ch tuyªn truyÒn vµ ®· giao nhiÖm vô cho c¸c tr­êng"

CASES: Mapping[str, Callable[[], Files]] = {
    "tep-rong": lambda: {"a.docx": b"", "b.yaml": b"\n \n"},
    "doi-cu": lambda: {
        "a.doc": OLE + "WordDocument".encode("utf-16-le"),
        "b.docx": OLE + "Workbook".encode("utf-16-le"),
        "c.xlsb": zipped({"[Content_Types].xml": b"", "xl/workbook.bin": b""}),
    },
    "macro": lambda: {"a.docx": zipped({"[Content_Types].xml": b"", "word/vbaProject.bin": b""})},
    "mat-khau": lambda: {
        "a.docx": OLE + "EncryptedPackage".encode("utf-16-le"),
        "b.pdf": PDF + b"trailer <</Encrypt 5 0 R>>",
        "c.zip": locked_zip(),
    },
    "pdf-va-anh": lambda: {"a.pdf": SCAN, "b.docx": PDF, "c.jpg": b"\xff\xd8\xff\xe0" + bytes(40)},
    "loai-khac": lambda: {
        "a.rar": b"Rar!\x1a\x07\x00" + bytes(20),
        "b.rtf": b"{\\rtf1 x}",
        "c.odt": zipped({"mimetype": b"", "content.xml": b""}),
        "d.txt": "Kính gửi Sở".encode(),
        "e.msg": OLE + "__properties".encode("utf-16-le"),
    },
    "khong-phai-bieu": lambda: {"a.docx": strange_word()},
    "hong": lambda: {"a.docx": form()[:3000], "b.zip": b"PK\x03\x04" + bytes(50), "c.yaml": b"don_vi: ["},
    "nen-long-nhau": lambda: {"a.zip": matryoshka(300)},
    "nen-ten-chi-ra-ngoai": lambda: {
        "a.zip": zipped({"../../a.docx": form(), "/etc/b.docx": b"x", "C:\\c.docx": b"x"})
    },
    "nen-bom": lambda: {"a.zip": zipped({"a.txt": bytes(60_000_000)})},
    "nen-nhieu-tep": lambda: {"a.zip": zipped({f"{n}.txt": b"x" for n in range(2_500)})},
    "thu-khong-tep": lambda: {"a.eml": mail({}), "b.eml": decorated()},
    "thu-ten-la": lambda: {"a.eml": strange_names()},
    "thu-chuyen-tiep": lambda: {"a.eml": forwarded()},
    "thu-khong-ngay": lambda: {
        "a.eml": mail({"a.docx": form()}, sent=None),
        "b.eml": mail({}, sent="hôm qua"),
    },
    "thu-nen": lambda: {"a.eml": mail({"a.zip": zipped({"x/Báo cáo.docx": form(), "x/quet.pdf": SCAN})})},
    "thu-nhieu-don-vi": lambda: {
        "a.eml": mail({"a.docx": form(), "b.docx": form(unit="pgd-tan-uyen"), "quet.pdf": SCAN})
    },
    "gui-tu-don-vi-khac": lambda: {"a.eml": mail({"a.docx": form()}, sender="tan-uyen@example.edu.vn")},
    "khong-ro-don-vi": lambda: {
        "a.docx": form(unit=None),
        "b.yaml": typed("chi_dao: Có", unit="pgd-thaan-uyen"),
    },
    "trong-ghi-don-vi-khac": lambda: {"a.docx": another_name()},
    "nhan-dang-bi-sua": lambda: {"a.docx": damaged()},
    "nam-truoc": lambda: {"a.docx": last_year()},
    "bieu-cu": lambda: {"a.docx": old_declaration()},
    "chua-dien": lambda: {"a.docx": blank()},
    "khong-phai-nop": lambda: {"a.yaml": typed("tiep_nhan: 1", duty="tong-hop-thang", period="2020-11")},
    "ky-la": lambda: {
        "a.yaml": typed("chi_dao: Có", period="2019-2020"),
        "b.yaml": typed("tong_quan: Có", duty="bao-cao-du-luan", period=""),
        "c.yaml": typed("chi_dao: Có", duty="bao-cao-namm"),
    },
    "bang-ma-cu": lambda: {"a.yaml": typed(f'chi_dao: "{_OLD}"')},
    "chu-la": lambda: {"a.yaml": typed('chi_dao: "\u00d0ưa tin\u00a0đúng\u200b"')},
    "nen-co-thu": lambda: {"a.zip": zipped({"thu/a.eml": mail({"a.docx": form()}), "b.txt": b"x"})},
    "nen-qua-nhieu-bieu": lambda: {"a.zip": zipped({f"{n}.txt": str(n).encode() for n in range(203)})},
    "nen-trong-thu-co-thu": lambda: {"a.eml": mail({"a.zip": zipped({"b.eml": mail({"c.docx": form()})})})},
    "thu-long-nhau": lambda: {"a.eml": nested(3), "b.eml": nested(30)},
    "thu-viet-trong-than": lambda: {"a.eml": letter(typed("cong_tac_vien: 3").decode())},
    "ten-khong-co": lambda: {"a.docx": misspelt()},
    "pdf-nen": lambda: {"a.pdf": packed_pdf()},
    "ngay-kieu-my": lambda: {
        "a.yaml": typed("ke_hoach_ngay: 5/3/2021", "vu_viec:", "  - {ngay: 5/30/2021, noi_dung: x}")
    },
    "so-lieu-la": lambda: {
        "a.yaml": typed(
            "cong_tac_vien: 12 bài", "dot_tap_huan: 1.200", "luot_tap_huan: 1,200", "ke_hoach_ngay: 30.5.21"
        )
    },
    "excel": lambda: {
        "a.xlsx": excel(),
        "b.xlsx": write_xlsx(request_for(DUTY, unit="pgd-tan-uyen")),
        "c.xlsx": zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
    },
    "excel-so-lieu-la": lambda: {
        "a.xlsx": excel(cong_tac_vien="12 bài", dot_tap_huan=2.5, luot_tap_huan="=1/0", han_che="'=A1")
    },
    "excel-trong-thu": lambda: {"a.eml": mail({"Biểu.xlsx": excel(), "quet.pdf": SCAN})},
    "thu-may-gui": lambda: {
        "a.eml": bounce(mail({"a.docx": form()})),
        "b.eml": mixed([words(), attached(form())], Auto_Submitted="auto-replied"),
        "c.eml": mixed([words(), attached(form())], Message_ID="<tt.0123456789abcdef.1@example.vn>"),
        "d.eml": mixed([words(), attached(form())], From="postmaster@example.vn"),
    },
    "thu-hong": lambda: {
        "a.eml": mixed([words(), attached(form())], end=False),
        "b.eml": mixed([words()] * 1_100),
        "c.eml": mixed([words(), attached(b"\x78\x9f\x3e\x22" + bytes(9), "winmail.dat")]),
        "d.msg": OLE + "__properties_version1.0".encode("utf-16-le"),
        "e.xls": b"<html><table><tr><td>a</td></tr></table></html>",
        "f.doc": b"<?xml version='1.0'?>\n<x xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
    },
    "thu-chuyen-tiep-tre": lambda: {
        "a.eml": passed_on("Mon, 31 May 2021 10:00:00 +0700", "Fri, 28 May 2021 16:00:00 +0700"),
        "b.eml": typed_forward(),
    },
    "bieu-va-minh-chung": lambda: {
        "a.eml": mixed(
            [
                words(),
                part(
                    b"\xff\xd8\xff\xe0" + bytes(99),
                    "image/jpeg",
                    Content_Disposition="inline; filename=anh.jpg",
                ),
                attached(write_docx(request_for(DUTY, unit=UNIT, content=content())), "a.docx"),
                attached(write_xlsx(request_for(DUTY, unit=UNIT, content=content())), "a.xlsx"),
                attached(SCAN, "a-ky.pdf"),
            ]
        ),
    },
    "tep-he-thong": lambda: {
        "a.docx": form(),
        "Thumbs.db": b"x",
        "desktop.ini": b"x",
        "~$a.docx": b"x",
        ".x": b"x",
    },
    "phan-van-phong": lambda: {
        "a.yaml": typed("chi_dao: Có", more="    xu_ly: {ket_qua: chap-nhan}\n  - khong_phat_sinh: có\n")
    },
}
