"""Renders the view of the page as one HTML file that asks for nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from truyenthong.text import day_wording, number_wording

_HERE = Path(__file__).resolve().parent


def render_page(view: Mapping[str, object]) -> bytes:
    """The page in UTF-8; the same view gives the same bytes."""
    environment = Environment(
        loader=FileSystemLoader(_HERE, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"ngay": day_wording, "so": number_wording}
    style, script = (_own(environment, name) for name in ("style.css", "script.js"))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    text = environment.get_template("page.html").render(
        view,
        style=style,
        script=script,
        script_hash=f"sha256-{digest}",
    )
    return text.encode()


def _own(environment: Environment, name: str) -> Markup:
    """A file of this folder as it stands, line ends as browsers count them for the hash of a script."""
    source = environment.loader.get_source(environment, name)[0] if environment.loader is not None else ""
    return Markup(source.replace("\r\n", "\n"))  # noqa: S704 - our own file, not somebody's text
