"""Compares the names in a template with the fields that a report offers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from jinja2 import nodes

from truyenthong.diagnostics import templates as tt
from truyenthong.word.fields import FieldKind, Fields, TemplateField
from truyenthong.word.names import UNKNOWN, Misuse, Use, is_single, item_of, uses_in
from truyenthong.word.problems import Problem, distinct, problem
from truyenthong.word.running.faults import ProblemKind, missing_name
from truyenthong.word.running.operators import LOOP_METHODS, LOOP_PARTS
from truyenthong.word.running.tags import Role, Tag
from truyenthong.word.template import Template

_NAME = re.compile(r"[^\W\d]\w*")
_LOOP = TemplateField(
    kind=FieldKind.MAPPING,
    sentence="lượt lặp",
    children=dict.fromkeys(sorted(LOOP_PARTS | LOOP_METHODS), UNKNOWN),
)
_GLOBALS: Fields = {"range": UNKNOWN, "namespace": UNKNOWN}


def check_template(template: Template, fields: Fields) -> tuple[Problem, ...]:
    """All faults: those of reading, then every name that the fields do not offer, nested ones too.

    Names asked for by ``is defined`` or followed by ``| default(…)`` are not faults.
    """
    return distinct((*template.problems, *missing_names(template, fields)))


def missing_names(template: Template, fields: Fields) -> Iterator[Problem]:
    """Every use of a name that the fields do not offer, in the order of the document."""
    tags = [template.tags[number] for number in template.order]
    for _, of_part in groupby(tags, key=lambda tag: tag.place.part):
        yield from _Walk(fields={**_GLOBALS, **fields}).over(list(of_part))


@dataclass(slots=True)
class _Scope:
    """The names that one opening tag adds.

    Attributes:
        asked: paths that its condition asks about with ``is defined``.
        loop: it is a loop, whose names its «else» does not know.
    """

    names: dict[str, TemplateField] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    loop: bool = False


@dataclass(slots=True)
class _Walk:
    fields: Fields
    scopes: list[_Scope] = field(default_factory=lambda: [_Scope()])
    gone: set[str] = field(default_factory=set)
    """Names of loops that have ended."""

    def over(self, tags: Sequence[Tag]) -> Iterator[Problem]:
        """The missing names of the tags of one part."""
        for tag in tags:
            match tag.role:
                case Role.PRINT:
                    yield from self._use(tag, tag.node)
                case Role.ALONE:
                    yield from self._set(tag)
                case Role.OPEN:
                    yield from self._open(tag)
                case Role.MIDDLE if tag.node is not None:
                    yield from self._use(tag, tag.node)
                    self.scopes[-1].asked |= uses_in(tag.node, self._names()).asked
                case Role.MIDDLE if self.scopes[-1].loop:
                    self.scopes[-1].names = {}
                case Role.CLOSE if len(self.scopes) > 1:
                    closed = self.scopes.pop()
                    self.gone |= closed.names.keys() if closed.loop else set()
                case _:
                    pass

    def _names(self) -> dict[str, TemplateField]:
        names = dict(self.fields)
        for scope in self.scopes:
            names |= scope.names
        return names

    def _use(self, tag: Tag, node: nodes.Node | None) -> Iterator[Problem]:
        if node is None:
            return
        found = uses_in(node, self._names())
        asked = found.asked.union(*(scope.asked for scope in self.scopes))
        for use in found.missing:
            if not any(use.path == one or use.path.startswith(f"{one}.") for one in asked):
                yield _problem(
                    tag, _left(use) if use.owner is None and use.name in self.gone else _missing(use)
                )
        for misuse in found.misused:
            yield _problem(tag, _misused(misuse))

    def _set(self, tag: Tag) -> Iterator[Problem]:
        if not isinstance(tag.node, nodes.Assign):
            self.scopes[-1].names |= _names_typed(tag)
            return
        yield from self._use(tag, tag.node.node)
        if isinstance(tag.node.target, nodes.NSRef):
            yield from self._use(tag, nodes.Name(tag.node.target.name, "load", lineno=1))
        found = uses_in(tag.node.node, self._names()).field
        self._bind(self.scopes[-1], tag.node.target, found)

    def _open(self, tag: Tag) -> Iterator[Problem]:
        scope = _Scope()
        match tag.node:
            case nodes.For() as loop:
                yield from self._use(tag, loop.iter)
                over = uses_in(loop.iter, self._names()).field
                if is_single(over):
                    yield _problem(tag, _no_list(over))
                self._bind(scope, loop.target, item_of(over))
                scope.names["loop"] = _LOOP
                scope.loop = True
                self.scopes.append(scope)
                yield from self._use(tag, loop.test)
            case nodes.If() as condition:
                yield from self._use(tag, condition.test)
                scope.asked = uses_in(condition.test, self._names()).asked
                # What a condition sets is seen behind it too, so its names are those around it.
                scope.names = self.scopes[-1].names
                self.scopes.append(scope)
            case nodes.With() as block:
                for target, value in zip(block.targets, block.values, strict=True):
                    yield from self._use(tag, value)
                    self._bind(scope, target, uses_in(value, self._names()).field)
                self.scopes.append(scope)
            case _:
                scope.names = _names_typed(tag)
                self.scopes.append(scope)

    def _bind(self, scope: _Scope, target: nodes.Node, found: TemplateField) -> None:
        if isinstance(target, nodes.Name):
            scope.names[target.name] = found
        elif isinstance(target, nodes.Tuple):
            for one in target.items:
                self._bind(scope, one, UNKNOWN)


def _names_typed(tag: Tag) -> dict[str, TemplateField]:
    """All names in a tag that cannot be read: any of them may be one that it makes."""
    return dict.fromkeys(_NAME.findall(unicodedata.normalize("NFC", tag.raw)), UNKNOWN)


def _missing(use: Use) -> ProblemKind:
    return missing_name(use.name, use.candidates, use.owner)


def _left(use: Use) -> ProblemKind:
    return ProblemKind(
        kind=tt.TT410,
        message=f"tên «{use.name}» chỉ có bên trong vòng lặp của nó, mà vòng lặp ấy đã đóng",
        hint="đưa thẻ vào trong vòng lặp; để giữ một giá trị qua vòng lặp thì dùng namespace()",
    )


def _misused(misuse: Misuse) -> ProblemKind:
    what = f"«{misuse.path}»" if misuse.path else "thứ đứng trước"
    return ProblemKind(
        kind=tt.TT411,
        message=f"bộ lọc «{misuse.filter}» cần một danh sách nhưng {what} là {misuse.kind.value}",
        hint="bỏ bộ lọc, hoặc chọn một danh sách bằng «truyenthong template fields»",
    )


def _no_list(over: TemplateField) -> ProblemKind:
    return ProblemKind(
        kind=tt.TT411,
        message=f"vòng lặp cần một danh sách nhưng ở đây là {over.kind.value}",
        hint="chọn một danh sách bằng «truyenthong template fields»",
    )


def _problem(tag: Tag, fault: ProblemKind) -> Problem:
    return problem(fault.kind, tag.place, fault.message, tag=tag.raw, hint=fault.hint)
