"""A client that a foreign generator makes of our OpenAPI document, against our fake.

    openapi-client.py DOCUMENT

`openapi-python-client` makes it; a hook of httpx adds what OpenAPI cannot say: the signature, with
the `cryptography` package. A documented body has to succeed, the same body without a member that is
needed has to be refused by the fake, and so has a good body with a bad signature.
Run it in the root of the repository, with the Python of `.ci/outside`.
"""

import base64
import datetime
import importlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

OPERATION = "createPass"
FAKE = ["cargo", "run", "--quiet", "-p", "alipayhk-ipass", "--features", "fake", "--example", "stipula-fake"]
TOOL = Path(sys.executable).with_name("openapi-python-client")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: openapi-client.py DOCUMENT")
    for module in ("httpx", "cryptography"):
        try:
            importlib.import_module(module)
        except ImportError as error:
            sys.exit(f"error: {error}; run `bash .ci/outside`")
    if not TOOL.exists():
        sys.exit(f"error: `{TOOL}` is missing; run `bash .ci/outside`")

    path = Path(sys.argv[1])
    document = json.loads(path.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        make(path, folder)
        sys.path.insert(0, folder)
        client = Generated("made", document, OPERATION)
        with Fake() as fake:
            problems, count = check(client, fake)
    for it in problems:
        print(f"error: {it}", file=sys.stderr)
    print(f"{len(operations(document))} operations made, {count} calls, {len(problems)} problems")
    sys.exit(1 if problems else 0)


def make(document, folder):
    """Makes the package. What the tool cannot make it tells as a warning; we take none."""
    out = Path(folder) / "made"
    # Formatting the package is of no use here, and would need one more tool.
    config = Path(folder) / "config.yaml"
    config.write_text("post_hooks: []\n", "ascii")
    command = [TOOL, "generate", "--path", document, "--output-path", out, "--meta", "none"]
    done = subprocess.run([*command, "--config", config, "--fail-on-warning"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"error: openapi-python-client: {done.stdout}{done.stderr}")


def operations(document):
    return {it["operationId"]: it for path in document["paths"].values() for it in path.values()}


def check(client, fake):
    """Each call with what has to come back, and what is wrong with it."""
    body = client.example()
    # The rules need it only for some values of another member: an `if` of the schema.
    without = {name: value for name, value in body.items() if name != "dataInfo"}
    calls = [
        ("a documented body", body, fake.sign, "S", "SUCCESS"),
        ("a body without `dataInfo`", without, fake.sign, "F", "FAKE_BROKEN_RULES"),
        ("a bad signature", body, fake.sign_wrongly, "F", "FAKE_WRONG_SIGNATURE"),
    ]
    problems = []
    for what, body, sign, status, code in calls:
        result = client.call(fake, sign, body)
        found = (str(result["resultStatus"]), result["resultCode"])
        if found != (status, code):
            problems.append(f"{what}: expected {status} and {code}, the fake says {result}")
    return problems, len(calls)


class Generated:
    """One operation of the package that was made, found by its names in the document."""

    def __init__(self, package, document, operation):
        self.package = package
        self.operation = operations(document)[operation]
        self.content = next(iter(self.operation["requestBody"]["content"].values()))
        module = snake(operation)
        (found,) = Path(sys.path[0], package, "api").rglob(f"{module}.py")
        self.api = importlib.import_module(f"{package}.api.{found.parent.name}.{module}")
        name = self.content["schema"]["$ref"].rsplit("/", 1)[1]
        self.body = getattr(importlib.import_module(f"{package}.models"), name)

    def example(self):
        return next(iter(self.content["examples"].values()))["value"]

    def call(self, fake, sign, body):
        made = importlib.import_module(self.package)
        hooks = {"event_hooks": {"request": [sign]}}
        with made.Client(base_url=fake.url, httpx_args=hooks) as client:
            answer = self.api.sync_detailed(
                client=client, body=self.body.from_dict(body), request_time=fake.now()
            )
        # The typed answer, back as JSON; the fake may name the result by either name.
        told = answer.parsed.to_dict()
        return told.get("result") or told["resultInfo"]


class Fake:
    """The fake of the repository as a process, with the keys that it made."""

    def __enter__(self):
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        self.process = subprocess.Popen(FAKE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        told = {}
        for line in self.process.stdout:
            name, _, value = line.partition(": ")
            told[name] = value.strip()
            if name == "its public key":
                break
        else:
            sys.exit("error: the fake does not start")
        self.url, self.client_id = told["address"], told["client id"]
        self.key = load_pem_private_key(Path(told["your private key"]).read_bytes(), None)
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def now(self):
        return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")

    def sign(self, request, spoilt=b""):
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
        from cryptography.hazmat.primitives.hashes import SHA256

        time = request.headers["Request-Time"]
        head = f"{request.method} {request.url.raw_path.decode()}\n{self.client_id}.{time}."
        text = head.encode() + request.read() + spoilt
        signature = quote(base64.b64encode(self.key.sign(text, PKCS1v15(), SHA256())), safe="")
        request.headers["Client-Id"] = self.client_id
        request.headers["Signature"] = f"algorithm=RSA256,keyVersion=1,signature={signature}"

    def sign_wrongly(self, request):
        self.sign(request, b" ")


def snake(name):
    return "".join(f"_{it.lower()}" if it.isupper() else it for it in name)


main()
