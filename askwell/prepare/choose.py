"""The questions for one person and these paths: most valuable first, who else last."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from askwell.lib.themes import PEOPLE, THEMES
from askwell.lib.titles import in_a_breath
from askwell.prepare import bank
from askwell.prepare.bank import BankQuestion
from askwell.prepare.figures import PublicFigures
from askwell.prepare.from_figures import THEY, Raised, from_figures

FIGURE_VALUE = 5.5
OWN_VALUE = 4.5
MOST_FROM_FIGURES = 2
"""More than this many questions that start from a figure, and a talk becomes a quiz."""
RANK = 0.02
"""What each place further down the list of rules costs."""


@dataclass(frozen=True, slots=True)
class Open:
    """What is still open about a path on a criterion: its kind, and what an answer would be worth.

    `worth` may be the knowledge gradient or any other measure above 0; only its size beside the
    others' counts. `path` and `criterion` are the caller's own keys and are handed back.
    """

    path: str
    criterion: str
    name: str
    kind: str
    worth: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the host, the paths and what was asked; everything may be left empty.

    `paths` are occupation titles, the one this host knows best first; `figures` belong to that one.
    `asked_here` and `planned` hold bank ids or texts of questions this host was or will be asked;
    `asked_elsewhere` counts, by bank id or text, how many others on these paths were asked.
    """

    role: str = ""
    organization: str = ""
    bond: str = ""
    industry: str = ""
    paths: Sequence[str] = ()
    figures: PublicFigures = field(default_factory=PublicFigures)
    open: Sequence[Open] = ()
    asked_here: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()
    asked_elsewhere: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A question to ask, why it was chosen, and what it may settle (None when nothing in particular)."""

    id: str
    text: str
    theme: str
    kind: str
    why: str
    settles: Open | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    chosen: Chosen
    score: float
    from_figure: bool = False


def choose(facts: Facts, n: int = 7, *, from_a_figure: int = MOST_FROM_FIGURES) -> list[Chosen]:
    """At most `n` questions, most valuable first, over all four themes, the last one who else.

    A question counts more when it speaks to what is most worth knowing, is fitted to this host or
    starts from a figure; less when others on the path answered it already. At most `from_a_figure` of them start
    from a figure. ValueError if n < 1.
    """
    if n < 1:
        raise ValueError("Choose at least one question.")
    last = bank.question(bank.WHO_ELSE)
    if last is None:
        raise LookupError("The question bank has lost its last question.")
    picked = _spread(_candidates(facts), n - 1, from_a_figure)
    ending = Chosen(last.id, last.text, last.theme, last.kind, "One conversation leads to the next.")
    return [candidate.chosen for candidate in picked] + [ending]


def _candidates(facts: Facts) -> list[_Candidate]:
    """Every question that may be asked of this host, with what it is worth today."""
    true_of_host = host_traits(facts)
    known = _known(facts)
    asked = {one.casefold() for one in facts.asked_here | facts.planned} | {bank.WHO_ELSE}
    fitting = [one for one in bank.questions() if _fits(one, true_of_host)]
    from_bank = [_from_bank(one, one.wording(known), facts) for one in fitting]
    raised = from_figures(facts.figures, known["path"] or THEY) if facts.paths else []
    from_raised = [_from_raised(one, facts, rank) for rank, one in enumerate(raised)]
    return [
        candidate
        for candidate in [*from_raised, *from_bank, *_from_own(facts, known["path"])]
        if not {candidate.chosen.id, candidate.chosen.text.casefold()} & asked
    ]


def _fits(one: BankQuestion, true_of_host: frozenset[str]) -> bool:
    return one.needs in true_of_host | {""} and one.unless not in true_of_host


def _from_bank(one: BankQuestion, text: str, facts: Facts) -> _Candidate:
    settles, worth = _settles(one.kind, one.informs, facts.open)
    fits = bool(one.needs) or text != one.text
    why = _why(settles, worth, one, fits, facts)
    score = one.value + 3 * worth + fits + bool(one.needs) - _stale(one.id, text, facts)
    if _is_no_topic(one, facts.figures):
        score -= 3
    return _Candidate(Chosen(one.id, text, one.theme, one.kind, why, settles), score)


_OF_A_GRADUATE_DEGREE = {"degree-advance", "degree-wait", "degree-another-way"}


def _is_no_topic(one: BankQuestion, figures: PublicFigures) -> bool:
    """Degrees where hardly anyone needs one; what a graduate degree changes where nobody starts without."""
    years = figures.school_years
    if years is None or one.kind != "degree":
        return False
    return years < 4 or (years >= 6 and one.id in _OF_A_GRADUATE_DEGREE)


def _from_own(facts: Facts, path: str) -> list[_Candidate]:
    """A question for each thing of the seeker's own that the bank cannot know."""
    own = [one for one in facts.open if _is_own(one) and one.worth > 0]
    by_name = {one.name: one for one in sorted(own, key=lambda one: one.worth)}
    return [_about_own(one, bank.about_own(one.name, path), facts) for one in by_name.values()]


