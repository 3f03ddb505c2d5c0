// Numbers as the client reads them: exact within 64 bits, the nearest double otherwise. Two are the
// same when `===` says so: a whole number that a script cannot count to is a BigInt, any other is
// none.
'use strict'
window.stipulaNumbers = (() => {
  const least = -(2n ** 63n)
  const most = 2n ** 63n - 1n
  const mostUnsigned = 2n ** 64n - 1n

  // The whole number that digits say, when it has 64 bits. `-0` is a double to the client.
  const exact = (raw) => {
    if (!/^-?\d{1,20}$/.test(raw) || raw === '-0') return undefined
    const value = BigInt(raw)
    return least <= value && value <= mostUnsigned ? value : undefined
  }
  const isWhole = (raw) => {
    const value = exact(raw)
    return value !== undefined && value <= most
  }
  const isUnsigned = (raw) => (exact(raw) ?? -1n) >= 0n
  const plain = (value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value)
  const ofDouble = (double) => (Number.isInteger(double) ? plain(BigInt(double)) : double)

  // The value of a number in JSON, from how it is written there.
  const value = (raw) => {
    const whole = exact(raw)
    return whole === undefined ? ofDouble(Number(raw)) : plain(whole)
  }

  // The text that the client makes of a number.
  const text = (raw) => {
    const whole = exact(raw)
    if (whole !== undefined) return String(whole)
    const double = Number(raw)
    if (Object.is(double, -0)) return '-0.0'
    const size = Math.abs(double)
    if (size !== 0 && (size < 1e-4 || size >= 1e16)) return double.toExponential().replace('+', '')
    return Number.isInteger(double) ? `${double}.0` : String(double)
  }

  // The number that the client makes of a text; nothing when the text is none.
  const counted = (text, is) => {
    if (!/^-?\d+$/.test(text)) return undefined
    const digits = text.replace(/^(-?)0+(?=\d)/, '$1')
    return digits === '-0' ? 0 : is(digits) ? plain(BigInt(digits)) : undefined
  }
  const wholeOf = (text) => counted(text, isWhole)
  const unsignedOf = (text) => counted(text, isUnsigned)
  const numberOf = (text) => {
    const whole = wholeOf(text)
    if (whole !== undefined) return whole
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined
    const double = Number(text)
    return Number.isFinite(double) ? ofDouble(double) : undefined
  }

  // The validator knows doubles alone. For it, the big numbers of a schema and a body, in their order,
  // become the first doubles beyond what a script can count to, so that all comparisons stay true.
  const standIns = (...values) => {
    const found = new Set()
    const collect = (it) => {
      if (typeof it === 'bigint') found.add(it)
      else if (it !== null && typeof it === 'object') Object.values(it).forEach(collect)
    }
    values.forEach(collect)
    if (found.size === 0) return (it) => it
    const inOrder = [...found].sort((a, b) => (a < b ? -1 : 1))
    const numbered = (all, sign) => all.map((it, index) => [it, sign * (2 ** 53 + 2 * index)])
    const above = inOrder.filter((it) => it > 0n)
    const under = inOrder.filter((it) => it < 0n).reverse()
    const made = new Map([...numbered(above, 1), ...numbered(under, -1)])
    const replaced = (it) => {
      if (typeof it === 'bigint') return made.get(it)
      if (Array.isArray(it)) return it.map(replaced)
      if (it === null || typeof it !== 'object') return it
      const copy = Object.create(null)
      for (const [key, value] of Object.entries(it)) copy[key] = replaced(value)
      return copy
    }
    return replaced
  }

  return { isWhole, isUnsigned, value, text, wholeOf, unsignedOf, numberOf, standIns }
})()
