"""How people say that they do not ask for a job."""

from askwell.ask.check.vocabulary.notation import compiled

DENIAL = compiled(
    r"not(?! only| sure| matter| hesitate| to mention)|no(?! matter| doubt| problem)|never|without",
    r"rather than|instead of|nothing|isn't|nor|neither|zero|nobody|none",
)

# Negative words that deny nothing.
NO_DENIAL = compiled(
    r"not only|not sure|do not hesitate|not hesitate|can not wait|not yet|no doubt|why not|if not",
    r"not matter|have not been able|not been able|could not find|have not found|can not find|not find",
    r"not heard|do not mind|not mind",
)

DENIED_AFTER = compiled(
    r"(?:is|are|was) not (?:what|why|the|my|needed|required|expected)|not needed|not necessary|needed\b",
)

# A resume sent only so that the reader knows who is writing asks for nothing.
FOR_CONTEXT = compiled(
    r"(?:here |below |just |only |simply )?(?:for|as) (?:some |a (?:bit|little) of )?(?:context|background)",
    r"(?:just |only )?(?:to give you|so (?:that )?you (?:can|could|have|know|will)) {gap4}(?:background|context|idea|sense|picture|who i am|where i)",
)
