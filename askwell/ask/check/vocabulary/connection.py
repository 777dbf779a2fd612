"""How people say what connects them with the reader, or how they found them."""

from askwell.ask.check.vocabulary.notation import signs

CONNECTION = signs(
    {
        "a meeting": (
            r"i {own2}met (?:you|your|with you)|we {own2}met",
            r"(?:we|i) {own2}(?:spoke|talked|chatted|crossed paths|were introduced|sat next)",
            r"met (?:you|briefly|at|last|through|during)",
            (
                r"(?:meeting|talking|speaking|chatting|connecting) (?:to |with )?you (?:at|last|during|in|on|"
                r"yesterday|after|before|when|this)"
            ),
            (
                r"(?:great|nice|good|lovely|wonderful|pleasure|pleased|enjoyed) {gap2}(?:meeting|seeing|talking|speaking|"
                r"chatting|catching up|to meet|to have met|running into)(?! with you (?:soon|about))"
            ),
            r"since we (?:last|met|spoke|talked|worked)|time we (?:spent|had|shared)",
            r"you (?:may|might|probably) (?:not )?remember me|remember me|reconnect\w{0,3}",
            r"when you {gap2}(?:visited|came|spoke|taught|gave|talked|presented)",
            r"(?<!if )you \w{3,20} (?:in |to |with |for |by )?(?:my|our) (?:own )?{kin}",
            (
                r"we got (?:to )?(?:talking|chatting)|in (?:the|your) audience|you (?:taught|coached|trained|"
                r"treated) (?:my|our|me|us)"
            ),
            r"(?<!if )you (?!inspired|influenced|shaped|motivated|changed|reviewed|needed|wanted)\w+ed {gap2}(?:our|my|us)",
            (
                r"(?:students?|junior|senior|sophomore|freshman|year|here|talk|visit|speech|assembly|fair|"
                r"career day|workshop|you {gap4})(?: at| from| of| in| to) our (?:old |former )?{common_place}"
            ),
            r"i (?:was|sat|came|went|listened|stayed) {gap2}(?:at|in on|to|through|for) your {own3}{piece}",
            r"you (?:spoke|came|presented|lectured|visited|guest)|you (?:mentioned|told me|told us|said)",
            r"(?:heard|saw|seen|watched|hear|see) you {gap1}(?:speak|talk|present|perform|play|lecture|give|on)",
            r"our (?:last |recent |earlier |previous |brief )?(?:conversation|chat|meeting|call|talk|phone call)",
            r"as (?:we )?discussed|last time we|our (?:days|time|years|shifts?|classes) (?:at|in|together|on|with)",
        ),
        "a referrer": (
            (
                r"(?:suggested|recommended|advised|encouraged|proposed|urged|insisted|thought) (?:that )?(?:i|we|me|"
                r"you|us|speaking|talking|contacting|reaching|getting)"
            ),
            r"at {gap5}(?:suggestion|recommendation|urging)|(?:on|per) {gap4}(?:recommendation|suggestion)",
            r"on the advice of",
            (
                r"(?:gave|given|passed|shared|got|get|have|had|found|sent|forwarded|received|obtained|"
                r"took) {gap5}your (?:name|contact|contacts|number|phone|email|e-mail|address|info|information|"
                r"details|card)"
            ),
            (
                r"your (?:name|contact|number|email|info\w{0,8}|details|card) (?:was |is |came |were )?(?:from|given|"
                r"shared|passed|through|by|up|to me)"
            ),
            r"referred (?:me |to |by |here )",
            r"(?:was|were|been) {gap1}(?:referred|introduced|directed|pointed|recommended|told|connected)",
            r"(?:introduced|connected|linked) (?:us|me|you and)|put (?:us|me) (?:in touch|on to)",
            r"(?:pointed|directed|sent|steered) me (?:to|toward|towards|your|in)",
            r"told (?:me|us|my {gap2}) {gap5}(?:you|your|about)",
            r"(?:mentioned|said) (?:that )?(?:you|your|i should|me to|it would|to (?:contact|reach|write|call))",
            r"mutual (?:friend|friends|connection|connections|contact|contacts|acquaintance|colleague)|mutuals",
            r"connected with (?:you )?{gap3}who|you are connected (?:with|to)",
            (
                r"(?:speaks?|spoke|speaking|thinks?) {gap3}of you|knows you|your name (?:was|is|came|comes|kept|"
                r"keeps|appeared|stood)"
            ),
            r"referr(?:ed|al) (?:by|from)|at the suggestion|got your name|friend of (?:yours|your|my|the)",
            (
                r"said (?:you|that you|i)|from my {gap3}{kin}|says (?:hello|hi)|sends (?:you )?(?:his|her|"
                r"their) (?:best|regards|love)"
            ),
            r"said to (?:say|write|call|ring|contact|ask|try|reach|get|tell|email|text)",
            r"(?:through|via|by) (?:my|our|your) {gap3}(?:{kin}|contact|connection)|recommended by",
            r"introduction (?:from|by)",
        ),
        "family or friend": (
            r"you (?:were|are) (?:my|a friend of|friends with)",
            r"(?:my|our|your) {gap2}{kin}s?,? {gap6}(?:you|your|us|{told})",
            (
                r"i (?:am|was) (?:a |the |your )?{gap2}(?:{kin}|son|daughter|friend|student|intern|"
                r"neighbor)(?:'s)? (?:of|to|in your) (?:your|yours|you|[a-z]{2,20}'s)"
            ),
            r"(?:[a-z]{2,20}|{kin})'s {kin},? (?:here|suggested|told|said|gave|and|from|who)",
            (
                r"your {kin},? {gap3}(?:and i|told|says|said|suggested|introduced|knows|mentioned|keeps|thought|gave|"
                r"put)"
            ),
            r"(?:with|as|by|from|knows?|through) your {own2}{family}|our {kin}s? (?:are|were|both|know|work|go|went|met)",
            r"i am [a-z-]{2,20}'s {kin}",
            r"long time no|been (?:a while|too long|ages|years)|(?:a )?long time since|family friend|old friend",
            (
                r"your (?:old |former |past |ex-)?(?:student|neighbor|neighbour|classmate|colleague|coworker|intern|"
                r"teammate|patient|customer|client)"
            ),
        ),
        "shared ground": (
            (
                r"(?:graduate|grad|alum|native|member|veteran|transplant|resident),? (?:just )?like you|"
                r"(?<!be )(?<!person )(?<!someone )(?<!people )like you, (?:i|we)"
            ),
            r"(?:regular|customer|patient|client|reader|subscriber|fan|visitor) (?:at|of|to) your",
            r"i (?:work|study|live|play|row|run|sing|train|volunteer|serve) with your",
            (
                r"fellow (?!(?:{slot} )?(?:\[[^\]]*(?:role|title|profession)|professional|engineer|developer|designer|enthusiast|"
                r"human|marketer|founder|recruiter|job))"
            ),
            r"alum|alumn(?:a|us|i|ae)|alums|we (?:have |had )?(?:both|were both|are both|all)",
            r"both (?:of us|in|on|went|attended|studied|graduated|worked|grew|from|share|belong|connected|members)",
            r"you and i (?:are|were|both|went|share|work|worked|have|had|know|grew)|as another",
            (
                r"we (?:worked|overlapped|studied|went|played|attended|grew|were|share|shared|are) {gap3}(?:together|"
                r"at|in|to|same|classmates|colleagues|teammates|connected|for)"
            ),
            (
                r"the same (?:school|college|university|high school|company|team|program|class|town|club|church|"
                r"hometown|group|department|lab|employer|bootcamp|fraternity|sorority|major)"
            ),
            r"class of",
            (
                r"also (?:an? |went|attend|studied|graduated|worked|attended|grew up|a member|from|"
                r"played)(?! interested| hoping)"
            ),
            r"who also",
            (
                r"where you (?:also )?(?:studied|went|graduated|attended|taught|teach|got your|did your|played|"
                r"trained|worked too)"
            ),
            r"you (?:also )?(?:went|graduated|attended|studied) {gap4}(?:too|as well|same|my)",
            r"went to (?:school|college|high school) with|in common|as a fellow",
            r"common (?:background|ground|connection)",
            r"(?:go|roll) (?:tigers|bears|blue|team|falcons|bulldogs|eagles|{slot})",
            (
                r"(?:currently )?(?:a |an )?(?:student|studying|junior|senior|sophomore|freshman|graduate|"
                r"grad) at your alma mater"
            ),
            r"alma mater|your (?:old|former) (?:school|college|university|high school|team|department)",
            r"in your {gap3}(?:class|section|lab section|course|seminar|lecture|workshop|church|congregation)",
            (
                r"(?:took|take|taking|attended|enjoyed) your {gap2}(?:class|course|seminar|lecture|workshop|talk|"
                r"webinar|session)"
            ),
            r"used to (?:work|study|train|volunteer) (?:at|with|for)",
            r"(?:worked|interned|volunteered) (?:with|for|under) you",
            r"a former {gap3}(?:employee|student|intern|colleague|member)|members? of the same",
            r"shared? (?:school|employer|background|experience|alma|a )",
        ),
        "found them": (
            r"your \[[^\]\n]{0,40}(?:post|article|talk|panel|paper|podcast|book|video)[^\]\n]{0,40}\] (?:on|at|about|in)",
            (
                r"(?:saw|seen|discovered|found) your (?:work|writing|art|research) (?!{gap6}(?:fascinating|"
                r"interesting|inspiring|impressive))"
            ),
            (
                r"{found} {gap2}your \[[^\]\n]{0,40}(?:profile|article|post|talk|work|paper|name|page|blog|podcast|"
                r"video)[^\]\n]{0,40}\]"
            ),
            (
                r"(?:{found}) (?:your|of your|about your|through your|"
                r"{gap2}'s) {gap4}{work_of}(?! {gap6}(?:fascinating|interesting|inspiring|impressive|compelling|"
                r"useful|helpful|insightful))"
            ),
            (
                r"(?:came across|come across|found|discovered|stumbled (?:up)?on|stumbled across|ran across|"
                r"learned of|learned about|learnt of|heard of|heard about|located|identified) (?:you|your (?:name|"
                r"work|contact|background|experience|story|career|email|info|writing|journey|bio|"
                r"account))(?! interesting| inspiring| fascinating)"
            ),
            r"(?:noticed|saw|see|seen|read|found|heard|learned|learnt) (?:on|in|from|through|via) {gap3}that you",
            (
                r"(?:read|follow|watch|hear|love|enjoy|subscribe to|listen to) your {gap2}{piece}|you (?:popped|"
                r"came|showed|turned) up"
            ),
            (
                r"found you|(?<!found )your {own3}{piece} (?:on|about|at|in|to|from|for|with|of|last|is|was|stopped|"
                r"made|got|changed|[\"\[]) ?(?!linkedin)"
            ),
            (
                r"(?:list|register|registry|roster|website|site|page|board|newsletter|bulletin|paper|gazette|"
                r"magazine|radio|news) {gap6}(?:has|had|lists?|listed|shows?|names?|named|gives|ran|featured|"
                r"profiled) (?:{gap3}about |{gap2})you"
            ),
            r"(?:directory|alumni (?:network|database|list|page|group|office|association|platform|portal))",
            (
                r"through (?:linkedin|the {gap3}(?:directory|network|list|group|site|website|page|association|"
                r"database|club|program))"
            ),
            r"(?:on|from|via|through) your (?:linkedin|website|profile|page|blog|bio)",
            (
                r"(?:found|saw|seen|discovered|came across|noticed|looking at|looked at) {gap4}(?:on linkedin|"
                r"on instagram|on twitter|on your website|in the directory|on facebook|in the newspaper)"
            ),
            (
                r"your {work_of} {gap6}(?:caught my|led me|made me|stood out|inspired me|got me|was the first|"
                r"stayed with|is why|resonated|moved me|helped me|spoke to me|convinced|brought me|showed me|changed|"
                r"pointed me|popped up|came up)"
            ),
            r"pointed me to you|led me to (?:you|your)",
            r"(?:been|am|was) (?:reading|following|watching|listening to) your {gap2}{work_of}",
            r"your (?:linkedin|profile|bio|website|page) (?:says|shows|mentions|lists|told|tells|made|caught|and)",
            r"according to your (?:profile|linkedin|bio)",
            r"your profile (?:came|popped|showed|says|said|mentions|mentioned|on)",
            r"i (?:saw|see|noticed) (?:on|from|in|by|through|via) (?:your|linkedin|the)",
            r"looking through {gap4}(?:network|directory|profiles|list)|your (?:linkedin )?profile",
            r"(?:read|saw|heard|watched) about you",
        ),
        "already connected": (
            (
                r"thank(?:s| you) (?:so much |very much |again )?for (?:connecting|accepting|adding|the connection|"
                r"following|the add|joining|having me|coming|speaking|talking|chatting|meeting)"
            ),
            r"(?:we|we are|are) (?:already )?connected",
            r"accept(?:ed|ing) my (?:request|invitation|invite|connection)|our connection",
            r"glad (?:we|to be) connected",
            (
                r"you (?:\w+ly )?(?:connected|accepted|replied|responded|wrote|visited my|liked my|commented|viewed|endorsed|"
                r"answered)"
            ),
        ),
        "says whence": (
            r"(?:it is|this is) [a-z'-]{1,20}(?: [a-z'-]{1,20})?,? {gap1}from (?!my|a)",
            (
                r"(?:^|, |hi |hello )[a-z'-]{1,20} from (?:your|the|our) {gap5}(?:here|class|group|team|club|church|"
                r"bank|meetup|program|gym|shop|office|store|league|choir|band)"
            ),
            (
                r"i am {gap3}from (?:your|our) |i live (?:next|near|across|down|on your|in your)|next door|"
                r"doors? (?:down|up|over|from)|as one {gap2}to another"
            ),
            r"i (?:bring|brought|take|took) {gap4}to you\b",
            r"i (?:am|was) (?:a|one of) (?:your )?{gap2}(?:patients|customers|clients|students|neighbors)",
        ),
    }
)
