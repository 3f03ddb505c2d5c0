'use strict'
window.stipulaRead = (() => {
const numbers = window.stipulaNumbers
const most = 1_000_000
const deepest = 127
const below = (pointer, token) => `${pointer}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`
const tokens = (pointer) => pointer.split('/').slice(1).map((it) => it.replaceAll('~1', '/').replaceAll('~0', '~'))
const lineOf = (text, offset) => text.slice(0, offset).split('\n').length
class Unreadable extends Error {
constructor(offset, message) {
super(message)
this.offset = offset
}
}
const complaints = {
InvalidNumberFormat: 'this is no number',
PropertyNameExpected: 'the name of a member is expected here, in double quotes',
ValueExpected: 'a value is expected here',
ColonExpected: 'a colon is expected here',
CommaExpected: 'a comma is expected here',
CloseBraceExpected: 'a `}` is expected here',
CloseBracketExpected: 'a `]` is expected here',
EndOfFileExpected: 'the JSON ends before this',
InvalidCommentToken: 'JSON has no comments',
UnexpectedEndOfString: 'a text ends with a double quote, on its own line',
InvalidEscapeCharacter: 'JSON has no such escape',
InvalidUnicode: 'four hexadecimal digits follow `\\u`',
InvalidCharacter: 'this letter cannot stand here as it is',
InvalidSymbol: 'JSON has no such word; texts stand in double quotes',
}
const parse = (text) => {
const { parseTree, printParseErrorCode } = window.stipulaJudge
if (text.trim() === '') throw new Unreadable(0, 'there is nothing to check yet')
if (text.length > most) throw new Unreadable(0, `this has ${text.length.toLocaleString('en')} characters, too many for a browser; use \`stipula validate\``)
const errors = []
let tree
try {
tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
} catch (error) {
if (error instanceof RangeError) throw new Unreadable(0, 'it is nested too deeply for a browser; use `stipula validate`')
throw error
}
if (errors.length > 0) {
const { offset, error } = errors[0]
const name = printParseErrorCode(error)
throw new Unreadable(offset, `this is no JSON: ${complaints[name] ?? name}`)
}
try {
JSON.parse(text)
} catch (error) {
throw new Unreadable(0, `this is no JSON: ${error.message}`)
}
inspect(tree, text, 0)
return tree
}
const inspect = (node, text, depth) => {
if (node.children && depth >= deepest && node.type !== 'property') {
throw new Unreadable(node.offset, `it is nested more than ${deepest} deep`)
}
if (node.type === 'string' && /\p{Surrogate}/u.test(node.value)) {
throw new Unreadable(node.offset, 'this is no JSON: half of a letter stands here, without the other half')
}
if (node.type === 'number' && !Number.isFinite(Number(rawOf(node, text)))) {
throw new Unreadable(node.offset, 'this is no JSON: the number is beyond every limit')
}
if (node.type === 'object') noTwins(node, text)
const inside = node.type === 'property' ? depth : depth + 1
for (const child of node.children ?? []) inspect(child, text, inside)
}
const noTwins = (node, text) => {
const seen = new Map()
for (const { children } of node.children) {
const [name] = children
if (seen.has(name.value)) {
throw new Unreadable(name.offset, `the name \`${name.value}\` stands in this object twice, first on line ${lineOf(text, seen.get(name.value))}`)
}
seen.set(name.value, name.offset)
}
}
const rawOf = (node, text) => text.slice(node.offset, node.offset + node.length)
const plain = (node, text) => {
if (node.type === 'number') return numbers.value(rawOf(node, text))
if (node.type === 'array') return node.children.map((it) => plain(it, text))
if (node.type !== 'object') return node.value
const made = Object.create(null)
for (const { children } of node.children) made[children[0].value] = plain(children[1], text)
return made
}
class Reader {
constructor(text, data) {
this.text = text
this.data = data
this.found = []
this.moved = []
this.mistyped = []
}
report(at, rule, isWarning, message) {
this.found.push({ path: at.given, rule, isWarning, message })
}
raw(node) {
return rawOf(node, this.text)
}
plain(node) {
return plain(node, this.text)
}
object(number, node, at) {
const { members } = this.data.types[number]
if (node.type !== 'object') return this.wrong('an object', node, at)
const names = new Set(Object.keys(members))
const byAlias = new Map(Object.entries(members).flatMap(([name, it]) => (it[2] ?? []).map((alias) => [alias, name])))
const given = new Set(node.children.map((it) => it.children[0].value))
const aliased = new Set()
const kept = []
for (const { children } of node.children) {
const [{ value: written }, value] = children
const name = names.has(written) ? written : byAlias.get(written) ?? written
const here = { canonical: below(at.canonical, name), given: below(at.given, written) }
if (name !== written && (given.has(name) || aliased.has(name))) {
this.report(here, 'alias', false, `\`${written}\` is another name of \`${name}\`, which is given too`)
continue
}
if (name !== written) aliased.add(name)
const clears = value.type === 'null' && names.has(name) && members[name][3]
if (!clears && this.isAbsent(value)) {
this.report(here, 'absent', true, `${value.type === 'null' ? '`null`' : 'an empty text'} counts as absent`)
continue
}
if (!names.has(name) && names.size > 0) this.report(here, 'unknown', true, 'no member of this name is documented')
if (name !== written) {
this.report(here, 'alias', true, `read as \`${name}\`, and written so`)
this.moved.push([here.canonical, here.given])
}
kept.push([name, value, here])
}
const typeOf = (name) => (names.has(name) ? members[name] : ['any'])
const written = (node, [type, lenient]) => (lenient ? this.converted(type, node) : undefined) ?? node.value
const siblings = new Map(kept.map(([name, value]) => [name, written(value, typeOf(name))]))
const made = Object.create(null)
for (const [name, value, here] of kept) {
if (value.type === 'null' && typeOf(name)[3]) {
made[name] = null
continue
}
const [type, lenient] = typeOf(name)
made[name] = this.value(type, value, siblings, Boolean(lenient), here)
}
return made
}
isAbsent(node) {
return node.type === 'null' || (this.data.emptyIsAbsent && node.type === 'string' && node.value === '')
}
value(type, node, siblings, lenient, at) {
if (typeof type === 'number') {
const shape = this.data.types[type]
if (shape.shapes) {
const own = shape.shapes.find((it) => this.isOf(it, node))
return own ? this.value(own[1], node, siblings, lenient, at) : this.none(shape.wanted, node, at)
}
if (node.type !== 'object') return this.wrong(shape.wanted ?? 'an object', node, at)
if (!shape.cases) return this.object(type, node, at)
const chosen = shape.tag === undefined ? siblings.get(shape.by) : memberOf(node, shape.tag)?.value
const isCase = typeof chosen === 'string' && Object.hasOwn(shape.cases, chosen)
if (isCase) return this.object(shape.cases[chosen], node, at)
return shape.tag === undefined ? this.plain(node) : this.none(shape.wanted, node, at)
}
if (type[0] === 'list' && Array.isArray(type)) {
if (node.type !== 'array') return this.wrong('a list', node, at)
return node.children.map((it, index) => this.value(type[1], it, siblings, lenient, this.inside(at, index)))
}
if (type[0] === 'map' && Array.isArray(type)) {
if (node.type !== 'object') return this.wrong('an object with keys of your own', node, at)
const made = Object.create(null)
for (const { children } of node.children) {
const key = children[0].value
made[key] = this.value(type[1], children[1], siblings, lenient, this.inside(at, key))
}
return made
}
return this.scalar(type, node, lenient, at)
}
isOf([kind, , ways], node) {
if (kinds[node.type] !== kind) return false
const has = ([names, ...constant]) => names.some((name) => {
const held = memberOf(node, name)
if (held === undefined || this.isAbsent(held)) return false
return constant.length === 0 || this.isConstant(held, constant[0])
})
return ways === undefined || ways.some((way) => way.every(has))
}
isConstant(node, constant) {
return typeof constant === 'string' ? node.type === 'string' && node.value === constant : node.type === 'number' && Number(this.raw(node)) === constant
}
inside(at, token) {
return { canonical: below(at.canonical, token), given: below(at.given, token) }
}
scalar(type, node, lenient, at) {
const raw = this.raw(node)
if (type.endsWith(asText)) return this.numberAsText(type.slice(0, -asText.length), node, lenient, at)
const fits = {
text: node.type === 'string',
integer: node.type === 'number' && numbers.isWhole(raw),
time: node.type === 'number' && numbers.isWhole(raw),
seconds: node.type === 'number' && numbers.isWhole(raw),
unsigned: node.type === 'number' && numbers.isUnsigned(raw),
date: node.type === 'string' && isDate(node.value),
date_time: node.type === 'string' && isDateTime(node.value),
duration: node.type === 'string' && duration.test(node.value),
bytes: node.type === 'string' && base64.test(node.value),
number: node.type === 'number',
boolean: node.type === 'boolean',
any: true,
}
if (fits[type]) return this.plain(node)
const own = lenient ? this.converted(type, node) : undefined
if (own === undefined) return this.wrong(wanted[type], node, at)
const kind = typeof own === 'string' ? 'a text' : typeof own === 'boolean' ? 'a boolean' : numbers.isWhole(String(own)) ? 'a number' : 'a number with a fraction'
this.report(at, 'converted', true, `read as ${kind}, and written so`)
return own
}
numberAsText(type, node, lenient, at) {
if (node.type === 'string' && isWritten(type, node.value)) return this.plain(node)
const raw = this.raw(node)
const isOf = { unsigned: numbers.isUnsigned, number: () => true }[type] ?? numbers.isWhole
const own = !lenient ? undefined : node.type === 'number' ? (isOf(raw) ? raw : undefined) : this.converted(type, node)
if (own === undefined) return this.wrong(`${wanted[type]}, as text`, node, at)
this.report(at, 'converted', true, 'read as a text, and written so')
return String(own)
}
converted(type, node) {
if (type === 'text') {
if (node.type === 'number') return numbers.text(this.raw(node))
return node.type === 'boolean' ? this.raw(node) : undefined
}
if (node.type !== 'string') return undefined
if (type === 'boolean') return ['true', 'false'].includes(node.value) ? node.value === 'true' : undefined
if (type === 'number') return numbers.numberOf(node.value)
const counted = { integer: numbers.wholeOf, time: numbers.wholeOf, seconds: numbers.wholeOf, unsigned: numbers.unsignedOf }[type]
return counted ? counted(node.value) : undefined
}
wrong(expected, node, at, found = this.kind(node)) {
this.report(at, 'type', false, `expected ${expected}, found ${found}`)
this.mistyped.push(at.given)
return this.plain(node)
}
none(expected, node, at) {
const made = this.wrong(expected, node, at, node.type === 'object' ? 'another object' : this.kind(node))
if (node.type !== 'object') return made
for (const { children } of node.children) if (this.isAbsent(children[1])) delete made[children[0].value]
return made
}
kind(node) {
const raw = this.raw(node)
if (node.type === 'number') return numbers.isWhole(raw) ? 'a number' : /^-?\d+$/.test(raw) && raw !== '-0' ? 'a number beyond 64 bits' : 'a number with a fraction'
return { null: '`null`', boolean: 'a boolean', string: 'a text', array: 'a list', object: 'an object' }[node.type]
}
asGiven(pointer) {
const found = this.moved.findLast(([from]) => pointer === from || pointer.startsWith(`${from}/`))
return found ? found[1] + pointer.slice(found[0].length) : pointer
}
}
const kinds = { boolean: 'boolean', number: 'number', string: 'text', array: 'list', object: 'object' }
const memberOf = (node, name) => node.children.find((it) => it.children[0].value === name)?.children[1]
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/
const asText = ' as text'
const isWritten = (type, text) => {
if (type === 'number') return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,4})?$/.test(text)
const isOf = type === 'unsigned' ? numbers.isUnsigned : numbers.isWhole
return /^(?:0|-?[1-9]\d*)$/.test(text) && isOf(text)
}
const duration = /^P(?:\d{1,20}W|(?:\d{1,20}D)?(?:T(?=\d)(?:\d{1,20}H)?(?:\d{1,20}M)?(?:\d{1,20}(?:\.\d{1,9})?S)?)?)$(?<!^P)/
const isDate = (text) => {
const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
const clock = /^[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const isLast = (text) => new Date(text.replace(/:60/, ':59')).toISOString().slice(11, 19) === '23:59:59'
const isDateTime = (text) => {
if (!isDate(text.slice(0, 10)) || !clock.test(text.slice(10))) return false
return text.slice(17, 19) !== '60' || isLast(text.toUpperCase())
}
const wanted = {
text: 'a text',
integer: 'a whole number of 64 bits',
time: 'a time in milliseconds, a whole number',
seconds: 'a time in seconds, a whole number',
unsigned: 'a whole number of 64 bits that is not negative',
date: 'a date such as `2026-01-31`',
date_time: 'a date and time such as `2026-01-31T08:00:00Z`',
duration: 'a duration such as `PT5M30S`, without years and months',
bytes: 'bytes in Base64, a text',
number: 'a number',
boolean: '`true` or `false`',
}
const body = (text, data) => {
const tree = parse(text)
const reader = new Reader(text, data)
return { tree, canonical: reader.object(0, tree, { canonical: '', given: '' }), reader }
}
const exactly = (text) => plain(window.stipulaJudge.parseTree(text), text)
return { Unreadable, below, tokens, lineOf, body, exactly }
})()
