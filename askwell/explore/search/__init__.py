"""Finding careers from what people type: titles, skills, and what they like or hate.

    from askwell.explore.search import Search

    search = Search.from_pack(pack.load())      # once; about a second
    search.find("RN - ICU", limit=5)            # list[Hit], best first; [] when nothing fits
    search.answer("dogs, no college").understood  # ("Only careers that people usually enter without ...",)

    Hit(soc="29-1141", title="Registered nurses", matched="Registered Nurse", score=0.97)

`matched` is the title or the word that brought the career up, "" where it is a guess; `score` is between 0 and 1. Any text
is safe to pass. Nothing leaves the process and no file is read.

How: `wishes` takes out what the figures can check (`phrases` hold the wording, `limits` the figures). `spelling` mends unknown words. A title is weighed by
`titles` (which names share its words), `affinity` (how typical the words are of each occupation),
`fitted` (a model of words and their parts) and `learned` (fields of study, tools). A sentence is
weighed by `interest`: what the writer is for and against, clause by clause. `finding` tells the two
apart and adds up; `lexicon` reads the hand-written word lists beside it.
"""

from askwell.explore.search.finding import Answer, Hit, Search

__all__ = ["Answer", "Hit", "Search"]
