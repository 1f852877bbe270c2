"""Small papers: for whom, in which languages, how many, and that nothing personal slips in."""

from datetime import date
from io import BytesIO
from typing import Any

import pypdfium2
import pytest

from dipdesk.actions.story import record_id
from dipdesk.errors import Known
from dipdesk.i18n import speaking
from dipdesk.model import (
    CardLayout,
    Ceremony,
    Delegation,
    DelegationMember,
    Guest,
    Office,
    Partner,
    Person,
    Post,
    Visit,
)
from dipdesk.papers import making, pdf, text
from dipdesk.papers.blocks import Booklet, Boxed, Document, Figure, Grid, Image, Leaves, Pair, every, in_line
from dipdesk.papers.cards.vcard import Contact, vcard
from dipdesk.papers.pdf import qr
from dipdesk.papers.registry import paper
from dipdesk.papers.style import MILLIMETRE
from dipdesk.progress import Progress
from dipdesk.rules.card_layouts import Element, packed
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile
from tests.gui.form.sample import png
from tests.papers.briefs import MADE_AT, stored
from tests.papers.samples import made

SIGNING = record_id("ceremony", "2")
NAMES = ("王毅 北京市", "محمد بن سلمان", "דוד כהן", "Şükrü Ğ ÜĞÜŞÖÇİ " * 20, "<b>Ayşe</b> & Oğulları")


def built(
    office: OfficeFile, name: str, subject: str, languages: tuple[str, ...] = ("tr",), **chosen: Any
) -> Document:
    one = paper(name)
    return making.build(office, one, subject, one.options(**chosen), languages, MADE_AT)


def leaves(document: Document) -> Leaves:
    return next(block for block in document.blocks if isinstance(block, Leaves))


def words(card: Figure) -> list[str]:
    return [in_line(one.text) for one in card.shapes if isinstance(one, Boxed) and in_line(one.text)]


def sizes(document: Document) -> list[tuple[int, int]]:
    """The size of each page in whole millimetres."""
    file = BytesIO()
    pdf.write(document, file, Progress())
    with pypdfium2.PdfDocument(file.getvalue()) as written:
        return [
            (round(one.get_width() / MILLIMETRE), round(one.get_height() / MILLIMETRE)) for one in written
        ]


def test_every_guest_has_a_badge_with_name_post_flag_and_logo(read_office: OfficeFile) -> None:
    block = leaves(made(read_office, "badges", "ceremony", ("en",)))
    assert len(block.cards) == 17
    assert len(block.places) == 10
    first = block.cards[0]
    assert {"Dr. Katharina MUSTERFRAU", "Lord Mayor", "Beispielburg"} <= set(words(first))
    assert len([one for one in first.shapes if isinstance(one, Image)]) == 2
    assert first.record.startswith("guest/")


def test_the_badges_of_a_visit_are_those_of_a_side(read_office: OfficeFile) -> None:
    both = leaves(made(read_office, "badges", "visit", ("tr",))).cards
    guests = leaves(made(read_office, "badges", "visit", ("tr",), side="guest")).cards
    assert 0 < len(guests) < len(both)


def test_a_bilingual_badge_says_both_in_a_paper_of_one_language(read_office: OfficeFile) -> None:
    document = made(read_office, "badges", "ceremony", ("en",), layout="badge_bilingual")
    posts = [one.text for one in leaves(document).cards[0].shapes if isinstance(one, Boxed)]
    assert Pair("Lord Mayor", "Belediye Başkanı") in posts
    both = made(read_office, "badges", "ceremony", ("tr", "en"), layout="badge_bilingual")
    assert "Belediye Başkanı · Lord Mayor" in words(leaves(both).cards[0])


