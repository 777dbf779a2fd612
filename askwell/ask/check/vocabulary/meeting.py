"""How people ask for a talk: how long, in what form, at whose convenience, and when it turns into pressing."""

from askwell.ask.check.vocabulary.notation import compiled, signs

# How long.
TIME = signs(
    {
        "minutes": (
            (
                r"(?:{number}(?: ?- ?| to | or )){0,1}(?:{number}|{slot}|"
                r"\[\d{1,2} ?- ?\d{1,2}\])[ -]?(?:more )?(?:min|mins|minute|minutes|minuets|mintues|minutes'|minute's|"
                r"m)(?: or less| max)?"
            ),
            (
                r"(?:(?<=(?:chat|talk|meet|call) for )|(?<=borrow you for )|(?<=steal you for )|"
                r"(?<=just ))(?:about )?{number}(?= ?[?.,!;]| would| is)"
            ),
        ),
        "hours": (
            r"1/2 (?:an )?hour|(?:half|quarter)[ -](?:an |a |of an )?h(?:ou)?r|(?:half|quarter) of an hour",
            (
                r"(?:an|one|1|two|2|three|3|1\.5|a full|full|a couple of|couple of)(?: ?- ?| to | or )?(?:\d |two |"
                r"three )?[ -]?(?:hour|hours|hr|hrs)(?: and a half)?"
            ),
            r"\d{1,2}[ -]?(?:hr|hrs|hour|hours)",
        ),
    }
)

# A length that is not the length of the talk, by what stands after it or before it.
NOT_A_LENGTH_AFTER = compiled(
    (
        r"(?:away|ago|late|early|earlier|later|from|walk|drive|per|a day|a week|each|every|before|north|south|"
        r"by (?:car|train|bus)|commute|shift|shifts|course|workday|week|days?|notice|to (?:review|read|look|"
        r"fill|complete|watch|get|drive|skim|reply|respond|answer)|long|video (?!call|chat|conversation|meeting|"
        r"talk)|episode|podcast|documentary|talk you gave|on your (?:resume|profile)|credits?)"
    ),
)

NOT_A_LENGTH_BEFORE = compiled(
    (
        r"(?:within|after|every|(?:meeting|class|shift|starts|start|begins|back|leaving|leave|call) in|last|"
        r"first|past|work|works|worked|studied|watched|takes me|took me|at least|for the|credit|drove|spent|"
        r"waited|waiting for)(?: the)?(?: last| first)?(?: about)?"
    ),
)

# After these words a length is the talk's, whatever follows.
A_LENGTH_BEFORE = compiled(r"{talk} for(?: about| just| maybe| only)?")

# A word for a talk in a sentence that asks is a request for one, unless it speaks of another talk.
TALK = compiled(
    r"if i (?:called|phoned|visited|stopped by|came by)",
    r"{talk}|time (?:for us )?to connect|(?:hours?|minutes|some|bit) of your time",
    r"connect (?:for|over|briefly|by|on a|via)|interview (?:with )?you",
    r"ask you (?:some|a few|about|a couple|questions|for advice on the phone)",
    r"ask (?:a few|some|a couple of) questions|(?:learn|hear) (?:more )?about it in a|hop on|jump on",
    (
        r"get on|{number}[ -]?(?:min|mins|minute|minutes)|half[ -](?:an )?h(?:ou)?r|over (?:the phone|"
        r"coffee|zoom|video|lunch|tea|a call)|quarter[ -](?:of an )?hour|zoom"
    ),
    (
        r"facetime|phone me|ring you|call you|have you on|(?:i|we) (?:could|can|might) (?:ring|phone|visit)|"
        r"(?:could|can|might|may) (?:i|we) (?:ring|phone|call|visit)"
    ),
    r"(?:on|in) (?:your|the|our) (?:calendar|diary)",
)

