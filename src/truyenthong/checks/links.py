"""Web addresses in registers and reports: one page that is entered twice."""

from __future__ import annotations

from collections.abc import Iterator

from truyenthong.checks.facts import LedgerFacts
from truyenthong.diagnostics.fields import TT137
from truyenthong.findings import FieldPath, Finding, Ref
from truyenthong.model.forms import Content, Form
from truyenthong.text.links import link_key

_SHOWN = 80

_Linked = tuple[str, str, str, Ref, Form, Content]
"""A kind of source, whose it is, how people call it, its place, its form, its values."""


def check_links(facts: LedgerFacts) -> Iterator[Finding]:
    """The same page in two entries, in two registers, or reported by two units.

    What a register and the one that must come first (III.3) say of one article is no repetition.
    """
    first: dict[tuple[str, str], tuple[str, str]] = {}
    steps = {(one.code, it.register) for one in facts.plan.registers for it in one.prerequisites}
    for kind, whose, said, ref, form, content in (*_filed(facts), *_reported(facts)):
        for path, text in _addresses(form, content):
            key = link_key(text)
            if key is None:
                continue
            known = first.setdefault((kind, key), (whose, said))
            # Of a unit's own reports the later ones may tell of the same article again.
            again = known != (whose, said) and (kind == "so" or known[0] != whose)
            if again and (whose, known[0]) not in steps and (known[0], whose) not in steps:
                hint = "cùng một bài thì giữ một mục; bài khác thì xem lại địa chỉ"
                yield TT137.at(ref.child(*path), f"địa chỉ «{text[:_SHOWN]}» đã ghi ở {known[1]}", hint=hint)


def _filed(facts: LedgerFacts) -> Iterator[_Linked]:
    for ledger in facts.ledgers:
        register, form = ledger.register, facts.plan.forms_by_code[ledger.register.form]
        for entry in ledger.entries:
            said = f"mục «{entry.text(register.key)}» của sổ «{register.name}»"
            yield "so", register.code, said, facts.ref(ledger, "muc", entry.index), form, entry.content


def _reported(facts: LedgerFacts) -> Iterator[_Linked]:
    for submission in facts.submissions:
        duty = facts.plan.obligations_by_code.get(submission.obligation)
        form = facts.plan.form_of(duty) if duty is not None else None
        typed = [one for one in submission.receipts if one.content is not None]
        if form is not None and typed and typed[-1].content is not None:
            ref = Ref(file=submission.file, path=("lan_nop", typed[-1].index, "noi_dung"))
            yield "bai", submission.unit, submission.file, ref, form, typed[-1].content


def _addresses(form: Form, content: Content) -> Iterator[tuple[FieldPath, str]]:
    """The web addresses among values, with their places."""
    for field in form.fields:
        value = content.get(field.code)
        if field.link and isinstance(value, str):
            yield (field.code,), value
        links = [one.code for one in field.columns if one.link]
        for place, row in enumerate(value if links and isinstance(value, tuple) else ()):
            for code in links:
                if isinstance(text := row.get(code), str):
                    yield (field.code, place, code), text
