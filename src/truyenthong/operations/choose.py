"""Turns words as people type them into units, duties, periods and other things of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from truyenthong.checks.suggestions import which_code, which_unit
from truyenthong.errors import UsageError
from truyenthong.intake.identify import Asked
from truyenthong.model.periods import PeriodKind
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.units import Roster, Unit
from truyenthong.operations.load import Ready
from truyenthong.progress import Row
from truyenthong.text import ascii_form, code_form, fold, nearest, nfc, spoken_name
from truyenthong.workspace import storage
from truyenthong.yamltext.days import parse_period

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What the user asked to see; None asks for everything.

    ``under`` is a unit: it and all that belong to it; who that is is known on a day, to the caller.
    """

    unit: str | None = None
    obligation: str | None = None
    period: str | None = None
    kind: str | None = None
    under: str | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether the user asked for something shown row by row: a unit, a duty or a period."""
        return any(one is not None for one in (self.unit, self.obligation, self.period))

    def takes(self, row: Row) -> bool:
        """Whether a row is among what was asked for."""
        return (
            self.unit in (None, row.unit.code)
            and self.obligation in (None, row.obligation.code)
            and self.period in (None, row.period_code)
            and (self.kind is None or row.unit.is_of(self.kind))
        )


def in_codes(choice: Selection, plan: Plan, roster: Roster) -> Selection:
    """The choice with every name turned into its code.

    Raises:
        UsageError: where a name is not known; the nearest is only suggested.
    """
    return Selection(
        unit=find_unit(roster, choice.unit).code if choice.unit is not None else None,
        obligation=find_duty(plan, choice.obligation).code if choice.obligation is not None else None,
        period=find_period(plan, choice.period) if choice.period is not None else None,
        kind=_find_kind(roster, choice.kind) if choice.kind is not None else None,
        under=find_unit(roster, choice.under).code if choice.under is not None else None,
    )


def find_unit(roster: Roster, word: str) -> Unit:
    """The unit by its code or one of its names, however the tones are typed and words are shortened.

    Raises:
        UsageError: where no unit has this code or name.
    """
    unit = roster.by_code.get(nfc(word.strip()))
    if unit is not None:
        return unit
    # Exactly as written; then with usual abbreviations; then without marks, where none was typed: «Thân Uyên»
    # has one too many and is nobody's name.
    for key in (fold, spoken_name, *([_toneless] if word.isascii() else [])):
        wanted = key(word)
        named = [one for one in roster.units if wanted in map(key, one.names)]
        if wanted and len(named) == 1:
            return named[0]
    raise UsageError(f"Không có đơn vị «{word}».", hint=_sentence(which_unit(word, roster)))


def _sentence(words: str) -> str:
    return words if words.endswith("?") else f"{words}."


def _toneless(word: str) -> str:
    return ascii_form(" ".join(spoken_name(word)))


def find_duty(plan: Plan, word: str) -> Obligation:
    """The duty by its code or its name.

    Raises:
        UsageError: there is none; the nearest is only suggested.
    """
    duties = plan.obligations_by_code
    found = code_named(word, ((one.code, one.name) for one in plan.obligations))
    if found is not None:
        return duties[found]
    raise UsageError(f"Không có nhiệm vụ «{word}».", hint=which_code(word, tuple(duties)))


def code_named(word: str, named: Iterable[tuple[str, str]]) -> str | None:
    """The code that a word means: the code, or the only name that reads so, also typed without any marks."""
    known = tuple(named)
    if any(word == code for code, _ in known):
        return word
    found = [code for code, name in known if fold(word) and fold(word) == fold(name)]
    if len(found) != 1 and word.isascii():
        plain = code_form(word)
        found = [code for code, name in known if plain and plain in (code, code_form(name))]
    return found[0] if len(found) == 1 else None


def find_named(known: Mapping[str, T], code: str, missing: str, *, none: str = "") -> T:
    """What has this code in a list of the plan.

    Args:
        known: the list by code.
        code: as it was typed.
        missing: the sentence where nothing has the code; the hint names the nearest, else all codes.
        none: what the hint names of an empty list.

    Raises:
        UsageError: nothing has the code.
    """
    if code in known:
        return known[code]
    near = nearest(code, tuple(known))
    raise UsageError(missing, hint=f"có phải «{near}»?" if near else f"có: {', '.join(known) or none}.")


def read_named(path: Path, option: str) -> bytes:
    """The bytes of a file that the user named with an option.

    Raises:
        UsageError: there is no such file.
    """
    try:
        return storage.read_bytes(path)
    except FileNotFoundError as error:
        raise UsageError(f"Không có tệp {path}.", hint=f"kiểm tra lại tên tệp ở {option}.") from error


def find_period(plan: Plan, word: str) -> str:
    """The code of a period of the plan's duties, in any of the ways in which periods are written.

    Raises:
        UsageError: where no duty has such a period.
    """
    known = tuple(period_codes(plan))
    if word in known:
        return word
    read = (parse_period(word, kind, plan.semesters) for kind in PeriodKind)
    found = [code for code in read if isinstance(code, str) and code in known]
    if found:
        return found[0]
    raise UsageError(f"Không có kỳ «{word}».", hint=f"{which_code(word, known) or f'từ {known[0]}'}")


def period_codes(plan: Plan) -> Iterable[str]:
    """The codes of all periods of the plan's duties, each once."""
    codes: dict[str, None] = {}
    for obligation in plan.obligations:
        codes.update((period.code, None) for period in plan.periods(obligation) if period is not None)
    return codes


def _find_kind(roster: Roster, word: str) -> str:
    found = code_named(word, ((one.code, one.name) for one in roster.kinds))
    if found is not None:
        return found
    raise UsageError(f"Không có loại đơn vị «{word}».", hint=which_code(word, tuple(roster.kinds_by_code)))


def asked_in(words: Selection, work: Ready) -> Asked:
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
