// The worked example of authentication: what is signed, the signature, and the headers with it.
'use strict'
;(() => {
  const place = document.getElementById('worked')
  const call = JSON.parse(document.getElementById('call').textContent)
  const example = call.example
  const make = (tag, members, ...inside) => {
    const element = Object.assign(document.createElement(tag), members)
    element.append(...inside)
    return element
  }
  const shown = (title, name, text) => [make('h3', { textContent: title }), make('pre', { tabIndex: 0, ariaLabel: title, id: `worked-${name}` }, make('code', { textContent: text }))]
  const request = call.plain ? { ...call.plain, body: example.body } : call.sent[example.name]
  window
    .stipulaProve({ method: call.method, host: call.host || 'https://example.com', ...request }, call.scheme, example)
    .then((made) => {
      const lines = made.headers.map(([name, value]) => `${name}: ${value}`).join('\n')
      place.append(
        ...(made.text === undefined ? [] : shown('The string to sign', 'text', made.text)),
        ...(made.signature === undefined ? [] : shown('The signature', 'signature', made.signature)),
        ...shown('The headers of the request', 'headers', lines),
      )
    })
    .catch((error) => place.append(make('p', { textContent: `The example cannot be shown: ${error.message}.` })))
})()
