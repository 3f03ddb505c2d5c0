// Ten tasks of somebody who integrates the API, each at most two clicks or one search away from a page,
// with the answer in view.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { must, on } from './browser.mjs'

const start = 'index.html'

/** What is in the window, as text. */
const seen = (page) =>
  page.evaluate(() => {
    const words = []
    const walk = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(walk.currentNode)
      const box = range.getBoundingClientRect()
      if (box.width > 0 && box.bottom > 56 && box.top < innerHeight) words.push(walk.currentNode.textContent)
    }
    return words.join(' ').replace(/\s+/g, ' ')
  })
const found = (text, first) => async (page) => {
  await page.focus('#search')
  await page.waitForFunction(() => window.stipulaFind?.('a').length > 0)
  await page.type('#search', text)
  if (first) {
    const at = await page.$$eval('#found li', (all, wanted) => all.findIndex((it) => it.textContent.includes(wanted)), first)
    must(at >= 0 && at < 5, `a search for ${text} does not show ${first} among the first five`)
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown')
  }
  const from = page.url()
  await page.keyboard.press('Enter')
  await page.waitForFunction((before) => location.href !== before, {}, from)
  await page.waitForFunction(() => document.readyState === 'complete')
}
const clicked = (selector) => async (page) => {
  await page.waitForSelector(selector)
  await page.$eval(selector, (it) => it.click())
  await page.waitForFunction(() => document.readyState === 'complete')
}

/** Each: what is asked, the page to start from, the steps, and what has to be in view. */
const tasks = [
  ['which fields a movie ticket needs', 'operations/create_template.html', [clicked('.picker input[value=movie]'), clicked('#only')], [/only what it needs \(\d+ of \d+ fields\)/, /required/]],
  ['max length of a name in en_US', start, [found('name en_US', 'name')], [/en_US/, /at most \d+ characters|At most .*\d+/i]],
  ['what PASS_HAS_EXIST means and what to do', start, [found('PASS_HAS_EXIST')], [/PASS_HAS_EXIST/, /already|exist/i, /After a lost response|first attempt|again/]],
  ['a curl that works', start, [clicked('.side a[href$="quickstart.html"]')], [/openssl/, /your private key|private one/i]],
  ['what is signed', start, [clicked('.side a[href$="authentication.html"]')], [/string to sign/i, /<method> <path>/]],
  ['which page is right on a quirk', start, [found('Q-45')], [/Q-45/, /The page says/, /We say/, /Why/]],
  ['what changed', 'changelog.html', [], [/Changelog/, /\d{4}-\d{2}-\d{2}/]],
  ['where the limits of gift cards are', start, [found('gift card', 'GIFT_CARD')], [/at most \d+ characters/]],
  ['how to test', start, [clicked('.side a[href$="environments.html"]')], [/testing/, /https:/]],
  ['how to retry', start, [clicked('.side a[href$="errors.html"]')], [/When to retry/, /send the same request again/i]],
]

export const walked = async (browser, site) => {
  const wrong = []
  // A spec without releases has no page of what they changed.
  const all = tasks.filter(([, from]) => existsSync(join(site, from)))
  for (const [what, from, steps, wanted] of all) {
    must(steps.length <= 2, `${what}: ${steps.length} steps`)
    await on(browser, site, from, {}, async (page) => {
      try {
        for (const step of steps) await step(page)
        await new Promise((done) => setTimeout(done, 150))
        const text = await seen(page)
        const missing = wanted.filter((it) => !it.test(text))
        if (missing.length > 0) wrong.push(`${what}: ${missing.join(' and ')} not in view at ${page.url().split('/').pop()}:\n${text.slice(0, 700)}`)
      } catch (error) {
        wrong.push(`${what}: ${error.message}`)
      }
    })
  }
  must(wrong.length === 0, wrong.join('\n'))
  return `${all.length} tasks, each in at most two clicks or one search`
}
