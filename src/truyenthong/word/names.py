"""Resolves the names of an expression in a field tree and collects the missing and misused ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from truyenthong.word.fields import FieldKind, Fields, TemplateField
from truyenthong.word.running.operators import DATE_PARTS, DICT_METHODS, STR_METHODS

UNKNOWN = TemplateField(kind=FieldKind.MAPPING, sentence="")
"""A value of which nothing is known: none of its names can be called missing."""

_SAME_LIST = {
    *("sap_xep", "sort", "list", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"),
    *("default", "d", "runs"),
}
_ONE_ITEM = {"first", "last", "min", "max"}
_BY_FIELD = {"sap_xep": 0, "selectattr": 0, "rejectattr": 0, "groupby": 0, "sum": 0}
_FIELD_KEYS = {"attribute", "theo"}
_OVER_LISTS = {
    *("noi", "join", "sap_xep", "sort", "sum", "min", "max", "unique", "groupby", "batch"),
    *("map", "select", "reject", "selectattr", "rejectattr"),
}
_SINGLE = {FieldKind.NUMBER, FieldKind.BOOLEAN, FieldKind.DATE}
_PLAIN: Mapping[FieldKind, frozenset[str]] = {
    FieldKind.TEXT: frozenset(STR_METHODS),
    FieldKind.DATE: DATE_PARTS,
    FieldKind.NUMBER: frozenset(),
    FieldKind.BOOLEAN: frozenset(),
    FieldKind.LIST: frozenset(),
    FieldKind.RUNS: frozenset(),
    **dict.fromkeys((FieldKind.MAPPING, FieldKind.CHART, FieldKind.IMAGE), frozenset(DICT_METHODS)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A name that is not there.

    Attributes:
        path: as written, from the first name on: ``don_vi.tenn``.
        name: its last step.
        candidates: the names that could have been meant.
        owner: what the name was looked for in («nhóm don_vi»); None: at the top.
    """

    path: str
    name: str
    candidates: tuple[str, ...]
    owner: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Misuse:
    """A filter over lists behind something that is none, where Jinja would go over its letters or names.

    Attributes:
        path: as written; "" of a longer expression.
        filter: the name of the filter.
    """

    path: str
    filter: str
    kind: FieldKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """What an expression uses.

    Attributes:
        field: what it stands for itself.
        asked: the paths that it asks about with ``is defined``.
    """

    field: TemplateField
    missing: tuple[Use, ...]
    misused: tuple[Misuse, ...]
    asked: frozenset[str]


def uses_in(node: nodes.Node, names: Fields) -> Uses:
    """The names of an expression against those that are known where it stands."""
    resolver = _Resolver(names)
    found = resolver.resolve(node)
    return Uses(
        field=found,
        missing=tuple(resolver.missing),
        misused=tuple(resolver.misused),
        asked=frozenset(_asked(node)),
    )


def is_single(field: TemplateField) -> bool:
    """Whether no loop goes over the field, whatever it holds."""
    return field.kind in _SINGLE


def item_of(field: TemplateField) -> TemplateField:
    """What a loop over the field gives."""
    if field.kind is FieldKind.LIST and field.children:
        return TemplateField(kind=FieldKind.MAPPING, sentence=field.sentence, children=field.children)
    return UNKNOWN


def _asked(node: nodes.Node) -> Iterator[str]:
    tests = [node] if isinstance(node, nodes.Test) else []
    for test in (*tests, *node.find_all(nodes.Test)):
        if test.name in {"defined", "undefined"} and (path := _path(test.node)):
            yield path


