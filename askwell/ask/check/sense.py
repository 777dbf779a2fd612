"""What a message has and asks: the vocabulary weighed in its sentences."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from askwell.ask.check import vocabulary
from askwell.ask.check.reading import Reading
from askwell.ask.check.vocabulary.notation import Sign

NUMBERS = {
    "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "thirty-five": 35, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
DENIAL_REACH = 8  # words
REACH = 300  # characters
HANGING_BEFORE = re.compile(r"(?:(?:and|also|or|so|now|that|to|is) )+")
HANGING_AFTER = re.compile(
    r"(?: (?:at|with|on|in|you|your|the|to|for|of|an?|that|this|by|from|under|and|my))*[ .,;:!?]*$"
)
FIGURE = re.compile(r"\d{1,3}(?:\.\d)?|[a-z]+(?:-five)?")


@dataclass(frozen=True)
class Found:
    """A sign found in the plain reading of a message: its bounds there."""

    name: str
    start: int
    end: int


def found_in(plain: str, signs: Iterable[Sign]) -> Iterator[Found]:
    """Every place where one of the signs stands."""
    for sign in signs:
        for match in sign.pattern.finditer(plain):
            yield Found(sign.name, match.start(), match.end())


def first_in(plain: str, signs: Iterable[Sign]) -> Found | None:
    """The earliest place where one of the signs stands."""
    firsts = (
        Found(sign.name, hit.start(), hit.end()) for sign in signs if (hit := sign.pattern.search(plain))
    )
    return min(firsts, key=lambda found: found.start, default=None)


class Sense:
    """One reading of a message, and what it says."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.plain = reading.plain

    @cached_property
    def connection(self) -> Found | None:
        """How writer and reader are connected."""
        return first_in(self.plain, vocabulary.CONNECTION)

    @cached_property
    def reason(self) -> Found | None:
        """Why this person: their own role, employer, path or work."""
        return first_in(self.plain, vocabulary.REASON)

    @cached_property
    def times(self) -> list[Found]:
        """How long the talk would take, wherever the message says so."""
        return [found for found in found_in(self.plain, vocabulary.TIME) if self._is_length(found)]

    @cached_property
    def flexibility(self) -> Found | None:
        """Where the message fits the reader's schedule or leaves the form to them."""
        return first_in(self.plain, vocabulary.FLEXIBILITY)

    @cached_property
    def ask(self) -> Found | None:
        """Where the message asks for a conversation: a word for it in a sentence that asks."""
        past = [(hit.start(), hit.end()) for hit in vocabulary.TALK["another talk"].finditer(self.plain)]
        asking = [hit.start() for hit in vocabulary.TALK["asking"].finditer(self.plain)]
        for talk in vocabulary.TALK["talk"].finditer(self.plain):
            left, right = self.reading.sentence_at(talk.start())
            left, right = max(left, talk.start() - REACH), min(right, talk.end() + REACH)
            if overlaps(past, talk.start(), talk.end()):
                continue
            if bisect_left(asking, right) > bisect_left(asking, left) or "?" in self.plain[left:right]:
                return Found("ask", left, right)
        return None

    @cached_property
    def jobs(self) -> list[Found]:
        """Where the message asks for a job, outright or between the lines; denials left out."""
        asked = (found for found in found_in(self.plain, vocabulary.JOB) if not self._denied(found))
        return [self._trimmed(found) for found in merged(sorted(asked, key=lambda found: found.start))]

    @cached_property
    def pushes(self) -> list[Found]:
        """Where the message presses the reader."""
        return merged(sorted(found_in(self.plain, vocabulary.PRESSING), key=lambda found: found.start))

    def minutes(self, time: Found) -> int:
        """How many minutes a stated time means, the larger figure of a range; 0 where it is a slot."""
        said = self.plain[time.start : time.end]
        figures = [NUMBERS[word] if word in NUMBERS else as_figure(word) for word in FIGURE.findall(said)]
        if time.name == "minutes":
            return round(max(figures, default=0))
        if said.startswith(("half", "quarter")):
            return 30
        return round(60 * max([1.0, *figures])) + (30 if "and a half" in said else 0)

    def _is_length(self, time: Found) -> bool:
        before = self.plain[max(0, time.start - 24) : time.start].rstrip()
        if any(hit.end() == len(before) for hit in vocabulary.LENGTH["talk before"].finditer(before)):
            return True
        after = self.plain[time.end : time.end + 40].lstrip(" .")
        if vocabulary.LENGTH["other after"].match(after):
            return False
        return not any(hit.end() == len(before) for hit in vocabulary.LENGTH["other before"].finditer(before))

    def _trimmed(self, found: Found) -> Found:
        """The telling words alone, without a connecting word left hanging at either end."""
        said = self.plain[found.start : found.end]
        head, tail = HANGING_BEFORE.match(said), HANGING_AFTER.search(said)
        start = found.start + (head.end() if head else 0)
        return Found(found.name, start, max(start + 1, found.start + tail.start() if tail else found.end))

    def _denied(self, found: Found) -> bool:
        said = self.plain[found.start : found.end]
        before = "" if said.startswith("and ") else self.reading.before(found.start)
        if vocabulary.DENIAL["denial"].search(
            vocabulary.DENIAL["no denial"].sub("", last_words(before, DENIAL_REACH) + said)
        ):
            return True
        after = self.plain[found.end : found.end + 80].lstrip(" ")
        if found.name == "resume" and vocabulary.DENIAL["for context"].match(after):
            return True
        return bool(vocabulary.DENIAL["denied after"].match(after))


def overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of some ordered, separate spans shares a character with this one."""
    index = bisect_left(spans, (end, 0))
    return index > 0 and spans[index - 1][1] > start


def last_words(clause: str, count: int) -> str:
    """The last few words of a clause."""
    return " ".join(clause.split(" ")[-count - 1 :])


def as_figure(word: str) -> float:
    """A number in digits; 0 for any other word."""
    return float(word) if word[0].isdigit() else 0.0


def merged(found: list[Found]) -> list[Found]:
    """Signs that overlap, as one."""
    kept: list[Found] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            kept[-1] = Found(kept[-1].name, kept[-1].start, max(one.end, kept[-1].end))
        else:
            kept.append(one)
    return kept
