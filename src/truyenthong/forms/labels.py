"""The names and words that forms in Word and Excel share: tags, labels, choices, titles, sentences."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.diagnostics.word_forms import TT601, TT605
from truyenthong.findings import FieldPath, Finding, Ref
from truyenthong.forms.filled import BlankRequest, Filled
from truyenthong.forms.identity import Identity
from truyenthong.model.forms import Choice, ChoiceSource, Field, FieldType, Form
from truyenthong.model.periods import PeriodKind
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.ooxml.archive import OfficeProgram, OversizedError
from truyenthong.ooxml.xml import CrowdedError, without_illegal
from truyenthong.text import fold, nfc
from truyenthong.text.legacy import LegacyEncoding
from truyenthong.yamltext.scalars import short

PROPERTY = "truyenthong."
"""The names of our document properties begin with this."""

TagPath = tuple[str, ...]
"""(field) or (table, column) under ``noi_dung``."""

NUMBER_TAG, SYMBOL_TAG, DAY_TAG = "tt:van_ban.so", "tt:van_ban.ky_hieu", "tt:van_ban.ngay"
NIL_TAG, UNIT_TAG, AGENCY_TAG = "tt:khong_phat_sinh", "tt:don_vi", "tt:co_quan"
LONGEST_TAG = 64
"""Word opens no file with a longer tag or title."""

YES, NO = "có", "không"
NIL_WORDS = "Không phát sinh: trong kỳ không có nội dung phải báo cáo."
REPORT = "Báo cáo"
SAMPLE = "DỮ LIỆU MẪU"
UNSEEN_HINT = "phần đúng thì bỏ gạch, bỏ ẩn; phần bỏ thì xóa hẳn rồi gửi lại"
"""The advice about text that is struck out or hidden."""

BLANK_SIGNS = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff"
_LONGEST_DISPLAY = 240
_TAG = re.compile(r"tt:noi_dung\.([a-z0-9_]+)(?:\[\](?:\.([a-z0-9_]+))?)?")
_OLD_FONT = re.compile(r"(\.Vn)|VNI[- ]")


# Tags


def tag_of(path: TagPath, *, rows: bool = False) -> str:
    """``tt:noi_dung.chi_dao``, ``tt:noi_dung.tin_bai[].so``; ``rows``: of all of them (``…tin_bai[]``)."""
    tag = f"tt:noi_dung.{'[].'.join(path)}{'[]' if rows else ''}"
    if len(tag) <= LONGEST_TAG:
        return tag
    return f"tt:~{hashlib.sha256(tag.encode()).hexdigest()[:16]}"


def paths_by_tag(form: Form | None) -> dict[str, TagPath]:
    """The fields of a form by their tags; the tag of a table's rows leads to the table."""
    found: dict[str, TagPath] = {}
    for one in form.fields if form is not None else ():
        if one.type is FieldType.TABLE:
            found[tag_of((one.code,), rows=True)] = (one.code,)
            found |= {tag_of((one.code, column.code)): (one.code, column.code) for column in one.columns}
        else:
            found[tag_of((one.code,))] = (one.code,)
    return found


def path_of_tag(tag: str, known: Mapping[str, TagPath]) -> TagPath | None:
    """The field behind a tag, also one that the form of today does not know; None for another's tag."""
    if tag in known:
        return known[tag]
    found = _TAG.fullmatch(tag)
    if found is None:
        return None
    return (found[1], found[2]) if found[2] else (found[1],)


def form_of(identity: Identity | None, tags: AbstractSet[str], plan: Plan) -> Form | None:
    """The form as it is declared today: by its code, else the one with the most of its tags in the file."""
    if identity is not None:
        return plan.forms_by_code.get(identity.form)
    fits = Counter({form.code: len(tags & paths_by_tag(form).keys()) for form in plan.forms})
    best = fits.most_common(1)
    return plan.forms_by_code[best[0][0]] if best and best[0][1] else None


# Labels and choices


def is_long(one: Field) -> bool:
    """Whether a text takes paragraphs of its own."""
    longest = one.bounds.longest
    return one.type is FieldType.TEXT and (longest is None or longest > 600)


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def label_of(one: Field) -> str:
    """The label of a field or a column, with its measure."""
    label = one_line(one.label)
    return f"{label} ({one_line(one.measure)})" if one.measure else label


