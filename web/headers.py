"""Every answer leaves with headers that keep it at home; the page itself leaves in Danish."""

import base64
import hashlib
import re
from collections.abc import Iterable
from gettext import gettext as _

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_CACHEABLE = "/static/"  # Streamlit's own files; everything else may hold what a pupil did
_NOT_A_PAGE = (_CACHEABLE, "/media/", "/component/", "/_stcore/")
_WHOLE_ANSWER_ONLY = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"if-range", b"range"}
_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?")


def content_security_policy(host: str, script_hashes: Iterable[str] = ()) -> str:
    """Scripts, styles and data come from this server alone; plotly needs eval, a v2 component a blob:."""
    sockets = f"ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    scripts = " ".join(f"'sha256-{each}'" for each in script_hashes)
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' 'unsafe-eval' blob: {scripts}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "media-src": "'self' data: blob:",
        "connect-src": f"'self' {sockets}",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}".strip() for name, value in rules.items())


def in_danish(page: bytes) -> bytes:
    """Streamlit's page says that it is Danish and is called Klasseblik before its scripts have run."""
    without_scripts = _("Klasseblik kan kun vises, når JavaScript er slået til i browseren.")
    for english, danish in (
        ('<html lang="en">', '<html lang="da">'),
        ("<title>Streamlit</title>", "<title>Klasseblik</title>"),
        ("You need to enable JavaScript to run this app.", without_scripts),
    ):
        page = page.replace(english.encode(), danish.encode(), 1)
    return page


def _hashes(page: bytes) -> list[str]:
    digests = (hashlib.sha256(script).digest() for script in _INLINE_SCRIPT.findall(page))
    return [base64.b64encode(digest).decode() for digest in digests]


def _as_whole_answer(scope: Scope) -> Scope:
    """A page must come uncompressed and never as 304: an old English copy could be shown otherwise."""
    kept = [(name, value) for name, value in scope["headers"] if name.lower() not in _WHOLE_ANSWER_ONLY]
    return {**scope, "headers": kept}


class KeepAtHome:
    """ASGI middleware: security headers on every answer, `no-store` on all but Streamlit's own files."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; a websocket passes untouched."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if not any(part in scope["path"] for part in _NOT_A_PAGE):
            scope = _as_whole_answer(scope)
        await self.app(scope, receive, _Answer(scope, send).send)


class _Answer:
    """One answer on its way out; a page is held back until it is whole."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._out = send
        self._host = Headers(scope=scope).get("host", "")
        self._bodiless = scope["method"] == "HEAD"
        self._cacheable = _CACHEABLE in scope["path"]
        self._held: Message | None = None
        self._page = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            self._guard(headers)
            if headers.get("content-type", "").startswith("text/html"):
                self._held = message
                return
        if self._held is None:
            await self._out(message)
            return
        self._page += message.get("body", b"")
        if not message.get("more_body", False):
            await self._send_page(self._held)

    def _guard(self, headers: MutableHeaders) -> None:
        headers.update(_ALWAYS)
        headers["Content-Security-Policy"] = content_security_policy(self._host)
        if not self._cacheable:
            headers["Cache-Control"] = "no-store"

    async def _send_page(self, start: Message) -> None:
        page = in_danish(bytes(self._page))
        headers = MutableHeaders(scope=start)
        for stale in ("etag", "last-modified", "accept-ranges", "content-length"):
            del headers[stale]
        if not self._bodiless:
            headers["Content-Length"] = str(len(page))
        headers["Content-Security-Policy"] = content_security_policy(self._host, _hashes(page))
        headers["Cache-Control"] = "no-store"  # a page may stand in for a missing file under /static/
        await self._out(start)
        await self._out({"type": "http.response.body", "body": page})
