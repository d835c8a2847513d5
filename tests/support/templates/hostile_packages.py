"""Word files that mean harm, made byte by byte; they hold no harm themselves."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WORD}.document.main+xml"

Files = Mapping[str, str | bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """A file and what must become of it.

    Attributes:
        name: unique, what it tries.
        make: its bytes.
        codes: one of these findings at least; none: it is filled, and does nothing more than print.
    """

    name: str
    make: Callable[[], bytes]
    codes: frozenset[str]


def paragraph(text: str) -> str:
    """A paragraph of that text."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def document(body: str) -> str:
    """The document around the XML of a body."""
    return (
        f'<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}" xmlns:xi="http://www.w3.org/2001/XInclude">'
        f"<w:body>{body}</w:body></w:document>"
    )


def types(*lines: str, main: str = _MAIN) -> str:
    """``[Content_Types].xml``."""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{_RELATIONS}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{"".join(lines)}</Types>'
    )


def links(kind: str, target: str, mode: str = ' TargetMode="External"') -> str:
    """Relationships with one of that kind."""
    one = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{one}</Relationships>'


def files(body: str, extra: Files | None = None) -> dict[str, str | bytes]:
    """The files of a small document, those in ``extra`` in the stead of its own."""
    return {
        "[Content_Types].xml": types(),
        "_rels/.rels": links("officeDocument", "word/document.xml", ""),
        "word/document.xml": document(body),
        **(extra or {}),
    }


