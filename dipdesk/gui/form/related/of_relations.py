"""The lists on the pages of partners, relations, agreements, people and what goes with them."""

from dipdesk.gui.form.related.listed import Related
from dipdesk.i18n import N_

_NO_POSTS = N_("Who is in office here: the mayor, deputies, the person to call.")

LISTS: dict[str, tuple[Related, ...]] = {
    "partner": (
        Related(
            "post",
            "partner_id",
            N_("People in post"),
            _NO_POSTS,
            ("person_id", "function", "title_tr", "since", "until"),
        ),
        Related(
            "relation",
            "partner_id",
            N_("Relations"),
            N_("What we have with this partner: its class, its state and who sees to it."),
            ("class_id", "state", "since", "officer_id", "municipality_id"),
        ),
        Related(
            "agreement",
            "partner_id",
            N_("Agreements"),
            N_("What was signed with this partner, or is to be signed."),
            ("kind", "state", "signed_on", "council_number", "ministry_number"),
        ),
        Related(
            "visit",
            "partner_id",
            N_("Visits"),
            N_("Delegations that came from here or went there."),
            ("title_tr", "kind", "state", "starts", "ends"),
        ),
        Related(
            "membership", "partner_id", N_("Memberships"), "", ("member_class", "state", "since", "dues")
        ),
        Related(
            "contact",
            "partner_id",
            N_("Contacts"),
            N_("Letters, calls and meetings, theirs and ours."),
            ("day", "direction", "kind", "headline"),
        ),
        Related(
            "commitment",
            "partner_id",
            N_("Commitments"),
            N_("What was promised, who does it and by when."),
            ("what_tr", "owner_id", "due", "state"),
        ),
        Related(
            "project_partner",
            "partner_id",
            N_("Joint projects"),
            "",
            ("project_id", "role", "part"),
        ),
        Related(
            "agreement",
            "municipality_id",
            N_("Agreements of this municipality"),
            "",
            ("partner_id", "kind", "state", "signed_on"),
        ),
    ),
    "agreement": (
        Related(
            "signatory",
            "agreement_id",
            N_("Signatories"),
            N_("Who signs or signed, for which side and in which post."),
            ("person_id", "post_id", "side"),
        ),
        Related(
            "agreement_text",
            "agreement_id",
            N_("Texts"),
            N_("The text in each language, and which of them is authentic."),
            ("languages", "authentic"),
        ),
        Related(
            "commitment",
            "agreement_id",
            N_("Obligations"),
            N_("What each side owes by this agreement, who does it and by when."),
            ("what_tr", "whose", "owner_id", "due", "state"),
        ),
        Related(
            "agreement",
            "follows_id",
            N_("Amendments and renewals"),
            N_("Agreements that change this one or follow it."),
            ("act", "kind", "state", "signed_on"),
        ),
    ),
    "membership": (
        Related(
            "payment",
            "membership_id",
            N_("Dues by year"),
            N_("What was asked for, when it was due and when it was paid."),
            ("year", "amount", "due", "paid_on", "in_lira"),
        ),
        Related(
            "benefit",
            "membership_id",
            N_("Benefits"),
            N_("What the membership brought: a grant, a training, a contact."),
            ("day", "what_tr", "value"),
        ),
        Related(
            "seat",
            "membership_id",
            N_("Seats held"),
            N_("Posts that ours hold in the body."),
            ("role_tr", "person_id", "since", "until"),
        ),
        Related(
            "commitment",
            "membership_id",
            N_("Deadlines"),
            N_("What is due in the body: a report, a vote, an application."),
            ("what_tr", "owner_id", "due", "state"),
        ),
    ),
    "project": (
        Related(
            "project_partner",
            "project_id",
            N_("Partners in the project"),
            N_("Who takes part with us, with which part of the money."),
            ("partner_id", "role", "part", "person_id"),
        ),
    ),
    "funding_call": (
        Related(
            "project",
            "call_id",
            N_("Our applications"),
            N_("Joint projects for which money of this call is wanted."),
            ("title_tr", "state", "lead_id", "budget"),
        ),
    ),
    "person": (
        Related(
            "post",
            "person_id",
            N_("Posts"),
            N_("The offices this person holds or held."),
            ("function", "title_tr", "partner_id", "since", "until"),
        ),
        Related("delegation_member", "person_id", N_("In delegations"), "", ("delegation_id", "role")),
        Related("visit", "officer_id", N_("Leads these visits"), "", ("title_tr", "state", "starts")),
        Related("commitment", "owner_id", N_("Commitments"), "", ("what_tr", "due", "state")),
        Related(
            "programme_item",
            "responsible_id",
            N_("Responsible in programmes"),
            "",
            ("starts", "title_tr", "visit_id"),
        ),
    ),
    "country": (
        Related(
            "partner",
            "country_id",
            N_("Partners there"),
            N_("Cities and institutions of this country."),
            ("name_tr", "kind", "population"),
        ),
    ),
    "tag": (Related("tagging", "tag_id", N_("Tagged records"), "", ("subject",)),),
}
"""By entity, in the order of the page."""
