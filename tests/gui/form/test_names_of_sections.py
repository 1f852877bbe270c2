"""What hangs on a record is called as the list of all of its kind."""

from itertools import chain

from PySide6.QtCore import Qt

from dipdesk.gui.form.belongings import FILES, NOTES
from dipdesk.gui.form.related import related
from dipdesk.gui.form.rows import RowsModel
from dipdesk.gui.places import PLACES
from dipdesk.i18n import speaking
from dipdesk.model import Attachment, Note, Post, PrecedencePost, ProgrammeItem, entities, fields


def test_notes_and_attachments_are_called_the_same_everywhere() -> None:
    places = {place.key: place.label for place in PLACES}
    for one, kind, key in ((NOTES, Note, "note"), (FILES, Attachment, "attachment")):
        assert one.title == kind.label[1] == places[key]


def test_no_group_of_fields_is_called_like_them() -> None:
    groups = {one.group for one in chain.from_iterable(fields(kind) for kind in entities())}
    assert not groups & {NOTES.title, FILES.title}


def test_no_list_on_a_page_is_called_like_a_group_of_its_fields() -> None:
    for kind in entities():
        groups = {one.group for one in fields(kind)}
        assert not groups & {one.title for one in related(kind)}, kind


def test_the_title_of_a_post_is_told_from_the_title_of_an_event() -> None:
    with speaking("tr"):
        for kind, word in (
            (Post, "Görev unvanı"),
            (PrecedencePost, "Görev unvanı"),
            (ProgrammeItem, "Başlık"),
        ):
            head = RowsModel(kind, ("title_tr",)).headerData(0, Qt.Orientation.Horizontal)
            assert head == word
