"""Suffixes after names, by vowel harmony."""

import pytest

from dipdesk.i18n import Case, with_suffix


@pytest.mark.parametrize(
    ("name", "case", "wanted"),
    [
        ("Ankara", Case.DATIVE, "Ankara'ya"),
        ("Kars", Case.DATIVE, "Kars'a"),
        ("Şişli", Case.GENITIVE, "Şişli'nin"),
        ("İzmir", Case.DATIVE, "İzmir'e"),
        ("İstanbul", Case.LOCATIVE, "İstanbul'da"),
        ("Gaziantep", Case.LOCATIVE, "Gaziantep'te"),
        ("Muş", Case.ABLATIVE, "Muş'tan"),
        ("Ordu", Case.ACCUSATIVE, "Ordu'yu"),
        ("Üsküp", Case.GENITIVE, "Üsküp'ün"),
        ("Köln", Case.DATIVE, "Köln'e"),
        ("Ayşe", Case.INSTRUMENTAL, "Ayşe'yle"),
        ("2026", Case.LOCATIVE, "2026'da"),
        ("1990", Case.LOCATIVE, "1990'da"),
        ("2000", Case.LOCATIVE, "2000'de"),
        ("300", Case.DATIVE, "300'e"),
        ("Łódź", Case.DATIVE, "Łódź'a"),
        ("", Case.DATIVE, ""),
        ("北京", Case.DATIVE, "北京'e"),
    ],
)
def test_suffix(name: str, case: Case, wanted: str) -> None:
    assert with_suffix(name, case) == wanted
