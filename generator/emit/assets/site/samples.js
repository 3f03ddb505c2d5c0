// One call, complete, in several languages. Each prints what comes back.
'use strict'
;(() => {
  const quoted = (text) => JSON.stringify(text)
  const shell = (text) => `'${text.replaceAll("'", "'\\''")}'`
  const each = (call, write) => call.headers.map(([name, value]) => write(quoted(name), quoted(value)))
  const has = (call) => call.body !== undefined && call.body !== null
  const when = (is, ...lines) => (is ? lines : [])
  // JSON escapes what Rust writes in another way.
  const rust = (json) => json.replace(/\\u([0-9a-f]{4})/g, '\\u{$1}').replace(/(?<!\\)((?:\\\\)*)\\b/g, '$1\\u{8}').replace(/(?<!\\)((?:\\\\)*)\\f/g, '$1\\u{c}')
  const text = (...lines) => lines.flat().join('\n')

  window.stipulaSamples = {
    curl: (call) =>
      [`curl -X ${call.method} ${shell(call.url)}`, ...call.headers.map(([name, value]) => `-H ${shell(`${name}: ${value}`)}`), ...when(has(call), `--data-raw ${shell(call.body ?? '')}`)].join(' \\\n  '),
    Python: (call) =>
      text(
        'import urllib.error',
        'import urllib.request',
        '',
        'request = urllib.request.Request(',
        `    ${quoted(call.url)},`,
        `    method=${quoted(call.method)},`,
        '    headers={',
        each(call, (name, value) => `        ${name}: ${value},`),
        '    },',
        when(has(call), `    data=${quoted(call.body)}.encode("utf-8"),`),
        ')',
        'try:',
        '    answer = urllib.request.urlopen(request)',
        'except urllib.error.HTTPError as error:',
        '    answer = error',
        'print(answer.read().decode("utf-8"))',
      ),
    'Node.js': (call) =>
      text(
        '// Save as call.mjs',
        `const answer = await fetch(${quoted(call.url)}, {`,
        `  method: ${quoted(call.method)},`,
        '  headers: {',
        each(call, (name, value) => `    ${name}: ${value},`),
        '  },',
        when(has(call), `  body: ${quoted(call.body)},`),
        '})',
        'console.log(await answer.text())',
      ),
    Go: (call) =>
      text(
        'package main',
        '',
        'import (',
        '\t"fmt"',
        '\t"io"',
        '\t"net/http"',
        when(has(call), '\t"strings"'),
        ')',
        '',
        'func main() {',
        `\trequest, err := http.NewRequest(${quoted(call.method)}, ${quoted(call.url)}, ${has(call) ? `strings.NewReader(${quoted(call.body)})` : 'nil'})`,
        '\tif err != nil {',
        '\t\tpanic(err)',
        '\t}',
        each(call, (name, value) => `\trequest.Header.Set(${name}, ${value})`),
        '\tanswer, err := http.DefaultClient.Do(request)',
        '\tif err != nil {',
        '\t\tpanic(err)',
        '\t}',
        '\tdefer answer.Body.Close()',
        '\ttext, err := io.ReadAll(answer.Body)',
        '\tif err != nil {',
        '\t\tpanic(err)',
        '\t}',
        '\tfmt.Println(string(text))',
        '}',
      ),
    Java: (call) =>
      text(
        '// Save as Call.java, and run: java Call.java',
        ['URI', 'http.HttpClient', 'http.HttpRequest', 'http.HttpResponse'].map((it) => `import java.net.${it};`),
        '',
        'public class Call {',
        '    public static void main(String[] args) throws Exception {',
        `        var request = HttpRequest.newBuilder(URI.create(${quoted(call.url)}))`,
        `            .method(${quoted(call.method)}, ${has(call) ? `HttpRequest.BodyPublishers.ofString(${quoted(call.body)})` : 'HttpRequest.BodyPublishers.noBody()'})`,
        each(call, (name, value) => `            .header(${name}, ${value})`),
        '            .build();',
        '        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());',
        '        System.out.println(answer.body());',
        '    }',
        '}',
      ),
    Rust: (call) =>
      text(
        '// cargo add reqwest --features blocking',
        'fn main() -> Result<(), reqwest::Error> {',
        '    let answer = reqwest::blocking::Client::new()',
        `        .request(reqwest::Method::${call.method}, ${rust(quoted(call.url))})`,
        each(call, (name, value) => `        .header(${rust(name)}, ${rust(value)})`),
        when(has(call), `        .body(${rust(quoted(call.body ?? ''))})`),
        '        .send()?;',
        '    println!("{}", answer.text()?);',
        '    Ok(())',
        '}',
      ),
  }
})()
