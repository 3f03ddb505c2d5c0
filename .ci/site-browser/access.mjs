// axe-core finds nothing serious, in light and in dark; a page weighs little.

import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { must, on, pagesOf } from './browser.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const access = async (browser, site) => {
  let passes = 0
  for (const path of pagesOf(site)) {
    for (const dark of [false, true]) {
      await on(browser, site, path, { dark }, async (page) => {
        // Folded or not, everything is looked at.
        await page.evaluate(() => document.querySelectorAll('details').forEach((it) => (it.open = true)))
        await page.evaluate(axe)
        const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], preload: false }))
        const bad = result.violations.filter((it) => ['serious', 'critical'].includes(it.impact))
        const text = bad.map((it) => `${it.id}: ${it.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 140)} ${node.any[0]?.message ?? ''}`).join(' | ')}`)
        must(bad.length === 0, `${path}${dark ? ', dark' : ''}: ${text.join('\n')}`)
        passes += 1
      })
    }
  }
  return `${passes} looks without a serious violation`
}

export const weight = (browser, site) => {
  const size = (path) => statSync(join(site, path)).size
  const sum = (names) => names.map((it) => size(`assets/${it}`)).reduce((a, b) => a + b)
  const first = sum(['site.css', 'site.js', 'operations.js', 'search.js', 'copy.js', 'check.js', 'try.js'])
  // Loaded when a body is checked, or a call is made.
  const later = sum(['check-numbers.js', 'check-words.js', 'check-tell.js', 'check-read.js', 'check-verdict.js', 'judge.js', 'prove.js', 'samples.js'])
  const [path, page] = pagesOf(site).map((it) => [it, size(it)]).reduce((a, b) => (a[1] > b[1] ? a : b))
  for (const [what, weighs, most] of [['at first', page + first, 255_000], ['with all that it loads', page + first + later, 320_000]]) {
    must(weighs <= most, `${path} weighs ${weighs} bytes ${what}; ${most} are allowed`)
  }
  return `at most ${page + first} bytes at first (${path}), and ${later} when asked for`
}