def _about_own(one: Open, text: str, facts: Facts) -> _Candidate:
    worth = one.worth / max(other.worth for other in facts.open)
    why = "It matters to you, and no table knows it."
    chosen = Chosen("", text, bank.KINDS["day"], "day", why, one)
    return _Candidate(chosen, OWN_VALUE + 3 * worth - _stale("", text, facts))


def _is_own(one: Open) -> bool:
    return one.kind == bank.OWN and not bank.is_about_days(one.name)


def _from_raised(one: Raised, facts: Facts, rank: int) -> _Candidate:
    settles, worth = _settles(one.kind, one.informs, facts.open)
    score = FIGURE_VALUE - RANK * rank + 3 * worth - _stale(one.id, one.text, facts)
    return _Candidate(Chosen(one.id, one.text, one.theme, one.kind, one.why, settles), score, True)


def _settles(kind: str, informs: Iterable[str], still_open: Sequence[Open]) -> tuple[Open | None, float]:
    """What is most worth knowing among what this question speaks to, and its share of the largest."""
    largest = max((one.worth for one in still_open), default=0.0)
    matching = [one for one in still_open if one.worth > 0 and _speaks(kind, set(informs), one)]
    if not matching:
        return None, 0.0
    best = max(matching, key=lambda one: one.worth)
    return best, best.worth / largest


def _speaks(kind: str, informs: set[str], to: Open) -> bool:
    """Whether a question of this kind speaks to that; of the seeker's own words, only days are known."""
    return to.kind in informs and (to.kind != bank.OWN or (kind == "day" and not _is_own(to)))


def _stale(bank_id: str, text: str, facts: Facts) -> float:
    """How much less a question is worth for having been asked of others on these paths."""
    times = facts.asked_elsewhere.get(bank_id, 0) + facts.asked_elsewhere.get(text, 0)
    return 1.5 * min(times, 3)


def _why(settles: Open | None, worth: float, one: BankQuestion, fits: bool, facts: Facts) -> str:
    """One sentence on why this question and not another."""
    if settles and worth == 1:
        return f"It speaks to “{settles.name}”, where an answer would tell you most."
    if one.needs:
        return _WHY_NEEDED[one.needs]
    if "organization" in one.slots and fits:
        return f"Only someone at {facts.organization.strip()} can tell you."
    if settles and worth >= 0.5:
        return f"It speaks to “{settles.name}”, which is still open."
    return bank.KIND_REASONS[one.kind]


_WHY_NEEDED = {
    "role_differs": "They see this work from beside it, which those inside it cannot.",
    "leads": "They have seen the work from more than one level.",
    "early": "They still remember what the start is like.",
    "retired": "They can look back at the whole of it.",
    "school": "You started from the same place.",
}


