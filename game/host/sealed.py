"""A debrief sent as a page: its one style sheet stands in the page, so the page's own policy names that sheet."""

import base64
import hashlib
import re

from starlette.responses import Response

from game.host.guard import CSP

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def sealed(html: str) -> Response:
    """The page, with a policy under which its own styles count and nothing else does."""
    sheets = " ".join(f"'sha256-{_hash(sheet)}'" for sheet in STYLE.findall(html))
    policy = CSP.replace("style-src 'self'", f"style-src {sheets or chr(39) + 'none' + chr(39)}")
    return Response(html, media_type="text/html; charset=utf-8", headers={"content-security-policy": policy})


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
