"""Holds the client of `spec/wechat-pay` against `wechatpayv3`, an independent client, in both directions.

The package's own methods call the fake that is made of the spec, which checks signatures and bodies and
decrypts; the package verifies its answers and opens what it seals. Every operation of our client calls a server
that is made of the package: it writes the same `Authorization`, byte for byte, decrypts, signs and seals, and
takes a new certificate into use. Notifications go both ways. Run it in the root of the repository, where
`.ci/outside` does."""

import base64
import datetime
import http.server
import json
import re
import sys
import threading
import time
from unittest import mock

import wechat
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.x509.oid import NameOID
from wechatpayv3 import WeChatPay, WeChatPayType, utils

OURS = [
    "cargo", "run", "--quiet", "--locked", "--manifest-path", "tests/downstream/wechat-shop/Cargo.toml",
    "--target-dir", "target/downstream", "--example", "outside",
]
NAME, TICKET = "\u5f20\u4e09 \u00e9", "\u7968"
ORDER = {
    "mchid": "1900009191", "out_trade_no": "TEA_2|2*-1", "transaction_id": "4200000000000000000000000001",
    "trade_state": "SUCCESS", "trade_state_desc": TICKET, "payer": {"openid": TICKET},
    "amount": {"total": 2600, "payer_total": 2600, "currency": "CNY"},
}
REFUND = {
    "refund_id": "50", "out_refund_no": "TEA@1|*", "transaction_id": "42", "out_trade_no": "TEA_2|2*-1", "status": "PROCESSING",
}
TOLD_REFUND = {
    "mchid": "1900009191", "out_refund_no": "TEA@1|*", "refund_status": "SUCCESS", "user_received_account": TICKET,
    "amount": {"total": 2600, "refund": 1300},
}
TRANSFER = {"out_bill_no": "GIFT20250331A", "transfer_bill_no": "13", "state": "WAIT_USER_CONFIRM"}
BILL = "\u4ea4\u6613\u65f6\u95f4,`1\n".encode()
SEAL_KEY = wechat.SEAL_KEY


def main():
    ours, problems = wechat.Ours(OURS), []
    fake = ours.ask("serve")
    calls = they_call_us(ours, fake, problems)
    answers = we_call_them(ours, problems)
    notifications = they_notify_us(ours, problems) + we_notify_them(ours, fake, problems)
    ours.close()
    for it in problems:
        print(f"error: {it}", file=sys.stderr)
    print(f"spec/wechat-pay: {calls} calls by wechatpayv3, {answers} answers by it, {notifications} notifications, {len(problems)} problems")
    sys.exit(1 if problems else 0)


def shop(fake):
    """The package as a merchant of the fake."""
    pay = WeChatPay(
        wechatpay_type=WeChatPayType.JSAPI, mchid=fake["merchant"], private_key=fake["private"],
        cert_serial_no=fake["merchant"], appid="wxd678efh567hg6787", apiv3_key=fake["key"],
        notify_url="https://tea.example/told", public_key=fake["public"], public_key_id=fake["id"],
    )
    pay._core._gate_way = fake["url"]
    return pay


