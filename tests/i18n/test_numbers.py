"""Numbers as each language writes them."""

import pytest

from dipdesk.i18n import format_percent, speaking


@pytest.mark.parametrize(("code", "text"), [("tr", "%150"), ("en", "150%")])
def test_a_percentage_stands_as_the_language_writes_it(code: str, text: str) -> None:
    with speaking(code):
        assert format_percent(150) == text
