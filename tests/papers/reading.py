"""Reads PDF files back, for the tests of papers."""

import unicodedata
from collections.abc import Callable
from ctypes import create_string_buffer
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium

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


Reader = Callable[..., int]


def part_said(read: Reader, of: object) -> str:
    """What a function of the PDF library reads of a part of a page."""
    size = read(of, None, 0)
    buffer = create_string_buffer(size)
    read(of, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def lone_headings(content: bytes) -> list[int]:
    """The pages that end with a heading."""
    with pypdfium2.PdfDocument(content) as file:
        last = [_last_role(page) for page in file]
    return [number for number, role in enumerate(last, 1) if role in ("H1", "H2", "H3")]


def _last_role(page: pypdfium2.PdfPage) -> str:
    """The role of the last part of a page that has no parts itself; empty if there is none."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    count = pdfium.FPDF_StructTree_CountChildren(tree)
    part, role = (pdfium.FPDF_StructTree_GetChildAtIndex(tree, count - 1) if count else None), ""
    while part:
        role = part_said(pdfium.FPDF_StructElement_GetType, part)
        count = pdfium.FPDF_StructElement_CountChildren(part)
        part = pdfium.FPDF_StructElement_GetChildAtIndex(part, count - 1) if count > 0 else None
    pdfium.FPDF_StructTree_Close(tree)
    return role
