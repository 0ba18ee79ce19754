"""The words in which pages say that a level takes over what another asks for. Data, for `inheritance`."""

from __future__ import annotations

import re

KIND = (
    r"(?:responsibilit(?:y|ies)|duties|requirements?|qualifications?|skills|expectations"
    r"|criteria|competenc(?:y|ies|es)|behaviou?rs|performance indicators?)"
)

EXTENDS = re.compile(
    r"^(?:(?:the |an? |this )?(?P<subject>[^.:;!?]{0,90}?)\b(?:role |position |level |job )?\s*)?"
    r"\b(?:extends|inherits)(?: (?:from|on|upon))?\b:?\s*(?P<base>.+)$",
    re.IGNORECASE,
)
ALL = re.compile(
    r"^(?:(?!the same\b)(?:this|the|an?) [^.:;!?]{0,80}? "
    r"|\w[^.:;!?]{2,80}? (?=(?:also )?(?:has|have|shares?) (?:all|the same)\b))?"
    r"(?:also )?(?:(?:has|have|includes?"
    r"|shares?|meets?|assumes?|requires?|adds to|builds on|covers)\s+)?"
    r"(?:in addition to (?:meeting |fulfilling )?)?(?P<how>(?:includes? )?all(?: of)?(?: the)?"
    r"|everything|(?:the )?same|the)\s+"
    r"(?:(?:same|above|base|core|listed|of the|listed in the)\s+)*(?P<kind>"
    + KIND
    + r"(?: (?:and|&|or) "
    + KIND
    + r")*)?"
    r"\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
WHO_MEET = re.compile(
    r"^(?:an? |the )?(?:[^.:;]{0,60}? )?(?:are|is)\s+(?:an? )?(?P<base>[^.:;]{3,80}?) (?:who"
    r"|that|which) (?:also |additionally )?(?:meets?|satisf(?:y|ies)|fulfils?|fulfills?)\b.*$",
    re.IGNORECASE,
)
ABOVE = re.compile(r"\b(?:above|previous(?: level)?|preceding|prior level|level below|lower level)\b", re.IGNORECASE)
OF = re.compile(
    r"^(?:(?:that are |which are )?(?:listed|outlined|described|documented|defined"
    r"|required|expected)?\s*(?:above )?(?:of|for|in|as|from|under|by)\s+)(.+)$",
    re.IGNORECASE,
)
LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)[^()]*\)")
TAIL = re.compile(
    r"(?:\s*[,;:.]?\s+|\s*[,;:]\s*)(?:(?:plus|as well as|and|with)\s+(?:the |these "
    r"|some )?(?:following|additional|also|more).*|plus\b.*|through\b.*|by\b.*"
    r"|as an?\b.*"
    r"|in (?:both |its )?(?:complexity|scope|breadth|depth|scale|terms|seniority)\b.*"
    r"|with\b.*|(?:role|position|job family)\b.*"
    r"|(?<=, )(?:\w+ ){0,6}(?:are|is) (?:also )?expected to\b.*|(?<=, )(?:they|you|this|these|he|she) .*"
    r"|as well as\b.*|in addition\b.*|but\b.*|while\b.*|and (?:also|in addition)\b.*"
    r"|the [^,]*\bwill\b.*|and will\b.*|and (?:the )?following\b.*|above\b.*|and reports\b.*)$",
    re.IGNORECASE,
)
ENDS = re.compile(
    rf"\b(?:role'?s?|position'?s?|level'?s?|job(?: family)?|{KIND}(?: (?:and|&) {KIND})*|above|plus"
    r"|(?:that are )?(?:listed|outlined|described)(?: (?:above|below|here))?)\s*$",
    re.IGNORECASE,
)
STARTS = re.compile(
    rf"^(?:(?:that|those) of|(?:all )?(?:of )?the|an?|all|either|both|any|on|upon|of|{KIND} (?:of|for))\b\s*",
    re.IGNORECASE,
)


SHORT = re.compile(r"\b(Sr|Jr|Mgr|Dir|Assoc|Asst|Exec)\.", re.IGNORECASE)
SENTENCE = re.compile(r"\s(?:(?<=[a-z)]{3}\.\s)|(?<=\)\.\s))\s*(?=[A-Z])")
OF_A_NAME = re.compile(r"\bprevious\b.*\bof\b|^(?:of|for) (?:the |an? )?(?!previous|level|preceding|prior)(?:[A-Z]\w+)")


