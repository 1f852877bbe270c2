"""The structure of a PDF: what is a heading, a paragraph, a table or a picture, in reading order.

Programs that read a page aloud follow it. What is drawn outside every part is decoration, which they skip.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

_HOLDERS = frozenset(("Document", "Table", "TR"))
"""Parts that hold parts; a text inside them becomes a paragraph of its own."""


class _Part(pdfdoc.PDFObject):
    """A part of the structure; all that is drawn of it stands on one page, counted from 0."""

    __RefOnly__ = 1

    def __init__(self, role: str, parent: pdfdoc.PDFObject, page: int, alt: str = "", said: str = "") -> None:
        self.role = role
        self.inside: list[_Part | int] = []
        self._parent, self._page, self._alt, self._said = parent, page, alt, said

    def format(self, document: Any) -> bytes:
        """The part as it stands in the file."""
        inside = [b"%d" % one if isinstance(one, int) else _reference(document, one) for one in self.inside]
        return b"<< /Type /StructElem /S /%b /P %b /Pg %b%b%b /K [%b] >>" % (
            self.role.encode(),
            _reference(document, self._parent),
            pdfdoc.PDFObjectReference(f"Page{self._page + 1}").format(document),
            b" /Alt " + _text(self._alt) if self._alt else b"",
            b" /ActualText " + _text(self._said) if self._said else b"",
            b" ".join(inside),
        )


class _Root(pdfdoc.PDFObject):
    """The root of the structure, with the parts that the marks of each page belong to."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.whole = _Part("Document", self, 0)
        self.pages: list[list[_Part]] = [[]]

    def format(self, document: Any) -> bytes:
        """The root as it stands in the file."""
        pages = [
            b"%d [%b]" % (number, b" ".join(_reference(document, part) for part in parts))
            for number, parts in enumerate(self.pages)
        ]
        whole = _reference(document, self.whole)
        return b"<< /Type /StructTreeRoot /K [%b] /ParentTree << /Nums [%b] >> /ParentTreeNextKey %d >>" % (
            whole,
            b"\n".join(pages),
            len(pages),
        )


class Tags:
    """Marks what is drawn on a canvas with the part that it belongs to."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas, self._root = canvas, _Root()
        self._open = [self._root.whole]
        self._drawing = False
        catalog = _document(canvas).Catalog
        catalog.StructTreeRoot = self._root
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})

    @contextmanager
    def part(self, role: str) -> Iterator[None]:
        """All texts drawn inside belong to one part of this role: H1, H2, H3, P, Table, TR, TH or TD."""
        if self._drawing:
            yield
            return
        self._open.append(self._added(self._open[-1], role))
        yield
        self._open.pop()

    @contextmanager
    def picture(self, alt: str) -> Iterator[None]:
        """All that is drawn inside is one picture of what ``alt`` says, or decoration if it says nothing."""
        if self._drawing:
            yield
            return
        if alt:
            self._begin(self._added(self._open[-1], "Figure", alt))
        else:
            self._canvas.addLiteral("/Artifact BMC")
        self._drawing = True
        yield
        self._drawing = False
        self._canvas.addLiteral("EMC")

    @contextmanager
    def text(self, said: str) -> Iterator[None]:
        """A text of the part that is open, or of a paragraph of its own.

        ``said`` is what it says if that cannot be told from its letters, as they stand on paper.
        """
        if self._drawing:
            yield
            return
        part = self._open[-1]
        if part.role in _HOLDERS:
            part = self._added(part, "P")
        self._begin(self._added(part, "Span", said=said) if said else part)
        yield
        self._canvas.addLiteral("EMC")

    def decoration(self) -> "_Artifact | _Nothing":
        """What is drawn inside belongs to no part, unless it belongs to a picture."""
        return _NOTHING if self._drawing else _Artifact(self._canvas)

    def next_page(self) -> None:
        """Tell the page that was just finished where its marks are explained."""
        page = _document(self._canvas).Pages.pages[-1]
        page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
        page.StructParents, page.Tabs = len(self._root.pages) - 1, "/S"
        self._root.pages.append([])

    def _added(self, parent: _Part, role: str, alt: str = "", said: str = "") -> _Part:
        part = _Part(role, parent, len(self._root.pages) - 1, alt, said)
        parent.inside.append(part)
        return part

    def _begin(self, part: _Part) -> None:
        marks = self._root.pages[-1]
        part.inside.append(len(marks))
        self._canvas.addLiteral(f"/{part.role} << /MCID {len(marks)} >> BDC")
        marks.append(part)


class _Artifact:
    """Marks what is drawn inside as decoration."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def __enter__(self) -> None:
        self._canvas.addLiteral("/Artifact BMC")

    def __exit__(self, *_error: object) -> None:
        self._canvas.addLiteral("EMC")


class _Nothing:
    """Marks nothing."""

    def __enter__(self) -> None:
        return

    def __exit__(self, *_error: object) -> None:
        return


_NOTHING = _Nothing()


def _text(text: str) -> bytes:
    """A text as PDF takes it whatever letters it has."""
    return b"<FEFF" + text.encode("utf-16-be", "replace").hex().encode() + b">"


def _document(canvas: Canvas) -> Any:
    """The file behind a canvas, which it has no other way to."""
    return canvas._doc  # type: ignore[attr-defined]  # not in the stubs


def _reference(document: Any, to: pdfdoc.PDFObject) -> bytes:
    """A reference to an object, which thereby goes into the file."""
    number, version = document.idToObjectNumberAndVersion[document.Reference(to).name]
    return b"%d %d R" % (number, version)