ASKING = compiled(
    r"would you|would {number}|got {number}|got (?:a few|any|some) (?:minutes|time)|is an? {gap3}{talk}",
    r"would {gap1}(?:mean|help|make)|fancy|are you about|is there (?:a|any|some) {gap1}time",
    r"would it|could you|can you|will you|could we|can we|might we|shall we|may i|might i|could i|can i",
    r"may we|should we|is it possible|might you|are you (?:open|free|available|willing|up|around|able)",
    r"you are (?:open|free|available|willing|up|able|interested|comfortable)",
    r"you (?:free|available|open|down)|you would|you might|you could|you can|you think",
    r"do you (?:have|think|mind)|would love|would like|would really",
    (
        r"would (?:be|also be) (?:\w+ ){0,2}(?:grateful|honored|thankful|thrilled|happy|delighted|glad|"
        r"pleased|so|great|interested|obliged|wonderful|amazing|lovely|possible|indebted)"
    ),
    r"would (?:\w+ )?(?:appreciate|welcome|value|enjoy|cherish|treasure|only|just|be)",
    (
        r"i (?:\w+ )?(?:hope|hoping|want|wanted|wish|wonder|wondering|ask|request|seek|would|need|must|"
        r"only need)"
    ),
    r"hoping|hope|wondering|wonder|open to|willing|any chance|chance|appreciate|grateful|if you|if i",
    r"possible|possibly|let me know|interested in|like to|want to|invite|schedule|set up|setting up",
    r"arrange|arranging|request|requesting|asking|please|have (?:\w+ ){0,3}(?:time|minutes|availability)",
    r"have {number}|available|free|buy you|treat you",
    r"looking forward to (?:talking|speaking|meeting|chatting|our)",
    r"look forward to (?:talking|speaking|meeting|chatting|our)|looking to|love to|spare|borrow|steal",
    r"up for|happy to|worth|mind if|offer (?:you )?|how about|what about|let us|find (?:a )?time|proposing",
    r"propose|do you have|only need|call me|potential|regarding a|about scheduling|take a",
)

NOT_A_TALK = compiled(
    (
        r"(?:thank(?:s| you)|enjoyed|was great|was good|was nice|great|nice|good|pleasure|"
        r"appreciated?) {gap3}(?:for )?(?:{gap3})(?:speaking|talking|meeting|chatting|chat|call|"
        r"conversation)(?! you (?:for|with))"
    ),
    r"(?:we|i) {gap2}(?:met|spoke|talked|chatted)|(?:job|formal|official|in-person|screening) interview",
    r"(?:your|the|that|this|ted|tedx|a) (?:\w+ )?talk (?:at|on|about|in|last|to)|your talk",
    (
        r"to discuss {gap4}(?:how (?:i|my)|my (?:qualif\w+|skills|background|fit|application|candid\w+|"
        r"experience))"
    ),
    r"discussing|discuss (?:how (?:i|my)|my)|and we can (?:chat|talk|discuss)",
    (
        r"(?:available|happy|glad|ready|opportunity|chance) to discuss (?:the|this|that|a|an|any|available|"
        r"open|potential) {own3}{post}(?! of\b| you\b)"
    ),
    r"(?:after|since|from|during|following|continu\w{1,3}) (?:our|the|this|that) {gap1}{talk}",
    r"(?:call|phone|contact) me (?:if|when|whenever|as soon as) (?:you|there|a|any)",
    r"meet (?:the|your) (?:needs|requirements|deadline|expectations|criteria)",
    r"speaks? (?:english|spanish|highly|for)|call (?:center|for papers|centre|of duty)|phone number|(?<!if i )called",
    r"(?:talking|chatting|speaking) together|meet with me {gap3}for|meet (?:new|other) people",
)