INCLUDES = re.compile(
    rf"(?:also )?includes (?:all )?(?:of )?(?:the )?{KIND} (?:that are |which are )?"
    r"(?:listed|outlined|defined|described)\b.*$",
    re.IGNORECASE,
)
_LABEL = rf"\[(?P<label>[^\[\]]*\b{KIND})\]\((?P<href>[^()\s]*)[^()]*\)"
POINTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\W*(?:(?:also )?includes? |extends? |same as |meets? |plus )?(?:all (?:of )?)?"
        rf"(?:the |standard |additional |other |general |same )*{_LABEL}"
        r"(?: (?:that are )?(?:listed|outlined|described|given|stated|above)\b.{0,40})?"
        r"(?:,? (?:plus|including|and)\b.{0,40})?[\s:;.,]*",
        r"(?:.{0,90} )?(?:are|is) expected to (?:also )?(?:meet|fulfil|fulfill) (?:all (?:of )?)?(?:the )?"
        rf"{_LABEL}.*",
        r"the following (?:.{0,30} )?(?:extends?|adds? to|builds? (?:up)?on|supplements?|(?:are |is )?in addition to) "
        rf"(?:the )?(?:[\w-]+ )?{_LABEL}.*",
    )
)
"""“Includes [Senior-level requirements](#senior)”: lines that are little more than a link."""
LISTED_HERE = re.compile(
    rf"(?:also )?includes? (?:all (?:of )?)?(?:the )?(?P<base>(?:[\w-]+ ){{1,5}}){KIND} "
    r"(?:that are )?(?:listed|outlined|described|given)\b.{0,30}",
    re.IGNORECASE,
)
REFERS = re.compile(
    r"(?:please )?(?:refer to|see) (?:the )?\W?(?P<base>[^.:;!?]{3,80}?)\W?"
    r"(?: description| role| page| job family| level)*[\s.]*",
    re.IGNORECASE,
)
"""“Refer to [Head Baker](/jobs/bakery#head)”: all that is said of a level."""
_ROLE = r"(?P<base>[^.:;!?]{2,80}?)"
_TAKES = r"(?:assumes|takes on|keeps|retains|carries|covers|fulfils|fulfills)"
LIKELY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:in addition to|on top of|beyond) (?:all (?:of )?)?(?:the )?{KIND} (?:of|for|in|listed for) (?:an? |the )?"
        rf"{_ROLE}(?: role)?,.*$",
        rf"(?:.{{0,80}}\b)?(?:any or )?all (?:of )?(?:the )?{_ROLE} {KIND} (?:that are )?"
        r"(?:listed|outlined|described|defined|given)\b.*$",
        rf"(?:\w+ ){{0,3}}?all (?:of )?(?:the )?(?:[\w-]+ ){{1,2}}{KIND} (?:of|for) (?:an? |the )?{_ROLE}"
        r"(?:\W+(?:plus|and|but|with)\b.*)?[\s:;.,]*$",
        rf"(?:the )?{KIND} (?:of|for) (?:an? |the )?.{{3,60}}? extends? (?:from |on |upon )?(?:the )?(?:[\w-]+ )?"
        rf"(?:{KIND}|those) (?:of|for) (?:an? |the )?{_ROLE}[\s:;.,]*$",
        rf"(?:.{{0,60}}\b)?(?:includes?|covers?|has|have) all (?:of )?(?:the )?"
        rf"(?:elements|aspects|parts|items|points|tasks|work) (?:of|from|in) (?:an? |the )?{_ROLE}"
        r"(?: role)?(?:\W+(?:plus|and|but|with)\b.*)?[\s:;.,]*$",
        rf"(?:the )?same as (?:for |in |an? |the )?{_ROLE}(?:\W+(?:plus|and|but|with)\b.*)?[\s:;.,]*$",
        rf"(?:in addition to|on top of|besides|beyond) (?:everything|all|what) (?:that )?(?:an? |the )?{_ROLE} "
        r"(?:does|do|is|are|has|have|brings)\b.*$",
        rf"(?:in addition to|on top of|building on) (?:(?:everything|all) (?:of|in|at|for|from) )?(?:the )?{_ROLE}"
        r"(?: (?:role|level))?(?:, (?:an? |the )?[^,.]{0,60})?\s*:\s*$",
        rf"(?:(?:you|they|must|should|can|will|do|does|also) ){{0,4}}everything (?:that )?(?:an? |the )?"
        rf"{_ROLE} (?:does|do|is|are|has|have|knows?|can|needs?)\b.*$",
        rf"(?:.{{0,60}}\b)?builds (?:up)?on (?:the )?(?:role of )?(?:an? )?{_ROLE}"
        r"(?:\W+(?:by|plus|and|with)\b.*)?[\s:;.,]*$",
        rf"(?:in addition to|on top of|beyond) (?:all (?:of )?)?(?:the |what an? )?{_ROLE}"
        rf" (?:{KIND}|role|level|position)\b.*$",
        rf"(?:\w+ ){{1,4}}?all (?:of )?(?:the )?{_ROLE} (?:{KIND}|competenc(?:ies|es))\b.*$",
        rf"(?:\w+ ){{0,3}}?all {KIND} (?:of|for) (?:an? |the )?{_ROLE}(?:\W+(?:plus|and|but|with)\b.*)?[\s:;.,]*$",
        rf"{_TAKES} (?:all (?:of )?)?(?:the )?{KIND} (?:of|for) (?:an? |the )?{_ROLE}"
        r"(?:\W+(?:plus|and|but|with|while)\b.*)?[\s:;.,]*$",
        rf"{_TAKES} (?:the )?{_ROLE} {KIND}\b.*$",
        rf"(?:the )?{KIND} (?:of|for) (?:an? |the )?.{{3,60}}? (?:includes?|match|are|mirror) (?:all (?:of )?)?"
        rf"(?:those|that) of (?:the |an? )?{_ROLE}(?:\W+(?:plus|and|but|with)\b.*)?[\s:;.,]*$",
        rf"(?:.{{3,60}} )?(?:is|are) (?:an? )?{_ROLE} who (?:also|additionally|can also|in addition)\b.*$",
        rf"(?:as|like) (?:an? |the |for )?{_ROLE}\W+(?:plus|and also|but also)\b.*$",
        rf"(?:.{{0,60}} )?{KIND} (?:extend|match|mirror|are) (?:the same as )?(?:those|that) of (?:the |an? )?{_ROLE}"
        r"(?:\W+(?:plus|and|but|with)\b.*)?[\s:;.,]*$",
        rf"(?:the )?{KIND} (?:of|for) (?:an? |the )?.{{3,60}}? extend (?:(?:those|that) of )?(?:the |an? )?{_ROLE}"
        r"(?:\W+(?:plus|and|by)\b.*)?[\s:;.,]*$",
        rf"(?:.{{0,40}} )?(?:must|continues? to|should) (?:also )?meet (?:all )?(?:of )?(?:the )?{KIND} "
        rf"(?:of|for) (?:an? |the )?{_ROLE}"
        r"(?:\W*\bor (?:above|higher)\b\W*)?[\s:;.,]*$",
        rf"(?:the |an? )?{_ROLE} {KIND}\W+(?:plus|as well as)\b.*$",
        rf"{_ROLE}(?:\W+plus|\s*\+)[\s:;.,]*$",
    )
)
"""Sentences that are about a level only if the name in them is one's."""
IS_A_PLUS = re.compile(r"\b(?:is|are|be) an? (?:\w+ )?(?:plus|bonus|asset|advantage)\W*$", re.IGNORECASE)
"""“… is a huge plus” adds nothing to another level."""
VERB = re.compile(r"^\w{5,9}(?= (?:that|those) of\b)", re.IGNORECASE)
"""What stands where “extends” is expected, however it is spelled."""
SAME_AS_ABOVE = re.compile(
    r"(?:the )?same as (?:the )?(?:above|previous|level below|level above|before)\b"
    r"|(?:in addition to|on top of|besides) (?:(?:all|everything) (?:of |in |from |at )?)?(?:the )?"
    r"(?:above|previous(?: levels?)?|levels? (?:below|above))(?: (?:expectations|points|items))?\s*:\s*$",
    re.IGNORECASE,
)
HINTS = (
    "extend", "inherit", "all ", "everything", "same ", "the res", "the req", "who meet", "builds on", "builds upon",
    "addition to", "on top of", "plus", "who also", "assumes", "takes on", "beyond", "+",
    "those of", "that of", "include", "the following", "who additionally", "must meet", "must also meet",
    "to meet", "should meet", "retains", "keeps",
)  # fmt: skip
"""A sentence without one of these takes over nothing."""
