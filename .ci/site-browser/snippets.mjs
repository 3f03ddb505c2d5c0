// A crate of every Rust example of a site: `node snippets.mjs SITE FOLDER`. It only has to compile.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pagesOf } from './browser.mjs'

const [site, folder] = process.argv.slice(2)
const plain = (html) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const functions = []
for (const path of pagesOf(site)) {
  const page = readFileSync(join(site, path), 'utf8')
  for (const [, code] of page.matchAll(/<pre class="rust"[^>]*><code>([\s\S]*?)<\/code>/g)) {
    const [imports, body] = plain(code).split(/(?<=^\};\n)/m)
    functions.push(`mod example${functions.length} {
${imports}
pub async fn example(client: &alipayhk_ipass::Client) -> Result<(), Box<dyn std::error::Error>> {
${body}
let _ = answer;
Ok(())
}
}`)
  }
}
if (functions.length < 10) throw new Error(`only ${functions.length} examples were seen`)
mkdirSync(join(folder, 'src'), { recursive: true })
const client = resolve(site, '../..')
writeFileSync(join(folder, 'Cargo.toml'), `[package]\nname = "snippets"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\nalipayhk-ipass = { path = ${JSON.stringify(client)} }\nserde_json = "1"\n[workspace]\n`)
writeFileSync(join(folder, 'src/lib.rs'), `#![allow(unused)]\n${functions.join('\n')}\n`)
console.log(`${functions.length} examples`)
