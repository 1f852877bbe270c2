"""Writing steps down: what goes into columns or beside them, what is merged, what follows an agreement."""

from datetime import date

import pytest
from sqlalchemy import select

from dipdesk.actions import approval_file
from dipdesk.actions.agreement_acts import ACTS, follow_agreement
from dipdesk.actions.approval_steps import Scan, StepWords, remove_step, scans_of, write_step
from dipdesk.errors import Invalid
from dipdesk.i18n import speaking
from dipdesk.model import Agreement, ApprovalStep, Attachment, ChainStep, Partner, Record, Visit
from dipdesk.model.agreement import AGREEMENT_ACTS
from dipdesk.rules.timing import PartialDate
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile

TODAY = date(2026, 11, 22)
DAY = PartialDate(2026, 10, 5)
SCAN = Scan("karar.pdf", b"%PDF", "application/pdf")


@pytest.fixture
def agreement(office: OfficeFile) -> Agreement:
    city = Partner(name_tr="Hann")
    made = Agreement(partner_id=city.id, themes=("Kültür",), subject_tr="Konu", renewal_years=5)
    with office.change("Put") as session:
        session.add_all([city, made])
    return made


def write(office: OfficeFile, record: Record, key: str, words: StepWords, *scans: Scan) -> str:
    with office.change("Step written") as session:
        return write_step(session, session.get_one(type(record), record.id), key, words, scans)


def held(office: OfficeFile) -> list[ApprovalStep]:
    with office.read() as session:
        return list(session.scalars(select(ApprovalStep).order_by(ApprovalStep.id)))


def test_a_step_with_columns_is_written_into_them_only(office: OfficeFile, agreement: Agreement) -> None:
    assert write(office, agreement, "council_decision", StepWords(DAY, "62")) == ""
    assert held(office) == []
    with office.read() as session:
        found = session.get_one(Agreement, agreement.id)
        assert (found.council_date, found.council_number) == (DAY, "62")
    assert write(office, agreement, "signature", StepWords(PartialDate(2027))) == ""
    office.undo()
    office.undo()
    with office.read() as session:
        assert session.get_one(Agreement, agreement.id).council_date is None


def test_what_columns_cannot_hold_stands_beside_them(office: OfficeFile, agreement: Agreement) -> None:
    words = StepWords(DAY, "62", result="unanimous", note="agenda 4")
    row_id = write(office, agreement, "council_decision", words, SCAN)
    (step,) = held(office)
    assert (step.id, step.day, step.number, step.result, step.note) == (
        row_id, None, "", "unanimous", "agenda 4",
    )  # fmt: skip
    with office.read() as session:
        (scan,) = scans_of(session, row_id)
        assert blobs.get(session.connection(), scan.content) == b"%PDF"
        entry = approval_file.of(session, session.get_one(Agreement, agreement.id), TODAY).step(
            "council_decision"
        )
        assert entry is not None
        assert StepWords.of(entry.entry) == words


def test_a_step_is_called_by_its_name_in_both_languages() -> None:
    assert ApprovalStep(step="mfa_opinion").title() == "Opinion of the Foreign Ministry"
    with speaking("tr"):
        assert ApprovalStep(step="mfa_opinion").title() == "Dışişleri görüşü"
        assert ApprovalStep(step="own", name_tr="Parti onayı").title() == "Parti onayı"
    assert ApprovalStep(step="unknown").title() == "unknown"
    assert ChainStep(step="council_decision").title() == "Council decision"


def test_a_number_without_a_column_stands_beside(office: OfficeFile, agreement: Agreement) -> None:
    write(office, agreement, "signature", StepWords(DAY, "E.5"))
    assert [step.number for step in held(office)] == ["E.5"]


def test_a_step_without_columns_is_a_record_until_it_is_emptied(
    office: OfficeFile, agreement: Agreement
) -> None:
    row_id = write(office, agreement, "application", StepWords(DAY, "7"))
    assert write(office, agreement, "application", StepWords(DAY, "8")) == row_id
    assert [step.number for step in held(office)] == ["8"]
    assert write(office, agreement, "application", StepWords()) == ""
    assert held(office) == []


def test_a_scan_keeps_the_step_and_goes_when_it_is_dropped(office: OfficeFile, agreement: Agreement) -> None:
    row_id = write(office, agreement, "application", StepWords(), SCAN)
    with office.read() as session:
        (scan,) = scans_of(session, row_id)
    with office.change("Scan dropped") as session:
        record = session.get_one(Agreement, agreement.id)
        assert write_step(session, record, "application", StepWords(), (), [scan.id, "moon"]) == ""
    with office.read() as session:
        assert not session.scalars(select(Attachment)).all()
    assert held(office) == []


def test_a_step_of_one_record_keeps_its_name(office: OfficeFile, agreement: Agreement) -> None:
    row_id = write(office, agreement, "", StepWords(name_tr="Parti onayı", name_en="Party"))
    assert write(office, agreement, row_id, StepWords(DAY, name_tr="Parti onayı")) == row_id
    assert [(step.step, step.name_tr, step.name_en, step.day) for step in held(office)] == [
        ("", "Parti onayı", "", DAY)
    ]
    with office.change("Removed") as session:
        assert remove_step(session, row_id)
        assert not remove_step(session, "moon")
    assert held(office) == []


def test_two_records_of_one_step_become_one_with_the_scans_of_both(
    office: OfficeFile, agreement: Agreement
) -> None:
    subject = f"agreement/{agreement.id}"
    first, second = (ApprovalStep(subject=subject, step="application") for _ in range(2))
    scan = Attachment(name="a", content="0" * 64, subject=f"approval_step/{second.id}")
    with office.change("Merged") as session:
        session.add_all([first, second, scan])
    assert write(office, agreement, "application", StepWords(DAY)) == first.id
    with office.read() as session:
        assert [one.id for one in scans_of(session, first.id)] == [scan.id]
    assert [one.id for one in held(office)] == [first.id]


def test_a_trip_leaves_on_a_day_that_is_known(office: OfficeFile) -> None:
    trip = Visit(title_tr="Hann", kind="outbound")
    with office.change("Put") as session:
        session.add(trip)
    write(office, trip, "signature", StepWords(DAY))
    with office.read() as session:
        assert session.get_one(Visit, trip.id).starts == date(2026, 10, 5)


def test_a_file_that_is_too_large_is_refused_as_a_whole(office: OfficeFile, agreement: Agreement) -> None:
    large = Scan("large.pdf", bytes(blobs.LARGEST + 1), "application/pdf")
    with pytest.raises(Invalid):
        write(office, agreement, "application", StepWords(DAY), large)
    assert held(office) == []


def test_what_follows_an_agreement_begins_its_own_chain(office: OfficeFile, agreement: Agreement) -> None:
    assert set(ACTS) < set(AGREEMENT_ACTS)
    for act in ACTS:
        with office.change("Followed") as session:
            made = follow_agreement(session, session.get_one(Agreement, agreement.id), act)
        with office.read() as session:
            found = session.get_one(Agreement, made.id)
            file = approval_file.of(session, found, TODAY)
        assert (found.follows_id, found.act, found.state) == (agreement.id, act, "in_talks")
        assert (found.partner_id, found.signed_on) == (agreement.partner_id, None)
        assert file.chain.key == ("termination" if act == "termination" else "renewal")
        assert (found.themes == ("Kültür",)) is (act == "renewal")
