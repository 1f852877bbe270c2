"""The words of courtesy in the languages of a partner's country."""

from collections.abc import Iterator

from dipdesk.i18n import _, language, language_name
from dipdesk.model import Partner
from dipdesk.papers.blocks import Block, Column, Heading, Paragraph, Row, Table, Tone
from dipdesk.papers.ceremony.hall import source_line
from dipdesk.rules.countries import facts
from dipdesk.rules.greetings import OCCASIONS, Courtesy, courtesy

_MOST_LANGUAGES = 3
_OURS = "tr"


def blocks(partner: Partner | None, level: int = 2) -> Iterator[Block]:
    """A table for each language, under a heading of ``level``; nothing if no words are known."""
    country = partner.country if partner else None
    spoken = (country.languages or facts(country.code, language()).languages) if country else ()
    known = [(code, courtesy(code)) for code in spoken if code != _OURS]
    found = [(code, words) for code, words in known if words is not None][:_MOST_LANGUAGES]
    if found:
        yield Heading(_("Words of courtesy"), level)
    for code, words in found:
        yield Heading(language_name(code), level + 1)
        yield _words(words)
    if found:
        yield Paragraph(source_line(found[0][1].source), Tone.MUTED)


def _words(of: Courtesy) -> Table:
    heads = Column(_("Meaning"), 2), Column(_("Words"), 3), Column(_("In Turkish letters"), 3)
    return Table(heads, tuple(Row((_(OCCASIONS[one.occasion]), one.text, one.sound)) for one in of.words))
