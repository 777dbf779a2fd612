"""What waits on the seeker: the one next step, and what else is due."""

from dataclasses import dataclass
from datetime import timedelta

from askwell.ask.models import InterviewRequest, Letter, LetterKind, RequestStatus
from askwell.decide.asking import called
from askwell.desk.next_step import Facts, Matter, Step, next_step
from askwell.desk.selectors.others import begins_now, is_today, others_wait, soon, steps_of
from askwell.desk.selectors.reading import Desk, said
from askwell.learn.models import Finding
from askwell.meet.models import Conversation, ConversationStatus
from askwell.meet.selectors import to_choose_from

BRIEF_WITHIN = timedelta(days=3)
MISSED_LATELY = timedelta(days=14)
MOST_OPEN = 3
LONGEST_QUOTE = 200
OPEN = (RequestStatus.DRAFT, RequestStatus.SENT)


def step_of(read: Desk) -> Step:
    """The one next step."""
    return next_step(facts_of(read))


def facts_of(read: Desk) -> Facts:
    """Where somebody stands, in the words of the rules."""
    return Facts(
        seeks=read.seeks,
        hosts=read.hosting.is_host,
        coordinates=read.coordinates,
        no_hours=read.hosting.is_host and not read.hosting.keeps_hours,
        paths=len(read.paths),
        one_path=str(read.paths[0]) if read.paths else "",
        thanks_due=_thanks_due(read),
        follow_up=_matter(read, _follow_up_due(read)),
        stuck=next((Matter(letter.pk, who) for letter, who in _stuck_letters(read)), None),
        draft=_draft(read),
        person_to_ask=_person_to_ask(read),
        lonely_path=_lonely_path(read),
        waiting=sum(request.status == RequestStatus.SENT for request in read.requests),
        findings=sum(read.findings.values()),
        decisions=read.decisions,
        **_talk_facts(read),
        **soon(read),
        **{name: matters[0] for name, matters in others_wait(read).items() if matters},
    )


def _talk_facts(read: Desk) -> dict[str, Matter | None]:
    """What the conversations ask of the seeker."""
    ahead = read.coming[0] if read.coming else None
    starts = ahead.starts_at if ahead else None
    agreed = [talk for talk in read.open_talks if talk.needs_a_time and not _is_their_turn(talk)]
    missed = [talk for talk in read.talks if talk.is_missed and _is_fresh(read, talk)]
    past = [talk for talk in read.open_talks if talk.status == ConversationStatus.BOOKED and talk.is_over]
    unkept = [talk for talk in read.held if talk.has_notes and not talk.has_findings]  # type: ignore[attr-defined]
    return {
        "talk_now": _talk(read, ahead if begins_now(read, starts) else None),
        "talk_today": _talk(read, ahead if is_today(read, starts) else None),
        "brief": _talk(read, ahead if starts and starts - read.now <= BRIEF_WITHIN else None),
        "talk_ahead": _talk(read, ahead),
        "past_talk": _talk(read, past[0] if past else None),
        "missed_talk": _talk(read, missed[0] if missed else None),
        "time_to_agree": _talk(read, agreed[0] if agreed else None),
        "notes_to_keep": _talk(read, unkept[0] if unkept else None),
    }


def _is_their_turn(talk: Conversation) -> bool:
    """Whether the seeker named times, and the other one sees them here and takes one."""
    return talk.contact.account_id is not None and bool(to_choose_from(talk, by_them=False))


def _is_fresh(read: Desk, talk: Conversation) -> bool:
    """What was missed longer ago is left in peace."""
    return talk.called_off_at is not None and talk.called_off_at > read.now - MISSED_LATELY


def _talk(read: Desk, talk: Conversation | None) -> Matter | None:
    return Matter(talk.pk, talk.contact.called, said(read, talk.starts_at)) if talk else None


def _thanks_due(read: Desk) -> Matter | None:
    if not read.thanks:
        return None
    talk = read.thanks[0].conversation
    lines = [line for line in read.lines if line.conversation_id == talk.pk]
    text = (lines[0].words if isinstance(lines[0], Finding) else lines[0].text) if lines else ""
    quote = text if len(text) <= LONGEST_QUOTE else ""
    return Matter(talk.pk, talk.contact.called, said(read, talk.starts_at or talk.ended_at), quote)


def _follow_up_due(read: Desk) -> InterviewRequest | None:
    due = [request for request in read.requests if request.follow_up_is_due]
    return min(due, key=lambda request: request.sent_at or read.now, default=None)


