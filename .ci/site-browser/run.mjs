// Every check of the site in Chromium, from the disk: `node run.mjs SITE BIG WITNESSES [--shots FOLDER]`.

import { access, weight } from './access.mjs'
import { big } from './big.mjs'
import { Failure, launch } from './browser.mjs'
import { agreement, checker } from './check.mjs'
import { links, narrow, plain } from './links.mjs'
import { shots } from './shots.mjs'
import { cases, colours, keyboard, quirks, search } from './use.mjs'

const [site, large, witnesses, , folder] = process.argv.slice(2)
const pages = {
  createTemplate: 'operations/create_template.html',
  createPass: 'operations/create_pass.html',
  queryTemplate: 'operations/query_template.html',
  movieTicket: 'operations/movie_ticket.html',
}
const checks = { weight, links, plain, narrow, search, cases, quirks, colours, keyboard, checker, agreement, access }

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
    for (const [name, check] of Object.entries(checks)) await run(name, () => check(browser, site, { witnesses, pages }))
    await run('300 operations', () => big(browser, large))
  }
} finally {
  await browser.close()
}
process.exitCode = failed > 0 ? 1 : 0
