"""How people say why they write to this person: the role, place, path or work that is the reader's own."""

from askwell.ask.check.vocabulary.notation import signs

REASON = signs(
    {
        "their work somewhere": (
            (
                r"your (?:(?!time|and|to|team)[^ \n]{0,40}[^ \n.?!,] ){0,3}{career}(?: (?:and|or|"
                r"&) {career})? (?:{doing} )?{where} (?!{generic})"
            ),
        ),
        "a slot for it": (
            (
                r"[\[{][^\]}\n]{0,60}(?:(?:their|his|her) (?:work|role|job|career|path|position|current|specialty|"
                r"field|background|research|project|paper|post|article)|specific (?:project|work|paper|post|article|"
                r"talk|initiative|accomplishment|aspect of their)|recent (?:accomplishment|project|post|work|article|"
                r"paper))[^\]}\n]{0,80}[\]}]"
            ),
        ),
        "their move": (
            (
                r"your {own3}(?:path|journey|move|transition|switch|return|jump|road|way) to (?!{generic}|success|"
                r"help|learn|where|hear|get|see)"
            ),
        ),
        "their doing": (r"your {own2}{career} (?:{doing}) (?!{generic}|in (?:{generic})|at (?:{generic}))",),
        "their trade": (
            r"(?:day|week|year|life|morning|career) as an? (?!{generic}|student)",
            r"your {own2}(?:role|position|job|title|work|day|days|week|life|experience) as (?!{generic})",
            r"(?:day-to-day|about|of) {gap4}as an? (?!{generic})",
            r"what (?:an? )?{gap2}[\w-]+'s (?:day|week|month|year|life|job|work|shift)s? (?:is|are|looks?|feels?|involves?)",
            r"like to (?:work|live|serve|train) (?:as an? (?!{generic}|student)|(?:at|for|with|in) (?!{generic}|you))",
            r"what (?:being|it is like to be|it takes to be|it is really like to be|it is like being) an? ",
            r"(?:about|of|into|like) being an? (?!{generic})",
        ),
        "their view of it": (
            (
                r"your {own3}(?:view|opinion|take|perspective|thoughts|insights?|angle|advice|feelings) (?:on|of|"
                r"about|into) (?!{generic}|advice|next steps|the matter)(?:the |a |an |being |life |"
                r"working )?[\w\[{]{3,}"
            ),
        ),
        "their own piece": (
            r"your \[[^\]\n]{0,40}(?:post|article|talk|panel|paper|work|podcast|book|video)[^\]\n]{0,40}\] (?:on|at|about|in)",
            (
                r"your {own3}(?:papers?|articles?|pieces?|essays?|books?|talk|lecture|course|class|podcast|novel|documentary|"
                r"exhibit|exhibition|illustrations?|photographs?|photos|paintings?|murals?|designs?|film|newsletter|"
                r"keynote|workshop|poems?|column|study|interview|panel|presentation|webinar|blog|posts?|video|thread|"
                r"thesis|projects?|episode|story|album|songs?|performance|collection|recipes|show|portfolio|"
                r"dissertation|write-up|chapter|reports?|survey|memoir|cookbook|zine|lab|bakery|studio|farm|classroom|restaurant) (?:on|about|at|in|for|to|"
                r"from|with|where|of|called|titled|how|last|this|during|the|entitled|made|is|was|led|showed|opposing|"
                r"\"|'|{slot}) ?(?!linkedin|{generic})"
            ),
            (
                r"your {own3}(?:paper|article|essay|book|talk|set design|album|illustrations?|film|novel|lecture|"
                r"thesis|play),? ?[\"\[{]"
            ),
            (
                r"that you (?:\w+ )?(?:designed|built|made|wrote|created|painted|launched|planned|restored|directed|"
                r"led)"
            ),
            (
                r"(?:library|park|building|garden|bridge|app|game|house|mural|dress|song|play|show|system|tool|"
                r"museum) you (?:\w+ )?(?:designed|built|made|wrote|created|painted|launched|planned|restored|"
                r"directed|led)"
            ),
            (
                r"your [\w-]{3,30} (?:park|building|bridge|garden|mural|clinic|bakery|studio|shop|farm|museum|exhibit|"
                r"library) "
            ),
        ),
        "their place": (
            (
                r"your {gap1}(?:restaurant|bakery|clinic|studio|farm|shop|workshop|practice|gallery|nursery|brewery|"
                r"garage|salon|cafe|theater|forge|orchard|vineyard|kitchen) (?:has|is|was|makes|does|sells|serves|"
                r"grows|won|looks)"
            ),
            r"your (?:work|experiences?|time|role|years|job|team|path|shifts?|days) there",
            (
                r"your (?:path|route|career|journey|resume|cv|background)(?::| -|,) (?!i\b|and\b|so\b|but\b|which\b|"
                r"because\b|could\b|would\b|please\b|as\b|if\b)\w+"
            ),
            (
                r"(?<!on )(?<!join )(?<!joining )(?<!of )(?<!with )your (?:old |former |current |own |new )?(?:team|"
                r"lab|crew|unit|office|firm|department|group|squad|ward|studio|program) (?:at|in|for) (?!{generic})"
            ),
            r"ahead of me (?:on|in|at)|what was it like (?:to|being|when you|leaving|going|working|at|in|on) (?!{generic})",
            (
                r"why you (?:chose|picked|left|became|went|moved|switched|stayed|joined|quit|started|turned|"
                r"gave up) (?!{generic}|your)"
            ),
            r"(?:has|had|lists?|listed|shows?|names?|named|have|gives) you (?:down )?as",
        ),
        "what they are": (
            (
                r"you (?:are|were|have been|became|being) (?:now |currently |also |both |already |still )?(?:a|an|the|"
                r"one of|our|head|chief|director|senior|lead|vp|vice|manager|president|founder|partner|"
                r"{slot}) (?!(?:very |such |extremely |really |true |real )?(?:busy|great|good|inspiration|inspiring|"
                r"expert|role model|person|star|hero|wonderful|kind|lot|bit|right|best|perfect|huge|big|hard|few|"
                r"amazing|incredible|relevant|legend|resource|possible|fit|decision))"
            ),
            (
                r"you (?:are|were) (?:a |an |the |now )?[\w-]{1,20} (?:at|with) (?!{generic}|a (?:meeting|good)|"
                r"work\b|your)"
            ),
            (
                r"you (?:are|were) (?:now |currently )?(?:at|with|working (?:at|in|on|for|with|as)|leading|running|"
                r"doing|building|teaching|in charge|in the|involved in|part of) (?!{generic}|your|well|great|ok|good|"
                r"fine|so\b|the (?:right|middle|office|best|area|same|process))"
            ),
            (
                r"(?:a|an|as) (?!someone|person|somebody|seems?|look)[\w-]{3,20}(?: [\w-]{3,20})?,? like (?:you|"
                r"yourself)"
            ),
            r"as (?:an? |the )?[\w{\[-]{3,30} {own5},? ?(?:you|your) (?!consider|schedule|time|help|name)",
            r"because you (?!(?:offer|ask|said|told|seem|kindly|are (?:so|very|kind|nice))\w*)\w+",
            r"as someone who {gap1}(?!is interested|wants|loves|would|is looking|is hoping)\w+ {gap7}(?:you|your)",
        ),
        "what they did": (
            (
                r"you (?:(?:have|had|also|currently|now|once|recently|both|first|actually|then|just|did|do|already|"
                r"later|since|\w+ly) ){0,3}(?:work|works|worked|working|lead|leads|led|run|runs|ran|moved|went|made|make|"
                r"built|build|design|designed|teach|taught|start|started|founded|wrote|write|switched|transitioned|"
                r"left|became|joined|spent|serve|served|studied|manage|managed|specialize|specialized|practice|"
                r"practiced|practise|transition|pivoted|changed|trained|created|directed|passed|opened|launched|won|"
                r"coach|treat|research|researched|own|owned|play|played|used to|stood|graduated|landed|transferred|"
                r"handle|drive|fly|represent|restored|restore|inspect|advise|perform|covered|direct|bake|cook|farm|"
                r"translate|interpret|operate|develop|developed|produce|produced|edit|edited|photograph|shoot|"
                r"care for|planned|chose|choose|rescued|rescue|organized|organize|dress|sew|grow|raise|lived|traded|"
                r"gave up|quit|came up|come up|came to|sell|sold|install|weld|fix|repair|paint|carve|program|code|"
                r"analyze|investigate|patrol|counsel|nurse|dance|sing|compose|conduct|draw|illustrate|animate|guide|"
                r"mediate|audit|mentor(?:ed)? \w+ at) (?!(?:a |an |the )?(?:time|difference|choice|sense|sure|it\b|"
                r"this\b|that\b|hard|best|impact|out\b|through\b|my\b|me\b|back\b|about\b|for you|well\b|with you|"
                r"your mind|great|really|so\b|available|together|everything|decisions?|here\b|there\b|today|by\b|"
                r"home\b|any\b|your\b|few|couple|follow|up\b|help|on (?:a )?(?:call|the phone)|"
                r"for {number})(?! the))(?!(?:in|at|for|to|into|on|from|with|within) {generic})(?!{vague})[^ ]{1,60}"
            ),
            (
                r"(?:^|(?<=[.,;:!?\n(])|(?<=[.,;:!?] )|and |because |that |as |since |while |but |saw |see |noticed |hear |"
                r"heard |read |know |gather |understand |(?:told|tells|said|says) (?:me |us |that )?)you (?:have |had )?"
                r"(?:(?:also|now|once|already|still|even|\w+ly) ){0,2}(?!{idle})[a-z]{3,20} (?!{generic}|{empty})[\w-]{3,}"
            ),
            (
                r"you (?:did|do|completed) (?:your (?:residency|training|apprenticeship|fellowship|internship|"
                r"clerkship|degree|phd|doctorate|placement)|{gap4}(?:at|for) (?!{generic}))"
            ),
            (
                r"(?:internship|apprenticeship|residency|fellowship|placement|clerkship|traineeship|degree|training|"
                r"posting|job|role) you (?:did|do|had|have|held|hold|took|completed|got)"
            ),
            r",? which (?:is what )?you (?:did|do|have done)",
            r"you have (?:done|been doing|been in|lived) (?:that|it|both|this|{gap3}for)",
            r"you have been (?!busy|great|so|very|generous|kind|helpful)\w+ (?:for|in|at|since|with) ",
            (
                r"you have been (?!{idle})\w+ing (?!{generic}|{empty})[\w-]{3,}|you {gap4}and (?:now )?(?:are|"
                r"were) (?:working|now|leading|running|teaching)"
            ),
            r"you {gap2}(?:going|moving|switching|changing|leaving|becoming|crossing) (?:from|into|to|over) (?!{generic})",
        ),
        "what they do": (
            r"what you do (?:at|in|for|with|as) (?!{generic})",
            (
                r"you do (?!not|have|you|it|this|that|the same|well|so\b|consider|decide|what)\w+ {gap2}(?:for|at|"
                r"with|in) "
            ),
            r"you do (?:tile|{gap1}work) ",
            (
                r"how you (?:run|teach|treat|design|manage|balance|juggle|combine|write|build|built|live|lead|led|"
                r"handle|approach|estimate|price|find|work with|use|choose|plan|cook|made|make) (?!{generic}|it\b|"
                r"decisions|time|your (?:career|success|mind|choice|decision))\w{1,40}"
            ),
            r"what you (?:said|told|shared|wrote|taught|showed|explained) (?:me |us )?about (?!{generic})",
            r"(?:love|like|admire|enjoy) what you (?:do|did|are doing|have done|make|build) (?:at|with|for|in) ",
        ),
        "how they became": (
            (
                r"how (?:did )?you (?:(?:have|had|first|also|actually|personally|got to|came to) ){0,2}(?:got|get|"
                r"became|become|started|start|moved|move|went|go|ended up|end up|made|make|broke|chose|choose|came|"
                r"come|decided|switched|transitioned|landed|grew|work|worked|learned|trained) (?:your |own |"
                r"up )?(?:the |a |an )?(?:start |jump |move |leap |way |transition |switch )?(?:into|to|as|in|at|with|"
                r"from|a|an|the|on|for|between|of|by) (?!(?:the )?{vague}|where you|this|where|what|who|here|success|"
                r"be\b|so |such|there|now|your (?:current|work|role|career|job|position|field))[^ ]{1,60}"
            ),
            r"how you became|how (?:do|did) you become",
        ),
        "someone of that trade": (
            (
                r"(?:talk|speak|speaking|talking|learn|learning|hear|hearing|from|with|to|interview|find|"
                r"meet) (?:someone|somebody|people|a person|anyone|those) (?:who|that|currently|already|actually|"
                r"working|with|in) (?:is|are|has|have|do|does|did|works?|worked|made|been|now|currently|a|an|as|"
                r"already|working|studied|left|went) (?!love|could|can|might|help|willing|experience|similar|your|"
                r"{generic})"
            ),
            r"who (?:leads|heads|manages|works (?:as|at|in)) (?!{vague}|hiring)|who runs (?!{vague}|hiring|the hiring|recruit)",
            r"(?:in your|your) (?:role as|position as|job as|work as|capacity as)",
            (
                r"(?:sister|brother|mom|dad|father|mother|aunt|uncle|friend|wife|husband|cousin|son|"
                r"daughter) is an? \w{1,40}"
            ),
            (
                r"(?:interview|speak with|speak to|talk to|talk with|ask|asking) you about (?!{generic}|your\b|some\b|"
                r"career|opportunit|job|jobs|what|the (?:field|industry|company))\w{3,}"
            ),
            r"(?:person|one) to ask about (?!{generic})\w{1,40}|considering (?:the|that|this) (?:same|very|exact)",
            r"exact (?:move|jump|path|thing|switch|transition|change)",
            r"same (?:move|jump|switch|transition|change|step|leap)",
            r"made (?:that|this|the) (?:move|jump|switch|transition|change|step|leap|way)",
            r"made it (?:in|into|to|as)",
        ),
        "known of them": (
            (
                r"you {gap1}(?:work|worked|study|studied|train|trained) there|the (?:research|work|"
                r"projects?) you are (?:doing|leading)"
            ),
            r"what you are (?:building|designing|making|researching|studying|working on)",
            (
                r"(?:saw|see|seen|noticed|notice|read|heard|learned|mentioned|said|says|know|knew|told me|understand|"
                r"shows|showed|found out|remember|noting) (?!if |whether |when |what ){gap1}(?:that |on linkedin that )?you (?:(?:are|were|have|"
                r"had|also|now|recently|currently|used to|just) ){0,3}(?!r\b|at\b|in\b|on\b|know|might|may|could|would|can|will|both|"
                r"attended|graduated|liked|posted|viewed|must|hiring|busy|looking|connected|open|interested|searching|"
                r"get|receive|have|do not|not)\w+ (?:at|as|in|for|on|from|with|to|into|the|a|an|how) (?!{generic}|"
                r"help|talk|speak)"
            ),
            r"since you (?!are busy|are the|have (?:a|the)|know)\w+ ",
        ),
    }
)