def key_of(label: str) -> str:
    """The key that two prints of one label share, whatever a program did to its spaces and letters."""
    return one_line(nfc(label)).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Displays:
    """The texts of choices in a list, each different."""

    plan: Plan
    roster: Roster

    def of(self, one: Field) -> tuple[tuple[str, str], ...]:
        """Code and text shown, in order."""
        choices = self._choices(one)
        labels = [_display(choice.label) for choice in choices]
        return tuple(
            (choice.code, label if labels.count(label) == 1 else f"{label} ({choice.code})")
            for choice, label in zip(choices, labels, strict=True)
        )

    def _choices(self, one: Field) -> Sequence[Choice]:
        if not isinstance(one.choices, ChoiceSource):
            return one.choices
        named = self.plan.topics if one.choices is ChoiceSource.TOPICS else self.roster.units
        return tuple(Choice(code=each.code, label=each.name) for each in named)

    def offered(self, one: Field) -> dict[str, str]:
        """The codes that a field can be given, by the texts shown; empty where nothing is chosen."""
        if one.type is FieldType.BOOLEAN:
            return {"Có": YES, "Không": NO}
        if one.type is not FieldType.CHOICE:
            return {}
        # A form may be of a day on which a unit bore another name.
        units = self.roster.units if one.choices is ChoiceSource.UNITS else ()
        former = {_display(each.name): unit.code for unit in units for each in unit.former_names}
        return former | {text: code for code, text in self.of(one)}


def _display(label: str) -> str:
    clean = one_line(nfc(without_illegal(label)[0]))
    return clean if len(clean) <= _LONGEST_DISPLAY else f"{clean[: _LONGEST_DISPLAY - 3]}[…]"


def picked(text: str, offered: Mapping[str, str]) -> str:
    """The code of the choice with that text, however case and tone marks are typed; else the text."""
    exact = offered.get(one_line(text))
    if exact is not None or not offered:
        return text if exact is None else exact
    key = fold(text)
    codes = {code for shown, code in offered.items() if fold(shown) == key}
    return codes.pop() if len(codes) == 1 else text


def is_ticked(before: str) -> bool:
    """Whether the sign before a line's words is a tick."""
    return before.strip(BLANK_SIGNS) in {"☒", "☑", "✓", "✔", "√", "x", "X", "[x]", "[X]"}


# Titles and sentences of a blank form


def summary(request: BlankRequest) -> str:
    """The name of the form without «Báo cáo», with the period behind it."""
    name = request.form.name.strip()
    if name.casefold().startswith(f"{REPORT.casefold()} "):
        name = name[len(REPORT) + 1 :]
    name = name[:1].upper() + name[1:]
    if request.period is None:
        return name
    label = request.period.written.replace("-", "\u00a0-\u00a0")
    if request.period.kind is not PeriodKind.SCHOOL_YEAR:
        label = label.replace(" ", "\u00a0")
    words, first = name.split(), label.split()[:2]
    if [one.casefold() for one in words[-2:]] == [one.casefold() for one in first]:
        name = " ".join(words[:-2])
    return f"{name} {label}"


def title_of(request: BlankRequest) -> str:
    """The name of a form where it has no letterhead."""
    return request.form.name.strip() if request.register is not None else f"{REPORT} {summary(request)}"


def sending(request: BlankRequest) -> list[str]:
    """Sentences on when and where the form is sent, as far as that is known."""
    words = [f"Hạn gửi: {request.deadline}."] if request.deadline else []
    email = request.plan.contact.email
    return [*words, f"Điền xong, lưu tệp và gửi tệp này về {email}."] if email else words


# Findings about a file that came back


def quoted(text: str) -> str:
    """A few words of a text for a sentence."""
    return short(one_line(text))


def finding(kind: Diagnostic, path: FieldPath, words: str, message: str, hint: str) -> Finding:
    """A finding about a field of the file (an empty path: about none), at a place in words."""
    ref = Ref(file="", path=("noi_dung", *path) if path else (), spot=words)
    return kind.at(ref, message, hint=hint)


def old_font(font: str, text: str, words: str) -> Finding | None:
    """The finding about a text in the font of an old encoding; None for any other text."""
    found = _OLD_FONT.match(font)
    if found is None or text.isascii():
        return None
    encoding = LegacyEncoding.TCVN3 if found[1] else LegacyEncoding.VNI
    message = f"chữ gõ bằng phông {font} của bảng mã {encoding.value}: «{quoted(text)}»"
    return finding(TT605, (), words, message, "gõ lại bằng phông Times New Roman, bộ gõ Unicode")


def unopened(error: Exception, program: OfficeProgram) -> Filled:
    """A file that cannot be opened safely: a finding in the place of the form."""
    message = str(error)
    told = message[:1].lower() + message[1:].rstrip(".")
    hint = f"mở tệp bằng {program}, lưu lại thành tệp {program.ending} mới rồi gửi lại"
    if isinstance(error, OversizedError | CrowdedError):
        hint = f"mở tệp bằng {program}, xóa các đoạn, hàng, hình thừa, lưu lại rồi gửi lại"
    return Filled(identity=None, check=None, values={}, findings=(TT601.at(Ref(file=""), told, hint=hint),))
