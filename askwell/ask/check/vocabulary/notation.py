"""How the vocabulary is written: named word groups, gaps, and what they become.

A phrase reads plain lower-case English (see `reading`). `{post}` and its like stand for a group of WORDS; `{gap3}` for up
to three words of any kind; `{own3}` for up to three words that do not turn to the reader ("you", "your", "how"). The
lines of one sign are alternatives.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


def any_of(*phrases: str) -> str:
    """One pattern for any of some alternatives."""
    return f"(?:{'|'.join(phrases)})"


WORDS = {
    "post": any_of(
        r"jobs?|positions?|roles?|openings?|vacanc(?:y|ies)|internships?|employment|placements?",
        r"apprenticeships?|assistantships?|postings?|analyst program|training program|fellowships?",
    ),
    "place": any_of(
        (
            r"(?:team|company|firm|lab|laboratory|group|organi[sz]ation|department|office|staff|crew|clinic|"
            r"school|institution|shop|business|studio|practice|hospital|agency|unit|program|program?me|startup|"
            r"crew|store|restaurant|workplace)s?"
        ),
    ),
    "family": any_of(
        (
            r"mom|mum|mother|dad|father|parents|aunt|auntie|uncle|sister|brother|cousin|wife|husband|son|"
            r"daughter|niece|nephew|friend|neighbou?r|roommate"
        ),
    ),
    "kin": any_of(
        r"mom|mum|mother|dad|father|parents|aunt|uncle|sister|brother|cousin|wife|husband|partner|grandmother",
        r"grandma|grandfather|grandpa|son|daughter|friend|roommate|roomie|neighbor|neighbour|boss|manager",
        r"supervisor|coworker|co-worker|colleague|coach|teacher|tutor|professor|prof|advisor|adviser|counselor",
        r"counsellor|mentor|instructor|classmate|teammate|pastor|landlord|doctor|dentist|aunty|auntie|nan|nana",
        r"gran|granny|grandad|granddad|godmother|godfather|stepmom|stepmother|stepdad|stepfather|[a-z]+-in-law",
        (
            r"nephew|niece|grandson|granddaughter|girlfriend|boyfriend|fiancee?|flatmate|housemate|mate|buddy|"
            r"bandmate|foreman|rabbi|imam"
        ),
    ),
    "told": any_of(
        r"suggested|recommended|mentioned|told|said|says|thought|thinks|advised|encouraged|urged|pointed",
        r"directed|referred|sent|introduced|connected|gave|shared|passed|speaks|spoke|raved|put|knows|worked",
        r"works",
    ),
    "work_of": any_of(
        r"articles?|posts?|blog|page|paper|papers|book|books|essays?|column|podcast|episode|interview|video",
        r"videos|newsletter|talk|talks|lecture|presentation|keynote|webinar|workshop|panel|session|speech",
        r"website|site|web page|write-up|write up|portfolio|profile|linkedin|bio|story|thread|comments?",
        r"answers?|research|thesis|dissertation|photos?|photographs|paintings?|illustrations?|drawings|film",
        r"films|documentary|album|exhibition|exhibit|show|design|designs|project|projects|github|repo|channel",
        r"performance|tedx? talk|ama|reports?|tiktoks?|reels?|tweets?|substack|livestream",
    ),
    "piece": any_of(
        r"articles?|posts?|blog|papers?|books?|essays?|column|podcast|episode|interview|videos?|newsletter|talks?",
        r"lectures?|presentation|keynote|webinar|workshop|panel|speech|thread|reports?|film|documentary|album",
        (
            r"exhibit|exhibition|pieces?|novel|memoir|zine|comic|cookbook|illustrations?|show|session|comments?|"
            r"tiktoks?|tweets?|substack"
        ),
    ),
    "common_place": any_of(
        r"school|high school|college|university|campus|gym|church|parish|mosque|temple|synagogue|town|hometown",
        r"village|neighbou?rhood|street|choir|band|club|league|union|lodge|bootcamp",
    ),
    "found": any_of(
        r"came across|come across|coming across|ran across|stumbled (?:up)?on|stumbled across|found|discovered",
        r"saw|seen|seeing|read|reading|watched|watching|noticed|listened to|listening to|heard|enjoyed|enjoy",
        r"loved|attended|looked at|looking at|looked through|reviewed|reviewing|viewed|viewing|visited",
        r"browsing|looked up|learned about|learnt about|got|get|received|have been reading",
    ),
    "talk": any_of(
        r"talk|speak|chat|meet|converse|discuss|catch up|sit down|meeting|talking|speaking|chatting|call|calls",
        r"phone call|conversation|discussion|coffee|tea|lunch|breakfast|zoom|facetime|skype|informational",
        (
            r"interview you|info interview|visit you|stop by|come by|drop by|swing by|see you (?:at|in|on|for|"
            r"some|one|next|this|soon|briefly|about)|see me (?:at|in|on|for|some|one|next|this|briefly)|"
            r"pick your brain"
        ),
        r"a word with you|video ?call|videochat|get together|google meet|teams call|touch base|touching base",
        r"brew|cuppa|natter|yarn|pint|k[o\u014d]rero|(?:borrow|steal|grab) you",
    ),
    "vague": any_of(
        (
            r"(?:the|this|that|your|our|any|such|same|said|these) (?:(?:same|very|whole|specific|"
            r"certain) )?(?:field|company|industry|industries|space|area|sector|profession|organi[sz]ation|career|"
            r"business|role|position|job|line of work|firm|work|subject|matter|topic|world|future|past|moment|"
            r"world of work|process|team|domain|market|place)\b"
        ),
    ),
    "idle": any_of(
        r"(?:are|were|have|had|can|could|may|might|must|will|would|should|shall|do|does|did|be|been|not|never|and)\b",
        r"(?:think|thought|know|knew|feel|felt|want|need|wish|hope|mind|like|love|prefer|enjoy|hear|heard|see|saw)\w{0,3}\b",
        r"(?:say|said|mention|tell|told|suggest|recommend|offer|help|give|gave|inspire|share|post|seem|look|sound)\w{0,3}\b",
        r"(?:get|got|receive|reply|replied|respond|answer|accept|connect|find|found|choose|pick|decide|agree)\w{0,3}\b",
        r"(?:understand|remember|forget|believe|consider|deserve|ask|call|let|take|took|please|care|come|came)\w{0,3}\b",
        r"(?:visit|meet|met|speak|spoke|talk|went|go|attend|graduate|spare|afford|imagine|guess)\w{0,3}\b",
        r"(?:live|stay|view|must|deal|expect|appreciate|respect|keep|make|made|put|set|turn|happen|endorse|comment)\w{0,3}\b",
        r"(?:both|all|who|for|the|in|on|at|so|very|too|well|again|soon|is|if|or|with|guys|as|to|by|from|about|when)\b",
        (
            r"(?:might|already|always|never|ever|only|two|really|probably|also|since|because|but|how|what|that|"
            r"via|directly|personally|today)\b"
        ),
        (
            r"(?:pass|forward|refer|introduce|point|hire|recruit|save|thank|wait|work|busy|any|some|a few|"
            r"further|after|before|during|once|until|regarding|know|this|here|there|out|up|back)\w{0,4}\b"
        ),
    ),
    "empty": any_of(
        (
            r"(?:and|or|but|if|that|when|more|much|many|out|up|back|for|with|about|time|him|her|them|lots?|very|"
            r"really|so|too|well|soon|again|always|often|good|great|best|better|every\w*|something|anything|"
            r"someone|anyone)\b"
        ),
    ),
    "career": any_of(
        r"work|role|path|career|career path|expertise|journey|experiences?|background|research|transition|move|job",
        r"position|trajectory|internship|tenure|leadership|shifts?|switch|jump|success|start|training|practice",
        r"service|story|perspective|insights?|travels?|days|years|time|life|visits|thoughts|view|opinion|take",
        r"angle|advice",
    ),
    "doing": any_of(
        r"working|being|living|doing|building|helping|leading|serving|teaching|running|designing|creating",
        r"using|researching|treating|restoring|writing|making|managing|practicing",
    ),
    "where": any_of(
        r"at|in|with|on|as|from|into|through|between|of|within|around|inside|behind|among",
    ),
    "generic": any_of(
        r"{vague}|you\b|me\b|my\b|it\b|us\b|this\b|that\b|these\b|general\b|others\b|so many|such\b|any\b",
        r"advance\b|detail\b|depth\b|order\b|touch\b|mind\b|life\b|case\b|all\b|how (?:i|to|we)\b|what i\b",
        r"things\b|careers?\b|a few\b|(?:the )?(?:next|coming|few|last)\b",
        r"(?:zoom|phone|linkedin|email|person|teams)\b|{number}\b",
    ),
    "number": any_of(
        r"\d{1,3}|five|six|seven|eight|ten|twelve|fifteen|twenty|twenty-five|twenty five|thirty|thirty-five",
        r"forty|forty-five|forty five|fifty|sixty|ninety",
    ),
    "slot": any_of(
        r"(?:\[[^\]\n]{0,60}\]|\{[^}\n]{0,60}\}+|<[^>\n]{0,60}>|_{2,}|\([^)\n]{0,40}\))",
    ),
}
# At most so many words of at most forty characters, never past the end of a sentence: bounded, so reading stays linear.
GAP = re.compile(r"\{(gap|own)(\d)\}")
GAP_WORDS = {
    "gap": r"(?:[^ \n]{0,40}[^ \n.?!] )",
    "own": r"(?:(?!you |your |you,|how |when you|[a-z]+'s )[^ \n]{0,40}[^ \n.?!] )",
}
GROUP = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Sign:
    """One way of saying a thing: its name and its pattern."""

    name: str
    pattern: re.Pattern[str]


def signs(table: Mapping[str, tuple[str, ...]]) -> tuple[Sign, ...]:
    """Turn a table of names and phrases into signs ready to search with."""
    return tuple(Sign(name, compiled(*phrases)) for name, phrases in table.items())


def compiled(*phrases: str) -> re.Pattern[str]:
    """Phrases of the vocabulary as one pattern that starts and ends on whole words."""
    return re.compile(rf"(?<!\w){with_gaps(with_words(any_of(*phrases)))}(?:(?!\w)|(?<=\W))")


def with_words(phrase: str) -> str:
    """A phrase with its word groups written out; a group may name another."""
    while (spelled := GROUP.sub(lambda group: WORDS[group[1]], phrase)) != phrase:
        phrase = spelled
    return phrase


def with_gaps(phrase: str) -> str:
    """A phrase with its gaps written out."""
    return GAP.sub(lambda gap: f"{GAP_WORDS[gap[1]]}{{0,{gap[2]}}}", phrase)
