"""Made the committed Word templates once; the .docx are the truth since, and are never overwritten.

    python -m tools.make_templates [THƯ MỤC]

The folder is ``templates/`` unless given. A template that is there already stays as the office left it.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from docx.document import Document as DocxDocument
from tools.chart_xml import ChartSpec
from tools.digest_template import digest
from tools.make_chart_part import insert_chart
from tools.merit_templates import achievements, commendations
from tools.plan_template import plan
from tools.progress_template import progress
from tools.receipt_template import receipt
from tools.register_templates import appraisal, covered
from tools.report_templates import CHANNEL_CHART, TOPIC_CHART, year_report
from tools.unit_letters import reminder, unit_paper

TEMPLATES: dict[str, Callable[[], DocxDocument]] = {
    "ke-hoach.docx": plan,
    "tien-do.docx": progress,
    "don-doc.docx": reminder,
    "theo-don-vi.docx": unit_paper,
    "ket-qua-nam.docx": year_report,
    "tong-hop-thang.docx": digest,
    "bien-nhan.docx": receipt,
    "khen-thuong.docx": commendations,
    "thanh-tich.docx": achievements,
    "do-phu.docx": covered,
    "phieu-tham-dinh.docx": appraisal,
}


CHARTS: dict[str, tuple[tuple[str, ChartSpec], ...]] = {"ket-qua-nam.docx": (TOPIC_CHART, CHANNEL_CHART)}
"""The charts of a template, each with the marker in whose stead it stands."""


def _bytes(document: DocxDocument, charts: Iterable[tuple[str, ChartSpec]]) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    data = stream.getvalue()
    for marker, spec in charts:
        data = insert_chart(data, marker, spec)
    return data


def main(folder: Path) -> int:
    """Makes the templates that are not there; 1 where some were there already and were left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = 0
    for name, make in TEMPLATES.items():
        path = folder / name
        if path.exists():
            print(f"Giữ nguyên {path}: đã có, sửa bằng Word.")
            kept += 1
        else:
            path.write_bytes(_bytes(make(), CHARTS.get(name, ())))
            print(f"Đã tạo {path}.")
    return 1 if kept else 0


if __name__ == "__main__":
    default = Path(__file__).resolve().parent.parent / "templates"
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else default))