def test_a_layout_fills_the_labels_of_another_sheet(read_office: OfficeFile) -> None:
    document = made(read_office, "badges", "ceremony", ("tr",), sheet="a7_105x74", start=8)
    block = leaves(document)
    assert (round(block.cards[0].width / MILLIMETRE), round(block.cards[0].height / MILLIMETRE)) == (105, 74)
    assert [len(leaf) for leaf in block.leaves()] == [1, 8, 8]
    for one in block.cards[0].shapes:
        if isinstance(one, Boxed):
            assert 0 <= one.x <= one.x + one.width <= block.cards[0].width + 0.1


def test_an_own_layout_is_found_by_id_and_name_and_says_if_it_is_broken(sample_office: OfficeFile) -> None:
    own = CardLayout(name_tr="Bizim kart", name_en="Our card", use="badge", width=80, height=50)
    own.elements = packed([Element("name", 2, 2, 70, 20), Element("text", 2, 25, 70, 9, text_tr="Basın")])
    stored(sample_office, own)
    for wanted in (own.id, "bizim KART", "our card"):
        block = leaves(made(sample_office, "badges", "ceremony", ("tr",), layout=wanted))
        assert words(block.cards[0]) == ["Dr. Katharina MUSTERFRAU", "Basın"]
        assert block.cut
    with pytest.raises(Known, match="none of this name"), speaking("en"):
        made(sample_office, "badges", "ceremony", ("en",), layout="none of this name")
    with sample_office.change("a broken layout") as session:
        session.get_one(CardLayout, own.id).elements = "{"
    with pytest.raises(Known):
        made(sample_office, "badges", "ceremony", ("tr",), layout=own.id)
    with sample_office.change("a sheet nobody knows") as session:
        kept = session.get_one(CardLayout, own.id)
        kept.elements, kept.sheet = "", "No such sheet"
    with pytest.raises(Known, match="No such sheet"):
        made(sample_office, "badges", "ceremony", ("tr",), layout=own.id)


def codes(document: Document) -> set[tuple[str, ...]]:
    return {one.rows for card in leaves(document).cards for one in card.shapes if isinstance(one, Grid)}


def test_a_code_holds_contact_data_only_if_chosen_and_if_the_receiver_may_see_it(
    sample_office: OfficeFile,
) -> None:
    with sample_office.change("a phone") as session:
        for person in session.query(Person):
            person.phone, person.email = "+49 30 000", "a@b.example"

    def made_codes(**chosen: Any) -> set[tuple[str, ...]]:
        return codes(made(sample_office, "badges", "ceremony", ("en",), layout="badge_qr", **chosen))

    plain = made_codes()
    assert len(plain) == 17
    assert made_codes(contact=True).isdisjoint(plain)
    assert made_codes(contact=True, public=True) == plain
    assert made_codes(contact=True, receiver="master") == plain


def test_a_vcard_is_escaped_and_leaves_out_what_does_not_fit() -> None:
    one = Contact("Örnek;x", "Ayşe\nEND:VCARD", "Dr.", "Mayor, acting", "Body", "+90", "a@b.example")
    lines = vcard(one).split("\r\n")
    assert lines[2] == "N:Örnek\\;x;Ayşe\\nEND:VCARD;;Dr."
    assert lines[4:] == ["TITLE:Mayor\\, acting", "ORG:Body", "TEL:+90", "EMAIL:a@b.example", "END:VCARD"]
    long = vcard(Contact("Ş" * 50, "A", post="P" * 100, body="B" * 290, phone="+90"))
    assert "TITLE" in long
    assert "TEL" not in long
    assert vcard(Contact("Ş" * 300, "A")) == ""
    with pytest.raises(ValueError, match="too many"):
        qr.rows("x" * (qr.MOST_BYTES + 1))


def test_a_code_is_square_and_has_its_three_corners() -> None:
    rows = qr.rows(vcard(Contact("Örnek", "Ayşe")))
    assert all(len(row) == len(rows) for row in rows)
    for corner in (rows[0][:7], rows[0][-7:], rows[-1][:7]):
        assert corner == "1111111"


