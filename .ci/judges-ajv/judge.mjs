// Judges bodies by a JSON Schema with ajv. The first line of standard input is the schema, each
// other line a body; each line of standard output holds the errors of one body: where the keyword
// stands, where the value stands, and the member that is missing or the key that is wrong.

import { createInterface } from 'node:readline'
import Ajv2020 from 'ajv/dist/2020.js'

const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: true,
  // A condition speaks of members whose types another part of the schema gives,
  strictTypes: false,
  // and a group of members that another part describes.
  strictRequired: false,
})
ajv.addVocabulary(['components', 'x-stipula-ids', 'x-stipula-at', 'x-stipula-rules'])
// Tells of 64 bits; numbers of JavaScript have no such limit.
ajv.addFormat('int64', true)

// The rule of an enum stands in front of the reference to it, so the enum is put there; and a
// schema that is `false` becomes one that can be found again.
const inPlace = (schema, all) => {
  if (schema === false) return { not: {} }
  if (Array.isArray(schema)) return schema.map((it) => inPlace(it, all))
  if (schema === null || typeof schema !== 'object') return schema
  const { $ref, ...rest } = schema
  const target = $ref && all[$ref.split('/').pop()]
  if (target?.enum) return { ...target, ...rest }
  const entries = Object.entries(schema).map(([key, it]) => [key, data.has(key) ? it : inPlace(it, all)])
  return Object.fromEntries(entries)
}

// Keywords that hold no schemas.
const data = new Set(['const', 'enum', 'examples', 'default', 'x-stipula-ids', 'x-stipula-rules'])

// ajv tells where a keyword stands below the last reference. The schema around it tells all.
const pointers = new Map()
const find = (schema, pointer) => {
  if (schema === null || typeof schema !== 'object') return
  pointers.set(schema, pointer)
  for (const [key, it] of Object.entries(schema)) {
    find(it, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  }
}

const report = (error) => [
  `${pointers.get(error.parentSchema)}/${error.keyword}`,
  error.instancePath,
  error.params.missingProperty ?? error.params.propertyName ?? error.propertyName ?? null,
]

let validate
for await (const line of createInterface({ input: process.stdin })) {
  const value = JSON.parse(line)
  if (validate === undefined) {
    const schema = inPlace(value, value.components.schemas)
    find(schema, '')
    validate = ajv.compile(schema)
    continue
  }
  const errors = validate(value) ? [] : validate.errors
  process.stdout.write(`${JSON.stringify(errors.map(report))}\n`)
}
