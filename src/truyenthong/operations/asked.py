"""What the user says about a file that came in, as codes: a duty or a register by one word."""

from __future__ import annotations

from dataclasses import replace

from truyenthong.intake.identifying import Asked
from truyenthong.operations.choosing import Choice, in_codes
from truyenthong.operations.loading import Ready


def asked_in(words: Choice, work: Ready) -> Asked:
    """The words as codes; one that names no duty may name a register.

    Raises:
        UsageError: a unit, duty, register or period that is not known.
    """
    register = words.obligation if words.obligation in work.plan.registers_by_code else None
    if register in work.plan.obligations_by_code:
        register = None
    if register is not None:
        words = replace(words, obligation=None)
    choice = in_codes(words, work.plan, work.roster)
    return Asked(unit=choice.unit, obligation=choice.obligation, period=choice.period, register=register)
