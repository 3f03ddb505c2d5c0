// Every link and anchor of every page resolves; no page asks anybody but its own files; what is
// written can be read without scripts, and fits a narrow window.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { known, must, on, pagesOf } from './browser.mjs'

export const links = async (browser, site) => {
  const anchors = new Map()
  const wanted = []
  for (const path of pagesOf(site)) {
    await on(browser, site, path, {}, async (page) => {
      const seen = await page.evaluate(() => ({
        here: location.href,
        ids: [...document.querySelectorAll('[id]')].map((it) => it.id),
        links: [...document.querySelectorAll('a[href]')].map((it) => it.href),
      }))
      const twice = seen.ids.filter((id, index) => seen.ids.indexOf(id) !== index)
      must(twice.length === 0, `${path}: ids that stand twice: ${twice.slice(0, 5).join(' ')}`)
      anchors.set(seen.here, new Set(seen.ids))
      for (const link of seen.links) wanted.push([path, link])
    })
  }
  let count = 0
  for (const [path, link] of wanted) {
    if (!link.startsWith('file:')) {
      must(/^https?:/.test(link), `${path}: a link to ${link}`)
      continue
    }
    const [file, anchor] = link.split('#')
    must(existsSync(fileURLToPath(file)), `${path}: no page ${link}`)
    if (anchor && file.endsWith('.html')) must(anchors.get(file)?.has(decodeURIComponent(anchor)), `${path}: no anchor ${link}`)
    count += 1
  }
  must(count > 500, `only ${count} links were seen`)
  return `${count} links on ${anchors.size} pages`
}

export const plain = async (browser, site) => {
  let members = 0
  for (const path of pagesOf(site)) {
    const hidden = await on(browser, site, path, { script: false }, (page) =>
      page.$$eval('.field .name, .sample pre', (all) =>
        all.map((it) => (it.closest('details:not([open])') === null && it.getClientRects().length === 0 ? it.textContent : '')),
      ),
    )
    const found = hidden.filter((it) => it !== '')
    must(found.length === 0, `${path}: hidden without scripts: ${found.slice(0, 3).join(' ')}`)
    members += hidden.length
  }
  must(members > 100, `only ${members} members without scripts`)
  return `${members} members without scripts`
}

export const narrow = async (browser, site) => {
  for (const path of pagesOf(site)) {
    for (const width of [320, 390, 768, 1440]) {
      const over = await on(browser, site, path, { width }, (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      must(over <= 0, `${path}: ${over} px too wide at ${width} px`)
    }
  }
  await on(browser, site, known.cases, { width: 390 }, async (page) => {
    await page.focus('#search')
    await page.waitForFunction(() => window.stipulaFind?.('a').length > 0)
    await page.type('#search', 'stock')
    const width = await page.$eval('#found', (it) => it.getBoundingClientRect().width)
    must(width > 340, `results of a search are ${width} px wide at 390 px`)
    await page.$$eval('details.matrix', (all) => all.forEach((it) => (it.open = true)))
    await page.waitForSelector('.matrix .scroll.over')
  })
  await on(browser, site, known.cases, { width: 1024 }, async (page) => {
    await page.$$eval('details.matrix', (all) => all.forEach((it) => (it.open = true)))
    const names = await page.$$eval('.matrix th code', (all) => all.filter((it) => it.getClientRects().length > 1).map((it) => it.textContent))
    must(names.length === 0, `names break: ${names.join(' ')}`)
  })
  await on(browser, site, known.cases, { height: 600 }, async (page) => {
    await page.$$eval('details.matrix', (all) => all.forEach((it) => (it.open = true)))
    const stays = await page.$eval('.matrix .scroll', (it) => {
      it.scrollTop = 400
      return it.scrollTop > 0 && it.querySelector('thead th').getBoundingClientRect().top - it.getBoundingClientRect().top
    })
    must(stays !== false && Math.abs(stays) < 3, `the heading of the cases leaves: ${stays}`)
  })
  await on(browser, site, 'index.html', {}, async (page) => {
    const broken = await page.$$eval('.headers td:first-child code', (all) => all.filter((it) => it.getClientRects().length > 1).map((it) => it.textContent))
    must(broken.length === 0, `names of headers break: ${broken.join(' ')}`)
  })
  return 'no page is wider than 320, 390, 768 and 1440 px'
}
