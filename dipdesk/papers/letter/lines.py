"""What both layouts of a letter are made of: single lines, and lists below the text."""

from collections.abc import Iterator

from dipdesk.i18n import language
from dipdesk.papers.blocks import Block, KeepTogether, Prose, Side


def line(
    text: str, side: Side = Side.LEFT, *, above: float = 0, below: float = 0, strong: bool = False
) -> Prose:
    """A line or paragraph of a letter in the language spoken now."""
    return Prose(text, side, strong=strong, above=above, below=below, language=language())


def listed(title: str, lines: tuple[str, ...], form: str, above: float = 16) -> Iterator[Block]:
    """Enclosures or distribution: one in the line of the title, several below it, each as ``form`` says.

    The title never stands alone at the end of a page.
    """
    if len(lines) == 1:
        yield line(f"{title}: {lines[0]}", above=above)
    elif lines:
        first, *rest = (line(form.format(number=number, line=one)) for number, one in enumerate(lines, 1))
        yield KeepTogether((line(f"{title}:", above=above), first))
        yield from rest
