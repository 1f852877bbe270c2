"""Which chain for what: exactly one for every agreement and membership there can be, none without need."""

from itertools import product

import pytest

from dipdesk.errors import Invalid
from dipdesk.model import Agreement, ChainStep, field_of
from dipdesk.model.agreement import AGREEMENT_ACTS, AGREEMENT_KINDS
from dipdesk.model.kinds import Choice
from dipdesk.model.membership import LEGAL_FORMS
from dipdesk.model.partner import PARTNER_KINDS
from dipdesk.model.visit import ABROAD, VISIT_KINDS
from dipdesk.rules.chain_choice import Case, chain_for, fitting
from dipdesk.rules.chains import Chain, chain_keys, shipped_chain

MINISTRY = ("application", "mfa_opinion", "ministry_permission")


def keys(case: Case) -> list[str]:
    chain = chain_for(case)
    return [step.key for step in chain.steps] if chain else []


def test_the_model_offers_the_shipped_chains() -> None:
    for field in (field_of(Agreement, "chain"), field_of(ChainStep, "chain")):
        assert isinstance(field.kind, Choice)
        assert set(field.kind.options) == set(chain_keys())


def test_every_agreement_has_exactly_one_chain() -> None:
    for kind, act, abroad in product(AGREEMENT_KINDS, AGREEMENT_ACTS, (True, False)):
        assert len(fitting(Case("agreement", kind, act, "", abroad))) == 1, (kind, act, abroad)


def test_every_membership_has_exactly_one_chain() -> None:
    for kind, form, abroad in product(("", *PARTNER_KINDS), ("", *LEGAL_FORMS), (True, False)):
        assert len(fitting(Case("membership", kind, "new", form, abroad))) == 1, (kind, form, abroad)


def test_only_trips_abroad_need_a_chain() -> None:
    for kind, abroad in product(VISIT_KINDS, (True, False)):
        wanted = ("travel_abroad",) if kind in ABROAD and abroad else ()
        assert fitting(Case("visit", kind, abroad=abroad)) == wanted
    assert chain_for(Case("note")) is None


@pytest.mark.parametrize(
    ("case", "chain"),
    [
        (Case("agreement", "sister_city"), "sister_city_abroad"),
        (Case("agreement", "sister_city", abroad=False), "sister_city_domestic"),
        (Case("agreement", "cooperation", abroad=False), "sister_city_domestic"),
        (Case("agreement", "goodwill"), "goodwill_protocol"),
        (Case("agreement", "project"), "joint_project"),
        (Case("agreement", "sister_city", "renewal"), "renewal"),
        (Case("agreement", "friendship", "amendment", abroad=False), "renewal"),
        (Case("agreement", "project", "termination"), "termination"),
        (Case("membership", "network", form="", abroad=False), "membership_international"),
        (Case("membership", "union", form="", abroad=False), "membership_union"),
        (Case("membership", "union", form=""), "membership_international"),
        (Case("membership", "network", form="union"), "membership_union"),
        (Case("agreement", "sister_city", wanted="goodwill_protocol"), "goodwill_protocol"),
        (Case("agreement", "sister_city", wanted="moon"), "sister_city_abroad"),
    ],
)
def test_what_is_chosen(case: Case, chain: str) -> None:
    found = chain_for(case)
    assert found is not None
    assert found.key == chain


def test_no_agreement_at_home_has_a_step_of_a_ministry() -> None:
    for kind, act in product(AGREEMENT_KINDS, AGREEMENT_ACTS):
        steps = keys(Case("agreement", kind, act, abroad=False))
        assert "council_decision" in steps
        assert not set(steps) & set(MINISTRY), (kind, act)


def test_a_chain_taken_by_hand_is_whole() -> None:
    assert set(MINISTRY) <= set(keys(Case("agreement", "sister_city", abroad=False, wanted="renewal")))


def test_steps_follow_steps_of_their_own_chain() -> None:
    for key in chain_keys():
        chain = shipped_chain(key)
        places = {step.key: place for place, step in enumerate(chain.steps)}
        for step in chain.steps:
            assert all(places[earlier] < places[step.key] for earlier in step.follows), (key, step.key)


def test_a_chain_for_nowhere_names_the_place() -> None:
    with pytest.raises(Invalid) as trouble:
        Chain.read("own", {"state": "verified", "for": [{"entity": "agreement", "where": "moon"}]})
    assert trouble.value.place == "for[0].where"
