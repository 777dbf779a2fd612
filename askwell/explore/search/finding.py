"""Putting together what speaks for a career: its titles, its words, what the writer likes."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from askwell.explore.pack.loading import Pack
from askwell.explore.search.affinity import Affinity
from askwell.explore.search.fitted import LEAST, Fitted
from askwell.explore.search.interest import InterestIndex, telling_words
from askwell.explore.search.learned import Found, Learned
from askwell.explore.search.lexicon import (
    AFFIRMERS,
    EVERYDAY,
    EVERYDAY_ROOTS,
    FIRST_PERSON,
    LEVELS,
    NEGATORS,
    OPENERS,
    SMALL,
    WISHING,
    abbreviations,
    common_titles,
)
from askwell.explore.search.limits import Facts
from askwell.explore.search.spelling import Spelling
from askwell.explore.search.titles import (
    BEGUN,
    EMPLOYER_WEIGHT,
    NUMBERS,
    TitleIndex,
    expand,
    headed,
    shares,
    tokens,
    weighted,
)
from askwell.explore.search.wishes import Wishes, read
from askwell.explore.shape import Occupation, Title
from askwell.explore.words import root, words

TITLE_WORDS, PLAIN_SHARE = 12, 0.25  # longer texts with so many everyday words are read as sentences
READ = 1_200  # characters of a text that are weighed; the rest adds nothing new
TYPICAL, MEANT, FITTING, LEARNED, JOBS, CATCH_ALL = 0.26, 0.25, 0.38, 0.5, 0.06, 0.08
LIKELY, SURE = (
    -6.0,
    math.log(0.45),
)  # how likely a career must be meant for that alone; where nothing else speaks
FAINT = 0.05  # of what speaks for the best career; less than that is chance, such as cooks for "animals"
UNKNOWN_JOBS = 3_000
NOTHING = (0.0, "")
PLAINLY = 0.4  # how much a disliked word must speak for some career to be repeated to the writer
BEYOND = "Nothing that fits is within that; these come nearest."
BESIDE = 0.5  # what titles count beside a field of study: half of those that name it are of its teachers
SPOKEN = (EVERYDAY | AFFIRMERS | NEGATORS) - LEVELS - SMALL
"""What follows "I" where it means the writer and not the first of several levels."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A career found: `matched` is the title or word that brought it up, "" for a guess; `score` from 0 to 1."""

    soc: str
    title: str
    matched: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """Careers found, and in sentences what a text was taken to say beside what it looks for."""

    hits: list[Hit]
    understood: tuple[str, ...]


