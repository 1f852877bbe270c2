"""Papers of ceremonies are offered where they make sense: wreaths, and numbers on tables."""

import pytest
from sqlalchemy import select

from dipdesk.actions import story
from dipdesk.errors import Known
from dipdesk.model import Ceremony, Guest, SeatingPlan
from dipdesk.papers import text
from dipdesk.papers.registry import paper, papers
from dipdesk.store.office_file import OfficeFile
from tests.papers.samples import made

WREATH, SIGNING, DINNER = (story.record_id("ceremony", number) for number in "123")


def offered(office: OfficeFile, row_id: str) -> set[str]:
    with office.read() as session:
        ceremony = session.get_one(Ceremony, row_id)
        return {one.name for one in papers("ceremony") if one.fits(ceremony)}


@pytest.mark.parametrize(
    ("row_id", "offers"),
    [(WREATH, {"wreath_order"}), (SIGNING, {"signing_readiness"}), (DINNER, {"table_numbers"})],
)
def test_a_ceremony_is_offered_what_belongs_to_it(
    read_office: OfficeFile, row_id: str, offers: set[str]
) -> None:
    special = {"wreath_order", "signing_readiness", "table_numbers"}
    assert offered(read_office, row_id) & special == offers
    assert {"precedence_list", "seating_plan", "running_order"} <= offered(read_office, row_id)


def test_a_plan_makes_a_paper_fit_whatever_the_kind(sample_office: OfficeFile) -> None:
    with sample_office.change("wreaths at the signing") as session:
        session.add(SeatingPlan(ceremony_id=SIGNING, name_tr="Çelenk", layout="wreath"))
        session.add(SeatingPlan(ceremony_id=SIGNING, name_tr="Salon", layout="hall"))
    assert {"wreath_order", "table_numbers"} <= offered(sample_office, SIGNING)


def test_a_ceremony_that_no_session_holds_is_judged_by_its_kind() -> None:
    assert not paper("wreath_order").fits(Ceremony(kind="signing"))
    assert paper("wreath_order").fits(Ceremony(kind="wreath"))
    assert paper("table_numbers").fits(Ceremony(kind=""))


def test_what_does_not_fit_is_refused_in_a_sentence(sample_office: OfficeFile) -> None:
    with sample_office.change("no wreaths") as session:
        session.get_one(Ceremony, WREATH).kind = "signing"
    with pytest.raises(Known):
        made(sample_office, "wreath_order", "ceremony", ("en",))


def test_wreaths_are_laid_in_order_of_precedence(sample_office: OfficeFile) -> None:
    with sample_office.change("wreaths by those who sign") as session:
        for guest in session.scalars(select(Guest).where(Guest.ceremony_id == SIGNING)):
            guest.ceremony_id = WREATH
    lines = text.write(made(sample_office, "wreath_order", "ceremony", ("en",))).splitlines()
    rows = [line for line in lines if line[:1].isdigit()]
    assert rows[0].startswith("1 | ")
    assert rows[0].endswith("Dr. Katharina MUSTERFRAU")
    assert rows[1].endswith("Ayşe ÖRNEK")
