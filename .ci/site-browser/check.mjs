// The check of a body against the verdicts of the command on every witness.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { known, must, on, operationsOf } from './browser.mjs'

const ready = (page) =>
  page.evaluate(async () => {
    if (window.stipulaCheck) return
    document.querySelector('.check').requestSubmit()
    while (!window.stipulaCheck) await new Promise((done) => setTimeout(done, 10))
  })

const told = (all) => all.map((it) => `${it.severity} ${it.path} ${it.rule}`).sort().join('\n')
const said = (all) => all.map((it) => `${it.severity} ${it.path} ${it.rule}: ${it.message}`).sort().join('\n')

/** The same findings as the command, without the rules that the page says it cannot judge. */
export const agreement = async (browser, site, { witnesses }) => {
  let bodies = 0
  const left = []
  for (const [operation, path] of Object.entries(operationsOf(site))) {
    const folder = join(witnesses, operation)
    const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
    await on(browser, site, path, {}, async (page) => {
      await ready(page)
      const unsaid = new Set(await page.$$eval('[data-unsaid]', (all) => all.map((it) => it.dataset.unsaid)))
      left.push(...unsaid)
      for (const witness of index.witnesses) {
        const text = readFileSync(join(folder, witness.file), 'utf8')
        const found = await page.evaluate((text, context) => window.stipulaCheck(text, context), text, witness.context)
        const ours = found.map((it) => ({ ...it, severity: it.isWarning ? 'warning' : 'error' }))
        const wanted = witness.verdict.filter((it) => !unsaid.has(it.rule))
        must(told(ours) === told(wanted), `${operation} ${witness.name}: the page says\n${told(ours)}\nand the command\n${told(wanted)}`)
        bodies += 1
      }
    })
  }
  must(bodies > 150, `only ${bodies} bodies were judged`)
  return `${bodies} bodies as the command judges them; ${left.length} rules are told to be beyond it: ${left.join(', ')}`
}

/**
 * The same for bodies made from seeds, which are of the wrong type, twice named, half converted.
 * Where a value is of the wrong type, the page says that rules about it wait; only the types are
 * compared then.
 */
export const random = async (browser, site, { bodies }) => {
  const cases = readFileSync(bodies, 'utf8').trim().split('\n').map((it) => JSON.parse(it))
  must(cases.length > 100, `only ${cases.length} bodies`)
  let findings = 0
  for (const [operation, path] of Object.entries(operationsOf(site))) {
    await on(browser, site, path, {}, async (page) => {
      await ready(page)
      const unsaid = new Set(await page.$$eval('[data-unsaid]', (all) => all.map((it) => it.dataset.unsaid)))
      for (const it of cases.filter((it) => it.operation === operation)) {
        const found = await page.evaluate((text, context) => window.stipulaCheck(text, context), it.body, it.context)
        const isMistyped = it.verdict.some((it) => it.rule === 'type')
        const counts = (one) => one.rule === 'type' || !isMistyped
        const ours = found.map((it) => ({ ...it, severity: it.isWarning ? 'warning' : 'error' })).filter(counts)
        const wanted = it.verdict.filter((it) => !unsaid.has(it.rule)).filter(counts)
        findings += wanted.length
        must(said(ours) === said(wanted), `${operation}, seed ${it.seed}: the page says\n${said(ours)}\nand the command\n${said(wanted)}`)
      }
    })
  }
  return `${cases.length} random bodies with ${findings} findings as the command judges them`
}

/** The value of the example with this label, in the list of examples. */
export const sampleNamed = (page, label) =>
  page.$eval('.check [name=sample]', (it, label) => [...it.options].find((one) => one.textContent === label).value, label)

/** What a person sees: lines, messages for what is no body, the case that was asked for. */
export const checker = async (browser, site) =>
  on(browser, site, known.cases, {}, async (page) => {
    await ready(page)
    const judged = async (text) => {
      await page.$eval('.check textarea', (it, text) => (it.value = text), text)
      await page.click('.check button[type=submit]')
      await page.waitForFunction(() => document.querySelector('.verdict').textContent !== '')
      return page.$eval('.verdict', (it) => it.textContent)
    }
    const expected = [
      ['', 'nothing to check'],
      ['{ "a": ', 'not JSON'],
      ['{ "a": 1 } // no', 'comments'],
      ['{\n"stock": 1,\n"stock": 2\n}', 'Line 3: the field `stock` stands in this object twice, first on line 2'],
      [`{ "a": "${'x'.repeat(1_000_001)}" }`, 'too many for a browser'],
      ['['.repeat(50_000), 'nested too deeply'],
      [`${'['.repeat(150)}${']'.repeat(150)}`, 'nested more than 127 deep'],
      ['[]', '1 error'],
    ]
    for (const [text, wanted] of expected) {
      const verdict = await judged(text)
      must(verdict.includes(wanted), `${text.slice(0, 30)}: ${verdict}`)
    }
    await page.select('.check [name=sample]', await sampleNamed(page, 'movie, minimal'))
    await page.waitForFunction(() => document.querySelector('.verdict.open'))
    must((await page.$('.verdict.good')) === null, 'green, though rules were not judged')
    const open = await page.$eval('.unjudged', (it) => (it.hidden ? '' : it.textContent))
    must(open.includes('endDate'), `what was not judged: ${open}`)
    const sample = await page.$eval('.check textarea', (it) => it.value)
    const lines = sample.split('\n')
    const at = lines.findIndex((it) => it.includes('"merchantId"')) + 1
    lines[at - 1] = lines[at - 1].replace(/: ".*"/, `: "${'9'.repeat(65)}"`)
    await judged(lines.join('\n'))
    const finding = await page.$eval('.findings li', (it) => it.textContent)
    must(finding.includes(`line ${at}`) && finding.includes('65 characters, at most 64 are allowed'), `the finding is ${finding}`)
    must((await page.$eval('.gutter b.error', (it) => it.textContent)) === String(at), 'the line is not marked')
    await page.click('.findings a')
    must(page.url().endsWith('#request.merchantId--max_chars'), `the rule leads to ${page.url()}`)
    // Errors first, whatever the lines are; a word of JSON is named.
    const one = JSON.stringify({ note: 1, ...JSON.parse(sample), merchantId: 3 })
    await judged(one)
    const order = await page.$$eval('.findings li', (all) => all.map((it) => it.className))
    must(order[0] === 'error' && order.includes('warning') && order.lastIndexOf('error') < order.indexOf('warning'), `the order is ${order}`)
    for (const text of ['null', '{ "localeInfo": { "en_US": null } }', '{ "button": [null] }', '{ "localeInfo": [null] }']) {
      await judged(text)
      const said = await page.$eval('.findings', (it) => it.textContent)
      must(!/found ( |$)|``/.test(said), `${text}: ${said}`)
    }
    await judged('null')
    must((await page.$eval('.findings', (it) => it.textContent)).includes('found null'), 'null is not named')
    await judged(sample)
    await page.select('.check [name=scenario]', 'gift_card')
    must((await judged(sample)).includes('1 error'), 'a body of another case passes')
    return `${expected.length} texts that are no body, and a finding in its line`
  })
