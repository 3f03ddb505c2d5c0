"""Checks signed messages with two witnesses: the vendor's SDK and OpenSSL.

    interop.py FOLDER

The folder holds `test-keys.json`, and any number of other JSON files with lists of messages. A
request has `signature_header`, an answer has `response_headers` and what to `expect` of it. The
padding is deterministic, so the SDK has to give exactly the signature of every request.
"""

import base64
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote

KEYS = "test-keys.json"
# Of test servers; no messages.
SERVERS = ("tls.json", "tls-chain.json")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: interop.py FOLDER")
    if shutil.which("openssl") is None:
        sys.exit("error: `openssl` is missing")
    try:
        from com.alipay.ams.api.tools import signature_tool as sdk
    except ImportError as error:
        sys.exit(f"error: the vendor's SDK is missing: {error}; run `bash .ci/outside`")

    folder = Path(sys.argv[1])
    keys = json.loads((folder / KEYS).read_text("utf-8"))
    problems, requests, answers = [], 0, 0
    for file in sorted(folder.glob("*.json")):
        if file.name in (KEYS, *SERVERS):
            continue
        for message in json.loads(file.read_text("utf-8")):
            if "signature_header" in message:
                requests += 1
                found = check_request(sdk, message, keys["merchant"])
            elif message.get("expect") in ("valid", "invalid_signature"):
                answers += 1
                found = check_answer(sdk, message, keys["platform"])
            else:
                continue
            problems += [f"{file.name}: {message['name']}: {it}" for it in found]

    if requests == 0:
        problems.append(f"no signed request in `{folder}`")
    for it in problems:
        print(f"error: {it}", file=sys.stderr)
    print(f"{requests} requests and {answers} answers, {len(problems)} problems")
    sys.exit(1 if problems else 0)


def check_request(sdk, message, keys):
    """What is wrong with a request that we signed."""
    ours = signature_of(message["signature_header"])
    parts = [message[it] for it in ("method", "path", "client_id", "request_time", "body")]
    # The SDK puts PKCS#1 armour around a bare key.
    theirs = sdk.sign(*parts, keys["private_pkcs1"])
    if ours != theirs:
        yield f"the SDK signs {theirs}, we sign {ours}"
    text = text_to_sign(*parts)
    signature = base64.b64decode(unquote(ours), validate=True)
    if not openssl_accepts(text, signature, keys["public_spki"]):
        yield "OpenSSL refuses the signature"
    if openssl_accepts(text + b" ", signature, keys["public_spki"]):
        yield "OpenSSL accepts a changed message, so it proves nothing"


def check_answer(sdk, message, keys):
    """What is wrong with our judgement of an answer."""
    headers = message["response_headers"]
    parts = [message["method"], message["path"], headers["client-id"], headers["response-time"]]
    parts.append(message["response_body"])
    ours = message["expect"] == "valid"
    signature = signature_of(headers["signature"])
    if sdk_accepts(sdk, parts, signature, keys["public_spki"]) != ours:
        yield f"the SDK does not agree with `{message['expect']}`"
    raw = base64.b64decode(unquote(signature), validate=True)
    if openssl_accepts(text_to_sign(*parts), raw, keys["public_spki"]) != ours:
        yield f"OpenSSL does not agree with `{message['expect']}`"


def sdk_accepts(sdk, parts, signature, public_key):
    from rsa import VerificationError

    try:
        return sdk.verify(*parts, signature, public_key)
    except VerificationError:
        return False


def signature_of(header):
    """The percent-encoded signature of `algorithm=..,keyVersion=..,signature=..`, in any order."""
    fields = dict(it.strip().split("=", 1) for it in header.split(","))
    return fields["signature"]


def text_to_sign(method, path, client_id, time, body):
    """Written anew on purpose: neither ours nor the SDK's."""
    return f"{method} {path}\n{client_id}.{time}.{body}".encode()


def openssl_accepts(text, signature, public_key):
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        pem = f"-----BEGIN PUBLIC KEY-----\n{wrapped(public_key)}\n-----END PUBLIC KEY-----\n"
        (at / "key.pem").write_text(pem, "ascii")
        (at / "signature").write_bytes(signature)
        (at / "text").write_bytes(text)
        command = ["openssl", "dgst", "-sha256", "-verify", "key.pem", "-signature", "signature"]
        done = subprocess.run([*command, "text"], cwd=at, capture_output=True, text=True)
    if done.returncode == 0 and "Verified OK" in done.stdout:
        return True
    # 1 is also the code of a key that cannot be read; only the words tell them apart.
    if "Verification failure" in done.stdout + done.stderr:
        return False
    sys.exit(f"error: openssl: {done.stderr.strip()}")


def wrapped(text):
    return "\n".join(text[at : at + 64] for at in range(0, len(text), 64))


main()
