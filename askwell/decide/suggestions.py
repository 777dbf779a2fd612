"""What to ask next, and whom: the answers most worth having, each with a person who could give it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.utils import timezone

from askwell.ask.models import RequestStatus
from askwell.connect.models import Contact
from askwell.decide.asking import Ask, called, question_for
from askwell.decide.selectors import Board, criterion_key
from askwell.explore.models import Criterion, Path
from askwell.lib.titles import lowered
from askwell.meet.models import Conversation
from askwell.prepare.models import Question

if TYPE_CHECKING:
    from askwell.accounts.models import User

MOST = 4
MOST_OF_ONE_PATH = 2
QUIET = (RequestStatus.DECLINED, RequestStatus.RESTED)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One question worth planning: on what, to whom, and where it is planned already."""

    ask: Ask
    path: Path
    criterion: Criterion
    host: Contact | None
    conversation: Conversation | None
    planned: Question | None

    @property
    def weekday(self) -> str:
        """The day of the coming talk, when it is within the week."""
        at = self.conversation.starts_at if self.conversation else None
        if at is None or at - timezone.now() > timedelta(days=6):
            return ""
        return f"{timezone.localtime(at):%A}"

    @property
    def path_name(self) -> str:
        """The path's name within a sentence."""
        return called(self.path.occupation.title, self.path.narrowed)


def suggest(seeker: "User", board: Board) -> list[Suggestion]:
    """Up to four questions, the one that matters most first; none when there is nothing to choose between."""
    if board.weighed is None or len(board.paths) < 2:
        return []
    criteria = {criterion_key(criterion): criterion for criterion in board.criteria}
    people = _people(seeker)
    questions = list(
        Question.objects.visible_to(seeker).filter(path__in=board.paths).select_related("conversation")
    )
    found: list[Suggestion] = []
    for worth in board.weighed.next:
        if worth.value <= 0 or len(found) == MOST:
            break
        path = board.by_key[worth.path]
        if sum(other.path == path for other in found) == MOST_OF_ONE_PATH:
            continue
        one = _suggestion(board, path, criteria[worth.criterion], people, questions)
        if all(one.ask.text != other.ask.text for other in found):
            found.append(one)
    return found


def _people(seeker: "User") -> list[Contact]:
    paths = Prefetch("paths", Path.objects.order_by().only("pk"))
    return list(Contact.objects.visible_to(seeker).prefetch_related(paths, "conversations", "requests"))


def _suggestion(
    board: Board, path: Path, criterion: Criterion, people: list[Contact], questions: list[Question]
) -> Suggestion:
    spoke = _spoke(board, path, criterion)
    host = _whom(path, spoke, people)
    on_path = [question for question in questions if question.path_id == path.pk]
    planned = next(
        (q for q in on_path if _waits(q) and criterion.pk and q.criterion_id == criterion.pk), None
    )
    if planned:
        ask = Ask(planned.text, planned.theme, planned.bank_id)
    else:
        asked = {word for question in on_path for word in (question.bank_id, question.text) if word}
        ask = question_for(
            kind=criterion.kind, name=criterion.name, path=lowered(path.occupation.title), asked=asked
        )
    return Suggestion(ask, path, criterion, host, _coming(host), planned)


def _spoke(board: Board, path: Path, criterion: Criterion) -> set[int]:
    """Who has already said something on this."""
    row = next(row for row in board.rows if row.criterion is criterion)
    cell = next(cell for cell in row.cells if cell.path == path)
    return {finding.contact_id for finding in cell.findings}


def _waits(question: Question) -> bool:
    """Planned, and not asked yet."""
    return question.conversation is None or question.conversation.is_open


def _whom(path: Path, spoke: set[int], people: list[Contact]) -> Contact | None:
    """Somebody who could speak to this path: a talk that is coming first, then a voice not heard on it."""
    fitting = [one for one in people if path in one.paths.all() and not _rests(one)]
    return min(fitting, key=lambda one: (_coming(one) is None, one.pk in spoke), default=None)


def _rests(contact: Contact) -> bool:
    """Said no or stayed silent, and was never talked to."""
    requests = list(contact.requests.all())
    return bool(requests) and requests[0].status in QUIET and not contact.conversations.all()


def _coming(contact: Contact | None) -> Conversation | None:
    if contact is None:
        return None
    return next((talk for talk in contact.conversations.all() if talk.is_open), None)
