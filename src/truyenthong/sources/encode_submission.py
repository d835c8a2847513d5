"""Writes a submission as the YAML text of its file, the way a careful person types it; stores nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import assert_never

from truyenthong.model.forms import Content, Field, Form, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import (
    Decision,
    Extension,
    Mail,
    PaperNumber,
    Receipt,
    SentFile,
    Submission,
)
from truyenthong.sources.building import Value
from truyenthong.sources.scalars import typed_number
from truyenthong.sources.writing import write_yaml
from truyenthong.text import day_and_hour, day_wording

_Keys = dict[str, Value]


def encode_submission(submission: Submission, form: Form | None) -> str:
    """The text of a submission's file; ``parse_yaml`` and ``decode_submission`` read the same back.

    Keys stand in the order of the documentation; what is empty is left out, but every field of the form has
    its line, so that the unit sees what is still to be filled in.

    Args:
        submission: texts are NFC and hold no control characters, as everything that was read.
        form: the form of its duty: the order of ``noi_dung``. Values that it does not know come last.

    Raises:
        ValueError: some receipts could not be read; writing the file anew would delete them.
    """
    if submission.unreadable_receipts:
        raise ValueError(f"{submission.file} holds receipts that could not be read")
    keys: _Keys = {"don_vi": submission.unit, "nhiem_vu": submission.obligation, "ky": submission.period}
    if submission.extensions:
        keys["gia_han"] = [encode_extension(one) for one in submission.extensions]
    if submission.receipts:
        keys["lan_nop"] = [encode_receipt(one, form) for one in submission.receipts]
    if submission.sent_further:
        keys["da_gui"] = [encode_receipt(one, form) for one in submission.sent_further]
    return write_yaml(_filled(keys))


def _filled(keys: _Keys) -> Value:
    return {key: value for key, value in keys.items() if value is not None}


def encode_extension(extension: Extension) -> Value:
    """One entry of ``gia_han`` as plain values."""
    return _filled(
        {
            "ngay": day_wording(extension.granted),
            "den": day_wording(extension.until),
            "van_ban": _paper(extension.paper),
            "ly_do": extension.reason,
        }
    )


def encode_receipt(receipt: Receipt, form: Form | None) -> Value:
    """One entry of ``lan_nop`` or ``da_gui`` as plain values, in the order of ``encode_submission``."""
    return _filled(
        {
            "bao_cao": receipt.report,
            "nhan_luc": day_and_hour(receipt.received.day, receipt.received.hour),
            "kenh": receipt.channel.value if receipt.channel is not None else None,
            "van_ban": _paper(receipt.paper),
            "tep": [_file(one) for one in receipt.files] or None,
            "thu": encode_mail(receipt.mail),
            "khong_phat_sinh": "true" if receipt.nil else None,
            "noi_dung": None if receipt.content is None else encode_content(receipt.content, form),
            "xu_ly": encode_decision(receipt.decision),
        }
    )


def encode_mail(mail: Mail | None) -> Value:
    """The message that a paper came with as plain values, or None."""
    if mail is None:
        return None
    sent = day_and_hour(mail.sent.day, mail.sent.hour) if mail.sent is not None else None
    return _filled({"ma": mail.code, "tu": mail.sender, "luc": sent})


def _paper(paper: PaperNumber | None) -> Value:
    if paper is None:
        return None
    return _filled({"so": paper.number, "ky_hieu": paper.symbol, "ngay": _day(paper.day)})


def _file(file: SentFile) -> Value:
    return _filled({"ten": file.name, "sha256": file.sha256})


def encode_decision(decision: Decision | None) -> Value:
    """The office's word on a receipt as plain values, or None."""
    if decision is None:
        return None
    return _filled(
        {
            "ket_qua": decision.kind.value,
            "ngay": day_wording(decision.day),
            "boi": decision.by,
            "ly_do": decision.reason,
            "dau": decision.seal,
        }
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day_wording(day)


def encode_content(content: Content, form: Form | None) -> dict[str, Value]:
    """The values of a form as plain texts, in its order; a line for every field. Others come last."""
    fields = form.fields if form is not None else ()
    written: _Keys = {}
    for code in dict.fromkeys([*(one.code for one in fields), *content]):
        value = content.get(code)
        if isinstance(value, tuple):
            field = form.field(code) if form is not None else None
            columns = field.columns if field is not None else ()
            written[code] = [_row(row, columns) for row in value]
        else:
            written[code] = _scalar(value)
    return written


def _row(row: Row, columns: Sequence[Field]) -> Value:
    codes = dict.fromkeys([*(one.code for one in columns), *row])
    return {code: _scalar(row.get(code)) for code in codes}


def _scalar(value: Scalar) -> str | None:
    match value:
        case None | str():
            return value
        case bool():
            return "có" if value else "không"
        case int() | Decimal():
            return typed_number(value)
        case Moment():
            return day_and_hour(value.day, value.hour)
        case date():
            return day_wording(value)
        case _ as never:
            assert_never(never)
