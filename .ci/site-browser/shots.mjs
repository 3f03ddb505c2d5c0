// Pictures of the pages, to look at.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { known, on } from './browser.mjs'
import { sampleNamed } from './check.mjs'

export const shots = async (browser, site, folder) => {
  mkdirSync(folder, { recursive: true })
  const views = [
    ['index', 'index.html'],
    ['operation', known.cases],
    ['case', `${known.cases}?case=movie#request.passExtInfo`],
    ['context', known.context],
    ['codes', 'codes.html'],
    ['quirks', 'quirks.html'],
  ]
  for (const [name, path] of views) {
    for (const width of [1440, 768, 390]) {
      for (const dark of [false, true]) {
        await on(browser, site, path, { width, dark }, (page) => page.screenshot({ path: join(folder, `${name}-${width}-${dark ? 'dark' : 'light'}.png`) }))
      }
    }
  }
  await on(browser, site, known.cases, {}, async (page) => {
    await page.select('.check [name=sample]', await sampleNamed(page, 'gift_card, minimal'))
    await page.waitForSelector('.verdict.open')
    await page.$eval('#check', (it) => it.scrollIntoView())
    await page.screenshot({ path: join(folder, 'check-1440-light.png') })
    await page.focus('#search')
    await page.waitForFunction(() => window.stipulaFind?.('a').length > 0)
    await page.type('#search', 'required stock')
    await page.screenshot({ path: join(folder, 'search-1440-light.png') })
  })
}
