"""What a quick line says of a promise."""

from datetime import date

import pytest

from dipdesk.actions import quick_promise
from dipdesk.actions.day_view import add_promise
from dipdesk.actions.quick_promise import Promise
from dipdesk.i18n import speaking
from dipdesk.model import Commitment, Person, Visit
from dipdesk.store.office_file import OfficeFile

NEAR = date(2027, 5, 14)
AK, BORA = "a" * 32, "b" * 32


@pytest.fixture
def staffed(office: OfficeFile) -> OfficeFile:
    with office.change("people") as session:
        session.add(Person(id=AK, given_name="Ayşe", family_name="Ak"))
        session.add(Person(id=BORA, given_name="Ali", family_name="Bora"))
    return office


@pytest.mark.parametrize(
    ("line", "promise"),
    [
        ("Liste gönderilecek", Promise("Liste gönderilecek")),
        ("Liste ; Ayşe ; 1.6", Promise("Liste", AK, date(2027, 6, 1))),
        ("Liste; 1 Haziran 2027; Bora", Promise("Liste", BORA, date(2027, 6, 1))),
        ("Liste; A; rapor", Promise("Liste; A; rapor")),
        ("; 1.6", Promise("", None, date(2027, 6, 1))),
    ],
)
def test_a_line_says_what_who_and_by_when(staffed: OfficeFile, line: str, promise: Promise) -> None:
    with staffed.read() as session:
        assert quick_promise.read(session, line, NEAR) == promise


def test_the_day_view_keeps_who_and_when(staffed: OfficeFile) -> None:
    with staffed.change("visit") as session:
        visit = Visit(title_tr="Ziyaret", starts=NEAR, ends=NEAR)
        session.add(visit)
    with speaking("tr"):
        made = add_promise(staffed, visit.id, "Liste; Ak; 20.5.")
    with speaking("en"):
        other = add_promise(staffed, visit.id, "The list")
    with staffed.read() as session:
        found, written = session.get_one(Commitment, made), session.get_one(Commitment, other)
        assert (found.what_tr, found.owner_id, found.due) == ("Liste", AK, date(2027, 5, 20))
        assert (written.what_tr, written.what_en) == ("", "The list"), "in the language of who wrote it"
    assert add_promise(staffed, visit.id, " ; ") == ""
