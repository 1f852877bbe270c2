"""What agreements are called."""

from dipdesk.model import Agreement, Partner


def test_the_title_says_what_it_does_to_the_agreement_before_it() -> None:
    gence = Partner(name_tr="Gence", name_en="Ganja")
    first = Agreement(partner=gence, kind="sister_city", act="new")
    assert first.title() == "Ganja · Sister-city agreement"
    renewed = Agreement(partner=gence, kind="sister_city", act="renewal")
    assert renewed.title() == "Ganja · Sister-city agreement · Renewal"
    assert Agreement(kind="sister_city").act_name() == ""
