"""A form of the year's report that was filled in and then edited, as people and programs edit it."""

from __future__ import annotations

from collections.abc import Callable

from support.forms.word_forms import controls, edited, filled_blank, read
from truyenthong.forms.filled import Filled
from truyenthong.ooxml.xml import Element, W

CHANNELS = "tt:noi_dung.tin_bai[]"
SENT, CHANNEL, POSTED = f"{CHANNELS}.da_gui", f"{CHANNELS}.kenh", f"{CHANNELS}.da_dang"
SPEAKER = "tt:noi_dung.nguoi_phat_ngon"
LACKS = "tt:noi_dung.han_che"
YEAR = "bao-cao-nam"

TYPED = {CHANNEL: "Website Ngành", SENT: "12", POSTED: "10", SPEAKER: "Nguyễn Văn A", LACKS: "Còn ít bài."}


def after(edit: Callable[[Element], None]) -> Filled:
    """What is read back of a form that was filled in and then edited."""
    return read(edited(filled_blank(YEAR, TYPED), edit))


def row_of(control: Element) -> Element:
    return next(control.iterancestors(f"{W}tr"))


def table_of(control: Element) -> Element:
    return next(control.iterancestors(f"{W}tbl"))


def dissolve(root: Element, tag: str) -> None:
    """What stands in the controls of a tag stays, the controls go."""
    for control in controls(root, tag):
        content = control.find(f"{W}sdtContent")
        assert content is not None
        for child in list(content):
            control.addprevious(child)
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)


def rows(filled: Filled, code: str = "tin_bai") -> list[object]:
    value = filled.values[code]
    assert isinstance(value, list)
    return list(value)


def codes(filled: Filled) -> list[str]:
    return [one.code for one in filled.findings]


def melt_all(root: Element) -> None:
    """All controls go, what stood in them stays."""
    for control in list(root.iter(f"{W}sdt")):
        content = control.find(f"{W}sdtContent")
        parent = control.getparent()
        assert content is not None
        assert parent is not None
        for child in list(content):
            control.addprevious(child)
        parent.remove(control)
