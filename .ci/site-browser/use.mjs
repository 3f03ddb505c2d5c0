// What a reader does: search, choose a case, walk with the keyboard, change colours.

import { queries } from './queries.mjs'
import { known, must, on } from './browser.mjs'

const typed = async (page, text) => {
  await page.focus('#search')
  await page.waitForFunction(() => window.stipulaFind?.('a').length > 0)
  await page.$eval('#search', (it) => (it.value = ''))
  await page.type('#search', text)
  return page.$$eval('#found li', (all) => all.map((it) => it.querySelector('b').textContent))
}

export const search = async (browser, site) =>
  on(browser, site, known.cases, {}, async (page) => {
    const asked = [
      ['orderPageLink', 'orderPageLink'],
      ['stock pieces for sale', 'stock'],
      ['address scheme custom_btn', 'button.btnUrl'],
      ['PASS_HAS_EXIST', 'PASS_HAS_EXIST'],
      ['GIFT_CARD', 'product'],
      ['Q-45', 'Q-45: '],
      ['testing', 'testing'],
      ['environment', 'Environments'],
      ['how to sign', 'Signing'],
      ['signing', 'Signing'],
      ['Client-Id', 'Client-Id'],
      ['encryption', 'Encryption'],
      ['retry', 'Outcome'],
      ['signing-guide', 'signing-guide'],
    ]
    for (const [text, wanted] of asked) {
      const found = await typed(page, text)
      must(found.some((it) => it.startsWith(wanted)), `${text} finds ${found.join(', ') || 'nothing'}`)
    }
    must((await typed(page, 'zzzz-nothing')).length === 0, 'found what is nowhere')
    const places = await page.evaluate((all) => all.map(([text]) => window.stipulaFind(text).slice(0, 5).map((it) => decodeURIComponent(it.href))), queries)
    const missed = queries.filter(([, wanted], at) => !places[at].some((it) => it.includes(wanted)))
    must(queries.length - missed.length >= 55, `of ${queries.length} queries these find no answer among the first five: ${missed.map((it) => it[0]).join(', ')}`)
    const href = await (async () => {
      await typed(page, 'orderPageLink')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => location.hash !== '')
      return page.evaluate(() => location.hash)
    })()
    must(href === '#request.orderPageLink', `Enter leads to ${href}`)
    return `${asked.length} searches, and ${queries.length - missed.length} of ${queries.length} queries of readers answered among the first five`
  })

export const cases = async (browser, site) => {
  const badge = (page, id) => page.$eval(`[id="${id}"] > .head > .badge`, (it) => it.textContent)
  await on(browser, site, known.cases, {}, async (page) => {
    must((await badge(page, 'request.stock')) === 'conditional', 'stock is conditional in any case')
    await page.click('.picker input[value=gift_card]')
    must((await badge(page, 'request.stock')) === 'required', 'stock is required for a gift card')
    must(page.url().includes('?case=gift_card'), `the address is ${page.url()}`)
    const shown = await page.$eval('.samples .shown', (it) => it.dataset.scenario)
    must(shown === 'gift_card', `the example is of ${shown}`)
    const offered = await page.$eval('.samples .shown', (it) => it.dataset.name)
    must(!offered.includes('minimal'), `the documented example does not come first, but ${offered}`)
    await page.click('.picker input[value=movie]')
    must((await badge(page, 'request.stock')) === 'no effect', 'stock has no effect for a film')
    must((await badge(page, 'request.passExtInfo-MOVIE.sessionTotal')) === 'required', 'a member inside a case')
    must((await badge(page, 'request.passExtInfo-PASS.city')) === 'other case', 'a member of another case')
    await page.click('.picker input[value=""]')
    must((await badge(page, 'request.stock')) === 'conditional', 'any case again')
  })
  await on(browser, site, `${known.cases}?case=movie#request.passExtInfo-MOVIE.sessionTotal`, {}, async (page) => {
    must((await badge(page, 'request.stock')) === 'no effect', 'the address chooses the case')
    const rects = await page.$eval('[id="request.passExtInfo-MOVIE.sessionTotal"]', (it) => it.getClientRects().length)
    must(rects > 0, 'the address unfolds what it points at')
  })
  return 'badges follow the case, and the address keeps it'
}

export const keyboard = async (browser, site) =>
  on(browser, site, known.cases, { width: 390, height: 844 }, async (page) => {
    const focus = () => page.evaluate(() => document.activeElement.className || document.activeElement.id || document.activeElement.tagName)
    await page.keyboard.press('Tab')
    must((await focus()).includes('skip'), `first is ${await focus()}`)
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)
    must(outline !== 'none', 'the focus is not visible')
    await page.keyboard.press('Enter')
    must((await page.evaluate(() => document.activeElement.id)) === 'main', 'skipping leads elsewhere')
    await page.keyboard.press('/')
    must((await focus()) === 'search', 'a slash does not lead to the search')
    await page.waitForFunction(() => window.stipulaFind?.('a').length > 0)
    await page.keyboard.type('stock')
    await page.keyboard.press('ArrowDown')
    must((await page.$eval('#search', (it) => it.getAttribute('aria-activedescendant'))) === 'found-1', 'an arrow does not choose')
    await page.keyboard.press('Escape')
    must(await page.$eval('#found', (it) => it.hidden), 'Escape does not close the results')
    await page.keyboard.press('Escape')
    must((await focus()) !== 'search', 'Escape does not leave the search')
    await page.click('.menu')
    must(await page.$eval('#menu', (it) => getComputedStyle(it).visibility === 'visible'), 'the menu does not open')
    await page.keyboard.press('Escape')
    must(await page.$eval('#menu', (it) => getComputedStyle(it).visibility === 'hidden'), 'Escape does not close the menu')
    // In order: nothing is reached before what stands above it.
    await page.evaluate(() => document.activeElement.blur())
    const order = []
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab')
      order.push(await page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement)))
    }
    must(order.every((it, index) => index === 0 || it > order[index - 1] || it === -1), `the order of Tab is ${order}`)
    return 'skip link, slash, arrows, Escape, menu'
  })

export const quirks = async (browser, site) =>
  on(browser, site, known.cases, {}, async (page) => {
    await page.click('[id="request.stock"] .chip.quirk')
    const told = await page.$eval('.pop', (it) => it.textContent)
    must(told.includes('The page says') && told.includes('We say') && told.includes('Why'), 'a quirk is not told')
    await page.keyboard.press('Escape')
    must((await page.$('.pop')) === null, 'Escape does not close a quirk')
    return 'a quirk opens beside its mark'
  })

export const colours = async (browser, site) =>
  on(browser, site, known.cases, {}, async (page) => {
    const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await colour()
    await page.click('.theme')
    const dark = await colour()
    must(light !== dark, 'the button changes nothing')
    await page.reload()
    must((await colour()) === dark, 'the choice is forgotten')
    await page.evaluate(() => localStorage.clear())
    return 'dark mode is remembered'
  })
