// A spec of so many operations, for measuring: `node spec.mjs FOLDER COUNT`.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, count] = process.argv.slice(2)
mkdirSync(join(folder, 'operations'), { recursive: true })
const numbers = (many) => Array.from({ length: many }, (_, index) => index)

const types = `  Kind: { enum: { CARD: A card., TICKET: A ticket., NOTE: A note. } }
  State: { enum: { NEW: Made., OPEN: In use., SHUT: Over. }, moves: { NEW: [OPEN, SHUT], OPEN: [SHUT], SHUT: [] } }
  Money: { fields: { amount: { type: integer, required: true }, currency: { type: string, max_chars: 3, required: true } } }
  Text: { fields: { title: { type: string, max_chars: { en: 40, zh: 20 }, required: true, doc: What is read first. }, body: { type: string, max_chars: 400 } } }
  Language: { enum: { en: English., zh: Chinese. } }
`
writeFileSync(
  join(folder, 'api.yaml'),
  `api: big
title: Big
doc: An API of many operations.
include: [${numbers(Number(count)).map((it) => `operations/operation-${it}.yaml`).join(', ')}]
types:
${types}`,
)
for (const number of numbers(Number(count))) {
  const members = numbers(24)
    .map((it) => `  member${it}: { type: string, max_chars: ${10 + it}, doc: Member ${it} of operation ${number}., ${it % 3 === 0 ? 'required: kind == CARD' : it % 3 === 1 ? 'required: true' : 'effective: kind == TICKET'} }`)
    .join('\n')
  writeFileSync(
    join(folder, 'operations', `operation-${number}.yaml`),
    `operation: operation${number}
summary: Do thing number ${number}
post: /v1/operation${number}
request:
  kind: { type: Kind, required: true, doc: What it is about. }
  price: { type: Money, required: "kind in [CARD, TICKET]" }
  texts: { type: { map: Language, of: Text }, required: true }
${members}
response:
  id: { type: string, doc: The id. }
  state: { type: State }
scenarios:
  card: { when: kind == CARD }
  ticket: { when: kind == TICKET }
`,
  )
}
