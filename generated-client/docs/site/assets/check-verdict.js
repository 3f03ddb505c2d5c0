'use strict'
window.stipulaVerdict = (() => {
const { below, tokens, exactly } = window.stipulaRead
const { words, fill, quoted, counted, count, told: shown, known, given } = window.stipulaTell
const echoes = new Set(['$ref', 'properties', 'items', 'additionalProperties', 'allOf', 'if', 'propertyNames'])
const missing = 'Instance does not have required property "'
const told = (schema, error) => {
if (echoes.has(error.keyword)) return undefined
const path = tokens(decodeURIComponent(error.keywordLocation.slice(1)))
const instance = decodeURIComponent(error.instanceLocation.slice(1))
let at = schema
let depth = 0
let entry
let blamed
let front
const down = (to, steps) => {
at = to
front = undefined
depth += steps
if (typeof to.$comment === 'number') [entry, blamed] = [to, undefined]
if (typeof to.$at === 'string') blamed = [to.$at, depth]
}
const end = (keyword) => {
const member = keyword === 'required' ? error.error.slice(missing.length, -2) : undefined
for (const ids of [at.$ids, front]) {
const id = keyword === 'required' ? ids?.required?.[member] : ids?.[keyword]
if (id !== undefined) return { rule: id, path: member === undefined ? instance : below(instance, member), at, keyword }
}
if (entry === undefined || blamed === undefined) return undefined
const object = tokens(instance)
object.length -= depth - blamed[1]
return { rule: entry.$comment, path: below(object.reduce(below, ''), blamed[0]), entry }
}
while (path.length > 0) {
const token = path.shift()
if (token === '$ref') {
const ids = at.$ids
at = schema.components.schemas[at.$ref.split('/').pop()]
;[entry, blamed, front] = [undefined, undefined, ids]
} else if (token === 'properties') down(at.properties[path.shift()], 1)
else if (['additionalProperties', 'items'].includes(token)) down(at[token], 1)
else if (token === 'propertyNames' && at[token].$ids) down(at[token], 1)
else if (token === 'allOf') down(at.allOf[Number(path.shift())], 0)
else if (['then', 'else'].includes(token)) down(at[token], 0)
else if (['anyOf', 'oneOf', 'not'].includes(token)) return path.length > 0 ? undefined : end(token)
else return end(token)
}
return undefined
}
const looksAt = (schema, at = '') => {
if (schema === null || typeof schema !== 'object') return []
return Object.entries(schema).flatMap(([key, it]) => {
if (key !== 'properties') return isInside(key) ? looksAt(it, ['items', 'additionalProperties'].includes(key) ? '' : at) : []
return Object.entries(it).flatMap(([name, to]) => {
const here = below(at, name)
const inner = looksAt(to, here)
return inner.length > 0 || asksPresence(to) ? inner : [here]
})
})
}
const asksPresence = (schema) => schema === true || Object.keys(schema.not ?? schema).length === 0
const isInside = (key) => !['const', 'enum', 'required', '$ids'].includes(key)
const kinds = [
['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
[['string', 'array', 'object'], ['minItems', 'maxItems']],
['string', ['pattern']],
]
const mended = (schema) => {
if (schema === false) return { not: {} }
if (Array.isArray(schema)) return schema.map(mended)
if (schema === null || typeof schema !== 'object') return schema
const isData = (key) => ['const', 'enum', 'required', '$ids'].includes(key)
const made = Object.fromEntries(Object.entries(schema).map(([key, it]) => [key, isData(key) ? it : mended(it)]))
const isKeyword = (key) => ['number', 'string'].includes(typeof schema[key])
const kind = kinds.find(([, keys]) => keys.some(isKeyword))
if (kind && made.type === undefined && made.$ref === undefined) made.type = kind[0]
return made
}
const tell = (parts, { path, at, keyword, error }, { reader, schema, context }) => {
const object = path.slice(0, path.lastIndexOf('/'))
const say = (it, how = shown) => (it ? how(it.node, it.raw, it.isHidden) : words.missing)
const placed = (kind, steps) => {
const [above, key] = reader.around.get(object) ?? []
if (kind === 'key') return { text: key }
if (kind === 'context') return { text: context[steps[0]] }
return reader.at(steps.reduce(below, { this: object, above }[kind] ?? ''))
}
const gap = {
value: () => say(reader.at(path)),
size: (unit) => say(reader.at(path), (node) => counted(count(node, unit), unit)),
limit: () => `${at[keyword]} ${at[keyword] === 1 ? 'is' : 'are'}`,
name: () => quoted(tokens(path).pop()),
known: () => {
const own = keyword === 'propertyNames' ? at.propertyNames : at
const all = (own.enum ?? schema.components.schemas[own.$ref.split('/').pop()].enum).map(String)
const it = reader.at(path)
const isText = it && !it.isHidden && it.node.type === 'string'
return known(keyword === 'propertyNames' ? tokens(path).pop() : isText ? it.node.value : undefined, all)
},
twins: () => fill(words.twins, ...error.match(/\d+/g)),
given: (...names) => given(names.filter((it) => (reader.at(below(object, it))?.node.type ?? 'null') !== 'null').map((it) => (object === '' && data.places?.said?.[it]) || it)),
length: (kind, ...steps) => say(placed(kind, steps), (node) => '`' + count(node) + '`'),
}
const filled = (slot) => {
const [kind, ...steps] = tokens('/' + slot)
if (gap[kind]) return gap[kind](...steps)
const it = placed(kind, steps)
return it && 'text' in it ? (it.text === undefined ? words.missing : quoted(it.text)) : say(it)
}
return parts.map((it, index) => (index % 2 ? filled(it) : it)).join('')
}
const named = (page) => {
let owner
for (const it of page.rules) {
if (it[0].startsWith('.')) it[0] = owner + it[0]
owner = it[0].split('.')[0]
}
return page
}
let data
const judge = (text, context, scenario, source) => {
data ??= named(exactly(source))
const { tree, canonical, reader, places } = window.stipulaRead.body(text, data)
const whole = (found) => ({ tree, canonical, found: places ? places.told(found) : found })
if (places && !places.isDocument) return whole([])
if (reader.tree.type !== 'object') return whole(reader.found)
const { Validator } = window.stipulaJudge
const asked = data.scenarios.find((it) => it.name === scenario)
const doubles = window.stipulaNumbers.standIns(canonical, data.schema, asked)
const schema = mended(doubles(data.schema))
const body = Object.assign(Object.create(null), doubles(canonical))
body[data.contextName] = Object.assign(Object.create(null), context)
const found = [...reader.found]
const seen = new Set()
const { errors } = new Validator(schema, '2020-12', false).validate(body)
const tooLong = new Set(errors.filter((it) => it.keyword === 'maxItems').map((it) => decodeURIComponent(it.instanceLocation.slice(1))))
const isEcho = ({ entry }) =>
entry !== undefined && looksAt(entry).some((at) => reader.mistyped.some((from) => from.endsWith(at)))
const report = (it) => {
const path = reader.asGiven(it.path)
const isMistyped = reader.mistyped.some((from) => path === from || path.startsWith(`${from}/`))
const [rule, sentence, isWarning] = data.rules[it.rule]
const key = `${rule} ${path}`
if (isMistyped || seen.has(key)) return
seen.add(key)
const message = tell(data.words[sentence], it, { reader, schema: data.schema, context })
found.push({ path, rule, isWarning: Boolean(isWarning), message })
}
for (const error of errors) {
const it = told(schema, error)
if (it && !isEcho(it)) report({ ...it, error: error.error })
}
for (const it of reader.repeats) if (!tooLong.has(it.path)) report(it)
if (asked?.when !== undefined && asked.when !== null && !new Validator(mended(doubles(asked.when)), '2020-12').validate(body).valid) {
const message = fill(words.scenario, quoted(asked.name), asked.says) + tell(asked.reads, { path: '' }, { reader, context })
found.push({ path: '', rule: 'scenario', isWarning: false, message })
}
return whole(found)
}
return { judge }
})()
