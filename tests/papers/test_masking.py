"""What a receiver must not see is in no paper, whatever the paper does."""

from typing import Any

import pytest

from dipdesk import paths
from dipdesk.errors import Known
from dipdesk.i18n import speaking
from dipdesk.model import DelegationMember, Record, entities, entity_name, fields
from dipdesk.model.kinds import Email, Phone, Text
from dipdesk.papers import text
from dipdesk.papers.masking import masked, refusal, refusals
from dipdesk.rules.receivers import receiver
from dipdesk.store.office_file import OfficeFile
from tests.papers.samples import CASES, PAPERS, made

PACKS = {path.stem for path in paths.resources("packs").glob("*.toml")}
RECEIVERS = sorted(path.stem for path in paths.resources("receivers").glob("*.toml"))


def _canary(kind: type[Record], one: Any) -> str:
    """A value that tells its field; digits for phones, an address for mails."""
    place = f"{entity_name(kind)}{one.name}"
    if isinstance(one.kind, Phone):
        return "+90 " + "".join(str(ord(letter) % 10) for letter in place)[:12] + " 77"
    return f"kanarya{place}@kafes.example" if isinstance(one.kind, Email) else f"Kanarya{place}"


@pytest.fixture
def caged(sample_office: OfficeFile) -> dict[tuple[str, str, str], str]:
    """Canaries in every text that is not open; by entity, field and class."""
    found = {}
    with sample_office.change("canaries") as session:
        for kind in entities():
            for one in fields(kind):
                if one.privacy.value != "open" and type(one.kind) in (Text, Phone, Email):
                    canary = found[entity_name(kind), one.name, one.privacy.value] = _canary(kind, one)
                    for record in session.query(kind):
                        setattr(record, one.name, canary)
    return found


@pytest.mark.parametrize("whose", RECEIVERS)
def test_no_paper_holds_what_its_receiver_must_not_see(
    sample_office: OfficeFile, caged: dict[tuple[str, str, str], str], whose: str
) -> None:
    forbidden = [value for key, value in caged.items() if not receiver(whose).may_see(*key)]
    for case in CASES:
        if not receiver(whose).may_get(case[0]):
            continue
        own = {"role": whose} if case[0] == "role_pack" and whose in PACKS else {}
        said = text.write(made(sample_office, *case, ("en",), receiver=whose, **own))
        assert not [value for value in forbidden if value in said], case


def test_the_office_sees_all_before_and_after(sample_office: OfficeFile) -> None:
    def needs(session: Any) -> set[str]:
        return {one.needs for one in session.query(DelegationMember)}

    with sample_office.change("needs") as session:
        for one in session.query(DelegationMember):
            one.needs = "Ramp"
    with sample_office.read() as session:
        assert needs(session) == {"Ramp"}
        with masked(session, receiver("press")):
            assert needs(session) == {""}
        assert needs(session) == {"Ramp"}
        with masked(session, None):
            assert needs(session) == {"Ramp"}


def test_a_copy_says_whom_it_is_for(sample_office: OfficeFile) -> None:
    brief = next(case for case in CASES if case[0] == "brief")
    assert "Copy for: Partner city" in str(
        made(sample_office, *brief, ("en",), receiver="partner").classification
    )


def test_only_those_who_need_it_learn_who_sleeps_where(sample_office: OfficeFile) -> None:
    said = text.write(made(sample_office, "rooming_list", "visit", ("en",), receiver="hotel"))
    assert "MUSTERFRAU" in said
    assert "401" in said
    public = text.write(made(sample_office, "rooming_list", "visit", ("en",), public=True))
    assert "401" not in public


@pytest.mark.parametrize(
    ("name", "whose"), [("rooming_list", "press"), ("gift_register", "hotel"), ("figures", "kitchen")]
)
@pytest.mark.parametrize("spoken", ["en", "tr"])
def test_a_paper_that_does_not_concern_a_receiver_is_refused(
    sample_office: OfficeFile, name: str, whose: str, spoken: str
) -> None:
    with speaking(spoken), pytest.raises(Known) as trouble:
        made(
            sample_office, name, next(entity for one, entity in CASES if one == name), ("tr",), receiver=whose
        )
    with speaking(spoken):
        for words in (receiver(whose).name.said(), PAPERS[name].title()):
            assert words in trouble.value.sentence
    assert whose in refusals(PAPERS[name])


def test_a_pack_holds_no_paper_that_does_not_concern_its_receiver(sample_office: OfficeFile) -> None:
    with pytest.raises(Known, match="Rooming list"), speaking("en"):
        made(sample_office, "role_pack", "visit", ("en",), role="hotel", receiver="press")


def test_the_office_gets_every_paper() -> None:
    assert not any(refusal(one, "") for one in PAPERS.values())
