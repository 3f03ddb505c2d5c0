// Every check of the site in Chromium, from the disk: `node run.mjs SITE WITNESSES BODIES BIG
// AWKWARD BODIES FAKE`, or
// pictures of its pages: `node run.mjs SITE --shots FOLDER`.

import { access, weight } from './access.mjs'
import { big } from './big.mjs'
import { Failure, launch } from './browser.mjs'
import { accepted, tried, worked } from './call.mjs'
import { agreement, checker, random } from './check.mjs'
import { dense } from './dense.mjs'
import { links, narrow, plain } from './links.mjs'
import { shots } from './shots.mjs'
import { walked } from './tasks.mjs'
import { cases, colours, keyboard, quirks, search } from './use.mjs'

const [site, ...rest] = process.argv.slice(2)
const folder = rest[0] === '--shots' ? rest[1] : undefined
const [witnesses, bodies, large, awkward, awkwardBodies, fake] = rest
const checks = { weight, links, plain, narrow, search, cases, quirks, colours, keyboard, worked, tried, dense, walked, checker, agreement, random, access }

const browser = await launch()
let failed = 0
const run = async (name, check) => {
  try {
    console.log(`${name}: ${await check()}`)
  } catch (error) {
    failed += 1
    console.error(`${name}: FAILED: ${error instanceof Failure ? error.message : error.stack}`)
  }
}
try {
  if (folder) await shots(browser, site, folder)
  else {
    for (const [name, check] of Object.entries(checks)) await run(name, () => check(browser, site, { witnesses, bodies }))
    await run('awkward conditions, links', () => links(browser, awkward))
    await run('awkward conditions', () => random(browser, awkward, { bodies: awkwardBodies }))
    if (fake) await run('the fake', () => accepted(browser, site, [fake]))
    await run('300 operations', () => big(browser, large))
  }
} finally {
  await browser.close()
}
process.exitCode = failed > 0 ? 1 : 0