def _matter(read: Desk, request: InterviewRequest | None) -> Matter | None:
    return Matter(request.pk, request.contact.called, said(read, request.sent_at)) if request else None


def _draft(read: Desk) -> Matter | None:
    return next((Matter(draft.contact_id, draft.contact.called) for draft in _unfinished(read)), None)


def _unfinished(read: Desk) -> list[InterviewRequest]:
    """Requests still being written."""
    drafts = [request for request in read.requests if request.status == RequestStatus.DRAFT]
    letters = [request.letter_of(LetterKind.REQUEST) for request in drafts]
    return [draft for draft, letter in zip(drafts, letters, strict=True) if letter is None or letter.is_draft]


def _stuck_letters(read: Desk) -> list[tuple[Letter, str]]:
    """Letters that did not leave, or may not have, and to whom."""
    return [
        (letter, request.contact.called)
        for request in read.requests
        for letter in request.letters.all()
        if letter.has_failed or letter.is_unsure
    ]


def _person_to_ask(read: Desk) -> Matter | None:
    """Somebody on a considered path who was never asked, while not too many requests are open."""
    if sum(request.status in OPEN for request in read.requests) >= MOST_OPEN:
        return None
    met = {request.contact_id for request in read.requests} | {talk.contact_id for talk in read.talks}
    weighed = {path.pk for path in read.paths}
    fresh = [one for one in read.contacts if one.pk not in met]
    fitting = [one for one in fresh if any(path.pk in weighed for path in one.paths.all())] or fresh
    return Matter(fitting[0].pk, fitting[0].called) if fitting else None


def _lonely_path(read: Desk) -> str:
    known = {path.pk for contact in read.contacts for path in contact.paths.all()}
    lonely = next((path for path in read.paths if path.pk not in known), None)
    return called(lonely.occupation.title, lonely.narrowed) if lonely else ""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do when there is a moment."""

    title: str
    why: str
    button: str
    url_name: str
    pk: int | str | None


def due(read: Desk, step: Step) -> list[Due]:
    """What else waits, without the step that stands above it."""
    found = [
        *(Due(one.title, one.why, one.button, one.url_name, one.pk) for one in steps_of(read)),
        *_thanks(read),
        *_stuck(read),
        *_follow_ups(read),
        *_drafts(read),
        *_news(read),
    ]
    return [one for one in found if (one.url_name, one.pk) != (step.url_name, step.pk)]


def _thanks(read: Desk) -> list[Due]:
    return [
        Due(
            f"Thank {thanks.conversation.contact.called}",
            f"You talked {said(read, thanks.conversation.starts_at or thanks.conversation.ended_at)}.",
            "Write it", "keep:thanks", thanks.conversation_id,
        )
        for thanks in read.thanks
    ]  # fmt: skip


def _follow_ups(read: Desk) -> list[Due]:
    found = []
    for request in read.requests:
        silence = request.step()
        if silence and silence.kind == "follow_up":
            title, button, url_name = (
                f"Follow up once with {request.contact.called}",
                "Follow up",
                "ask:follow_up",
            )
        elif silence and silence.kind == "rest":
            title, button, url_name = (
                f"Let your request to {request.contact.called} rest",
                "See it",
                "ask:request",
            )
        else:
            continue
        found.append(
            Due(title, f"Sent {said(read, request.sent_at)}. {silence.why}", button, url_name, request.pk)
        )
    return found


def _drafts(read: Desk) -> list[Due]:
    return [
        Due(
            f"Finish your request to {request.contact.called}",
            "Your draft is kept.",
            "Open it",
            "ask:write",
            request.contact_id,
        )
        for request in _unfinished(read)
    ]


def _stuck(read: Desk) -> list[Due]:
    return [
        Due(
            f"See about your letter to {who}",
            "It may have left, or not." if letter.is_unsure else "It was not sent. Your words are safe.",
            "See the letter", "ask:letter", letter.pk,
        )
        for letter, who in _stuck_letters(read)
    ]  # fmt: skip


def _news(read: Desk) -> list[Due]:
    """Those who made an introduction that led to a talk, and have not heard of it."""
    return [
        Due(
            f"Tell {news.to.called} what came of the introduction",
            f"You talked with {news.talks[0].contact.called}. One line is enough.",
            f"Tell {news.to.called}", "keep:news", news.to.pk,
        )
        for news in read.news
    ]  # fmt: skip
