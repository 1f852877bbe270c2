"""The table of a paper as a web page: plain HTML that any site can take over, without scripts or links."""

from html import escape

from dipdesk.papers.blocks import Align, Document
from dipdesk.papers.sheets.grid import Grid, grid

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; margin: 2rem; color: #1b2529; }}
table {{ border-collapse: collapse; width: 100%; }}
caption {{ text-align: left; font-weight: bold; font-size: 1.25rem; margin-bottom: 0.75rem; }}
th, td {{ border-bottom: 1px solid #c4cdd1; padding: 0.4rem 0.75rem; text-align: left; vertical-align: top; }}
th {{ border-bottom-color: #58676e; }}
.end {{ text-align: right; }}
</style>
</head>
<body>
{table}
{remarks}</body>
</html>
"""

_LINE = "\n"


def page(document: Document) -> bytes:
    """A whole page in UTF-8; the part from ``<table>`` to ``</table>`` can be put into another one."""
    found = grid(document)
    remarks = "".join(f"<p>{_words(remark)}</p>\n" for remark in found.remarks)
    made = _PAGE.format(
        language=escape(document.languages[0]),
        title=_words(found.title),
        table=_table(found),
        remarks=remarks,
    )
    return made.encode()


def _table(found: Grid) -> str:
    rows = "\n".join(f"<tr>{_cells(cells, found.sides)}</tr>" for cells in found.rows)
    heads = "".join(
        f'<th scope="col"{_side(side)}>{_words(head)}</th>'
        for head, side in zip(found.heads, found.sides, strict=True)
    )
    return (
        f"<table>\n<caption>{_words(found.title)}</caption>\n"
        f"<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _cells(cells: tuple[tuple[str, ...], ...], sides: tuple[Align, ...]) -> str:
    pieces = zip(cells, sides, strict=True)
    return "".join(f"<td{_side(side)}>{_words(_LINE.join(cell))}</td>" for cell, side in pieces)


def _side(side: Align) -> str:
    return ' class="end"' if side is Align.RIGHT else ""


def _words(text: str) -> str:
    return escape(text).replace(_LINE, "<br>")
