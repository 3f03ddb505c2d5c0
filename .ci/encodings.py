"""Writes what a client has to send for each request of `tests/encodings/requests.json`, by Python's own
encoders: `quote(v, safe='')` for paths and queries, `urlencode` for forms, `json.dumps` for JSON. Without
`--write` it compares with what the file says, which the Rust test compares with what the client sent.
Run it in the root of the repository."""

import base64
import json
import sys
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote, urlencode

TABLE = Path("tests/encodings/requests.json")

AWKWARD = [
    "plain", "a/b", "100%", "1+1=2", "two words", "é中🎫", "a..b", ".hidden", "...", "%2F", "~-_.",
    "?#[]@!$&'()*,;:=", "\"<>\\^`{|}", "line\nbreak", "nul\0", "tab\there", "a&b=c", "+", "%",
]
LISTS = {"repeat": "repeat", "brackets": "brackets", "comma": "comma", "json": "json"}
FIELDS = [
    "q", "n", "on", "price", "at", "day", "kind", "odd name&", "repeat", "brackets", "comma", "json", "place",
    "place_json", "colours", "places",
]
# What the spec says, once more and by hand: method, path, then the members of each place in their order.
OPERATIONS = {
    "item": ("GET", "/items/{id}", {"path": ["id"]}),
    "file": ("GET", "/files/{folder}/{name}.json", {"path": ["folder", "name"]}),
    "range": ("GET", "/range/{from}...{to}/{day}/{kind}/{on}", {"path": ["from", "to", "day", "kind", "on"]}),
    "search": ("GET", "/search", {"query": FIELDS}),
    "form": ("POST", "/form", {"form": FIELDS}),
    "remove": ("DELETE", "/items/{id}", {"path": ["id"], "query": ["reason"], "headers": {"force": "X-Force", "tags": "X-Tags"}}),
    "change": ("PATCH", "/items/{id}", {"path": ["pathId"], "names": {"pathId": "id"}, "query": ["dry"], "json": ["id", "email", "place", "price"]}),
    "rows": ("PUT", "/rows", {"query": ["dry"], "payload": "rows"}),
    "one": ("PUT", "/one", {"payload": "it"}),
    "text": ("POST", "/text", {"text": "it"}),
    "bytes": ("POST", "/bytes", {"bytes": "it"}),
    "ping": ("POST", "/ping", {"query": ["note"]}),
    "empty": ("POST", "/empty", {"json": []}),
}


def dumps(value):
    """JSON without blanks, with the digits of decimals."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{dumps(key)}:{dumps(it)}" for key, it in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dumps, value)) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def text(value):
    """A scalar outside JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def pairs(name, value, lists):
    """The names and texts of a member of a query or of a form."""
    if isinstance(value, dict):
        if name == "place_json":
            return [(name, dumps(value))]
        return [pair for key, it in value.items() for pair in pairs(f"{name}[{key}]", it, lists)]
    if isinstance(value, list):
        if lists == "json":
            return [(name, dumps(value))]
        if lists == "comma":
            return [(name, ",".join(map(text, value)))]
        if lists == "repeat":
            return [pair for it in value for pair in pairs(name, it, lists)]
        return [
            pair
            for nth, it in enumerate(value)
            for pair in pairs(f"{name}[{nth}]" if isinstance(it, dict) else f"{name}[]", it, lists)
        ]
    return [(name, text(value))]


def all_pairs(names, request):
    """The pairs of all members that are given."""
    style = lambda name: LISTS.get(name, "brackets" if name in ("place", "places") else "repeat")
    return [pair for name in names if name in request for pair in pairs(name, request[name], style(name))]


