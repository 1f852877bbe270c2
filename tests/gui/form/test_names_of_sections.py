"""What hangs on a record is called as the list of all of its kind."""

from itertools import chain

from dipdesk.gui.form.belongings import FILES, NOTES
from dipdesk.gui.places import PLACES
from dipdesk.model import Attachment, Note, entities, fields


def test_notes_and_attachments_are_called_the_same_everywhere() -> None:
    places = {place.key: place.label for place in PLACES}
    for related, kind, key in ((NOTES, Note, "note"), (FILES, Attachment, "attachment")):
        assert related.title == kind.label[1] == places[key]


def test_no_group_of_fields_is_called_like_them() -> None:
    groups = {one.group for one in chain.from_iterable(fields(kind) for kind in entities())}
    assert not groups & {NOTES.title, FILES.title}