FLEXIBILITY = signs(
    {
        "your schedule": (
            (
                r"(?:at|to|around|for|with|fit|fits|accommodate|accommodating|suit|suits|given|per|on|into|match|"
                r"meets?) (?:in )?your {own2}(?:schedule|schedules|convenience|availability|calendar|timetable|shifts|"
                r"appointments|time zone|timezone|hours|timing|preference|terms|diary|free time|rota|roster|choosing)"
            ),
            (
                r"(?:accommodate|adjust|adapt|work|bend|flex|fit) (?:it |things )?(?:to |around |in with |into |"
                r"round )?(?:you\b|your {own1}(?:time|day|days|week|schedule|work|hours|shifts|appointments|rounds|"
                r"plans|classes|breaks|rota|roster))"
            ),
            r"your (?:choice|preference|call|pick|convenience|earliest convenience)",
            (
                r"you (?:choose|pick|decide|name)|of your (?:own )?choosing|"
                r"(?<!could )(?<!can )(?<!would )(?<!will )you tell me(?= ?[.,!;\n]|$)|(?:fit|suit|match) yours|"
                r"name (?:a|the|any|your) (?:time|day|hour|place|date)"
            ),
            r"at your (?:earliest )?convenience|you (?:would )?(?:prefer|rather)(?! not)|up to you|leave {gap4}(?:up )?to you",
            r"(?:whichever|whatever|however|way|form|as|time) you (?:would )?(?:like|please|wish|want)",
            r"before or after (?:your|work|class|school|hours)",
        ),
        "whenever": (
            (
                r"(?:whenever|wherever|whichever|however|whatever) {gap5}(?:works?|suits?|is|best|easier|easiest|"
                r"convenient|you|fits?|good|comfortable|prefer|free|available|have|allows?|permits?)"
            ),
            r"whenever|any ?time (?!soon|in the past|(?:that )?you {gap3}(?:spare|give|offer|share|afford|lend))|anytime",
            r"any (?:day|hour|date|weekday|evening|morning|afternoon|slot|format)(?! (?:now|soon))",
            r"any other (?:time|day|way)",
            (
                r"(?:time|times|date|dates|day|days|hour|hours|place|location|slot|format|what|which|way|where|"
                r"medium) (?:[\w']+ ){0,5}(?:works?|suits?|fits?|is convenient|are convenient|is best|is good|"
                r"is easiest|is easier|is better|convenient)(?: best| well| better)?(?: for| with| to| in|"
                r" into)? (?:you|your)"
            ),
            r"(?:what|whatever|time|times) (?:works|suits|work) best",
            r"(?:most |more )?convenient (?:for|to|with|time)|best (?:time|day|for you|way)|better time",
            r"(?:easiest|easier|best|comfortable|good|better) (?:for|on|with|to) you|suits? you",
            r"what (?:time|day|date|days|times) {gap3}(?:would |might |is |are |works? |suits? |do )",
            r"when (?:would|might) (?:you|be|it)|when {gap4}(?:works|suits|is good|is convenient|free|available)",
            r"let me know (?:what|which|when (?!is|would be a)|your (?:avail|pref|sched)\w+|how you)",
        ),
        "flexible": (
            r"flexible|flexibility|(?:easy|relaxed|not (?:fussy|picky)) about (?:when|where|the (?:time|day|form|place))",
            r"(?:pick|choose|take) (?:any|whatever|whichever)",
            (
                r"can (?:work|fit|meet|come|adjust|adapt|be) (?:around|any|at any|to your|to you|with your|whenever|"
                r"anywhere|in with)"
            ),
            (
                r"(?:happy|glad|willing|able|can) (?:to )?(?:come|travel|drive|meet|go) (?:to you|wherever|near|close|"
                r"anywhere|where|you|at your|by your|to your)"
            ),
            r"near your|close to your",
            (
                r"(?:i can|i will|happy to|gladly) (?:also )?(?:come|stop|travel|drive|walk) {gap2}(?:to |by )?(?:you|"
                r"your)"
            ),
            r"open to (?:any|whatever|whichever|other)",
            r"if (?:it is |that is )?(?:easier|you prefer|more convenient|better)",
            r"(?:either|both) (?:works|is fine|way works|would)|works too|also (?:works|fine|ok|okay)",
            r"works? just as well|is fine too",
        ),
        "a choice of form": (
            (
                r"(?:phone|call|zoom|video|video call|email|e-mail|in person|in-person|person|coffee|virtual|"
                r"virtually|virtual call|skype|facetime|teams|text|writing|online|face to face|face-to-face|lunch|"
                r"meet|google meet|messages|here|office|campus|write|chat|voice|letter|tea|walk)(?:,? (?:by |via |"
                r"over |through |on |even |in |a |an |at |quick |phone |video |google |perhaps |maybe |even |"
                r"just ){0,4}(?:call|chat|zoom|phone|video|email|person|teams|coffee|skype|text|meet|meeting|"
                r"visit)){0,2}(?: call| chat| meeting| coffee| conversation)?,?(?: or|/)(?: \w+){0,4}? ?(?:phone|call|"
                r"zoom|video|email|e-mail|in person|in-person|person|coffee|virtual|virtually|skype|facetime|teams|"
                r"text|writing|write|online|lunch|google meet|messages|here|tea|campus|office|face to face|voice|walk|"
                r"linkedin|whatsapp|wherever|meet)"
            ),
            r"(?:phone|zoom|video|virtual|email)/(?:phone|zoom|video|coffee|in-person|call|email|skype)",
            (
                r"(?:even|also|or) (?:a |an )?(?:brief |short |quick )?(?:e-?mail|written|reply|few lines|"
                r"written reply|message|answer|text) "
            ),
            r"virtual(?:ly)? works|(?:online|phone|call|zoom|video|e-?mail|text) or (?:in|at your|by|near|over|on) ",
            (
                r"if {gap5}(?:call|meeting|chat|zoom|phone|talking|coffee) {gap3}(?:not|is not|does not|"
                r"will not) {gap2}(?:work|possible|suit|fit|convenient|good)[^ ]* {gap3}(?:email|message|note|writing|"
                r"questions?|reply)"
            ),
            (
                r"if {gap3}(?:call|meeting|chat|zoom|phone|talking|coffee) {gap1}(?:hard|tough|difficult|tricky|too much|"
                r"awkward|a lot|a stretch)"
            ),
            (
                r"(?:e-?mail|text|texting|phone|zoom|writing|a call|voice notes?|messages?) (?:is|are|would be|"
                r"works?) {gap1}(?:fine|ok|okay|good|great|welcome|too)"
            ),
            (
                r"(?:chat|talk|speak|call|zoom|meet) {gap4}or (?:even )?(?:to )?(?:meet|grab|email|write|call|phone|"
                r"zoom|exchange|over|by|via|in person)"
            ),
            (
                r"(?:do|answer|reply|talk|have|hold) (?:it |this |that )?(?:async\w{0,9} )?(?:over|by|via|through) (?:e-?mail|"
                r"voice|text|messages?|zoom|phone|chat)"
            ),
        ),
    }
)

