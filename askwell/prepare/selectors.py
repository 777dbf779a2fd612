"""What the brief and the lists of questions are made of."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from askwell.explore.career.strip import Figure, strip
from askwell.explore.career.wording import MISSING
from askwell.explore.citing import cited_in, released
from askwell.explore.models import Criterion, Occupation, Path, Release
from askwell.explore.selectors import Standing, standings
from askwell.lib.titles import in_a_breath, spoken
from askwell.meet.models import Conversation, ConversationStatus
from askwell.prepare import figures, hints, policies
from askwell.prepare.choose import Chosen, Facts, Open, choose
from askwell.prepare.from_figures import THE_REST, THEY_AND_OTHERS
from askwell.prepare.models import Question
from askwell.prepare.opening import Card, OpeningFacts, openings

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.connect.models import Contact

FOR_A_CAREER, RAISED_BY_A_CAREER = 7, 4
REST = ", all other"
"""What a title holds that stands for what is left of a group: managers, all other, are not all managers."""
CITED = ("pay", "projections", "entry")


@dataclass(frozen=True)
class Line:
    """One question of a brief: its place, whether it may be moved up or down, what could be better."""

    question: Question
    number: int
    may_rise: bool
    may_sink: bool
    hints: list[hints.Hint]


@dataclass(frozen=True)
class Known:
    """What public figures already say about one path, so that nobody has to ask it."""

    path: Path
    figures: list[Figure]
    source: str


@dataclass(frozen=True)
class Brief:
    """One page of preparation."""

    opening: Card
    lines: list[Line]
    known: list[Known]
    may_change: bool
    reason: str


@dataclass(frozen=True)
class Offer:
    """A question one could plan, and whether it is planned already."""

    chosen: Chosen
    planned: Question | None


def brief(conversation: Conversation, reader: "User") -> Brief:
    """The page for one conversation."""
    paths = paths_of(conversation)
    verdict = policies.may_plan(reader, reader, conversation)
    return Brief(
        opening=openings(opening_facts(conversation))[0],
        lines=_lines(
            list(conversation.questions.select_related("path__occupation").defer("path__occupation__figures"))
        ),
        known=_known_of(paths[:2]),
        may_change=conversation.is_open,
        reason=verdict.reason,
    )


def opening_facts(conversation: Conversation) -> OpeningFacts:
    """What is known for the first words: who talks with whom, about which path, and what comes first."""
    contact, seeker = conversation.contact, conversation.seeker
    paths, source = known_to(contact), contact.suggested_by
    first = conversation.questions.order_by("position", "pk").first()
    return OpeningFacts(
        host=contact.called,
        seeker=seeker.name,
        who=seeker.about,
        referrer=source.name if source else "",
        topic=f"the work of {spoken(paths[0].occupation.title)}" if paths else "",
        minutes=conversation.minutes,
        first_question=first.text if first and not first.is_last else "",
    )


def _lines(questions: list[Question]) -> list[Line]:
    """The questions in order; the last one keeps its place."""
    movable = [one for one in questions if not one.is_last]
    return [
        Line(
            question,
            number,
            may_rise=question in movable[1:],
            may_sink=question in movable[:-1],
            hints=hints.hints(question.text),
        )
        for number, question in enumerate(questions, start=1)
    ]


def _known_of(paths: list[Path]) -> list[Known]:
    release = Release.objects.latest()
    careers = Occupation.objects.in_bulk([path.occupation_id for path in paths])
    for path in paths:
        path.occupation = careers[path.occupation_id]
    told = [_known(path, found, release) for path, found in zip(paths, standings(paths), strict=True)]
    return [known for known in told if known.figures]


def _known(path: Path, found: Standing, release: Release) -> Known:
    held: dict[str, Any] = dict(found.figures)
    counted = released(release.manifest, "pay")
    pay_release = f"{found.place.inside}, {counted}" if found.place else counted
    rows = strip(found.figures, release.totals, pay_release=pay_release)
    told = [figure for figure in rows if figure.value != MISSING]
    source = cited_in(release.manifest, [held.get(kind) for kind in CITED])
    return Known(path, told, source)


def paths_of(conversation: Conversation) -> list[Path]:
    """The paths this person can speak to, else every path on the table."""
    on_the_table = Path.objects.visible_to(conversation.seeker).considered().named()
    return known_to(conversation.contact) or list(on_the_table)


def known_to(contact: "Contact") -> list[Path]:
    """The paths that the seeker says this person can speak to."""
    return list(contact.paths.considered().named())


def facts(conversation: Conversation) -> Facts:
    """What the choice of questions rests on; no path is named to somebody who may not know it."""
    open_paths, contact = paths_of(conversation), conversation.contact
    paths = known_to(contact)
    return Facts(
        role=contact.role,
        organization=contact.organization,
        bond=contact.bond,
        paths=[path.occupation.title for path in paths],
        figures=public_figures(paths[0]) if paths else figures.PublicFigures(),
        open=_still_open(conversation.seeker, open_paths),
        asked_here=_named(_asked(conversation.seeker).filter(conversation__contact=contact)),
        planned=_named(conversation.questions.all()),
        asked_elsewhere=_asked_elsewhere(conversation, open_paths),
    )


def with_planned(known: Facts, conversation: Conversation) -> Facts:
    """The same facts, with what stands in the brief by now as well."""
    return replace(known, planned=known.planned | _named(conversation.questions.all()))


def public_figures(path: Path) -> figures.PublicFigures:
    """The figures of one path, and where its pay stands among all occupations (0 to 100)."""
    [found] = standings([path])
    release = Release.objects.latest()
    read = figures.of(
        found.figures,
        pay_percentile=found.pay_percentile,
        change_percent_all=release.totals.get("projections", {}).get("change_percent"),
        state_names={code: state["name"] for code, state in release.states.items()},
        where=found.where,
        in_local_prices=found.in_local_prices,
    )
    return replace(read, counted_as=_counted_as(path.occupation))


def _counted_as(occupation: Occupation) -> str:
    """Whose pay, jobs and schooling these are, where they are not just this career's: a group's, or what is left of one."""
    if group := occupation.figures_title:
        return in_a_breath(group) or THEY_AND_OTHERS
    if REST not in occupation.title:
        return ""
    said = in_a_breath(occupation.title)
    return f"{said} of other kinds" if said else THE_REST


def _still_open(seeker: "User", paths: list[Path]) -> list[Open]:
    """What matters to the seeker on each path; less the more was found out about it already."""
    mine = Path.objects.visible_to(seeker).filter(pk__in=[path.pk for path in paths])
    rows = mine.values_list("pk", "findings__criterion")
    found = {(path, criterion): n for path, criterion, n in rows.annotate(n=Count("findings"))}
    criteria = list(Criterion.objects.visible_to(seeker).filter(weight__gt=0))
    return [
        Open(
            path=str(path.pk),
            criterion=str(one.pk),
            name=one.name,
            kind=one.kind,
            worth=one.weight / (1 + found.get((path.pk, one.pk), 0)),
        )
        for path in paths
        for one in criteria
    ]


def _named(questions: "QuerySet[Question]") -> frozenset[str]:
    """Questions by their ids in the bank and by their words."""
    return frozenset(word for row in questions.values_list("bank_id", "text") for word in row if word)


def _asked(seeker: "User") -> "QuerySet[Question]":
    """The questions of talks that were held."""
    return Question.objects.visible_to(seeker).filter(conversation__status=ConversationStatus.HELD)


def _asked_elsewhere(conversation: Conversation, paths: list[Path]) -> Counter[str]:
    asked = _asked(conversation.seeker).filter(path__in=paths)
    others = asked.exclude(conversation__contact=conversation.contact_id)
    return Counter(bank_id or text for bank_id, text in others.values_list("bank_id", "text"))


def offers(occupation: Occupation, seeker: "User") -> list[Offer]:
    """Questions that one career's figures raise or leave open, each with whether it is planned."""
    facts = Facts(paths=[occupation.title], figures=public_figures(Path(occupation=occupation)))
    chosen = choose(facts, FOR_A_CAREER, from_a_figure=RAISED_BY_A_CAREER)
    planned = planned_for(occupation, seeker)
    return [Offer(one, planned.get(one.id)) for one in chosen]


def planned_for(occupation: Occupation, seeker: "User") -> dict[str, Question]:
    """Questions still to be asked about this career, by their ids in the bank."""
    mine = Question.objects.visible_to(seeker).select_related("conversation")
    about = mine.filter(occupation=occupation) | mine.filter(path__occupation=occupation)
    return {
        one.bank_id: one
        for one in about
        if one.bank_id and (one.conversation is None or one.conversation.is_open)
    }


def waiting(seeker: "User") -> list[Question]:
    """Questions that are in no brief yet, oldest first."""
    mine = Question.objects.visible_to(seeker).waiting().order_by("pk")
    bulk = ("path__occupation__figures", "occupation__figures")
    return list(mine.select_related("path__occupation", "occupation").defer(*bulk))


def open_conversations(seeker: "User") -> list[Conversation]:
    """Conversations still to come, which a question could go into."""
    return list(Conversation.objects.visible_to(seeker).open().select_related("contact"))
