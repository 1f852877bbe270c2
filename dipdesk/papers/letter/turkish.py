"""The Turkish layout of an official letter: T.C., Sayı, Konu, Muhatap, İlgi, text, imza, olur, Ek, Dağıtım.

Source: Resmî Yazışmalarda Uygulanacak Usul ve Esaslar Hakkında Yönetmelik (RG 10.06.2020/31151), from general
knowledge. The words of the form are those of the regulation; they are not translated.
"""

from collections.abc import Iterator
from dataclasses import replace

from dipdesk.i18n import format_date, upper
from dipdesk.papers.blocks import Block, Columns, KeepTogether, Side
from dipdesk.papers.letter.content import Content
from dipdesk.papers.letter.desk import Writer
from dipdesk.papers.letter.lines import line, listed

_LOGO = 46.0
_HAND = 40.0
"""Room to sign by hand."""
_LETTERS = "abcçdefgğhıijklmnoöprsştuüvyz"


def blocks(writer: Writer, content: Content) -> Iterator[Block]:
    """The letter from its head to its distribution."""
    yield _head(writer)
    yield Columns(
        (
            (line(f"Sayı : {content.number}"), line(f"Konu : {content.concerning}")),
            (line(format_date(writer.dated, "short"), Side.RIGHT),),
        ),
        (4.0, 1.2),
    )
    yield line(content.addressee, Side.CENTRE, above=20, below=16)
    yield from _references(content.references)
    *first, last = (replace(line(one, Side.FULL, below=6), indented=True) for one in content.paragraphs)
    yield from first
    yield KeepTogether((replace(last, below=_HAND), _signature(content.signature)))
    if content.approval:
        yield KeepTogether(tuple(_approval(content.approval)))
    yield from listed("Ek", content.enclosures, "{number}- {line}")
    yield from listed("Dağıtım", content.distribution, "{line}")


def _head(writer: Writer) -> Block:
    """T.C., the office and its unit in the middle; the logo at the left if there is one."""
    name = upper(writer.office.name_tr or writer.office_name(), "tr")
    lines = [line("T.C.", Side.CENTRE, strong=True), line(name, Side.CENTRE, strong=True)]
    if writer.office.unit_tr:
        lines.append(line(writer.office.unit_tr, Side.CENTRE))
    return Columns((writer.mark(_LOGO), (*lines, line("")), ()), (1.0, 5.0, 1.0))


def _references(references: tuple[str, ...]) -> Iterator[Block]:
    """İlgi: one as it is, several by letters."""
    if not references:
        return
    marked = references
    if len(references) > 1:
        marked = tuple(f"{_letter(place)}) {one}" for place, one in enumerate(references))
    yield Columns(((line("İlgi :"),), tuple(line(one) for one in marked)), (0.7, 9.3))


def _letter(place: int) -> str:
    """a, b, c …; after the alphabet the number."""
    return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)


def _signature(signature: tuple[str, ...]) -> Block:
    """Name and post, centred in the right half."""
    return Columns(((), tuple(line(one, Side.CENTRE) for one in signature)))


def _approval(approval: tuple[str, ...]) -> Iterator[Block]:
    """OLUR in the middle, a place for the day, room for the hand, name and post."""
    yield line("OLUR", Side.CENTRE, above=22, strong=True)
    yield line("… / … / ……", Side.CENTRE)
    for place, one in enumerate(approval):
        yield line(one, Side.CENTRE, above=0 if place else _HAND)
