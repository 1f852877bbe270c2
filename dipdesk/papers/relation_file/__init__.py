"""The relation file: one partner with everything that is on file, from first request to last visit."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from dipdesk.i18n import _, language
from dipdesk.model import Partner
from dipdesk.papers.blocks import Block, Document
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.reading import head
from dipdesk.papers.relation_file import agreements, events, facts, people, relations
from dipdesk.papers.relation_file.folder import Folder
from dipdesk.papers.relation_file.options import RelationFileOptions
from dipdesk.papers.sections import Section, written

__all__ = ["RelationFileOptions", "build"]


def build(session: Session, subject: Partner, options: RelationFileOptions, occasion: Occasion) -> Document:
    """The file of the partner ``subject`` in the language spoken now."""
    folder = Folder(session, occasion, options.public, subject, options)
    name = subject.name(language()) or _("(without a name)")
    title = _("{partner} – relation file").format(partner=name)
    return folder.document(title, _("Relation file"), options, "office", _blocks(folder, name))


def _blocks(folder: Folder, name: str) -> Iterator[Block]:
    country = folder.country_name(folder.partner) if folder.partner.country else ""
    about = " · ".join(part for part in (folder.value(folder.partner, "kind"), country) if part)
    yield from head(folder, name, about, folder.partner)
    yield from written(_SECTIONS, folder.options, folder)


_SECTIONS: tuple[Section[Folder], ...] = (
    Section("facts", facts.blocks),
    Section("map", facts.on_map),
    Section("relation", relations.blocks),
    Section("people", people.blocks),
    Section("agreements", agreements.blocks),
    Section("memberships", agreements.memberships),
    Section("visits", events.visits),
    Section("commitments", events.commitments, personal=True),
    Section("contacts", events.contacts, personal=True),
    Section("documents", events.documents, personal=True),
    Section("timeline", events.story, personal=True),
)
