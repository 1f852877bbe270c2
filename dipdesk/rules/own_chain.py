"""What an office changes in a shipped chain: steps of its own, other words and terms, steps left out.

An office can ask for more than the law, not for less: what the law requires stays required, and a required
step that was left out is remembered, so that the answer can say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dipdesk.i18n import N_, _, speaking
from dipdesk.rules.chains import Chain, Phase, Step
from dipdesk.rules.sources import Source, Wording

_LANGUAGES = ("tr", "en")
_OWN_RULE = N_("Rule of the office")
_NOTHING = Wording()


@dataclass(frozen=True)
class OwnWord:
    """The office's word on the step ``step``: a new one, or a shipped one changed or left out.

    Empty wordings, no ``usual_days`` and no ``source`` leave what is shipped. ``after`` is the key of the
    step behind which it stands; empty: a shipped step stays, a new one goes to the end of its ``phase``.
    """

    step: str
    left_out: bool = False
    name: Wording = _NOTHING
    who: Wording = _NOTHING
    document: Wording = _NOTHING
    phase: Phase = "before"
    after: str = ""
    required: bool = False
    needs_number: bool = False
    usual_days: int | None = None
    source: Source | None = None


def with_own_words(chain: Chain, words: Sequence[OwnWord]) -> Chain:
    """``chain`` with the office's words put over it; ``words`` in the order in which they are to stand."""
    known = {step.key: step for step in chain.steps}
    gone = {word.step for word in words if word.left_out}
    steps = [step for step in chain.steps if step.key not in gone]
    rest = [word for word in words if not word.left_out]
    while rest:
        waiting = {word.step for word in rest}
        word = next((one for one in rest if one.after not in waiting or one.after == one.step), rest[0])
        rest.remove(word)
        _put(steps, word, known.get(word.step))
    left_out = tuple(step for step in chain.steps if step.key in gone)
    return replace(chain, steps=tuple(steps), left_out=left_out)


def _put(steps: list[Step], word: OwnWord, shipped: Step | None) -> None:
    places = {step.key: at for at, step in enumerate(steps)}
    made = _changed(shipped, word) if shipped else _new(word)
    if word.step in places and word.after not in places:
        steps[places[word.step]] = made
        return
    steps[:] = [step for step in steps if step.key != word.step]
    steps.insert(_place(steps, word, made), made)


def _place(steps: Sequence[Step], word: OwnWord, made: Step) -> int:
    """Behind the step it follows, else behind the last step of its phase or of an earlier one."""
    for at, step in enumerate(steps):
        if step.key == word.after:
            return at + 1
    order = ("before", "signing", "after")
    earlier = [at for at, step in enumerate(steps) if order.index(step.phase) <= order.index(made.phase)]
    return max(earlier, default=-1) + 1


def _changed(shipped: Step, word: OwnWord) -> Step:
    needs = (*shipped.needs, "number") if word.needs_number else shipped.needs
    return replace(
        shipped,
        name=_either(word.name, shipped.name),
        who=_either(word.who, shipped.who),
        document=_either(word.document, shipped.document),
        source=word.source or shipped.source,
        needs=tuple(dict.fromkeys(needs)),
        required=shipped.required or word.required,
        usual_days=shipped.usual_days if word.usual_days is None else word.usual_days,
        own=shipped.own or (word.required and not shipped.required),
    )


def _new(word: OwnWord) -> Step:
    return Step(
        word.step,
        word.name if word.name.said() else Wording((("", word.step),)),
        word.who,
        word.document,
        word.source or own_rule(),
        needs=("date", "number") if word.needs_number else ("date",),
        required=word.required,
        phase=word.phase,
        usual_days=word.usual_days or 0,
        follows=(word.after,) if word.after else (),
        own=True,
    )


def own_rule() -> Source:
    """The source of a step for which the office named none: itself."""
    texts = []
    for spoken in _LANGUAGES:
        with speaking(spoken):
            texts.append((spoken, _(_OWN_RULE)))
    return Source(Wording(tuple(texts)), "verified")


def _either(word: Wording, shipped: Wording) -> Wording:
    """The office's texts, with the shipped one where a language is missing."""
    own = {language: text for language, text in word.texts if text}
    return Wording(tuple({**dict(shipped.texts), **own}.items())) if own else shipped
