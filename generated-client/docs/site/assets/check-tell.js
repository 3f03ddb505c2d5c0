'use strict'
window.stipulaTell = (() => {
const words = window.stipulaWords
const numbers = window.stipulaNumbers
const tick = '`'
const fill = (template, ...values) => template.split('{}').reduce((made, it, index) => made + values[index - 1] + it)
const unseen = new RegExp('[' + words.unseen + ']', 'gu')
const odd = new RegExp('[' + tick + '"\\\\' + words.unseen + ']', 'u')
const numbered = (it) => '\\u{' + it.codePointAt(0).toString(16) + '}'
const escapes = { '\n': '\\n', '\t': '\\t' }
const quoted = (whole) => {
const letters = [...whole]
const text = letters.length > words.mostShown ? letters.slice(0, words.mostShown).join('') + '…' : whole
if (text !== '' && text.trim() === text && !odd.test(text)) return tick + text + tick
const inside = text.replace(/["\\]/g, '\\$&').replace(unseen, (it) => escapes[it] ?? numbered(it))
return tick + '"' + inside.replaceAll(tick, numbered) + '"' + tick
}
const listed = (all) => all.slice(0, words.mostListed).map(quoted).join(', ') + (all.length > words.mostListed ? ', …' : '')
const counted = (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`
const count = (node, unit) => {
if (node.children) return node.children.length
return unit === 'byte' ? new TextEncoder().encode(node.value).length : [...String(node.value)].length
}
const told = (node, raw, isHidden) => {
if (isHidden || node.children || node.type === 'null') return kind(node, raw, isHidden)
return node.type === 'string' ? quoted(node.value) : tick + (node.type === 'number' ? numbers.text(raw) : raw) + tick
}
const kind = (node, raw, isHidden) => {
if (node.type === 'null') return '`null`'
if (node.type === 'array') return fill(words.list, counted(count(node), 'item'))
if (node.type === 'object') return words.object
if (!isHidden) return fill({ string: words.text, number: words.number, boolean: words.boolean }[node.type], told(node, raw))
if (node.type === 'string') return fill(words.hiddenText, counted(count(node), 'character'))
return node.type === 'number' ? words.hiddenNumber : words.hiddenBoolean
}
const suggest = (name, all) => {
const plain = fold(name)
let best
let least = Math.min(Math.ceil(plain.length / 3), 4) + 1
for (const it of all) {
const far = distance(plain, fold(it))
if (far < least) [best, least] = [it, far]
}
return best
}
const fold = (name) => [...name.replace(/[_-]/g, '')].flatMap((it) => [...it.toLowerCase()]).slice(0, 64)
const distance = (left, right) => {
let before
let previous = [0, ...right.map((_, index) => index + 1)]
left.forEach((a, i) => {
const current = [i + 1]
right.forEach((b, j) => {
const isSwap = i > 0 && j > 0 && a !== b && a === right[j - 1] && left[i - 1] === b
current.push(Math.min(previous[j] + Number(a !== b), previous[j + 1] + 1, current[j] + 1, isSwap ? before[j - 1] + 1 : Infinity))
})
;[before, previous] = [previous, current]
})
return previous[right.length]
}
const near = (it) => (it === undefined ? '' : fill(words.near, quoted(it)))
const known = (written, all) => {
const best = written === undefined ? undefined : suggest(written, all)
return best === undefined ? fill(words.oneOf, listed(all)) : near(best) + fill(words.thenOneOf, listed(all))
}
const given = (names) => {
const all = names.map(quoted)
return all.length === 0 ? words.none : fill(all.length === 1 ? words.only : words.many, all.join(', '))
}
return { words, fill, quoted, counted, count, told, kind, suggest, near, known, given }
})()
