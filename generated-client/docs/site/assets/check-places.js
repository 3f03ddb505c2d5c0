'use strict'
window.stipulaPlaces = (() => {
const numbers = window.stipulaNumbers
const { words, fill, quoted, suggest, near, kind } = window.stipulaTell
const { below, tokens } = window.stipulaRead
const parts = { path: 'path', query: 'query', headers: 'header' }
const everyPart = [...Object.keys(parts), 'body']
const typed = (type, node, style, reader) => {
const { types } = reader.data
if (Array.isArray(type)) {
if (type[0] === 'map') return node.type === 'object' ? withValues(node, (it) => typed(type[1], it, undefined, reader)) : inner(type, node, style, reader)
if (node.type === 'array') return { ...node, children: node.children.map((it) => typed(type[1], it, undefined, reader)) }
return node.type === 'string' && style ? listed(type[1], node, style, reader) : node
}
if (typeof type === 'number') {
const { members } = types[type]
if (!members) return node
if (node.type !== 'object') return inner(type, node, style, reader)
return withValues(node, (it, name) => (Object.hasOwn(members, name) ? typed(members[name][0], it, { lists: 'repeat', nested: 'brackets' }, reader) : it))
}
return scalar(type, node, reader)
}
const withValues = (node, make) => ({
...node,
children: node.children.map((it) => ({ ...it, children: [it.children[0], make(it.children[1], it.children[0].value)] })),
})
const stand = (node, type, value, raw) => ({ type, value, raw, offset: node.offset, length: node.length })
const scalar = (type, node, reader) => {
const raw = reader.raw(node)
if (type.endsWith(' as text')) return node.type === 'number' && reader.writes(type, raw) ? stand(node, 'string', raw, JSON.stringify(raw)) : node
const isText = node.type === 'string'
if (isText === (type === 'text') || (!isText && type !== 'text') || node.children || node.type === 'null') return node
const own = reader.converted(type, node)
if (own === undefined) return node
if (typeof own === 'string') return stand(node, 'string', own, JSON.stringify(own))
return typeof own === 'boolean' ? stand(node, 'boolean', own, String(own)) : stand(node, 'number', Number(own), type === 'number' ? numbers.text(node.value) : String(own))
}
const parsed = (node, reader) => {
const { parseTree } = window.stipulaJudge
const errors = []
const tree = parseTree(node.value, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
if (!tree || errors.length > 0) return undefined
const moved = (it) => ({ ...it, raw: node.value.slice(it.offset, it.offset + it.length), offset: node.offset, length: node.length, children: it.children?.map(moved) })
return moved(tree)
}
const inner = (type, node, style, reader) => {
const own = node.type === 'string' && style?.nested === 'json' ? parsed(node, reader) : undefined
return own ? typed(type, own, undefined, reader) : node
}
const listed = (of, node, { lists }, reader) => {
const one = (text) => typed(of, stand(node, 'string', text, JSON.stringify(text)), undefined, reader)
const array = (children) => ({ ...stand(node, 'array', undefined, reader.raw(node)), children })
if (lists === 'comma') return array(node.value.split(',').map(one))
if (lists !== 'json') return array([one(node.value)])
const own = parsed(node, reader)
return own?.type === 'array' ? { ...own, children: own.children.map((it) => typed(of, it, undefined, reader)) } : node
}
class Places {
constructor(tree, reader) {
this.reader = reader
this.all = reader.data.places
this.members = reader.data.types[0].members
this.found = []
this.headers = {}
this.tree = { type: 'object', offset: tree.offset, length: tree.length, children: [] }
this.isDocument = this.all.plain || tree.type === 'object'
if (this.all.plain) this.whole(tree)
else if (this.isDocument) this.read(tree)
else this.report('body', '', 'request', false, fill(words.request, this.kind(tree)))
}
kind(node) {
return kind(node, this.reader.raw(node), true)
}
report(location, path, rule, isWarning, message) {
this.found.push({ location, path, rule, isWarning, message })
}
read(tree) {
const given = new Map(tree.children.map(({ children: [name, value] }) => [name.value, value]))
for (const name of given.keys()) {
if (!everyPart.includes(name)) this.report('body', below('', name), 'request', false, fill(words.part, near(suggest(name, everyPart))))
}
for (const [part, location] of Object.entries(parts)) {
const node = given.get(part)
if (node?.type === 'object') for (const it of node.children) this.add(location, ...it.children)
else if (node) this.report(location, '', 'type', false, fill(words.expected, words.object, this.kind(node), ''))
}
this.body(given.get('body'))
}
whole(tree) {
if (this.all.payload !== undefined || tree.type === 'object') this.body(tree)
else this.tree = tree
}
put(name, key, value) {
const others = this.tree.children.filter((it) => it.children[0].value !== name)
this.tree.children = [...others, { type: 'property', offset: key.offset, length: key.length, children: [{ ...key, value: name }, value] }]
}
add(location, key, value) {
const given = key.value
const same = location === 'header' ? (it) => it.toLowerCase() === given.toLowerCase() : (it) => it === given
const here = Object.entries(this.all.members).filter(([, it]) => it[0] === location)
const found = here.find(([, it]) => same(it[1]))
if (!found) {
this.unknown(location, given, here.map(([, it]) => it[1]))
return
}
const [name, [, sent, lists, nested]] = found
const node = typed(this.members[name][0], value, { lists, nested }, this.reader)
const isAbsent = this.reader.isAbsent(node)
const hasRule = this.members[name][0] === 'text'
if (location === 'path' && !hasRule && node.type === 'string' && ['', '.', '..'].includes(node.value) && !isAbsent) {
this.report(location, below('', given), 'path', false, words.segment)
}
if (location === 'header') this.headers[sent] = given
this.put(name, key, node)
}
unknown(location, given, known) {
const best = suggest(given, known)
if (location === 'header' && best === undefined) return
const { closed } = this.reader.data.types[0]
const told = location === 'path' ? words.braces : closed ? words.refused : words.unknown
this.report(location, below('', given), 'unknown', location !== 'path' && !closed, fill(told, near(best)))
}
body(node) {
if (!node) return
const { payload, form } = this.all
if (payload !== undefined) this.put(payload, { type: 'string', value: payload, offset: node.offset, length: 0 }, node)
else if (node.type !== 'object') this.report('body', '', 'type', false, fill(words.expected, words.object, this.kind(node), this.reader.hint(0, node)))
else {
for (const { children: [key, value] } of node.children) {
const name = key.value
const place = Object.hasOwn(this.all.members, name) ? this.all.members[name] : undefined
if (place && place[0] !== 'body') {
this.report('body', below('', name), 'unknown', false, fill(words.elsewhere, quoted(`${place[0]} ${place[1]}`)))
} else {
const isText = form && Object.hasOwn(this.members, name)
this.put(name, key, isText ? typed(this.members[name][0], value, { lists: place?.[2], nested: place?.[3] }, this.reader) : value)
}
}
}
}
told(found) {
const placed = (it) => {
const [first, ...rest] = tokens(it.path)
const place = first !== undefined && Object.hasOwn(this.all.members, first) ? this.all.members[first] : ['body']
const after = rest.reduce(below, '')
if (first === this.all.payload && first !== undefined) return { ...it, location: 'body', path: after }
return place[0] === 'body' ? { ...it, location: 'body' } : { ...it, location: place[0], path: below('', place[1]) + after }
}
return [...this.found, ...found.map(placed)].map((it) => ({ ...it, at: this.at(it), shown: it.location === 'body' ? it.path : `${it.location} ${it.path}`.trim() }))
}
at({ location, path, rule }) {
if (rule === 'request' || this.all.plain) return path
if (location === 'body') return `/body${path}`
if (location !== 'header') return `/${location}${path}`
const [first, ...rest] = tokens(path)
return rest.reduce(below, first === undefined ? '/headers' : below('/headers', this.headers[first] ?? first))
}
}
return { read: (tree, reader) => new Places(tree, reader) }
})()