def they_call_us(ours, fake, problems):
    """Each operation by the package's own method, and the same with an answer that was changed."""
    pay, number = shop(fake), "TEA_22-1"
    tea = {"description": TICKET + " & 100%", "out_trade_no": number, "amount": {"total": 2600, "currency": "CNY"}}
    report = [{"info_type": TICKET, "info_content": TICKET}]
    transfer = {"transfer_scene_id": "1000", "openid": "o1", "transfer_remark": TICKET, "transfer_scene_report_infos": report}
    link = fake["url"] + "/v3/billdownload/file?token=t7"
    calls = [
        ("jsapiPrepay", lambda: pay.pay(**tea, payer={"openid": "o1"})),
        ("nativePrepay", lambda: pay.pay(**tea, pay_type=WeChatPayType.NATIVE)),
        ("appPrepay", lambda: pay.pay(**tea, pay_type=WeChatPayType.APP)),
        ("h5Prepay", lambda: pay.pay(**tea, pay_type=WeChatPayType.H5, scene_info={"payer_client_ip": "2001:db8::1", "h5_info": {"type": "Wap"}})),
        ("queryOrderById", lambda: pay.query(transaction_id="42")),
        ("queryOrderByOutTradeNo", lambda: pay.query(out_trade_no=number)),
        ("closeOrder", lambda: pay.close(number)),
        ("createRefund", lambda: pay.refund("R-1", {"refund": 1, "total": 2600, "currency": "CNY"}, out_trade_no=number, reason=TICKET)),
        ("queryRefund", lambda: pay.query_refund("R-1")),
        ("getTradeBill", lambda: pay.trade_bill("2026-11-27")),
        ("getFundFlowBill", lambda: pay.fundflow_bill("2026-11-27")),
        ("downloadBill", lambda: pay.download_bill(link)),
        ("createTransfer", lambda: pay.mch_transfer_bills("G1", transfer_amount=200000, user_name=NAME, **transfer)),
        ("queryTransfer", lambda: pay.mch_transfer_bills_query("G1")),
    ]
    for operation, call in calls:
        try:
            with wechat.named(wechat.answers_name_their_kind):
                status, body = call()
        except Exception as error:
            problems.append(f"wechatpayv3 {operation}: {error}")
            continue
        received = ours.ask("received")
        if status not in (200, 204) or [it[:2] for it in received] != [[operation, None]]:
            problems.append(f"our fake answers {operation} with {status} {body}, and has {received}")
        if operation in ("closeOrder", "downloadBill"):
            continue  # an empty body, and an answer that nobody signs
        try:
            with wechat.named(wechat.answers_are_changed):
                call()
            problems.append(f"wechatpayv3 takes a changed answer to {operation}")
        except Exception as error:
            if "verify" not in str(error):
                problems.append(f"wechatpayv3 {operation}: {error}")
        ours.ask("received")
    refused = [
        ("not-above-total", lambda: pay.refund("R-2", {"refund": 2601, "total": 2600, "currency": "CNY"}, out_trade_no=number)),
        ("scene_info", lambda: pay.pay(**tea, pay_type=WeChatPayType.H5, scene_info={"payer_client_ip": "127.0.0.1"})),
        ("out_trade_no", lambda: pay.pay(**{**tea, "out_trade_no": "T-1"}, payer={"openid": "o1"})),
    ]
    for why, call in refused:
        with wechat.named(wechat.answers_name_their_kind):
            status, body = call()
        told = json.dumps(ours.ask("received"))
        if status < 400 or why not in told:
            problems.append(f"our fake takes what breaks `{why}`: {status} {body}, {told}")
    return len(calls) + len(refused) + certificates(ours, fake, problems)


def certificates(ours, fake, problems):
    """The package opens the certificate that the fake has sealed."""
    made, text = Certificate(), {"effective_time": "2020-01-01T00:00:00+08:00", "expire_time": "2040-01-01T00:00:00+08:00"}
    ours.ask({"next": {"data": [{"serial_no": made.serial, **text, "encrypt_certificate": made.pem}]}})
    core = shop(fake)._core
    core._update_certificates()
    if [it.serial_number for it in core._certificates] != [made.certificate.serial_number]:
        problems.append(f"wechatpayv3 reads {core._certificates} in the certificates of our fake")
    ours.ask("received")
    return 1


class Certificate:
    """A key of the platform that nobody has yet."""

    def __init__(self):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "platform")])
        now = datetime.datetime.now(datetime.timezone.utc)
        days = datetime.timedelta(days=30)
        builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(self.key.public_key())
        builder = builder.serial_number(x509.random_serial_number()).not_valid_before(now - days).not_valid_after(now + days)
        self.certificate = builder.sign(self.key, hashes.SHA256())
        self.serial = f"{self.certificate.serial_number:X}"
        self.pem = self.certificate.public_bytes(serialization.Encoding.PEM).decode()


def sealed(text, beside, key=SEAL_KEY):
    code = AESGCM(key.encode()).encrypt(b"fdasflkja484", text.encode(), beside.encode())
    return {
        "algorithm": "AEAD_AES_256_GCM", "ciphertext": base64.b64encode(code).decode(), "nonce": "fdasflkja484",
        "associated_data": beside, "original_type": beside,
    }


