"""Which chain of approval something needs: the files of the chains say what each is for (``[[for]]``)."""

from dataclasses import dataclass
from functools import lru_cache

from dipdesk.rules.chains import Chain, Use, chain_keys, shipped_chain


@dataclass(frozen=True)
class Case:
    """What a chain is wanted for, as codes of the model.

    ``kind`` is the kind of an agreement or visit, or that of the body one is a member of; ``form`` the legal
    form of that body; ``act`` what an agreement does; ``abroad`` whether the partner is outside Türkiye;
    ``wanted`` a chain chosen by hand, which wins.
    """

    entity: str
    kind: str = ""
    act: str = "new"
    form: str = ""
    abroad: bool = True
    wanted: str = ""


@lru_cache(maxsize=1024)
def chain_for(case: Case) -> Chain | None:
    """The shipped chain for ``case``, without the steps that only partners abroad need if it is at home.

    None if nothing needs approval there.
    """
    found = case.wanted if case.wanted in chain_keys() else next(iter(fitting(case)), "")
    if not found:
        return None
    chain = shipped_chain(found)
    return chain if case.abroad or case.wanted == found else chain.at_home()


def fitting(case: Case) -> tuple[str, ...]:
    """The keys of all chains that are for ``case``; the shipped ones never give more than one."""
    return tuple(key for key in chain_keys() if any(_fits(use, case) for use in shipped_chain(key).uses))


def _fits(use: Use, case: Case) -> bool:
    return (
        use.entity == case.entity
        and use.where in ("", "abroad" if case.abroad else "home")
        and (not use.kinds or case.kind in use.kinds)
        and (not use.acts or case.act in use.acts)
        and (not use.forms or case.form in use.forms)
    )
