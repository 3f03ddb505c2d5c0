"""Holds signatures by templates against witnesses that share no code with us, in both directions.

`wechatpayv3`, an independent client of WeChat Pay: it calls a fake of ours, which checks its signature,
and verifies the answer; and our client calls a server that makes the same header with the package,
byte for byte, and signs its answers with it. Notifications go both ways as well: our receiver takes what the
package signs and `cryptography` seals, and the package takes what our fake makes. OpenSSL's command line: it verifies what we sign, and we
verify what it signs, by each algorithm. Run it in the root of the repository."""

import base64
import http.server
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from unittest import mock

try:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from wechatpayv3 import core, utils
    from wechatpayv3.type import RequestType
except ImportError as error:
    sys.exit(f"error: `wechatpayv3` is missing: {error}; run `bash .ci/outside`")

OURS = ["cargo", "run", "--quiet", "-p", "stipula-tests", "--example", "signed"]
VECTORS = json.loads(Path("runtime/tests/vectors/signatures/signatures.json").read_text("utf-8"))["vectors"]
KEYS = json.loads(Path("runtime/tests/vectors/test-keys.json").read_text("utf-8"))
KIND = "WECHATPAY2-SHA256-RSA2048"
SERIAL = "PUB_KEY_ID_0114232134912410000000000000"
EACH = 20


class Ours:
    """Our side, which answers a line with a line."""

    def __init__(self, command=OURS):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, task):
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"error: our side stopped at {task}")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait(60)


def main():
    ours, problems = Ours(), []
    calls = theirs_calls_us(ours, problems)
    answers = we_call_them(ours, problems)
    notifications = they_notify_us(ours, problems) + we_notify_them(ours, problems)
    signatures = openssl(ours, problems)
    ours.close()
    for it in problems:
        print(f"error: {it}", file=sys.stderr)
    print(f"{calls} calls by wechatpayv3, {answers} answers by it, {notifications} notifications, {signatures} signatures by OpenSSL, {len(problems)} problems")
    sys.exit(1 if problems else 0)


def theirs_calls_us(ours, problems):
    """The package as client of our fake."""
    fake = ours.ask("serve")
    client = core.Core(
        mchid=fake["merchant"], cert_serial_no=fake["merchant"], private_key=fake["private"], apiv3_key="-",
        public_key=fake["public"], public_key_id=fake["id"],
    )
    client._gate_way = fake["url"]
    tasks = [
        (RequestType.POST, "/v3/orders", {"description": "\u7968 & 100%", "amount": 1}),
        (RequestType.GET, "/v3/orders/no/a%2Fb%201234?merchant=m%26n&fields=x", None),
        (RequestType.POST, "/v3/orders/no/123456/close", {"merchant": "m"}),
    ]
    named_order = {"description": "x", "amount": 1, "receivers": [{"account": "1", "name": client.encrypt("\u7968 Tea")}]}
    tasks.append((RequestType.POST, "/v3/orders", named_order))
    for method, path, data in tasks:
        sealed = {"cipher_data": True} if data is named_order else {}
        try:
            with named(answers_name_their_kind):
                status, body = client.request(path, method=method, data=data, **sealed)
        except Exception as error:
            problems.append(f"wechatpayv3 {path}: {error}")
            continue
        if status != 200:
            problems.append(f"our fake answers {path} with {status}: {body}")
        # The same answer with another body proves nothing.
        try:
            with named(answers_are_changed):
                client.request(path, method=method, data=data, **sealed)
            problems.append(f"wechatpayv3 takes a changed answer to {path}")
        except Exception as error:
            if "verify" not in str(error):
                problems.append(f"wechatpayv3 {path}: {error}")
    client._private_key = utils.load_private_key(KEYS["merchant"]["private_pkcs8"])
    with named(answers_name_their_kind):
        status, body = client.request("/v3/orders", method=RequestType.POST, data=tasks[0][2])
    if status == 200 or "FAKE_WRONG_SIGNATURE" not in body:
        problems.append(f"our fake takes a signature by another key: {status} {body}")
    return len(tasks)


def named(change):
    """Lets answers through `change`; the platform names the kind of its signature, our fake does not."""
    real = core.requests.request

    def changed(*arguments, **named):
        return change(real(*arguments, **named))

    return mock.patch.multiple(
        core.requests,
        get=lambda **named: changed("GET", **named),
        post=lambda **named: changed("POST", **named),
    )


def answers_name_their_kind(response):
    response.headers["Wechatpay-Signature-Type"] = KIND
    return response


def answers_are_changed(response):
    response._content += b" "
    return answers_name_their_kind(response)


