"""Names of fields in Turkish: what is not the same must not be called the same."""

from dipdesk.i18n import _, speaking
from dipdesk.model import Membership, Relation, field_of


def test_the_class_of_a_relation_is_not_called_that_of_a_membership() -> None:
    relation, membership = field_of(Relation, "class_id"), field_of(Membership, "member_class")
    with speaking("tr"):
        assert (_(relation.label), _(membership.label)) == ("İlişki türü", "Üyelik türü")
