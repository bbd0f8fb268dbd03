"""What a page asks for beside itself, and what robots and browsers look for: the same in every room."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from game.host.console import HELLO
from game.host.web import static


async def hello(_request: Request) -> Response:
    """What the host's own test asks for."""
    return PlainTextResponse(HELLO)


async def css(_request: Request) -> Response:
    """The host's own sheet."""
    return Response(static.CSS, media_type="text/css", headers={"cache-control": "max-age=600"})


async def js(_request: Request) -> Response:
    """The host's own script."""
    return Response(static.JS, media_type="text/javascript", headers={"cache-control": "max-age=600"})


async def robots(_request: Request) -> Response:
    """Nothing here is for finding."""
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


async def nothing(_request: Request) -> Response:
    """No picture for the browser's tab."""
    return Response(status_code=204)


ROUTES = (
    Route("/hello", hello), Route("/host.css", css), Route("/room.js", js), Route("/robots.txt", robots),
    Route("/favicon.ico", nothing),
)  # fmt: skip
