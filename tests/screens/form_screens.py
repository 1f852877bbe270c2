"""Pictures of the page of a record and of the form for a new one, while somebody works in them."""

from datetime import UTC, date, datetime

from PySide6.QtWidgets import QWidget

from dipdesk.gui.form.drafts import Draft
from dipdesk.gui.form.new_record import NewRecordDialog
from dipdesk.gui.form.record_page import RecordPage
from dipdesk.model import Commitment, ProgrammeItem, Record, Tag, Tagging, entity
from tests.screens.stage import Screen, Stage


def _page(stage: Stage, kind: type[Record], row_id: str) -> RecordPage:
    return RecordPage(stage.office, kind, row_id, stage.settings, stage.news())


def _typing(stage: Stage) -> QWidget:
    """A partner's page: one text is being typed, one cannot be stored, one was found again."""
    page = _page(stage, entity("partner"), stage.ids["partner"])
    typed = page.cells["name_en"]
    typed.begin()
    typed.editor.set_text("Schwäbisch Hall (Comburg)")
    typed.editor.changed.emit()
    wrong = page.cells["population"]
    wrong.begin()
    wrong.editor.set_text("kırk bin")
    wrong.editor.changed.emit()
    wrong.commit()
    found = Draft("Schwäbisch Hall Belediyesi", datetime(2026, 11, 22, 14, 2, tzinfo=UTC))
    page.cells["name_tr"].bring_back(found.text, found.said())
    return page


def _late(stage: Stage) -> QWidget:
    """A promise that is late, with two tags in colours."""
    with stage.office.change("Sample") as session:
        promise = Commitment(what_tr="Fotoğraf albümü", what_en="Album of photographs", due=date(2026, 1, 15))
        tags = [
            Tag(name="Gençlik", colour="teal"),
            Tag(name="Çevre & iklim", colour="orange"),
            Tag(name="Not"),
        ]
        session.add_all([promise, *tags])
        session.flush()
        session.add_all(Tagging(tag_id=one.id, subject=f"commitment/{promise.id}") for one in tags)
        row_id = promise.id
    return _page(stage, Commitment, row_id)


def _colours(stage: Stage) -> QWidget:
    """A tag whose colour is being chosen."""
    with stage.office.change("Sample") as session:
        tag = Tag(name="Gençlik", colour="teal")
        session.add(tag)
    page = _page(stage, Tag, tag.id)
    page.cells["colour"].begin()
    return page


def _new_item(stage: Stage) -> QWidget:
    """A new programme item as it is proposed."""
    return NewRecordDialog(stage.office, ProgrammeItem, {"visit_id": stage.ids["visit"]})


def _new_wrong(stage: Stage) -> QWidget:
    """A new visit that cannot be added yet."""
    dialog = NewRecordDialog(stage.office, entity("visit"))
    day = next(cell for cell in dialog.cells if cell.field.name == "starts")
    day.editor.set_text("gelecek ay")
    day.editor.changed.emit()
    dialog.accept()
    return dialog


def _new_post(stage: Stage) -> QWidget:
    """A new post, with hints."""
    return NewRecordDialog(stage.office, entity("post"), {"person_id": stage.ids["person"]})


SCREENS = [
    Screen("form-typing", _typing, (820, 720)),
    Screen("form-late", _late, (820, 720)),
    Screen("form-colours", _colours, (820, 420)),
    Screen("form-new-item", _new_item, (640, 460), large_text=True),
    Screen("form-new-wrong", _new_wrong, (640, 460)),
    Screen("form-new-post", _new_post, (640, 460)),
    Screen(
        "form-narrow",
        lambda stage: _page(stage, entity("visit"), stage.ids["visit"]),
        (430, 720),
        large_text=True,
    ),
]