PUSHY = signs(
    {
        "demands": (
            (
                r"i (?:need|expect|demand|require|insist) (?:an? |you |your |to (?:hear|know) )?{gap2}(?:answer|reply|"
                r"response|you|back|on|hear|know|from)"
            ),
            r"you (?:must|ought to|had better) (?!be|get|have|hear|feel|receive|see|know|love)|you owe",
            (
                r"you (?:have|need) to (?:reply|answer|respond|help|meet|call|talk|speak|give me)|i must (?:speak|"
                r"talk|meet|hear|insist|see)"
            ),
            (
                r"i (?:will|am going to) (?:call|come by|stop by|show up|be calling|be there) (?!you back|if|"
                r"at your convenience|whenever|for)(?:you )?(?:on|at|tomorrow|today|until|every|monday|tuesday|"
                r"wednesday|thursday|friday|this)"
            ),
            r"do not ignore|stop ignoring|i deserve|it is your (?:duty|job|responsibility)|no excuse|i insist",
        ),
        "hurries": (
            r"asap|a\.s\.a\.p|urgent(?! care)|urgently|as soon as possible|immediately respond",
            r"immediate (?:reply|response|attention|answer)",
            (
                r"(?:reply|respond|answer|response|get back to me|hear back|hear from you|let me know|"
                r"confirm) {gap3}(?:by|before|no later than|within|until) (?:today|tomorrow|tonight|monday|tuesday|"
                r"wednesday|thursday|friday|saturday|sunday|noon|the end|end of|close of|eod|cob|\d)"
            ),
            r"time is running out|last chance|final (?:notice|reminder)|at the latest",
        ),
        "reproaches": (
            r"(?:still|yet) (?:have )?(?:not|no) (?:heard|received|replied|gotten|answered|reply|answer|response)",
            (
                r"you (?:have|did|do) (?:still )?not (?:even )?(?:replied|answered|responded|reply|respond|answer|"
                r"bother)"
            ),
            r"why (?:have|did|are|do) you (?:not|ignoring)",
            (
                r"(?:third|fourth|fifth|3rd|4th|5th) (?:email|message|attempt|note|letter|time (?:that )?i (?:am |"
                r"have )?(?:writ|ask|messag|email|contact)\w*)"
            ),
            (
                r"(?:written|emailed|messaged|texted|asked|wrote|called|sent) {gap3}(?:three|four|five|several|many|"
                r"multiple) (?:times|emails|messages)"
            ),
            r"disappointed (?:that you|not to|in you)|ignor(?:e|ed|ing) (?:me|my)|the least you (?:can|could)|rude of you",
            r"(?:everyone|others) else (?:has|have) (?:replied|answered)",
        ),
        "presumes": (
            r"i know you (?:will|can) (?:say yes|help|make time)|you will (?:not )?regret|i will not take no",
            r"can not say no|i assume you (?:will|are free)|positive (?:reply|response|answer)",
            r"favou?rable (?:reply|response|answer)|thank(?:s| you) in advance for (?:getting|hiring|referring)",
            r"it is the least",
        ),
    }
)
