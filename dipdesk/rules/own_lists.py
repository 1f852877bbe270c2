"""The office's own list of precedence, laid over a shipped rule set; whatever it names stands as it says.

Posts that the own list does not name keep the order of the rule set among themselves, after all it names.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dipdesk.rules.rule_sets import Post, RuleSet
from dipdesk.rules.sources import Source, Wording


@dataclass(frozen=True)
class OwnPost:
    """A post of the own list: its key, its rank group, and that of holders from abroad if it differs."""

    key: str
    rank: int
    foreign_rank: int | None = None
    name: Wording | None = None


def own_rule_set(key: str, name: Wording, source: Source, rows: Sequence[OwnPost], base: RuleSet) -> RuleSet:
    """The rule set that the office's list makes of ``base``."""
    own = {row.key: row for row in rows if row.key}
    last = max((row.foreign_rank or row.rank for row in own.values()), default=0)
    last = max(last, max((row.rank for row in own.values()), default=0))
    posts = {post.key: _moved_back(post, last) for post in base.posts.values() if post.key not in own}
    for row in own.values():
        posts[row.key] = _post(row, source, base.posts.get(row.key))
    return RuleSet(key, name, base.home, source, posts)


def _moved_back(post: Post, last: int) -> Post:
    return replace(
        post,
        domestic=post.domestic + last,
        foreign=post.foreign + last,
        domestic_without=post.domestic_without + last,
        foreign_without=post.foreign_without + last,
    )


def _post(row: OwnPost, source: Source, known: Post | None) -> Post:
    """A post as the own list ranks it; switches of the rule set have no say over it."""
    abroad = row.rank if row.foreign_rank is None else row.foreign_rank
    name = row.name or (known.name if known else Wording((("", row.key),)))
    return Post(
        key=row.key,
        name=name,
        domestic=row.rank,
        foreign=abroad,
        source=source,
        service=known.service if known else "",
        domestic_without=row.rank,
        foreign_without=abroad,
    )
