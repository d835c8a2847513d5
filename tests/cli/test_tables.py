"""Plain tables: aligned by cells, never wrapped."""

from truyenthong.cli.tables import Cell, Table, fitting, table_text, width


def test_columns_are_aligned_by_what_a_terminal_shows() -> None:
    table = Table(
        title="Bảng",
        headings=("Đơn vị", "Hạn"),
        rows=((Cell(text="Mường Tè"), Cell(text="30/5")), (Cell(text="Sìn Hồ" + "x" * 200), Cell(text=""))),
    )
    lines = table_text(table).splitlines()
    assert lines[0] == "Bảng"
    assert lines[1].index("Hạn") == lines[3].index("30/5") == 208
    assert len(lines) == 5
    assert all(line == line.rstrip() for line in lines)


def test_combining_marks_take_no_cell_and_wide_letters_two() -> None:
    assert (width("e\u0323\u0302"), width("漢"), width("ệ")) == (1, 2, 1)


def board(periods: int) -> Table:
    headings = ("Đơn vị", *(f"{month:02}/20" for month in range(1, periods + 1)))
    row = (Cell(text="Phòng GD&ĐT Than Uyên"), *(Cell(text=str(month)) for month in range(1, periods + 1)))
    return Table(title="Bảng", headings=headings, rows=(row,), centred=frozenset(range(1, periods + 1)))


def test_a_board_is_parted_where_the_terminal_is_narrow() -> None:
    first, second = fitting(board(10), 80)
    assert (first.title, second.title) == ("Bảng", "Bảng (tiếp)")
    assert [*first.headings[1:], *second.headings[1:]] == list(board(10).headings[1:])
    assert first.rows[0][0] == second.rows[0][0]


def test_every_cell_of_a_board_is_in_one_part() -> None:
    for columns in (1, 30, 60, 80, 200):
        parts = tuple(fitting(board(12), columns))
        told = [cell.text for part in parts for cell in part.rows[0][1:]]
        assert told == [str(month) for month in range(1, 13)]
