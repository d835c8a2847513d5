"""The identity of a form: the unit, duty and period that it was made for, and a check value."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from truyenthong.model.forms import Choice, ChoiceSource, Field, Form
from truyenthong.text import is_file_number

_DIGITS = 8
_NOTHING = "-"
"""Printed in the line for a unit or a period that is not given."""
_LINE = re.compile(
    r"Biểu: ([a-z0-9-]+) \| ([A-Za-z0-9-]+) \| ([a-z0-9-]+) \| ([a-z0-9-]+)\.(\d+)"
    r" \| ([0-9A-F]{8}) \| ([0-9A-F]{8})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The unit, duty and period of a form; every form carries them.

    Attributes:
        plan: the plan's code.
        obligation: the duty's code.
        form: the code of the form.
        version: its version (``phien_ban``).
        declaration: ``declaration_mark`` of the form on the day that it was made.
        unit: the unit's code; None where the form was made for nobody in particular.
        period: the period's code; None for a duty without periods, or where it is left open.
    """

    plan: str
    obligation: str
    form: str
    version: int
    declaration: str
    unit: str | None = None
    period: str | None = None

    @property
    def check(self) -> str:
        """Eight hexadecimal digits over everything above; it goes with the form."""
        return _digest(repr(sorted(asdict(self).items())))

    def fits(self, form: Form | None) -> bool:
        """Whether the form is still declared as on the day that it was made."""
        return form is not None and declaration_mark(form) == self.declaration


class Genuineness(StrEnum):
    """How far the identity in a form can be relied on."""

    INTACT = "intact"
    """As it was made, and the form is still declared that way."""
    OUTDATED = "outdated"
    """As it was made, but the form has been declared anew since."""
    DAMAGED = "damaged"
    """Something in it was changed or lost: nothing in it is certain."""


def identity_of(form: Form, *, plan: str, obligation: str, unit: str | None, period: str | None) -> Identity:
    """The identity of a form that is made now."""
    return Identity(
        plan=plan,
        obligation=obligation,
        form=form.code,
        version=form.version,
        declaration=declaration_mark(form),
        unit=unit,
        period=period,
    )


def genuineness(identity: Identity, check: str | None, form: Form | None) -> Genuineness:
    """How genuine an identity is, by its check value and today's declaration.

    Args:
        identity: as the form carries it.
        check: the check value that the form carries.
        form: the form of that code as it is declared today, or None where there is none.
    """
    if check is None or check.strip().upper() != identity.check:
        return Genuineness.DAMAGED
    if not identity.fits(form):
        return Genuineness.OUTDATED
    return Genuineness.INTACT


def declaration_mark(form: Form) -> str:
    """Eight hexadecimal digits of what a form asks for: fields, types, bounds, choices, checks.

    Words for people (labels, guidance, sentences) do not change it: a better sentence makes no form old.
    """
    checks = [one.source for one in form.checks]
    return _digest(repr((form.code, form.version, [_asked(one) for one in form.fields], checks)))


def _asked(field: Field) -> Sequence[object]:
    return (
        field.code,
        field.type.value,
        field.required,
        sorted((name, str(value)) for name, value in asdict(field.bounds).items() if value is not None),
        _choices(field.choices),
        [_asked(one) for one in field.columns],
    )


def _choices(choices: tuple[Choice, ...] | ChoiceSource) -> object:
    return choices.value if isinstance(choices, ChoiceSource) else [one.code for one in choices]


def to_texts(identity: Identity) -> dict[str, str]:
    """The identity as names and texts, to be written into a file; what is None is left out."""
    texts = {name: str(value) for name, value in asdict(identity).items() if value is not None}
    return {**texts, "check": identity.check}


def from_texts(texts: Mapping[str, str]) -> tuple[Identity | None, str | None]:
    """The identity and check value that a file carries; no identity where a part of it is missing."""
    check = texts.get("check")
    if not is_file_number(texts.get("version")):
        return None, check
    try:
        identity = Identity(
            plan=texts["plan"],
            obligation=texts["obligation"],
            form=texts["form"],
            version=int(texts["version"]),
            declaration=texts["declaration"],
        )
    except KeyError:
        return None, check
    return replace(identity, unit=texts.get("unit"), period=texts.get("period")), check


def identity_line(identity: Identity) -> str:
    """The line in the foot of each page: the identity without the plan, then the check value."""
    unit, period = identity.unit or _NOTHING, identity.period or _NOTHING
    form = f"{identity.form}.{identity.version}"
    words = (identity.obligation, period, unit, form, identity.declaration, identity.check)
    return f"Biểu: {' | '.join(words)}"


def identity_in_line(text: str, plan: str) -> tuple[Identity | None, str | None] | None:
    """The identity and check value in a text that holds such a line; None where it holds none.

    Args:
        text: in NFC, with plain spaces.
        plan: the code of the plan, which the line does not print; a wrong one does not fit the check value.
    """
    found = _LINE.search(text)
    if found is None:
        return None
    obligation, period, unit, form, version, declaration, check = found.groups()
    texts = {"plan": plan, "obligation": obligation, "form": form, "version": version}
    texts |= {"declaration": declaration, "check": check}
    texts |= {key: one for key, one in (("unit", unit), ("period", period)) if one != _NOTHING}
    return from_texts(texts)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS].upper()
