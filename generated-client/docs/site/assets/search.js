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
const name = title.toLowerCase()
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
const rank = (entry, words) => {
let sum = weight[entry.kind]
for (const word of words) {
if (entry.name === word || entry.last === word) sum += 0
else if (entry.last.startsWith(word)) sum += 10
else if (entry.name.includes(word)) sum += 20
else {
const at = entry.lower.indexOf(word)
if (at < 0) return undefined
sum += (entry.kind === 'o' ? 45 : 40) + (at > 0 && /[\p{L}\p{N}]/u.test(entry.lower[at - 1]) ? 20 : 0)
}
}
return sum + entry.name.length / 100
}
const find = (text) => {
const words = text.toLowerCase().split(/\s+/).filter(Boolean)
if (words.length === 0 || !entries) return []
const found = []
for (const entry of entries) {
const value = rank(entry, words)
if (value !== undefined) found.push([value, entry])
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
if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
event.preventDefault()
box.focus()
box.select()
})
})()
