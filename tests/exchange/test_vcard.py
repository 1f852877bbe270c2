"""Contacts of old phones and new programs, read and written."""

import base64
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from dipdesk.errors import Invalid
from dipdesk.exchange import vcard_export
from dipdesk.exchange.csv_import import guess, preview, read_table, run
from dipdesk.exchange.vcard_lines import Property, escaped, folded, plain, properties
from dipdesk.model import Partner, Person, Post
from dipdesk.rules.timing import PartialDate
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile

Written = Callable[..., Path]
TODAY = date(2026, 11, 22)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PHONE_21 = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=ISO-8859-9;ENCODING=QUOTED-PRINTABLE:=DDlgaz;=DE=FCkr=FC;;Prof. Dr.\r\n"
    "FN;CHARSET=UTF-8;QUOTED-PRINTABLE:Prof. Dr. =C5=9E=C3=BCkr=C3=BC=\r\n =C4=B0lgaz\r\n"
    "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C4=B0=C5=9Ftip Beledi=\r\nyesi;=C3=96zel Kalem\r\n"
    "TITLE:Mayor\r\nTEL;CELL:+90 532 000 00 00\r\nTEL;WORK;PREF:+90 266 000 00 00\r\n"
    "EMAIL;INTERNET:s@ilgaz.bel.tr\r\nBDAY:19700512\r\n"
    "PHOTO;PNG;ENCODING=BASE64:\r\n {picture}\r\n\r\nEND:VCARD\r\n"
).replace("{picture}", "\r\n ".join(base64.b64encode(PNG).decode()[i : i + 40] for i in range(0, 200, 40)))
CARD_30 = (
    "BEGIN:VCARD\nVERSION:3.0\nitem1.N:Müller;Jürgen;Karl;;\nFN:Jürgen Müller\n"
    "ORG:Stadt Beispielburg\\, Rathaus;Amt\nTITLE;LANGUAGE=en:Head of Protocol\n"
    "TEL;TYPE=work,voice:+49 000 1\nEMAIL;TYPE=INTERNET;TYPE=PREF:j@beispielburg.example\nEND:VCARD\n"
)
CARD_40 = (
    "BEGIN:VCARD\nVERSION:4.0\nFN:Ayşe Çelik\nN:Çelik;Ayşe;;;\nGENDER:F\nLANG;PREF=1:tr\nLANG;PREF=2:de-AT\n"
    'TEL;VALUE=uri;TYPE="cell,voice":tel:+90-555-000-0000\nBDAY:1980-05\n'
    "NOTE:bir\\nsatır\nPHOTO:http://127.0.0.1:9/x.png\nEND:VCARD\n"
)


def people(office: OfficeFile) -> list[Person]:
    with office.read() as session:
        return list(session.scalars(select(Person).order_by(Person.family_name)))


def posts(office: OfficeFile) -> list[tuple[str, str, str, str, str]]:
    with office.read() as session:
        return sorted(
            (
                one.person.family_name if one.person else "",
                one.partner.title() if one.partner else "",
                one.function,
                one.title_tr,
                one.title_en,
            )
            for one in session.scalars(select(Post))
        )


@pytest.fixture
def stip(office: OfficeFile) -> OfficeFile:
    with office.change("City") as session:
        session.add(Partner(name_tr="İştip", name_en="Štip"))
    return office


def test_old_phones_are_read(stip: OfficeFile, written: Written) -> None:
    plan = guess(read_table(written(PHONE_21, name="t.vcf")))
    assert plan.shape.name == "contacts"
    assert plan.unused() == ["Further phones", "Unit"]
    assert run(stip, plan).by_entity == {"person": 1, "post": 1}
    (one,) = people(stip)
    assert (one.family_name, one.given_name, one.academic) == ("İlgaz", "Şükrü", "Prof. Dr.")
    assert (one.phone, one.email, one.born) == (
        "+90 266 000 00 00",
        "s@ilgaz.bel.tr",
        PartialDate(1970, 5, 12),
    )
    with stip.read() as session:
        assert blobs.get(session.connection(), one.photo) == PNG
    assert posts(stip) == [("İlgaz", "Štip", "mayor", "", "")]
    again = run(stip, guess(read_table(written(PHONE_21, name="t.vcf"))))
    assert (again.added, again.updated, again.same) == (0, 0, 1)
    stip.undo()
    assert people(stip) == []


def test_newer_forms_are_read(office: OfficeFile, written: Written) -> None:
    result = run(office, guess(read_table(written(CARD_30 + "\n" + CARD_40, name="t.vcf"))))
    assert (result.read, result.by_entity) == (2, {"person": 2, "partner": 1, "post": 1})
    german, turkish = people(office)
    assert (german.family_name, german.given_name) == ("Müller", "Jürgen Karl")
    assert german.email == "j@beispielburg.example"
    assert (turkish.sex, turkish.languages, turkish.phone) == ("f", ("tr", "de"), "+90-555-000-0000")
    assert (turkish.born, turkish.photo) == (PartialDate(1980, 5), "")
    assert posts(office) == [("Müller", "Stadt Beispielburg, Rathaus", "", "", "Head of Protocol")]


def test_a_post_that_is_there_is_not_proposed_again(stip: OfficeFile, written: Written) -> None:
    card = "BEGIN:VCARD\nN:Kaya;Ali\nORG:Municipality of Štip\nTITLE:{title}\nEND:VCARD\n"
    assert run(stip, guess(read_table(written(card.format(title="Müdür"))))).added == 2
    assert run(stip, guess(read_table(written(card.format(title="Şube müdürü"))))).added == 0
    assert len(posts(stip)) == 1


