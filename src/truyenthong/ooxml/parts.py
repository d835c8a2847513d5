"""The parts of one document while it is made: names, relationships, content types."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from truyenthong.ooxml.archive import Entry, pack
from truyenthong.ooxml.package import CONTENT_TYPES
from truyenthong.ooxml.xml import Element, PartError, parse, serialise

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RID = f"{{{OFFICE}}}id"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()


def relations_name(part: str) -> str:
    """The file with the relationships of a part."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A part that another one names.

    Attributes:
        kind: the last step of its type: ``chart``, ``image``, ``package``.
        target: the part's name; "" where it stands outside of the file.
    """

    key: str
    kind: str
    target: str


@dataclass(slots=True, kw_only=True)
class TemplateParts:
    """What is read of a template's parts, and what takes their place in one document."""

    entries: Mapping[str, Entry]
    made: dict[str, bytes] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    _trees: dict[str, Element] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name not in self.dropped and (name in self.entries or name in self.made)

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            PartError: there is none.
        """
        if not self.has(name):
            raise PartError(f"Tệp thiếu phần {name}.")
        return self.made[name] if name in self.made else self.entries[name].unpack()

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The relationships of a part, in their order."""
        return tuple(self._relations(part))

    def _relations(self, part: str) -> Iterator[Relation]:
        name = relations_name(part)
        if name not in self._trees and not self.has(name):
            return  # and none is made for a part that was only asked
        for one in self._relations_tree(part):
            outside = one.get("TargetMode") == "External"
            yield Relation(
                key=one.get("Id") or "",
                kind=(one.get("Type") or "").rpartition("/")[2],
                target="" if outside else _resolved(part, one.get("Target") or ""),
            )

    def related(self, part: str, key: str | None) -> str | None:
        """The part that a relationship names; None where there is none in the file."""
        found = (one.target for one in self._relations(part) if one.key == key)
        return next((target for target in found if target and self.has(target)), None)

    def relate(self, part: str, kind: str, target: str) -> str:
        """The key of a new relationship, whose type is of Office's own."""
        root = self._relations_tree(part)
        taken = {one.get("Id") for one in root}
        key = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        one = root.makeelement(f"{{{_RELATIONS}}}Relationship")
        one.set("Id", key)
        one.set("Type", kind if "/" in kind else f"{OFFICE}/{kind}")
        one.set("Target", posixpath.relpath(f"/{target}", f"/{posixpath.dirname(part)}"))
        root.append(one)
        return key

    def unrelate(self, part: str, key: str | None) -> None:
        """Takes a relationship away, and with it a part that nothing else names."""
        root = self._relations_tree(part)
        for one in list(root):
            if one.get("Id") == key and key is not None:
                root.remove(one)
                if one.get("TargetMode") != "External":
                    self._drop_unless_named(_resolved(part, one.get("Target") or ""))

    def _drop_unless_named(self, name: str) -> None:
        owners = {owner for one in (*self.entries, *self._trees) if (owner := owner_of(one)) is not None}
        if not self.has(name) or any(
            name == one.target for owner in owners for one in self._relations(owner)
        ):
            return
        below = [one.target for one in self._relations(name) if one.target]
        self.dropped |= {name, relations_name(name)}
        self._trees.pop(relations_name(name), None)
        types = self._types()
        for one in list(types):
            if one.get("PartName") == f"/{name}":
                types.remove(one)
        for lower in below:
            self._drop_unless_named(lower)

    def add(self, pattern: str, data: bytes, kind: str) -> str:
        """A new part; its name, the pattern's ``{}`` replaced by the first free number.

        Args:
            pattern: ``word/charts/chart{}.xml``.
            data: its bytes.
            kind: its content type.
        """
        taken = {one.lower() for one in (*self.entries, *self.made)}
        number = 1
        while (name := pattern.format(number)).lower() in taken:
            number += 1
        self.made[name] = data
        self._declare(name, kind)
        return name

    def only(self, owner: str, kind: str, usual: str, data: bytes, content_type: str) -> str:
        """The part of a kind that another one names; a new one where there is none."""
        for one in self.relations(owner):
            if one.kind == kind and self.has(one.target):
                return one.target
        # Without a number to count up, ``add`` would look for a free name for ever.
        is_taken = usual.lower() in {one.lower() for one in (*self.entries, *self.made)}
        name = self.add(usual.replace(".", "{}.") if is_taken else usual, data, content_type)
        self.relate(owner, kind, name)
        return name

    def copy(self, name: str) -> str:
        """A copy of a part as the template has it, under a new name, naming the same other parts."""
        pattern = re.sub(r"\d*(\.[^./]*)$", r"{}\1", name.replace("{", "").replace("}", ""))
        twin = self.add(pattern, self.entries[name].unpack(), self._kind(name))
        relations = relations_name(name)
        if relations in self.entries:
            self._trees[relations_name(twin)] = parse(self.entries[relations].unpack(), relations)
        return twin

    def retarget(self, part: str, key: str, target: str) -> None:
        """Lets a relationship name another part."""
        for one in self._relations_tree(part):
            if one.get("Id") == key:
                one.set("Target", posixpath.relpath(f"/{target}", f"/{posixpath.dirname(part)}"))

    def _relations_tree(self, part: str) -> Element:
        name = relations_name(part)
        if name not in self._trees:
            self._trees[name] = parse(self.read(name) if self.has(name) else _EMPTY, name)
        return self._trees[name]

    def _types(self) -> Element:
        if CONTENT_TYPES not in self._trees:
            self._trees[CONTENT_TYPES] = parse(self.read(CONTENT_TYPES), CONTENT_TYPES)
        return self._trees[CONTENT_TYPES]

    def _kind(self, name: str) -> str:
        ending = name.rpartition(".")[2].lower()
        by_ending = ""
        for one in self._types():
            if one.get("PartName") == f"/{name}":
                return one.get("ContentType") or ""
            if (one.get("Extension") or "").lower() == ending:
                by_ending = one.get("ContentType") or ""
        return by_ending

    def _declare(self, name: str, kind: str) -> None:
        if self._kind(name) == kind:
            return
        types = self._types()
        one = types.makeelement(types.tag.replace("Types", "Override"))
        one.set("PartName", f"/{name}")
        one.set("ContentType", kind)
        types.append(one)

    def finished(self) -> Iterator[Entry]:
        """All entries of the document: those of the template in their order, then the new ones."""
        made = {**self.made, **{name: serialise(tree) for name, tree in self._trees.items()}}
        for name, entry in self.entries.items():
            if name not in self.dropped:
                yield pack(name, made[name]) if name in made else entry
        for name, data in made.items():
            if name not in self.entries and name not in self.dropped:
                yield pack(name, data)


def _resolved(part: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target)).lstrip("/")


def owner_of(name: str) -> str | None:
    """The part whose relationships are in that file; None for other files."""
    folder, _, last = name.rpartition("/")
    if not last.endswith(".rels") or not (folder == "_rels" or folder.endswith("/_rels")):
        return None
    return f"{folder.removesuffix('_rels')}{last.removesuffix('.rels')}"


def parts_of(entries: Iterable[Entry]) -> TemplateParts:
    """The parts of a template, nothing made yet."""
    return TemplateParts(entries={entry.name: entry for entry in entries})