class Search:
    """An index over careers; see the package's description."""

    def __init__(
        self,
        occupations: Iterable[Occupation],
        titles: Iterable[Title],
        telling: Mapping[str, Mapping[str, int]],
        fitted: Fitted | None = None,
    ) -> None:
        self.fitted = fitted
        self.careers: dict[str, str] = {}
        self.prior: dict[str, float] = {}
        self.facts: dict[str, Facts] = {}
        self.learned = Learned()
        for each in occupations:
            self.careers[each.soc], self.prior[each.soc] = each.title, prior(each)
            self.facts[each.soc] = Facts.of(each)
            self.learned.note(each)
        self.learned.index()
        self.titles = TitleIndex(titles)
        self.affinity = Affinity(self.titles, self.learned.tools, self.careers)
        self.interest = InterestIndex(self.titles, telling_words(telling), self.affinity)
        self.spelling = Spelling(self._known(), self._fine(), self.titles.heads)

    @classmethod
    def from_pack(cls, pack: Pack) -> "Search":
        """The index over everything in the pack."""
        titles = pack.titles()
        return cls(pack.one_by_one(), [*titles, *common_names(titles)], pack.words(), Fitted())

    def find(self, query: str, limit: int = 10) -> list[Hit]:
        """The careers that fit some text, best first; none when nothing fits.

        `query` is a title as typed, a skill, or sentences on what one likes and dislikes.
        """
        return self.answer(query, limit).hits

    def answer(self, query: str, limit: int = 10) -> Answer:
        """The same, with what else was understood: limits, dislikes, and wishes no figure speaks of."""
        wishes = self._wishes(query[:READ])
        if limit < 1 or not words(query):
            return Answer([], ())
        found = self._any(wishes) if self._only(wishes) else self._found(wishes.rest)
        kept = [soc for soc in found if wishes.kept(self.facts[soc])]
        beyond = (BEYOND,) if found and not kept else ()
        best = sorted(kept or found, key=lambda soc: (-found[soc][0], soc))[:limit]
        hits = [
            Hit(soc, self.careers[soc], found[soc][1] or self._why(soc, wishes), squash(found[soc][0]))
            for soc in best
        ]
        return Answer(hits, (*wishes.said, *beyond, *self._dislikes(wishes.rest)))

    def _why(self, soc: str, wishes: Wishes) -> str:
        """What else speaks for a career: a limit it keeps, or a name with a word of the text; "" where it is a guess."""
        if wishes.limits:
            return wishes.why(self.facts[soc])
        return self.titles.naming(soc, tokens(wishes.rest))

    def _dislikes(self, text: str) -> Iterator[str]:
        if is_sentence(text, self.titles.heads):
            against = self.interest.against(self.spelling.mend(text, sentence=True), PLAINLY)
            if against:
                yield f"Heard as a dislike: {', '.join(against)}."

    def _wishes(self, text: str) -> Wishes:
        """The wishes in a text; a title that has such words in it is a title."""
        title = NUMBERS.split(text, maxsplit=1)[0]  # "line cook $18/hr + tips" is an ad
        return Wishes(text, (), ()) if self.titles.exact(tokens(title)) else read(text)

    def _only(self, wishes: Wishes) -> bool:
        """Whether a text names limits and nothing to look for."""
        if not wishes.limits or self.interest.careers(wishes.rest):
            return False
        against = " ".join(self.interest.against(wishes.rest)).split()
        blank = self.interest.blank(wishes.rest)
        return blank or set(telling(wishes.rest).split()) <= {*against, *NEGATORS}

    def _any(self, wishes: Wishes) -> Found:
        """Every career of which the figures speak and no dislike does, those with many jobs first."""
        shunned = self.interest.shunned(wishes.rest)
        known = (soc for soc in self.prior if soc not in shunned and wishes.why(self.facts[soc]))
        return {soc: (self.prior[soc], "") for soc in known}

    def _found(self, query: str) -> Found:
        said = words(query)
        if not said:
            return {}
        named = self.titles.known(query)
        sentence = not named and is_sentence(query, self.titles.heads)
        text = self.spelling.mend(query, sentence=sentence)
        if not sentence and not named and self.interest.blank(text):
            return {}
        if not sentence and not named and self.interest.whole(text):
            return self._liked(text)
        if not sentence:
            says = named or telling(text) or len(said) > 1 or said[0] not in EVERYDAY
            return self._titled(text) if says else {}
        against = " ".join(self.interest.against(text)).split()
        rest = telling(text)
        return self._liked(text) or ({} if set(rest.split()) <= set(against) else self._titled(rest))

    def _titled(self, text: str) -> Found:
        """Careers by a title or a few words."""
        field = self.learned.field(text)
        asked, head = weighted(field or text)
        wanted = {self._known_as(word): share for word, share in asked.items()}
        learned = self.learned.studied(field) if field else self.learned.handled(text)
        named = shares(self.titles.nearest(wanted, head))
        for soc in [] if field else self.titles.begun(text):  # a "BA in English" is no business analyst
            likeness, shown = named.get(soc, NOTHING)
            named[soc] = likeness + BEGUN, shown
        typical = {} if learned else self.affinity.scores(wanted)
        likely = {soc for soc, much in typical.items() if much > 0}
        fitting = self.interest.careers(text)
        alone = not (named or likely)
        # A word of duties or tools that no title holds is known all the same: letters need not guess at it.
        meant = {} if learned or (alone and fitting) else self._meant(wanted, head, alone=alone)
        likely.update(soc for soc, much in meant.items() if much > LIKELY)
        found: Found = {}
        for soc in {*named, *likely, *fitting, *learned} & self.careers.keys():
            likeness, shown = named.get(soc, NOTHING)
            fit, word = fitting.get(soc, NOTHING)
            use, what = learned.get(soc, NOTHING)
            score = (
                likeness * (BESIDE if field else 1.0)
                + TYPICAL * typical.get(soc, 0.0)
                + MEANT * (meant.get(soc, LEAST) - LEAST)
                + FITTING * math.tanh(fit)
                + LEARNED * use
            )
            found[soc] = (score + self.prior[soc], what or shown or word)
        return found

    def _meant(self, wanted: Mapping[str, float], head: str, *, alone: bool) -> dict[str, float]:
        """What the fitted model says; where nothing else is known, it must be sure."""
        if self.fitted is None or max(wanted.values(), default=0) <= EMPLOYER_WEIGHT:
            return {}
        meant = self.fitted.scores([word for word, share in wanted.items() if share > EMPLOYER_WEIGHT], head)
        return {} if alone and max(meant.values()) < SURE else meant

    def _known_as(self, word: str) -> str:
        """A word, or the one most like it that titles or technologies use."""
        return word if root(word) in self.affinity.used else self.spelling.relative(word) or word

    def _liked(self, text: str) -> Found:
        """Careers by what the writer likes and dislikes, and by what they study."""
        careers = self.interest.careers(text)
        field = self.learned.field(text)
        for soc, (use, what) in (self.learned.studied(field) if field else {}).items():
            score, word = careers.get(soc, (0.0, what))
            careers[soc] = (score + LEARNED * use, word)
        faint = FAINT * max((score for score, _ in careers.values()), default=0.0)
        return {
            soc: (score + self.prior[soc], word)
            for soc, (score, word) in careers.items()
            if score > max(faint, 0.0) and soc in self.careers
        }

    def _known(self) -> Counter[str]:
        """The words careers are named with, by how many careers use them."""
        known = Counter(self.titles.spread)
        known.update(dict.fromkeys(self.interest.listed, 1))
        return known

    def _fine(self) -> set[str]:
        """Words that need no mending although no career is named with them."""
        return {*EVERYDAY, *LEVELS, *NEGATORS, *FIRST_PERSON, *abbreviations(), *self.interest.faces}