def test_our_own_people_hold_posts_in_our_own_office(office: OfficeFile, written: Written) -> None:
    card = "BEGIN:VCARD\nN:Kaya;Ali\nORG:Balıkesir Büyükşehir Belediyesi\nTITLE:Tercüman\nEND:VCARD\n"
    run(office, guess(read_table(written(card))))
    assert posts(office) == [("Kaya", "", "", "Tercüman", "")] or posts(office)[0][:3] == (
        "Kaya",
        "",
        "interpreter",
    )


def test_a_table_of_people_with_their_organisations_is_one_of_contacts(
    stip: OfficeFile, written: Written
) -> None:
    path = written("Ad;Soyad;Kurum;Unvan;Fotoğraf\nAli;Kaya;İştip;Belediye başkanı;ali.jpg\n")
    plan = guess(read_table(path))
    assert plan.shape.name == "contacts"
    run(stip, plan)
    assert posts(stip) == [("Kaya", "Štip", "mayor", "", "")]
    assert people(stip)[0].photo == ""


def test_preview_stores_nothing_and_cards_of_organisations_are_refused(
    office: OfficeFile, written: Written
) -> None:
    text = CARD_40 + "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Belediye\nEND:VCARD\n"
    result = preview(office, guess(read_table(written(text)))).result
    assert [(one.line, one.reason) for one in result.refused] == [(13, "This card is not that of a person.")]
    assert result.added == 1
    assert people(office) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("BEGIN:VCARD\nN:A;B\n" * 2_000, "On line 3 a card begins before the one on line 1 has ended."),
        ("BEGIN:VCARD\nN:A;B\n", "The card that begins on line 1 never ends."),
        (f"{CARD_40}BEGIN:VCARD\nN:A;B\n", "The card that begins on line 13 never ends."),
    ],
)
def test_broken_files_are_refused_with_their_line(written: Written, text: str, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_table(written(text))
    assert refused.value.sentence == sentence


def test_a_broken_line_refuses_its_card_alone(office: OfficeFile, written: Written) -> None:
    text = "BEGIN:VCARD\nN:A;B\n<script>\nEND:VCARD\n" + CARD_30
    result = run(office, guess(read_table(written(text))), skip_refused=True)
    assert [one.reason for one in result.refused] == ["Line 3 of the file cannot be read."]
    assert len(people(office)) == 1


@pytest.mark.parametrize(
    "name", ["<b>Ayşe", "Smith & Oğulları; AT&T", "Ayşe\r\nATTENDEE:x", "👩‍⚕️ 王毅 محمد", "a\\,b"]
)
def test_people_come_back_as_they_went(
    office: OfficeFile, written: Written, tmp_path: Path, name: str
) -> None:
    one = Person(
        family_name=" ".join(name.split()), given_name="Ada", languages=("tr", "de"), phone="+90 1 2 3 4"
    )
    with office.change("People") as session:
        one.photo = blobs.put(session.connection(), PNG, "image/png")
        city = Partner(name_tr="İştip; Belediye, \\ Merkez", name_en="Štip")
        session.add_all([one, city])
        session.flush()
        session.add(Post(person_id=one.id, partner_id=city.id, function="mayor", until=PartialDate(2099)))
        session.add(Post(person_id=one.id, function="councillor", until=PartialDate(2019)))
    path = tmp_path / "out.vcf"
    assert vcard_export.export(office, path, TODAY, rows=[one.id]) == 1
    raw = path.read_bytes()
    assert raw.startswith(b"BEGIN:VCARD\r\nVERSION:4.0\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    assert raw.count(b"ATTENDEE:") == raw.count(b" ATTENDEE:")
    assert raw.count(b"ORG:") == 1
    assert run(office, guess(read_table(path))).same == 1
    stored = people(office)[0]
    with office.change("Away") as session:
        for post in session.scalars(select(Post)):
            session.delete(post)
        session.delete(session.get_one(Person, one.id))
    assert run(office, guess(read_table(path))).by_entity == {"person": 1, "post": 1}
    again = people(office)[0]
    for field in ("family_name", "given_name", "languages", "phone", "photo"):
        assert getattr(again, field) == getattr(stored, field), field
    assert [row[1:3] for row in posts(office)] == [("Štip", "mayor")]


def test_a_picture_of_a_megabyte_is_read_whole(written: Written) -> None:
    picture = base64.b64encode(PNG + b"\0" * 1_000_000)
    folds = b"\r\n ".join(picture[i : i + 74] for i in range(0, len(picture), 74))
    raw = b"BEGIN:VCARD\r\nN:A;B\r\nPHOTO;ENCODING=b;TYPE=PNG:" + folds + b"\r\nEND:VCARD\r\n"
    table = read_table(written(raw))
    assert [base64.b64encode(one.content) for one in table.files.values()] == [picture]


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_escapes_come_off_again(text: str) -> None:
    wanted = text.replace("\r\n", "\n").replace("\r", "\n")
    assert plain(escaped(text)) == wanted
    (found,) = properties(folded(f"NOTE:{escaped(text)}"), "utf-8")
    assert isinstance(found, Property)
    assert plain(found.value) == wanted


@given(st.binary(max_size=300))
def test_any_bytes_give_properties_or_lines(raw: bytes) -> None:
    assert len(list(properties(b"BEGIN:VCARD\n" + raw, "cp1254"))) >= 1
