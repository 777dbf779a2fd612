"""What a person likes and dislikes, in their own words, matched against careers."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from askwell.explore.search.affinity import Affinity
from askwell.explore.search.lexicon import (
    AFFIRMERS,
    AFRESH,
    EVERYDAY_ROOTS,
    FIRST_PERSON,
    NEGATORS,
    OTHERS_WISH,
    SETTLED,
    SPEAKING,
    UPSET,
    interests,
)
from askwell.explore.search.titles import TitleIndex, tokens
from askwell.explore.words import root, stem, words

BREAK = re.compile(
    r"[.;!?:\n]+|\b(?:but|though|although|however|until|then|so|because)\b|,|\band\b", re.IGNORECASE
)
LONGEST_PHRASE, NOTHING = 4, "nothing"
JOBS = (["job"], ["career"])
RECENT = 4  # texts whose evidence is kept: one answer asks for the same several times
JUST_SAID = 3  # of four words after a "not" in which "like" doesn't turn the mood again
PHRASE, NAMED, SINGLE, TYPICAL, MUCH, LOATHING = 1.0, 0.9, 0.35, 0.25, 5.0, 1.0
FADE = 0.08  # how much less each further career of an interest counts
DROPPED, SOMEONES, STRONGER, PAST = 0.25, 0.3, 1.4, 0.4
BEHIND = re.compile(
    r"^\W*(?:i(?:['’]?ve)? )?(?:was|been) an? |\b(?:after \w+ years|used to|formerly|previously|was going to|thought of|thought about)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A run of words, and how much the writer is for it (above zero) or against it (below)."""

    words: tuple[str, ...]
    liking: float


def clauses(text: str) -> Iterator[tuple[str, str]]:
    """Runs of words with the break that stands before each."""
    before, start = ".", 0
    for found in BREAK.finditer(text):
        yield before, text[start : found.start()]
        before, start = found[0].strip().lower()[:9], found.end()
    yield before, text[start:]


def heard(text: str) -> list[Said]:
    """What was said, clause by clause, with the liking it carries."""
    found: list[Said] = []
    mood = 1.0
    for before, clause in clauses(text):
        said = words(clause)
        if before == "until" and found:
            found[-1] = Said(found[-1].words, found[-1].liking * DROPPED)
        if before not in {",", "and"} or FIRST_PERSON.intersection(said) or AFRESH.intersection(said[:1]):
            mood = 1.0
        weight = strength(clause, frozenset(said))
        for run, liking in runs(said, mood):
            found.append(Said(tuple(run), max(liking, 0.0) * weight + min(liking, 0.0)))
            mood = liking
    return found


def strength(clause: str, said: frozenset[str]) -> float:
    """How much a clause counts: settled wishes more, past ones and those of others less."""
    if UPSET & said and "me" in said and {"make", "makes", "made"} & said:
        return -1.0
    weight = STRONGER if SETTLED & said else 1.0
    if OTHERS_WISH & said and not SPEAKING & said:
        weight *= SOMEONES
    return weight * PAST if BEHIND.search(clause) else weight


def runs(said: list[str], liking: float) -> Iterator[tuple[list[str], float]]:
    """The words of a clause, parted where liking turns."""
    run: list[str] = []
    fresh_no = 0
    for before, word in pairwise(["", *said]):
        fresh_no -= 1
        if fresh_no == JUST_SAID and (word in NEGATORS or word == "mind"):
            liking = 1.0  # "not afraid of heights", "don't mind blood"
        elif word in NEGATORS and (before, word) != ("to", "stop"):  # who wants to stop fires cares for them
            if run:
                yield run, liking
            run, liking, fresh_no = [], -1.0, JUST_SAID + 1
        elif word in AFFIRMERS and fresh_no <= 0 and liking < 0:
            yield run, liking
            run, liking = [], 1.0
        run.append(word)
    yield run, liking


