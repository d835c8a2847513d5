"""The Word engine: ``.docx`` bytes and plain data in, ``.docx`` bytes and findings out; knows no plan."""

from truyenthong.word.check import check_template
from truyenthong.word.docprops import DocProperties
from truyenthong.word.fields import Field, FieldKind, Fields, FieldTree
from truyenthong.word.problems import Problem
from truyenthong.word.render import Rendered, render
from truyenthong.word.template import Template, load_template
from truyenthong.word.values import PlainValue

__all__ = [
    "DocProperties",
    "Field",
    "FieldKind",
    "FieldTree",
    "Fields",
    "PlainValue",
    "Problem",
    "Rendered",
    "Template",
    "check_template",
    "load_template",
    "render",
]
