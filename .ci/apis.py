"""Serves the three APIs of `tests/apis` from loopback, without a line of ours, and lets our clients call
them. A server checks every request by itself; our side says what it made of the answers.

`shop` and `bot` are made of Python's standard library; `pay` signs, verifies, seals and opens with
`wechatpayv3`. Run it in the root of the repository."""

import base64
import email.parser
import email.policy
import http.server
import json
import re
import subprocess
import sys
import threading
import time
import urllib.parse
from pathlib import Path
from unittest import mock

try:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from wechatpayv3 import utils
except ImportError as error:
    sys.exit(f"error: {error}; run `bash .ci/outside`")

OURS = ["cargo", "run", "--quiet", "-p", "stipula-tests", "--example", "apis", "--"]
KEYS = json.loads(Path("runtime/tests/vectors/test-keys.json").read_text("utf-8"))
PROBLEMS = []


def expect(what, found, wanted):
    if found != wanted:
        PROBLEMS.append(f"{what}: {found!r}, expected {wanted!r}")


class Handler(http.server.BaseHTTPRequestHandler):
    """Reads a request whole, and answers as `route` says: status, headers, body."""

    protocol_version = "HTTP/1.1"

    def handle_any(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.body = self.rfile.read(length)
        address = urllib.parse.urlsplit(self.path)
        self.parts = [urllib.parse.unquote(it) for it in address.path.split("/")[1:]]
        self.query = urllib.parse.parse_qs(address.query, keep_blank_values=True, strict_parsing=bool(address.query))
        self.server.seen.append(f"{self.command} {address.path}")
        try:
            answer = self.route()
            if answer is None:
                return
            status, headers, body = answer
        except Exception as error:  # a fault of the script is a fault of the check
            PROBLEMS.append(f"{self.command} {self.path}: {error!r}")
            status, headers, body = 500, {}, b""
        self.send_response(status)
        body = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json", **headers}
        if status != 204:
            headers["Content-Length"] = str(len(body))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body if status != 204 else b"")

    do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = handle_any

    def log_message(self, *_):
        pass

    def form(self):
        """The body as a form."""
        expect(f"{self.path} content type", self.headers["Content-Type"], "application/x-www-form-urlencoded")
        return urllib.parse.parse_qs(self.body.decode("ascii"), keep_blank_values=True, strict_parsing=bool(self.body))


class Shop(Handler):
    made, busy, first = [], False, {}

    def route(self):
        expect(self.path, (self.headers["Shop-Version"], self.query.pop("locale", None)), ("2026-11", ["en-GB"]))
        if self.headers["Authorization"] != "Bearer sk_test_1":
            return 401, {}, {"error": {"code": "unauthorized", "message": "Who are you?"}}
        return getattr(self, self.command.lower())()

    def post(self):
        form, key = self.form(), self.headers["Idempotency-Key"]
        expect("idempotency key", bool(re.fullmatch("[0-9a-f]{32}|order-7", key or "")), True)
        if key in Shop.first:
            sent, answer = Shop.first[key]
            if sent != self.body:
                return 400, {}, {"error": {"code": "idempotency_error", "message": "Another request."}}
            return 200, {"Idempotent-Replayed": "true"}, answer
        expect("createCustomer", {"email", "address[city]", "address[lines][]"} >= set(form), True)
        if form["email"] == ["poor@example.com"]:
            return 402, {}, {"error": {"code": "card_declined", "message": "Declined."}}
        if form["email"] == ["busy@example.com"] and not Shop.busy:
            Shop.busy = True
            return 429, {"Retry-After": "0"}, {"error": {"code": "lock_timeout", "message": "Wait."}}
        Shop.made.append({"id": f"c_{len(Shop.made)}", "balance": "0.10", "created": "2026-11-27T10:11:12Z"})
        Shop.first[key] = self.body, Shop.made[-1]
        if form["email"] == ["lost@example.com"] and key != "order-7":
            # It is done, and nobody hears of it.
            self.close_connection = True
            return None
        return 200, {}, Shop.made[-1]

    def get(self):
        expect("listCustomers", self.headers["Prefer"], "count=exact")
        count = int(self.query.get("limit", ["10"])[0])
        after = self.query.get("starting_after", [None])[0]
        all = [f"c/{it} é" for it in range(7)]
        start = all.index(after) + 1 if after else 0
        source = {"id": "card_1", "brand": "x"} if self.query.get("expand[]") == ["data.default_source"] else "card_1"
        data = [{"id": it, "balance": "12345678901234567890.10", "default_source": source} for it in all[start : start + count]]
        return 200, {}, {"data": data, "has_more": start + count < len(all)}

    def patch(self):
        expect("updateCustomer", (self.parts[-1], self.form()), ("c/1 é", {"email": [""]}))
        return 200, {}, {"id": self.parts[-1]}

    def delete(self):
        expect("deleteCustomer", (self.parts[-1], self.body), ("%2F", b""))
        return 204, {}, b""


