"""The Turkish layout of an official letter: T.C., Sayı, Konu, Muhatap, İlgi, text, imza, olur, Ek, Dağıtım.

Source: Resmî Yazışmalarda Uygulanacak Usul ve Esaslar Hakkında Yönetmelik (RG 10.06.2020/31151), from general
knowledge. The words of the form are those of the regulation; they are not translated.
"""

from collections.abc import Iterator
from dataclasses import replace

from dipdesk.i18n import format_date, upper
from dipdesk.papers.blocks import Block, Columns, KeepTogether, Prose, Side
from dipdesk.papers.letter.content import Content
from dipdesk.papers.letter.desk import Writer

_LOGO = 46.0
_HAND = 40.0
"""Room to sign by hand."""
_LETTERS = "abcçdefgğhıijklmnoöprsştuüvyz"


def blocks(writer: Writer, content: Content) -> Iterator[Block]:
    """The letter from its head to its distribution."""
    yield _head(writer)
    yield Columns(
        (
            (_line(f"Sayı : {content.number}"), _line(f"Konu : {content.concerning}")),
            (_line(format_date(writer.dated, "short"), Side.RIGHT),),
        ),
        (4.0, 1.2),
    )
    yield Prose(content.addressee, Side.CENTRE, above=20, below=16, language="tr")
    yield from _references(content.references)
    *first, last = (
        Prose(one, Side.FULL, indented=True, below=6, language="tr") for one in content.paragraphs
    )
    yield from first
    yield KeepTogether((replace(last, below=_HAND), _signature(content.signature)))
    if content.approval:
        yield KeepTogether(tuple(_approval(content.approval)))
    yield from _listed("Ek", content.enclosures, "{number}- {line}")
    yield from _listed("Dağıtım", content.distribution, "{line}")


def _line(text: str, side: Side = Side.LEFT, *, above: float = 0, strong: bool = False) -> Prose:
    return Prose(text, side, strong=strong, above=above, language="tr")


def _head(writer: Writer) -> Block:
    """T.C., the office and its unit in the middle; the logo at the left if there is one."""
    name = upper(writer.office.name_tr or writer.office_name(), "tr")
    lines = [_line("T.C.", Side.CENTRE, strong=True), _line(name, Side.CENTRE, strong=True)]
    if writer.office.unit_tr:
        lines.append(_line(writer.office.unit_tr, Side.CENTRE))
    return Columns((writer.mark(_LOGO), (*lines, _line("")), ()), (1.0, 5.0, 1.0))


def _references(references: tuple[str, ...]) -> Iterator[Block]:
    """İlgi: one as it is, several by letters."""
    if not references:
        return
    marked = references
    if len(references) > 1:
        marked = tuple(f"{_letter(place)}) {one}" for place, one in enumerate(references))
    yield Columns(((_line("İlgi :"),), tuple(_line(one) for one in marked)), (1.0, 9.0))


def _letter(place: int) -> str:
    """a, b, c …; after the alphabet the number."""
    return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)


def _signature(signature: tuple[str, ...]) -> Block:
    """Name and post, centred in the right half."""
    return Columns(((), tuple(_line(one, Side.CENTRE) for one in signature)))


def _approval(approval: tuple[str, ...]) -> Iterator[Block]:
    """OLUR in the middle, a place for the day, room for the hand, name and post."""
    yield _line("OLUR", Side.CENTRE, above=22, strong=True)
    yield _line("… / … / ……", Side.CENTRE)
    for place, one in enumerate(approval):
        yield _line(one, Side.CENTRE, above=0 if place else _HAND)


def _listed(title: str, lines: tuple[str, ...], form: str) -> Iterator[Block]:
    """Ek or Dağıtım: one in the line of the title, several below it."""
    if len(lines) == 1:
        yield _line(f"{title}: {lines[0]}", above=16)
    elif lines:
        yield _line(f"{title}:", above=16)
        for number, line in enumerate(lines, 1):
            yield _line(form.format(number=number, line=line))
