"""How people ask for a job, outright or between the lines."""

from askwell.ask.check.vocabulary.notation import signs

# A sign in a clause that denies it (see `denial`) does not count.
JOB = signs(
    {
        "applies": (
            (
                r"i {own5}(?:apply|applying|applied|submitted|submitting) {gap3}(?:for|to) {own7}(?:{post}|"
                r"your {place}|your (?:opening|vacancy))"
            ),
            (
                r"i {own3}(?:applied|applying|apply) (?:for|to) (?:the|a|an|this) (?!university|college|grad|graduate|"
                r"master|phd|bachelor|school)"
            ),
            r"(?:to|and) apply for (?:the|a|an|any|this|your) {own6}{post}|my (?:job )?application",
            r"application for {gap5}{post}|applying for (?:the|a|an|any|this|your) {own5}{post}",
        ),
        "looks for a post": (
            (
                r"(?:i|am|we|been|currently|actively|and|also|now) {own2}(?:looking|searching|hunting|seeking|seek|"
                r"search|look|need|want|aiming|hoping) {own3}(?:a|an|any|some|my|new|your|full-time|part-time|"
                r"entry-level|entry|summer) {own4}(?:{post})(?! of\b)(?! models?\b)"
            ),
            (
                r"(?:looking|seeking|searching) (?:for )?(?:an? |any )?{own1}(?:work|opportunit(?:y|ies)|employment|"
                r"opportunity to work) (?:at|in|with|on) (?:your|the) {gap1}{place}"
            ),
            r"(?:seeking|looking) {own3}(?:job|employment|internship)s?",
        ),
        "wants this post": (
            (
                r"(?:interested|interest) in the {slot} (?:on|at|in|with|position|role|job|opening|opportunity|"
                r"internship)"
            ),
            (
                r"(?:interested|interest) in {own2}(?:the|a|an|any|this) (?!own)(?!field|kind|type|"
                r"work){own5}(?:{post})(?! of\b)(?! models?\b) (?:at|with|on|in|you|that|posted|you|advertised|listed)"
            ),
            r"(?:interested|interest) in (?:joining|working (?:for|at|with|under) (?:you|your|{slot}))",
            r"(?:interested|interest) in (?:an|any|a) {own2}(?:internship|opening|vacancy)",
            r"interest in the {own4}(?:position|vacancy|opening|internship)",
        ),
        "openings": (
            r"(?:current|open|available|potential|upcoming) opportunities(?! (?:in|for|to)\b)",
            r"(?:learn|hear|know|inquire|ask|discuss) (?:more )?(?:about )?{own2}opportunities(?! (?:in|for|within|to)\b)",
            (
                r"(?:any|current|currently|open|available|suitable|upcoming|of|have|has|about|future|potential|new|"
                r"other|no) {own2}(?:openings|vacancies|open (?:positions?|roles?)|job openings?)"
            ),
            (
                r"(?:any|available|suitable|vacant|upcoming|relevant|appropriate|potential) {own1}(?:positions?|jobs?|"
                r"internships?|roles?|vacanc(?:y|ies)|opening)(?! of\b)(?! (?:you|models?)\b)"
            ),
            r"open (?:positions?|roles?|reqs?|jobs?)",
            r"any {own3}(?:roles|positions|jobs|internships)(?! of\b)(?! (?:you|models?|that you)\b)",
            (
                r"(?:opening|vacancy|position|spot|place|space) (?:is )?(?:available|open|for me|in your|on your|"
                r"at your)"
            ),
            (
                r"(?:job|work|employment|research|internship|volunteer|career|training|entry-level) opportunit(?:y|"
                r"ies) {gap2}(?:(?:at|with|in|on|within|available|for) (?:your|you|the {place})|(?:at|with|"
                r"within) {slot})"
            ),
            r"(?<!exploring )(?<!explore )opportunit(?:y|ies) (?:at|with|on|within) (?:your|{slot})",
            (
                r"opportunit(?:y|ies) (?:{gap2})for (?:me\b|(?:someone|somebody|a person|people|candidates?|"
                r"graduates?|students?) {gap2}(?:my|like me|as me))"
            ),
            r"(?:space|room|place|spot) for (?:me|one more|another)(?! {gap3}(?:schedule|calendar|diary|day|week))",
            r"(?:spot|place|position|role|job|post|seat|something|anything) (?:opens|comes|frees) (?:up|available|on|in|at)",
            r"opportunit(?:y|ies) in your {place}|(?:anything|something) (?:open|available) ",
            r"(?:anything|something) (?:came|opened) up|anything open",
            r"is there {gap2}(?:opening|vacancy)|(?:an|the|your) opening (?:on|in|at|for)|job lead",
            r"(?:posted|advertised|listed|listing|posting) {own1}(?:a|an|the|your|for) {own4}{post}",
            (
                r"(?:role|position|job|opening|posting|vacancy) {own4}(?:that )?(?:fits|suits|matches|interests|"
                r"appeals to) (?:me|my)"
            ),
            r"first in line",
            (
                r"(?:chat|talk|talking|chatting|discuss|speak|speaking|conversation|call|connect|connecting|reach out|"
                r"reaching out|write|writing|message|ask) (?:more )?(?:about |regarding )?{own2}opportunities(?! (?:in|for|within|to|you)\b)"
            ),
            r"when {own3}(?:opens up|becomes available)",
            (
                r"(?<!exploring )(?<!explore )opportunities (?:available )?(?:at|within) (?!hand|the moment|this time|"
                r"my|our|school|{generic})[^ ]{1,60}"
            ),
        ),
        "hiring": (
            (
                r"(?:are|is|if|whether|that) (?!(?:the |this |your )?(?:field|industry|sector|market|trade|profession)\b)(?:you|your {gap2}|they|the {gap1}{place}|{slot}|you guys|you all|anyone|"
                r"{gap4})(?:are |is )?(?:currently |now |still |actively |also )?(?:hiring|recruiting|taking on|"
                r"accepting)(?! for you)"
            ),
            r"do(?:es)? (?:you|your {gap2}|the {place})(?: guys| all)? {own1}(?:hire|recruit|take on)",
            r"(?:is|are) (?:currently |now |actively |also |still )?(?:hiring|recruiting)(?! (?:trend|market|process))",
            r"who is hiring|looking to (?:hire|recruit|bring on)|hiring (?:for (?:a|an|the)|process at)",
            r"takes? (?:on )?(?:any )?interns|(?:accept|hire|have|want|need|take) {own2}interns",
            r"(?:offer|host) {own2}internships?",
        ),
        "refer me": (
            (
                r"refer(?:ring)? me(?! to (?:someone|somebody|anyone|anybody|other|others|people|a|any|another|more|"
                r"additional|one)\b)"
            ),
            (
                r"(?:a|any|for|provide|give me|get|job|employee|internal|possible|"
                r"potential) referrals?(?! from (?!you\b)| by| to (?:other|someone|people|anyone|colleagues|others))"
            ),
            (
                r"(?:need|want|request\w{0,3}|seek\w{0,3}|looking for|ask\w{0,3} for|give|appreciate|"
                r"hoping for) {own3}referrals?(?! from (?!you\b)| to (?:other|someone|people|anyone|colleagues|"
                r"others))"
            ),
            r"refer my|referral (?:request|for|link)|recommend me (?:for|to (?:your|the)|internally)",
            r"put in a (?:good )?word|vouch for me|recommend me$",
        ),
        "resume": (
            (
                r"(?:attach\w{0,5}|enclos\w{0,4}|find|see|send|sending|sent|pass\w{0,3}|forward\w{0,3}|review|"
                r"reviewing|look at|look over|looking at|glance at|share|sharing|submit|submitting|here is|drop|"
                r"dropped|including|included|have|consider|upload\w{0,3}|feedback on) {gap4}(?:my |the |"
                r"a )?(?:updated |current |latest )?(?:resume|cv|curriculum vitae|cover letter)"
            ),
            r"(?:resume|cv|cover letter) (?:is |are )?(?:attached|enclosed|below|for your|to the)",
            (
                r"(?:resume|cv) (?:and|&) cover letter|(?:pass\w{0,3}|forward\w{0,3}) my (?:details|name|info\w*|"
                r"profile|application)"
            ),
        ),
        "candidate": (
            (
                r"(?:i|me|am|be|my) {gap9}(?:strong|ideal|great|good|excellent|perfect|right|suitable|qualified|"
                r"natural|valuable|best|better|compelling|competitive) (?:candidate|applicant|hire|(?:fit|match|asset|"
                r"addition) (?:for|to|with|at|on) (?:the|your|this|that|an|{slot}) {gap2}{place}?)"
            ),
            (
                r"(?:i|me|am|be|my) {own6}(?:fit|match|suited|qualified|asset) (?:for|to) (?:the|your|"
                r"this) {gap4}(?:{post}|{place}|needs|requirements)"
            ),
            (
                r"(?:i|me|my|we|applicants?|candidates?|application|resume|cv|"
                r"cover letter) {gap4}stands? out(?: as an? {gap1}(?:candidate|applicant|hire|intern))?"
            ),
            (
                r"(?:strong|great|competitive|successful|ideal|standout|winning|attractive) {own1}(?:candidates?|"
                r"applicants?|application)"
            ),
            (
                r"stand out as an? {gap1}(?:candidate|applicant|hire|intern)|how to (?:\w+ )?stand out|(?:want|"
                r"trying|hoping|looking) to stand out"
            ),
            (
                r"stand out (?:in|during|for|from|to|among) {gap2}(?:application|applying|hiring|recruit\w+|"
                r"applicants?|candidates?|interviews?|admissions|employers)"
            ),
            r"my candid(?:acy|ature)|consider (?:me|my (?:application|candid\w{1,6}|profile))|considered for",
            r"my qualifications",
            (
                r"(?:skills|background|experience|qualifications|strengths) {gap3}(?:aligns?|match(?:es)?|fits?|"
                r"suits?|qualif\w{2,4}|suited) {gap4}(?:role|position|job|team|company|requirements|needs|opening|"
                r"organization)"
            ),
            r"(?:skills|background|experience) {gap3}(?:make|makes) me|immediate joiner|immediate(?:ly)? joining",
            r"notice period|qualif(?:y|ies) me",
            (
                r"looks? for in (?:a |an |the |your |people you )?(?:{gap1}candidates?|applicants?|hires?|interns?|"
                r"new)"
            ),
            r"people you hire|a chance to prove|extra {gap1}(?:pair of )?hands",
            (
                r"(?:if|whether) (?:there is|there might be|there could be|we are|i am|i would be|i might be) (?:a |"
                r"an )?(?:good |great |potential |mutual |possible |right |any )?fit"
            ),
            (
                r"(?:way|ways|how|if|see if|whether) (?:we|i|there is any way we|there is a way we) (?:can|could|"
                r"might|may) (?:work together|be of (?:use|service|help)|contribute|add|fit in|help your|"
                r"collaborate on your)"
            ),
            r"could fit in|might fit in|where i (?:could|would|might) fit|(?:a |the )?seat at (?:the|your) table",
            r"give me (?:one|a|any) (?:chance|opportunity|work|job|shot)",
            (
                r"(?:looking for|need|needs|want|wants|could use) (?:a |an |any |another |some )?(?:extra )?(?:helper|"
                r"help|hand|hands|worker|apprentice|trainee|assistant|intern|employee)s?(?! (?:with my|with the|from|"
                r"in my|me|on|to|as|in|figuring|deciding|choosing|understanding))"
            ),
        ),
        "keep in mind": (
            r"(?:keep|bear) me in (?:mind|the loop (?:about|on|of|if))|think of me (?:if|when|for)|please think of me",
            r"know {gap1}any(?:one|body) (?:who|that) (?:is |might be |may be )?(?:looking for|needs?|wants?|after|taking on)",
            r"put (?:my name|me) forward|throw my (?:hat|name)|hear of (?:any|something|anything|an)",
            r"know of (?:any|anyone|a|an|some) {own4}(?:{post}|hiring|looking to hire|opportunit(?:y|ies))",
            r"knows? (?:who|anyone) (?:is |that is )?hiring",
        ),
        "helps me in": (
            (
                r"(?:help|helping|helps|get|land|find|give|offer|assist|consider) me {gap4}(?:a |an |any |"
                r"my )?{own3}(?:{post}|interview|foot in the door|(?<!to )work|hired|in at)"
            ),
            (
                r"(?:discuss|talk about|chat about|hear about|learn about|ask about|know about) {own5}(?:roles|"
                r"positions|jobs|internships|openings) (?:at|with|on|within) (?!{generic})"
            ),
            r"(?:hook|set|fix) me up with {gap2}(?:{post}|work|interview)",
            r"foot in the door|hire me|employ me|(?:be|become) your (?:intern|apprentice|assistant|trainee)",
            r"take me on|give me a (?:chance|shot|try)|get me (?:in|an|a)|looking to get hired|place me",
        ),
        "work for you": (
            (
                r"(?:to|like|love|can|could|will|and|would) (?:come )?(?:and )?work (?:for|under|with|"
                r"alongside) (?:you|free|your {gap2}{place})(?!r)"
            ),
            r"work (?:at|in) your {gap2}{place}|working (?:for|at|under|with) your {gap2}{place}",
            (
                r"(?:join|joining|be part of|become part of|be a part of|become a part of|be on|get on) (?:your|the|"
                r"{slot}) {gap3}{place}"
            ),
            (
                r"(?:contribut\w{1,4}|add(?:ing)? value|bring\w{0,3}) {gap6}(?:to|at|for) (?:your|the|"
                r"{slot}) ?{gap2}(?:{place}|success|growth|goals|mission)?"
            ),
            r"i can {gap3}contribute|contribute my",
            r"(?:can|available to|ready to|could) start (?:immediately|right away|straight away|tomorrow|next|on|as soon)",
            r"do the same for you|value (?:i|to) (?:can|could|your)",
        ),
        "interviews": (
            r"(?:job|formal|official|first-round|second-round|screening) interview",
            (
                r"interview(?:ing)? (?:me|with (?:your {place}|you guys)|at your {place}|for (?:the|a|"
                r"an) {gap4}{post})"
            ),
            r"(?:get|land|grant|give|secure|schedule|grant) {own3}an interview (?:at|for|with your|with the)",
            r"actively interviewing|(?:prepare|preparing|prep) for (?:my|an|the) {gap2}interview|interview process",
        ),
        "gatekeeper": (
            (
                r"(?:introduc\w{1,5}|connect\w{0,3}|point\w{0,3}|direct\w{0,3}|put|forward\w{0,3}|pass\w{0,3}|"
                r"refer\w{0,4}|name of|talk to|contact for|tell) {gap7}(?:hiring manager|hiring team|recruiters?|"
                r"recruiting team|recruitment|human resources|hr|talent (?:team|acquisition)|hiring|decision maker)"
            ),
        ),
        "internship": (
            (
                r"(?:hoping|hope|looking|interested|seeking|seek|search|searching|like|love|want|wish|inquire|"
                r"inquiring|pursue|pursuing|need|available for|apply|offer me|complete|securing|secure|land|landing|"
                r"do|doing) {own6}(?:internship|externship|apprenticeship|traineeship|practicum)s?(?! (?:experience|"
                r"that you|you|in which)\b)"
            ),
            r"intern (?:with|at|for|under) (?:you|your|{slot})",
            (
                r"(?:about|regarding|ask|have|any|possible|potential|available|upcoming|offer) {own1}(?:an |any |"
                r"possible |potential |available |summer )?internships?(?! at the| there| now| ended)"
            ),
            r"(?:internship|apprenticeship|apprentice|trainee) {own2}(?:with|at|under) (?:you|your|{slot})",
            r"(?:your|the) apprentice",
        ),
        "research post": (
            r"(?:involved (?:with|in)|assist with|help with|contribute to|part of) your (?:research|lab|group|projects?)",
            r"you are (?:still |currently |also )?looking for (?:undergrad\w*|students|interns|assistants|volunteers|helpers)",
            (
                r"(?:research|lab|undergraduate|graduate|phd|doctoral|postdoc|postdoctoral|volunteer|ra|"
                r"ta) (?:opportunit(?:y|ies)|positions?|assistant|openings?|spot|vacanc(?:y|ies)) {gap4}(?:in|at|with|"
                r"for|available|under|this|next)"
            ),
            (
                r"(?:join|joining|work in|working in|volunteer in|position in|part of|opening in|room in|space in|"
                r"spot in|opportunit(?:y|ies) in) (?:your|the|{slot}) {gap1}(?:lab|laboratory|research)"
            ),
            (
                r"(?:accepting|taking|recruiting|admitting|take|takes|accept|hire) {own2}(?:new students|"
                r"grad\w{0,5} students|phd|students|phd|undergrad\w{0,8}|interns|volunteers|trainees|apprentices)"
            ),
            r"supervis(?:e|ing) (?:me|my)|research opportunit(?:y|ies)|available positions",
        ),
        "for hire": (
            r"i need (?:a|any|some) (?:job|work)|unemployed and|any (?:job|work) (?:you|for me|will)",
            r"any kind of (?:job|work)|looking for work|on the job market|actively job (?:hunting|searching)|any (?:job )?leads",
            r"(?:something|anything|work|places?|spots?|roles?|jobs?) for me (?:at|in|on|with|to do)|have {gap2}work for me",
            r"sponsor(?:ing)? (?:me|my)|need (?:an? )?(?:visa )?sponsor\w*|chance (?:of|at|for) {gap3}{post}",
            (
                r"do you (?:guys )?need (?:an?|any|some|more|another|extra) {gap2}(?:help|hands?|staff|people|"
                r"anyone|person|girl|boy|lad)"
            ),
            r"are you {gap2}looking for (?:anyone|someone|people|staff|help|workers|volunteers)",
            r"(?:get|be|getting|being) (?:hired|employed|taken on|recruited) (?:at|by|with) (?:you|your|the|{slot})",
            (
                r"(?:searching|search|looking|seeking|finding) (?:a |for a |for any |any |new )?(?:job|jobs|"
                r"employment)"
            ),
            r"in need of (?:a|any) (?:job|work)|job at your|job (?:for me|in your)|a job with you",
        ),
    }
)
