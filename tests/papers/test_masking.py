"""What a receiver must not see is in no paper, whatever the paper does."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from dipdesk import paths
from dipdesk.errors import Known
from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model import DelegationMember, Field, Record, entities, entity_name, fields
from dipdesk.model.kinds import Email, Phone, Text
from dipdesk.papers import text
from dipdesk.papers.masking import masked, refusal, refusals
from dipdesk.rules.receivers import receiver, receiver_keys
from dipdesk.store.office_file import OfficeFile
from tests.papers.offices import only_read
from tests.papers.samples import CASES, PAPERS, made

PACKS = {path.stem for path in paths.resources("packs").glob("*.toml")}


def _canary(kind: type[Record], one: Any) -> str:
    """A value that tells its field; digits for phones, an address for mails."""
    place = f"{entity_name(kind)}{one.name}"
    if isinstance(one.kind, Phone):
        return "+90 " + "".join(str(ord(letter) % 10) for letter in place)[:12] + " 77"
    return f"kanarya{place}@kafes.example" if isinstance(one.kind, Email) else f"Kanarya{place}"


def _caged(session: Session) -> None:
    """Canaries in every text that is not open."""
    for kind in entities():
        closed = [one for one in fields(kind) if one.privacy.value != "open" and _is_text(one)]
        for record in session.query(kind) if closed else ():
            for one in closed:
                setattr(record, one.name, _canary(kind, one))


def _is_text(one: Field) -> bool:
    return type(one.kind) in (Text, Phone, Email)


CANARIES = {
    (entity_name(kind), one.name, one.privacy.value): _canary(kind, one)
    for kind in entities()
    for one in fields(kind)
    if one.privacy.value != "open" and _is_text(one)
}
"""By entity, field and class of privacy."""


@pytest.fixture(scope="module")
def caged(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """The sample office with canaries."""
    with only_read(sample_path, tmp_path_factory.mktemp("caged") / "caged.dipdesk", _caged) as office:
        yield office


def told(
    office: OfficeFile, case: tuple[str, str], canaries: Iterable[str], code: str = "en", **chosen: Any
) -> list[str]:
    """The canaries that sing in a paper."""
    said = text.write(made(office, *case, (code,), **chosen))
    return [one for one in canaries if one in said]


@pytest.mark.parametrize("whose", receiver_keys())
def test_no_paper_holds_what_its_receiver_must_not_see(caged: OfficeFile, whose: str) -> None:
    forbidden = [value for key, value in CANARIES.items() if not receiver(whose).may_see(*key)]
    for case in CASES:
        if receiver(whose).may_get(case[0]):
            own = {"role": whose} if case[0] == "role_pack" and whose in PACKS else {}
            assert told(caged, case, forbidden, receiver=whose, **own) == [], case


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_a_public_version_holds_nothing_personal(caged: OfficeFile, case: tuple[str, str], code: str) -> None:
    assert told(caged, case, CANARIES.values(), code, public=True) == []


def test_the_canaries_sing_for_the_office(caged: OfficeFile) -> None:
    assert told(caged, ("phone_list", "visit"), CANARIES.values())


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


def test_a_copy_says_whom_it_is_for(read_office: OfficeFile) -> None:
    brief = next(case for case in CASES if case[0] == "brief")
    assert "Copy for: Partner city" in str(
        made(read_office, *brief, ("en",), receiver="partner").classification
    )


def test_only_those_who_need_it_learn_who_sleeps_where(read_office: OfficeFile) -> None:
    said = text.write(made(read_office, "rooming_list", "visit", ("en",), receiver="hotel"))
    assert "MUSTERFRAU" in said
    assert "401" in said
    public = text.write(made(read_office, "rooming_list", "visit", ("en",), public=True))
    assert "401" not in public


@pytest.mark.parametrize(
    ("name", "whose"), [("rooming_list", "press"), ("gift_register", "hotel"), ("figures", "kitchen")]
)
@pytest.mark.parametrize("spoken", ["en", "tr"])
def test_a_paper_that_does_not_concern_a_receiver_is_refused(
    read_office: OfficeFile, name: str, whose: str, spoken: str
) -> None:
    with speaking(spoken), pytest.raises(Known) as trouble:
        made(read_office, name, next(entity for one, entity in CASES if one == name), ("tr",), receiver=whose)
    with speaking(spoken):
        for words in (receiver(whose).name.said(), PAPERS[name].title()):
            assert words in trouble.value.sentence
    assert whose in refusals(PAPERS[name])


def test_a_pack_holds_no_paper_that_does_not_concern_its_receiver(read_office: OfficeFile) -> None:
    with pytest.raises(Known, match="Rooming list"), speaking("en"):
        made(read_office, "role_pack", "visit", ("en",), role="hotel", receiver="press")


def test_the_office_gets_every_paper() -> None:
    assert not any(refusal(one, "") for one in PAPERS.values())