def test_invitations_name_the_guest_the_day_and_where_to_answer(sample_office: OfficeFile) -> None:
    with sample_office.change("answers") as session:
        ceremony = session.get_one(Ceremony, SIGNING)
        ceremony.answer_by = date(2027, 5, 3)
        guests = session.query(Guest).filter_by(ceremony_id=SIGNING).order_by(Guest.id).all()
        guests[1].companion_of_id = guests[0].id
        host = next(one for one in guests if one.role == "host")
        asked = {f"guest/{one.id}" for one in guests} - {f"guest/{guests[1].id}", f"guest/{host.id}"}
    block = leaves(made(sample_office, "invitation_cards", "ceremony", ("en",)))
    assert {one.record for one in block.cards} <= asked
    said = "\n".join(words(block.cards[0]))
    for part in ("Signing ceremony", "Thursday, 13 May 2027 · 17:15", "Council Hall", "3 May 2027"):
        assert part in said
    assert sum("We shall attend together." in words(card) for card in block.cards) == 1
    assert sizes(Document("x", (block,)))[0] == (210, 297)
    plain = leaves(made(sample_office, "invitation_cards", "ceremony", ("en",), slip=False))
    assert len(plain.places) == 2
    assert "I shall attend." in said
    assert "I shall attend." not in "\n".join(words(plain.cards[0]))


def test_a_couple_is_asked_on_one_card(sample_office: OfficeFile) -> None:
    with sample_office.change("a couple") as session:
        guests = session.query(Guest).filter_by(ceremony_id=SIGNING).order_by(Guest.id).all()
        host = next(one for one in guests if one.role == "host")
        first, second, third = [one for one in guests if one.id != host.id][:3]
        first.spouse_id, third.spouse_id = second.id, host.id
        names = [one.person.family_name.upper() for one in (first, second) if one.person]
        gone = {f"guest/{third.id}"}
    for language, words_of in (("en", "We shall attend together."), ("tr", "")):
        cards = leaves(made(sample_office, "invitation_cards", "ceremony", (language,))).cards
        couple = [one for one in cards if one.record in (f"guest/{first.id}", f"guest/{second.id}")]
        assert len(couple) == 1
        said = "\n".join(words(couple[0]))
        assert all(name in said.upper() for name in names)
        assert words_of in said
        assert not gone & {one.record for one in cards}
        alone = next(one for one in cards if one not in couple)
        assert words_of not in words(alone)


@pytest.fixture
def pictured(sample_office: OfficeFile) -> OfficeFile:
    """The sample office with a photo of everybody; one member of the delegation refused to be shown."""
    with sample_office.change("photos") as session:
        address = blobs.put(session.connection(), png(), "image/png")
        for person in session.query(Person):
            person.photo = address
        members = session.query(DelegationMember).filter_by(photo_consent="yes").all()
        members[0].photo_consent = "no"
    return sample_office


def photos(document: Document) -> int:
    return sum(
        isinstance(one, Image) and one.data == png() for card in leaves(document).cards for one in card.shapes
    )


@pytest.mark.parametrize("entity", ["visit", "ceremony"])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_badge_shows_only_those_who_agreed(pictured: OfficeFile, entity: str, language: str) -> None:
    def shown(**chosen: Any) -> tuple[int, int]:
        document = made(pictured, "badges", entity, (language,), layout="badge_photo", **chosen)
        return photos(document), len(leaves(document).cards)

    with_photo, everybody = shown()
    assert 0 < with_photo < everybody
    with pictured.change("all refuse but one") as session:
        members = session.query(DelegationMember).filter_by(photo_consent="yes").all()
        for one in members[1:]:
            one.photo_consent = ""
    assert shown()[0] <= 1
    assert shown(public=True)[0] == 0
    assert shown(receiver="master")[0] == 0


def test_the_post_abroad_gets_its_country_in_capitals(read_office: OfficeFile) -> None:
    said = words(leaves(made(read_office, "address_labels", "partner", ("tr",))).cards[0])
    assert said[-1].endswith("ALMANYA")
    english = words(leaves(made(read_office, "envelopes", "partner", ("en",))).cards[0])
    assert english[-1].endswith("GERMANY")
    with read_office.read() as session:
        assert english[0].startswith(session.query(Office).one().name_en)


