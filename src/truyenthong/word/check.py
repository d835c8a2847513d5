"""Holds a template's names against the fields that a report offers, without any data."""

from __future__ import annotations

from truyenthong.word.fields import Fields
from truyenthong.word.problems import Problem
from truyenthong.word.template import Template


def check_template(template: Template, fields: Fields) -> tuple[Problem, ...]:
    """All faults."""
    return template.problems