def common_names(titles: Iterable[Title]) -> list[Title]:
    """What people call careers, from our own list, for the careers that are there."""
    official = {each.title: each.soc for each in titles if each.kind in {"official", "specialty"}}
    return [
        Title(official[career], name, "common")
        for name, career in common_titles().items()
        if career in official
    ]


def is_sentence(text: str, heads: frozenset[str]) -> bool:
    """Whether a text was written about oneself rather than as a title.

    `heads` are words that titles end with: "help desk analyst" is a title, "help animals" a wish.
    """
    said = words(text)
    about = (FIRST_PERSON | NEGATORS) - {"i"}
    opens = len(said) > 1 and said[0] in OPENERS
    helps = opens and heads.isdisjoint({expand(said[-1])[-1], headed(text)})
    wish = helps or (len(said) > 1 and said[0] in WISHING)
    speaks = any(word == "i" and after in SPOKEN for word, after in pairwise(said))
    plain = sum(word in EVERYDAY for word in said) > PLAIN_SHARE * len(said)
    return (len(said) > TITLE_WORDS and plain) or wish or speaks or not about.isdisjoint(said)


def telling(text: str) -> str:
    """A sentence without the words that say nothing about a career."""
    return " ".join(word for word in words(text) if root(word) not in EVERYDAY_ROOTS)


def prior(occupation: Occupation) -> float:
    """A gentle push for careers that many hold, and against those that only gather the rest."""
    push = JOBS * math.log10(occupation.employment or UNKNOWN_JOBS)
    return push - (CATCH_ALL if occupation.title.endswith("all other") else 0.0)


def squash(score: float) -> float:
    """A score between 0 and 1 in the same order."""
    return round(max(score, 0.0) / (1 + max(score, 0.0)), 4)
