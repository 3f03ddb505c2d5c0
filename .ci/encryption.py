"""Checks encrypted bodies with OpenSSL's command line, in both directions: it decrypts what we
encrypt, and we decrypt what it encrypts. Run it in the root of the repository."""

import base64
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote, unquote

VECTORS = Path("runtime/tests/vectors")
KEYS = json.loads((VECTORS / "test-keys.json").read_text("utf-8"))
OURS = ["cargo", "run", "--quiet", "-p", "stipula", "--features", "encryption", "--example", "sealed"]
EACH = 100
LARGE = 1 << 20


def main():
    if shutil.which("openssl") is None:
        sys.exit("error: `openssl` is missing")
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        openssl = OpenSsl(Path(folder))
        for vector in json.loads((VECTORS / "encrypted-request.json").read_text("utf-8")):
            if openssl.decrypted(vector["encrypt_header"], vector["body"]) != vector["plain_body"].encode():
                problems.append(f"vector {vector['name']}: OpenSSL decrypts it to another text")
        texts = bodies(random.Random(20240522))
        problems += check_ours(openssl, texts)
        problems += check_theirs(openssl, texts)
    for it in problems:
        print(f"error: {it}", file=sys.stderr)
    print(f"{len(texts)} bodies in each direction, {len(problems)} problems")
    sys.exit(1 if problems else 0)


def bodies(random):
    """Texts of JSON, with characters outside the basic plane, white space, and one large one."""
    alphabet = 'aZ09 \t\n"\\{}[],:%+/=\u00e9\u7968\U0001f3ab\u0000'
    texts = ["", '""', "{}", " [] ", json.dumps("\U0001f3ab" * (LARGE // 4), ensure_ascii=False)]
    while len(texts) < EACH:
        text = "".join(random.choices(alphabet, k=random.randrange(80)))
        texts.append(json.dumps({"text": text}, ensure_ascii=random.random() < 0.5))
    return texts


def check_ours(openssl, texts):
    sealed = ours([{"seal": text} for text in texts])
    seen = set()
    for text, it in zip(texts, sealed, strict=True):
        seen.add(it["header"])
        if openssl.decrypted(it["header"], it["body"]) != text.encode():
            yield f"OpenSSL does not decrypt our {text[:60]!r}"
    if len(seen) != len(texts):
        yield "a wrapped key came twice"


def check_theirs(openssl, texts):
    messages = [openssl.encrypted(text.encode(), size) for at, text in enumerate(texts) for size in (16, 24, 32)[at % 3 :][:1]]
    for text, it in zip(texts, ours(messages), strict=True):
        # An answer is JSON; an empty one is none.
        good = it.get("text") == json.loads(text) if text else "cannot be decrypted" in it["error"]
        if not good or ("text" in it) != bool(text):
            yield f"we do not decrypt OpenSSL's {text[:60]!r}: {str(it)[:200]}"


def ours(lines):
    text = "".join(json.dumps(line) + "\n" for line in lines)
    command = [*OURS, "--", str(VECTORS / "test-keys.json")]
    done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


class OpenSsl:
    """The platform: it decrypts with its private key and encrypts for the merchant."""

    def __init__(self, folder):
        self.platform = pem(folder / "platform.pem", "PRIVATE KEY", KEYS["platform"]["private_pkcs8"])
        self.merchant = pem(folder / "merchant.pem", "PUBLIC KEY", KEYS["merchant"]["public_spki"])

    def decrypted(self, header, body):
        fields = dict(it.split("=", 1) for it in header.split(","))
        wrapped = base64.b64decode(unquote(fields["symmetricKey"]), validate=True)
        key = run(["pkeyutl", "-decrypt", "-inkey", self.platform, "-pkeyopt", "rsa_padding_mode:pkcs1"], wrapped)
        if len(key) != 32:
            return None
        return run(cipher("-d", key), base64.b64decode(body, validate=True))

    def encrypted(self, text, size):
        key = random.randbytes(size)
        wrapped = run(["pkeyutl", "-encrypt", "-pubin", "-inkey", self.merchant, "-pkeyopt", "rsa_padding_mode:pkcs1"], key)
        body = base64.b64encode(run(cipher("-e", key), text)).decode()
        signature = run(["dgst", "-sha256", "-sign", self.platform], f"then.{body}".encode())
        return {
            "header": f"algorithm=RSA_AES,keyVersion=1,symmetricKey={encoded(wrapped)}",
            "body": body,
            "time": "then",
            "signature": f"algorithm=RSA256,keyVersion=1,signature={encoded(signature)}",
        }


def cipher(way, key):
    return ["enc", way, f"-aes-{len(key) * 8}-ecb", "-K", key.hex()]


def encoded(value):
    return quote(base64.b64encode(value), safe="")


def pem(path, label, text):
    lines = "\n".join(text[at : at + 64] for at in range(0, len(text), 64))
    path.write_text(f"-----BEGIN {label}-----\n{lines}\n-----END {label}-----\n", "ascii")
    return str(path)


def run(arguments, data):
    done = subprocess.run(["openssl", *arguments], input=data, capture_output=True)
    if done.returncode != 0:
        return b"openssl: " + done.stderr.strip()
    return done.stdout


main()