def test_a_missing_address_is_told(sample_office: OfficeFile) -> None:
    with sample_office.change("no address") as session:
        session.get_one(Partner, record_id("partner", "beispielburg")).address = ""
    assert [one.entity for one in made(sample_office, "envelopes", "partner", ("tr",)).gaps] == ["partner"]


@pytest.mark.parametrize(("size", "page"), [("dl", (220, 110)), ("c5", (229, 162)), ("c4", (324, 229))])
def test_an_envelope_is_a_page_of_its_size(read_office: OfficeFile, size: str, page: tuple[int, int]) -> None:
    assert sizes(made(read_office, "envelopes", "partner", ("tr",), size=size)) == [page]


def test_signs_for_doors_cars_and_seats(read_office: OfficeFile) -> None:
    doors = leaves(made(read_office, "signs", "visit", ("tr",)))
    assert all(card.record.startswith("programme_item/") for card in doors.cards)
    cars = leaves(made(read_office, "signs", "visit", ("tr",), sort="car"))
    assert {card.record.partition("/")[0] for card in cars.cards} == {"ride"}
    assert any("99 AA" in said for said in words(cars.cards[0]))
    seats = leaves(made(read_office, "signs", "ceremony", ("en",), sort="seat", side="host"))
    assert {"Reserved · Ayrılmıştır"} <= set(words(seats.cards[0]))
    assert not leaves(made(read_office, "signs", "ceremony", ("en",), sort="car")).cards


def test_the_booklet_is_public_and_folds(read_office: OfficeFile) -> None:
    document = made(read_office, "programme_booklet", "visit", ("tr", "en"))
    assert [type(block) for block in document.blocks] == [Booklet]
    assert set(sizes(document)) == {(297, 210)}
    assert len(sizes(document)) % 2 == 0
    assert "+90" not in text.write(document)
    assert len(list(every(document.blocks))) > 8


def test_the_guest_book_has_a_page_for_each_head_or_one_without_a_name(
    sample_office: OfficeFile, office: OfficeFile
) -> None:
    [card] = leaves(made(sample_office, "guest_book_page", "visit", ("en",))).cards
    assert "Dr. Katharina MUSTERFRAU" in words(card)
    alone = Visit(title_tr="Boş")
    stored(office, alone)
    [blank] = leaves(built(office, "guest_book_page", alone.id)).cards
    assert "Boş" in words(blank)


@pytest.fixture
def crowd(office: OfficeFile) -> str:
    """A visit of two hundred people with names in all scripts and some very long."""
    with office.change("a crowd") as session:
        visit = Visit(title_tr="Ç" * 300)
        delegation = Delegation(visit_id=visit.id, side="guest")
        session.add_all([visit, delegation])
        for number in range(200):
            person = Person(family_name=NAMES[number % 5][:300], given_name=str(number), name_own="王毅")
            session.add_all(
                [
                    person,
                    Post(person_id=person.id, title_tr=("Unvan " * 50)[:300], function="councillor"),
                    DelegationMember(delegation_id=delegation.id, person_id=person.id),
                ]
            )
        return str(visit.id)


@pytest.mark.parametrize("name", ["badges", "address_labels", "envelopes", "signs"])
def test_two_hundred_people_are_printed_whole(office: OfficeFile, crowd: str, name: str) -> None:
    chosen = {"sort": "seat"} if name == "signs" else {}
    document = built(office, name, crowd, ("tr", "en"), **chosen)
    assert len(leaves(document).cards) == 200
    assert not pdf.missing_glyphs(document)
    assert len(sizes(document)) == len(list(leaves(document).leaves()))


def test_what_is_typed_stands_on_the_badge_as_it_was_typed(office: OfficeFile, crowd: str) -> None:
    said = text.write(built(office, "badges", crowd))
    assert "<B>AYŞE</B> & OĞULLARI" in said
