"""How a document and its file stand to each other: what is known of the file, and what is in the way of writing it."""

from ladder_app.domain.assessment import Assessment
from ladder_app.gui.document import Document
from ladder_app.gui.file_work import FoundOnDisk, Written
from ladder_app.gui.save_state import SaveState, shortened
from ladder_app.markup import isolated
from ladder_app.storage.file_stamp import FileStamp, file_stamp

_NO_ANSWER = "the disk does not answer; save it somewhere else, or wait."


class Standing:
    """What is known of a document's file, also one that is followed read only or is gone just now."""

    def __init__(self, document: Document, stamp: FileStamp | None) -> None:
        self._document = document
        if stamp is None:
            stamp = FileStamp() if document.path is None else file_stamp(document.path)
        # None while whatever is in the file may be written over.
        self.stamp: FileStamp | None = stamp
        self.saved = document.assessment
        self.fault = ""
        self.is_held = False
        """Whether nothing is written until the person has decided about what another program wrote."""
        self.overwrites = False
        """Whether what another program wrote is written over."""
        self.is_gone = False

    @property
    def is_current(self) -> bool:
        """Whether the file has all that the document has, as far as is known here."""
        return self.saved is self._document.assessment

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to be written."""
        return self.is_current and not (self.fault or self.overwrites or self.is_gone)

    @property
    def expected(self) -> FileStamp | None:
        """That of the file as it has to be for being written over; None where it may be anything."""
        return None if self.overwrites else self.stamp

    @property
    def has_answer(self) -> bool:
        """Whether the disk, as far as is known, answers."""
        return self.fault != _NO_ANSWER

    @property
    def state(self) -> SaveState:
        """Where the changes are."""
        if self._document.read_only:
            return SaveState.READ_ONLY
        if self._document.path is None:
            return SaveState.NOT_KEPT
        if self.is_held:
            return SaveState.CHANGED_ON_DISK
        if self.fault:
            return SaveState.FAILED
        if self.is_gone:
            return SaveState.GONE
        return SaveState.SAVED if self.is_current and not self.overwrites else SaveState.PENDING

    def words(self, *, is_kept: bool) -> str:
        """The state as the status bar says it; `is_kept` where the edits are safe in the recovery file."""
        state = self.state
        if state is SaveState.READ_ONLY:
            gone = " – the file is gone" if self.is_gone else ""
            return f"{state.value}: {self._document.read_only}{gone}"
        if state is SaveState.NOT_KEPT and self._document.origin:
            return f"From {isolated(shortened(self._document.origin))} – not kept in a file yet"
        if state is not SaveState.FAILED:
            return str(state.value)
        return f"{state.value}: {self.fault}{' Your edits are kept for the next start.' if is_kept else ''}"

    def wrote(self, assessment: Assessment, stamp: FileStamp) -> None:
        """This state is in the file now."""
        self.stamp, self.saved = stamp, assessment
        self.fault, self.overwrites, self.is_gone = "", False, False

    def moved(self, written: Written) -> None:
        """Another file has this state, and is the document's from now on."""
        self.wrote(written.assessment, written.stamp)
        self.is_held = False

    def accept(self, found: FoundOnDisk) -> None:
        """Go on from what another program wrote."""
        self.is_held = self.is_gone = False
        self.fault = ""
        self.stamp = found.stamp
        if found.assessment is not None:
            # Where nothing differs nothing is written: who only gave the file another time would be met for ever.
            mine = self._document.assessment
            self.saved = mine if found.assessment == mine else found.assessment

    def give_up(self) -> None:
        """What is not written is kept elsewhere; what is in the file is nobody's here."""
        self.is_held = self.overwrites = self.is_gone = False
        self.fault = ""
        self.saved = self._document.assessment
        self.stamp = None

    def follow(self, found: FoundOnDisk) -> bool:
        """Read only, show what another program wrote as it is; what cannot be read is not. Says whether it is shown."""
        if found.assessment is None or not self.is_current:
            return False
        self.stamp, self.saved, self.is_gone = found.stamp, found.assessment, False
        self._document.follow(found.assessment)
        return True

    def miss(self) -> None:
        """The file is gone."""
        self.is_gone = True
        self.stamp = FileStamp()

    def no_answer(self) -> None:
        """The disk does not answer."""
        self.fault = _NO_ANSWER

    def answered(self) -> None:
        """The disk answers again."""
        if not self.has_answer:
            self.fault = ""
