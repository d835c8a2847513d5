"""The words of a form by which fields are found again whose controls are lost; reads nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truyenthong.blanks.docx_fields import headed, heading_of, label_of
from truyenthong.blanks.docx_texts import key_of
from truyenthong.model.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The words of the form by which a field is found whose control is lost, as keys to compare.

    Attributes:
        headings: the code of each field that has a heading.
        facts: the codes of the short fields; several may have one label.
        guidance: sentences of the form, which nobody typed.
        headed: the fields with a heading.
    """

    headings: Mapping[str, str]
    facts: Mapping[str, Sequence[str]]
    guidance: frozenset[str]
    headed: frozenset[str]

    @classmethod
    def of(cls, form: Form | None) -> Labels:
        """The words of a form."""
        numbers = headed(form) if form is not None else {}
        headings: dict[str, str] = {}
        facts: dict[str, list[str]] = {}
        guidance: set[str] = set()
        for one in form.fields if form is not None else ():
            if one.code in numbers:
                headings[key_of(heading_of(numbers[one.code], one))] = one.code
            else:
                facts.setdefault(key_of(label_of(one)), []).append(one.code)
            guidance |= {key_of(one.guidance)} if one.guidance else set()
            guidance |= {key_of(f"{each.label}: {each.guidance}") for each in one.columns if each.guidance}
        return cls(headings=headings, facts=facts, guidance=frozenset(guidance), headed=frozenset(numbers))