class Platform(http.server.BaseHTTPRequestHandler):
    """A server that checks, decrypts, signs and seals with the package."""

    key = utils.load_private_key(wechat.KEYS["platform"]["private_pkcs8"])
    merchant = utils.load_private_key(wechat.KEYS["merchant"]["private_pkcs8"])
    new, seen, names, problems = Certificate(), [], [], []

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        header = self.headers["Authorization"]
        said = dict(re.findall(r'(\w+)="([^"]*)"', header))
        with mock.patch.object(utils.time, "time", return_value=int(said["timestamp"])):
            wanted = utils.build_authorization(
                self.path, self.command, said["mchid"], said["serial_no"], self.merchant, body, said["nonce_str"]
            )
        if header != wanted:
            Platform.problems.append(f"wechatpayv3 writes another header for {self.command} {self.path}")
        if self.headers["Accept"] != "application/json":
            Platform.problems.append(f"{self.path}: Accept is {self.headers['Accept']}")
        Platform.seen.append(f"{self.command} {self.path}")
        sent = json.loads(body or "{}")
        if "user_name" in sent:
            Platform.names.append((self.headers["Wechatpay-Serial"], utils.rsa_decrypt(sent["user_name"], self.key)))
        self.answer(*self.of(self.path.split("?")[0]))

    do_GET = do_POST

    def of(self, path):
        """Status and body of the answer, and the key that signs it."""
        old, here = (wechat.SERIAL, self.key), f"http://127.0.0.1:{self.server.server_port}"
        bill = {"hash_type": "SHA1", "hash_value": "79bb", "download_url": here + "/v3/billdownload/file?token=x%2Fy"}
        if path.endswith("/nobody"):
            failed = {"code": "ORDER_NOT_EXIST", "message": TICKET, "detail": {"field": "/out_trade_no", "location": "path"}}
            return 404, json.dumps(failed), None
        if path.endswith("/renewed"):
            return 200, json.dumps(ORDER), (self.new.serial, self.new.key)
        if path == "/v3/certificates":
            times = {"effective_time": "2020-01-01T00:00:00+08:00", "expire_time": "2040-01-01T00:00:00+08:00"}
            data = [{"serial_no": self.new.serial, **times, "encrypt_certificate": sealed(self.new.pem, "certificate")}]
            return 200, json.dumps({"data": data}), None
        if path == "/v3/billdownload/file":
            return 200, BILL.decode(), None
        if path.endswith("/close"):
            return 204, "", old
        answers = {
            "/v3/pay/transactions/jsapi": {"prepay_id": TICKET}, "/v3/pay/transactions/app": {"prepay_id": TICKET},
            "/v3/pay/transactions/native": {"code_url": "weixin://x"}, "/v3/pay/transactions/h5": {"h5_url": "https://x.example/"},
            "/v3/bill/tradebill": bill, "/v3/bill/fundflowbill": bill,
            "/v3/fund-app/mch-transfer/transfer-bills": TRANSFER,
        }
        queries = {"/v3/pay/transactions/": ORDER, "/v3/refund/": REFUND, "/v3/fund-app/": TRANSFER}
        found = answers.get(path) or next(it for start, it in queries.items() if path.startswith(start))
        return 200, json.dumps(found, ensure_ascii=False), old

    def answer(self, status, text, signer):
        self.send_response(status)
        if signer:
            now, nonce = str(int(time.time())), f"n{time.monotonic_ns()}"
            self.send_header("Wechatpay-Timestamp", now)
            self.send_header("Wechatpay-Nonce", nonce)
            self.send_header("Wechatpay-Serial", signer[0])
            self.send_header("Wechatpay-Signature", utils.rsa_sign(signer[1], f"{now}\n{nonce}\n{text}\n"))
        if status != 204:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


