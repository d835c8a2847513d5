"""Declares the names that a context offers to a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class FieldKind(StrEnum):
    """What a name stands for; the value is the word for it on the command line."""

    TEXT = "văn bản"
    NUMBER = "số"
    BOOLEAN = "có/không"
    DATE = "ngày"
    LIST = "danh sách"
    MAPPING = "nhóm"
    RUNS = "đoạn chữ có đậm nghiêng"
    CHART = "biểu đồ"
    IMAGE = "hình"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateField:
    """One name that a template may use.

    Attributes:
        kind: what stands behind it; any of them may also be empty.
        sentence: what it is, for the office worker who edits the template.
        example: a value as it is printed, or "".
        children: of a mapping, chart or picture its names; of a list the names of one item (none: plain
            values).
    """

    kind: FieldKind
    sentence: str
    example: str = ""
    children: Mapping[str, TemplateField] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_list(self) -> bool:
        """Whether a loop runs over it."""
        return self.kind is FieldKind.LIST

    @property
    def is_group(self) -> bool:
        """Whether names stand below it, each for itself."""
        return self.kind in {FieldKind.MAPPING, FieldKind.CHART, FieldKind.IMAGE}

    @property
    def is_open(self) -> bool:
        """Whether nothing is known of the names below, so that none can be called missing."""
        return (self.is_list or self.is_group) and not self.children


Fields = Mapping[str, TemplateField]
"""Names and what they stand for; the root of a field tree."""
