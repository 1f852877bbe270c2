"""Reads PDF files back, for the tests of papers."""

import unicodedata
from io import BytesIO

import pypdfium2

from dipdesk.papers import pdf
from dipdesk.papers.blocks import Block, Document
from dipdesk.progress import Progress


def made(document: Document) -> tuple[bytes, pdf.PdfReport]:
    """The file of a document and the report about it."""
    file = BytesIO()
    report = pdf.write(document, file, Progress(), invariant=True)
    return file.getvalue(), report


def page_texts(content: bytes) -> list[str]:
    """The text of every page; Arabic letters in their plain forms, hyphens at line ends as they are."""
    with pypdfium2.PdfDocument(content) as file:
        texts = [page.get_textpage().get_text_bounded() for page in file]
    return [unicodedata.normalize("NFKC", text).replace("\r\n", "\n").replace("\x02", "-") for text in texts]


def pages_of(*blocks: Block) -> list[str]:
    """The texts of the pages that these blocks make."""
    return page_texts(made(Document("Kâğıt", blocks))[0])


def text_of(*blocks: Block) -> str:
    """All that these blocks say on paper, in one line."""
    return " ".join(" ".join(pages_of(*blocks)).split())
