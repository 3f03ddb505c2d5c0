// Reads JSON with its places, and brings it into the canonical form: names instead of aliases,
// nothing that counts as absent, numbers where numbers are documented. What reading finds is reported
// as the command reports it. The vectors in `tests/readers` hold it to what the client reads.
'use strict'
window.stipulaRead = (() => {
  const numbers = window.stipulaNumbers
  const { words, fill, quoted, suggest, near, told, kind } = window.stipulaTell
  const most = 1_000_000
  // Lists and objects inside each other, as deep as the client reads them.
  const deepest = 127

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
    InvalidNumberFormat: 'this is not a number',
    PropertyNameExpected: 'a field name in double quotes is expected here',
    ValueExpected: 'a value is expected here',
    ColonExpected: 'a colon is expected here',
    CommaExpected: 'a comma is expected here',
    CloseBraceExpected: 'a `}` is expected here',
    CloseBracketExpected: 'a `]` is expected here',
    EndOfFileExpected: 'the JSON ends before this',
    InvalidCommentToken: 'JSON has no comments',
    UnexpectedEndOfString: 'a string ends with a double quote on the same line',
    InvalidEscapeCharacter: 'JSON has no such escape',
    InvalidUnicode: 'four hexadecimal digits follow `\\u`',
    InvalidCharacter: 'this character must be escaped here',
    InvalidSymbol: 'JSON has no such word; strings stand in double quotes',
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
      throw new Unreadable(offset, `this is not JSON: ${complaints[name] ?? name}`)
    }
    try {
      JSON.parse(text)
    } catch (error) {
      throw new Unreadable(0, `this is not JSON: ${error.message}`)
    }
    inspect(tree, text, 0)
    return tree
  }
  // What the grammar lets pass, and the client does not.
  const inspect = (node, text, depth) => {
    if (node.children && depth >= deepest && node.type !== 'property') {
      throw new Unreadable(node.offset, `it is nested more than ${deepest} deep`)
    }
    if (node.type === 'string' && /\p{Surrogate}/u.test(node.value)) {
      throw new Unreadable(node.offset, 'this is not JSON: half of a character stands here, without the other half')
    }
    if (node.type === 'number' && !Number.isFinite(Number(rawOf(node, text)))) {
      throw new Unreadable(node.offset, 'this is not JSON: the number is beyond every limit')
    }
    if (node.type === 'object') noTwins(node, text)
    const inside = node.type === 'property' ? depth : depth + 1
    for (const child of node.children ?? []) inspect(child, text, inside)
  }
  const noTwins = (node, text) => {
    const seen = new Map()
    for (const { children } of node.children) {
      const [name] = children
      if (seen.has(name.value)) {
        throw new Unreadable(name.offset, `the field \`${name.value}\` stands in this object twice, first on line ${lineOf(text, seen.get(name.value))}`)
      }
      seen.set(name.value, name.offset)
    }
  }
  const rawOf = (node, text) => node.raw ?? text.slice(node.offset, node.offset + node.length)

  // What a value is, whatever is documented of it.
  const plain = (node, text) => {
    if (node.type === 'number') return numbers.value(rawOf(node, text))
    if (node.type === 'array') return node.children.map((it) => plain(it, text))
    if (node.type !== 'object') return node.value
    const made = Object.create(null)
    for (const { children } of node.children) made[children[0].value] = plain(children[1], text)
    return made
  }

  // A text that two values share when they are the same: numbers by their value, members in an order.
  const spelled = (it) => {
    if (typeof it === 'string') return JSON.stringify(it)
    if (Array.isArray(it)) return `[${it.map(spelled)}]`
    if (it === null || typeof it !== 'object') return `${it}`
    return `{${Object.keys(it).sort().map((name) => JSON.stringify(name) + spelled(it[name]))}}`
  }
  // The indexes of the first two that are the same.
  const twinsOf = (items) => {
    const all = items.map(spelled)
    const last = new Map(all.map((it, index) => [it, index]))
    const first = all.findIndex((it, index) => last.get(it) > index)
    return [first, all.indexOf(all[first], first + 1)]
  }

  class Reader {
    constructor(text, data) {
      this.text = text
      this.data = data
      this.found = []
      // Pointers of members that an alias named: canonical, as given.
      this.moved = []
      // Pointers, as given, of values of a wrong type.
      this.mistyped = []
      // Pointers, as given, of what is never shown.
      this.hidden = new Set()
      // Of each object, by its pointer: that of the object around it, and the key of the nearest map.
      this.around = new Map()
      this.outer = ''
      // Lists that hold an item twice: canonical pointers, with the rule that says so.
      this.repeats = []
    }

    report(at, rule, isWarning, message) {
      this.found.push({ path: at.given, rule, isWarning, message })
    }

    isHidden(pointer) {
      for (let it = pointer; it !== ''; it = it.slice(0, it.lastIndexOf('/'))) if (this.hidden.has(it)) return true
      return false
    }

    // The node of a member by its canonical pointer; none of one that counts as absent.
    at(pointer) {
      const given = this.asGiven(pointer)
      const node = tokens(given).reduce((node, token) => node && (node.type === 'array' ? node.children[token] : node.type === 'object' ? memberOf(node, token) : undefined), this.tree)
      return node && !this.isAbsent(node) ? { node, raw: this.raw(node), isHidden: this.isHidden(given) } : undefined
    }

    raw(node) {
      return rawOf(node, this.text)
    }

    plain(node) {
      return plain(node, this.text)
    }

    object(number, node, at) {
      const { members, closed } = this.data.types[number]
      if (node.type !== 'object') return this.wrong(words.object, number, node, at)
      const { outer } = this
      this.around.set(at.canonical, [outer, this.key])
      this.outer = at.canonical
      const names = new Set(Object.keys(members))
      const byAlias = new Map(Object.entries(members).flatMap(([name, it]) => (it[2] ?? []).map((alias) => [alias, name])))
      const given = new Set(node.children.map((it) => it.children[0].value))
      const aliased = new Set()
      const kept = []
      for (const { children } of node.children) {
        const [{ value: written }, value] = children
        const name = names.has(written) ? written : byAlias.get(written) ?? written
        const here = { canonical: below(at.canonical, name), given: below(at.given, written) }
        // Twice is twice, also where one of the two counts as absent: that is how the client sees it.
        if (name !== written && (given.has(name) || aliased.has(name))) {
          this.report(here, 'alias', false, fill(words.twice, quoted(written), quoted(name)))
          continue
        }
        if (name !== written) aliased.add(name)
        const clears = value.type === 'null' && names.has(name) && members[name][3]
        if (!clears && this.isAbsent(value)) {
          this.report(here, 'absent', true, fill(words.absent, value.type === 'null' ? '`null`' : words.empty))
          continue
        }
        if (!names.has(name) && (closed || names.size > 0)) {
          const missing = [...names].filter((it) => ![it, ...(members[it][2] ?? [])].some((it) => given.has(it)))
          this.report(here, 'unknown', !closed, fill(closed ? words.refused : words.unknown, near(suggest(written, missing))))
        }
        if (name !== written) {
          this.report(here, 'alias', true, fill(words.alias, quoted(name)))
          this.moved.push([here.canonical, here.given])
        }
        kept.push([name, value, here])
      }
      const typeOf = (name) => (names.has(name) ? members[name] : ['any'])
      // Unions look at their siblings by name and by the value that is written.
      const written = (node, [type, lenient]) => (lenient ? this.converted(type, node) : undefined) ?? node.value
      const siblings = new Map(kept.map(([name, value]) => [name, written(value, typeOf(name))]))
      const made = Object.create(null)
      for (const [name, value, here] of kept) {
        if (typeOf(name)[4]) this.hidden.add(here.given)
        if (value.type === 'null' && typeOf(name)[3]) {
          made[name] = null
          continue
        }
        const [type, lenient] = typeOf(name)
        made[name] = this.value(type, value, siblings, Boolean(lenient), here)
      }
      this.outer = outer
      return made
    }

    isAbsent(node) {
      return node.type === 'null' || (this.data.emptyIsAbsent && node.type === 'string' && node.value === '')
    }

    value(type, node, siblings, lenient, at) {
      if (typeof type === 'number') {
        const shape = this.data.types[type]
        if (shape.shapes) {
          const own = shape.shapes.find((it) => this.isOf(it, node))
          return own ? this.value(own[1], node, siblings, lenient, at) : this.none(shape, type, node, at)
        }
        if (node.type !== 'object') return this.wrong(shape.wanted ?? words.object, type, node, at)
        if (!shape.cases) return this.object(type, node, at)
        const chosen = shape.tag === undefined ? siblings.get(shape.by) : memberOf(node, shape.tag)?.value
        const isCase = typeof chosen === 'string' && Object.hasOwn(shape.cases, chosen)
        if (isCase) return this.object(shape.cases[chosen], node, at)
        return shape.tag === undefined ? this.plain(node) : this.none(shape, type, node, at)
      }
      if (type[0] === 'list' && Array.isArray(type)) {
        if (node.type !== 'array') return this.wrong(words.types.list, type, node, at)
        const items = node.children.map((it, index) => this.value(type[1], it, siblings, lenient, this.inside(at, index)))
        const twins = type[2] >= 0 ? twinsOf(items) : [-1]
        if (twins[0] >= 0) this.repeats.push({ path: at.canonical, rule: type[2], error: `${twins}` })
        return items
      }
      if (type[0] === 'map' && Array.isArray(type)) {
        if (node.type !== 'object') return this.wrong(words.types.map, type, node, at)
        const made = Object.create(null)
        const outer = this.key
        for (const { children } of node.children) {
          const key = children[0].value
          this.key = key
          made[key] = this.value(type[1], children[1], siblings, lenient, this.inside(at, key))
        }
        this.key = outer
        return made
      }
      return this.scalar(type, node, lenient, at)
    }

    // Whether a value is of a shape: by its kind, and by the members that tell it from others.
    isOf([kind, , ways], node) {
      if (kinds[node.type] !== kind) return false
      const has = ([names, ...constant]) => names.some((name) => {
        const held = memberOf(node, name)
        if (held === undefined || this.isAbsent(held)) return false
        return constant.length === 0 || this.isConstant(held, constant[0])
      })
      return ways === undefined || ways.some((way) => way.every(has))
    }

    isConstant(node, constant) {
      return typeof constant === 'string' ? node.type === 'string' && node.value === constant : node.type === 'number' && Number(this.raw(node)) === constant
    }

    inside(at, token) {
      return { canonical: below(at.canonical, token), given: below(at.given, token) }
    }

    scalar(type, node, lenient, at) {
      const raw = this.raw(node)
      if (type.endsWith(asText)) return this.numberAsText(type.slice(0, -asText.length), node, lenient, at)
      const fits = {
        text: node.type === 'string',
        integer: node.type === 'number' && numbers.isWhole(raw),
        time: node.type === 'number' && numbers.isWhole(raw),
        seconds: node.type === 'number' && numbers.isWhole(raw),
        unsigned: node.type === 'number' && numbers.isUnsigned(raw),
        date: node.type === 'string' && isDate(node.value),
        date_time: node.type === 'string' && isDateTime(node.value),
        duration: node.type === 'string' && duration.test(node.value),
        bytes: node.type === 'string' && base64.test(node.value),
        file: node.type === 'object' && isFile((name) => memberOf(node, name)),
        number: node.type === 'number',
        boolean: node.type === 'boolean',
        any: true,
      }
      if (fits[type]) return this.plain(node)
      const own = lenient ? this.converted(type, node) : undefined
      if (own === undefined) return this.wrong(words.types[type], type, node, at)
      const as = { string: words.aText, boolean: words.hiddenBoolean }[typeof own] ?? words.hiddenNumber
      this.report(at, 'converted', true, fill(words.converted, kind(node, raw, this.isHidden(at.given)), as))
      return own
    }

    // A number that travels as text.
    numberAsText(type, node, lenient, at) {
      if (node.type === 'string' && isWritten(type, node.value)) return this.plain(node)
      const raw = this.raw(node)
      const own = !lenient ? undefined : node.type === 'number' ? (isNumber(type, raw) ? raw : undefined) : this.converted(type, node)
      if (own === undefined) return this.wrong(fill(words.asText, words.types[type]), type + asText, node, at)
      this.report(at, 'converted', true, fill(words.converted, kind(node, raw, this.isHidden(at.given)), words.aText))
      return String(own)
    }

    // A number from its text, or a text from its number, when the meaning is plain.
    converted(type, node) {
      if (type === 'text') {
        if (node.type === 'number') return numbers.text(this.raw(node))
        return node.type === 'boolean' ? this.raw(node) : undefined
      }
      if (node.type !== 'string') return undefined
      if (type === 'boolean') return ['true', 'false'].includes(node.value) ? node.value === 'true' : undefined
      if (type === 'number') return numbers.numberOf(node.value)
      const counted = { integer: numbers.wholeOf, time: numbers.wholeOf, seconds: numbers.wholeOf, unsigned: numbers.unsignedOf }[type]
      return counted ? counted(node.value) : undefined
    }

    // Whether the digits of a number are what a text of this type says.
    writes(type, raw) {
      return isNumber(type.slice(0, -asText.length), raw)
    }

    wrong(expected, type, node, at) {
      // What stands for a list or an object may stand for something inside that is never shown.
      const isHidden = typeof type !== 'string' || this.isHidden(at.given)
      return this.mistype(node, at, fill(words.expected, expected, kind(node, this.raw(node), isHidden), this.hint(type, node)))
    }

    mistype(node, at, message) {
      this.report(at, 'type', false, message)
      this.mistyped.push(at.given)
      return this.plain(node)
    }

    // The commonest slips.
    hint(type, node) {
      const begins = (sign) => node.type === 'string' && node.value.startsWith(sign)
      const isSingle = ['string', 'number', 'boolean'].includes(node.type)
      if (type[0] === 'list' && Array.isArray(type)) return begins('[') ? words.bare : isSingle || node.type === 'object' ? words.listed : ''
      if (this.data.types[type]?.shapes) return ''
      if (typeof type !== 'string' && begins('{')) return words.bare
      if (node.type === 'array' && node.children.length === 1) return words.unlisted
      if (type === 'text') return isSingle ? words.quoted : ''
      if (typeof type === 'string' && type.endsWith(asText)) return node.type === 'number' && isNumber(type.slice(0, -asText.length), this.raw(node)) ? words.quoted : ''
      return typeof type === 'string' && node.type === 'string' && this.converted(type, node) !== undefined ? words.unquoted : ''
    }

    // None of several shapes or cases.
    none(shape, type, node, at) {
      if (node.type !== 'object') return this.wrong(shape.wanted, type, node, at)
      const made = this.mistype(node, at, shape.tag === undefined ? fill(words.expected, shape.wanted, words.other, '') : this.untagged(shape, node, at))
      // A member that counts as absent does not make an object of a shape.
      for (const { children } of node.children) if (this.isAbsent(children[1])) delete made[children[0].value]
      return made
    }

    untagged({ tag, cases, wanted }, node, at) {
      const held = memberOf(node, tag)
      if (held === undefined || this.isAbsent(held)) return fill(words.expected, wanted, words.untagged, '')
      const isHidden = this.isHidden(at.given) || Object.values(cases).some((it) => this.data.types[it].members[tag]?.[4])
      const best = held.type === 'string' && !isHidden ? suggest(held.value, Object.keys(cases)) : undefined
      return fill(words.tag, wanted, told(held, this.raw(held), isHidden), near(best))
    }

    asGiven(pointer) {
      const found = this.moved.findLast(([from]) => pointer === from || pointer.startsWith(`${from}/`))
      return found ? found[1] + pointer.slice(found[0].length) : pointer
    }
  }
  const kinds = { boolean: 'boolean', number: 'number', string: 'text', array: 'list', object: 'object' }
  const memberOf = (node, name) => node.children.find((it) => it.children[0].value === name)?.children[1]
  const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/
  const isFile = (member) => base64.test(member('bytes')?.value) && ['name', 'content_type'].every((it, at) => (member(it) ?? { type: ['', 'string'][at] }).type === 'string')
  const asText = ' as text'
  const isNumber = (type, raw) => ({ unsigned: numbers.isUnsigned, number: () => true }[type] ?? numbers.isWhole)(raw)
  const isWritten = (type, text) => {
    if (type === 'number') return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,4})?$/.test(text)
    return /^(?:0|-?[1-9]\d*)$/.test(text) && isNumber(type, text)
  }
  const duration = /^P(?:\d{1,20}W|(?:\d{1,20}D)?(?:T(?=\d)(?:\d{1,20}H)?(?:\d{1,20}M)?(?:\d{1,20}(?:\.\d{1,9})?S)?)?)$(?<!^P)/
  const isDate = (text) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
    return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  }
  // As RFC 3339 writes it, with a leap second.
  const clock = /^[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/
  const isLast = (text) => new Date(text.replace(/:60/, ':59')).toISOString().slice(11, 19) === '23:59:59'
  const isDateTime = (text) => {
    if (!isDate(text.slice(0, 10)) || !clock.test(text.slice(10))) return false
    return text.slice(17, 19) !== '60' || isLast(text.toUpperCase())
  }

  // The body in canonical form with its tree, and what reading found.
  const body = (text, data) => {
    const tree = parse(text)
    const reader = new Reader(text, data)
    const places = data.places && window.stipulaPlaces.read(tree, reader)
    reader.tree = places ? places.tree : tree
    return { tree, canonical: reader.object(0, reader.tree, { canonical: '', given: '' }), reader, places }
  }
  // JSON of our own, with its numbers as they are written.
  const exactly = (text) => plain(window.stipulaJudge.parseTree(text), text)

  return { Unreadable, below, tokens, lineOf, body, exactly }
})()