def _spread(candidates: Sequence[_Candidate], n: int, from_a_figure: int) -> list[_Candidate]:
    """The best `n`, each theme and kind counting a little less every time it is picked again."""
    left = list(candidates)
    picked: list[_Candidate] = []
    while left and len(picked) < n:
        missing = _missing_themes(picked, left)
        must = len(missing) >= n - len(picked)
        pool = [one for one in left if one.chosen.theme in missing] if must and missing else left
        best = max(pool, key=_crowded(picked))
        picked.append(best)
        left = [one for one in left if one is not best and _may_follow(one, picked, from_a_figure)]
    return sorted(picked, key=lambda one: -one.score)


def _missing_themes(picked: Sequence[_Candidate], left: Sequence[_Candidate]) -> set[str]:
    """Themes nothing was picked from yet though something could be; who else stands for people."""
    have = {one.chosen.theme for one in picked} | {PEOPLE}
    return ({one.chosen.theme for one in left} & set(THEMES)) - have


def _crowded(picked: Sequence[_Candidate]) -> Callable[[_Candidate], float]:
    """A candidate's score less what its theme, kind and criterion already have among the picked."""
    themes = [one.chosen.theme for one in picked]
    kinds = [one.chosen.kind for one in picked]
    settled = [one.chosen.settles for one in picked if one.chosen.settles]

    def score(one: _Candidate) -> float:
        again = settled.count(one.chosen.settles) if one.chosen.settles else 0
        return one.score - themes.count(one.chosen.theme) - 2 * kinds.count(one.chosen.kind) - again

    return score


def _may_follow(one: _Candidate, picked: Sequence[_Candidate], from_a_figure: int) -> bool:
    return not one.from_figure or sum(other.from_figure for other in picked) < from_a_figure


def _known(facts: Facts) -> dict[str, str]:
    """The words for the slots of a fitted wording; an empty word is one not known, or too long to be said."""
    paths = [in_a_breath(path) for path in facts.paths]
    return {
        "role": facts.role.strip(),
        "organization": facts.organization.strip(),
        "field": facts.industry.strip(),
        "path": paths[0] if paths else "",
        "other": paths[1] if len(paths) > 1 else "",
    }


_LEADS = re.compile(
    r"\b(head|chief|director|manager|principal|president|partner|owner|founder|supervisor|lead|dean|chair|ceo|cto|vp)\b",
    re.IGNORECASE,
)
_EARLY = re.compile(r"\b(intern|junior|apprentice|trainee|entry[- ]level|new graduate)\b", re.IGNORECASE)
_RETIRED = re.compile(r"\b(retired|former|emerit\w+)\b", re.IGNORECASE)


def host_traits(facts: Facts) -> frozenset[str]:
    """Which of the bank's needs are true of this host, read from their role, bond and paths."""
    role = facts.role
    traits = {
        "leads": bool(_LEADS.search(role)),
        "early": bool(_EARLY.search(role)),
        "retired": bool(_RETIRED.search(role)),
        "school": facts.bond == "school",
        "role_differs": bool(role and facts.paths)
        and not any(_same_work(role, path) for path in facts.paths),
    }
    return frozenset(name for name, true in traits.items() if true)


_ANY_WORK = frozenset(
    re.findall(
        r"\w+",
        "assis assoc chief direc exper front head junio lead leade manag offic other owner partn perso presi"
        " princ retir senio shift speci staff super team train worke",
    )
)
"""Beginnings of words that say how high someone stands and not what the work is."""


def _same_work(role: str, path: str) -> bool:
    """Whether a role and a path share a word that says what the work is, or the role has none."""
    return not _stems(role) or bool(_stems(role) & _stems(path))


def _stems(words: str) -> set[str]:
    found = re.findall(r"[a-z]{4,}", words.lower())
    return {re.sub(r"(?:ing|es|s|e)$", "", word)[:5] for word in found} - _ANY_WORK