class InterestIndex:
    """Everyday interests, and the words that tell occupations apart."""

    def __init__(
        self, titles: TitleIndex, telling: Mapping[str, Mapping[str, float]], affinity: Affinity
    ) -> None:
        self.titles = titles
        self.affinity = affinity
        self.phrases = self._phrases()
        self.listed = {
            phrase[0] for interest in interests() for phrase in interest.phrases if len(phrase) == 1
        }
        self.written = {
            tuple(stem(word) for word in phrase) for interest in interests() for phrase in interest.phrases
        }
        blank = [interest for interest in interests() if interest.careers == (NOTHING,)]
        self.empty = {
            tuple(root(word) for word in phrase) for interest in blank for phrase in interest.phrases
        }
        self.telling: dict[str, dict[str, float]] = defaultdict(dict)
        self.faces = {word for weights in telling.values() for word in weights}
        for soc, weights in telling.items():
            for word, weight in weights.items():
                key = root(word)
                self.telling[key][soc] = max(self.telling[key].get(soc, 0.0), weight)
        total = max(len(telling), 2)
        self.rarity = {
            word: math.log(1 + total / len(socs)) / math.log(1 + total) for word, socs in self.telling.items()
        }

        self.evidence = lru_cache(maxsize=RECENT)(self._evidence)

    def _phrases(self) -> dict[tuple[str, ...], dict[str, float]]:
        found: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
        for interest in interests():
            for at, career in enumerate(interest.careers):
                name = self.titles.exact(tokens(career))
                best = max((weight for _, weight in name.socs), default=0) if name else 0
                for soc, weight in name.socs if name else ():
                    if weight == best:
                        for phrase in interest.phrases:
                            key = tuple(root(word) for word in phrase)
                            found[key][soc] = max(found[key].get(soc, 0), 1 - FADE * at)
        return dict(found)

    def careers(self, text: str) -> dict[str, tuple[float, str]]:
        """How well each occupation fits what was said, with the word that speaks for it most."""
        scores: dict[str, float] = defaultdict(float)
        best: dict[str, tuple[float, str]] = {}
        for (shown, liking), fits in self.evidence(text).items():
            for soc, fit in fits.items():
                value = fit * liking * (LOATHING if liking < 0 else 1.0)
                scores[soc] += value
                if value > best.get(soc, (0.0, ""))[0]:
                    best[soc] = (value, shown)
        return {soc: (score, best[soc][1]) for soc, score in scores.items() if soc in best}

    def blank(self, text: str) -> bool:
        """Whether a text is one of the phrases that say nothing."""
        return tuple(root(word) for word in words(text)) in self.empty

    def whole(self, text: str) -> bool:
        """Whether a text is one of the listed interests as they are written, but for a plural, or jobs of that kind."""
        said = [stem(word) for word in words(text)]
        return tuple(said) in self.written or (said[-1:] in JOBS and tuple(said[:-1]) in self.written)

    def against(self, text: str, least: float = 0.0) -> list[str]:
        """What the writer dislikes, of the things that speak so much or more for some career."""
        return [
            shown
            for (shown, liking), fits in self.evidence(text).items()
            if liking < 0 and shown not in NEGATORS and max(fits.values()) > least
        ]

    def shunned(self, text: str) -> set[str]:
        """The careers that something disliked speaks for."""
        evidence = self.evidence(text).items()
        return {soc for (_, liking), fits in evidence if liking < 0 for soc in fits}

    def _evidence(self, text: str) -> dict[tuple[str, float], dict[str, float]]:
        """What speaks for or against occupations: (words, liking) -> fit by occupation."""
        found: dict[tuple[str, float], dict[str, float]] = {}
        longest = lru_cache(maxsize=None)(self._longest)  # texts repeat themselves
        for said in heard(text):
            at = 0
            while at < len(said.words):
                size, shown, fits = longest(said.words[at : at + LONGEST_PHRASE])
                if fits and (shown, -said.liking) not in found:
                    found.setdefault((shown, said.liking), fits)
                at += size
        return found

    def _longest(self, ahead: tuple[str, ...]) -> tuple[int, str, dict[str, float]]:
        """The longest phrase at the start of some words that says something, and what it fits."""
        for size in range(len(ahead), 0, -1):
            fits = self._fits(ahead[:size])
            if fits or tuple(root(word) for word in ahead[:size]) in self.empty:
                return size, " ".join(ahead[:size]), fits
        return 1, "", {}

    def _fits(self, phrase: tuple[str, ...]) -> dict[str, float]:
        key = tuple(root(word) for word in phrase)
        single = len(phrase) == 1
        if single and key[0] in EVERYDAY_ROOTS and phrase[0] not in self.listed:
            return {}
        fits = {soc: PHRASE * fit for soc, fit in self.phrases.get(key, {}).items()}
        for soc, fit in self._named(phrase).items():
            fits[soc] = fits.get(soc, 0.0) + fit
        if single:
            rarity = self.rarity.get(key[0], 0.0)
            for soc, weight in self.telling.get(key[0], {}).items():
                fits[soc] = fits.get(soc, 0.0) + SINGLE * rarity * weight
            fits = fits or self._typical(phrase[0])
        return fits

    def _typical(self, word: str) -> dict[str, float]:
        """The occupations whose titles use a word much more than others do."""
        if root(word) not in self.affinity.used:
            return {}
        lifts = self.affinity.scores({word: 1.0})
        return {soc: TYPICAL * lift / MUCH for soc, lift in lifts.items() if lift > MUCH / 2}

    def _named(self, phrase: tuple[str, ...]) -> dict[str, float]:
        """The occupations that go by just these words."""
        if root(phrase[0]) in EVERYDAY_ROOTS or root(phrase[-1]) in EVERYDAY_ROOTS:
            return {}
        name = self.titles.exact(tokens(" ".join(phrase)))
        if name is None or len(name.tokens) < len(phrase):
            return {}
        share = NAMED * (1 + 0.25 * (len(phrase) - 1)) / math.sqrt(len(name.socs))
        return {soc: share * weight for soc, weight in name.socs}


def telling_words(words_of: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, float]]:
    """The pack's telling words with weights from 0 to 1."""
    shares = [weight / 99 for weight in range(100)]  # shared, not one object for each word: 2 MB less
    return {soc: {word: shares[weight] for word, weight in each.items()} for soc, each in words_of.items()}
