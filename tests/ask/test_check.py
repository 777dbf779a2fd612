"""The checker of requests: what it lets pass, what it stops, and how it behaves on any text."""

import pytest

from askwell.ask import check

GOOD = """Hello Priya Raman,

Elena Ruiz suggested that I write to you. I am Maya, a sophomore at Harlow College, and you moved from bedside nursing into \
infection control, which is the step I wonder about.

Would you have 20 minutes to talk, by phone or video, whenever suits you?

Thank you,
Maya"""


def rules(text: str, severity: str = "") -> set[str]:
    """The names of the rules a text breaks."""
    problems = check.check(text).problems
    return {problem.rule for problem in problems if severity in ("", problem.severity)}


def test_a_subject_alone_is_still_nothing_to_send() -> None:
    report = check.check(" \n", subject="Any openings at {company}?")

    assert [problem.rule for problem in report.stops] == ["asks-for-job", "empty", "placeholder"]
    assert report.words == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hi Bo, I am curious about the position at your shop.", "position"),
        ("Also, how can I stand out as a candidate here?", "I stand out as a candidate"),
        ("I hope to join your crew.", "join your crew"),
        ("I am reaching out about the baker role at Crumb.", "reaching out about the baker role"),
    ],
)
def test_a_job_ask_is_marked_without_words_left_hanging(text: str, words: str) -> None:
    stops = check.check(text).stops

    assert [text[stop.start : stop.end] for stop in stops] == [words]


def test_a_good_request_has_everything_and_no_problem() -> None:
    report = check.check(GOOD)

    assert report.ok
    assert report.problems == []
    assert all(report.has.values())
    assert len(report.good) == 6


def test_the_answer_has_exactly_the_promised_shape() -> None:
    answer = check.check("Hi [Name], please keep me in mind.").as_dict()

    assert set(answer) == {"ok", "words", "has", "problems"}
    assert set(answer["has"]) == {"connection", "reason", "ask", "time", "flexibility"}
    assert set(answer["problems"][0]) == {"rule", "severity", "start", "end", "message", "mend"}
    assert answer["ok"] is False
    assert answer["words"] == 7


@pytest.mark.parametrize("text", ["", "   \n\t", "\0\0", "🙂", "--"])
def test_nothing_to_send_is_stopped_as_empty(text: str) -> None:
    report = check.check(text)

    assert [problem.rule for problem in report.problems] == ["empty"]
    assert not report.ok
    assert report.words == 0


@pytest.mark.parametrize(
    "text",
    [
        "Would you pass my résumé along?",
        "Please keep me in mind if something opens up.",
        "How can I stand out as a candidate?",
        "Could you refer me for the designer role?",
        "Is your team hiring at the moment?",
        "I am hoping to find an internship this summer.",
        "Do you know of any openings in your group?",
        "I’m not asking for much, but could you refer me?",
        "u guys hiring? are you hiring?",
        "I would love to join your lab as a research assistant.",
        "Could you introduce me to the hiring manager?",
        "Do you take apprentices? I could start on Monday.",
        "please give me one chance, i need a job",
        "I believe my background would be a great fit for the team.",
        "Any tips on how I might stand out from other applicants?",
        "What makes a strong candidate for your group?",
        "Might there be a spot for me in your workshop?",
        "Would you put my name forward?",
        "I'd be glad if you passed my CV to whoever decides.",
        "Are there opportunities for someone with my background?",
        "Could we chat about analyst roles at Halden Bank?",
        "If a place opens on your crew, please think of me.",
        "Could you use an extra pair of hands in July?",
        "Do you know anyone who needs a junior?",
        "Would you mind putting in a good word?",
        "Does your firm have something for a junior?",
        "Could my resume be passed to your manager?",
        "I was wondering about summer positions in your lab.",
        "Is it true that the position is still open?",
        "Could you share my profile with the hiring team?",
        "Should a vacancy arise, I would be pleased to be considered.",
        "Would your bakery take a chance on a rookie?",
        "What would it take for someone like me to get hired there?",
        "Here's hoping you have a spot for a guy like me.",
        "Do you ever bring on new grads?",
        "May I leave my card to be kept on file?",
        "When could I start?",
        "I'd be proud to serve in your office.",
        "I came across the {role} opening at {company}.",
        "This isn't just about a job.",
        "I'd love to contribute to what you're building.",
    ],
)
def test_asking_for_a_job_is_stopped(text: str) -> None:
    assert "asks-for-job" in rules(text, "stop")


