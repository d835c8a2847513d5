"""Finds what the plan has wrong although it can be read: everybody else writes it otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from truyenthong.diagnostics.plan import TT230, TT231
from truyenthong.findings import FieldPath, Finding, Ref, Severity
from truyenthong.model.forms import ChoiceSource, Field, Form
from truyenthong.model.plan import Plan
from truyenthong.model.submissions import Submission
from truyenthong.model.units import Roster
from truyenthong.text import nearest
from truyenthong.workspace.layout import PLAN_FILE, UNITS_FILE, SubmissionPath
from truyenthong.workspace.repository import Records, register_of
from truyenthong.workspace.snapshot import Snapshot
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value, value_at

ENOUGH = 3
"""So many say the same before the plan is doubted instead of them."""

_MOST_WORDS = 40
"""Distinct words that are looked for in the whole workspace."""

_LISTS: Mapping[str, FieldPath] = {
    "TT206": ("loai",),
    "TT207": ("don_vi",),
    "TT208": ("bieu_mau",),
    "TT252": ("loai",),
    "TT253": ("don_vi",),
    "TT301": ("don_vi",),
    "TT302": ("nhiem_vu",),
}
"""The list in which a rule looked for the code at the finding's place."""

_LISTS_BY_KEY: Mapping[str, FieldPath] = {
    "nhiem_vu": ("nhiem_vu",),
    "so": ("so_theo_doi",),
    "bieu_mau": ("bieu_mau",),
    "chu_de": ("chu_de",),
    "nguoi_ky": ("nguoi_ky",),
}
"""The same for rules about several lists, by the key that names one of them."""

_CODE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
"""Only what could be declared: «Riêng», typed by two units for «rieng», is their own slip."""

_WORD = re.compile(r"[a-z][a-z0-9_]*")


