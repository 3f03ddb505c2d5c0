// Chromium, and what every check needs of it.

import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer-core'

/** A check that failed, in words. */
export class Failure extends Error {}

export const must = (condition, message) => {
  if (!condition) throw new Failure(message)
}

export const launch = () =>
  puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // A container has no user namespaces; the pages are our own.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })

/** Every HTML file of a site, from its folder. */
export const pagesOf = (site) => {
  const walk = (folder) =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) return walk(path)
      return name.endsWith('.html') ? [relative(site, path)] : []
    })
  return walk(site).sort()
}

/** The page of each operation, by its name. */
export const operationsOf = (site) =>
  Object.fromEntries(
    pagesOf(site)
      .filter((path) => path.startsWith('operations/'))
      .map((path) => [JSON.parse(readFileSync(join(site, path), 'utf8').match(/id="data">(.*?)<\/script>/s)[1]).operation, path]),
  )

export const address = (site, path) => {
  const [file, ...rest] = path.split(/(?=[?#])/)
  return pathToFileURL(resolve(site, file)).href + rest.join('')
}

/**
 * Opens a page, calls back with it, and fails if the console had an error or a request left the site.
 */
export const on = async (browser, site, path, { dark = false, width = 1440, height = 900, script = true } = {}, callback) => {
  const page = await browser.newPage()
  const wrong = []
  const inside = pathToFileURL(resolve(site)).href
  page.on('console', (it) => it.type() === 'error' && wrong.push(`console: ${it.text()}`))
  page.on('pageerror', (it) => wrong.push(`error: ${it.message}`))
  page.on('request', (it) => {
    if (!it.url().startsWith(inside) && !it.url().startsWith('data:')) wrong.push(`request: ${it.url()}`)
  })
  page.on('requestfailed', (it) => wrong.push(`missing: ${it.url()}`))
  try {
    await page.setViewport({ width, height })
    await page.setJavaScriptEnabled(script)
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ])
    await page.goto(address(site, path), { waitUntil: 'load' })
    const result = await callback(page)
    must(wrong.length === 0, `${path}: ${wrong.join('; ')}`)
    return result
  } finally {
    await page.close()
  }
}

/** The site under test: an operation with cases, one with a context, and what to look for. */
export const known = {
  cases: 'operations/create_template.html',
  context: 'operations/movie_ticket.html',
}
