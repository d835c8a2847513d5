"""Two readers of YAML events, libyaml's and the pure Python one, made to agree; builds no tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

_LINE_ENDS = "\0\r\n\x85\u2028\u2029"


class EventSource(Protocol):
    """What both parsers offer: one event after the other."""

    def get_event(self) -> yaml.Event:
        """The next event; raises ``yaml.MarkedYAMLError`` where the text is not YAML."""
        ...


Engine = Callable[[str], EventSource]


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, with libyaml's rule for tabs between tokens."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skips spaces, comments and line ends, and tabs where libyaml skips them (not in indentation)."""
        while True:
            blanks = " \t" if self.flow_level or not self.allow_simple_key else " "
            while self.peek() in blanks:
                self.forward()
            if self.peek() == "#":
                while self.peek() not in _LINE_ENDS:
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]  # PyYAML's scanner has no types
                return
            if not self.flow_level:
                self.allow_simple_key = True


def pure_engine(text: str) -> EventSource:
    """The parser in Python: slow, always there."""
    return cast("EventSource", _PureParser(text))


def libyaml_engine(text: str) -> EventSource:
    """The parser in C: some thirty times faster."""
    return cast("EventSource", yaml.CBaseLoader(text))


def fastest_engine() -> Engine:
    """The parser in C where PyYAML was built with it, else the one in Python."""
    return libyaml_engine if yaml.__with_libyaml__ else pure_engine
