"""Place cards and table numbers: one for everybody, on both sides, only the changed ones if wished."""

from datetime import UTC, date, datetime, timedelta

from dipdesk.actions.story import record_id
from dipdesk.model import Ceremony, Person, Placing
from dipdesk.papers import making
from dipdesk.papers.blocks import Cuts, Label, in_line
from dipdesk.papers.ceremony.place_cards import CardOptions, NumberOptions
from dipdesk.papers.registry import paper
from dipdesk.store.history import changed_since
from dipdesk.store.office_file import OfficeFile

SIGNING, DINNER = record_id("ceremony", "2"), record_id("ceremony", "3")


def cuts(office: OfficeFile, ceremony: str, options: CardOptions | NumberOptions) -> Cuts:
    name = "table_numbers" if isinstance(options, NumberOptions) else "place_cards"
    document = making.build(office, paper(name), ceremony, options, ("tr", "en"))
    return next(block for block in document.blocks if isinstance(block, Cuts))


def test_everybody_has_a_card_that_can_be_read_from_both_sides(read_office: OfficeFile) -> None:
    cards = cuts(read_office, SIGNING, CardOptions()).cards
    assert len(cards) == 17
    for card in cards:
        labels = [shape for shape in card.shapes if isinstance(shape, Label) and in_line(shape.text)]
        fronts = [in_line(one.text) for one in labels if not one.turned]
        backs = [in_line(one.text) for one in labels if one.turned]
        assert fronts == backs != []
    assert len(cuts(read_office, SIGNING, CardOptions(side="host")).cards) == 8


def test_only_changed_cards_are_printed(read_office: OfficeFile) -> None:
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    assert cuts(read_office, SIGNING, CardOptions(since=tomorrow)).cards == ()
    assert len(cuts(read_office, SIGNING, CardOptions(since=date(2020, 1, 1))).cards) == 17


def test_a_changed_name_or_seat_changes_the_card(sample_office: OfficeFile) -> None:
    with sample_office.change("a name") as session:
        session.get_one(Person, record_id("person", "ornek")).academic = "Dr."
        session.get_one(Placing, record_id("placing", "1")).seat = "1/9"
    with sample_office.read() as session:
        steps = session.connection().exec_driver_sql("SELECT max(at) FROM txn").scalar()
        changed = changed_since(session, datetime.fromisoformat(str(steps)))
    assert {record_id("person", "ornek"), record_id("placing", "1")} <= changed
    assert record_id("person", "musterfrau") not in changed


def test_every_table_has_a_number(read_office: OfficeFile) -> None:
    assert len(cuts(read_office, DINNER, NumberOptions()).cards) == 3


def test_a_ceremony_without_guests_has_no_cards(sample_office: OfficeFile) -> None:
    with sample_office.change("a ceremony") as session:
        empty = Ceremony(title_tr="Boş")
        session.add(empty)
    assert cuts(sample_office, empty.id, CardOptions()).cards == ()
