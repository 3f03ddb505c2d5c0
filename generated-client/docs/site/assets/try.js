'use strict'
;(() => {
const form = document.querySelector('form.try')
const call = JSON.parse(document.getElementById('call').textContent)
const check = document.querySelector('form.check')
const output = form.querySelector('.made')
const told = form.querySelector('.told')
const make = (tag, members = {}, ...inside) => {
const element = Object.assign(document.createElement(tag), members)
element.append(...inside)
return element
}
const load = (name) =>
new Promise((resolve, reject) => {
const script = make('script', { src: `${document.body.dataset.up}assets/${name}`, onload: resolve, onerror: () => reject(new Error(`${name} is missing`)) })
document.head.append(script)
})
let loaded
const scripts = () => (loaded ??= Promise.all(['prove.js', 'samples.js'].map(load)))
const samples = [...document.querySelectorAll('.samples[data-of="request"] .sample')]
for (const it of samples) form.elements.source.append(make('option', { value: it.dataset.name, textContent: it.querySelector('h4').textContent }))
if (samples.length > 0) form.elements.source.value = samples[0].dataset.name
document.addEventListener('stipula-case', (event) => {
const found = samples.find((it) => it.dataset.scenario === event.detail)
if (found) form.elements.source.value = found.dataset.name
})
const bodyOf = (name) => {
if (!name) return check.elements.body.value
return samples.find((it) => it.dataset.name === name).querySelector('.json .body').textContent
}
const request = () => {
const name = form.elements.source.value
const about = { method: call.method, idempotency: call.idempotency, host: call.host || (call.sent ? '' : 'https://example.com') }
if (call.sent) return { ...about, ...call.sent[name] }
const body = bodyOf(name)
if (!body.trim()) throw new Error('the check has no body yet: paste one there, or choose an example')
return { ...about, ...call.plain, body }
}
let made
let language = 'curl'
const show = () => {
const code = window.stipulaSamples[language](made)
const bar = make('div', { className: 'ways', role: 'group', ariaLabel: 'Language of the call' })
for (const it of Object.keys(window.stipulaSamples)) {
const button = make('button', { type: 'button', textContent: it, ariaPressed: String(it === language) })
button.addEventListener('click', () => {
language = it
show()
output.querySelector('[aria-pressed="true"]').focus()
})
bar.append(button)
}
const copy = make('button', { type: 'button', textContent: 'Copy' })
copy.addEventListener('click', () => window.stipulaCopy(code, copy))
const parts = [make('div', { className: 'bar' }, bar, copy), make('pre', { tabIndex: 0, ariaLabel: `The call for ${language}` }, make('code', { textContent: code }))]
if (made.text !== undefined) {
const signed = make('details', {}, make('summary', { textContent: 'What was signed' }), make('pre', { tabIndex: 0, ariaLabel: 'What was signed' }, make('code', { textContent: made.text })))
parts.push(signed)
}
output.replaceChildren(...parts)
}
form.addEventListener('submit', async (event) => {
event.preventDefault()
const given = Object.fromEntries([...form.querySelectorAll('[data-given]')].map((it) => [it.dataset.given, it.value.trim()]))
try {
await scripts()
const holder = form.querySelector('[data-key]')
const key = holder?.value ?? ''
const missing = [...Object.keys(given).filter((it) => !given[it]), ...(holder && !key.trim() ? ['the key'] : [])]
if (missing.length > 0) throw new Error(`fill in ${missing.join(', ')}`)
made = await window.stipulaProve(request(), call.scheme, { given, key: holder?.dataset.key === 'shared' ? key : key.trim() })
told.className = 'told verdict good'
told.textContent = call.scheme?.text ? `Signed in this page at ${new Date().toISOString()}. Nothing was sent.` : 'Made in this page. Nothing was sent.'
show()
} catch (error) {
output.replaceChildren()
told.className = 'told verdict bad'
told.textContent = `No call was made: ${error.message}.`
}
})
})()
