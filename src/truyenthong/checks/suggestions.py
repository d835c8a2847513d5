"""«có phải …?»: what may have been meant, as a question."""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher

from truyenthong.model.units import Roster
from truyenthong.text import code_form, fold, nearest

_CLOSE = 0.75
_TIED = 0.08
_LONGEST = 80


def which_code(word: str, codes: Collection[str]) -> str | None:
    """A hint for a code that is not known."""
    meant = nearest(word, codes)
    if meant is not None:
        return f"có phải «{meant}»?"
    return f"có: {', '.join(codes)}" if 0 < len(codes) <= 12 else None


def which_unit(word: str, roster: Roster) -> str:
    """A hint for a unit that is not known.

    A name as people write it comes from the table of aliases, exactly. By likeness every unit that is about
    as near is named: Than Uyên and Tân Uyên are never chosen between.
    """
    named = [unit for unit in roster.units if fold(word) in map(fold, unit.names)]
    if len(named) == 1:
        return f"«{word}» là tên của {named[0].name}: ghi mã «{named[0].code}»"
    near = _near(word, roster)
    if len(near) == 1:
        unit = roster.by_code[near[0]]
        return f"có phải «{unit.code}» ({unit.name})?"
    if near:
        both = " hay ".join(f"«{code}» ({roster.by_code[code].short_name})" for code in near)
        return f"có phải {both}? Hãy xem lại văn bản gốc"
    return "xem các mã đơn vị ở data/units.yaml, hoặc thêm đơn vị mới vào tệp ấy"


def _near(word: str, roster: Roster) -> list[str]:
    wanted = code_form(word[:_LONGEST])
    scores: dict[str, float] = {}
    for unit in roster.units:
        names = {unit.code, *(code_form(name) for name in unit.names)}
        scores[unit.code] = max(SequenceMatcher(None, wanted, name, autojunk=False).ratio() for name in names)
    best = max(scores.values(), default=0.0)
    if best < _CLOSE:
        return []
    near = [code for code, score in scores.items() if score >= best - _TIED]
    return sorted(near, key=lambda code: -scores[code])[:3]
