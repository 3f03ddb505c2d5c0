// How much a reader sees at once, and how far the keyboard and paper go.

import { known, must, on } from './browser.mjs'

const screen = { width: 1440, height: 900 }

export const dense = async (browser, site) => {
  const told = []
  await on(browser, site, known.cases, screen, async (page) => {
    const tops = await page.$$eval('#request .members > .field', (all) => all.filter((it) => it.getClientRects().length > 0).map((it) => it.getBoundingClientRect().top + scrollY))
    must(tops[0] <= 450, `the first field stands at ${tops[0]} px`)
    told.push(`first field at ${Math.round(tops[0])} px`)
    // As a reader scrolls, from the first field on.
    const many = Math.max(...tops.map((top) => tops.filter((it) => it >= top && it < top + 900).length))
    const first = tops.filter((it) => it < tops[0] + 900).length
    must(first >= 7, `${first} fields in 900 px`)
    told.push(`${first} fields in the first 900 px, ${many} at best`)
    const lines = await page.$$eval('#request .members > .field > .head', (all) => all.filter((it) => it.getClientRects().length > 0).map((it) => [it.querySelector('.name').textContent, it.querySelector('.badge').getBoundingClientRect().top - it.querySelector('.name').getBoundingClientRect().top]))
    const broken = lines.filter(([, it]) => Math.abs(it) > 8)
    must(broken.length === 0, `type and need go over lines: ${broken.map(([it]) => it).join(' ')}`)
    const counted = await page.$$eval('.values > summary', (all) => all.filter((it) => /^\d values/.test(it.textContent) && Number.parseInt(it.textContent, 10) <= 8).length)
    must(counted === 0, `${counted} short lists of values are counted, not told`)
    must((await page.$$('.chip.confirmed')).length === 0, 'what pages confirm is marked')
    const stops = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((it) => it.tabIndex >= 0 && it.checkVisibility({ visibilityProperty: true }) && !(it.type === 'radio' && !it.checked)).length)
    must(stops <= 120, `${stops} stops of the keyboard`)
    told.push(`${stops} stops of the keyboard`)
    await page.click('.picker input[value=movie]')
    const before = await page.$$eval('#request .field', (all) => all.filter((it) => it.getClientRects().length > 0).length)
    await page.click('#only')
    const after = await page.$$eval('#request .field', (all) => all.filter((it) => it.getClientRects().length > 0).length)
    const count = await page.$eval('.only .count', (it) => it.textContent)
    must(after < before && /^\(\d+ of \d+ fields\)$/.test(count), `only what is needed: ${before}, then ${after} fields, told as ${count}`)
    told.push(`${after} of ${before} fields for one scenario`)
    await page.evaluate(() => navigator.clipboard && Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.resolve() } }))
    await page.$$eval('.samples .bar > button', (all) => all[0].click())
    await page.waitForFunction(() => document.querySelector('.samples .bar > button').textContent === 'Copied')
  })
  await on(browser, site, known.cases, { width: 390 }, async (page) => {
    const away = await page.evaluate(() => {
      document.querySelectorAll('details.matrix').forEach((it) => (it.open = true))
      const box = document.querySelector('.matrix .scroll')
      box.scrollLeft = 200
      return box.querySelector('tbody th').getBoundingClientRect().left - box.getBoundingClientRect().left
    })
    must(Math.abs(away) < 3, `the names of the matrix leave: ${away}`)
    const names = await page.$eval('.matrix tbody th', (it) => it.getBoundingClientRect().width)
    must(names < 230, `the names of the matrix take ${names} of 390 px`)
  })
  await on(browser, site, known.cases, screen, async (page) => {
    const pdf = await page.pdf({ format: 'A4' })
    const pages = Buffer.from(pdf).toString('latin1').match(/\/Type\s*\/Page[^s]/g).length
    must(pages <= 18, `${pages} pages of paper`)
    told.push(`${pages} pages of paper`)
  })
  return told.join(', ')
}
