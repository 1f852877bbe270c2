"""What a letter is written from: its subject, the partner, who writes and to whom."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from dipdesk.actions.attendance import held_post, home_code
from dipdesk.actions.ceremony_words import addressee
from dipdesk.actions.heads import head_of
from dipdesk.i18n import language
from dipdesk.model import Contact, Partner, Person, Post, Record
from dipdesk.papers.blocks import Photo
from dipdesk.papers.letter.options import LetterOptions
from dipdesk.papers.reading import Reading, post_name
from dipdesk.rules.address import Forms, forms, written_name


@dataclass(frozen=True)
class Writer(Reading):
    """Reads the office file for one letter."""

    subject: Record
    options: LetterOptions

    @property
    def dated(self) -> date:
        """The day that stands on the letter."""
        return self.options.dated or self.today

    @cached_property
    def partner(self) -> Partner | None:
        """The partner that the letter is about, or its visit; of a person that of the present post."""
        if isinstance(self.subject, Partner):
            return self.subject
        if isinstance(self.subject, Person):
            return self.receiver.partner if self.receiver else None
        near = self.subject, getattr(self.subject, "visit", None)
        return next((one for record in near if (one := getattr(record, "partner", None))), None)

    @cached_property
    def receiver(self) -> Post | None:
        """The post of the one to whom it is written; None if that is not known."""
        if self._named is not None:
            return self.post_of(self._named)
        return head_of(self.session, self.partner.id, self.dated) if self.partner else None

    @property
    def receiving(self) -> Person | None:
        """The person to whom it is written: the one it is about, else the head of the partner."""
        return self._named or (self.receiver.person if self.receiver else None)

    @property
    def _named(self) -> Person | None:
        """The person whom the subject itself names."""
        if isinstance(self.subject, Contact):
            return self.subject.person
        return self.subject if isinstance(self.subject, Person) else None

    @property
    def forms(self) -> Forms | None:
        """How to address the receiver; None without one."""
        person = self.receiving
        if person is None:
            return None
        who = addressee(person, self.receiver)
        return forms(replace(who, sex="") if self.public else who, language())

    def head(self) -> tuple[str, ...]:
        """Name and post of the head of our office; none if nobody is on file."""
        post = head_of(self.session, None, self.dated)
        if post is None or post.person is None:
            return ()
        return person_name(post.person, post), post_name(post)

    def mark(self, width: float) -> tuple[Photo, ...]:
        """The logo of our office in this width, said by no words since the name stands beside it."""
        logo = self.logo()
        return (Photo(replace(logo, alt=""), width=width),) if logo else ()

    def post_of(self, person: Person) -> Post | None:
        """The post that a person holds now."""
        return held_post(self.session, person.id, "", self.dated)


def person_name(person: Person, post: Post | None) -> str:
    """A person's name as it is written in a letter."""
    country = home_code(person, post)
    return written_name(person.given_name, person.family_name, country, language(), person.academic)
