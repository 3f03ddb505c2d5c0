// Calls that the site makes: the worked example verifies with its key, "Try it yourself" signs with the
// reader's key and keeps nothing, and its call is complete in every language. With the address of a fake,
// its curl is run, and is accepted.

import { execFileSync, spawn } from 'node:child_process'
import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { known, must, on } from './browser.mjs'

const good = (key, text, signature) => verify('sha256', Buffer.from(text), createPublicKey(key), Buffer.from(decodeURIComponent(signature), 'base64'))
const text = (page, selector) => page.$eval(selector, (it) => it.textContent)

export const worked = async (browser, site) =>
  on(browser, site, 'authentication.html', {}, async (page) => {
    await page.waitForSelector('#worked-signature')
    const key = createPrivateKey(await text(page, '[aria-label="Private key of the example"]'))
    const [signed, signature, headers] = await Promise.all(['text', 'signature', 'headers'].map((it) => text(page, `#worked-${it}`)))
    must(good(key, signed, signature), 'the signature of the worked example does not verify')
    must(!good(key, `${signed} `, signature), 'any text verifies')
    must(headers.includes(signature), `the headers lack the signature: ${headers}`)
    return `the signature of ${signed.length} characters verifies`
  })

/** Fills the form of an operation and makes the call. */
const made = async (page, { id, key, url }) => {
  await page.type('.try [data-given=client_id]', id)
  await page.$eval('.try [data-key]', (it, value) => (it.value = value), key)
  // The check has no body yet, which is said.
  const first = await page.$eval('.try [name=source]', (it) => it.value)
  must(first !== '', 'no example is chosen at first')
  await page.select('.try [name=source]', '')
  await page.click('.try [type=submit]')
  await page.waitForFunction(() => document.querySelector('.try .told').textContent.includes('no body'))
  await page.select('.try [name=source]', first)
  if (url) await page.evaluate((to) => {
    const prove = window.stipulaProve
    window.stipulaProve = (request, ...rest) => prove({ ...request, host: to }, ...rest)
  }, url)
  await page.click('.try [type=submit]')
  await page.waitForSelector('.try .made pre')
  const calls = {}
  for (const language of await page.$$eval('.try .ways button', (all) => all.map((it) => it.textContent))) {
    await page.evaluate((name) => [...document.querySelectorAll('.try .ways button')].find((it) => it.textContent === name).click(), language)
    calls[language] = await text(page, '.try .made > pre')
  }
  return { calls, signed: await page.$eval('.try .made details pre', (it) => it.textContent), kept: await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])) }
}

export const tried = async (browser, site) =>
  on(browser, site, known.cases, {}, async (page) => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    // The older form is read as well, and so is base64 without its lines.
    const key = privateKey.export({ type: 'pkcs1', format: 'pem' })
    const { calls, signed, kept } = await made(page, { id: 'reader-1', key })
    const languages = Object.keys(calls)
    must(languages.join() === 'curl,Python,Node.js,Go,Java,Rust', `the languages are ${languages}`)
    const signature = calls.curl.match(/signature=([^',]+)/)[1]
    must(good(privateKey, signed, signature), 'the signature does not verify')
    for (const it of languages) must(calls[it].includes(signature) && calls[it].includes('reader-1'), `the call for ${it} is not complete:\n${calls[it]}`)
    must(!kept.includes('reader-1') && !kept.includes('PRIVATE'), `the page keeps ${kept}`)
    const named = await page.$$eval('.try [name]', (all) => all.map((it) => it.name))
    must(named.join() === 'source', `a browser could send ${named}`)
    await page.$eval('.try [data-key]', (it) => (it.value = 'no key'))
    await page.click('.try [type=submit]')
    await page.waitForFunction(() => document.querySelector('.try .told').textContent.includes('private key'))
    must((await page.$('.try .made pre')) === null, 'a bad key leaves the last call')
    return `${languages.length} languages, signed in the page, nothing kept`
  })

/** Starts the fake; it answers until it is told to stop. */
const fake = (command) =>
  new Promise((resolve, reject) => {
    const process = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'ignore'] })
    let told = ''
    process.on('error', reject)
    process.on('exit', (code) => reject(new Error(`the fake ended with ${code}`)))
    process.stdout.on('data', (bytes) => {
      told += bytes
      const line = (name) => told.match(new RegExp(`^${name}: +(.*)\n`, 'm'))?.[1]
      if (line('its public key')) resolve({ process, url: line('address'), id: line('client id'), key: readFileSync(line('your private key'), 'utf8') })
    })
  })

/** What a program prints, which a refusal of the fake is not. */
const ran = (what, command, options) => {
  const told = execFileSync(command[0], command.slice(1), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options })
  must(!told.includes('FAKE_'), `the fake refuses ${what}: ${told}`)
}

export const accepted = async (browser, site, command) => {
  const server = await fake(command)
  const folder = mkdtempSync(join(tmpdir(), 'stipula-calls-'))
  const file = (name, inside) => {
    const path = join(folder, name)
    writeFileSync(path, inside)
    return path
  }
  file('private.pem', server.key)
  const shell = { cwd: folder, env: { ...process.env, CLIENT_ID: server.id } }
  let count = 0
  try {
    for (const path of [known.cases, known.context]) {
      await on(browser, site, path, {}, async (page) => {
        const { calls } = await made(page, server)
        ran(`curl of ${path}`, ['sh', '-c', calls.curl])
        ran(`Python of ${path}`, ['python3', file('call.py', calls.Python)])
        ran(`Node.js of ${path}`, ['node', file('call.mjs', calls['Node.js'])])
        const host = await page.$eval('#call', (it) => JSON.parse(it.textContent).host)
        for (const call of await page.$$eval('.samples[data-of="request"] .json code', (all) => all.map((it) => it.textContent))) {
          ran(`an example of ${path}`, ['sh', '-euc', call.replace(host, server.url)], shell)
          count += 1
        }
        count += 3
      })
    }
    return `${count} calls of the site are accepted by the fake`
  } finally {
    server.process.removeAllListeners('exit')
    server.process.kill()
    rmSync(folder, { recursive: true })
  }
}
