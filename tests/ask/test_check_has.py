"""What the checker sees in a request: the connection, the reason, the ask, the length and the give."""

import pytest

from askwell.ask import check


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("connection", "We met at the spring fair.", "I have always admired people in your field."),
        ("connection", "My nan lives across the road from you.", "My nan was a nurse."),
        ("connection", "The guild's list names you for our county.", "I made a list of things to ask."),
        ("connection", "You judged our robotics meet.", "I would love it if you reviewed our plan."),
        ("connection", "I sat in on your guest lecture.", "I sat in on a lecture about glaciers."),
        ("connection", "Your essay on tides sent me to the library.", "An essay on tides was set at school."),
        ("connection", "I'm a third-year at our old school.", "I'm a third-year at a school in Leeds."),
        (
            "connection",
            "I found your profile in the alumni directory.",
            "I follow your company with interest.",
        ),
        ("reason", "You moved from banking to beekeeping.", "Your career is impressive."),
        ("reason", "Dana says you breed sled dogs.", "You have such a lot of experience."),
        ("reason", "You rebuilt the mill by hand.", "You might be wondering why I write."),
        (
            "reason",
            "I'd like to know what a coroner's week is like.",
            "I'd like to know what a week is like.",
        ),
        ("reason", "I heard about the residency you did at sea.", "I heard about the residency in Ohio."),
        ("reason", "I wonder why you left law.", "I wonder why you are so kind."),
        ("reason", "You have been tuning organs since school.", "You have been very generous."),
        (
            "reason",
            "I'd like to hear about your work at {company}.",
            "I'd like some advice about this field.",
        ),
        ("reason", "Your mural restoration work is why I write.", "Your great work is why I write."),
        ("reason", "You were posted in Dakar.", "You were recommended to me."),
        ("reason", "You do pipe, which I want to learn.", "You do not know me."),
        ("reason", "What drew you to the bench?", "What is the best way to start?"),
        ("reason", "My mom said ur a hygienist.", "My mom said hello to you."),
        ("reason", "Tell me how your team tracks whales.", "Tell me how your team is."),
        ("reason", "The show that you put together moved me.", "The list that I put together is long."),
        ("reason", "You'd gone from law to farming.", "You'd make my day."),
        ("reason", "I heard you went back to school for it.", "I heard you will be back soon."),
        ("connection", "You did the demo at our block party.", "I did a demo at a party."),
        ("connection", "Your foreman, Rick, is my neighbor.", "Rick is my neighbor."),
        ("connection", "Thanks for the demo on Sunday.", "Thanks for your time."),
        ("connection", "I watched the documentary about you.", "I watched the documentary about bees."),
        ("connection", "I saw your post on tides.", "Our teacher says we each have to do this."),
        ("ask", "Could we talk by phone next week?", "I would love to connect."),
        ("ask", "Any chance of a coffee sometime?", "Thank you for talking with me on Tuesday."),
        ("ask", "A short call would help me a great deal.", "I'd like to continue our discussion here."),
        ("ask", "Fancy a natter over a brew?", "After our chat I read the book you named."),
        ("ask", "Could I ring one evening?", "Call me when you have a vacancy."),
        ("time", "Would you have a quarter of an hour?", "It would take only a few minutes."),
        ("time", "Down to chat for 20?", "I turned 20 in May."),
        ("time", "Could we talk for ten minutes before class?", "I got there ten minutes before class."),
        ("time", "Could I have 20 or so minutes of your time?", "I'd like to talk so that I can learn."),
        ("time", "Do you have 15 minutes to answer my questions?", "My survey takes 5 minutes to complete."),
        ("time", "Would 1/2 hour be all right?", "The clip is 15 minutes long."),
        ("time", "I'd value 15–20 min of your time.", "I live ten minutes away from you."),
        ("flexibility", "Any time that suits you is fine.", "I am free on Tuesday at noon."),
        ("flexibility", "I will fit in with your rota.", "I'd be glad of any time you could spare."),
        (
            "flexibility",
            "If a call is hard to fit, I can write.",
            "Could you tell me, on the phone, how it was?",
        ),
        ("flexibility", "You say when and I'll make it work.", "I'm at the door at nine."),
        ("flexibility", "I'm open on timing.", "I admire the work you do."),
        ("flexibility", "E-mail is fine too.", "My e-mail is below."),
        ("flexibility", "We could talk by phone or in person.", "No worries if not."),
    ],
)
def test_what_a_message_has(name: str, yes: str, no: str) -> None:
    assert check.check(yes).has[name]
    assert not check.check(no).has[name]
