"""How people say it: one file of phrases for each thing meant; `notation` explains the writing."""

from askwell.ask.check.vocabulary.notation import patterns, signs

JOB = signs("job")
CONNECTION = signs("connection")
REASON = signs("reason")
FLEXIBILITY = signs("flexibility")
PRESSING = signs("pressing")
TALK = patterns("talk")
TIME = signs("time")
LENGTH = patterns("length")
DENIAL = patterns("denial")
