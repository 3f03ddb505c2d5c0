'use strict'
;(() => {
const button = document.getElementById('copy-page')
const skipped = '.needs-js, .anchor, footer, script, svg, .tools, .bar, .picker'
const flat = (text) => text.replace(/\s+/g, ' ')
const fence = (text) => {
const longest = Math.max(2, ...(text.match(/\x60+/g) ?? []).map((it) => it.length))
const ticks = '`'.repeat(longest + 1)
return `${ticks}\n${text.replace(/\n$/, '')}\n${ticks}`
}
const line = (node) =>
[...node.childNodes]
.map((it) => {
if (it.nodeType === Node.TEXT_NODE) return flat(it.textContent)
if (it.nodeType !== Node.ELEMENT_NODE || it.matches(skipped)) return ''
const inside = it.tagName === 'CODE' ? it.textContent : line(it)
switch (it.tagName) {
case 'CODE':
return inside && `\`${inside}\``
case 'STRONG':
return `**${inside.trim()}**`
case 'A':
return it.classList.contains('chip') ? `(${inside.trim()}) ` : `[${inside.trim()}](${it.href})`
case 'BR':
return ' '
default:
return it.matches('.chip, .badge, .type, .tag, .class') ? `${inside} ` : inside
}
})
.join('')
const clean = (text) => flat(text).trim()
const cells = (row) => `| ${[...row.children].map((it) => clean(line(it)).replaceAll('|', '\\|')).join(' | ')} |`
const table = (it) => {
const [head, ...rows] = it.rows
return [cells(head), `|${' --- |'.repeat(head.children.length)}`, ...rows.map(cells)].join('\n')
}
const indented = (text, by) => text.replaceAll('\n', `\n${' '.repeat(by)}`)
const blocks = (node) => {
const out = []
let words = ''
const flush = () => {
if (words.trim()) out.push(clean(words))
words = ''
}
for (const it of node.childNodes) {
if (it.nodeType === Node.TEXT_NODE) words += it.textContent
if (it.nodeType !== Node.ELEMENT_NODE || it.matches(skipped)) continue
const level = it.tagName.match(/^H([1-6])$/)?.[1]
const text = () => clean(line(it))
if (['A', 'CODE', 'SPAN', 'STRONG', 'SMALL', 'EM', 'BR'].includes(it.tagName)) {
const holder = document.createElement('span')
holder.append(it.cloneNode(true))
words += line(holder)
continue
}
flush()
if (level) out.push(`${'#'.repeat(Number(level))} ${text()}`)
else if (it.tagName === 'PRE') out.push(fence(it.textContent))
else if (it.tagName === 'TABLE') out.push(table(it))
else if (it.matches('p, summary, figcaption')) out.push(text())
else if (it.matches('.head')) out.push(`**${clean(it.querySelector('.name').textContent)}** ${clean(line(it)).replace(/^\x60[^\x60]*\x60/, '').trim()}`)
else if (it.tagName === 'UL') out.push([...it.children].map((one) => `- ${indented(blocks(one).join('\n'), 2)}`).join('\n'))
else if (it.tagName === 'OL') out.push([...it.children].map((one, at) => `${at + 1}. ${indented(blocks(one).join('\n\n'), 3)}`).join('\n'))
else if (it.tagName === 'DL') out.push([...it.children].map((one) => `- ${[...one.children].map((part) => clean(line(part))).join(': ')}`).join('\n'))
else out.push(...blocks(it))
}
flush()
return out.filter(Boolean)
}
window.stipulaMarkdown = () => `${blocks(document.getElementById('main')).join('\n\n')}\n`
button.addEventListener('click', () => window.stipulaCopy(window.stipulaMarkdown(), button))
})()