def sent(operation, request):
    """What travels."""
    method, path, places = OPERATIONS[operation]
    for name in places.get("path", []):
        path = path.replace("{" + places.get("names", {}).get(name, name) + "}", quote(text(request[name]), safe=""))
    query = all_pairs(places.get("query", []), request)
    if query:
        path += "?" + urlencode(query, quote_via=quote, safe="")
    headers = {}
    for name, header in places.get("headers", {}).items():
        if name in request:
            value = request[name]
            headers[header] = ",".join(map(text, value)) if isinstance(value, list) else text(value)
    body = None
    if "form" in places:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(all_pairs(places["form"], request))
    elif "json" in places or "payload" in places:
        headers["Content-Type"] = "application/json"
        whole = "payload" in places
        body = dumps(request[places["payload"]] if whole else {it: request[it] for it in places["json"] if it in request})
    elif "text" in places:
        headers["Content-Type"] = "text/plain; charset=utf-8"
        body = request[places["text"]]
    elif "bytes" in places:
        headers["Content-Type"] = "application/octet-stream"
        body = base64.b64decode(request[places["bytes"]]).decode("latin-1")
    return {"method": method, "path": path, "headers": headers, "body": body}


def requests():
    """The table: an operation and its request."""
    for it in AWKWARD:
        yield "item", {"id": it}
        yield "search", {"q": it}
        yield "form", {"q": it}
        yield "file", {"folder": it, "name": it}
    yield "range", {"from": -3, "to": Decimal("10.50"), "day": "2026-11-27", "kind": "a b/c", "on": False}
    yield "range", {"from": 9007199254740993, "to": Decimal("0.10"), "day": "0001-01-01", "kind": "NEW", "on": True}
    awkward = {"city": "São Paulo", "floor": -1, "tags": ["a&b", "c d"], "inner": {"x y": "=é"}}
    some = [
        {}, {"q": ""}, {"n": 0}, {"n": -9007199254740993}, {"on": True}, {"on": False}, {"price": Decimal("1.50")},
        {"price": Decimal("-0.0000001")}, {"at": "2026-11-27T10:11:12+08:00"}, {"day": "2026-02-28"},
        {"kind": "a b/c"}, {"odd name&": "x"}, {"repeat": ["a", "", "b c"]}, {"repeat": []}, {"brackets": ["a,b", "é"]},
        {"comma": ["a b", "c&d"]}, {"comma": ["one"]}, {"json": ["a\"b", "é", "1"]}, {"json": []}, {"place": awkward},
        {"place_json": awkward}, {"colours": {"a b": "1&2", "é": ""}}, {"places": [{"city": "Rome"}, {"floor": 2, "tags": ["x", "y"]}]},
        {"q": "all", "n": 1, "on": True, "kind": "NEW", "repeat": ["1", "2"], "comma": ["3", "4"], "place": {"city": "x"}},
    ]
    for it in some:
        yield "search", it
        yield "form", it
    yield "remove", {"id": 7, "reason": "a+b", "force": True, "tags": ["x", "y z"]}
    yield "remove", {"id": 0}
    for it in ["a/b", "é", "%"]:
        yield "change", {"pathId": it, "id": it, "dry": False, "email": None, "place": awkward, "price": Decimal("10.00")}
    yield "change", {"pathId": "x"}
    yield "rows", {"dry": True, "rows": [awkward, {}]}
    yield "rows", {"rows": [{}]}
    yield "one", {"it": -5}
    for it in ["é + %", "line\nbreak"]:
        yield "text", {"it": it}
    yield "bytes", {"it": base64.b64encode(bytes(range(256))).decode()}
    yield "ping", {"note": "a b"}
    yield "ping", {}
    yield "empty", {}


def main():
    rows = [{"operation": it, "request": request, "sent": sent(it, request)} for it, request in requests()]
    written = "[\n" + ",\n".join(dumps(it) for it in rows) + "\n]\n"
    if "--write" in sys.argv:
        TABLE.write_text(written, "utf-8")
    elif TABLE.read_text("utf-8") != written:
        sys.exit(f"error: {TABLE} is not what Python's encoders write; run `python3 .ci/encodings.py --write` and read the difference")
    print(f"{len(rows)} requests as Python's encoders write them")


main()
