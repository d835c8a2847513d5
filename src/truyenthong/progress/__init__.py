"""How far each unit has got with each duty on a day; the only room where a state is decided."""

from truyenthong.progress.rows import Measures, Progress, Row, State, measures
from truyenthong.progress.states import progress

__all__ = ["Measures", "Progress", "Row", "State", "measures", "progress"]
