// The scripts that judge a body, as a site has them, without a browser: reading and judging touch no
// page.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'

const scripts = ['judge.js', 'check-words.js', 'check-numbers.js', 'check-tell.js', 'check-read.js', 'check-places.js', 'check-verdict.js']

/** What judges a body by the data of a page. */
export const judgeOf = (site, path) => {
  const context = vm.createContext({ window: {}, URL, TextEncoder })
  for (const name of scripts) vm.runInContext(readFileSync(join(site, 'assets', name), 'utf8'), context, name)
  const page = readFileSync(join(site, path), 'utf8')
  const source = page.match(/id="data">(.*?)<\/script>/s)[1]
  const { stipulaVerdict, stipulaRead } = context.window
  const judge = (text, values = {}, scenario = '') => stipulaVerdict.judge(text, values, scenario, source)
  const { unsaid, places } = JSON.parse(source)
  // Whether it judges whole requests, and not bodies.
  const isWhole = Boolean(places) && !places.plain
  return { judge, Unreadable: stipulaRead.Unreadable, unsaid, isWhole }
}