def _path(node: nodes.Node) -> str:
    """``a.b`` of such an expression; "" of any other."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            head = _path(node.node)
            return f"{head}.{node.attr}" if head else ""
        case nodes.Getitem(arg=nodes.Const(value=str() as name)):
            head = _path(node.node)
            return f"{head}.{name}" if head else ""
        case _:
            return ""


class _Resolver:
    """Goes through an expression from the outside in, collecting what is missing."""

    def __init__(self, names: Fields) -> None:
        self._names = names
        self.missing: list[Use] = []
        self.misused: list[Misuse] = []

    def resolve(self, node: nodes.Node, *, lenient: bool = False) -> TemplateField:
        """What the expression stands for; ``lenient`` where a missing name is allowed."""
        match node:
            case nodes.Name():
                return self._name(node, lenient=lenient)
            case nodes.Getattr():
                owner = self.resolve(node.node, lenient=lenient)
                return self._below(owner, node, node.attr, lenient=lenient)
            case nodes.Getitem():
                return self._item(node, lenient=lenient)
            case nodes.Filter():
                return self._filter(node)
            case nodes.Test():
                asks = node.name in {"defined", "undefined"}
                self.resolve(node.node, lenient=asks)
                self._all(node.args)
                return UNKNOWN
            case _:
                self._all(node.iter_child_nodes())
                return UNKNOWN

    def _all(self, several: object) -> None:
        if isinstance(several, Iterator | list):
            for one in several:
                self.resolve(one)

    def _name(self, node: nodes.Name, *, lenient: bool) -> TemplateField:
        found = self._names.get(node.name)
        if found is None:
            self._miss(node, node.name, tuple(self._names), None, lenient=lenient)
        return found or UNKNOWN

    def _item(self, node: nodes.Getitem, *, lenient: bool) -> TemplateField:
        owner = self.resolve(node.node, lenient=lenient)
        match node.arg:
            case nodes.Const(value=str() as name):
                return self._below(owner, node, name, lenient=lenient)
            case nodes.Slice():
                self._all(node.arg.iter_child_nodes())
                return owner
            case _:
                self.resolve(node.arg)
                return item_of(owner)

    def _below(self, owner: TemplateField, node: nodes.Node, name: str, *, lenient: bool) -> TemplateField:
        if owner is UNKNOWN or (owner.is_open and owner.is_group):
            return UNKNOWN
        children = owner.children if owner.is_group else {}
        found = children.get(name)
        if found is None and name not in _PLAIN[owner.kind]:
            self._miss(node, name, tuple(children), _owner_name(owner, node), lenient=lenient)
        return found or UNKNOWN

    def _filter(self, node: nodes.Filter) -> TemplateField:
        lenient = node.name in {"default", "d"}
        below = UNKNOWN if node.node is None else self.resolve(node.node, lenient=lenient)
        is_list = below.kind in {FieldKind.LIST, FieldKind.RUNS} or below.is_open
        if node.name in _OVER_LISTS and not is_list:
            path = "" if node.node is None else _path(node.node)
            self.misused.append(Misuse(path=path, filter=node.name, kind=below.kind))
        self._all(list(node.args))
        for keyword in node.kwargs:
            self.resolve(keyword.value)
        for path in _field_paths(node):
            owner = item_of(below)
            for step in path.split("."):
                owner = self._below(owner, node, step, lenient=False)
        if node.name in _SAME_LIST:
            return below
        return item_of(below) if node.name in _ONE_ITEM else UNKNOWN

    def _miss(
        self, node: nodes.Node, name: str, candidates: tuple[str, ...], owner: str | None, *, lenient: bool
    ) -> None:
        if not lenient:
            path = _path(node) or name
            self.missing.append(Use(path=path, name=name, candidates=candidates, owner=owner))


def _field_paths(node: nodes.Filter) -> Iterator[str]:
    """The fields that a filter names in quotes: ``sap_xep('ten')``, ``map(attribute='ten')``."""
    place = _BY_FIELD.get(node.name)
    first = node.args[place] if place is not None and len(node.args) > place else None
    named = [one.value for one in node.kwargs if one.key in _FIELD_KEYS]
    if node.name == "map" and any(one.key == "default" for one in node.kwargs):
        return
    for value in (first, *named):
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            yield value.value


def _owner_name(owner: TemplateField, node: nodes.Node) -> str:
    head = _path(node).rpartition(".")[0]
    kinds = {
        FieldKind.LIST: "danh sách",
        FieldKind.MAPPING: "nhóm",
        FieldKind.RUNS: "danh sách các đoạn chữ",
    }
    return f"{kinds.get(owner.kind, owner.kind.value)} «{head}»" if head else kinds.get(owner.kind, "nhóm")


def fields_of(data: Mapping[str, object]) -> Fields:
    """The field tree of actual data: what is empty is left open, the items of a list count together."""
    return {name: _field_of(value) for name, value in data.items()}


def _field_of(value: object) -> TemplateField:
    match value:
        case dict():
            return TemplateField(kind=FieldKind.MAPPING, sentence="", children=fields_of(value))
        case list():
            return TemplateField(kind=FieldKind.LIST, sentence="", children=_children_of(value))
        case _:
            return UNKNOWN


def _children_of(items: list[object]) -> Fields:
    children: dict[str, TemplateField] = {}
    for one in items:
        if not isinstance(one, dict):
            return {}
        for name, value in one.items():
            made = _field_of(value)
            children[name] = made if name not in children or made == children[name] else UNKNOWN
    return children
