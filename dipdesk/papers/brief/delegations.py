"""The delegations of a brief: everyone in order, with title, form of address and languages."""

from collections.abc import Iterator
from dataclasses import replace

from dipdesk.actions.attendance import Attendance, country_code
from dipdesk.actions.ceremony_words import addressee
from dipdesk.i18n import _, language, ngettext
from dipdesk.model import Delegation, Person, field_of
from dipdesk.papers import gaps
from dipdesk.papers.blocks import Block, Card, Cards, Fact, Heading, Paragraph, Picture, Tone
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import post_name, record
from dipdesk.rules.address import Addressee, forms
from dipdesk.rules.countries import HOME
from dipdesk.store import blobs


def blocks(dossier: Dossier) -> Iterator[Block]:
    """Cards for each delegation."""
    yield Heading(_("Delegations"))
    if not any(dossier.people.values()):
        yield Paragraph(_("Nobody has been named yet."), Tone.MUTED)
        return
    for delegation in dossier.delegations:
        people = dossier.people[delegation.id]
        if people:
            yield Heading(_heading(dossier, delegation), 2)
            yield Paragraph(_number(len(people)), Tone.MUTED)
            yield Cards(tuple(_card(dossier, delegation, one) for one in people))


def _heading(dossier: Dossier, delegation: Delegation) -> str:
    return f"{dossier.visit.side_name(delegation.side)} · {dossier.delegation_name(delegation)}"


def _number(count: int) -> str:
    text = ngettext("{count} person, in order of precedence", "{count} people, in order of precedence", count)
    return text.format(count=count)


def _card(dossier: Dossier, delegation: Delegation, one: Attendance) -> Card:
    return Card(
        name=one.person.title(),
        post=_post(one, delegation),
        spoken=one.person.spoken_as,
        facts=tuple(fact for fact in _facts(dossier, delegation, one) if fact.text),
        photo=photo(dossier, one),
        number=str(one.place),
        record=record(one.person),
    )


def _post(one: Attendance, delegation: Delegation) -> str:
    """The post, and of which body if it is not that of the delegation."""
    post = one.post
    if post is None:
        return ""
    elsewhere = post.partner if post.partner_id != delegation.partner_id else None
    return ", ".join(
        part for part in (post_name(post), elsewhere.name(language()) if elsewhere else "") if part
    )


def _facts(dossier: Dossier, delegation: Delegation, one: Attendance) -> Iterator[Fact]:
    member, person = one.member, one.person
    if member.role not in ("", "member"):
        yield Fact(_("Role"), dossier.value(member, "role"))
    yield Fact(_("Own script"), person.name_own)
    if not dossier.options.public:
        yield Fact(_("Address as"), _address(dossier, delegation, one))
    yield Fact(_("Languages"), dossier.value(person, "languages"))
    yield Fact(_("Interprets"), dossier.value(member, "interprets"))
    if member.needs_interpreter:
        yield Fact(_("Interpreter"), _("needed"))
    yield Fact(_("Phone"), dossier.value(member, "phone"))
    if not dossier.options.public:
        yield Fact(_("Note"), member.note.strip())


def _address(dossier: Dossier, delegation: Delegation, one: Attendance) -> str:
    """What to say to this person, marked if only the general form is known."""
    person, post = one.person, one.post
    if language() not in ("tr", "en") or not (person.family_name or person.given_name):
        return ""
    code = country_code(post, delegation.partner)
    who = replace(addressee(person, post), country="" if code == HOME else code)
    found = forms(who, language())
    if dossier.options.is_inside and _depends_on_sex(who, found.spoken):
        gaps.missed(person, field_of(Person, "sex").label)
    return found.spoken if found.known else _("{form} (general form)").format(form=found.spoken)


def _depends_on_sex(who: Addressee, spoken: str) -> bool:
    """Whether the form of address has to leave open what it would say if the sex were on file."""
    return not who.sex and forms(replace(who, sex="f"), language()).spoken != spoken


def photo(dossier: Dossier, one: Attendance) -> Picture | None:
    """The photo of a member; none in a public version."""
    if dossier.options.public or not one.person.photo:
        return None
    content = blobs.get(dossier.session.connection(), one.person.photo)
    return Picture(content, one.person.full_name()) if content else None