class Handler(http.server.BaseHTTPRequestHandler):
    """A platform that checks and signs with the package."""

    key = utils.load_private_key(KEYS["platform"]["private_pkcs8"])
    merchant = utils.load_private_key(KEYS["merchant"]["private_pkcs8"])
    how, seen, opened = "right", [], []

    def do_POST(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        header = self.headers["Authorization"]
        said = dict(re.findall(r'(\w+)="([^"]*)"', header))
        with mock.patch.object(utils.time, "time", return_value=int(said["timestamp"])):
            same = utils.build_authorization(
                self.path, self.command, said["mchid"], said["serial_no"], self.merchant, body, said["nonce_str"]
            )
        Handler.seen.append((self.command, self.path, said["nonce_str"], header == same))
        for it in json.loads(body or "{}").get("receivers", []):
            opened = utils.rsa_decrypt(it["name"], self.key)
            Handler.opened.append((self.headers["Wechatpay-Serial"], opened))
        self.answer()

    do_GET = do_POST

    def answer(self):
        now, nonce = str(int(time.time()) - (1000 if self.how == "old" else 0)), f"n{time.monotonic_ns()}"
        failed = self.how == "failed"
        text = json.dumps({"code": "ORDER_NOT_EXIST", "message": "\u7968"} if failed else {"prepay_id": "\u7968"}, ensure_ascii=False)
        signed = text + " " if self.how == "changed" else text
        headers = {
            "Wechatpay-Timestamp": now, "Wechatpay-Nonce": nonce, "Wechatpay-Serial": "OTHER" if self.how == "key" else SERIAL,
            "Wechatpay-Signature": utils.rsa_sign(self.key, f"{now}\n{nonce}\n{signed}\n"),
        }
        if self.how == "nonce":
            del headers["Wechatpay-Nonce"]
        if self.how in ("bare", "failed"):
            headers = {}
        self.send_response(404 if failed else 200)
        for name, value in {**headers, "Content-Type": "application/json", "Content-Length": str(len(text.encode()))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


def we_call_them(ours, problems):
    """Our client against a server that is made of the package."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    task = {
        "url": f"http://127.0.0.1:{server.server_port}", "id": SERIAL,
        "private": KEYS["merchant"]["private_pkcs8"], "public": KEYS["platform"]["public_spki"],
    }
    expected = {
        "right": {"unsigned": False}, "old": {"why": "Stale"}, "changed": {"why": "Mismatch"}, "key": {"why": "UnknownKey"},
        "nonce": {"why": "Incomplete"}, "bare": {"why": "Unsigned"}, "failed": {"why": None, "code": "ORDER_NOT_EXIST"},
    }
    count = 0
    for how, wanted in expected.items():
        Handler.how = how
        for found in ours.ask({"call": task}):
            count += 1
            if {name: found.get(name, "-") for name in wanted} != wanted:
                problems.append(f"an answer that is {how}: {found}, expected {wanted}")
    server.shutdown()
    if len(Handler.seen) != count:
        problems.append(f"{len(Handler.seen)} requests came, expected {count}")
    for command, path, _, same in Handler.seen:
        if not same:
            problems.append(f"wechatpayv3 writes another header for {command} {path}")
    if set(Handler.opened) != {(SERIAL, "\u7968 Tea")}:
        problems.append(f"wechatpayv3 reads {Handler.opened} in encrypted members")
    if len({nonce for _, _, nonce, _ in Handler.seen}) != count:
        problems.append("a nonce was used twice")
    return count


SEAL_KEY = "0123456789abcdef0123456789ABCDEF"


def they_notify_us(ours, problems):
    """Notifications that the package signs and `cryptography` seals, for our receiver."""
    key = utils.load_private_key(KEYS["platform"]["private_pkcs8"])
    unproven = {name: f"Unverified({name})" for name in ("Mismatch", "Stale", "UnknownKey", "Unsigned", "Incomplete")}
    expected = {
        "right": {"kind": "paid", "id": "n1", "prepay_id": "\u7968"}, "other": {"kind": None},
        "changed": {"error": unproven["Mismatch"]}, "old": {"error": unproven["Stale"]},
        "key": {"error": unproven["UnknownKey"]}, "bare": {"error": unproven["Unsigned"]},
        "nonce": {"error": unproven["Incomplete"]}, "sealed": {"error": "Unopened"}, "beside": {"error": "Unopened"},
    }
    for how, wanted in expected.items():
        plain = json.dumps({"prepay_id": "\u7968"}, ensure_ascii=False).encode()
        seal_key = SEAL_KEY[::-1] if how == "sealed" else SEAL_KEY
        sealed = AESGCM(seal_key.encode()).encrypt(b"fdasflkja484", plain, b"transaction")
        body = json.dumps({
            "id": "n1", "event_type": "OTHER" if how == "other" else "TRANSACTION.SUCCESS", "resource": {
                "algorithm": "AEAD_AES_256_GCM", "ciphertext": base64.b64encode(sealed).decode(),
                "nonce": "fdasflkja484", "associated_data": "refund" if how == "beside" else "transaction",
            },
        })
        now, nonce = str(int(time.time()) - (1000 if how == "old" else 0)), "593BEC0C930BF1AFEB40B4A08C8FB242"
        headers = {
            "Wechatpay-Timestamp": now, "Wechatpay-Nonce": nonce, "Wechatpay-Serial": "OTHER" if how == "key" else SERIAL,
            "Wechatpay-Signature": utils.rsa_sign(key, f"{now}\n{nonce}\n{body}\n"), "Wechatpay-Signature-Type": KIND,
        }
        if how == "nonce":
            del headers["Wechatpay-Nonce"]
        found = ours.ask({"receive": {
            "headers": {} if how == "bare" else headers, "body": body + " " if how == "changed" else body,
            "public": KEYS["platform"]["public_spki"], "id": SERIAL, "key": SEAL_KEY,
        }})
        if found != wanted:
            problems.append(f"a notification that is {how}: {found}, expected {wanted}")
    return len(expected)


def we_notify_them(ours, problems):
    """A notification of our fake, for the package."""
    made = ours.ask("notify")
    client = core.Core(
        mchid="1", cert_serial_no="1", private_key=made["private"], apiv3_key=made["key"],
        public_key=made["public"], public_key_id=made["id"],
    )
    headers = {name.title(): value for name, value in made["headers"].items()}
    headers["Wechatpay-Signature-Type"] = KIND
    taken = client.callback(headers, made["body"])
    wanted = {"id": "1", "event_type": "TRANSACTION.SUCCESS", "resource_type": "encrypt-resource", "resource": {"prepay_id": "\u7968"}}
    if taken != wanted:
        problems.append(f"wechatpayv3 makes {taken} of our notification, expected {wanted}")
    if client.callback(headers, made["body"] + " "):
        problems.append("wechatpayv3 takes a changed notification of ours, so it proves nothing")
    return 2


def openssl(ours, problems):
    """Each algorithm in both directions."""
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for vector in VECTORS:
            tool, name = OpenSsl(Path(folder), vector), vector["algorithm"]
            for nth in range(EACH):
                message = vector["message"] + "\u7968" * nth
                key = vector.get("private") or vector["secret"]
                mine = ours.ask({"sign": {"algorithm": name, "key": key, "message": message}})["signature"]
                count += 1
                if not tool.accepts(message.encode(), base64.b64decode(mine, validate=True)):
                    problems.append(f"{name}: OpenSSL refuses our signature")
                if tool.accepts(message.encode() + b" ", base64.b64decode(mine)):
                    problems.append(f"{name}: OpenSSL accepts a changed message, so it proves nothing")
                if "public" not in vector:
                    continue
                task = {"algorithm": name, "key": vector["public"], "message": message}
                theirs = base64.b64encode(tool.sign(message.encode())).decode()
                count += 1
                if not ours.ask({"verify": {**task, "signature": theirs}})["good"]:
                    problems.append(f"{name}: we refuse the signature of OpenSSL")
                if ours.ask({"verify": {**task, "message": message + " ", "signature": theirs}})["good"]:
                    problems.append(f"{name}: we accept a changed message")
    return count


class OpenSsl:
    """The command line, for the algorithm of a vector."""

    PSS = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"]

    def __init__(self, folder, vector):
        self.name, self.folder, self.secret = vector["algorithm"], folder, vector.get("secret")
        self.private, self.public = folder / "private.pem", folder / "public.pem"
        if not self.secret:
            self.private.write_text(vector["private"])
            self.public.write_text(vector["public"])

    def run(self, *arguments, text=b""):
        return subprocess.run(["openssl", *map(str, arguments)], input=text, capture_output=True)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def sign(self, text):
        if self.secret:
            options = ["-sha512" if self.name.endswith("512") else "-sha256", "-mac", "HMAC"]
            done = self.run("dgst", *options, "-macopt", "hexkey:" + self.secret.encode().hex(), "-binary", text=text)
        elif self.name == "ed25519":
            done = self.run("pkeyutl", "-sign", "-rawin", "-inkey", self.private, "-in", self.file("text", text))
        else:
            pss = self.PSS if "pss" in self.name else []
            done = self.run("dgst", "-sha256", *pss, "-sign", self.private, text=text)
        done.check_returncode()
        return done.stdout

    def accepts(self, text, signature):
        if self.secret:
            return self.sign(text) == signature
        file = self.file("signature", signature)
        if self.name == "ed25519":
            arguments = ["-pubin", "-inkey", self.public, "-in", self.file("text", text), "-sigfile", file]
            return self.run("pkeyutl", "-verify", "-rawin", *arguments).returncode == 0
        pss = self.PSS if "pss" in self.name else []
        return self.run("dgst", "-sha256", *pss, "-verify", self.public, "-signature", file, text=text).returncode == 0


if __name__ == "__main__":
    main()
