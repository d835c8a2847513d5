"""Paragraphs that several templates share; made once by ``tools.make_templates``."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from tools.template_parts import line, tag


def words(document: DocxDocument, *texts: str) -> None:
    """Paragraphs of the body."""
    for text in texts:
        line(document, text, "Lời văn")


def either(document: DocxDocument, condition: str, then: str, otherwise: str) -> None:
    """One paragraph where something holds, another where it does not."""
    tag(document, f"{{% if {condition} %}}")
    words(document, then)
    tag(document, "{% else %}")
    words(document, otherwise)
    tag(document, "{% endif %}")


def only_if(document: DocxDocument, condition: str, *texts: str) -> None:
    """Paragraphs where something holds."""
    tag(document, f"{{% if {condition} %}}")
    words(document, *texts)
    tag(document, "{% endif %}")


def sentences(document: DocxDocument, field: str, none: str) -> None:
    """What units wrote in a text, sentence by sentence, with who wrote it."""
    told = f"tong_hop.loi_van.{field}"
    tag(document, f"{{% for x in {told}.y %}}")
    words(document, "- {{ x.chu }} ({{ x.don_vi }}).")
    tag(document, "{% else %}")
    words(document, none)
    tag(document, "{% endfor %}")


def unverified(document: DocxDocument) -> None:
    """How many names nobody has confirmed yet."""
    tag(document, "{% if don_vi_chua_xac_minh %}")
    line(
        document,
        "Ghi chú: {{ don_vi_chua_xac_minh }} đơn vị nêu trong báo cáo có tên gọi chưa được đối chiếu với văn "
        "bản.",
        "Ghi chú",
    )
    tag(document, "{% endif %}")
