// "Check a body": reads JSON with its places, brings it into the canonical form, and lets the
// schema of the page judge it. The reader and the validator are in `judge.js`, loaded when needed.
'use strict'
;(() => {
  const form = document.querySelector('form.check')
  const data = JSON.parse(document.getElementById('data').textContent)
  const most = 1_000_000
  const warnings = new Set(data.warnings)

  // JSON Pointers.
  const below = (pointer, token) => `${pointer}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`
  const tokens = (pointer) => pointer.split('/').slice(1).map((it) => it.replaceAll('~1', '/').replaceAll('~0', '~'))
  const lineOf = (text, offset) => text.slice(0, offset).split('\n').length

  // What keeps a text from being a body at all: where, and what it is.
  class Unreadable extends Error {
    constructor(offset, message) {
      super(message)
      this.offset = offset
    }
  }
  const complaints = {
    InvalidNumberFormat: 'this is no number',
    PropertyNameExpected: 'the name of a member is expected here, in double quotes',
    ValueExpected: 'a value is expected here',
    ColonExpected: 'a colon is expected here',
    CommaExpected: 'a comma is expected here',
    CloseBraceExpected: 'a `}` is expected here',
    CloseBracketExpected: 'a `]` is expected here',
    EndOfFileExpected: 'the JSON ends before this',
    InvalidCommentToken: 'JSON has no comments',
    UnexpectedEndOfString: 'a text ends with a double quote, on its own line',
    InvalidEscapeCharacter: 'JSON has no such escape',
    InvalidUnicode: 'four hexadecimal digits follow `\\u`',
    InvalidCharacter: 'this letter cannot stand here as it is',
    InvalidSymbol: 'JSON has no such word; texts stand in double quotes',
  }

  // A tree with places, with no name twice.
  const parse = (text) => {
    const { parseTree, printParseErrorCode } = window.stipulaJudge
    if (text.trim() === '') throw new Unreadable(0, 'there is nothing to check yet')
    if (text.length > most) throw new Unreadable(0, `this has ${text.length.toLocaleString('en')} characters, too many for a browser; use \`stipula validate\``)
    const errors = []
    let tree
    try {
      tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
    } catch (error) {
      if (error instanceof RangeError) throw new Unreadable(0, 'it is nested too deeply for a browser; use `stipula validate`')
      throw error
    }
    if (errors.length > 0) {
      const { offset, error } = errors[0]
      const name = printParseErrorCode(error)
      throw new Unreadable(offset, `this is no JSON: ${complaints[name] ?? name}`)
    }
    try {
      JSON.parse(text)
    } catch (error) {
      throw new Unreadable(0, `this is no JSON: ${error.message}`)
    }
    noTwins(tree, text, 0)
    return tree
  }
  const noTwins = (node, text, depth) => {
    if (depth > 100) throw new Unreadable(node.offset, 'it is nested more than 100 deep')
    if (node.type === 'object') {
      const seen = new Map()
      for (const { children } of node.children) {
        const [name] = children
        if (seen.has(name.value)) {
          throw new Unreadable(name.offset, `the name \`${name.value}\` stands in this object twice, first on line ${lineOf(text, seen.get(name.value))}`)
        }
        seen.set(name.value, name.offset)
      }
    }
    for (const child of node.children ?? []) noTwins(child, text, depth + 1)
  }

  // The canonical form: names instead of aliases, nothing that counts as absent, numbers where
  // numbers are documented. What reading finds is reported as the command reports it.
  class Reader {
    constructor(text) {
      this.text = text
      this.found = []
      // Pointers of members that an alias named: canonical, as given.
      this.moved = []
      // Pointers, as given, of values of a wrong type.
      this.mistyped = []
    }

    report(at, rule, isWarning, message) {
      this.found.push({ path: at.given, rule, isWarning, message })
    }

    raw(node) {
      return this.text.slice(node.offset, node.offset + node.length)
    }

    plain(node) {
      if (node.type === 'array') return node.children.map((it) => this.plain(it))
      if (node.type !== 'object') return node.value
      const made = Object.create(null)
      for (const { children } of node.children) made[children[0].value] = this.plain(children[1])
      return made
    }

    object(number, node, at) {
      const { members } = data.types[number]
      if (node.type !== 'object') return this.wrong('an object', node, at)
      const names = new Set(Object.keys(members))
      const byAlias = new Map(Object.entries(members).flatMap(([name, it]) => (it[2] ?? []).map((alias) => [alias, name])))
      const given = new Set(node.children.map((it) => it.children[0].value))
      const kept = []
      for (const { children } of node.children) {
        const [{ value: written }, value] = children
        const name = names.has(written) ? written : byAlias.get(written) ?? written
        const here = { canonical: below(at.canonical, name), given: below(at.given, written) }
        if (this.isAbsent(value)) {
          this.report(here, 'absent', true, `${value.type === 'null' ? '`null`' : 'an empty text'} counts as absent`)
          continue
        }
        if (!names.has(name) && names.size > 0) this.report(here, 'unknown', true, 'no member of this name is documented')
        if (name !== written) {
          if (given.has(name)) {
            this.report(here, 'alias', false, `\`${written}\` is another name of \`${name}\`, which is given too`)
            continue
          }
          this.report(here, 'alias', true, `read as \`${name}\`, and written so`)
          this.moved.push([here.canonical, here.given])
        }
        kept.push([name, value, here])
      }
      const siblings = new Map(kept.map(([name, value]) => [name, value.value]))
      const made = Object.create(null)
      for (const [name, value, here] of kept) {
        const [type, lenient] = names.has(name) ? members[name] : ['any']
        made[name] = this.value(type, value, siblings, Boolean(lenient), here)
      }
      return made
    }

    isAbsent(node) {
      return node.type === 'null' || (data.emptyIsAbsent && node.type === 'string' && node.value === '')
    }

    value(type, node, siblings, lenient, at) {
      if (typeof type === 'number') {
        if (node.type !== 'object') return this.wrong('an object', node, at)
        const shape = data.types[type]
        if (!shape.cases) return this.object(type, node, at)
        const chosen = siblings.get(shape.by)
        return Object.hasOwn(shape.cases, chosen) ? this.object(shape.cases[chosen], node, at) : this.plain(node)
      }
      if (type[0] === 'list' && Array.isArray(type)) {
        if (node.type !== 'array') return this.wrong('a list', node, at)
        return node.children.map((it, index) => this.value(type[1], it, siblings, lenient, this.inside(at, index)))
      }
      if (type[0] === 'map' && Array.isArray(type)) {
        if (node.type !== 'object') return this.wrong('an object with keys of your own', node, at)
        const made = Object.create(null)
        for (const { children } of node.children) {
          const key = children[0].value
          made[key] = this.value(type[1], children[1], siblings, lenient, this.inside(at, key))
        }
        return made
      }
      return this.scalar(type, node, lenient, at)
    }

    inside(at, token) {
      return { canonical: below(at.canonical, token), given: below(at.given, token) }
    }

    scalar(type, node, lenient, at) {
      const raw = this.raw(node)
      const fits = {
        text: node.type === 'string',
        integer: node.type === 'number' && isWhole(raw),
        time: node.type === 'number' && isWhole(raw),
        number: node.type === 'number',
        boolean: node.type === 'boolean',
        any: true,
      }
      if (fits[type]) return this.plain(node)
      const own = lenient ? converted(type, node, raw) : undefined
      if (own === undefined) return this.wrong(wanted[type], node, at)
      const kind = typeof own === 'string' ? 'a text' : typeof own === 'boolean' ? 'a boolean' : Number.isInteger(own) ? 'a number' : 'a number with a fraction'
      this.report(at, 'converted', true, `read as ${kind}, and written so`)
      return own
    }

    wrong(expected, node, at) {
      this.report(at, 'type', false, `expected ${expected}, found ${this.kind(node)}`)
      this.mistyped.push(at.given)
      return this.plain(node)
    }

    kind(node) {
      const raw = this.raw(node)
      if (node.type === 'number') return isWhole(raw) ? 'a number' : /^-?\d+$/.test(raw) && raw !== '-0' ? 'a number beyond 64 bits' : 'a number with a fraction'
      return { null: '`null`', boolean: 'a boolean', string: 'a text', array: 'a list', object: 'an object' }[node.type]
    }

    asGiven(pointer) {
      const found = this.moved.findLast(([from]) => pointer === from || pointer.startsWith(`${from}/`))
      return found ? found[1] + pointer.slice(found[0].length) : pointer
    }
  }
  const wanted = {
    text: 'a text',
    integer: 'a whole number of 64 bits',
    time: 'a time in milliseconds, a whole number',
    number: 'a number',
    boolean: '`true` or `false`',
  }
  const isWhole = (raw) => /^-?\d{1,19}$/.test(raw) && raw !== '-0' && BigInt.asIntN(64, BigInt(raw)) === BigInt(raw)
  const converted = (type, node, raw) => {
    const { value } = node
    if (type === 'text') return ['number', 'boolean'].includes(node.type) ? raw : undefined
    if (node.type !== 'string') return undefined
    if (type === 'boolean') return { true: true, false: false }[value]
    const pattern = type === 'number' ? /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i : /^-?\d+$/
    const isGood = pattern.test(value) && (type === 'number' || isWhole(value.replace(/^(-?)0+(?=\d)/, '$1')))
    return isGood ? Number(value) : undefined
  }

  // From an error of the validator to the rule and the member to blame. The schema says it:
  // `x-stipula-ids` beside a keyword, `$comment` at an entry of an `allOf`, `x-stipula-at` at the
  // object that such an entry judges.
  const echoes = new Set(['$ref', 'properties', 'items', 'additionalProperties', 'allOf', 'if', 'propertyNames'])
  const missing = 'Instance does not have required property "'
  const told = (schema, error) => {
    if (echoes.has(error.keyword)) return undefined
    const path = tokens(decodeURIComponent(error.keywordLocation.slice(1)))
    const instance = decodeURIComponent(error.instanceLocation.slice(1))
    let at = schema
    let depth = 0
    let entry
    let blamed
    let front
    const down = (to, steps) => {
      at = to
      front = undefined
      depth += steps
      if (typeof to.$comment === 'string') [entry, blamed] = [to.$comment, undefined]
      if (typeof to['x-stipula-at'] === 'string') blamed = [to['x-stipula-at'], depth]
    }
    const end = (keyword) => {
      const member = keyword === 'required' ? error.error.slice(missing.length, -2) : undefined
      for (const ids of [at['x-stipula-ids'], front]) {
        const id = keyword === 'required' ? ids?.required?.[member] : ids?.[keyword]
        if (id) return { rule: id, path: member === undefined ? instance : below(instance, member) }
      }
      if (entry === undefined || blamed === undefined) return undefined
      const object = tokens(instance)
      object.length -= depth - blamed[1]
      return { rule: entry, path: below(object.reduce(below, ''), blamed[0]) }
    }
    while (path.length > 0) {
      const token = path.shift()
      if (token === '$ref') {
        const ids = at['x-stipula-ids']
        at = schema.components.schemas[at.$ref.split('/').pop()]
        ;[entry, blamed, front] = [undefined, undefined, ids]
      } else if (token === 'properties') down(at.properties[path.shift()], 1)
      else if (['additionalProperties', 'items'].includes(token)) down(at[token], 1)
      else if (token === 'allOf') down(at.allOf[Number(path.shift())], 0)
      else if (['then', 'else'].includes(token)) down(at[token], 0)
      // What is inside these is told by the keyword itself.
      else if (['anyOf', 'oneOf', 'not'].includes(token)) return path.length > 0 ? undefined : end(token)
      else return end(token)
    }
    return undefined
  }

  // A schema that is `false` becomes one that the validator can name. And a comparison with a value
  // of another type is false here, where JSON Schema lets every value pass that is not compared.
  const kinds = [
    ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
    [['string', 'array', 'object'], ['minItems', 'maxItems']],
    ['string', ['pattern']],
  ]
  const named = (schema) => {
    if (schema === false) return { not: {} }
    if (Array.isArray(schema)) return schema.map(named)
    if (schema === null || typeof schema !== 'object') return schema
    const isData = (key) => ['const', 'enum', 'required', 'x-stipula-ids'].includes(key)
    const made = Object.fromEntries(Object.entries(schema).map(([key, it]) => [key, isData(key) ? it : named(it)]))
    const isKeyword = (key) => ['number', 'string'].includes(typeof schema[key])
    const kind = kinds.find(([, keys]) => keys.some(isKeyword))
    if (kind && made.type === undefined && made.$ref === undefined) made.type = kind[0]
    return made
  }
  let schema
  const judge = (text, context, scenario) => {
    const tree = parse(text)
    const reader = new Reader(text)
    const body = reader.object(0, tree, { canonical: '', given: '' })
    if (tree.type !== 'object') return { tree, found: reader.found }
    const { Validator } = window.stipulaJudge
    schema ??= named(data.schema)
    body[data.contextName] = Object.assign(Object.create(null), context)
    const found = [...reader.found]
    const seen = new Set()
    for (const error of new Validator(schema, '2020-12', false).validate(body).errors) {
      const it = told(schema, error)
      if (!it) continue
      const path = reader.asGiven(it.path)
      const isMistyped = reader.mistyped.some((from) => path === from || path.startsWith(`${from}/`))
      const key = `${it.rule} ${path}`
      if (isMistyped || seen.has(key)) continue
      seen.add(key)
      found.push({ path, rule: it.rule, isWarning: warnings.has(it.rule) })
    }
    const asked = data.scenarios.find((it) => it.name === scenario)
    if (asked?.when !== undefined && asked.when !== null && !new Validator(named(asked.when), '2020-12').validate(body).valid) {
      found.push({ path: '', rule: 'scenario', isWarning: false, message: `this is no body of the scenario \`${asked.name}\`, in which ${asked.says}` })
    }
    return { tree, found }
  }
  // For whoever wants the verdict alone.
  window.stipulaCheck = (text, context = {}, scenario = '') => judge(text, context, scenario).found

  // Where the value of a pointer stands; of a member that is missing, its object.
  const nodeAt = (tree, pointer) => {
    let node = tree
    for (const token of tokens(pointer)) {
      const next = node.type === 'array' ? node.children[Number(token)] : node.children?.find((it) => it.children[0].value === token)?.children[1]
      if (!next) break
      node = next
    }
    return node
  }

  // The page.
  const area = form.elements.body
  const gutter = form.querySelector('.gutter')
  const verdict = form.querySelector('.verdict')
  const unjudged = form.querySelector('.unjudged')
  const findings = form.querySelector('.findings')
  const sampleSelect = form.elements.sample
  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text })

  const number = (marks) => {
    const count = Math.min(area.value.split('\n').length, 20_000)
    gutter.replaceChildren()
    let plain = ''
    for (let line = 1; line <= count; line += 1) {
      if (marks.has(line)) {
        gutter.append(plain, make('b', marks.get(line), String(line)))
        plain = ''
      } else plain += `${line}\n`
    }
    gutter.append(plain)
    gutter.scrollTop = area.scrollTop
  }
  const sentence = (it) => {
    if (it.message) return it.message
    const rule = document.querySelector(`[data-rule="${CSS.escape(it.rule)}"]`)
    const text = (rule?.querySelector('.says') ?? rule)?.textContent ?? it.rule
    return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
  }
  const select = (start, end) => {
    area.focus()
    area.setSelectionRange(start, end)
    area.scrollTop = Math.max(0, (lineOf(area.value, start) - 6) * 21)
  }
  // Code spans of a message as such.
  const coded = (text) => text.split('`').map((it, index) => (index % 2 ? make('code', '', it) : it))
  const row = (it, tree) => {
    const node = nodeAt(tree, it.path)
    const line = lineOf(area.value, node.offset)
    const item = make('li', it.isWarning ? 'warning' : 'error')
    const jump = make('button', '', `line ${line}`)
    jump.type = 'button'
    jump.addEventListener('click', () => select(node.offset, node.offset + (node.children ? 1 : node.length)))
    const text = make('div', '')
    text.append(make('span', 'tag', it.isWarning ? 'warning' : 'error'), ' ', make('code', '', it.path || 'the body'), ' ', ...coded(sentence(it)), ' ')
    const rule = document.querySelector(`[data-rule="${CSS.escape(it.rule)}"]`)
    if (rule) {
      const link = make('a', 'id', it.rule)
      link.href = `#${rule.closest('[id]').id}`
      text.append(link)
    } else text.append(make('code', 'id', it.rule))
    item.append(jump, text)
    return { item, line, isWarning: it.isWarning }
  }
  const count = (many, word) => `${many} ${word}${many === 1 ? '' : 's'}`
  const show = ({ tree, found }) => {
    const rows = found.map((it) => row(it, tree)).sort((a, b) => a.isWarning - b.isWarning || a.line - b.line)
    const marks = new Map()
    for (const { line, isWarning } of rows) if (marks.get(line) !== 'error') marks.set(line, isWarning ? 'warning' : 'error')
    number(marks)
    findings.replaceChildren(...rows.map((it) => it.item))
    const errors = rows.filter((it) => !it.isWarning).length
    const told = [errors > 0 && count(errors, 'error'), rows.length > errors && count(rows.length - errors, 'warning')].filter(Boolean)
    if (found.some((it) => it.rule === 'type')) told.push('rules that read a value of the wrong type wait until it is mended')
    const isOpen = data.unsaid.length > 0
    verdict.className = `verdict ${errors > 0 ? 'bad' : isOpen ? 'open' : 'good'}`
    const first = errors > 0 ? '' : isOpen ? 'No error among the rules that were judged. ' : told.length > 0 ? '' : 'A good body.'
    const last = errors === 0 && told.length > 0 ? ' A warning does not stop a request.' : ''
    verdict.textContent = `${first}${told.length > 0 ? `${told.join('; ')}.${last}` : ''}`
    unjudged.hidden = !isOpen
    if (isOpen) unjudged.replaceChildren(make('b', '', `${count(data.unsaid.length, 'rule')} not judged here. The client judges ${data.unsaid.length === 1 ? 'it' : 'them'}, and refuses a body with an error:`), unsaid())
  }
  // The rules that a browser cannot judge, as sentences with their places.
  const unsaid = () => {
    const list = make('ul', '')
    for (const it of document.querySelectorAll('[data-unsaid]')) {
      const item = make('li', '')
      const isWarning = warnings.has(it.dataset.unsaid)
      item.append(make('span', `tag ${isWarning ? '' : 'error'}`, isWarning ? 'warning' : 'error'), ' ', ...it.cloneNode(true).childNodes)
      list.append(item)
    }
    return list
  }
  const complain = (error) => {
    const line = lineOf(area.value, error.offset)
    number(new Map([[line, 'error']]))
    findings.replaceChildren()
    unjudged.hidden = true
    verdict.className = 'verdict bad'
    verdict.textContent = `Line ${line}: ${error.message}.`
  }

  let loading = null
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = `${document.body.dataset.up}assets/judge.js`
      script.onload = resolve
      script.onerror = reject
      document.head.append(script)
    })
    return loading
  }
  const check = async () => {
    try {
      await load()
    } catch {
      verdict.className = 'verdict bad'
      verdict.textContent = 'The file assets/judge.js is missing.'
      return
    }
    const context = Object.fromEntries([...form.querySelectorAll('[name=context]')].filter((it) => it.value).map((it) => [it.dataset.name, it.value]))
    try {
      show(judge(area.value, context, form.elements.scenario?.value ?? ''))
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      complain(error)
    }
  }

  const samples = [...document.querySelectorAll('.samples[data-of=request] .sample')]
  samples.forEach((it, index) => sampleSelect.append(new Option(it.querySelector('h4').textContent, index)))
  sampleSelect.addEventListener('change', () => {
    const sample = samples[sampleSelect.value]
    area.value = sample ? sample.querySelector('.json .body').textContent : ''
    const context = new Map((sample?.dataset.context ?? '').split(';').map((it) => it.split('=')))
    for (const it of form.querySelectorAll('[name=context]')) it.value = context.get(it.dataset.name) ?? it.value
    if (sample && form.elements.scenario) form.elements.scenario.value = sample.dataset.scenario ?? ''
    number(new Map())
    if (sample) check()
  })
  document.addEventListener('stipula-case', (event) => {
    if (form.elements.scenario) form.elements.scenario.value = event.detail
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    check()
  })
  let timer
  area.addEventListener('input', () => {
    number(new Map())
    clearTimeout(timer)
    timer = setTimeout(() => area.value.trim() && check(), 600)
  })
  area.addEventListener('scroll', () => (gutter.scrollTop = area.scrollTop))
  number(new Map())
  const asked = new URLSearchParams(location.search).get('case')
  if (form.elements.scenario && data.scenarios.some((it) => it.name === asked)) form.elements.scenario.value = asked
})()
