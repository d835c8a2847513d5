"""Files gone wrong by chance: bytes, lines, parts of a package, marks in its XML, heads of a message."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from random import Random

from support.yaml.mutations import SCRAPS

VALUES = (
    *(
        "",
        "~",
        "null",
        "có",
        "không",
        "31/4/2021",
        "2021-05-31",
        "1,200",
        "1.5",
        "-5",
        "0",
        "9" * 18,
        "²",
        "٣",
        "mười",
    ),
    *(
        "Phòng GD&ĐT",
        "\u202e",
        "\u00a0",
        "{a: 1}",
        "[1, 2]",
        "'",
        '"',
        "*a",
        "&a b",
        "!x",
        "x" * 300,
        "2020-11",
        "hk1",
    ),
)
"""What somebody could type in place of a value."""

TAGS = (
    *(
        "{{ x }}",
        "{{",
        "}}",
        "{%",
        "{% for a in b %}",
        "{% endfor %}",
        "{% if a %}",
        "{%tr for a in don_vi %}",
        "{{p x }}",
    ),
    *(
        "{{ ten * 9 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 999999999 }}",
        "{% for i in range(10**9) %}",
        "{#",
        "{{ a.__class__ }}",
    ),
    *(
        "{{ 1 / 0 }}",
        "{{ []|first }}",
        "{% raw %}",
        "{_{ x }_}",
        "{{ ten|ngay }}",
        "&#0;",
        "&x;",
        "<",
        "\u202e",
        "😀" * 50,
    ),
)
"""What somebody could type into a template."""

NUMBERS = (
    "",
    "0",
    "-1",
    "1.5",
    "²",
    "٣",
    "9" * 9,
    "9" * 5000,
    "99999999",
    "abc",
    "0x10",
    "1e9",
    "NaN",
    " 1 ",
    "+1",
)
"""What a number of a file's structure can be instead."""

HEADS = (
    *(
        "Content-Transfer-Encoding: base64",
        "Content-Transfer-Encoding: x-uuencode",
        "Content-Type: text/plain; charset=x",
    ),
    *(
        "Content-Type: message/rfc822",
        'Content-Type: multipart/mixed; boundary="b"',
        "Content-Type: multipart/report",
    ),
    *(
        "Date: ",
        "Date: Fri, 31 Feb 2021 25:61:00 -0000",
        "Received: from a by b; Fri, 28 May 2021 09:12:00 -0000",
    ),
    *(
        "Message-ID: <>",
        "From: a@b.vn, c@d.vn",
        "From: =?utf-8?B?/////w==?=",
        "Subject: =?utf-8?Q?" + "=C4" * 400 + "?=",
    ),
    *(
        "Auto-Submitted: auto-replied",
        "Content-Disposition: attachment; filename*=utf-8''%FF%00",
        "\x00",
        "\xff: \xff",
    ),
)
"""Lines that a message may have among its own."""