def we_call_them(ours, problems):
    """Every operation of our client against a server that is made of the package."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Platform)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    told = ours.ask({"call": {
        "url": f"http://127.0.0.1:{server.server_port}", "id": wechat.SERIAL, "key": SEAL_KEY,
        "private": wechat.KEYS["merchant"]["private_pkcs8"], "public": wechat.KEYS["platform"]["public_spki"],
    }})
    server.shutdown()
    nobody = told.pop("nobody")
    wanted = {
        "jsapi_prepay": f'"{TICKET}"', "native_prepay": '"weixin://x"', "app_prepay": f'"{TICKET}"', "h5_prepay": '"https://x.example/"',
        "query_order_by_id": '"TEA_2|2*-1"', "query_order_by_out_trade_no": '"SUCCESS"', "close_order": "NoContent",
        "create_refund": '"PROCESSING"', "query_refund": '"50"', "get_trade_bill": '"79bb"', "get_fund_flow_bill": '"79bb"',
        "download_bill": str(len(BILL)), "create_transfer": '"WAIT_USER_CONFIRM"', "query_transfer": '"13"',
        "get_certificates": ["UnknownKey", [Platform.new.serial]],
    }
    for operation in sorted(wanted.keys() | told.keys()):
        if told.get(operation) != wanted.get(operation):
            problems.append(f"{operation}: {told.get(operation)}, expected {wanted.get(operation)}")
    if (nobody["code"], nobody["field"]) != ("ORDER_NOT_EXIST", "/out_trade_no"):
        problems.append(f"a failure is told as {nobody}")
    if Platform.names != [(wechat.SERIAL, NAME)]:
        problems.append(f"wechatpayv3 reads {Platform.names} in encrypted members")
    problems.extend(Platform.problems)
    return len(Platform.seen)


def they_notify_us(ours, problems):
    """Notifications that the package signs and `cryptography` seals, for our receiver."""
    unproven = {name: {"error": f"Unverified({name})"} for name in ("Mismatch", "Stale", "UnknownKey", "Unsigned")}
    paid = {"kind": "paid", "told": ["TEA_2|2*-1", "SUCCESS", TICKET], "status": 204, "hidden": True}
    refunded = {"kind": "refunded", "told": ["TEA@1|*", "SUCCESS", TICKET], "status": 204, "hidden": True}
    cases = [
        ("right", "TRANSACTION.SUCCESS", ORDER, paid), ("right", "REFUND.SUCCESS", TOLD_REFUND, refunded),
        ("right", "REFUND.CLOSED", TOLD_REFUND, refunded), ("right", "REFUND.ABNORMAL", TOLD_REFUND, refunded),
        ("right", "OTHER", ORDER, {"kind": None, "told": None, "status": 204, "hidden": True}),
        ("changed", "TRANSACTION.SUCCESS", ORDER, unproven["Mismatch"]), ("old", "TRANSACTION.SUCCESS", ORDER, unproven["Stale"]),
        ("key", "REFUND.SUCCESS", TOLD_REFUND, unproven["UnknownKey"]), ("bare", "REFUND.SUCCESS", TOLD_REFUND, unproven["Unsigned"]),
        ("sealed", "TRANSACTION.SUCCESS", ORDER, {"error": "Unopened"}),
    ]
    for how, event, resource, wanted in cases:
        body = json.dumps({
            "id": "EV-1", "create_time": "2026-11-28T10:00:00+08:00", "event_type": event, "resource_type": "encrypt-resource",
            "summary": "s", "resource": sealed(json.dumps(resource, ensure_ascii=False), "transaction", SEAL_KEY[::-1] if how == "sealed" else SEAL_KEY),
        })
        now, nonce = str(int(time.time()) - (1000 if how == "old" else 0)), "593BEC0C930BF1AFEB40B4A08C8FB242"
        headers = {
            "Wechatpay-Timestamp": now, "Wechatpay-Nonce": nonce, "Wechatpay-Serial": "OTHER" if how == "key" else wechat.SERIAL,
            "Wechatpay-Signature": utils.rsa_sign(Platform.key, f"{now}\n{nonce}\n{body}\n"), "Wechatpay-Signature-Type": wechat.KIND,
        }
        found = ours.ask({"receive": {
            "headers": {} if how == "bare" else headers, "body": body + " " if how == "changed" else body,
            "public": wechat.KEYS["platform"]["public_spki"], "id": wechat.SERIAL, "key": SEAL_KEY,
        }})
        if found != wanted:
            problems.append(f"a notification {event} that is {how}: {found}, expected {wanted}")
    return len(cases)


def we_notify_them(ours, fake, problems):
    """Notifications of our fake, for the package."""
    pay = shop(fake)
    for kind, event, resource in [("paid", "TRANSACTION.SUCCESS", ORDER), ("refunded", "REFUND.SUCCESS", TOLD_REFUND)]:
        body = {"id": "EV-1", "event_type": event, "resource_type": "encrypt-resource", "resource": resource}
        made = ours.ask({"notify": [kind, body]})
        headers = {name.title(): value for name, value in made["headers"].items()}
        headers["Wechatpay-Signature-Type"] = wechat.KIND
        taken = pay.callback(headers, made["body"])
        if taken != body:
            problems.append(f"wechatpayv3 makes {taken} of our notification, expected {body}")
        if pay.callback(headers, made["body"] + " "):
            problems.append("wechatpayv3 takes a changed notification of ours, so it proves nothing")
    return 4


if __name__ == "__main__":
    main()
