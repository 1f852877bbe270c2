"""Profiles of papers: saved, read again, changed, removed; and those that come with the program."""

import json

import pytest

from dipdesk.errors import Known
from dipdesk.papers import profiles
from dipdesk.papers.brief import BriefOptions
from dipdesk.papers.options import packed
from dipdesk.papers.paper import Paper
from dipdesk.papers.profiles import Profile, proposals
from dipdesk.papers.registry import paper
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import brief

BRIEF = paper("brief")
CHOSEN = BriefOptions(
    draft=True, order=("contacts", "summary"), programme=False, copies="Vali\nBaşkan", copy=2
)


def found(office: OfficeFile, of: Paper = BRIEF) -> dict[str, Profile]:
    with office.read() as session:
        return {one.name: one for one in profiles.profiles(session, of)}


def test_a_profile_is_read_as_it_was_saved(office: OfficeFile) -> None:
    key = profiles.save(office, BRIEF, "  Vali   için ", ("tr", "en"), CHOSEN)
    saved = found(office)["Vali için"]
    assert (saved.key, saved.languages, saved.is_own) == (key, ("tr", "en"), True)
    assert saved.options(BRIEF) == CHOSEN


def test_every_paper_has_profiles_of_its_own(office: OfficeFile) -> None:
    other = paper("relation_file")
    profiles.save(office, other, "Kısa", ("en",), other.options(map=False))
    assert "Kısa" not in found(office)
    assert found(office, other)["Kısa"].options(other) == other.options(map=False)


def test_a_profile_is_changed_and_removed_and_brought_back(office: OfficeFile) -> None:
    key = profiles.save(office, BRIEF, "Vali", ("tr",), CHOSEN)
    profiles.update(office, key, ("en",), BriefOptions())
    assert found(office)["Vali"].options(BRIEF) == BriefOptions()
    profiles.remove(office, key)
    assert "Vali" not in found(office)
    office.undo()
    assert found(office)["Vali"].languages == ("en",)
    office.undo()
    assert found(office)["Vali"].options(BRIEF) == CHOSEN


@pytest.mark.parametrize("name", ["", "   ", "Vali", " Vali "])
def test_a_name_must_be_new(office: OfficeFile, name: str) -> None:
    profiles.save(office, BRIEF, "Vali", ("tr",), CHOSEN)
    with pytest.raises(Known):
        profiles.save(office, BRIEF, name, ("tr",), CHOSEN)


def test_a_profile_that_is_gone_is_said(office: OfficeFile) -> None:
    with pytest.raises(Known):
        profiles.update(office, "nothing", ("tr",), CHOSEN)
    with pytest.raises(Known):
        profiles.remove(office, "nothing")


@pytest.mark.parametrize("one", proposals(), ids=lambda one: one.key)
def test_what_comes_with_the_program_can_be_made(read_office: OfficeFile, one: profiles.Proposal) -> None:
    known = paper(one.paper)
    profile = next(
        each for each in found(read_office, known).values() if each.key == one.key and not each.is_own
    )
    options = profile.options(known)
    assert set(json.loads(one.options)) <= set(vars(options))
    assert json.loads(packed(options)) == json.loads(one.options)
    assert set(profile.languages) <= set(known.languages)
    assert one.source.date
    assert one.source.state == "unverified"
    assert one.name.said("tr") != one.name.said("en")
    assert len(brief(read_office, profile.languages, options=options).blocks) > 5


def test_there_are_three_proposals_for_the_brief() -> None:
    assert [one.key for one in proposals() if one.paper == "brief"] == ["governor", "mayor", "pocket"]
