"""Cleans the texts of a form before they are kept, and reports what it changed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from truyenthong.diagnostics.intake import TT650, TT651, TT652, TT653, TT664
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import FieldPath, Finding, Ref
from truyenthong.forms.filled import Filled
from truyenthong.model.forms import Field, FieldType, Form
from truyenthong.text import nfc
from truyenthong.text.legacy import LegacyEncoding, from_legacy, legacy_of_text
from truyenthong.yamltext.scalars import short
from truyenthong.yamltext.tree import Value, leaves

_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that text of an old encoding never holds."""
_ETH = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SLASHED = re.compile(r"\s*(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*\d{4}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The texts of a form, cleaned.

    Attributes:
        values: shaped as they came.
        paper: ``so``, ``ky_hieu``, ``ngay``.
        findings: what was changed, and what somebody has to decide first.
        legacy: whether they still contain text of an old encoding.
    """

    values: dict[str, Value]
    paper: dict[str, str]
    findings: tuple[Finding, ...]
    legacy: bool


def clean(filled: Filled, form: Form | None, name: str, *, convert_legacy: bool = False) -> Cleaned:
    """The texts of a form as they are kept; old encodings are converted only where that is asked for."""
    cleaner = _Cleaner(name=name, places={path: spot.words for path, spot in filled.places.items()})
    cleaner.encoding = _encoding(filled)
    cleaner.convert = convert_legacy
    values = {code: cleaner.tree(value, (code,)) for code, value in filled.values.items()}
    paper = {
        key: " ".join(cleaner.text(text, ("van_ban", key)).split()) for key, text in filled.paper.items()
    }
    doubtful = _doubtful_days(values, form, cleaner) if form is not None else ()
    return Cleaned(
        values=values,
        paper={key: text for key, text in paper.items() if text},
        findings=(*cleaner.told(), *doubtful),
        legacy=cleaner.encoding is not None and not convert_legacy and bool(cleaner.old),
    )


def _encoding(filled: Filled) -> LegacyEncoding | None:
    """The old encoding in which the form was typed, by all its texts together."""
    candidates = [
        text
        for _, text in leaves(dict(filled.values))
        if not text.isascii() and _VIETNAMESE.search(nfc(text)) is None
    ]
    return legacy_of_text("\n".join(candidates)) if candidates else None


@dataclass(slots=True, kw_only=True)
class _Cleaner:
    """Cleans one text after the other and remembers what it changed where."""

    name: str
    places: Mapping[FieldPath, str]
    encoding: LegacyEncoding | None = None
    convert: bool = False
    old: list[tuple[FieldPath, str, str]] = field(default_factory=list)
    changed: Counter[str] = field(default_factory=Counter)
    first: dict[str, FieldPath] = field(default_factory=dict)

    def tree(self, value: Value, path: FieldPath) -> Value:
        """A value of any shape."""
        if isinstance(value, dict):
            return {key: self.tree(below, (*path, key)) for key, below in value.items()}
        if isinstance(value, list):
            return [self.tree(below, (*path, index)) for index, below in enumerate(value)]
        return self.text(value, path) or None if value is not None else None

    def text(self, text: str, path: FieldPath) -> str:
        """One text; one of an old encoding stays as it is unless it is to be converted."""
        text = nfc(text)
        has_other_signs = not text.isascii() and _VIETNAMESE.search(text) is None
        if self.encoding is not None and has_other_signs and legacy_of_text(text) is self.encoding:
            said = from_legacy(text, self.encoding)
            self.old.append((path, text, said))
            if not self.convert:
                return text.strip()
            text = said
        straight = text.translate(_ETH)
        self._note("eth", path, changed=straight != text)
        lines = _BREAKS.sub("\n", straight).split("\n")
        seen = "\n".join(" ".join(_visible(line).split()) for line in lines).strip()
        plain = "\n".join(" ".join(line.split(" ")) for line in straight.split("\n")).strip()
        hidden = {char for char in plain if unicodedata.category(char) in {"Cf", "Cc", "Zs"}} - set(" \n\t\r")
        self._note("hidden", path, changed=bool(hidden))
        return seen

    def _note(self, what: str, path: FieldPath, *, changed: bool) -> None:
        if changed:
            self.changed[what] += 1
            self.first.setdefault(what, path)

    def told(self) -> Iterator[Finding]:
        """What was changed, and the text of an old encoding with what it says."""
        if self.changed["eth"]:
            message = f"chữ Ð (không phải Đ) ở {self.changed['eth']} ô, đã đổi thành Đ"
            yield self.at(TT650, self.first["eth"], message)
        if self.changed["hidden"]:
            message = f"có ký tự không nhìn thấy ở {self.changed['hidden']} ô, đã bỏ"
            yield self.at(TT651, self.first["hidden"], message)
        if self.old and self.encoding is not None:
            path, before, after = self.old[0]
            message = (
                f"{len(self.old)} ô gõ theo {self.encoding.value}: «{short(before)}» là «{short(after)}»"
            )
            if self.convert:
                yield self.at(TT664, path, f"đã chuyển {message}", hint="đọc lại từng ô, chữ ư dễ mất")
            else:
                yield self.at(TT652, path, message, hint=_ADVICE)

    def at(self, kind: Diagnostic, path: FieldPath, message: str, *, hint: str | None = None) -> Finding:
        """A finding at a field."""
        return kind.at(Ref(file=self.name, spot=self.places.get(path)), message, hint=hint)


_ADVICE = (
    "gõ lại bằng phông Unicode (Times New Roman) rồi gửi lại; hoặc văn phòng chuyển bằng --convert-legacy"
)


def _visible(line: str) -> str:
    if line.isascii() and line.isprintable():
        return line
    return "".join(
        " " if char == "\t" else char
        for char in line
        if char == "\t" or unicodedata.category(char) not in _GONE
    )


_GONE = {"Cf", "Cc", "Cs", "Cn"}


def _doubtful_days(values: Mapping[str, Value], form: Form, cleaner: _Cleaner) -> Iterator[Finding]:
    """Days of which both numbers are below 13, in a file where another day puts the month first."""
    days = [
        (path, text, int(found[1]), int(found[2]))
        for path, text in leaves(dict(values))
        if _is_day(form, path) and (found := _SLASHED.match(text)) is not None
    ]
    if not any(first <= 12 < second <= 31 for _, _, first, second in days):
        return
    for path, text, first, second in days:
        if first <= 12 and second <= 12 and first != second:
            message = f"«{short(text)}» là ngày {first} tháng {second} hay ngày {second} tháng {first}?"
            hint = "hỏi lại đơn vị: trong cùng tệp có ngày viết tháng trước ngày sau"
            yield cleaner.at(TT653, path, message, hint=hint)


def _is_day(form: Form, path: FieldPath) -> bool:
    found: Field | None = form.field(str(path[0]))
    if found is not None and len(path) == 3:
        found = next((one for one in found.columns if one.code == path[2]), None)
    return found is not None and found.type in {FieldType.DATE, FieldType.MOMENT}
