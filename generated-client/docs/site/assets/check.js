'use strict'
;(() => {
const form = document.querySelector('form.check')
const source = document.getElementById('data').textContent
const data = JSON.parse(source)
const warnings = new Set(data.mild)
const scripts = ['judge.js', 'check-words.js', 'check-numbers.js', 'check-tell.js', 'check-read.js', ...(data.places ? ['check-places.js'] : []), 'check-verdict.js']
const lineOf = (text, offset) => text.slice(0, offset).split('\n').length
const nodeAt = (tree, pointer) => {
let node = tree
for (const token of window.stipulaRead.tokens(pointer)) {
const next = node.type === 'array' ? node.children[Number(token)] : node.children?.find((it) => it.children[0].value === token)?.children[1]
if (!next) break
node = next
}
return node
}
const area = form.elements.body
const gutter = form.querySelector('.gutter')
const verdict = form.querySelector('.verdict')
const unjudged = form.querySelector('.unjudged')
const findings = form.querySelector('.findings')
const sampleSelect = form.elements.sample
const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text })
const number = (marks) => {
const count = Math.min(area.value.split('\n').length, 20_000)
gutter.replaceChildren()
let plain = ''
for (let line = 1; line <= count; line += 1) {
if (marks.has(line)) {
gutter.append(plain, make('b', marks.get(line), String(line)))
plain = ''
} else plain += `${line}\n`
}
gutter.append(plain)
gutter.scrollTop = area.scrollTop
}
const select = (start, end) => {
area.focus()
area.setSelectionRange(start, end)
area.scrollTop = Math.max(0, (lineOf(area.value, start) - 6) * 21)
}
const coded = (text) => text.split('`').map((it, index) => (index % 2 ? make('code', '', it) : it))
const row = (it, tree) => {
const node = nodeAt(tree, it.at ?? it.path)
const line = lineOf(area.value, node.offset)
const item = make('li', it.isWarning ? 'warning' : 'error')
const jump = make('button', '', `line ${line}`)
jump.type = 'button'
jump.addEventListener('click', () => select(node.offset, node.offset + (node.children ? 1 : node.length)))
const text = make('div', '')
text.append(make('span', 'tag', it.isWarning ? 'warning' : 'error'), ' ', make('code', '', (it.shown ?? it.path) || 'the body'), ' ', ...coded(it.message), ' ')
const rule = document.querySelector(`[data-rule="${CSS.escape(it.rule)}"]`)
if (rule) {
const link = make('a', 'id', it.rule)
link.href = `#${rule.closest('[id]').id}`
text.append(link)
} else text.append(make('code', 'id', it.rule))
item.append(jump, text)
return { item, line, isWarning: it.isWarning }
}
const count = (many, word) => `${many} ${word}${many === 1 ? '' : 's'}`
const show = ({ tree, found }) => {
const rows = found.map((it) => row(it, tree)).sort((a, b) => a.isWarning - b.isWarning || a.line - b.line)
const marks = new Map()
for (const { line, isWarning } of rows) if (marks.get(line) !== 'error') marks.set(line, isWarning ? 'warning' : 'error')
number(marks)
findings.replaceChildren(...rows.map((it) => it.item))
const errors = rows.filter((it) => !it.isWarning).length
const told = [errors > 0 && count(errors, 'error'), rows.length > errors && count(rows.length - errors, 'warning')].filter(Boolean)
if (found.some((it) => it.rule === 'type')) told.push('rules that read a value of the wrong type are checked once you mend it')
const isOpen = data.unsaid.length > 0
verdict.className = `verdict ${errors > 0 ? 'bad' : isOpen ? 'open' : 'good'}`
const first = errors > 0 ? '' : isOpen ? 'No error among the rules that were checked. ' : told.length > 0 ? '' : data.places && !data.places.plain ? 'A good request.' : 'A good body.'
const last = errors === 0 && told.length > 0 ? ' A warning does not stop a request.' : ''
verdict.textContent = `${first}${told.length > 0 ? `${told.join('; ')}.${last}` : ''}`
unjudged.hidden = !isOpen
if (isOpen) unjudged.replaceChildren(make('b', '', `${count(data.unsaid.length, 'rule')} not checked here. The client checks ${data.unsaid.length === 1 ? 'it' : 'them'}, and refuses a body with an error:`), unsaid())
}
const unsaid = () => {
const list = make('ul', '')
for (const it of document.querySelectorAll('[data-unsaid]')) {
const item = make('li', '')
const isWarning = warnings.has(it.dataset.unsaid)
item.append(make('span', `tag ${isWarning ? '' : 'error'}`, isWarning ? 'warning' : 'error'), ' ', ...it.cloneNode(true).childNodes)
list.append(item)
}
return list
}
const complain = (error) => {
const line = lineOf(area.value, error.offset)
number(new Map([[line, 'error']]))
findings.replaceChildren()
unjudged.hidden = true
verdict.className = 'verdict bad'
verdict.textContent = `Line ${line}: ${error.message}.`
}
let loading = null
const load = () => {
const one = (name) =>
new Promise((resolve, reject) => {
const script = document.createElement('script')
script.src = `${document.body.dataset.up}assets/${name}`
script.async = false
script.onload = resolve
script.onerror = () => reject(new Error(`The file assets/${name} is missing.`))
document.head.append(script)
})
loading ??= Promise.all(scripts.map(one)).then(() => {
window.stipulaCheck = (text, context = {}, scenario = '') => judge(text, context, scenario).found
})
return loading
}
const judge = (text, context, scenario) => window.stipulaVerdict.judge(text, context, scenario, source)
const check = async () => {
try {
await load()
} catch (error) {
verdict.className = 'verdict bad'
verdict.textContent = error.message
return
}
const context = Object.fromEntries([...form.querySelectorAll('[name=context]')].filter((it) => it.value).map((it) => [it.dataset.name, it.value]))
try {
show(judge(area.value, context, form.elements.scenario?.value ?? ''))
} catch (error) {
if (!(error instanceof window.stipulaRead.Unreadable)) throw error
complain(error)
}
}
const samples = [...document.querySelectorAll('.samples[data-of=request] .sample')]
samples.forEach((it, index) => sampleSelect.append(new Option(it.querySelector('h4').textContent, index)))
sampleSelect.addEventListener('change', () => {
const sample = samples[sampleSelect.value]
area.value = sample ? sample.querySelector('.json .body').textContent : ''
const context = new Map((sample?.dataset.context ?? '').split(';').map((it) => it.split('=')))
for (const it of form.querySelectorAll('[name=context]')) it.value = context.get(it.dataset.name) ?? it.value
if (sample && form.elements.scenario) form.elements.scenario.value = sample.dataset.scenario ?? ''
number(new Map())
if (sample) check()
})
document.addEventListener('stipula-case', (event) => {
if (form.elements.scenario) form.elements.scenario.value = event.detail
})
form.addEventListener('submit', (event) => {
event.preventDefault()
check()
})
let timer
area.addEventListener('input', () => {
number(new Map())
clearTimeout(timer)
timer = setTimeout(() => area.value.trim() && check(), 600)
})
area.addEventListener('scroll', () => (gutter.scrollTop = area.scrollTop))
number(new Map())
const asked = new URLSearchParams(location.search).get('case')
if (form.elements.scenario && data.scenarios.some((it) => it.name === asked)) form.elements.scenario.value = asked
})()
