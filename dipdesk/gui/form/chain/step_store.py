"""The few changes that the section of approval makes, each one labelled step that can be taken back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.agreement_acts import Act, follow_agreement
from dipdesk.actions.approval_file import ApprovalFile
from dipdesk.actions.approval_steps import Scan, StepWords, remove_step, write_step
from dipdesk.i18n import LANGUAGES, N_, lasting, short
from dipdesk.model import Agreement, ChainStep, Record, entity
from dipdesk.rules.chains import Step
from dipdesk.store.office_file import OfficeFile

_FOLLOWED: dict[Act, str] = {
    "renewal": N_("Renewal of {record} begun"),
    "amendment": N_("Amendment of {record} begun"),
    "termination": N_("Termination of {record} begun"),
}


def keep_step(
    office: OfficeFile,
    file: ApprovalFile,
    key: str,
    name: str,
    words: StepWords,
    scans: tuple[list[Scan], list[str]],
    origin: object = None,
) -> bool:
    """Write a step down, with scans to add and ids of those to drop; False if the record is gone.

    ``name`` is what the step is called. Raises Known, and Invalid for a file that is too large.
    """
    before = file.entries.get(key)
    is_skipped = bool(words.skipped) and not (before is not None and before.skipped)
    label = lasting(_step_label(key, is_skipped), step=short(name), record=short(file.title))
    with office.change(label, origin=origin) as session:
        record = _record(session, file)
        if record is None:
            return False
        write_step(session, record, key, words, *scans)
    return True


def _step_label(key: str, is_skipped: bool) -> str:
    if not key:
        return N_("{step} added to the steps of {record}")
    return N_("{step} of {record} left out") if is_skipped else N_("{step} of {record} written down")


def drop_step(office: OfficeFile, file: ApprovalFile, row_id: str, name: str, origin: object = None) -> bool:
    """Take a step of this record only off its file; False if it is gone already. Raises Known."""
    removed = N_("{step} removed from the steps of {record}")
    label = lasting(removed, step=short(name), record=short(file.title))
    with office.change(label, origin=origin) as session:
        return remove_step(session, row_id)


def begin_act(office: OfficeFile, agreement_id: str, act: Act) -> str:
    """The agreement by which another is renewed, amended or terminated, as one step; its id.

    Empty if the other is gone. Raises Known.
    """
    with office.read() as session:
        found = session.get(Agreement, agreement_id)
        if found is None:
            return ""
        label = lasting(_FOLLOWED[act], record=short(found.title()))
    with office.change(label) as session:
        return follow_agreement(session, session.get_one(Agreement, agreement_id), act).id


def own_word(office: OfficeFile, chain: str, step: str) -> str:
    """The id of the office's own word on a step of a chain; empty if it has none."""
    with office.read() as session:
        here = (ChainStep.chain == chain, ChainStep.step == step)
        return session.scalars(select(ChainStep.id).where(*here).order_by(ChainStep.id)).first() or ""


def likely_word(chain: str, step: Step) -> dict[str, object]:
    """What a new word of the office on ``step`` starts with."""
    names = {f"name_{language}": text for language, text in step.name.texts if language in LANGUAGES}
    return {
        "chain": chain,
        "step": step.key,
        "phase": step.phase,
        "required": step.required,
        "needs_number": "number" in step.needs,
        **names,
    }


def _record(session: Session, file: ApprovalFile) -> Record | None:
    return session.get(entity(file.entity), file.row_id)