@pytest.mark.parametrize(
    "text",
    [
        "I am not asking for a job or an internship.",
        "I’m not looking for a position, only for a clear picture.",
        "No job pitch, no resume, I promise.",
        "No openings needed; I only want to learn.",
        "This isn't about an internship.",
        "I'm exploring opportunities in this space.",
        "I'd like to hear about the time when you did your internship.",
        "How did you get your job, and what does your job look like?",
        "In my current job I fix bicycles.",
        "I have your name as a referral from Dana.",
        "Elena referred me to you.",
        "Could you refer me to someone else who does this work?",
        "I am applying to nursing school this fall.",
        "Would Tuesday work for you?",
        "I was a recruiter for six years.",
        "Could I shadow you for a morning?",
        "I wonder if this career is a good fit for me.",
        "What makes a newcomer's background stand out in your field?",
        "Which habits stand out in the cooks you trust?",
        "Is the field hiring fewer people than it did?",
        "I've attached my resume so you have some background on me.",
        "I'm not job hunting; I have work I like.",
        "I'm not asking you for a job, a referral or an introduction.",
        "Your opening remarks on ports stayed with me.",
        "I wrote on the open issue about the parser's position.",
        "Our class has a job shadow week and I drew dispatchers.",
        "How did you get the job of lighthouse keeper?",
        "Your department hires many of our graduates, and I teach them.",
        "I applied to your program last year and got turned down.",
        "You've interviewed hundreds of applicants.",
        "You moved into the [title] position at [company].",
        "Is there an opening in your schedule next week?",
        "I would like to contribute to the field one day.",
        "I want to be a strong candidate for medical school.",
        "I'm a research assistant in a lab at Ohio State.",
        "How do people get hired in your field?",
        "I hope you will consider me for a short chat.",
        "I can send you my resume if it helps you know who I am.",
        "Would a chat help me see what it is like to work at sea?",
    ],
)
def test_talk_of_work_that_asks_for_none_passes(text: str) -> None:
    assert "asks-for-job" not in rules(text)


@pytest.mark.parametrize(
    "slot",
    [
        "[Name]",
        "[ ]",
        "{company}",
        "{{contact.name}}",
        "<first name>",
        "____",
        "( )",
        "(your name)",
        "XX years",
        "INSERT NAME",
        "TODO",
        "*|FNAME|*",
        "%FIRSTNAME%",
        "$name",
        "FIRST_NAME",
        "«name»",
        "[specific project\nor talk]",
        "insert company here",
        "(mutual contact)",
        "TOPIC HERE",
        "[who suggested it]",
        "[IT role]",
        "[i.e. your role]",
        "[no. of years]",
        "[well-known project]",
        "[crypto company]",
        "[the one thing I admired]",
    ],
)
def test_an_open_slot_is_stopped_where_it_stands(slot: str) -> None:
    text = f"Hello there, I read about {slot} and liked it."

    found = [problem for problem in check.check(text).problems if problem.rule == "placeholder"]

    assert len(found) == 1
    assert text[found[0].start : found[0].end] in slot
    assert found[0].severity == "stop"


@pytest.mark.parametrize(
    "text",
    [
        "Dear ,\nI read",
        "Hello Name,\nI read",
        "I read it.\n\nBest,\nYour Name",
        "Dear Mr./Ms.,\nI read",
        "Dear Dr. ...,\nI read",
    ],
)
def test_a_greeting_or_signature_left_open_is_stopped(text: str) -> None:
    assert "placeholder" in rules(text, "stop")