def misnamed(snapshot: Snapshot, records: Records, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The declarations that are at fault although each of them can be read.

    A code that occurs nowhere but where it is declared, while one much like it is used again and again and
    declared nowhere; and what every file of a duty contradicts in the same way.
    """
    if records.plan is None or records.roster is None:
        return ()
    search = _Search(snapshot=snapshot, plan=records.plan, roster=records.roster)
    renamed = tuple(search.renamed(findings))
    return (*renamed, *_contradicted(records, records.plan, findings))


@dataclass(frozen=True, kw_only=True)
class _Search:
    snapshot: Snapshot
    plan: Plan
    roster: Roster

    def renamed(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        words: dict[tuple[FieldPath, str], Finding] = {}
        trees: dict[str, Value] = {}
        for one in findings:
            place = self._list(one) if one.severity is Severity.ERROR else None
            word = None if place is None else self._word(one, place, trees)
            if place is not None and word and _CODE.fullmatch(word) and len(words) < _MOST_WORDS:
                words.setdefault((place, word), one)
        told: set[FieldPath] = set()
        for (place, word), one in words.items():
            codes = self._codes(place)
            meant = nearest(word, codes)
            if meant is None or codes[meant] in told:
                continue
            uses = self._count(word)
            count = _occurrences(word)
            declared = sum(count(self.snapshot.files[name]) for name in (PLAN_FILE, UNITS_FILE))
            if (uses >= ENOUGH or declared > 1) and self._count(meant) == 1:
                told.add(codes[meant])
                file = UNITS_FILE if place in (("don_vi",), ("loai",)) else PLAN_FILE
                message = f"không nơi nào dùng mã «{meant}», còn «{word}» được dùng {uses} lần mà chưa khai"
                hint = f"nếu đúng là «{word}» thì sửa mã ở đây; nơi đang dùng, ví dụ: {one.ref.file}"
                yield TT230.at(Ref(file=file, path=codes[meant]), message, hint=hint)

    def _list(self, finding: Finding) -> FieldPath | None:
        """The list in which a name was looked for and not found."""
        path, code = finding.ref.path, finding.code
        if code in _LISTS:
            return _LISTS[code]
        if code in ("TT214", "TT217", "TT340") and path:
            return _LISTS_BY_KEY.get(str(path[-1]))
        if code == "TT345":
            return ("so_theo_doi",)
        if code == "TT160" and path[:1] == ("bieu_mau",):
            return (*path[:2], "truong")
        if code in ("TT106", "TT112"):
            return self._in_content(finding)
        return None

    def _in_content(self, finding: Finding) -> FieldPath | None:
        """The list of fields, columns or choices of the form by which a value was read."""
        form, steps = self._form(finding)
        if form is None or not steps:
            return None
        fields: FieldPath = ("bieu_mau", form.index, "truong")
        if finding.code == "TT106" and len(steps) == 1:
            return fields
        field = form.field(str(steps[0]))
        if field is None:
            return None
        fields = (*fields, field.index)
        if len(steps) > 2:
            if finding.code == "TT106":
                return (*fields, "cot")
            column = field.column(str(steps[2]))
            return None if column is None else _choices(column, (*fields, "cot", column.index))
        return _choices(field, fields)

    def _form(self, finding: Finding) -> tuple[Form | None, FieldPath]:
        path, file = finding.ref.path, finding.ref.file
        if path[:1] == ("muc",):
            register = self.plan.registers_by_code.get(register_of(file))
            return (self.plan.forms_by_code.get(register.form) if register is not None else None), path[2:]
        if path[:1] == ("lan_nop",) and path[2:3] == ("noi_dung",):
            duty = self.plan.obligations_by_code.get(SubmissionPath.of(file).obligation)
            return (self.plan.form_of(duty) if duty is not None else None), path[3:]
        return None, ()

    def _word(self, finding: Finding, place: FieldPath, trees: dict[str, Value]) -> str | None:
        """The name that was not found, as the file has it."""
        path, file = finding.ref.path, finding.ref.file
        if finding.code == "TT345":
            return register_of(file)
        if finding.code == "TT106":
            return str(path[-1])
        if file not in trees:
            trees[file] = parse_yaml(self.snapshot.files[file], file=file).value
        found = value_at(trees[file], path)
        if finding.code == "TT160" and isinstance(found, str):
            known = self._codes(place)
            return next(
                (word for word in _WORD.findall(found) if word in finding.message and word not in known), None
            )
        return found if isinstance(found, str) else None

    def _codes(self, place: FieldPath) -> dict[str, FieldPath]:
        """The codes of a list, each with its place."""
        file = UNITS_FILE if place in (("don_vi",), ("loai",)) else PLAN_FILE
        entries = value_at(parse_yaml(self.snapshot.files[file], file=file).value, place)
        codes: dict[str, FieldPath] = {}
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            code = entry.get("ma") if isinstance(entry, dict) else None
            if isinstance(code, str):
                codes.setdefault(code, (*place, index, "ma"))
        return codes

    def _count(self, word: str) -> int:
        """How often a name occurs as a whole word, in all files and in their names."""
        found = _occurrences(word)
        return sum(found(data) + found(name.encode()) for name, data in self.snapshot.files.items())


def _occurrences(word: str) -> Callable[[bytes], int]:
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])".encode())
    return lambda data: len(pattern.findall(data))


def _choices(field: Field, path: FieldPath) -> FieldPath | None:
    if field.choices is ChoiceSource.UNITS:
        return ("don_vi",)
    return ("chu_de",) if field.choices is ChoiceSource.TOPICS else (*path, "chon_tu")


_OF_THE_DUTY: Mapping[str, str] = {
    "TT135": "bieu_mau",
    "TT303": "nop_boi",
    "TT304": "ky",
    "TT310": "nhan_khong_phat_sinh",
}
"""What a submission may contradict, and the key of the duty that says it."""


def _contradicted(records: Records, plan: Plan, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Keys of a duty that all that was sent for it contradicts."""
    against: dict[tuple[str, str], dict[str, Finding]] = defaultdict(dict)
    for one in findings:
        if one.code in _OF_THE_DUTY:
            against[SubmissionPath.of(one.ref.file).obligation, one.code].setdefault(one.ref.file, one)
    for (code, kind), files in against.items():
        duty = plan.obligations_by_code.get(code)
        sent = {
            one.location.name
            for one in records.submissions
            if one.location.obligation == code and _could_contradict(one.submission, kind)
        }
        if duty is not None and len(files) >= ENOUGH and files.keys() == sent:
            key, first = _OF_THE_DUTY[kind], next(iter(files.values()))
            message = f"cả {len(files)} tệp đã nhận của nhiệm vụ «{code}» đều trái với {key}: {first.message}"
            hint = f"xem lại {key} của nhiệm vụ; tệp đầu trong số ấy: {first.ref.file}"
            yield TT231.at(Ref(file=PLAN_FILE, path=("nhiem_vu", duty.index, key)), message, hint=hint)


def _could_contradict(submission: Submission, kind: str) -> bool:
    if kind == "TT135":
        return any(one.content is not None for one in submission.receipts)
    return kind != "TT310" or any(one.nil for one in submission.receipts)
