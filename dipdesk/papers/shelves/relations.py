"""Papers of partners, relations, agreements and memberships."""

from dipdesk.i18n import N_
from dipdesk.papers import (
    audit_sheet,
    membership_renewal,
    published_list,
    register,
    relation_file,
    signing_readiness,
)
from dipdesk.papers.paper import FORMATS, Paper

PAPERS = (
    Paper(
        "relation_file",
        N_("Relation file"),
        ("partner",),
        relation_file.RelationFileOptions,
        relation_file.build,
    ),
    Paper(
        "audit_sheet",
        N_("Audit sheet"),
        ("relation", "agreement", "membership", "visit"),
        audit_sheet.AuditOptions,
        audit_sheet.build,
        fits=audit_sheet.fits,
    ),
    Paper(
        "published_list",
        N_("Published list"),
        (),
        published_list.ListOptions,
        published_list.build,
        formats=tuple(FORMATS),
    ),
    Paper(
        "signing_readiness",
        N_("Signing readiness"),
        ("ceremony", "agreement"),
        signing_readiness.ReadinessOptions,
        signing_readiness.build,
        fits=signing_readiness.fits,
    ),
    Paper(
        "membership_renewal",
        N_("Renewal of a membership"),
        ("membership",),
        membership_renewal.RenewalOptions,
        membership_renewal.build,
    ),
    Paper("register", N_("Register of agreements"), (), register.RegisterOptions, register.build),
)