@pytest.mark.parametrize(
    "text",
    [
        "I took [MATH 214] with you and read your paper [2].",
        "Mine is Pim <pim@example.com>, my page <https://example.com/pim>.",
        "See https://example.com/{essays}?id=[3] for more.",
        "I bake (happily) and love it <3 (really).",
        "See [my page](https://example.com).",
        "Love from your niece xx",
        "I wear size XXL and live near 20th Street.",
        "My file is called notes_from_class.",
        "I read it twice [laughing at the cat].",
        "It made my week [sorry for typos, on my phone]!",
        "You wrote that “[t]he sea is patient.”",
        "That was the bravest [wow!] thing.",
        "My shift ends at nine [or ten].",
    ],
)
def test_writing_that_looks_like_a_slot_passes(text: str) -> None:
    assert "placeholder" not in rules(text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("pushy", GOOD + " I need an answer by Friday."),
        ("pushy", GOOD + " You have not replied to my last note."),
        ("many-questions", GOOD + " How? Why? When?"),
        ("too-much-time", GOOD.replace("20 minutes", "an hour")),
        ("too-much-time", GOOD.replace("20 minutes", "30 to 45 minutes")),
        (
            "connection-late",
            GOOD.replace("Elena Ruiz suggested that I write to you.", "I like this work. " * 7)
            + "\nWe met at the fair.",
        ),
    ],
)
def test_what_could_be_better_is_marked_and_does_not_stop(rule: str, text: str) -> None:
    report = check.check(text)

    assert rule in {problem.rule for problem in report.problems}
    assert report.ok


@pytest.mark.parametrize(
    "sentence",
    [
        "You must be busy.",
        "Do you have to travel a lot?",
        "You work in urgent care.",
        "I have read your book many times and love it!!!",
        "I noticed right away that you moved.",
    ],
)
def test_ordinary_warmth_is_not_pushy(sentence: str) -> None:
    assert "pushy" not in rules(f"{GOOD} {sentence}")


def test_half_an_hour_is_not_too_much() -> None:
    assert "too-much-time" not in rules(GOOD.replace("20 minutes", "half an hour"))


@pytest.mark.parametrize(("words", "severity"), [(100, None), (101, "hint"), (150, "hint"), (151, "warn")])
def test_length_is_a_hint_past_100_words_and_a_warning_past_150(words: int, severity: str | None) -> None:
    report = check.check("talk " * words)

    long = [problem.severity for problem in report.problems if problem.rule == "too-long"]
    assert long == ([severity] if severity else [])


def test_what_is_missing_is_shown_where_it_belongs() -> None:
    text = "Hello Ana,\n\nI like your garden.\n\nThank you,\nBo"

    spots = {problem.rule: problem for problem in check.check(text).problems}

    assert text[: spots["no-connection"].start] == "Hello Ana,\n\n"
    assert text[spots["no-ask"].start :] == "\nThank you,\nBo"


def test_a_problem_marks_the_words_as_given_despite_curly_quotes_and_short_forms() -> None:
    text = "Hi “Bo”, I’m Al, lmk if ur team is hiring…"

    problem = next(problem for problem in check.check(text).problems if problem.rule == "asks-for-job")

    assert "hiring" in text[problem.start : problem.end]


def test_a_subject_line_is_checked_for_what_stops() -> None:
    report = check.check(GOOD, subject="Referral for [role]")

    assert not report.ok
    assert {problem.rule for problem in report.problems} == {"placeholder", "asks-for-job"}
    assert all("subject" in problem.message for problem in report.problems)


def test_a_message_in_another_language_is_told_so_rather_than_blamed() -> None:
    found = rules(
        "Sehr geehrte Frau Weber, ich studiere Biologie und würde gern mit Ihnen über Ihren Beruf sprechen."
    )

    assert found == {"language"}


def test_words_are_counted_as_a_person_would() -> None:
    assert check.check("I can't wait: twenty-one days, A/B!").words == 6
    assert check.check("你好吗").words == 3
