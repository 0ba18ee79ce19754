"""Where on the web the commits of a repository can be seen, from the address it is fetched from."""

import re

_WEB = re.compile(r"(?P<scheme>https?)://(?:[^@/\s]*@)?(?P<host>[\w.-]+(?::\d+)?)/(?P<path>[^\s?#]+)\Z", re.IGNORECASE)
_SHELL = re.compile(r"(?:ssh://)?(?:[^@/\s:]+@)(?P<host>[\w.-]+)(?::\d+)?[:/](?P<path>(?!/)[^\s?#]+)\Z", re.IGNORECASE)
_KNOWN_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "git.sr.ht")
_WAYS = {"bitbucket.org": "commits"}


def commit_base(remote: str) -> str | None:
    """What an address of a commit starts with; None where the remote is no web address and no known host.

    A name or a password in the remote is left out.
    """
    found = _WEB.match(remote)
    scheme = "https"
    if found is not None:
        scheme = found.group("scheme").lower()
    else:
        found = _SHELL.match(remote)
        if found is None or found.group("host").lower() not in _KNOWN_HOSTS:
            return None
    host = found.group("host").lower()
    path = found.group("path").strip("/").removesuffix(".git")
    if not path:
        return None
    way = _WAYS.get(host, "-/commit" if "gitlab" in host else "commit")
    return f"{scheme}://{host}/{path}/{way}/"
