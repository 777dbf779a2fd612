"""How people put the wishes that are looked for: patterns alone."""

import re


def written(pattern: str) -> re.Pattern[str]:
    """A pattern in small or capital letters."""
    return re.compile(pattern, re.IGNORECASE)


NOT = r"\b(?:without|no|not|never|skip(?:ping)?|instead of|do(?:n['’]?t| not) (?:want|need|have)|avoid(?:ing)?)\b"
AVOIDED = (
    r"\b(?P<avoided>no|not|never|nothing|without|don['’]?t|do not|can['’]?t|cannot|won['’]?t|isn['’]?t|ain['’]?t|anything but"
    r"|hat(?:e|es|ed|ing)|dislik(?:e|ing)|avoid(?:ing)?|away from|tired of|sick of|out of)"
)
BETWEEN = (
    r"(?: (?:want|wanna|like|love|stand|see|picture|imagine|myself|deal(?:ing)?|talk(?:ing)?|with|to|go|going|be|being|a|an|any"
    r"|the|that|my|in|inside|on|at|behind|front|of|around|sit(?:ting)?|star(?:e|ing)|look(?:ing)?|stuck|work(?:ing)?|job|jobs"
    r"|do|doing|have|having|need|use|using|good|too|so|very|spend(?:ing)?|all|day|every|lots?|much|anything|more))*"
)


def avoided(what: str, after: str = "") -> str:
    """Something that the writer does not want, and what else of the sentence belongs to it."""
    return rf"{AVOIDED}{BETWEEN} (?:{what})\b{after}"


THERE = r"(?: (?:to|go|going|get|getting|having|needing|want|have|need|need(?:s|ed)?|any|a|an|the|my|more|wanting))*"
YEARS = r"(?: (?:4|four)[- ]year| bachelor['’]?s?| university| college)"
COLLEGE = written(rf"{NOT}{THERE} (?:college|university|higher education)(?! *degree)\b(?: degree)?")
DEBT = written(
    rf"{NOT}{THERE} (?:(?:school|student|college) ?)?(?:debts?|loans?)\b"
    rf"|{NOT}{THERE} school(?:ing)?(?= *(?:$|[.,;!?]))"
)
ASSOCIATE = written(r"\b(?:associate['’]?s?|two[- ]year|2[- ]year) degree(?= *(?:$|[.,;!?]))")
DEGREE = written(rf"{NOT}{THERE}{YEARS}? (?:degree|diploma|bachelor['’]?s)\b")
AFTER_SCHOOL = written(
    r"\b(?:right |straight )?(?:after|out of|with (?:only |just )?(?:a |my )?) ?high school(?: diploma)?\b"
)
SCHOOL = r"(?:school|college|university|studying|training)"
LONG = r"(?:forever|(?:for )?(?:so|too|very) long|for (?:long|years|ages))"
YEARS_OF = r"(?:more )?years? (?:of|in)"
SHORT_SCHOOL = written(
    avoided(rf"(?:4|four) {YEARS_OF} {SCHOOL}")
    + rf"|\b(?:no more than|at most|under) (?:a|one|two|1|2) years? (?:of |in )?{SCHOOL}\b"
)
GRADUATE_SCHOOL = written(
    avoided(
        r"(?:grad(?:uate)?|med(?:ical)?|law|vet(?:erinary)?|dental) school|masters?['’]?s?(?: degree)?|ph\.?d|doctorate"
        rf"|{SCHOOL} {LONG}|(?:[5-9]|1\d|five|six|seven|eight|nine|ten) {YEARS_OF} {SCHOOL}"
    )
)

