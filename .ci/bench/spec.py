#!/usr/bin/env python3
"""spec.py N FOLDER [--seed S] [--no-scenarios] [--no-conditions] [--no-docs]
A synthetic stipula spec of realistic density. The same N and seed give the same bytes."""
import argparse, os, random, shutil
ap = argparse.ArgumentParser()
ap.add_argument("n", type=int); ap.add_argument("out")
ap.add_argument("--seed", type=int, default=7)
ap.add_argument("--no-scenarios", action="store_true")
ap.add_argument("--no-conditions", action="store_true")
ap.add_argument("--no-docs", action="store_true")
a = ap.parse_args()
R = random.Random(a.seed)
N = a.n
NT, NE = max(2, N // 2), max(2, N // 3)
NOUN = "order ticket user shop price state color owner basket label depot part stage venue route lane seat coupon refund payment invoice address carrier parcel batch slot zone voucher member channel device session".split()
VERB = "create query update cancel close confirm list refund issue bind".split()
WORDS = ("the a of this merchant order that was made before it is sent to wallet when page shows value which must be kept "
         "by platform and not changed after first use in any market unless agent asks for it again within one day").split()
def prose(lo, hi):
    w = [R.choice(WORDS) for _ in range(R.randint(lo, hi))]
    w[0] = w[0].capitalize()
    return " ".join(w) + "."
def doc(lo=6, hi=18):
    return "" if a.no_docs else f", doc: {prose(lo, hi)}"
def camel(*p):
    return p[0] + "".join(x.capitalize() for x in p[1:])
def w(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "w").write(text)
shutil.rmtree(a.out, ignore_errors=True)
inc, quirks = [], []
enums = []
lines = ["types:"]
for e in range(NE):
    n = R.randint(4, 9)
    vals = R.sample([x.upper() for x in NOUN], n)
    enums.append((f"Kind{e}", vals))
    lines.append(f"  Kind{e}:")
    lines.append(f"    doc: {prose(5, 12)}")
    lines.append(f"    enum:")
    lines += [f"      {v}: {prose(3, 8)}" for v in vals]
    if (e + 1) % 40 == 0 or e + 1 == NE:
        p = f"types/enums{e // 40}.yaml"; inc.append(p)
        w(f"{a.out}/{p}", "\n".join(lines) + "\n"); lines = ["types:"]
def plain(name, i):
    k = R.random()
    if k < .45: return f"type: string, max_chars: {R.choice([16, 32, 64, 128, 256])}"
    if k < .58: return f"type: integer, range: [{R.choice([0, 1])}, {R.choice([100, 10000, 1000000])}]"
    if k < .66: return "type: boolean"
    if k < .74: return "type: timestamp_millis"
    if k < .80: return "type: url, max_chars: 512"
    if k < .85: return "type: decimal"
    if k < .93: return f"type: {enums[R.randrange(NE)][0]}"
    return "type: { list: string }, max_items: 20"
# types: only earlier types are inside, at most 3 deep
depth = []
lines = ["types:"]
for t in range(NT):
    lines += [f"  Part{t}:", f"    doc: {prose(6, 14)}", "    fields:"]
    e, vals = enums[R.randrange(NE)]
    names = R.sample(NOUN, 7)
    d = 0
    lines.append(f"      kind: {{ type: {e}{doc()}, required: true }}")
    for j, nm in enumerate(names):
        nm = camel(nm, R.choice(["code", "name", "time", "value", "type"]))
        cond = "" if a.no_conditions else f", required: kind == {vals[0]}"
        if j == 6 and t > 3:
            cands = [x for x in range(max(0, t - 30), t) if depth[x] < 2]
            if cands:
                x = R.choice(cands); d = depth[x] + 1
                lines.append(f"      {nm}: {{ type: Part{x}{doc()} }}"); continue
        lines.append(f"      {nm}: {{ {plain(nm, j)}{doc()}{cond if j == 0 else (', required: true' if j == 1 else '')} }}")
    depth.append(d)
    if (t + 1) % 20 == 0 or t + 1 == NT:
        p = f"types/parts{t // 20}.yaml"; inc.append(p)
        w(f"{a.out}/{p}", "\n".join(lines) + "\n"); lines = ["types:"]
asked = list(range(NT))
for i in range(N):
    v, n1, n2 = R.choice(VERB), R.choice(NOUN), R.choice(NOUN)
    op = camel(v, n1, n2) + str(i)
    e, vals = enums[R.randrange(NE)]
    names = R.sample(NOUN, 8)
    q = ""
    if i % 4 == 0:
        qid = f"Q-{i:04d}"; quirks.append((qid, op)); q = f"\nquirk: {qid}"
    L = [f"operation: {op}", f"summary: {v.capitalize()} the {n1} of a {n2}"]
    if not a.no_docs: L.append(f"doc: {prose(20, 45)}")
    L += [f"post: /v1/{n1}/{n2}/{v}{i}", "source: page" + q, "idempotency: { key: [requestId], repeat: undocumented }", "request:"]
    L.append(f'  requestId: {{ type: string{doc()}, max_chars: 32, required: true, sample: "2024{i:06d}" }}')
    L.append(f"  kind: {{ type: {e}{doc()}, required: true }}")
    C = ["", "", ""] if a.no_conditions else [f", required: kind == {vals[0]}", f', required: "kind in [{vals[1]}, {vals[2]}] or present(startTime)"', f", effective: not (kind == {vals[3]})"]
    for j, nm in enumerate(names[:6]):
        c = C[j] if j < 3 else (", required: true" if j < 5 else "")
        L.append(f"  {camel(nm, 'info')}: {{ {plain(nm, j)}{doc()}{c} }}")
    x = i % NT
    L.append(f"  part: {{ type: Part{x}{doc()} }}")
    L.append(f"  parts: {{ type: {{ list: Part{R.randrange(NT)} }}{doc()}, max_items: 10 }}")
    L.append(f"  startTime: {{ type: timestamp_millis{doc()} }}")
    L.append(f"  endTime: {{ type: timestamp_millis{doc()} }}")
    if not a.no_conditions:
        L += ["rules:", f"  - {{ id: order-of-times, at: endTime, expect: endTime >= startTime{doc()} }}"]
    L += ["response:", f"  result: {{ type: Result{doc()} }}"]
    for j, nm in enumerate(R.sample(NOUN, 6)):
        L.append(f"  {camel(nm, 'out')}: {{ {plain(nm, j)}{doc()} }}")
    L.append(f"  part: {{ type: Part{R.choice(asked)}{doc()} }}")
    L += ["errors:", f"  SUCCESS: {{ class: S, doc: Done. }}"]
    for x in R.sample(NOUN, 4):
        L.append(f"  {x.upper()}_ILLEGAL: {{ class: {R.choice('FU')}, doc: {prose(5, 10)} }}")
    if i % 5 == 0 and not a.no_scenarios:
        L.append("scenarios:")
        for x in range(3):
            L.append(f"  {vals[x].lower()}: {{ doc: {prose(4, 8)}, when: kind == {vals[x]} }}")
    p = f"operations/op{i:04d}.yaml"; inc.append(p)
    w(f"{a.out}/{p}", "\n".join(L) + "\n")
w(f"{a.out}/types/result.yaml", "types:\n  Result:\n    doc: How it went.\n    fields:\n      resultCode: { type: string, doc: The code., max_chars: 64 }\n      resultStatus: { type: string, doc: The status., max_chars: 2 }\n      resultMessage: { type: string, doc: A text., max_chars: 256 }\n")
inc.append("types/result.yaml")
w(f"{a.out}/quirks.yaml", "quirks:\n" + "".join(f"  {q}:\n    at: {op}\n    page: {prose(6, 14)}\n    spec: {prose(6, 14)}\n    why: {prose(6, 14)}\n    source: page\n" for q, op in quirks))
inc.append("quirks.yaml")
w(f"{a.out}/api.yaml", f"""api: synth
title: Synthetic
doc: Made for measuring, with {N} operations.
crate: synth
empty: absent
include:
""" + "".join(f"  - {p}\n" for p in inc) + """environments:
  production: { url: "https://api.example.com", doc: Live., source: page }
outcome: { object: [result], code: [resultCode], status: [resultStatus], message: [resultMessage], success: [S], failed: [F], unknown: [U] }
signing:
  scheme: signature
  client_header: Client-Id
  request_time_header: Request-Time
  response_time_header: Response-Time
  signature_header: Signature
  string_to_sign: "{method} {path}\\n{client_id}.{time}.{body}"
  algorithm: RSA256
  key_version: 1
  accept_unsigned: [F, U]
sources:
  page: { title: A page, url: "https://docs.example.com", covers: everything }
""")