class Bot(Handler):
    secret, slow = "123:AB-c_d", 0

    def route(self):
        expect("token", self.parts[0], f"bot{self.secret}")
        if self.parts[1] == "sendPhoto":
            return self.photo()
        said = {name: value[0] for name, value in self.query.items()} if self.command == "GET" else json.loads(self.body or b"{}")
        result = {
            "sendMessage": {"message_id": 7, "date": 1_700_000_000, "text": said.get("text"), "unknown": [1]},
            "editMessageText": True if "inline_message_id" in said else {"message_id": 8, "date": 0},
            "getUpdates": [{"update_id": 1, "chat_member": {"status": "left", "reason": "x"}}, {"update_id": 2, "chat_member": {"status": "banned"}}],
            "setWebhook": True,
        }[self.parts[1]]
        if said.get("text") == "forbidden":
            return 403, {}, {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked"}
        if said.get("text") == "slow" and Bot.slow < 1:
            Bot.slow += 1
            return 429, {}, {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 1}}
        return 200, {}, {"ok": True, "result": result}

    def photo(self):
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + self.body)
        parts = {}
        for part in message.iter_parts():
            name = part.get_param("name", header="content-disposition")
            parts[name] = (part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
        expect("sendPhoto names", sorted(parts), ["caption", "chat_id", "photo"])
        expect("sendPhoto chat", parts["chat_id"][2], b"@somebody")
        expect("sendPhoto caption", parts["caption"][2], "“é” --x\r\ny".encode())
        expect("sendPhoto file", (parts["photo"][0], parts["photo"][1], parts["photo"][2]), ("a b.png", "image/png", bytes(range(256))))
        return 200, {}, {"ok": True, "result": {"message_id": 9, "date": 1}}


class Pay(Handler):
    platform = utils.load_private_key(KEYS["platform"]["private_pkcs8"])
    merchant = utils.load_private_key(KEYS["merchant"]["private_pkcs8"])
    serial, api_key, orders = "PUB_KEY_ID_1", "0123456789abcdef0123456789abcdef", {}

    def route(self):
        if self.parts[:2] == ["files", "bill"]:
            expect("downloadBill", (self.query, self.is_signed()), ({"token": ["x/y"]}, True))
            return 200, {"Content-Type": "text/csv"}, b"\xef\xbb\xbfa,b\n\x00\xff"
        if self.parts[:2] == ["v3", "bill"]:
            expect("tradeBill", (self.query, self.is_signed()), ({"bill_date": ["2026-11-27"]}, True))
            body = json.dumps({"download_url": f"http://{self.headers['Host']}/files/bill?token=x%2Fy"}).encode()
            return 200, self.proof(body), body
        if not self.is_signed():
            return 401, {}, {"code": "SIGN_ERROR", "message": "signature"}
        status, body = self.answer()
        return status, self.proof(body), body

    def is_signed(self):
        said = dict(re.findall(r'(\w+)="([^"]*)"', self.headers["Authorization"]))
        with mock.patch.object(utils.time, "time", return_value=int(said["timestamp"])):
            same = utils.build_authorization(
                self.path, self.command, "1900000001", "SERIAL1", self.merchant, self.body.decode(), said["nonce_str"]
            )
        return same == self.headers["Authorization"]

    def answer(self):
        path = "/".join(self.parts)
        if path == "v3/pay/transactions/jsapi":
            said = json.loads(self.body)
            Pay.orders[said["out_trade_no"]] = said
            return 200, json.dumps({"prepay_id": "票"}, ensure_ascii=False).encode()
        if path == "v3/transfers":
            expect("transfer key", self.headers["Wechatpay-Serial"], self.serial)
            said = json.loads(self.body)
            expect("transfer name", utils.rsa_decrypt(said["name"], self.platform), "张三 é")
            return 204, b""
        number = self.parts[4]
        if self.command == "GET" and number in Pay.orders:
            expect("queryOrder", self.query, {"mchid": ["1900000001"]})
            order = {"out_trade_no": number, "trade_state": "NOTPAY", "amount": Pay.orders[number]["amount"]}
            return 200, json.dumps(order).encode()
        if self.command == "POST":
            expect("closeOrder", json.loads(self.body), {"mchid": "1900000001"})
            return 204, b""
        return 404, b'{"code":"ORDER_NOT_EXIST","message":"none"}'

    def proof(self, body):
        now, nonce = str(int(time.time())), f"n{time.monotonic_ns()}"
        text = f"{now}\n{nonce}\n{body.decode()}\n"
        return {
            "Wechatpay-Timestamp": now, "Wechatpay-Nonce": nonce, "Wechatpay-Serial": self.serial,
            "Wechatpay-Signature": utils.rsa_sign(self.platform, text),
        }


def notification():
    """A signed and sealed call of the platform's: headers and body."""
    nonce, beside = "abcdefghijkl", "transaction"
    order = json.dumps({"out_trade_no": "票-1", "trade_state": "SUCCESS", "amount": {"total": 7, "currency": "CNY"}}, ensure_ascii=False)
    sealed = AESGCM(Pay.api_key.encode()).encrypt(nonce.encode(), order.encode(), beside.encode())
    resource = {
        "algorithm": "AEAD_AES_256_GCM", "original_type": "transaction", "nonce": nonce, "associated_data": beside,
        "ciphertext": base64.b64encode(sealed).decode(),
    }
    body = json.dumps({"id": "n-1", "event_type": "TRANSACTION.SUCCESS", "resource": resource})
    return Pay.proof(Pay, body.encode()), body


def run(name, handler, **more):
    """Our client against a server; gives what our side says, line by line."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.seen = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    task = {"url": f"http://127.0.0.1:{server.server_port}", **more}
    done = subprocess.run([*OURS, name], input=json.dumps(task), capture_output=True, text=True, timeout=600)
    server.shutdown()
    if done.returncode:
        PROBLEMS.append(f"{name}: our side stopped: {done.stderr.strip()[-2000:]}")
    return [json.loads(it) for it in done.stdout.splitlines()], server.seen


def compare(name, found, wanted):
    for nth in range(max(len(found), len(wanted))):
        one, two = (it[nth] if nth < len(it) else None for it in (found, wanted))
        expect(f"{name}, line {nth + 1}", one, two)


def main():
    calls = 0
    shop, seen = run("shop", Shop)
    calls += len(seen)
    compare("shop", shop, [
        {"created": ["c_0", "0.10"]}, {"declined": ["card_declined", 402]},
        {"busy, then made": ["c_1", "0.10"]}, {"lost, then the same": [["c_2", "0.10"], 2]},
        {"made for a key": ["c_3", "0.10"]}, {"another with its key": "idempotency_error"},
        {"pages": [f"c/{it} é" for it in range(7)]}, {"digits": "12345678901234567890.10"}, {"expanded": "card_1"},
        {"changed": "c/1 é"}, {"deleted": True}, {"refused before it is sent": ["/email"]}, {"wrong key": 401},
    ])
    expect("shop made", len(Shop.made), 4)
    bot, seen = run("bot", Bot, token=Bot.secret)
    calls += len(seen)
    compare("bot", bot, [
        {"sent": [7, "x é"]}, {"photo": 9}, {"edited": True}, {"edited message": 8}, {"updates": ["left", "banned"]},
        {"webhook": True}, {"blocked": [403, "Forbidden: bot was blocked"]}, {"slow, then sent": [7, "slow"]},
        {"notified": [5, 200]}, {"with another secret": 401}, {"hidden": True},
    ])
    headers, body = notification()
    tasks = {"headers": headers, "body": body, "platform": KEYS["platform"]["public_spki"], "private": KEYS["merchant"]["private_pkcs8"]}
    pay, seen = run("pay", Pay, **tasks)
    calls += len(seen)
    compare("pay", pay, [
        {"prepaid": "票"}, {"queried": ["NOTPAY", 7]}, {"none": ["ORDER_NOT_EXIST", 404]}, {"closed": True}, {"transferred": True},
        {"elsewhere": True}, {"bill": base64.b64encode(b"\xef\xbb\xbfa,b\n\x00\xff").decode()}, {"notified": ["票-1", "SUCCESS", 204]},
        {"changed": 401}, {"hidden": True},
    ])
    for it in PROBLEMS:
        print(f"error: {it}", file=sys.stderr)
    print(f"{calls} calls of three APIs by our clients, {len(PROBLEMS)} problems")
    sys.exit(1 if PROBLEMS else 0)


main()
