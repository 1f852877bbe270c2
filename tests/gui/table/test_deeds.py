"""A duplicate: what it takes from the first record, and what belongs to the first alone."""

from datetime import date

from dipdesk.gui.table import deeds
from dipdesk.model import Agreement, Gift, Partner, entities, fields
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile


def test_a_duplicate_takes_its_own_number_and_nothing_that_was_done(office: OfficeFile) -> None:
    with office.change("x") as session:
        gift = Gift(what_tr="Vazo", number="2026/3", day=date(2026, 5, 12), state="done", pieces=2)
        gift.handed_in_on, gift.inventory_number = date(2026, 5, 13), "253.02.1"
        session.add(gift)
    made = deeds.duplicate(office, Gift, gift.id)
    with office.read() as session:
        found = session.get_one(Gift, made)
        assert (found.number, found.day, found.what_tr, found.pieces) == ("2026/4", gift.day, "Vazo", 2)
        assert (found.state, found.handed_in_on, found.inventory_number) == ("planned", None, "")


def test_a_duplicate_of_an_agreement_is_not_signed(office: OfficeFile) -> None:
    with office.change("x") as session:
        partner = Partner(name_tr="Köln")
        signed = Agreement(partner_id=partner.id, signed_on=PartialDate(2020), council_number="12")
        session.add_all([partner, signed])
    made = deeds.duplicate(office, Agreement, signed.id)
    with office.read() as session:
        found = session.get_one(Agreement, made)
        assert (found.state, found.signed_on, found.council_number) == ("idea", None, "")


def test_a_duplicate_has_all_that_is_needed() -> None:
    assert all(one.copied or not one.kind.required for kind in entities() for one in fields(kind))
