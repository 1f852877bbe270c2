"""The kind of colours that things are printed in."""

import pytest

from dipdesk.errors import Invalid
from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model.kinds import PrintColour


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("#0b7a75", "#0B7A75"), ("8B1E3F", "#8B1E3F"), (" #abc ", "#AABBCC"), ("", "")],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_colour_is_read_in_several_forms(typed: str, kept: str, language: str) -> None:
    with speaking(language):
        assert PrintColour().parse(typed) == kept
        assert PrintColour().parse(PrintColour().edit(kept)) == kept


@pytest.mark.parametrize("typed", ["bordo", "#12", "#12345", "rgb(1,2,3)", "#0B7A75; x"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rest_is_refused_with_a_sentence(typed: str, language: str) -> None:
    with speaking(language), pytest.raises(Invalid, match="#0B7A75"):
        PrintColour().parse(typed)
