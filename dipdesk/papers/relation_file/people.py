"""The people of a partner: who is in post now, and who was before."""

from collections.abc import Iterator, Sequence

from dipdesk.i18n import _, sort_key
from dipdesk.model import Post
from dipdesk.model.person import FUNCTIONS
from dipdesk.papers.blocks import Block, Column, Heading, Paragraph, Row, Table, Tone
from dipdesk.papers.reading import lines, post_name, record, term
from dipdesk.papers.relation_file.folder import Folder

_RANKS = {code: place for place, code in enumerate(FUNCTIONS)}


def blocks(folder: Folder) -> Iterator[Block]:
    """Two tables; how to reach those in post only where it may be shown."""
    now = [one for one in folder.posts if one.until is None or one.until.last_day() >= folder.today]
    before = [one for one in folder.posts if one not in now]
    yield Heading(_("People in post"), 2)
    if now:
        yield _table(folder, sorted(now, key=lambda one: _rank(folder, one)), reach=not folder.public)
    else:
        yield Paragraph(_("Nobody in post is on file."), Tone.MUTED)
    if before:
        yield Heading(_("In post before"), 2)
        before.sort(key=lambda one: str(one.until), reverse=True)
        yield _table(folder, before, reach=False)


def _rank(folder: Folder, one: Post) -> tuple[int, bytes]:
    """By function in its usual rank, then by the alphabet."""
    alphabet = folder.occasion.alphabet
    name = one.person.order_text() if one.person else ""
    return _RANKS.get(one.function, len(_RANKS)), sort_key(name, alphabet)


def _table(folder: Folder, found: Sequence[Post], reach: bool) -> Table:
    contact = (Column(_("Phone and e-mail"), 3),) if reach else ()
    return Table(
        (Column(_("Name"), 2.8), Column(_("Post"), 3.2), Column(_("In office"), 2.2), *contact),
        tuple(_row(folder, one, reach) for one in found),
    )


def _row(folder: Folder, one: Post, reach: bool) -> Row:
    person = one.person
    assert person is not None
    contact = (lines(folder.value(person, "phone"), folder.value(person, "email")),) if reach else ()
    cells = (person.title(), post_name(one), term(one.since, one.until), *contact)
    return Row(cells, record=record(person))
