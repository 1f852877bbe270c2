"""The shipped kinds of ceremonies: complete in both languages, and they name only what exists."""

import pytest

from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES
from dipdesk.rules.ceremonies import CeremonyKind, ceremony_keys, ceremony_kind
from dipdesk.rules.flags import SETTINGS
from dipdesk.rules.rule_sets import rule_set_keys
from dipdesk.rules.seating import LAYOUTS

PRACTISED = {
    "wreath", "signing", "courtesy", "welcome", "opening", "reception", "dinner", "anniversary", "plaque",
    "farewell", "council",
}  # fmt: skip


def test_every_ceremony_of_the_practice_is_there() -> None:
    assert set(ceremony_keys()) >= PRACTISED


@pytest.mark.parametrize("key", ceremony_keys())
def test_a_kind_names_only_what_exists(key: str) -> None:
    kind = ceremony_kind(key)
    assert kind is not None
    assert kind.rule_set in rule_set_keys()
    assert set(kind.seating) <= set(LAYOUTS)
    assert kind.flags in SETTINGS
    assert kind.phases
    assert kind.tasks
    for keys in ([one.key for one in kind.phases], [one.key for one in kind.tasks]):
        assert len(keys) == len(set(keys))
    assert all(one.minutes > 0 for one in kind.phases)


@pytest.mark.parametrize("key", ceremony_keys())
def test_a_kind_speaks_every_language(key: str) -> None:
    kind = ceremony_kind(key)
    assert kind is not None
    texts = [
        kind.name,
        kind.source.wording,
        *(one.title for one in kind.phases),
        *(one.what for one in kind.tasks),
    ]
    for text in texts:
        said = {code: text.said(code) for code in LANGUAGES}
        assert all(said.values())
        assert dict(text.texts).keys() == set(LANGUAGES)


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ({"phases": [{"phase": ""}]}, "phases[0].phase"),
        ({"phases": [{"phase": "a", "minutes": "five"}]}, "phases[0].minutes"),
        ({"phases": [{"phase": "a", "audience": "press"}]}, "phases[0].audience"),
        ({"tasks": [{"task": "a", "days": "soon"}]}, "tasks[0].days"),
    ],
)
def test_a_broken_kind_says_where(table: dict[str, object], place: str) -> None:
    with pytest.raises(Invalid) as trouble:
        CeremonyKind.read("x", {"name": "X", "state": "unverified", **table})
    assert trouble.value.place == place