def package(body: str = "", extra: Files | None = None) -> bytes:
    """A whole ``.docx``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files(body, extra).items():
            archive.writestr(name, data)
    return out.getvalue()


def lines_package(lines: Iterable[str]) -> bytes:
    """A document of these paragraphs."""
    return package("".join(map(paragraph, lines)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """An entry of a zip file whose headers may lie.

    Attributes:
        size: what it says of its unpacked size; None: the truth.
        inner: the name in its own header; None: the same.
        at: the place in the file that the directory names; None: its own.
    """

    name: str
    data: bytes
    size: int | None = None
    inner: str | None = None
    at: int | None = None
    flags: int = 0
    method: int = 8


def raw_zip(entries: Iterable[Raw]) -> bytes:
    """A zip file of such entries."""
    body, directory, count = bytearray(), bytearray(), 0
    for one in entries:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        stored = deflate.compress(one.data) + deflate.flush()
        size = len(one.data) if one.size is None else one.size
        facts = (one.flags, one.method, 0, 33, zlib.crc32(one.data), len(stored), size)
        inner = (one.name if one.inner is None else one.inner).encode()
        place = len(body) if one.at is None else one.at
        body += struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, *facts, len(inner), 0) + inner + stored
        name = one.name.encode()
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, *facts, len(name), 0, 0, 0, 0, 0, place
        )
        directory += name
        count += 1
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory) + end


def raw_package(*more: Raw) -> bytes:
    """A small document with these entries behind its own."""
    own = [Raw(name=name, data=_bytes(data)) for name, data in files("").items()]
    return raw_zip([*own, *more])


def _bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


def _overlapping() -> bytes:
    """Many names for the same bytes: unpacked they are many times as large as the file."""
    kernel = Raw(name="word/media/a.bin", data=b"\0" * 9_000_000)
    at = len(raw_package()) - _directory_length(raw_package())
    twins = [Raw(name=f"word/media/{n}.bin", data=b"", size=9_000_000, at=at) for n in range(20)]
    return raw_package(kernel, *twins)


def _directory_length(data: bytes) -> int:
    return int(struct.unpack_from("<L", data, len(data) - 10)[0]) + 22


def _nested() -> bytes:
    inner = raw_zip([Raw(name="a.bin", data=b"\0" * 20_000_000)])
    for _ in range(3):
        inner = raw_zip([Raw(name=f"{n}.zip", data=inner) for n in range(10)])
    return package("", {"word/embeddings/a.zip": inner})


def _doctypes(canary: str) -> Iterator[tuple[str, bytes]]:
    root = "<x>&b;</x>"
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    yield "laughs", f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}<!ENTITY b "&a9;">]>{root}'.encode()
    yield "blowup", f'<!DOCTYPE x [<!ENTITY b "{"x" * 100_000}">]><x>{"&b;" * 30_000}</x>'.encode()
    yield "file", f'<!DOCTYPE x [<!ENTITY b SYSTEM "file://{canary}">]>{root}'.encode()
    yield "public", f'<!DOCTYPE x PUBLIC "a" "file://{canary}">{root}'.encode()
    yield "parameter", f'<!DOCTYPE x [<!ENTITY % b SYSTEM "file://{canary}"> %b;]><x/>'.encode()
    yield "late", f"<!--{'a' * 9_000}--><!DOCTYPE x [<!ENTITY b 'c'>]>{root}".encode()
    wide = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY b "c">]>{root}'
    yield "utf-16", wide.encode("utf-16")


_PARTS = ("word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/settings.xml")


def _packed(extra: Files) -> Callable[[], bytes]:
    return lambda: package("", extra)


def _zipped(*entries: Raw) -> Callable[[], bytes]:
    return lambda: raw_package(*entries)


def _refused(name: str, make: Callable[[], bytes]) -> Attack:
    return Attack(name=name, make=make, codes=frozenset({"TT401", "TT422"}))


def entity_attacks(canary: str) -> Iterator[Attack]:
    """Document types and entities in every part, read or only copied."""
    for kind, data in _doctypes(canary):
        for part in _PARTS:
            yield _refused(f"{kind} in {part}", _packed({part: data}))


def link_attacks(canary: str) -> Iterator[Attack]:
    """Parts that lie outside of the file."""
    settings, body = "word/_rels/settings.xml.rels", "word/_rels/document.xml.rels"
    kinds = ("attachedTemplate", "image", "oleObject", "package", "frame", "subDocument", "mailMergeSource")
    for kind in (*kinds, "video", "externalLinkPath", "customXml", "aFChunk"):
        for target in (f"file://{canary}", "https://a.vn/x.dotm", "\\\\may-chu\\x"):
            if kind == "attachedTemplate" and target == f"file://{canary}":
                continue  # the one kind that is let go of, and said
            yield _refused(f"{kind} to {target}", _packed({settings: links(kind, target)}))
    for target in (f"file://{canary}", "//may-chu/x.png", "\\\\may-chu\\x.png", "http://a.vn/x.png"):
        yield _refused(f"inside, says the file, to {target}", _packed({body: links("image", target, "")}))
    other = links("image", "a.png", ' TargetMode="external"')
    yield _refused("another mode", _packed({body: other}))
    chunk = {body: links("aFChunk", "a.html", ""), "word/a.html": "<b>a</b>"}
    yield _refused("a chunk of another file", _packed(chunk))
    for code in (f'INCLUDETEXT "{canary}"', f'INCLUDEPICTURE "{canary}"', "DDEAUTO cmd /k a", "DDE a b c"):
        field = document(f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>")
        yield _refused(code.partition(" ")[0], _packed({"word/document.xml": field}))


def macro_attacks() -> Iterator[Attack]:
    """Code in the file, under its own name and under another."""
    binary = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    hidden = '<Override PartName="/word/a.dat" ContentType="application/vnd.ms-office.VBAproject"/>'
    second = f'<Override PartName="/word/b.xml" ContentType="{_MAIN}"/>'
    for name, kind in (
        ("docm", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        ("docm in capitals", "application/vnd.ms-word.document.MACROENABLED.main+xml"),
        ("dotm", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        ("dotx", f"{_WORD}.template.main+xml"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        ("nothing", "application/xml"),
    ):
        yield _refused(name, _packed({"[Content_Types].xml": types(main=kind)}))
    extras: tuple[tuple[str, Files], ...] = (
        ("vba by its name", {"word/vbaProject.bin": b"x"}),
        ("vba by its type", {"[Content_Types].xml": types(hidden), "word/a.dat": b"x"}),
        ("vba by its ending", {"[Content_Types].xml": types(binary), "word/a.bin": b"x"}),
        ("vba by its link", {"word/_rels/document.xml.rels": links("vbaProject", "a.bin", "")}),
        ("a control", {"word/_rels/document.xml.rels": links("control", "a.xml", "")}),
        ("active x", {"word/activeX/activeX1.xml": "<a/>"}),
        ("two documents", {"[Content_Types].xml": types(second), "word/b.xml": document("")}),
    )
    for name, extra in extras:
        yield _refused(name, _packed(extra))


def zip_attacks() -> Iterator[Attack]:
    """What a zip file can be made to say of itself."""
    for name in ("../a.xml", "/etc/a.xml", "word/../../a", "C:\\a.xml", "..\\a", "word/a\0.xml", "\\\\m\\a"):
        yield _refused(f"the name {name!r}", _zipped(Raw(name=name, data=b"x")))
    twice = Raw(name="word/document.xml", data=document("").encode())
    wide = Raw(name="WORD/Document.xml", data=b"<a/>")
    for title, entries in (
        ("one name twice", (twice,)),
        ("one name twice but for capitals", (wide,)),
        ("two names of one entry", (Raw(name="word/a.xml", data=b"<a/>", inner="word/b.xml"),)),
        ("encrypted", (Raw(name="word/a.xml", data=b"x", flags=1),)),
        ("packed otherwise", (Raw(name="word/a.xml", data=b"x", method=14),)),
        ("a size that is too small", (Raw(name="word/a.xml", data=b"<a>" + b" " * 900_000, size=10),)),
        ("a size that is too large", (Raw(name="word/a.xml", data=b"<a/>", size=9_000),)),
        ("one large part", (Raw(name="word/a.xml", data=b" " * 40_000_000),)),
        ("many large parts", tuple(Raw(name=f"a{n}", data=b"", size=29_000_000) for n in range(8))),
        ("many parts", tuple(Raw(name=f"a{n}", data=b"") for n in range(4_000))),
        ("very many parts", tuple(Raw(name=f"a{n}", data=b"") for n in range(9_000))),
        ("an entry behind the end", (Raw(name="word/a.xml", data=b"x", at=90_000_000),)),
        ("an entry that is no entry", (Raw(name="word/a.xml", data=b"x", at=7),)),
    ):
        yield _refused(title, _zipped(*entries))
    yield _refused("overlapping entries", _overlapping)
    yield _refused("an old Word file", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 9_000)
    yield _refused("signs of very many parts", lambda: package() + b"PK\x01\x02" * 2_000_000)
    yield Attack(name="bombs inside of a copied part", make=_nested, codes=frozenset())


def _many(prefix: str) -> str:
    """As many attributes as an attacker likes, or names of namespaces."""
    return " ".join(f'{prefix}{number}="urn:{number}"' for number in range(100_000))


def _many_headers() -> bytes:
    header = f'<w:hdr xmlns:w="{_W}">{"<w:p/>" * 400_000}</w:hdr>'
    several: Files = {f"word/header{number}.xml": header for number in range(1, 6)}
    kinds = [f'<Override PartName="/{name}" ContentType="{_WORD}.header+xml"/>' for name in several]
    return package("", {"[Content_Types].xml": types(*kinds), **several})


def xml_attacks(canary: str) -> Iterator[Attack]:
    """Sound XML that costs much to read."""
    yield _refused("very many elements", lambda: package("<w:p/>" * 4_500_000))
    yield _refused("very deep elements", lambda: package("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000))
    yield _refused("one long text", lambda: package(paragraph("x" * 25_000_000)))
    yield _refused("many headers of many elements", _many_headers)
    # A file may be refused here or read: what counts is what it costs and what it does not do.
    either = frozenset({"TT401", ""})
    include = f'<xi:include href="file://{canary}" parse="text"/>'
    tables = "<w:tbl><w:tr><w:tc>" * 70 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 70
    for title, body in (
        ("very many attributes", f"<w:p {_many('a')}/>"),
        ("very many namespaces", f"<w:p {_many('xmlns:a')}><w:r/></w:p>"),
        ("an inclusion", f"<w:p><w:r><w:t>{include}{{{{ n }}}}</w:t></w:r></w:p>"),
        ("tables in tables", tables),
        ("marks of the engine", f"<?truyenthong 0?>{paragraph('{{ n }}')}<?truyenthong 99?>"),
        ("a style sheet", f'<?xml-stylesheet href="file://{canary}"?>{paragraph("a")}'),
    ):
        yield Attack(name=title, make=_packed({"word/document.xml": document(body)}), codes=either)


def package_attacks(canary: str) -> Iterator[Attack]:
    """All of them; ``canary`` is the path of a file that nothing may read."""
    yield from entity_attacks(canary)
    yield from link_attacks(canary)
    yield from macro_attacks()
    yield from zip_attacks()
    yield from xml_attacks(canary)