MUCH = r"\d{1,3}(?:,\d{3}|000| ?k\b)?"
HOUR, YEAR = r" ?(?:/|an?|per) ?h(?:ou)?r\b", r"(?:/| an?| per) ?y(?:ea)?r\b"
EARNED = r"(?:at least|over|more than|above|make|making|earn|earning|pay(?:s|ing)?|paid)"
AMOUNT = written(
    rf"\b(?:{EARNED} ?)+\$? ?(?P<much>{MUCH})(?P<hour>{HOUR})?(?:{YEAR})?"
    rf"|\$ ?(?P<bare>{MUCH})(?:(?P<bare_hour>{HOUR})|{YEAR})"
)
ALONE = written(
    r"^\W*(?P<much>(?:\d{2,3},\d{3}|\d{2,3}000|\d{2,3} ?k))\+?(?: a year| per year)?(?: (?:jobs?|careers?|salary|pay))?\W*$"
)
SIX_FIGURES = written(r"\b(?:six|6)[- ]figures?(?: (?:salary|income|jobs?))?\b")
WELL = written(
    r"\b(?:high(?:est|er|ly)?|well|best|top)[- ]pa(?:id|y(?:ing)?)\b|\bpa(?:ys?|ying|id) (?:really |very )?well\b"
    r"|\bhigh salar(?:y|ies)\b"
)
GROWING = written(
    r"\b(?:fast(?:est)?[- ])?growing (?:jobs?|careers?|fields?|industr(?:y|ies))\b"
    r"|\b(?:in|high)[- ]demand(?: (?:jobs?|careers?|fields?))?\b"
)
NO_EXPERIENCE = written(r"\b(?:no|without(?: any)?) (?:work |prior )?experience(?: needed| required)?\b")
APPRENTICES = written(r"\b(?:with |through |by )?(?:an |paid )?apprenticeships?[ .!?]*$")

DAYS = r"(?: (?:all day(?: long)?|every day|all the time|for (?:long|hours)|long))*"
PLACES = r"(?: (?:at|behind|in|in front of) (?:an?|my|the) (?:desk|office|cubicle))?"
SITTING = written(
    r"\b(?:be|being|stay|staying|always) on my feet\b|"
    + avoided(
        r"sit(?:ting)?(?! in (?:class|lectures?|school))(?: (?:still|down|around))*|(?:desk|office|cubicle)s?(?: (?:jobs?|work|life))?",
        rf"(?! (?:experience|skills?|managers?)){PLACES}(?: person)?{DAYS}",
    )
)
STANDING = written(
    avoided(
        r"on (?:my|your) feet|stand(?:ing)?(?: up)?(?= (?:all|every|for))|(?:physical|manual|hard) (?:work|jobs?|labor|stuff)"
        r"|physically (?:hard|demanding|tough|intense|exhausting)|physical(?= *(?:$|[.,;!?]))",
        DAYS,
    )
    + r"|\boff my feet\b|\b(?:something |work |jobs? )?sit(?:ting)?[- ]down (?:jobs?|work)\b"
    r"|\b(?:something|work|jobs?) (?:where i )?(?:can )?sit(?:ting)?(?: down)?\b"
)
INSIDE = written(avoided(r"(?:cooped up )?(?:indoors?|inside|in a building)", DAYS))
OUTSIDE = written(
    avoided(r"out(?:doors?|side)(?: (?:jobs?|work))?", rf"(?! (?:sales|of|my|the)\b){DAYS}")
    + r"|\bindoors(?: only)?\b|\bindoor (?:jobs?|work|careers?)\b|\b(?:work(?:ing)?|jobs?|stay(?:ing)?) inside\b"
)
DANGER = written(
    avoided(r"danger(?:ous)?(?: (?:jobs?|work|stuff))?|risky|get(?:ting)? hurt") + r"|\bsafe (?:jobs?|work)\b"
)
GERMS = written(avoided(r"germs?|sick people|get(?:ting)? sick|diseases?|infections?"))
HOURS = (
    r"(?:regular|set|normal|predictable|consistent|fixed) (?:work |business )?(?:hours|schedules?)"
    r"|(?:9|nine) ?(?:to|-|–) ?(?:5|five)(?: (?:jobs?|schedule|hours))?"
)
IRREGULAR = written(avoided(HOURS) + r"|\bseasonal (?:jobs?|work)\b")
REGULAR = written(rf"\b(?:{HOURS})\b")
OVERTIME = written(
    avoided(r"overtime|long (?:hours|days|shifts)|(?:[5-8]0)[- ]?(?:hours?|hrs?)(?:[- ]| a )?weeks?")
    + r"|\bwork[- /]?life balance\b|\b(?:no more than|max(?:imum)?|only) 40 hours?(?: (?:a|per) week)?\b"
)
NUMBERS = r"(?:math(?:s|ematics)?|numbers)"
MATH = written(
    avoided(rf"(?:at |in )?{NUMBERS}(?: (?:person|stuff|class(?:es)?))?")
    + rf"|\b(?:bad|terrible|awful|horrible|hopeless|sucks?) (?:at|with|in) {NUMBERS}\b"
)
COMPUTERS = written(
    avoided(r"(?:computers?|screens?|laptops?)(?: (?:jobs?|work|stuff|person))?", DAYS)
    + r"|\b(?:bad|terrible|awful|hopeless) (?:at|with) computers\b"
)
PEOPLE = written(
    avoided(
        r"(?:people|customers?|clients|strangers|anyone|anybody|the(?: general)? public)(?: (?:person|service))?",
        DAYS,
    )
)

