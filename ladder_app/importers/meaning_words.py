"""The vocabulary of headings: which words make one what it is. Data, for `meanings`.

Misspellings are met by likeness to the words below, so the lists hold each word once, spelled right.
"""

from __future__ import annotations

import re
from enum import Enum

from ladder_app.importers import other_languages


class Topic(Enum):
    """What a section is about."""

    NAME = "name"  # of a level, a category or anything else
    LEVELS = "levels"
    GRADE = "grade"
    RESPONSIBILITY = "responsibility"
    REQUIREMENT = "requirement"
    PLUS = "plus"
    INDICATOR = "indicator"
    HIRING = "hiring"
    SPECIALTY = "specialty"
    NOTE = "note"
    CONTENTS = "contents"


PHRASES: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (Topic.CONTENTS, (r"on this page|table of contents|contents|quick links",)),
    (
        Topic.HIRING,
        (
            r".*\b(?:hiring|interview|interviewing|recruitment|selection|application)"
            r" (?:process|team|plan|steps|stages)\b.*",
            r"interviews?",
            r".*\b(?:test|trial|take[ -]home|coding|homework)[ -](?:tasks?|assignments?|challenges?|exercises?)\b.*",
        ),
    ),
    (
        Topic.INDICATOR,
        (
            r"(?:.*\b)?(?:key )?(?:performance (?:metrics|measures)|kpis?|success metrics|key metrics|metrics)"
            r"(?: \(?(?:pis?|kpis?)\)?)?(?: for .*)?",
            r".*\bperformance indicators?\b.*",
            r"how (?:you|success) (?:will be|is) measured",
        ),
    ),
    (
        Topic.SPECIALTY,
        (
            r"(?:.* )?(?:special(?:i?ti|iali?ti|ization|isation)e?s?|specialt(?:y|ies)|speciality|segments?"
            r"|areas? of (?:specialization|focus)|focus areas?|tracks)(?: (?:and|&) .*)?",
        ),
    ),
    (
        Topic.GRADE,
        (
            r"(?:.* )?(?:job |pay |salary )?(?:grades?(?: level)?|grading)",
            r"(?:.* )?(?:salary|pay) band",
            r"(?:.* )?(?:job|pay|salary) grade:? \d{1,2}",
        ),
    ),
    (
        Topic.NOTE,
        (
            r"(?:market|business|role) justification|justification",
            r"(?:.* )?(?:career (?:ladder|paths?|progression|development|track)|relevant links?|links|references?"
            r"|resources|further reading|tools|faqs?|benefits|perks|compensation|salary|pay|location|about us"
            r"|about the (?:team|company)|reporting structure|reports to|span of control.*"
            r"|moving (?:to|from|up).*|professional experience|examples?|glossary|anti-?(?:patterns?|goals?"
            r"|examples?|behaviou?rs?)|pitfalls|red flags"
            r"|warning signs|change ?log|version history|acknowledge?ments|licen[cs]e|credits|inspiration"
            r"|example (?:tasks|projects|work|deliverables))",
            r"in(?:activity|active \w+)|(?:in)?voluntary (?:removal|demotion)\b.*|stepping down\b.*",
            r"projects (?:you|that).*|(?:primary )?programming language.*",
            r"(?:.* )?(?:anti-?patterns?|pitfalls?|red flags?|warning signs?|glossary(?: .*)?|terminology|legend"
            r"|acronyms"
            r"|abbreviations|footnotes?|change ?-?log|revision history|version history|licen[cs]e"
            r"|acknowled?ge?ments?|credits"
            r"|disclaimers?|caveats)",
            r"(?:common|frequent|typical) (?:mistakes|errors|misconceptions|traps|failures)(?: .*)?",
            r"(?:what|who) (?:[\w-]+ ){0,3}[\w-]+ (?:is not|isn't|are not|aren't|does not"
            r"|doesn't"
            r"|do not|don't)\b.*",
            r"you(?:'re| are) not\b.*|you (?:do not|don't|won't)\b.*",
            r"signs (?:of|that) .*|not (?:expected|required|in scope|a goal)|out of scope|non-goals?",
            r"how (?:to|we|you|should (?:you|we|i)) (?:use|read|apply|interpret)\b.*|how this (?:works|document"
            r"|ladder|page)\b.*"
            r"|using (?:this|the) (?:document|ladder|framework|guide|matrix|page)\b.*|(?:usage|instructions"
            r"|getting started)"
            r"|about (?:this|the|our) (?:[\w-]+ )*(?:document|ladder|framework|page|matrix|guide|levels?|roles)",
            r"(?:our|company|core|team|the|\w+'s?) values|(?:sources?|inspirations?|inspired by|contributing"
            r"|contributors|authors)",
            r"(?:salary|compensation) (?:bands?|ranges?|levels?|structure|table|and .*)|.*\b(?:equivalen(?:ts?"
            r"|ce)|mapping)",
            other_languages.NOTE,
        ),
    ),
    (
        Topic.PLUS,
        (
            r"(?:.* )?(?:nice[ -]to[ -]have(?:'?s)?|good to have|bonus(?: points| skills| qualifications)?|extra credit"
            r"|preferred|desirable|desired|pluses|optional)"
            r"(?: \(?(?:requirements?|qualifications?|skills?|experience|criteria|attributes)\)?)?(?: for .*)?",
            r"(?:it(?:'s| is) )?(?:a )?(?:big )?plus(?:es)? if.*",
            other_languages.PLUS,
            r"(?:extra |bonus |brownie )points?\b.*|we'd love it if\b.*",
        ),
    ),
    (
        Topic.RESPONSIBILITY,
        (
            r"(?:.*\b)?(?:responsibility|responsibilities|duties|accountabilities|key tasks|main tasks"
            r"|essential functions|expectations|expected behaviou?rs|behaviou?rs|example behaviou?rs|deliverables"
            r"|job description)(?: (?:of|for|in|at|include|includes|are|unique to) .*| include| are"
            r"| (?:and|&) (?:privileges|permissions|rights|tasks|activities|deliverables|objectives|goals)|)",
            r"(?:.*\b)?(?:what|things) (?:you|they)(?!(?:'ll| will|'d| would)? (?:bring|need|have|should|must|know)\b)"
            r"(?:'ll| will|'d| would|'re going to| can expect)?(?: be)?"
            r"(?: do| doing| deliver| own| expect| to do| work on)?\b.*",
            other_languages.RESPONSIBILITY,
            r".*\byou(?:'ll| will)(?: be)?|as an? .*\byou(?:'ll| will)(?: be)?",
            r"(?:(?:common|shared|general|expected|the same|for|at|to|across|by) )*"
            r"(?:(?:all|every|each) levels?|everyone|everybody)",
            r"(?:(?:your|the|typical|daily|main|key|core|job) )+(?:activities|functions)"
            r"|(?:(?:your|the|typical|daily|main|key|core|job) )*tasks"
            r"|your missions?|(?:an? |your )?typical (?:day|week)\b.*|what (?:the|this) (?:job|role|position) involves"
            r"|scope of work|key result areas?|kras?",
            r"(?:your )?day[ -]to[ -]day(?: work| activities)?|(?:.* )?responsible for|(?:.* )?(?:also|will)",
        ),
    ),
    (
        Topic.REQUIREMENT,
        (
            r"(?:.*\b)?(?:requirements?|qualifications?|pre-?requisites?|must[ -]haves?|criteria|credentials)"
            r"(?: (?:of|for|in|include|includes|are|across|all|unique to) .*| include| are|)",
            r"(?:.*\b)?(?:required |key |core |essential )?"
            r"(?:skills|experience|knowledge|abilities|competences|competencies|education|background)"
            r"(?:(?: and|,|,? &) (?:skills|experience|knowledge|abilities|qualifications|education|background))*"
            r"(?: (?:(?:required|needed|expected)(?: (?:for|at|in|on|of|to) .*)?|by level|for .*|you .*"
            r"|(?:that|which) (?:are|is) (?:important|required|needed|necessary|essential|expected)\b.*))?",
            r"who (?:you are|we(?:'re| are) looking for)|about you",
            r"eligibility|certifications?|ksas?|(?:required|mandatory) training",
            r"person specification|(?:the )?ideal candidate|(?:your|candidate|ideal) profile|essential(?: criteria)?",
            r"you(?:'ll)? (?:may|might|should|have|are|bring|need|must|apply|will (?:need|bring|have)).*",
            r"what (?:you|we|they)(?:'ll| will|'re| are)? (?:bring|need|have|should|must|know|look(?:ing)? for).*",
            other_languages.REQUIREMENT,
            r"we(?:'re| are) looking for.*|to be successful.*|.*\byou(?:'ll| will) need",
        ),
    ),
)
LEVELS = re.compile(
    r"(?:.* )?(?:levels?|leveling|levelling|career (?:levels|paths)|in[ -]role levels"
    r"|job levels|job titles|roles|seniority)(?: (?:for|of|in|at) .*)?",
    re.IGNORECASE,
)
NOT_LEVELS = re.compile(
    r".*\b(?:by|all|across|each|every|per|for) level(?:l?ing|s)?\b.*|.*\b(?:for|at|of|on) (?:this|the|that|your) level"
    r"|.*\bat (?:all|each) levels\b.*"
    r"|.*\bgrade levels?|.*\b(?:responsibilit(?:y|ies)|requirements?|qualifications?|duties|skills) (?:for|of|in)\b.*",
    re.IGNORECASE,
)

FOR_ALL = re.compile(r"(?<=\S)\s*\((?:for |at |across )?(?:all|any|each|every|both)\b[^()]*\)$", re.IGNORECASE)
"""For whom a heading is meant, where that is everybody: “Requirements (all levels)”."""
EVERYBODY = re.compile(r"\b(?:(?:all|every|each|any) (?:\w+ )?levels?|everyone|everybody)\b", re.IGNORECASE)
