"""Plain tables: aligned by cells, never wrapped."""

from truyenthong.cli.tables import Cell, Table, table_text, width


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
