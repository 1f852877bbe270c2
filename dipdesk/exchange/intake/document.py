"""The intake form as a Word document: a table of questions and answers for each person."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

_ACCENT, _MUTED = RGBColor(0x0B, 0x7A, 0x75), RGBColor(0x6A, 0x76, 0x7C)
_FONT = "Noto Sans"
_QUESTION, _ANSWER = Cm(8.2), Cm(8.8)


@dataclass(frozen=True)
class Asked:
    """A question: its heading, and what can be answered where that is a choice."""

    heading: str
    hint: str = ""


@dataclass(frozen=True)
class FormDocument:
    """The lines at the top (the title first), notes (headings begin with ``# ``), people, and questions.

    ``filled`` are the answers that are there already, of the first people in the order of the questions.
    """

    lines: Sequence[str]
    notes: Sequence[str]
    people: Sequence[str]
    questions: Sequence[Asked]
    language: str
    filled: Sequence[Sequence[str]] = ()


def form_document(form: FormDocument) -> bytes:
    """The content of the document."""
    document = docx.Document()
    _set_page(document)
    _paragraph(document, form.lines[0], size=16, colour=_ACCENT, bold=True)
    for line in form.lines[1:]:
        _paragraph(document, line, size=9, colour=_MUTED)
    for line in form.notes:
        is_head = line.startswith("# ")
        text = line.removeprefix("# ")
        if is_head:
            _paragraph(document, text, size=11, colour=_ACCENT, bold=True)
        elif text:
            _paragraph(document, text, size=9)
    for name, answers in zip_longest(form.people, form.filled, fillvalue=()):
        _person(document, str(name), form.questions, answers or ("",) * len(form.questions))
    properties = document.core_properties
    properties.title, properties.author, properties.comments = form.lines[0], "", ""
    properties.language = form.language
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    font = document.styles["Normal"].font
    font.name, font.size = _FONT, Pt(9)
    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)


def _person(document: Any, name: str, questions: Sequence[Asked], answers: Sequence[str]) -> None:
    """A table of its own, on a page of its own, so that it can be copied."""
    heading = _paragraph(document, name, size=11, colour=_ACCENT, bold=True)
    heading.paragraph_format.page_break_before = True
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    for asked, known in zip(questions, answers, strict=True):
        question, answer = table.add_row().cells
        answer.text = known
        question.width, answer.width = _QUESTION, _ANSWER
        said = question.paragraphs[0]
        for one in (said, answer.paragraphs[0]):
            one.paragraph_format.space_before = one.paragraph_format.space_after = Pt(2)
        _style(said.add_run(asked.heading), size=9, bold=True)
        if asked.hint:
            _style(question.add_paragraph().add_run(asked.hint), size=8, colour=_MUTED)


def _paragraph(
    document: Any, text: str, *, size: int, colour: RGBColor | None = None, bold: bool = False
) -> Any:
    made = document.add_paragraph()
    made.paragraph_format.space_after = Pt(3)
    _style(made.add_run(text), size=size, colour=colour, bold=bold)
    return made


def _style(run: Any, *, size: int, colour: RGBColor | None = None, bold: bool = False) -> None:
    run.font.size, run.font.bold = Pt(size), bold
    if colour is not None:
        run.font.color.rgb = colour
