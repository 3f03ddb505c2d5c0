"""The parts of .ci/grown.

  take PAGE OLD LIST    a page as it was before it grew: without five methods, two types and three limits; what
                        was taken out is in LIST, a line each
  found JSON LIST       whether `docs-check` found all of it
  edit JSON FOLDER      makes the edits of limits that `docs-check` advises
  told JSON LIST        whether `diff` tells all of it, as a minor release
"""

import json
import os
import re
import sys

METHODS = 5
TYPES = 2
LIMITS = 3


def parts(page):
    """Parts of a page with their names; what stands before the first has none."""
    pieces = re.split(r"(?=<h4>)", page)
    for piece in pieces:
        name = re.match(r"<h4>(?:<a[^>]*>(?:<i[^>]*></i>)?</a>)?(\w+)</h4>", piece)
        yield (name.group(1) if name else None), piece


def with_types(alone, pieces, fewest):
    """Methods, first those that alone speak of a type."""

    def brings(method):
        rest = "".join(it for name, it in pieces if name != method)
        found = set(re.findall(r">(\w+)</a>", alone[method]))
        return any(name in alone and f">{name}</a>" not in rest for name in found)

    first = [it for it in fewest if brings(it)][:TYPES]
    return (first + [it for it in fewest if it not in first])[:METHODS]


def take(page, old, taken):
    text = open(page, encoding="utf-8").read()
    pieces = list(parts(text))
    # The page ends inside its last part, and a heading of a section inside others: those stay.
    alone = {name: it for name, it in pieces[:-1] if name and "<h3>" not in it and "<table" in it}
    # What few others speak of leaves fewest gaps.
    mentions = {name: text.count(f">{name}</a>") for name in alone}
    fewest = sorted(alone, key=lambda name: (mentions[name], name))
    methods = with_types(alone, pieces, [it for it in fewest if it[0].islower()])
    # Types that these methods brought with them.
    rest = "".join(it for name, it in pieces if name not in methods)
    own = [it for it in fewest if it[0].isupper() and mentions[it] and f">{it}</a>" not in rest]
    types = own[:TYPES]
    out = "".join(it for name, it in pieces if name not in methods + types)
    limits = []
    for found in re.finditer(r"[;,]? ?\d+-\d+ characters(?: after entities parsing)?", out):
        if len(limits) < LIMITS and found.group(0) not in limits:
            limits.append(found.group(0))
    for words in limits:
        out = out.replace(words, "", 1)
    with open(old, "w", encoding="utf-8") as file:
        file.write(out)
    lines = [f"method {it}" for it in methods] + [f"type {it}" for it in types]
    lines += [f"limit {it.strip(' ,;')}" for it in limits]
    with open(taken, "w", encoding="utf-8") as file:
        file.write("".join(f"{it}\n" for it in lines))


def listed(path):
    return [line.rstrip("\n").split(" ", 1) for line in open(path, encoding="utf-8")]


def found(path, taken):
    findings = json.load(open(path, encoding="utf-8"))["findings"]
    news = [it for it in findings if it["change"] == "added"]
    names = {it["at"].split(".")[0] for it in news} | {it["group"] for it in news}
    missing = [name for kind, name in listed(taken) if kind != "limit" and name not in names]
    limits = [it for it in findings if it["kind"] == "max_chars" and it["change"] == "changed"]
    wanted = sum(kind == "limit" for kind, _ in listed(taken))
    assert not missing, f"docs-check does not tell {missing} of {sorted(names)}"
    assert len(limits) == wanted, f"docs-check tells {len(limits)} limits, and {wanted} were taken"
    print(f"docs-check tells {len(news)} additions and {len(limits)} limits")


def edit(path, folder):
    """A limit becomes a line below its member: "add `max_chars: 300` to `Poll.question`"."""
    edits = []
    for finding in json.load(open(path, encoding="utf-8"))["findings"]:
        advice = re.match(r"(\S+):(\d+):(\d+): add `([^`]+)` to|add `([^`]+)` to", finding["edit"] or "")
        if finding["kind"] in ("min_chars", "max_chars") and advice:
            file, line, column, text, alone = advice.groups()
            at = finding["spec"] or {"file": file, "line": line, "column": column}
            edits.append((at["file"], int(at["line"]), int(at["column"]), text or alone))
    for file, line, column, text in sorted(set(edits), key=lambda it: -it[1]):
        lines = open(file, encoding="utf-8").read().split("\n")
        lines.insert(line, " " * (column + 1) + text)
        open(file, "w", encoding="utf-8").write("\n".join(lines))
    print(f"{len(edits)} edits of limits below {os.path.basename(folder)}")


def told(path, taken):
    told = json.load(open(path, encoding="utf-8"))
    places = {it["place"] for it in told["changes"]}
    methods = [name for kind, name in listed(taken) if kind == "method"]
    missing = [it for it in methods if it not in places]
    assert not missing, f"diff does not tell {missing}"
    limits = [it for it in told["changes"] if it["topic"] == "max_chars"]
    wanted = sum(kind == "limit" for kind, _ in listed(taken))
    assert len(limits) == wanted, f"diff tells {len(limits)} limits: {limits}"
    assert told["release"]["bump"] == "minor", told["release"]
    origins = {it["origin"] for it in told["changes"]}
    assert "upstream" in origins, "the page moved, and no change says so"
    print(f"diff tells {len(told['changes'])} changes, {told['release']['bump']}, {sorted(origins)}")


if __name__ == "__main__":
    {"take": take, "found": found, "edit": edit, "told": told}[sys.argv[1]](*sys.argv[2:])
