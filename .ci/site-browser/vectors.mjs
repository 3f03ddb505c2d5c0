// The scripts of a generated site read every vector of a table as it says:
// `node vectors.mjs TABLE SITES`. No browser is needed: reading and judging touch no page.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeOf } from './judge.mjs'

const [table, sites] = process.argv.slice(2)
const { groups, reasons } = JSON.parse(readFileSync(table, 'utf8'))
const ofReading = ['absent', 'alias', 'converted', 'type', 'unknown']

const load = (spec) => judgeOf(join(sites, spec, 'docs/site'), 'operations/read.html')

/** What the site makes of a body, in the words of the table. */
const read = ({ judge, Unreadable }, text) => {
  try {
    const { canonical, found } = judge(text)
    const refused = found.find((it) => !it.isWarning && ofReading.includes(it.rule))?.rule
    const of = (isOfReading) => found.map((it) => it.rule).filter((it) => ofReading.includes(it) === isOfReading).map((it) => it.split('.').pop()).sort()
    return refused ? { refused } : { canonical, warns: of(true), breaks: of(false) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { refused: error.message.includes('twice') ? 'twice' : 'json' }
  }
}

/** A text of the table as a tree that keeps numbers as they are written. */
class Digits {
  constructor(raw) {
    this.raw = raw
  }
}
const mark = 'digits of a number'
const tree = (text) => {
  const marked = text.replace(/"(?:\\.|[^"\\])*"|-?\d[\d.eE+-]*/g, (it) => (it.startsWith('"') ? it : `{"${mark}":"${it}"}`))
  return JSON.parse(marked, (_, it) => (it !== null && typeof it === 'object' && mark in it ? new Digits(it[mark]) : it))
}

/** Whether a number is what its digits say: exact within 64 bits, else the nearest double. */
const isNumber = (found, raw) => {
  if (typeof found !== 'bigint' && !Number.isFinite(found)) return false
  const digits = /^-?\d+$/.test(raw) ? BigInt(raw) : undefined
  const isExact = digits !== undefined && digits >= -(2n ** 63n) && digits < 2n ** 64n
  const wanted = isExact ? digits : Number(raw)
  const whole = (it) => (typeof it === 'bigint' ? it : Number.isInteger(it) ? BigInt(it) : it)
  return whole(found) === whole(wanted)
}

const same = (found, wanted) => {
  if (wanted instanceof Digits) return isNumber(found, wanted.raw)
  if (wanted === null || typeof wanted !== 'object') return found === wanted
  if (found === null || typeof found !== 'object' || Array.isArray(found) !== Array.isArray(wanted)) return false
  const keys = Object.keys(wanted)
  return keys.length === Object.keys(found).length && keys.every((it) => Object.hasOwn(found, it) && same(found[it], wanted[it]))
}

/** What the table wants of the site, and whether it is that. */
const judged = (found, vector) => {
  const except = vector.except?.site
  if (except && !reasons[except.because]) return false
  const wanted = { ...vector, ...except }
  if (wanted.refused) return found.refused === wanted.refused
  if (found.refused) return false
  const inside = wanted.reads ?? vector.text
  const body = vector.member === undefined ? (wanted.reads ?? vector.body) : wanted.absent ? '{}' : `{${JSON.stringify(vector.member)}:${inside}}`
  const lists = ['warns', 'breaks'].every((it) => String(found[it]) === String([...(wanted[it] ?? [])].sort()))
  return lists && same(found.canonical, tree(body))
}

const wrong = []
let count = 0
const readers = Object.fromEntries(['absent', 'value'].map((it) => [it, load(it)]))
for (const { spec, vectors } of groups) {
  for (const vector of vectors) {
    const body = vector.body ?? `{${JSON.stringify(vector.member)}:${vector.text}}`
    const found = read(readers[spec], body)
    count += 1
    if (judged(found, vector)) continue
    const shown = JSON.stringify(found, (_, it) => (typeof it === 'bigint' ? `${it}n` : it))
    wrong.push(`${spec}: ${body.slice(0, 200)}\n  found    ${shown.slice(0, 300)}\n  expected ${JSON.stringify(vector).slice(0, 300)}`)
  }
}
if (count < 500) wrong.push(`only ${count} vectors`)
if (wrong.length > 0) {
  console.error(`${wrong.length} of ${count} differ:\n${wrong.join('\n')}`)
  process.exitCode = 1
} else console.log(`${count} bodies are read as the client reads them`)