OFF = r"(?:nights?|weekends?|evenings?|holidays?)"
PART_TIME = written(r"\bpart[- ]time\b")
AT_HOME = written(
    r"\b(?:full(?:y|[- ]time)? )?remote(?:ly)?\b|\b(?:work(?:ing)? )?from home\b|\b(?:work(?:ing)?|jobs?|stay(?:ing)?) at home\b(?! (?:mom|mum|dad|mother|father|parent))"
    r"|\bat[- ]home jobs?\b|\bwfh\b"
)
STRESS = written(
    r"\b(?:low|no|little|less)[- ]stress\b|\bstress[- ]free\b|\bnot (?:too )?stressful\b"
    r"|\b(?:chill|relaxed|laid[- ]back|easygoing) (?:jobs?|work|careers?)\b"
)
OWN_HOURS = written(
    r"\bflexible (?:hours|schedules?|shifts?)\b|\b(?:4|four)[- ]day (?:work ?)?weeks?\b|\b(?:3|4|three|four) days a week\b"
    r"|\b(?:make|set|choose|pick) my own (?:hours|schedule)\b"
)
FREE_NIGHTS = written(
    rf"\b(?:no|without|not|never|hate)(?: (?:any|on|work(?:ing)?))* {OFF}(?: shifts?)?\b(?:(?:,? (?:or|and|nor)|,|/) ?{OFF}\b)*"
    rf"|\b{OFF} (?:off|free)\b|\bmon(?:day)? ?(?:-|–|to|thru|through) ?fri(?:day)?\b"
)
SUMMERS = written(r"\bsummers? (?:off|free|vacations?|breaks?)\b")
UNION = written(
    r"(?<!credit )\bunion (?:jobs?|work|careers?|wages?|position|gig)\b|\b(?:in|join|with) (?:a|the) union\b|\bunioni[sz]ed\b|^\W*union\W*$"
)
BENEFITS = written(
    r"\b(?:(?:with|has|have|offers?|need|want|and) )?(?:good|great|full|decent|solid|real) (?:health )?(?:benefits|insurance|pension)\b"
    r"|\b(?:with|has|have|offers?|need|want|includes?) (?:an? |some )?(?:health |dental )?(?:benefits|insurance|pensions?|401k|retirement)\b"
)
KEPT = written(
    r"\bjob (?:security|stability)\b|(?<!horse )\bstable (?:jobs?|careers?|income)\b|\brecession[- ]proof\b"
    r"|\b(?:no|without|never)(?: (?:any|being|be|get|getting))* (?:lay ?-?offs?|laid off)\b|\b(?:but|and|want) (?:stability|stable)\b"
)
LIFTING = written(
    avoided(r"heavy lifting|lift(?:ing)?(?: (?:heavy|anything heavy|heavy (?:things?|stuff)))?")
)
WEATHER = written(
    avoided(
        r"(?:cold|heat|hot|snow|rain|bad|extreme) ?(?:weather|temperatures?)?(?= *(?:$|[.,;!?]|and\b|or\b|but\b))"
    )
)
RECORD = written(
    r"\b(?:with|have) a (?:felony|criminal record|record)\b|\bfelon(?:y)?[- ]friendly\b|\bfor (?:ex[- ])?(?:felons|offenders|convicts)\b|\b(?:no|without(?: a)?) (?:background checks?|drug tests?)\b"
)
NONE_OF = written(r"\bnothing (?:to do with|with|involving|that involves)\b")
