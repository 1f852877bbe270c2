"""The one table that a paper consists of, in plain words."""

from dataclasses import dataclass

from dipdesk.errors import Known
from dipdesk.i18n import _
from dipdesk.papers import script
from dipdesk.papers.blocks import Align, Document, Paragraph, Table, Text, both, every, in_line


class NoTable(Exception):
    """The paper does not consist of one table: a mistake in the formats it is declared with."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Heads, their weights and sides, rows, and the remarks that stand below the table; all texts clean.

    A cell has a text for each language, one if they are equal.
    """

    title: str
    heads: tuple[str, ...]
    weights: tuple[float, ...]
    sides: tuple[Align, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    remarks: tuple[str, ...]


def grid(document: Document) -> Grid:
    """The table of ``document`` with the paragraphs that follow it.

    Raises Known if there is none yet, as nothing is on file for it, and NoTable if there are several.
    """
    blocks = list(every(document.blocks))
    tables = [one for one in blocks if isinstance(one, Table)]
    if not tables:
        sentence = _("“{paper}” has no table yet: there is nothing to put into one.")
        raise Known(sentence.format(paper=in_line(document.title)))
    if len(tables) > 1:
        raise NoTable(f"{in_line(document.title)}: {len(tables)} tables")
    table = tables[0]
    after = blocks[blocks.index(table) + 1 :]
    return Grid(
        title=_line(document.title),
        heads=tuple(_line(column.head) for column in table.columns),
        weights=tuple(column.weight for column in table.columns),
        sides=tuple(column.align for column in table.columns),
        rows=tuple(tuple(map(_wordings, row.cells)) for row in table.rows),
        remarks=tuple(_line(one.text) for one in after if isinstance(one, Paragraph)),
    )


def _line(text: Text) -> str:
    return " ".join(script.clean(in_line(text)).split())


def _wordings(text: Text) -> tuple[str, ...]:
    return tuple(script.clean(wording).strip() for wording in both(text))
