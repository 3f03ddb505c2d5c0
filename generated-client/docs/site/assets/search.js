'use strict'
;(() => {
const box = document.getElementById('search')
const list = document.getElementById('found')
const none = document.getElementById('found-none')
const up = document.body.dataset.up
const kinds = { o: 'operation', p: 'section', e: 'environment', h: 'header', f: 'request', x: 'context', c: 'code', a: 'response', q: 'quirk', s: 'source' }
const weight = Object.fromEntries(Object.keys(kinds).map((it, index) => [it, index / 2]))
const most = 12
let entries = null
let chosen = -1
window.stipulaIndex = (pages) => {
entries = pages.flatMap(([path, page, all]) =>
all.map(([kind, anchor, title, words]) => {
const name = title.toLowerCase().replaceAll('.*.', '.')
return { kind, page, title, words, name, last: name.split('.').pop(), lower: words.toLowerCase(), href: `${up}${path}${anchor && '#'}${encodeURIComponent(anchor).replaceAll('%2C', ',')}` }
}),
)
if (box.value) update()
}
const load = () => {
if (document.getElementById('search-index')) return
const script = document.createElement('script')
script.id = 'search-index'
script.src = `${up}assets/search-index.js`
document.head.append(script)
}
const empty = new Set('a an and are can do does for from get happens has have how i if in is it its me my of on or the this to use what when where which who why with'.split(' '))
const synonyms = {
auth: ['authentication', 'signature', 'signing'], authentication: ['signature', 'signing'], authorization: ['authentication'], credentials: ['authentication', 'client'],
sandbox: ['testing', 'environment'], staging: ['testing', 'environment'], production: ['environment'], host: ['environment', 'base'], url: ['link', 'environment'], base: ['environment'],
idempotency: ['same request'], idempotent: ['same request'], twice: ['same request', 'repeat'], retry: ['repeat', 'again', 'retries'], repeat: ['again', 'same request'], duplicate: ['same request', 'exist'],
error: ['result code', 'failed', 'code'], errors: ['result codes', 'failed', 'codes'], timeout: ['unknown', 'repeat'], outcome: ['unknown'],
limit: ['many', 'busy', 'at most'], rate: ['many requests', 'busy', 'frequent'], throttle: ['many requests', 'busy'], max: ['at most'], maximum: ['at most'], min: ['at least'], length: ['characters'], size: ['characters', 'bytes'],
ms: ['timestamp (ms)'], milliseconds: ['timestamp (ms)'], time: ['date', 'timestamp'], expiry: ['end', 'expire'], expires: ['end', 'expire'], start: ['begin'], date: ['timestamp'],
cents: ['amount', 'smallest unit'], price: ['amount'], currency: ['amount'], money: ['amount'], stock: ['inventory', 'quantity'], quantity: ['stock'],
deep: ['link'], movie: ['film'], film: ['movie'], cinema: ['movie', 'film'], flight: ['air'], plane: ['air'], qr: ['qrcode'], barcode: ['code128', 'ean'],
promo: ['promotion', 'code'], encrypt: ['encryption', 'encrypted'], sign: ['signing', 'signature'], string: ['text'], key: ['private', 'signing'], schema: ['openapi', 'json schema'],
download: ['openapi', 'schema'], openapi: ['schema'], changelog: ['changes'], changed: ['changelog'], used: ['use'], paused: ['pause'],
}
const stem = (word) => (word.length > 4 ? word.replace(/(?:ings?|ed|es|s|ion|ions)$/, '') : word)
const isNear = (one, other) => {
if (Math.abs(one.length - other.length) > 1) return false
let at = 0
while (at < one.length && one[at] === other[at]) at += 1
const [left, right] = [one.slice(at), other.slice(at)]
return left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1) || (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
}
const cost = (entry, word) => {
if (entry.name === word || entry.last === word) return 0
if (entry.last.startsWith(word)) return 10
if (entry.name.includes(word)) return 20
const at = entry.lower.indexOf(word)
if (at < 0) return undefined
return (entry.kind === 'o' ? 45 : 40) + (at > 0 && /[\p{L}\p{N}]/u.test(entry.lower[at - 1]) ? 20 : 0)
}
const costs = (entry, { word, short, alike }) => {
const own = cost(entry, word)
const stemmed = own === undefined && short !== word ? cost(entry, short) : undefined
const others = alike.map((it) => cost(entry, it)).filter((it) => it !== undefined)
const near = word.length > 4 && own === undefined && isNear(word, entry.last) ? 5 : undefined
const all = [own, stemmed && stemmed + 5, near && near + 10, others.length > 0 ? Math.min(...others) + 15 : undefined].filter((it) => it !== undefined)
return all.length > 0 ? Math.min(...all) : undefined
}
const rank = (entry, words) => {
let sum = weight[entry.kind]
let missing = 0
for (const word of words) {
const value = costs(entry, word)
if (value === undefined) missing += 1
else sum += value
}
if (missing > words.length / 2) return undefined
return sum + missing * 200 + entry.name.length / 100
}
const asked = (text) => {
const exact = text.trim().toLowerCase()
const all = exact.split(/\s+/)
const telling = all.filter((it) => !empty.has(it))
const words = telling.length > 0 ? telling : all
const ways = new Map([[exact], words, [words.join('')]].map((it) => [it.join('\n'), it]))
return [...ways.values()].map((way) => way.map((word) => ({ word, short: stem(word), alike: synonyms[word] ?? [] })))
}
const find = (text) => {
if (!text.trim() || !entries) return []
const ways = asked(text)
const found = []
for (const entry of entries) {
const values = ways.map((it) => rank(entry, it)).filter((it) => it !== undefined)
if (values.length > 0) found.push([Math.min(...values), entry])
}
found.sort((a, b) => a[0] - b[0])
return found.slice(0, most).map((it) => it[1])
}
window.stipulaFind = find
const marked = (text, words) => {
const lower = text.toLowerCase()
const word = words.find((it) => lower.includes(it))
if (!word || lower.length !== text.length) return [text]
const at = lower.indexOf(word)
const mark = document.createElement('mark')
mark.textContent = text.slice(at, at + word.length)
return [text.slice(0, at), mark, text.slice(at + word.length)]
}
const around = (text, words) => {
const lower = text.toLowerCase()
const at = Math.max(0, ...words.map((it) => lower.indexOf(it)))
return at > 50 ? `…${text.slice(text.indexOf(' ', at - 40) + 1)}` : text
}
const option = (entry, index, words) => {
const item = document.createElement('li')
item.id = `found-${index}`
item.setAttribute('role', 'option')
item.dataset.href = entry.href
const where = document.createElement('span')
where.className = 'where'
where.textContent = entry.kind === 'o' ? 'operation' : `${entry.page} · ${kinds[entry.kind]}`
const title = document.createElement('b')
title.append(...marked(entry.title, words))
const told = document.createElement('span')
told.className = 'words'
told.append(...marked(around(entry.words, words).slice(0, 160), words))
item.append(where, title, told)
return item
}
const choose = (index) => {
chosen = index
for (const [at, item] of [...list.children].entries()) {
item.setAttribute('aria-selected', String(at === index))
if (at === index) item.scrollIntoView({ block: 'nearest' })
}
if (index < 0) box.removeAttribute('aria-activedescendant')
else box.setAttribute('aria-activedescendant', `found-${index}`)
}
const close = () => {
list.hidden = none.hidden = true
box.setAttribute('aria-expanded', 'false')
choose(-1)
}
const update = () => {
const text = box.value.trim()
const words = text.toLowerCase().split(/\s+/).filter(Boolean)
const found = find(text)
list.replaceChildren(...found.map((entry, index) => option(entry, index, words)))
list.hidden = found.length === 0
none.hidden = found.length > 0 || text === '' || !entries
none.textContent = none.hidden ? '' : `Nothing has all of: ${text}`
box.setAttribute('aria-expanded', String(found.length > 0))
choose(found.length > 0 ? 0 : -1)
}
const go = (item) => {
if (!item) return
close()
box.blur()
location.href = item.dataset.href
}
box.addEventListener('focus', load)
box.addEventListener('input', update)
box.addEventListener('keydown', (event) => {
const count = list.children.length
if (event.key === 'ArrowDown' && count > 0) choose((chosen + 1) % count)
else if (event.key === 'ArrowUp' && count > 0) choose((chosen + count - 1) % count)
else if (event.key === 'Enter') go(list.children[chosen])
else if (event.key === 'Escape') {
if (list.hidden && none.hidden) box.blur()
box.value = ''
close()
} else return
event.preventDefault()
})
list.addEventListener('mousedown', (event) => event.preventDefault())
list.addEventListener('click', (event) => go(event.target.closest('li')))
box.addEventListener('blur', close)
document.addEventListener('keydown', (event) => {
const typing = event.target.closest('input:not([type=radio]), textarea, select, [contenteditable]')
const isShort = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
const isUsual = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
if (!isShort && !isUsual) return
event.preventDefault()
box.focus()
box.select()
})
})()