def damaged(rng: Random, data: bytes, scraps: tuple[bytes, ...] = SCRAPS) -> bytes:
    """Some bytes put in, put over others, taken out, doubled, or the end cut off."""
    for _ in range(rng.randint(1, 4)):
        start = rng.randint(0, len(data))
        match rng.choice(("in", "over", "out", "in", "over", "out", "double", "cut")):
            case "in":
                data = data[:start] + rng.choice(scraps) + data[start:]
            case "over":
                scrap = rng.choice(scraps)
                data = data[:start] + scrap + data[start + len(scrap) :]
            case "out":
                data = data[:start] + data[start + rng.randint(1, 40) :]
            case "double":
                data = data[: start + rng.randint(1, 120)] + data[start:]
            case _:
                data = data[: max(start, len(data) // 2)]
    return data


def retyped(rng: Random, text: str) -> str:
    """A text of lines in which lines are lost, doubled, moved, indented, or get another value."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, 4)):
        place = rng.randrange(len(lines))
        line = lines[place]
        match rng.choice(("lost", "doubled", "moved", "indented", "value", "value", "key", "again")):
            case "lost":
                lines[place : place + 1] = [] if len(lines) > 1 else [""]
            case "doubled":
                lines.insert(place, line)
            case "moved":
                lines.insert(rng.randrange(len(lines)), line)
            case "indented":
                lines[place] = f"{' ' * rng.randint(0, 6)}{line.strip()}"
            case "value":
                lines[place] = f"{line.partition(':')[0]}: {rng.choice(VALUES)}"
            case "key":
                lines[place] = re.sub(r"\w+:", lambda found: found[0][1:], line, count=1)
            case _:
                times = rng.choice((3, 2_000))
                lines[place] = f"{line}\n" * (times if len(line) < 1_000 else 3)
    return "\n".join(lines)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def repacked(rng: Random, data: bytes) -> bytes:
    """An Office file with one or two of its parts gone wrong; now and then the package itself."""
    if rng.random() < 0.1:
        return damaged(rng, data, (b"PK\x03\x04", b"PK\x01\x02", b"\x00", b"\xff" * 4, b"\x0e\x00"))
    parts = _parts(data)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    main = [name for name in names if "document" in name or "sheet" in name or "comments" in name] or names
    for _ in range(rng.randint(1, 2)):
        name = rng.choice(main if rng.random() < 0.7 else names)
        if name not in parts:
            continue
        if rng.random() < 0.08:
            del parts[name]
            continue
        change = rng.choice(_CHANGES)
        parts[name] = change(rng, parts[name].decode("utf-8", "replace")).encode("utf-8", "replace")
    return _packed(parts)


def _tag_in_a_text(rng: Random, xml: str) -> str:
    places = [found.end() for found in re.finditer(r"<(?:w:)?t(?: [^>]*)?>", xml)]
    place = rng.choice(places) if places else len(xml) // 2
    tag = rng.choice(TAGS)
    return xml[:place] + (tag if rng.random() < 0.2 else tag.replace("<", "&lt;")) + xml[place:]


def _another_number(rng: Random, xml: str) -> str:
    places = [*re.finditer(r'(?:\w+:)?(\w+)="(-?\d+)"', xml)]
    if not places:
        return xml
    found = rng.choice(places)
    return xml[: found.start(2)] + rng.choice(NUMBERS) + xml[found.end(2) :]


def _spanned(rng: Random, xml: str) -> str:
    kind = rng.choice(
        ("w:gridSpan", "w:vMerge", "w:numId", "w:ilvl", "w:outlineLvl", "w:sz", "w:jc", "w:gridCol")
    )
    return xml.replace("<w:tcPr>", f'<w:tcPr><{kind} w:val="{rng.choice(NUMBERS)}"/>', rng.randint(1, 3))


def _element_lost(rng: Random, xml: str) -> str:
    places = [*re.finditer(r"<(/?)([\w:]+)[^>]*>", xml)]
    found = rng.choice(places) if places else None
    return xml if found is None else xml[: found.start()] + xml[found.end() :]


def _stretch_doubled(rng: Random, xml: str) -> str:
    kind = rng.choice(("w:p", "w:r", "w:tr", "w:tc", "w:tbl", "w:sdt", "row", "c", "v"))
    places = [*re.finditer(rf"<{kind}[ >].*?</{kind}>", xml, re.DOTALL)]
    if not places:
        return xml
    found = rng.choice(places)
    return xml[: found.end()] + found[0] * rng.choice((1, 1, 3, 300)) + xml[found.end() :]


def _nested(rng: Random, xml: str) -> str:
    kind, depth = rng.choice(("w:p", "w:r", "w:sdt", "w:tbl", "si", "a")), rng.choice((3, 100, 5_000))
    place = xml.find("<w:p") if "<w:p" in xml else xml.find("<row")
    place = max(place, 0)
    return f"{xml[:place]}{f'<{kind}>' * depth}x{f'</{kind}>' * depth}{xml[place:]}"


def _value_retyped(rng: Random, xml: str) -> str:
    places = [*re.finditer(r"<(?:w:)?[tv](?: [^>]*)?>([^<]*)<", xml)]
    if not places:
        return xml
    found = rng.choice(places)
    text = rng.choice((*VALUES, "_x000D_", "_x001B_]8;;", "44000.5", "1e400", "#REF!"))
    return xml[: found.start(1)] + text.replace("&", "&amp;").replace("<", "&lt;") + xml[found.end(1) :]


def _bytes_damaged(rng: Random, xml: str) -> str:
    return damaged(rng, xml.encode(), (b"<", b">", b"&", b'"', b"/>", b"]]>", b"<!--", b"\x00")).decode(
        "utf-8", "replace"
    )


_CHANGES: tuple[Callable[[Random, str], str], ...] = (
    *(_tag_in_a_text, _another_number, _spanned, _element_lost, _stretch_doubled, _nested, _value_retyped),
    *(_value_retyped, _another_number, _bytes_damaged),
)


def mistreated(rng: Random, data: bytes) -> bytes:
    """A message whose heads, parts or bytes went wrong on the way."""
    for _ in range(rng.randint(1, 3)):
        lines = data.split(b"\n")
        place = rng.randrange(max(1, min(len(lines), 60)))
        match rng.choice(("head", "head", "lost", "doubled", "bytes", "front", "wrapped")):
            case "head":
                lines.insert(place, rng.choice(HEADS).encode("latin-1", "replace"))
                data = b"\n".join(lines)
            case "lost":
                data = b"\n".join(lines[:place] + lines[place + 1 :])
            case "doubled":
                data = b"\n".join(lines[: place + 1] + lines[place:])
            case "bytes":
                data = damaged(rng, data, (b"\n", b"\n\n", b"--ranh-gioi\n", b"\x00", b"=", b"\xff", b"\r"))
            case "front":
                data = (
                    rng.choice(
                        (b"\xef\xbb\xbf", b"From a@b Fri May 28 09:12:00 2021\n", b"\n", b" ", b"\x00")
                    )
                    + data
                )
            case _:
                head = b"From: a@b.vn\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
                data = head * rng.choice((1, 1, 2, 50, 3_000)) + data
    return data
