"""Official letters: their values, gaps and layouts; templates of the office; texts that stay texts."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from dipdesk.actions.letters import copy_letter
from dipdesk.errors import Known
from dipdesk.model import (
    Country,
    Delegation,
    DelegationMember,
    LetterTemplate,
    Office,
    Partner,
    Person,
    Post,
    Visit,
)
from dipdesk.papers import making, text
from dipdesk.papers.blocks import Document
from dipdesk.papers.letter import LetterOptions
from dipdesk.papers.letter.templates import offered
from dipdesk.papers.registry import paper
from dipdesk.rules.letter_templates import letter_keys, shipped_letter
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT, stored
from tests.papers.hostile import LITERAL
from tests.papers.reading import made as printed
from tests.papers.samples import SUBJECTS

LONG = ("Şçğıüö Ağ İIıi " * 40)[:299] + "x"
TEXT = "{addressee.letter}\n{partner.name|'e} {partner.name|'in} {partner.name|'den}\n{visit.days|'de}"


def written(office: OfficeFile, subject: str, *languages: str, **chosen: object) -> Document:
    """A letter made at a fixed time."""
    options = LetterOptions(**chosen)  # type: ignore[arg-type]
    return making.build(office, paper("letter"), subject, options, languages or ("tr",), MADE_AT)


def said(document: Document) -> str:
    return text.write(document)


def visit_of(office: OfficeFile, name: str = "Şişli", function: str = "mayor", **more: object) -> str:
    """A visit of a city whose head is Max Muster, and our mayor Ayşe Işık."""
    with office.read() as session:
        germany = session.scalars(select(Country.id).where(Country.code == "DE")).one()
    city = Partner(name_tr=name, name_en=name, country_id=germany)
    visit = Visit(title_tr="Ziyaret", title_en="Visit", partner_id=city.id, **more)
    visit.starts, visit.ends = date(2027, 5, 12), date(2027, 5, 14)
    theirs = Person(given_name="Max", family_name="Muster", sex="m", languages=("de",))
    ours = Person(given_name="Ayşe", family_name="Işık")
    posts = (
        Post(person_id=theirs.id, partner_id=city.id, function=function, title_tr="Başkan", title_en="Head"),
        Post(person_id=ours.id, function="mayor"),
    )
    stored(office, city, visit, theirs, ours, *posts)
    return visit.id


def own(office: OfficeFile, **texts: object) -> str:
    """A template of the office; its id."""
    made = LetterTemplate(**{"name_tr": "Bizim yazı", "about": "visit", **texts})
    stored(office, made)
    return made.id


def in_order(letter: str, *parts: str) -> bool:
    """Whether the parts stand in a letter one after the other."""
    at = 0
    for part in parts:
        at = letter.find(part, at) + len(part)
        if at < len(part):
            return False
    return True


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Ankara", "Ankara'ya Ankara'nın Ankara'dan"),
        ("Kars", "Kars'a Kars'ın Kars'tan"),
        ("Şişli", "Şişli'ye Şişli'nin Şişli'den"),
        ("Bakü", "Bakü'ye Bakü'nün Bakü'den"),
        ("Marmara Belediyeler Birliği", "Marmara Belediyeler Birliğine Marmara Belediyeler Birliğinin "
         "Marmara Belediyeler Birliğinden"),
    ],
)  # fmt: skip
def test_values_take_turkish_suffixes(office: OfficeFile, name: str, wanted: str) -> None:
    visit = visit_of(office, name)
    template = own(office, text_tr=TEXT)
    letter = said(written(office, visit, template=template))
    assert wanted in letter
    assert "12–14 Mayıs 2027'de" in letter
    assert "Sayın Başkan," in letter


def test_the_turkish_layout_has_all_its_parts_in_their_order(office: OfficeFile) -> None:
    visit = visit_of(office)
    with office.change("x") as session:
        session.scalars(select(Office)).one().unit_tr = "Dış İlişkiler Müdürlüğü"
    letter = said(
        written(
            office,
            visit,
            template="visit_thanks",
            number="E-1",
            dated=date(2027, 6, 1),
            concerning="Konumuz",
            references="Birinci\nİkinci",
            enclosures="Liste",
            distribution="Gereği: Valilik\nBilgi: Konsolosluk",
            olur=True,
            signatory="Can Er\nMüdür",
        )
    )
    head = ("T.C.", "Dış İlişkiler Müdürlüğü", "Sayı : E-1", "Konu : Konumuz", "01.06.2027")
    top = ("Sayın Max MUSTER, Şişli Belediye Başkanı", "İlgi :", "a) Birinci", "b) İkinci", "Sayın Başkan,")
    foot = ("Can Er", "Müdür", "OLUR", "Ayşe IŞIK", "Ek: Liste", "Dağıtım:", "Gereği: Valilik", "Bilgi:")
    assert in_order(letter, *head, *top, *foot)


def test_the_english_twin_has_the_layout_of_an_english_letter(office: OfficeFile) -> None:
    letter = said(written(office, visit_of(office), "en", number="E-1", references="Yours of May"))
    head = ("10 May 2027", "Our reference: E-1", "Reference: Yours of May", "The Head of Şişli, Max Muster")
    rest = ("Invitation to an official visit", "Dear Mayor Muster:", "Yours sincerely,", "Ayşe Işık", "Mayor")
    assert in_order(letter, *head, *rest)
    assert "T.C." not in letter


def test_in_two_languages_one_letter_follows_the_other(office: OfficeFile, tmp_path: Path) -> None:
    visit = visit_of(office)
    document = written(office, visit, "tr", "en")
    assert said(document).index("T.C.") < said(document).index("Our reference")
    assert printed(document)[1].pages == 2
    making.write_document(document, "docx", tmp_path / "letter.docx")


def test_what_is_missing_is_marked_and_listed(office: OfficeFile) -> None:
    document = written(office, visit_of(office), template="visit_invitation")
    letter = said(document)
    for mark in ("[… Belge sayısı]", "[… Ziyaret: Amaç (Türkçe)]"):
        assert mark in letter
    assert {(one.entity, one.field) for one in document.gaps} == {
        ("visit", "Aim in Turkish"),
        ("office", "Unit in Turkish"),
    }
    visit = Visit(title_tr="Ziyaret")
    stored(office, visit)
    lonely = written(office, visit.id, "en")
    assert "[… Addressee: Form of address on envelopes]" in said(lonely)
    assert "[… Partner: Name in English]" in said(lonely)
    assert ("visit", "Partner") in {(one.entity, one.field) for one in lonely.gaps}


def test_a_form_of_address_is_never_invented(office: OfficeFile) -> None:
    visit = visit_of(office)
    person = Person(given_name="Ada", family_name="Lovelace")
    stored(office, person)
    document = written(office, person.id, "en")
    assert "[… Form of address: ask their office]" in said(document)
    lacking = {(one.entity, one.record, one.field) for one in document.gaps}
    assert ("person", "Ada LOVELACE", "Form of address: ask their office") in lacking
    assert "Dear Ada," in said(written(office, person.id, "en", salutation="Dear Ada,"))
    assert "ask their office" not in said(written(office, visit, "en"))


def test_an_own_letter_is_found_by_its_name_or_id(office: OfficeFile) -> None:
    visit = visit_of(office)
    template = own(office, text_tr="Metin", concerning_tr="Konumuz", approval=True)
    for chosen in (template, "Bizim yazı", "BİZİM YAZI"):
        letter = said(written(office, visit, template=chosen))
        assert "Konu : Konumuz" in letter
        assert "Sayın Max MUSTER, Şişli Belediye Başkanı" in letter
        assert "OLUR" in letter
    document = written(office, visit, "en", template=template)
    assert "[… Concerning, in English]" in said(document)
    assert "[… Text in English]" in said(document)
    assert {one.entity for one in document.gaps} == {"letter_template"}
    with pytest.raises(Known, match="Bizim yazı"):
        written(office, visit, template="condolence")


def test_copies_stand_before_what_they_were_copied_from(office: OfficeFile) -> None:
    visit = visit_of(office)
    own(office, text_tr="Metin", concerning_tr="Kendimizin")
    assert "Konu : Resmî ziyaret daveti" in said(written(office, visit))
    copies = [copy_letter(office, key, date(2027, 1, 1)) for key in ("visit_thanks", "visit_invitation")]
    with office.read() as session:
        names = [key for key, _name in offered(session, session.get_one(Visit, visit))]
    assert names[:4] == [copies[1], "visit_invitation", copies[0], "visit_thanks"]
    assert names[4:6] == ["visit_notice", "visit_approval"]


@pytest.mark.parametrize(
    ("kind", "state", "first"),
    [
        ("inbound", "planned", "visit_invitation"),
        ("inbound", "done", "visit_thanks"),
        ("outbound", "planned", "visit_request"),
        ("outbound", "done", "visit_thanks_hosts"),
        ("online", "done", "visit_thanks"),
    ],
)
def test_the_letter_that_fits_the_visit_stands_first(
    office: OfficeFile, kind: str, state: str, first: str
) -> None:
    visit = visit_of(office)
    with office.change("x") as session:
        found = session.get_one(Visit, visit)
        found.kind, found.state = kind, state
        names = [key for key, _name in offered(session, found)]
    assert names[0] == first
    assert set(names) >= set(letter_keys()[-6:])
    copy = copy_letter(office, first, date(2027, 1, 1))
    with office.read() as session:
        assert offered(session, session.get_one(Visit, visit))[0][0] == copy


@pytest.mark.parametrize("key", letter_keys())
def test_a_copy_says_the_same_as_what_it_was_copied_from(sample_office: OfficeFile, key: str) -> None:
    about = shipped_letter(key).about
    before = written(sample_office, SUBJECTS[about], "tr", "en", template=key)
    row_id = copy_letter(sample_office, key, date(2027, 1, 1))
    assert written(sample_office, SUBJECTS[about], "tr", "en", template=row_id) == before
    with sample_office.read() as session:
        copy = session.get_one(LetterTemplate, row_id)
        assert (copy.remarks(), copy.copied_from, copy.dated) == ({}, key, date(2027, 1, 1))


def test_what_is_not_shipped_cannot_be_copied(office: OfficeFile) -> None:
    with pytest.raises(KeyError):
        copy_letter(office, "nothing", date(2027, 1, 1))


@pytest.mark.parametrize("hostile", [*LITERAL, "=1+1", "{office.name}", LONG])
def test_texts_stay_texts(office: OfficeFile, hostile: str) -> None:
    name = " ".join(hostile.split())
    visit = visit_of(office, hostile)
    template = own(office, text_tr="-{partner.name}-", concerning_tr="x", addressee_tr="y")
    typed = dict.fromkeys(("concerning", "enclosures", "signatory", "references", "salutation"), name)
    letter = said(written(office, visit, template=template, **typed))
    assert f"-{name}-" in letter
    assert f"Konu : {name}" in letter
    assert f"Ek: {name}" in letter


def test_what_the_template_does_not_know_is_marked_as_it_was_written(office: OfficeFile) -> None:
    template = own(office, text_tr="{visit.partnr} ve {  }", concerning_tr="a", addressee_tr="b")
    letter = said(written(office, visit_of(office), template=template))
    assert "[… visit.partnr] ve [… ]" in letter


def test_a_long_letter_goes_over_pages_and_keeps_its_signature_with_its_end(office: OfficeFile) -> None:
    lines = "\n".join(f"Paragraf {number}. {LONG}" for number in range(60))
    template = own(office, text_tr=lines, concerning_tr=LONG, addressee_tr=LONG, enclosures_tr=lines)
    document = written(office, visit_of(office), template=template, references=lines, number=LONG[:80])
    content, report = printed(document)
    assert report.pages > 8
    assert not report.unreadable
    assert content.startswith(b"%PDF")


def test_a_public_letter_says_nothing_personal(office: OfficeFile) -> None:
    visit = visit_of(office)
    with office.change("x") as session:
        session.scalars(select(Office)).one().phone = "+90 266 000 00 00"
    assert "+90 266" in said(written(office, visit))
    assert "+90 266" not in said(written(office, visit, public=True))


def test_a_choice_is_small_inside_a_sentence(sample_office: OfficeFile) -> None:
    template = own(
        sample_office, about="agreement", text_tr="{agreement.kind} ve {agreement.kind}. {agreement.kind}"
    )
    letter = said(written(sample_office, SUBJECTS["agreement"], template=template))
    assert "Dostluk anlaşması ve dostluk anlaşması. Dostluk anlaşması" in letter


def visa_visit(office: OfficeFile) -> str:
    """A visit of three guests: one needs a visa and we pay, one applied and they pay, one needs none."""
    visit = visit_of(office, kind="inbound")
    side = Delegation(visit_id=visit, side="guest")
    people = [Person(given_name="Eva", family_name=name) for name in ("Alt", "Berg", "Cramer")]
    wanted = ("needed", "us", "U 111"), ("applied", "them", ""), ("not_needed", "us", "U 333")
    members = [
        DelegationMember(delegation_id=side.id, person_id=one.id, visa=visa, payer=payer, passport=passport)
        for one, (visa, payer, passport) in zip(people, wanted, strict=True)
    ]
    members[0].passport_kind, members[0].passport_until = "diplomatic", date(2030, 1, 2)
    stored(office, side, *people, *members)
    return visit


def test_the_visa_letter_lists_who_needs_one_and_who_pays(office: OfficeFile) -> None:
    visit = visa_visit(office)
    letter = said(written(office, visit, "en", template="visit_visa"))
    assert in_order(letter, "To the Embassy of the Republic of Türkiye", "\n1. Eva Alt", "\n2. Eva Berg")
    assert "We bear the costs of the stay of Eva Alt." in letter
    assert "Their own institution bears the costs of the stay of Eva Berg." in letter
    assert "Cramer" not in letter
    assert "U 111" not in letter


def test_passports_stand_in_the_visa_letter_only_when_chosen_and_never_in_public(office: OfficeFile) -> None:
    visit = visa_visit(office)
    document = written(office, visit, "en", template="visit_visa", passports=True)
    assert "Diplomatic passport no. U 111, valid until 2 January 2030" in said(document)
    assert "[… Passport number]" in said(document)
    assert ("delegation_member", "Passport number") in {(one.entity, one.field) for one in document.gaps}
    public = said(written(office, visit, "en", template="visit_visa", passports=True, public=True))
    assert "[… Visit: Guests who need a visa]" in public
    for hidden in ("U 111", "Alt", "Berg"):
        assert hidden not in public
