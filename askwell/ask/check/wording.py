"""How the vocabulary is written: named word groups, gaps, and what they become.

A pattern reads plain lower-case English (see `reading`). `{group}` stands for a group of WORDS; `{gap3}` for up to three
words of any kind; `{own3}` for up to three words that do not turn to the reader ("you", "your", "how").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

WORDS = {
    "post": r"(?:jobs?|positions?|roles?|openings?|vacanc(?:y|ies)|internships?|employment|placements?|apprenticeships?|assistantships?|postings?|analyst program|training program|fellowships?)",
    "place": r"(?:team|company|firm|lab|laboratory|group|organi[sz]ation|department|office|staff|crew|clinic|school|institution|shop|business|studio|practice|hospital|agency|unit|program|program?me|startup|crew|store|restaurant|workplace)s?",
    "kin": r"(?:mom|mum|mother|dad|father|parents|aunt|uncle|sister|brother|cousin|wife|husband|partner|grandmother|grandma|grandfather|grandpa|son|daughter|friend|roommate|roomie|neighbor|neighbour|boss|manager|supervisor|coworker|co-worker|colleague|coach|teacher|tutor|professor|prof|advisor|adviser|counselor|counsellor|mentor|instructor|classmate|teammate|pastor|landlord|doctor|dentist)",
    "told": r"(?:suggested|recommended|mentioned|told|said|says|thought|thinks|advised|encouraged|urged|pointed|directed|referred|sent|introduced|connected|gave|shared|passed|speaks|spoke|raved|put|knows|worked|works)",
    "work_of": r"(?:articles?|posts?|blog|page|paper|papers|book|books|essays?|column|podcast|episode|interview|video|videos|newsletter|talk|talks|lecture|presentation|keynote|webinar|workshop|panel|session|speech|website|site|web page|write-up|write up|portfolio|profile|linkedin|bio|story|thread|comments?|answers?|research|thesis|dissertation|photos?|photographs|paintings?|illustrations?|drawings|film|films|documentary|album|exhibition|exhibit|show|design|designs|project|projects|github|repo|channel|performance|tedx? talk|ama)",
    "found": r"(?:came across|come across|coming across|ran across|stumbled (?:up)?on|stumbled across|found|discovered|saw|seen|seeing|read|reading|watched|watching|noticed|listened to|listening to|heard|enjoyed|enjoy|loved|attended|looked at|looking at|looked through|reviewed|reviewing|viewed|viewing|visited|browsing|looked up|learned about|learnt about|got|get|received|have been reading)",
    "talk": r"(?:talk|speak|chat|meet|converse|discuss|catch up|sit down|meeting|talking|speaking|chatting|call|calls|phone call|conversation|discussion|coffee|tea|lunch|breakfast|zoom|facetime|skype|informational|interview you|info interview|visit you|stop by|come by|drop by|swing by|see you|pick your brain|a word with you|video ?call|videochat|facetime|get together|google meet|teams call|touch base|touching base)",
    "vague": r"(?:the|this|that|your|our|any|a|an|such|same|said|these) (?:(?:same|very|whole|specific|certain) )?(?:field|company|industry|industries|space|area|sector|profession|organi[sz]ation|career|business|role|position|job|line of work|firm|work|subject|matter|topic|world|future|past|moment|world of work|process|team|domain|market|place)\b",
    "career": r"(?:work|role|path|career|career path|journey|experiences?|background|research|transition|move|job|position|trajectory|internship|tenure|leadership|shifts?|switch|jump|success|start|training|practice|service|story|perspective|insights?|travels?|days|years|time|life|visits|thoughts|view|opinion|take|angle|advice)",
    "doing": r"(?:working|being|living|doing|building|helping|leading|serving|teaching|running|designing|creating|using|researching|treating|restoring|writing|making|managing|practicing)",
    "where": r"(?:at|in|with|on|as|from|into|through|between|of|within|around|inside|behind|among)",
    "generic": r"(?:{vague}|you\b|me\b|my\b|it\b|us\b|this\b|that\b|these\b|general\b|others\b|so many|such\b|any\b|advance\b|detail\b|depth\b|order\b|touch\b|mind\b|life\b|case\b|all\b|how (?:i|to|we)\b|what i\b|things\b|careers?\b|a few\b|(?:the )?(?:next|coming|few|last)\b|(?:zoom|phone|linkedin|email|person|teams)\b|{number}\b)",
    "number": r"(?:\d{1,3}|five|six|seven|eight|ten|twelve|fifteen|twenty|twenty-five|twenty five|thirty|thirty-five|forty|forty-five|forty five|fifty|sixty|ninety)",
    "slot": r"(?:\[[^\]\n]{0,60}\]|\{[^}\n]{0,60}\}+|<[^>\n]{0,60}>|_{2,}|\([^)\n]{0,40}\))",
}
GAP = re.compile(r"\{(gap|own)(\d)\}")
GAP_WORDS = {
    "gap": r"(?:[^ \n]{0,40}[^ \n.?!] )",
    "own": r"(?:(?!you |your |you,|how |when you)[^ \n]{0,40}[^ \n.?!] )",
}
GROUP = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Sign:
    """One way of saying a thing: its name and its pattern; `after` tells what must not stand just before."""

    name: str
    pattern: re.Pattern[str]


def signs(table: Mapping[str, str]) -> tuple[Sign, ...]:
    """Turn a table of names and phrases into signs ready to search with."""
    return tuple(Sign(name, compiled(phrase)) for name, phrase in table.items())


def compiled(phrase: str) -> re.Pattern[str]:
    """A phrase of the vocabulary as a pattern that starts and ends on whole words."""
    expanded = GROUP.sub(lambda group: WORDS[group[1]], GROUP.sub(lambda group: WORDS[group[1]], phrase))
    expanded = GAP.sub(lambda gap: GAP_WORDS[gap[1]] + f"{{0,{gap[2]}}}", expanded)
    return re.compile(rf"(?<!\w)(?:{expanded})(?:(?!\w)|(?<=[^\w]))")
