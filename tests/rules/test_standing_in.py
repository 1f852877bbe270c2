"""Standing in for somebody: the card says for whom, the forms stay one's own; the highest speaks last."""

from dipdesk.rules.address import Addressee, forms
from dipdesk.rules.standing_in import forms_standing_in, speech_order, speech_source

DEPUTY = Addressee("deputy_governor", "Ali", "Işık")


def test_the_card_says_for_whom() -> None:
    assert forms_standing_in(DEPUTY, "representing", "Vali", "tr").card == "Ali IŞIK\nVali adına"
    assert forms_standing_in(DEPUTY, "acting", "Vali", "tr").card == "Ali IŞIK\nVali V."
    assert forms_standing_in(DEPUTY, "acting", "Governor", "en").card == "Ali Işık\nActing Governor"


def test_nobody_is_addressed_by_an_office_not_held() -> None:
    mayor = Addressee("deputy_mayor", "Ayşe", "Ak")
    found = forms_standing_in(mayor, "representing", "Belediye Başkanı", "tr")
    assert found.spoken == forms(mayor, "tr").spoken
    assert found.source.state == "unverified"


def test_the_highest_speaks_last() -> None:
    assert speech_order(["governor", "mayor", "rector"]) == ["rector", "mayor", "governor"]
    assert speech_source().said()
