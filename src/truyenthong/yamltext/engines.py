"""Two readers of YAML events, libyaml's and the pure Python one, made to agree on every text."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, cast

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken, TagToken

_LINE_ENDS = "\0\r\n\x85\u2028\u2029"
_BLANKS = " \t" + _LINE_ENDS


class EventSource(Protocol):
    """What both parsers offer: one event after the other."""

    def get_event(self) -> yaml.Event:
        """The next event; raises ``yaml.MarkedYAMLError`` where the text is not YAML."""
        ...


Engine = Callable[[str], EventSource]


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, made as lenient as libyaml: about tabs, and «?» inside flow text.

    It also has the last word where libyaml is there: ``syntax`` explains a fault by PyYAML's words and marks,
    and a strict parser would stop at an earlier tab or question mark that is no fault.
    """

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skips spaces, comments and line ends, and tabs where they are no indentation."""
        while True:
            blanks = " \t" if self.flow_level or not self.allow_simple_key else " "
            while self.peek() in blanks:
                self.forward()
            if self.peek() == "#":
                while self.peek() not in _LINE_ENDS:
                    self.forward()
            if not self._line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> ScalarToken:
        """Reads text without quotes."""
        chunks: list[str] = []
        spaces: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        while self.peek() != "#" and (length := self._plain_length()):
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self._plain_spaces()
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)  # noqa: FBT003 - PyYAML takes no keywords

    def scan_tag(self) -> TagToken:
        """Reads a tag; inside brackets a comma ends it, which PyYAML alone takes for a part of it."""
        length = 0
        while self.flow_level and self.peek(length) not in _BLANKS + ",":
            length += 1
        if self.peek(length) == "," and self.peek(1) != "<":
            start, alone = self.get_mark(), _PureParser(f"{self.prefix(length)} ")
            with suppress(ScannerError):  # no tag at all: PyYAML says why
                value = alone.scan_tag().value
                self.forward(length)
                return TagToken(value, start, self.get_mark())
        return super().scan_tag()

    def _plain_length(self) -> int:
        """How many characters follow before a blank, a line end or a sign that ends the text."""
        ends = _BLANKS + (",[]{}" if self.flow_level else "")
        length = 0
        while (char := self.peek(length)) not in ends:
            if char == ":" and self.peek(length + 1) in ends:
                break
            length += 1
        return length

    def _plain_spaces(self) -> list[str]:
        """Reads blanks and folds line ends; nothing where the text cannot go on."""
        blanks = ""
        while (char := self.peek()) in " \t":
            blanks += char
            self.forward()
        first = self._line_break()
        if not first:
            return [blanks] if blanks else []
        self.allow_simple_key = True
        more = ""
        while not self._at_document_mark():
            while self.peek() in " \t":
                self.forward()
            if not (line_end := self._line_break()):
                return [more or " "] if first == "\n" else [first + more]
            more += line_end
        return []

    def _at_document_mark(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in _BLANKS

    def _line_break(self) -> str:
        """Reads one line end; empty where there is none."""
        return str(self.scan_line_break())  # type: ignore[no-untyped-call]  # PyYAML's scanner has no types


class _PureComposer(_PureParser, Composer, BaseResolver):
    """PyYAML's own composer over the lenient parser."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        Composer.__init__(self)
        BaseResolver.__init__(self)


def pure_engine(text: str) -> EventSource:
    """The parser in Python: slow, always there."""
    return cast("EventSource", _PureParser(text))


def libyaml_engine(text: str) -> EventSource:
    """The parser in C: some thirty times faster."""
    return cast("EventSource", yaml.CBaseLoader(text))


def fastest_engine() -> Engine:
    """The parser in C where PyYAML was built with it, else the one in Python."""
    return libyaml_engine if yaml.__with_libyaml__ else pure_engine


def compose(text: str, *, engine: Engine | None = None) -> yaml.Node | None:
    """The nodes of a text that parses, with their places; None where it is empty.

    As in ``parse_yaml``, the slow parser has the last word on what the fast one refuses.

    Raises:
        yaml.MarkedYAMLError: the text does not parse, or holds aliases or more than one document.
    """
    if (engine or fastest_engine()) is libyaml_engine:
        with suppress(yaml.MarkedYAMLError):
            return yaml.CBaseLoader(text).get_single_node()
    return _PureComposer(text).get_single_node()
