"""A server on loopback that checks every signature with OpenSSL's command line and signs its
answers with it, then runs the example client against it. Nothing of ours takes part in the check."""
import base64, http.server, json, os, subprocess, sys, tempfile, threading, urllib.parse

KEYS = json.load(open("runtime/tests/vectors/test-keys.json"))


def pem(folder, name, label, text):
    path = os.path.join(folder, name)
    lines = "\n".join(text[i:i + 64] for i in range(0, len(text), 64))
    open(path, "w").write(f"-----BEGIN {label}-----\n{lines}\n-----END {label}-----\n")
    return path


FOLDER = tempfile.mkdtemp()
MERCHANT = pem(FOLDER, "merchant.pem", "PUBLIC KEY", KEYS["merchant"]["public_spki"])
PLATFORM = pem(FOLDER, "platform.pem", "PRIVATE KEY", KEYS["platform"]["private_pkcs8"])
SEEN = []


def verified(text, signature):
    path = os.path.join(FOLDER, "signature")
    open(path, "wb").write(signature)
    done = subprocess.run(["openssl", "dgst", "-sha256", "-verify", MERCHANT, "-signature", path], input=text, capture_output=True)
    return done.returncode == 0


def signed(text):
    done = subprocess.run(["openssl", "dgst", "-sha256", "-sign", PLATFORM], input=text, capture_output=True, check=True)
    return urllib.parse.quote(base64.b64encode(done.stdout), safe="")


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        client, time = self.headers["Client-Id"], self.headers["Request-Time"]
        parts = dict(part.strip().split("=", 1) for part in self.headers["Signature"].split(","))
        text = f"POST {self.path}\n{client}.{time}.".encode() + body
        good = verified(text, base64.b64decode(urllib.parse.unquote(parts["signature"])))
        SEEN.append((self.path, good))
        answer = json.dumps(self.answer(good)).encode()
        at = "2024-05-22T06:42:22+05:30"
        head = signed(f"POST {self.path}\n{client}.{at}.".encode() + answer)
        self.send_response(200)
        for name, value in {
            "Client-Id": client, "Response-Time": at, "Tracer-Id": f"trace{len(SEEN)}",
            "Signature": f"algorithm=RSA256, keyVersion=1, signature={head}",
            "Content-Type": "application/json; charset=UTF-8", "Content-Length": str(len(answer)),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    def answer(self, good):
        if not good:
            return {"result": {"resultCode": "INVALID_SIGNATURE", "resultStatus": "F", "resultMessage": "bad signature"}}
        return {
            "result": {"resultCode": "SUCCESS", "resultStatus": "S", "resultMessage": "success"},
            "templateCode": "82022031100135000000000000626075", "status": "valid",
            "passId": "22025030300135606000000015385502", "somethingNew": {"kept": True},
        }

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
env = dict(os.environ, STIPULA_BASE_URL=f"http://127.0.0.1:{server.server_port}", STIPULA_CLIENT_ID="4Q5Y8W0WSG45P907917",
           STIPULA_PRIVATE_KEY=KEYS["merchant"]["private_pkcs8"], STIPULA_PLATFORM_KEY=KEYS["platform"]["public_spki"])
done = subprocess.run(["cargo", "run", "--quiet", "-p", "alipayhk-ipass", "--example", "tickets"], env=env, timeout=900)
server.shutdown()
print(f"{len(SEEN)} requests, {sum(good for _, good in SEEN)} signatures good by OpenSSL")
sys.exit(done.returncode or (0 if len(SEEN) == 6 and all(good for _, good in SEEN) else 1))
