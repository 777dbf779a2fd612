"""How the vocabulary is written: files of named phrases, with word groups and gaps, and what they become.

A phrase is a regular expression over plain lower-case English (see `reading`). `{post}` and its like stand for a group of
`words.txt`; `{gap3}` for up to three words of any kind; `{own3}` for up to three words that do not turn to the reader
("you", "your", "how"). The lines under one name are alternatives.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

# At most so many words of at most forty characters, never past the end of a sentence: bounded, so reading stays linear.
GAP = re.compile(r"\{(gap|own)(\d)\}")
GAP_WORDS = {
    "gap": r"(?:[^ \n]{0,40}[^ \n.?!] )",
    "own": r"(?:(?!you |your |you,|how |when you|[a-z]+'s )[^ \n]{0,40}[^ \n.?!] )",
}
GROUP = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Sign:
    """One way of saying a thing: its name and its phrases."""

    name: str
    lines: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when it is first looked for: all of them together take longer than many a command."""
        return compiled(self.lines)


def phrases(name: str) -> dict[str, list[str]]:
    """The phrases of a file by their names: `= name` begins a list, `#` a remark."""
    table: dict[str, list[str]] = {}
    for line in (files(__package__) / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            table[line[2:]] = listed = []
        elif line and not line.startswith("#"):
            listed.append(line)
    return table


def signs(name: str) -> tuple[Sign, ...]:
    """The signs of a file, ready to search with."""
    return tuple(Sign(sign, tuple(lines)) for sign, lines in phrases(name).items())


def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """The patterns of a file by their names."""
    return {sign.name: sign.pattern for sign in signs(name)}


def any_of(lines: Iterable[str]) -> str:
    """One pattern for any of some alternatives."""
    return f"(?:{'|'.join(lines)})"


def compiled(lines: Iterable[str]) -> re.Pattern[str]:
    """Phrases of the vocabulary as one pattern that starts and ends on whole words."""
    return re.compile(rf"(?<!\w){with_gaps(with_words(any_of(lines)))}(?:(?!\w)|(?<=\W))")


def with_words(phrase: str) -> str:
    """A phrase with its word groups written out; a group may name another."""
    while (spelled := GROUP.sub(lambda group: WORDS[group[1]], phrase)) != phrase:
        phrase = spelled
    return phrase


def with_gaps(phrase: str) -> str:
    """A phrase with its gaps written out."""
    return GAP.sub(lambda gap: f"{GAP_WORDS[gap[1]]}{{0,{gap[2]}}}", phrase)


WORDS = {name: any_of(lines) for name, lines in phrases("words").items()}
