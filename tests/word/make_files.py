"""Makes the templates in the folder ``files``: written as Word stores them, then saved by LibreOffice.

«NAME-luu.docx» was saved as it is, «NAME-odt.docx» went through LibreOffice's own format and back. Needs
``soffice``; from the root of the repository: ``PYTHONPATH=tests python tests/word/make_files.py``.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from support.templates.saved_sources import NAMES, OFFICE, SOURCES, Source

HERE = Path(__file__).resolve().parent / "files"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def packed(source: Source) -> bytes:
    """The ``.docx`` of a source."""
    kinds = {name: name.rstrip("0123456789") for name in source.parts} | {"settings": "settings"}
    settings = f"<w:settings {NAMES}>{'<w:evenAndOddHeaders/>' if source.even else ''}</w:settings>"
    files = {
        "[Content_Types].xml": _types(kinds),
        "_rels/.rels": _links({"word/document.xml": "officeDocument"}),
        "word/document.xml": (
            f"<w:document {NAMES}><w:body>{source.body}"
            f"<w:sectPr>{source.section}</w:sectPr></w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": _links({f"{name}.xml": kind for name, kind in kinds.items()}),
        "word/settings.xml": settings,
        **{f"word/{name}.xml": text for name, text in source.parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def _types(kinds: Mapping[str, str]) -> str:
    lines = [
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in {**kinds, "document": "document.main"}.items()
    ]
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(lines)}</Types>'
    )


def _links(targets: Mapping[str, str]) -> str:
    lines = [
        f'<Relationship Id="{Path(target).stem}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for target, kind in targets.items()
    ]
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _convert(files: list[Path], kind: str, folder: Path, profile: Path) -> None:
    office = shutil.which("soffice") or "soffice"
    profile_option = f"-env:UserInstallation=file://{profile}"
    command = [office, profile_option, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)


def main() -> None:
    """Writes all of them."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        made = []
        for title, make in SOURCES.items():
            made.append(work / f"{title}.docx")
            made[-1].write_bytes(packed(make()))
        _convert(made, "docx:MS Word 2007 XML", work / "luu", work / "lo")
        _convert(made, "odt", work / "odt", work / "lo")
        _convert(
            [work / "odt" / f"{one.stem}.odt" for one in made],
            "docx:MS Word 2007 XML",
            work / "lai",
            work / "lo",
        )
        for one in made:
            shutil.copy(work / "luu" / one.name, HERE / f"{one.stem}-luu.docx")
            shutil.copy(work / "lai" / one.name, HERE / f"{one.stem}-odt.docx")


if __name__ == "__main__":
    main()
