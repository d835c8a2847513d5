"""The closed language of checks between the fields of a form."""

from __future__ import annotations

from truyenthong.model.expressions.evaluation import FormValues, evaluate
from truyenthong.model.expressions.grammar import parse_expression
from truyenthong.model.expressions.kinds import FieldKinds, ValueKind, check_names, check_types, kind_of
from truyenthong.model.expressions.tokens import RESERVED, ExpressionFault
from truyenthong.model.expressions.tree import (
    Arithmetic,
    ArithmeticSign,
    ColumnRef,
    Comparison,
    ComparisonSign,
    Count,
    Expression,
    FieldRef,
    Largest,
    Logic,
    LogicWord,
    Not,
    Number,
    Reference,
    Stretch,
    Sum,
    TableRef,
    Text,
    names,
    texts_compared,
    walk,
    written,
)

__all__ = [
    "RESERVED",
    "Arithmetic",
    "ArithmeticSign",
    "ColumnRef",
    "Comparison",
    "ComparisonSign",
    "Count",
    "Expression",
    "ExpressionFault",
    "FieldKinds",
    "FieldRef",
    "FormValues",
    "Largest",
    "Logic",
    "LogicWord",
    "Not",
    "Number",
    "Reference",
    "Stretch",
    "Sum",
    "TableRef",
    "Text",
    "ValueKind",
    "check_names",
    "check_types",
    "evaluate",
    "kind_of",
    "names",
    "parse_expression",
    "texts_compared",
    "walk",
    "written",
]
