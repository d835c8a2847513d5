"""Short ways to write a schema.

An editor reads YAML by its own rules (``1.200`` as 1.2, ``2021-05-31`` as a text or a date), so a scalar is a
text, a number or a truth value here, without bounds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

Schema = dict[str, object]

_SCALAR = ["string", "number", "boolean", "null"]
_TRUTH = ["có", "không", "Có", "Không", "CÓ", "KHÔNG", True, False, "true", "false", None]


def scalar(description: str, *examples: str) -> Schema:
    """Any single value."""
    return {"type": list(_SCALAR), "description": description, **_examples(examples)}


def required_scalar(description: str, *examples: str) -> Schema:
    """Any single value that is not empty."""
    return {"type": _SCALAR[:3], "description": description, **_examples(examples)}


def truth(description: str) -> Schema:
    """``có`` or ``không``."""
    return {"enum": list(_TRUTH), "description": description}


def one_of(description: str, words: type[StrEnum] | Sequence[str]) -> Schema:
    """One of a closed list of words, or nothing."""
    return {"enum": [*(str(word) for word in words), None], "description": description}


def group(description: str, properties: Mapping[str, Schema], *required: str) -> Schema:
    """A group of keys; others are not known."""
    return {
        "type": ["object", "null"],
        "description": description,
        "additionalProperties": False,
        "properties": dict(properties),
        **({"required": list(required)} if required else {}),
    }


def many(description: str, entry: Schema) -> Schema:
    """A list of entries."""
    return {"type": ["array", "null"], "description": description, "items": entry}


def texts(description: str) -> Schema:
    """A list of texts."""
    return many(description, {"type": _SCALAR[:3]})


def document(title: str, description: str, properties: Mapping[str, Schema], *required: str) -> Schema:
    """A whole file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **group(description, properties, *required),
        "type": "object",
    }


def _examples(examples: Sequence[str]) -> Schema:
    return {"examples": list(examples)} if examples else {}
