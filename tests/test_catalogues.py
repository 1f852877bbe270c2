"""The catalogues are complete and fit their originals; the template is up to date."""

import catalogues


def test_every_text_is_translated_with_the_same_placeholders() -> None:
    assert list(catalogues.problems()) == []


def test_the_template_is_what_the_sources_say() -> None:
    template = (catalogues.TRANSLATIONS / "dipdesk.pot").read_text(encoding="utf-8")
    assert template == catalogues.as_text(catalogues.extracted())
