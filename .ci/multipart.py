"""Holds what a client sends in parts against Python's `email` package, which shares no code with us: it has to
find the parts that were given, with their names, file names, content types and bytes. Names have line breaks
and quotes percent-encoded, as browsers write them. Run it in the root of the repository."""

import base64
import json
import subprocess
import sys
from email import policy
from email.parser import BytesParser

OURS = ["cargo", "run", "--quiet", "-p", "stipula-tests", "--example", "multipart"]
ESCAPES = {"\n": "%0A", "\r": "%0D", '"': "%22"}


def main():
    done = subprocess.run(OURS, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"error: our side stopped: {done.stderr}")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    problems, count = [], 0
    for nth, row in enumerate(rows):
        body = base64.b64decode(row["body"])
        found, wanted = parts(row["type"], body), [expected(it) for it in row["parts"]]
        count += len(wanted)
        if found != wanted:
            odd = [pair for pair in zip(found, wanted) if pair[0] != pair[1]]
            problems.append(f"request {nth}: {len(found)} parts, expected {len(wanted)}; differing: {str(odd)[:500]}")
        # A reader that cuts at another place would find that, too.
        if parts(row["type"], body.replace(b"image/png", b"image/gif", 1)) == wanted:
            problems.append(f"request {nth}: the reader finds the same in another body, so it proves nothing")
    for it in problems:
        print(f"error: {it}", file=sys.stderr)
    print(f"{count} parts of {len(rows)} requests read by Python's email package, {len(problems)} problems")
    sys.exit(1 if problems or not rows else 0)


def expected(part):
    file_name = part["file_name"]
    return (escaped(part["name"]), file_name and escaped(file_name), part["type"], base64.b64decode(part["content"]))


def escaped(name):
    for character, written in ESCAPES.items():
        name = name.replace(character, written)
    return name


def parts(content_type, body):
    """What the package finds."""
    head = f"MIME-Version: 1.0\r\nContent-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=policy.HTTP).parsebytes(head + body)
    if message.defects or not message.is_multipart():
        return [str(message.defects)]
    return [read(it) for it in message.iter_parts()]


def read(part):
    disposition = part["Content-Disposition"].params
    # Bytes beyond ASCII stand in a header as UTF-8; the package keeps them as surrogates.
    texts = [disposition.get(it) for it in ("name", "filename")]
    texts = [it and raw(it) for it in texts]
    if part.defects:
        return (*texts, str(part.defects))
    return (*texts, part.get_content_type(), part.get_payload(decode=True))


def raw(text):
    return text.encode("utf-8", "surrogateescape").decode("utf-8")


if __name__ == "__main__":
    main()
