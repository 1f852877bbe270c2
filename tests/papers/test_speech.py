"""A speech as a paper: the opening line of those really invited, then what was written, as text."""

from dipdesk.model import Ceremony, Guest, Person, Post, Speech
from dipdesk.papers import making, text
from dipdesk.papers.registry import paper
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT, stored


def said(office: OfficeFile, speech: Speech, **chosen: object) -> str:
    one = paper("speech")
    return text.write(making.build(office, one, speech.id, one.options(**chosen), ("tr",), MADE_AT))


def test_the_opening_line_names_the_guests_of_its_ceremony(office: OfficeFile) -> None:
    ceremony, governor = Ceremony(title_tr="Açılış"), Person(given_name="Ali", family_name="Örnek")
    stored(office, ceremony, governor)
    stored(office, Post(person_id=governor.id, function="governor"))
    stored(office, Guest(ceremony_id=ceremony.id, person_id=governor.id))
    speech = Speech(title_tr="Açılış konuşması", ceremony_id=ceremony.id, text_tr="Bir <b>söz</b>.\n\nSon.")
    stored(office, speech)
    told = said(office, speech)
    assert "Sayın Valim" in told
    assert "Bir <b>söz</b>." in told
    assert "Sayın Valim" not in said(office, speech, opening=False)
    with office.change("the governor speaks") as session:
        session.get_one(Speech, speech.id).speaker_id = governor.id
    assert "Sayın Valim" not in said(office, speech)


def test_a_speech_without_a_text_or_an_occasion_says_so(office: OfficeFile) -> None:
    speech = Speech(title_tr="Taslak")
    stored(office, speech)
    assert "Metin henüz yazılmadı." in said(office, speech)
