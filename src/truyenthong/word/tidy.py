"""Mends what loops and conditions leave behind: empty tables and cells, wrong grids, ids used twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import cast

from lxml import etree

from truyenthong.ooxml.paragraphs import MARKS
from truyenthong.ooxml.xml import MC, PPR, RPR, TBL, TC, TR, W14, Element, P, W, parent_of
from truyenthong.text import file_number
from truyenthong.word.running.limits import Budget

_NEED_PARAGRAPH = (*(f"{W}txbxContent", f"{W}hdr", f"{W}ftr", f"{W}footnote", f"{W}endnote", f"{W}comment"),)
_ENDS_WITH_PARAGRAPH = {TC, f"{W}txbxContent"}
_BLOCKS = {P, TBL, f"{W}sdt"}
_COMMENTS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
_DRAWING_ID = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_GRID_COLUMN = f"{W}gridCol"
_WIDTH = f"{W}w"
MOST_COLUMNS = 1_000
"""Columns that a grid is fitted to; Word itself takes 63."""
_GRID_APART = (
    *(
        f"{W}gridSpan",
        f"{W}gridBefore",
        f"{W}gridAfter",
        TBL,
        f"{W}sdt",
        f"{W}customXml",
        f"{MC}AlternateContent",
    ),
)
"""Without them in a table its rows are its children, its cells are those of its rows, a column each."""

# What goes by cells, of which a table has thousands and nearly all are in order, is looked for in C.
_PREFIXES = {"w": W[1:-1]}
_DOUBTFUL_CELLS = etree.XPath("descendant::w:tc[not(*[last()][self::w:p])]", namespaces=_PREFIXES)
_EVEN = etree.XPath(
    "boolean(w:tr[count(w:tc) = $columns]) and not(w:tr[count(w:tc) > $columns])", namespaces=_PREFIXES
)


def tidy(root: Element, budget: Budget) -> None:
    """Makes the tree of a rendered part one that Word opens without complaint.

    Raises:
        Halt: the budget of the render does not reach; each table pays for its rows and columns.
    """
    for control in list(root.iter(f"{W}sdtContent")):
        if not len(control):
            _remove(parent_of(control))
    _drop_empty_tables(root)
    _part_tables(root)
    _end_with_last_section(root)
    cells = cast("list[Element]", _DOUBTFUL_CELLS(root))
    for holder in (*cells, *root.iter(*_NEED_PARAGRAPH)):
        _keep_paragraph(holder)
    for table in root.iter(TBL):
        budget.spend()
        _fit_grid(table, budget)
    _renumber(root)


def _drop_empty_tables(root: Element) -> None:
    for row in list(root.iter(TR)):
        if next(row.iter(TC), None) is None:
            _remove(row)
    # Inner tables first: without them an outer row may still hold its cell.
    for table in reversed(list(root.iter(TBL))):
        if next(table.iter(TR), None) is None:
            _remove(table)


def _part_tables(root: Element) -> None:
    """Puts a line of one point between tables that came to stand side by side: Word would make them one."""
    for table in list(root.iter(TBL)):
        following = next((one for one in table.itersiblings() if one.tag not in MARKS), None)
        if following is not None and following.tag == TBL and not (_floats(table) or _floats(following)):
            line = etree.SubElement(parent_of(table), P)
            following.addprevious(line)
            facts = etree.SubElement(line, PPR)
            spacing = etree.SubElement(facts, f"{W}spacing")
            for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
                spacing.set(f"{W}{name}", value)
            etree.SubElement(etree.SubElement(facts, RPR), f"{W}sz").set(f"{W}val", "2")


def _end_with_last_section(root: Element) -> None:
    """A section break behind which nothing is left becomes the end: it would open an empty page."""
    body = root.find(f"{W}body")
    last = body[-1] if body is not None and len(body) > 1 else None
    if body is None or last is None or last.tag != f"{W}sectPr":
        return
    ending = body[-2]
    section = ending.find(f"{PPR}/{W}sectPr") if ending.tag == P else None
    if section is not None and not any(one.text for one in ending.iter(f"{W}t")):
        body.replace(last, section)
        body.remove(ending)


def _floats(table: Element) -> bool:
    return table.find(f"{W}tblPr/{W}tblpPr") is not None


def _keep_paragraph(holder: Element) -> None:
    if holder.tag in _ENDS_WITH_PARAGRAPH:
        blocks = [child for child in holder if child.tag in _BLOCKS]  # and not a bookmark's end
        is_short = not blocks or blocks[-1].tag == TBL
    else:
        is_short = next(holder.iter(P, TBL), None) is None
    if is_short:
        etree.SubElement(holder, P)


def _fit_grid(table: Element, budget: Budget) -> None:
    """A table whose loop made more or fewer columns gets as many in its grid, over the same width."""
    grid = table.find(f"{W}tblGrid")
    if grid is None or _fits(table, len(grid.findall(_GRID_COLUMN))):
        return
    rows = [row for row in table.iter(TR) if next(row.iterancestors(TBL)) is table]
    budget.spend(len(rows))
    columns = max((_columns(row) for row in rows), default=0)
    if columns > MOST_COLUMNS:
        return  # no table that a person made: its grid is left as it is
    budget.spend(columns * len(rows))
    old = [file_number(one.get(_WIDTH)) for one in grid.findall(_GRID_COLUMN)]
    if columns in {0, len(old)} or not old:
        return
    widths = _spread(old, columns)
    for one in grid.findall(_GRID_COLUMN):
        grid.remove(one)
    for index, width in enumerate(widths):
        column = grid.makeelement(_GRID_COLUMN)
        grid.insert(index, column)
        column.set(_WIDTH, str(width))
    for row in rows:
        _fit_cells(row, widths)


def _fits(table: Element, columns: int) -> bool:
    """Whether a plain table has as many columns as its grid, without a look at each cell."""
    return next(table.iterdescendants(*_GRID_APART), None) is None and bool(_EVEN(table, columns=columns))


def _spread(old: list[int], columns: int) -> list[int]:
    """Columns that were there keep their share; the last template column is the one that was repeated."""
    total = sum(old)
    wanted = [*old, *([old[-1]] * columns)][:columns]
    scale = total / sum(wanted) if sum(wanted) else 0
    widths = [int(width * scale) for width in wanted]
    widths[-1] += total - sum(widths)
    return widths


def _fit_cells(row: Element, widths: list[int]) -> None:
    place = 0
    for cell in row.iter(TC):
        if next(cell.iterancestors(TR)) is not row:
            continue
        span = _span(cell)
        width = cell.find(f"{W}tcPr/{W}tcW")
        if width is not None and width.get(f"{W}type") in {None, "dxa"}:
            width.set(_WIDTH, str(sum(widths[place : place + span])))
        place += span


def _columns(row: Element) -> int:
    before = row.find(f"{W}trPr/{W}gridBefore")
    after = row.find(f"{W}trPr/{W}gridAfter")
    skipped = sum(file_number(one.get(f"{W}val")) for one in (before, after) if one is not None)
    cells = [cell for cell in row.iter(TC) if next(cell.iterancestors(TR)) is row]
    return skipped + sum(map(_span, cells))


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else max(1, file_number(span.get(f"{W}val")))


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _renumber(root: Element) -> None:
    _unique(list(root.iter(_DRAWING_ID)), "id", str)
    _unique(root.findall(f".//{W}sdtPr/{W}id"), f"{W}val", str)
    _unique(list(root.iter(P, TR)), f"{W14}paraId", lambda number: f"{number:08X}", base=16)
    _bookmarks(root)
    for tag in _COMMENTS:
        _first_only(list(root.iter(tag)))


def _unique(elements: list[Element], key: str, write: Callable[[int], str], *, base: int = 10) -> None:
    """The first of equals keeps its id, the others get the next free ones, in the order of the document."""
    ids = [one.get(key) for one in elements]
    free = _free(ids, base)
    seen: set[str] = set()
    for element, old in zip(elements, ids, strict=True):
        if old is None:
            continue
        if old in seen:
            element.set(key, write(next(free)))
        seen.add(old)


def _free(ids: list[str | None], base: int) -> Iterator[int]:
    taken = {_value(one, base) for one in ids if one is not None}
    return (number for number in count(1) if number not in taken)


def _value(text: str, base: int) -> int:
    try:
        return int(text, base)
    except ValueError:
        return -1


def _bookmarks(root: Element) -> None:
    """A bookmark that was repeated gets an id and a name of its own, its end with it."""
    marks = list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))
    free = _free([one.get(f"{W}id") for one in marks], 10)
    names: dict[str, int] = {}
    begun: set[str] = set()
    current: dict[str, str] = {}
    for one in marks:
        old = one.get(f"{W}id") or ""
        if one.tag == f"{W}bookmarkStart":
            current[old] = str(next(free)) if old in begun else old
            begun.add(old)
            _rename(one, names)
        one.set(f"{W}id", current.get(old, old))


def _rename(start: Element, names: dict[str, int]) -> None:
    name = start.get(f"{W}name") or ""
    names[name] = names.get(name, 0) + 1
    if names[name] > 1:
        start.set(f"{W}name", f"{name[:34]}_{names[name]}")


def _first_only(elements: list[Element]) -> None:
    seen: set[str] = set()
    for one in elements:
        number = one.get(f"{W}id") or ""
        if number in seen:
            _remove(one)
        seen.add(number)
