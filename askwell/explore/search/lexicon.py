"""Small hand-written word lists: abbreviations in titles, everyday interests, words that say little."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from askwell.explore.words import root, words

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Interest:
    """An everyday interest and the careers it points to, likeliest first."""

    phrases: tuple[tuple[str, ...], ...]
    """As they are written, word by word."""
    careers: tuple[str, ...]


def lines(name: str) -> list[str]:
    """The entries of a word list, without comments."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def abbreviations() -> dict[str, tuple[str, ...]]:
    """What an abbreviation stands for."""
    pairs = (line.split("=") for line in lines("abbreviations.txt"))
    return {short.strip(): tuple(long.split()) for shorts, long in pairs for short in shorts.split(",")}


@cache
def common_titles() -> dict[str, str]:
    """Titles as people say them, with the official title of the career they usually mean."""
    pairs = (line.split(":") for line in lines("common_titles.txt"))
    return {name.strip(): career.strip() for names, career in pairs for name in names.split(",")}


@cache
def interests() -> tuple[Interest, ...]:
    """Everyday interests with the careers they point to."""
    found = []
    for line in lines("interests.txt"):
        phrases, careers = line.split(":")
        keys = tuple(tuple(words(phrase)) for phrase in phrases.split(","))
        found.append(Interest(keys, tuple(career.strip() for career in careers.split(";"))))
    return tuple(found)


def word_set(text: str) -> frozenset[str]:
    """A set of words."""
    return frozenset(text.split())


LEVELS = word_set(
    "senior junior lead principal staff chief head entry level mid intern internship trainee apprentice recruit fellow"
    " associate experienced certified licensed registered freelance contract contractor temporary temp part full time remote"
    " hybrid onsite seasonal casual night shift weekend interim acting deputy vice i ii iii iv v vi 1 2 3 4 5 new graduate"
    " self employed tier grade executive global regional national corporate international professional student volunteer"
)
SMALL = word_set("a an and of the in for to at on with by or from as & other all not except general")
"""Words that join others in a title."""

EVERYDAY = word_set(
    "a able about above across after again all almost along also although always am an and another any anyone anything are"
    " around as ask at away back be became because become been before began being believe best better between big both bring"
    " but by call came can cannot career careers carry cause change changed choose class classes close college come"
    " confused could course day days decide deciding degree did different do does doing done dont down dream each eager early"
    " either else end enough etc even ever every everyone everything excelled far fascinated father feel feels felt few"
    " field final find first five for found four freshman friend friends from full fun gave get getting give go goal going"
    " gone good got grade graduate grandma great grew grow growing guy had half happy hard has have having he hear heard help her"
    " here high him his hope hour hours how however i id idea if ill im important in instead interest interested interesting"
    " into is it its ive job jobs junior just keep kept kind kinda knew know large last late later learn learning least less"
    " let life like liked likes little live lives living long look looking lot lots love loved loves made main major make"
    " makes making many matter may maybe me mean mind minor mom money month months more most mother move much must my myself need"
    " needed never new next nice no none not nothing now occupation of off often old on once one only open option options or"
    " other others our out over own parents part passion passionate past path people person place plan point position prefer"
    " pretty probably profession put quite rather read ready real really reason right said same saw say school second see seem"
    " seems semester senior set several shall she should since six small so some someday someone something sometimes"
    " somewhere soon sort spend start started stay still stop study studied studying stuff such sure take taken taking talk"
    " tell ten term than thank that the their them then there these they thing things think third this those though thought"
    " three through time times to today together told too took towards tried true try trying turn two type under"
    " understand university until up upon us use used using usually very volunteered want wanted wanting wants was way ways we"
    " week weeks well went were what when where whether which while who whole why will wish with within without won wonder"
    " work worked working works world would writer year years yes yet you young your anyway area dad family sister brother"
    " uncle aunt cousin granny child childhood kid age ago alone okay bit hobby hobbies spare free enjoy enjoyed enjoys"
    " hate dislike dream dreamed excited obsessed nothing boring bored rather rest sound sounds talented skill skills strong"
    " easy safe safer worry worried scared afraid terrified nervous pleased push meaningful impact difference combine"
    " please experience rich wealthy thanks hello paying introvert introverts trade trades left run curious angry hooked watch watching home regular independent decent follow village side sit sitting shuffle desk office stable well paid pay salary"
    " plz pls ngl tbh lol lmao tho idk gonna gotta smth definitely literally honestly actually basically super totally bc"
)
"""Words of everyday sentences that say nothing about a career."""
EVERYDAY_ROOTS = frozenset(root(word) for word in EVERYDAY)

OPENERS = word_set(
    "work working help helping make making build building play playing something anything job jobs career careers lots"
)
"""First words of a wish rather than of a title."""
WISHING = word_set("want wants wanna love like enjoy prefer")
"""First words of a wish, whatever follows."""

FIRST_PERSON = word_set("i im id ive my me ill myself we our")
NEGATORS = word_set(
    "not no never dont didnt failed failing flunked doesnt cant cannot couldnt wont isnt arent wasnt wouldnt without hate hates hated dislike"
    " dislikes disliked avoid avoiding bored boring scared terrified afraid uneasy bad terrible worst except nor unhappy"
    " squeamish faint bore bores against quit stop stopped tired sick loathe detest dread neither aint despise allergic"
)
AFFIRMERS = word_set(
    "love loved loves like likes liked enjoy enjoyed enjoys want wanted wants passionate fascinated obsessed interested"
    " prefer good great dream excited rather adore keen happy fan knack curious always good talented thrive thrives into"
)
SETTLED = word_set("now really finally instead obsessed all passionate anything definitely")
UPSET = word_set(
    "ill sick nervous bored miserable unhappy tired uneasy panic cry anxious scream yawn gag puke crazy sleepy dizzy"
)
"""What one is made by something one does not like."""

AFRESH = word_set("to something anything somewhere someplace maybe rather just give looking")
"""First words that begin a new wish after one of what is not wanted."""
SPEAKING = word_set("i im id ive")
OTHERS_WISH = word_set("parents mom dad mother father family everyone teacher teachers counselor")
"""Whose wishes are not the writer's."""
