"""Decodes a submission's file by the plan's forms, and encodes it again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import assert_never

from truyenthong.diagnostics.fields import TT113, TT135
from truyenthong.documents.content import Choices, read_content
from truyenthong.findings import Finding, Ref
from truyenthong.model.forms import Content, Field, Form, Row, Scalar
from truyenthong.model.moments import Moment
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.submissions import (
    SEAL_LENGTH,
    Channel,
    Decision,
    DecisionKind,
    Extension,
    Mail,
    PaperNumber,
    Receipt,
    SentFile,
    Submission,
)
from truyenthong.model.units import Roster
from truyenthong.text import day_and_hour, day_wording
from truyenthong.yamltext.days import parse_period
from truyenthong.yamltext.edit import write_yaml
from truyenthong.yamltext.reader import Collector, MappingReader
from truyenthong.yamltext.scalars import parse_paper_number, typed_number, unquoted
from truyenthong.yamltext.tree import Value

_SHA256 = re.compile(r"[0-9a-f]{64}")
_SEAL = re.compile(rf"[0-9a-f]{{{SEAL_LENGTH}}}")


def decode_submission(
    value: Value, *, file: str, plan: Plan, roster: Roster
) -> tuple[Submission | None, tuple[Finding, ...]]:
    """A submission; None where its unit or duty is not even named.

    Codes that are not known are kept as typed: the rules of meaning say so. A receipt whose moment cannot be
    read is in ``unreadable_receipts``, unless it is a draft.
    """
    collector = Collector()
    root = MappingReader(value, Ref(file=file), collector)
    unit = root.parsed("don_vi", unquoted, required=True, example="pgd-than-uyen")
    code = root.parsed("nhiem_vu", unquoted, required=True, example="bao-cao-nam")
    obligation = plan.obligations_by_code.get(code) if code is not None else None
    kind = obligation.period_kind if obligation is not None else None
    period = root.parsed("ky", lambda text: parse_period(text, kind, plan.semesters))
    extensions = root.each("gia_han", _extension)
    lists = Choices(plan=plan, roster=roster)
    whole, drafts = root.boolean("ban_nhap", default=False), set[int]()
    undated: dict[int, Content] = {}

    def receipt(entry: MappingReader) -> Receipt | None:
        if entry.boolean("ban_nhap", default=False) or whole:
            drafts.add(entry.index)
        return _receipt(entry, plan, obligation, lists, draft=entry.index in drafts, undated=undated)

    receipts = root.each("lan_nop", receipt)
    further = root.each("da_gui", lambda entry: _receipt(entry, plan, obligation, lists, further=True))
    root.no_others()
    if unit is None or code is None or root.is_faulty("ky"):
        return None, collector.findings
    typed, read = root.value("lan_nop"), {one.index for one in receipts}
    count = len(typed) if isinstance(typed, list) else int(typed is not None)
    submission = Submission(
        file=file,
        unit=unit,
        obligation=code,
        period=period,
        receipts=tuple(one for one in receipts if one.index not in drafts),
        extensions=extensions,
        unreadable_receipts=tuple(
            place for place in range(count) if place not in read | drafts and not whole
        ),
        sent_further=further,
        drafts=tuple(one for one in receipts if one.index in drafts),
        draft_places=tuple(sorted(drafts)),
        undated=undated,
    )
    return submission, collector.findings


def _extension(entry: MappingReader) -> Extension | None:
    granted = entry.date("ngay", required=True)
    until = entry.date("den", required=True, example="05/6/2021")
    paper = entry.group("van_ban", _paper)
    by, reason = entry.text("boi"), entry.text("ly_do")
    if granted is None or until is None:
        return None
    return Extension(granted=granted, until=until, by=by, paper=paper, reason=reason, index=entry.index)


def _receipt(
    entry: MappingReader,
    plan: Plan,
    obligation: Obligation | None,
    lists: Choices,
    *,
    further: bool = False,
    draft: bool = False,
    undated: dict[int, Content] | None = None,
) -> Receipt | None:
    report = entry.text("bao_cao", required=True, example="tong-hop-thang-ubnd") if further else None
    received = entry.moment("nhan_luc", required=not draft)
    channel = entry.one_of("kenh", Channel)
    paper = entry.group("van_ban", _paper)
    files = tuple(one for one in map(_file, entry.items("tep")) if one is not None)
    mail = entry.group("thu", _mail)
    nil = entry.boolean("khong_phat_sinh", default=False)
    content = _content(entry, plan, obligation, lists)
    decision = _decision(entry)
    if received is None:
        if undated is not None and content is not None:
            undated[entry.index] = content  # it is no receipt, but its figures are checked all the same
        return None
    return Receipt(
        index=entry.index,
        received=received,
        channel=channel,
        paper=paper,
        files=files,
        nil=nil,
        content=content,
        decision=decision,
        mail=mail,
        report=report,
    )


def _content(
    entry: MappingReader, plan: Plan, obligation: Obligation | None, lists: Choices
) -> Content | None:
    """The values of the form: None where nothing was typed, empty where it could not be read."""
    if entry.value("noi_dung") is None or obligation is None:
        return None
    form = plan.form_of(obligation)
    if form is None:
        if obligation.form is None:
            message = f"nhiệm vụ «{obligation.code}» không có biểu mẫu nên noi_dung không được đọc"
            hint = "bỏ noi_dung, hoặc ghi bieu_mau cho nhiệm vụ ấy ở data/plan.yaml"
            entry.report(TT135, "noi_dung", message, hint=hint)
        return {}
    reader = entry.mapping("noi_dung")
    return read_content(reader, form, lists) if reader is not None and reader.usable else {}


def _paper(entry: MappingReader) -> PaperNumber:
    return PaperNumber(
        number=entry.parsed("so", parse_paper_number),
        symbol=entry.text("ky_hieu"),
        day=entry.date("ngay"),
    )


def _file(entry: MappingReader) -> SentFile | None:
    name = entry.text("ten", required=True, example="bao-cao-45.docx")
    digest = entry.text("sha256")
    entry.no_others()
    if digest is not None and _SHA256.fullmatch(digest.lower()) is None:
        message = "sha256 không phải 64 chữ số hệ mười sáu"
        entry.report(TT113, "sha256", message, hint="bỏ trống nếu chưa tính; tính bằng sha256sum TÊN_TỆP")
        digest = None
    return None if name is None else SentFile(name=name, sha256=digest.lower() if digest else None)


def _mail(entry: MappingReader) -> Mail:
    return Mail(code=entry.text("ma"), sender=entry.text("tu"), sent=entry.moment("luc"))


def _decision(entry: MappingReader) -> Decision | None:
    reader = entry.mapping("xu_ly")
    if reader is None or not reader.usable:
        return None
    kind = reader.one_of("ket_qua", DecisionKind, required=True)
    day = reader.date("ngay", required=True)
    by, reason, seal = reader.text("boi"), reader.text("ly_do"), reader.text("dau")
    reader.no_others()
    if seal is not None and _SEAL.fullmatch(seal) is None:
        message = f"dau không phải {SEAL_LENGTH} chữ số hệ mười sáu"
        reader.report(TT113, "dau", message, hint="bỏ dòng dau; «truyenthong review --accept» sẽ ghi lại")
    if kind is None or day is None:
        return None
    return Decision(kind=kind, day=day, by=by, reason=reason, seal=seal)


_Keys = dict[str, Value]


def encode_submission(submission: Submission, form: Form | None) -> str:
    """The text of a submission's file; ``parse_yaml`` and ``decode_submission`` read the same back.

    Keys are in the order of the documentation; what is empty is left out, but every field of the form has
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
    if submission.typed:
        keys["lan_nop"] = [
            encode_receipt(one, form, draft=one in submission.drafts) for one in submission.typed
        ]
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
            "boi": extension.by,
            "van_ban": _encode_paper(extension.paper),
            "ly_do": extension.reason,
        }
    )


def encode_receipt(receipt: Receipt, form: Form | None, *, draft: bool = False) -> Value:
    """One entry of ``lan_nop`` or ``da_gui`` as plain values, in the order of ``encode_submission``."""
    return _filled(
        {
            "bao_cao": receipt.report,
            "ban_nhap": "true" if draft else None,
            "nhan_luc": day_and_hour(receipt.received.day, receipt.received.hour),
            "kenh": receipt.channel.value if receipt.channel is not None else None,
            "van_ban": _encode_paper(receipt.paper),
            "tep": [_filled({"ten": one.name, "sha256": one.sha256}) for one in receipt.files] or None,
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


def _encode_paper(paper: PaperNumber | None) -> Value:
    if paper is None:
        return None
    return _filled({"so": paper.number, "ky_hieu": paper.symbol, "ngay": _day(paper.day)})


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
