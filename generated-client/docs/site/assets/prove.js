'use strict'
;(() => {
const utf8 = new TextEncoder()
const base64 = (bytes) => btoa(Array.from(bytes, (it) => String.fromCharCode(it)).join(''))
const hex = (bytes) => Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('')
const encodings = {
base64,
base64url: (bytes) => base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
hex,
}
const times = {
rfc3339: (now) => now.toISOString().replace(/\.\d+Z$/, 'Z'),
unix_seconds: (now) => String(Math.floor(now / 1000)),
unix_millis: (now) => String(Number(now)),
}
const algorithms = {
rsa_sha256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
rsa_pss_sha256: { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 },
hmac_sha256: { name: 'HMAC', hash: 'SHA-256' },
hmac_sha512: { name: 'HMAC', hash: 'SHA-512' },
ed25519: { name: 'Ed25519' },
ecdsa_p256_sha256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
}
const der = (tag, ...parts) => {
const inside = parts.flatMap((it) => [...it])
const length = inside.length < 128 ? [inside.length] : inside.length < 256 ? [0x81, inside.length] : [0x82, inside.length >> 8, inside.length & 255]
return [tag, ...length, ...inside]
}
const rsa = der(0x30, [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01], [0x05, 0x00])
const wrapped = (bytes) => Uint8Array.from(der(0x30, [0x02, 0x01, 0x00], rsa, der(0x04, bytes)))
const integer = (bytes) => {
let at = 0
while (at < bytes.length - 1 && bytes[at] === 0) at += 1
const rest = bytes.slice(at)
return der(0x02, rest[0] > 127 ? [0, ...rest] : rest)
}
const sequence = (raw) => Uint8Array.from(der(0x30, integer(raw.slice(0, raw.length / 2)), integer(raw.slice(raw.length / 2))))
const load = async (algorithm, text) => {
const subtle = window.crypto?.subtle
if (!subtle) throw new Error('this browser signs only on pages from the disk or from https')
if (algorithm.name === 'HMAC') return subtle.importKey('raw', utf8.encode(text), algorithm, false, ['sign'])
if (/ENCRYPTED/.test(text)) throw new Error('the key is encrypted: decrypt it with `openssl pkey -in FILE`')
if (/BEGIN EC PRIVATE/.test(text)) throw new Error('the key is SEC1: convert it with `openssl pkcs8 -topk8 -nocrypt -in FILE`')
let bytes
try {
bytes = Uint8Array.from(atob(text.replace(/-----[^-]+-----/g, '').replace(/\s/g, '')), (it) => it.charCodeAt(0))
} catch {
throw new Error('the private key is not PEM or base64')
}
const ways = /BEGIN RSA/.test(text) ? [wrapped(bytes)] : algorithm.name.startsWith('RSA') ? [bytes, wrapped(bytes)] : [bytes]
for (const [at, way] of ways.entries()) {
try {
return await subtle.importKey('pkcs8', way, algorithm, false, ['sign'])
} catch (error) {
if (error.name === 'NotSupportedError') throw new Error(`this browser does not know ${algorithm.name}: use the call of the shell`)
if (at === ways.length - 1) throw new Error(`the private key is not one for ${algorithm.name}`)
}
}
}
const sign = async (scheme, key, text) => {
const algorithm = algorithms[scheme.algorithm]
let bytes = new Uint8Array(await window.crypto.subtle.sign(algorithm, await load(algorithm, key), utf8.encode(text)))
if (algorithm.name === 'ECDSA') bytes = sequence(bytes)
const written = encodings[scheme.encoding](bytes)
return scheme.escaped ? encodeURIComponent(written) : written
}
const has = (pieces, word) => pieces.some((it) => it[0] === word && typeof it !== 'string')
const joined = (pieces, values) =>
pieces
.map((it) => {
if (typeof it === 'string') return it
const [word, name, other] = it
if (word === 'credential') return values.given[name] ?? ''
if (word === 'basic') return base64(utf8.encode(`${values.given[name] ?? ''}:${other ? (values.given[other] ?? '') : ''}`))
return values[word]
})
.join('')
window.stipulaProve = async (request, scheme, { given = {}, key = '', time, nonce }) => {
const filled = (text) => text.replace(/\{(\w+)\}/g, (all, name) => given[name] ?? all)
const query = [request.query, ...(scheme?.query ?? []).map(([name, pieces]) => `${encodeURIComponent(name)}=${encodeURIComponent(joined(pieces, { given }))}`)].filter(Boolean).join('&')
const path = request.path + (query && (request.path.includes('?') ? '&' : '?') + query)
const url = new URL(filled(request.host) + path)
const fresh = () => hex(window.crypto.getRandomValues(new Uint8Array(16)))
const headers = [...request.headers, ...(request.idempotency ? [[request.idempotency, fresh()]] : [])]
if (!scheme) return { method: request.method, url: url.href, headers, body: request.body }
const body = request.body ?? ''
const values = { given, method: request.method, path: url.pathname, query: url.search.slice(1), path_and_query: url.pathname + url.search, body, key_id: given.key_id ?? '' }
values.sorted_query = values.query.split('&').sort().join('&')
values.time = time ?? times[scheme.time ?? 'rfc3339'](new Date())
values.nonce = nonce ?? fresh()
const all = [...(scheme.text ?? []), ...scheme.headers.flatMap((it) => it[1])]
if (has(all, 'body_digest') || has(all, 'body_digest_base64')) {
const digest = new Uint8Array(await window.crypto.subtle.digest('SHA-256', utf8.encode(body)))
values.body_digest = hex(digest)
values.body_digest_base64 = base64(digest)
}
const text = scheme.text && joined(scheme.text, values)
if (text !== undefined) values.signature = await sign(scheme, key, text)
for (const [name, pieces] of scheme.headers) headers.push([name, joined(pieces, values)])
return { method: request.method, url: url.href, headers, body: request.body, text, signature: values.signature }
}
})()
