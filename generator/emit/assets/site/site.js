// What every page does: colours, menu, anchors, the picker of cases, examples in tabs.
// Plain script, no module: a page opened from the disk may not load modules.
'use strict'
;(() => {
  const root = document.documentElement
  const all = (selector, from = document) => [...from.querySelectorAll(selector)]
  const make = (tag, members = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), members)
    element.append(...inside)
    return element
  }
  const say = (text) => {
    document.getElementById('said').textContent = text
  }
  // Copies, and says so where the reader looks.
  const copied = (text, button) => {
    const usual = button.dataset.usual ?? button.textContent
    button.dataset.usual = usual
    const told = (words) => {
      say(words)
      button.textContent = words
      setTimeout(() => (button.textContent = usual), 1600)
    }
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    return done.then(() => told('Copied'), () => told('Not copied: the browser forbids it'))
  }
  window.stipulaCopy = copied
  const remember = (name, value) => {
    try {
      localStorage.setItem(`stipula-${name}`, value)
    } catch {
      // A browser may forbid it; then nothing is remembered.
    }
  }
  const remembered = (name) => {
    try {
      return localStorage.getItem(`stipula-${name}`)
    } catch {
      return null
    }
  }

  // Colours: the system's, until the reader says otherwise.
  const themeButton = document.querySelector('.theme')
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark.matches)
  const nameTheme = () => themeButton.setAttribute('aria-label', isDark() ? 'Use light colours' : 'Use dark colours')
  themeButton.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark'
    remember('theme', root.dataset.theme)
    nameTheme()
  })
  systemIsDark.addEventListener('change', nameTheme)
  nameTheme()

  // The menu of a narrow window.
  const menu = document.getElementById('menu')
  const menuButton = document.querySelector('.menu')
  const openMenu = (open) => {
    menu.classList.toggle('open', open)
    menuButton.setAttribute('aria-expanded', String(open))
  }
  menuButton.addEventListener('click', () => openMenu(!menu.classList.contains('open')))
  menu.addEventListener('click', (event) => {
    if (event.target.closest('a')) openMenu(false)
  })

  // All operations in the menu, from a script that every page shares. The page's own is there, with
  // its contents, and moves to its place.
  window.stipulaOperations = (groups) => {
    const place = document.getElementById('menu-operations')
    const up = document.body.dataset.up
    const own = place.querySelector('[aria-current]')?.closest('li')
    const entry = ([method, name, href]) => {
      if (own && href === place.dataset.here) return own
      const mark = make('span', { className: `method ${method}`, textContent: method })
      return make('li', {}, make('a', { href: up + href }, mark, name))
    }
    place.replaceChildren(
      ...groups.flatMap(([group, all]) => [
        make('p', { className: 'label', textContent: group ?? 'Operations' }),
        make('ul', {}, ...all.map(entry)),
      ]),
    )
    if (own) menu.scrollTop = Math.max(0, own.offsetTop - menu.clientHeight / 3)
  }

  // Anchors of members, rules and codes; those of headings are there. Every one copies its address.
  const anchored = [
    ['.field[id]', '.head', (it) => it.id],
    ['.rule[id]', null, (it) => `the rule ${it.dataset.rule}`],
    ['tr[id]', 'td', (it) => it.querySelector('code').textContent],
    ['.meanings > [id]', 'dt', (it) => it.querySelector('dt').textContent],
  ]
  for (const [selector, inside, name] of anchored) {
    for (const it of all(selector)) {
      const place = inside ? it.querySelector(inside) : it
      // Not a stop of the keyboard: there are hundreds, and the address of what is chosen is in the bar.
      place.append(make('a', { className: 'anchor', tabIndex: -1, href: `#${it.id}`, textContent: '#', ariaLabel: `Link to ${name(it)}` }))
    }
  }
  // One stop for each thing to go to: marks that come again are for the mouse, and so are addresses of
  // quirks, each of which a mark leads to.
  const met = new Set()
  for (const it of all('a.chip')) {
    if (met.has(it.href)) it.tabIndex = -1
    met.add(it.href)
  }
  for (const it of all('.quirk .anchor')) it.tabIndex = -1
  document.addEventListener('click', (event) => {
    const anchor = event.target.closest('.anchor')
    if (!anchor) return
    navigator.clipboard?.writeText(anchor.href).then(() => say('Address copied'), () => {})
  })

  // What the address points at is unfolded, wherever it is.
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1))
    const target = id && document.getElementById(id)
    if (!target) return
    let folded = false
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS' && !at.open) folded = at.open = true
    }
    const own = target.querySelector(':scope > details.inside')
    if (own) own.open = true
    if (folded) target.scrollIntoView()
  }
  addEventListener('hashchange', reveal)

  // Everything inside a body at once.
  for (const button of all('[data-open]')) {
    const inside = () => all('details.inside', document.getElementById(button.dataset.open))
    if (inside().length === 0) button.hidden = true
    button.addEventListener('click', () => {
      const open = inside().some((it) => !it.open)
      for (const it of inside()) it.open = open
      button.textContent = open ? 'Fold all' : 'Unfold all'
    })
  }
  addEventListener('beforeprint', () => all('details').forEach((it) => (it.open = true)))

  // What marks say about themselves. The whole legend is on the overview.
  const meanings = {
    departs: 'No page says this: it could not be compared, or the quirk beside it says why',
    quirk: 'Why this departs from a page, or settles what pages leave open',
    required: 'Without it, the request is not sent',
    conditional: 'Required or allowed only in some cases; a sentence says which',
    expected: 'You get a warning when it is missing',
    sometimes: 'You get a warning in some cases when it is missing; a sentence says which',
    'no-effect': 'You get a warning when it is given',
    'not-allowed': 'With it, the request is not sent',
    'other-case': 'It belongs to another scenario; no page says what it does here',
    always: 'Every response has it',
  }
  const explain = (mark) => {
    const kind = Object.keys(meanings).findLast((it) => mark.classList.contains(it))
    mark.title = kind ? meanings[kind] : ''
  }
  for (const it of all('.chip:not([title]), .badge')) explain(it)

  // A table that goes on sideways says so.
  const wide = () => {
    for (const box of all('.scroll')) box.classList.toggle('over', box.scrollWidth > box.clientWidth + 1)
  }
  for (const it of all('details')) it.addEventListener('toggle', wide)
  addEventListener('resize', wide)
  wide()

  // Cases: each member wears what it is in the chosen one.
  const words = { r: 'required', e: 'expected', s: 'sometimes expected', c: 'conditional', o: 'optional', i: 'no effect', n: 'not allowed', x: 'other case' }
  const classes = { i: 'no-effect', n: 'not-allowed', x: 'other-case' }
  const picks = all('.picker input[type=radio]')
  const names = picks.map((it) => it.value).slice(1)
  const usual = new Map()
  const label = (field, letter) => {
    const badge = field.querySelector(':scope > .head > .badge')
    if (!usual.has(badge)) usual.set(badge, [badge.className, badge.textContent])
    if (letter === undefined) [badge.className, badge.textContent] = usual.get(badge)
    else {
      badge.className = `badge ${classes[letter] ?? words[letter]}`
      badge.textContent = words[letter]
    }
    explain(badge)
    field.classList.toggle('out', letter !== undefined && 'nix'.includes(letter))
    field.classList.toggle('spare', letter !== undefined && 'nixo'.includes(letter))
  }
  // Only what the chosen case needs, with a count of it.
  const only = document.getElementById('only')
  const tellOnly = (isChosen) => {
    if (!only) return
    const fields = all('#request [data-needs]')
    only.parentElement.hidden = !isChosen
    document.getElementById('request').classList.toggle('fewer', isChosen && only.checked)
    only.parentElement.querySelector('.count').textContent = `(${fields.filter((it) => !it.classList.contains('spare')).length} of ${fields.length} fields)`
  }
  only?.addEventListener('change', () => tellOnly(true))
  const pick = (name) => {
    const index = names.indexOf(name)
    for (const field of all('[data-needs]')) label(field, field.dataset.needs[index])
    // A case of a union whose members cannot be given is out of the question as a whole.
    for (const group of all('details[data-case]')) {
      const needs = all(':scope > .members > .field', group).map((it) => it.dataset.needs?.[index])
      group.classList.toggle('out', needs.length > 0 && needs.every((it) => it === 'n' || it === 'x'))
    }
    tellOnly(index >= 0)
    for (const about of all('.about')) about.hidden = about.dataset.scenario !== name
    for (const it of picks) it.checked = it.value === (index < 0 ? '' : name)
    document.dispatchEvent(new CustomEvent('stipula-case', { detail: index < 0 ? '' : name }))
  }
  const address = (name) => {
    const query = new URLSearchParams(location.search)
    if (name) query.set('case', name)
    else query.delete('case')
    const text = query.toString()
    try {
      history.replaceState(null, '', `${location.pathname}${text ? `?${text}` : ''}${location.hash}`)
    } catch {
      // Some browsers forbid it for pages from the disk; the choice works all the same.
    }
  }
  for (const it of picks) {
    it.addEventListener('change', () => {
      pick(it.value)
      address(it.value)
      say(it.value ? `Fields as scenario ${it.value} needs them` : 'Fields as any scenario needs them')
    })
  }

  // Colours of code, for what is shown.
  const pieces = {
    json: /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null|-?\d[\d.eE+-]*)\b/g,
    rust: /("(?:[^"\\]|\\.)*")|\b(use|let|await|true|false|vec)\b|\b([A-Z]\w*)\b|\b(\d[\d_]*)\b/g,
  }
  const paint = (element, language) => {
    if (element.dataset.painted) return
    element.dataset.painted = 'yes'
    const text = element.textContent
    const parts = []
    let last = 0
    for (const found of text.matchAll(pieces[language])) {
      const [whole, quoted, second, third, fourth] = found
      parts.push(text.slice(last, found.index))
      last = found.index + whole.length
      if (language === 'json' && quoted) {
        parts.push(make('span', { className: second ? 'j-key' : 'j-text', textContent: quoted }), second ?? '')
      } else {
        const className = quoted ? 'j-text' : language === 'rust' && third ? 'j-name' : 'j-word'
        parts.push(make('span', { className, textContent: quoted ?? second ?? third ?? fourth }))
      }
    }
    element.replaceChildren(...parts, text.slice(last))
  }

  // The call around a body is the same for every example of a page; it is written once.
  const around = all('.samples[data-of="request"] .sample:first-of-type .shell')
  if (around.length === 2) {
    for (const body of all('.samples[data-of="request"] .sample .body')) {
      if (body.previousElementSibling) continue
      body.before(around[0].cloneNode(true))
      body.after(around[1].cloneNode(true))
    }
  }

  // Examples: one at a time, in the language of the reader's choice.
  const ways = { json: 'JSON', curl: 'curl', rust: 'Rust' }
  for (const box of all('.samples')) {
    const samples = all('.sample', box)
    const isRequest = box.dataset.of === 'request'
    const title = (it) => it.querySelector('h4').textContent
    const select = make('select', { ariaLabel: 'Example' }, ...samples.map((it, index) => make('option', { value: index, textContent: title(it) })))
    const buttons = make('div', { className: 'ways', role: 'group', ariaLabel: 'Language' })
    const copy = make('button', { type: 'button', textContent: 'Copy' })
    box.querySelector('h3').after(make('div', { className: 'bar' }, select, ...(isRequest ? [buttons] : []), copy))
    const show = (index, way) => {
      samples.forEach((it, at) => it.classList.toggle('shown', at === index))
      select.value = index
      const shown = samples[index]
      if (!shown) return
      const has = way !== 'rust' || shown.querySelector('.rust')
      box.dataset.show = has ? way : 'json'
      for (const it of buttons.children) it.setAttribute('aria-pressed', String(it.dataset.way === box.dataset.show))
      paint(shown.querySelector('.json .body'), 'json')
      const rust = shown.querySelector('.rust code')
      if (rust) paint(rust, 'rust')
    }
    const way = () => (isRequest ? remembered('way') ?? 'json' : 'json')
    for (const [key, text] of Object.entries(ways)) {
      const button = make('button', { type: 'button', textContent: text })
      button.dataset.way = key
      button.addEventListener('click', () => {
        remember('way', key)
        show(Number(select.value), key)
      })
      buttons.append(button)
    }
    select.addEventListener('change', () => show(Number(select.value), way()))
    copy.addEventListener('click', () => {
      const shown = samples[Number(select.value)]
      const curl = shown.querySelector('.curl') ? '.curl code' : '.json code'
      const code = box.dataset.show === 'rust' ? '.rust code' : box.dataset.show === 'curl' ? curl : '.json .body'
      copied(shown.querySelector(code).textContent, copy)
    })
    if (isRequest) {
      document.addEventListener('stipula-case', (event) => {
        const index = samples.findIndex((it) => it.dataset.scenario === event.detail)
        if (index >= 0) show(index, way())
      })
    }
    show(0, way())
  }

  // Commands of a shell, each with a button that copies it.
  for (const it of all('pre.shell')) {
    const button = make('button', { type: 'button', className: 'copy', textContent: 'Copy' })
    button.addEventListener('click', () => copied(it.querySelector('code').textContent, button))
    it.before(make('div', { className: 'copying' }, button))
  }

  // A quirk opens beside its mark; the mark stays a link to the whole list.
  let pop = null
  const closePop = (toMark) => {
    if (!pop) return
    pop.box.remove()
    pop.mark.setAttribute('aria-expanded', 'false')
    if (toMark) pop.mark.focus()
    pop = null
  }
  document.addEventListener('click', (event) => {
    const mark = event.target.closest('a.chip.quirk')
    if (!mark) {
      if (!event.target.closest('.pop')) closePop(false)
      return
    }
    const told = mark.getAttribute('href').startsWith('#') && document.getElementById(decodeURIComponent(mark.hash.slice(1)))
    if (!told || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const again = pop?.mark === mark
    closePop(false)
    if (again) return
    const box = told.cloneNode(true)
    box.removeAttribute('id')
    box.classList.add('pop')
    box.tabIndex = -1
    box.setAttribute('role', 'note')
    document.body.append(box)
    const at = mark.getBoundingClientRect()
    box.style.top = `${at.bottom + scrollY + 6}px`
    box.style.left = `${Math.max(16, Math.min(at.left + scrollX, innerWidth - box.offsetWidth - 16))}px`
    mark.setAttribute('aria-expanded', 'true')
    pop = { box, mark }
    box.focus({ preventScroll: true })
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    closePop(true)
    if (menu.classList.contains('open')) {
      openMenu(false)
      menuButton.focus()
    }
  })

  // Where the reader is, in the menu.
  const links = all('.contents a')
  if (links.length > 0 && 'IntersectionObserver' in window) {
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue
        for (const link of links) link.classList.toggle('now', link.hash === `#${entry.target.id}`)
      }
    }, { rootMargin: '-20% 0px -70% 0px' })
    for (const link of links) {
      const section = document.getElementById(link.hash.slice(1))
      if (section) seen.observe(section)
    }
  }

  const asked = new URLSearchParams(location.search).get('case')
  if (asked && names.includes(asked)) pick(asked)
  reveal()
})()
