"""Reads Word documents back, for the tests of papers."""

import re
import zipfile
from collections import Counter
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from dipdesk.papers import docx as word
from dipdesk.papers.blocks import Block, Document
from dipdesk.progress import Progress


def written(paper: Document) -> bytes:
    """The file of a paper."""
    file = BytesIO()
    word.write(paper, file, Progress())
    return file.getvalue()


def opened(paper: Document) -> WordDocument:
    """A paper, written and read back."""
    return docx.Document(BytesIO(written(paper)))


def of(*blocks: Block, languages: tuple[str, ...] = ("tr",)) -> WordDocument:
    """These blocks, written and read back."""
    return opened(Document("Kâğıt", blocks, languages))


def xml(content: bytes, part: str = "word/document.xml") -> str:
    """A part of a file as it is stored."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read(part).decode()


def paragraphs(document: WordDocument) -> list[Any]:
    """All paragraphs in reading order, those in cells too, without the table of contents."""
    every = document.element.body.iter(qn("w:p"))
    return [one for one in every if not any(above.tag == qn("w:sdt") for above in one.iterancestors())]


def words_of(paragraph: Any) -> str:
    """What a paragraph says; breaks are line feeds."""
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    pieces = (piece for run in paragraph.iter(qn("w:r")) for piece in run)
    return "".join(
        (piece.text or "") if piece.tag == qn("w:t") else marks.get(piece.tag, "") for piece in pieces
    )


def texts(document: WordDocument) -> list[str]:
    """What the paragraphs say, numbered where Word numbers them."""
    counted: Counter[str] = Counter()
    found = []
    for one in paragraphs(document):
        number = ""
        if one.style == "ListNumber":
            key = one.find(f".//{qn('w:numId')}").get(qn("w:val"))
            counted[key] += 1
            number = f"{counted[key]}. "
        found.append(number + words_of(one))
    return found


def bare(text: str) -> list[str]:
    """The words of a text, whatever stands between them."""
    return re.findall(r"\w+", text)
