// The site says of a body what the command says, word for word:
// `node sentences.mjs STIPULA SPEC SITE LEAST`. The bodies are those of `bodies.jsonl` in the spec, and
// those of `requests.jsonl`, which are whole requests where an operation has members outside the body.
// At least so many sentences have to be said.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeOf } from './judge.mjs'

const [stipula, spec, site, least] = process.argv.slice(2)
const files = ['bodies.jsonl', 'requests.jsonl'].map((it) => join(spec, it)).filter((it) => existsSync(it))
const lines = files.flatMap((it) => readFileSync(it, 'utf8').trim().split('\n'))
const told = (all) => all.map((it) => `${it.severity} ${it.location ?? 'body'} ${it.path} ${it.rule}: ${it.message}`).sort()
// Pages have the Rust names of operations.
const pathOf = (operation) => `operations/${operation.replace(/[A-Z]/g, (it) => `_${it.toLowerCase()}`)}.html`
const judges = {}
let sentences = 0
let beyond = 0
const wrong = []
for (const line of lines) {
  const { operation, context = {}, scenario = '' } = JSON.parse(line)
  // As it is written there: numbers are digits.
  const body = line.slice(line.indexOf('"body":') + 7, -1)
  const beside = Object.entries(context).flatMap(([name, value]) => ['--context', `${name}=${value}`])
  const which = scenario === '' ? [] : ['--scenario', scenario]
  const path = pathOf(operation)
  const { judge, unsaid, isWhole } = (judges[operation] ??= judgeOf(site, path))
  const ran = spawnSync(stipula, ['validate', operation, ...(isWhole ? ['--request'] : []), '-', '--format', 'json', '--spec', spec, ...beside, ...which], { input: body, encoding: 'utf8' })
  const all = JSON.parse(ran.stdout)
  const wanted = told(all.filter((it) => !unsaid.includes(it.rule)))
  beyond += all.length - wanted.length
  const found = told(judge(body, context, scenario).found.map((it) => ({ ...it, severity: it.isWarning ? 'warning' : 'error' })))
  sentences += wanted.length
  const missing = wanted.filter((it) => !found.includes(it))
  const extra = found.filter((it) => !wanted.includes(it))
  if (missing.length + extra.length > 0) wrong.push(`${line}\n  only the command: ${missing.join('\n    ')}\n  only the site: ${extra.join('\n    ')}`)
}
if (sentences < Number(least)) wrong.push(`only ${sentences} sentences`)
if (wrong.length > 0) {
  console.error(wrong.join('\n'))
  process.exitCode = 1
} else console.log(`${sentences} sentences as the command says them, ${beyond} of rules beyond the site`)
