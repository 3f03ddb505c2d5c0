//! What each emitter makes of a small piece of the language, side by side with the piece.

use std::fmt::Write;

use stipula_generator::{Target, diag::short, emit, load_str};

/// A piece of the language, and what is made of it.
struct Fragment {
    name: &'static str,
    spec: &'static str,
}

const FRAGMENTS: [Fragment; 13] = [
    Fragment {
        name: "presence",
        spec: "\
operations:
  send:
    post: /send
    request:
      kind: { type: Kind, required: true, doc: What is sent. }
      link: { type: url, required: kind == LINK, allowed: kind != NOTE }
      note:
        type: string
        required:
          - { when: kind == NOTE }
          - { when: kind == LINK and len(link) > 100, severity: warning, id: long-link, doc: Say what it is. }
      color: { type: string, effective: kind == CARD }
types:
  Kind: { enum: { LINK: A link., NOTE: A note., CARD: A card. } }
",
    },
    Fragment {
        name: "values",
        spec: "\
operations:
  send:
    post: /send
    request:
      titles: { type: { map: Language, of: { type: string, max_chars: { zh_HK: 4, en_US: 8 } } }, known_keys: true }
      code: { type: string, min_chars: 2, max_bytes: 9, pattern: '^[A-Z]+$', prefix: A }
      count: { type: integer, range: [1, any] }
      price: { type: string, decimal_places: 2 }
      rate: { type: decimal }
      short: { type: string, max_chars: { is: 3, severity: warning, id: brief, doc: It is cut. } }
types:
  Language: { enum: { zh_HK: Chinese., en_US: English. } }
",
    },
    Fragment {
        name: "clearing",
        spec: "\
operations:
  send:
    post: /send
    request:
      email: { type: string, null: clears, max_chars: 64, doc: Where letters go. }
      kind: { type: Kind, null: clears }
      note: { type: string, required: present(email) }
    response:
      email: { type: string, null: clears }
types:
  Kind: { enum: { A: First., B: Second. } }
",
    },
    Fragment {
        name: "recursion",
        spec: "\
operations:
  send:
    post: /send
    request:
      comment: { type: Comment, required: true }
    response:
      comment: { type: Comment }
types:
  Kind: { enum: { ANSWER: An answer., NOTE: A note. } }
  Comment:
    fields:
      kind: { type: Kind, required: true }
      parent: { type: Comment, required: kind == ANSWER, allowed: kind == ANSWER, doc: What it answers. }
      answers: { type: { list: Comment }, doc: What answers it. }
      about: { type: { by: kind, cases: { NOTE: Comment } } }
",
    },
    Fragment {
        name: "union",
        spec: "\
operations:
  send:
    post: /send
    request:
      product: { type: Product, required: true }
      ext: { type: { by: product, cases: { MOVIE: Movie, TRAIN: Train } }, required: product == MOVIE }
types:
  Product: { enum: { MOVIE: A film., TRAIN: A ride., OTHER: Anything. } }
  Movie: { fields: { cinema: { type: string, required: true } } }
  Train: { fields: { line: { type: string, max_chars: 8 } } }
",
    },
    Fragment {
        name: "constants",
        spec: "\
operations:
  send:
    post: /send
    request:
      kind: { type: Kind, const: NOTE, required: true, doc: What is sent. }
      version: { type: integer, const: 2 }
      text: { type: string, required: true }
    response:
      kind: { type: string, const: note }
types:
  Kind: { enum: { NOTE: A note., CARD: A card. } }
",
    },
    Fragment {
        name: "tags",
        spec: "\
operations:
  send:
    post: /send
    request:
      member: { type: Member, required: true }
    response:
      members: { type: { list: Member } }
types:
  Member: { doc: A member., tag: status, cases: { owner: Owner, other: Other } }
  Owner: { fields: { title: { type: string, max_chars: 16 } } }
  Other: { fields: { status: { type: string, const: other, doc: What it is. }, until: { type: integer } } }
",
    },
    Fragment {
        name: "shapes",
        spec: "\
operations:
  send:
    post: /send
    request:
      chat: { type: ChatId, required: true }
      below: { type: { any: [Keys, Remove] }, doc: What stands below. }
    response:
      done: { type: { any: [Keys, boolean] } }
types:
  ChatId: { doc: A number or a name., any: [integer, string] }
  Keys: { fields: { keys: { type: { list: string }, required: true, max_items: 3 } } }
  Remove: { fields: { remove: { type: boolean, required: true } } }
",
    },
    Fragment {
        name: "enums",
        spec: "\
operations:
  send:
    post: /send
    request:
      status: { type: Status, required: true }
      code: { type: CodeKind }
types:
  Status:
    doc: How far an order is.
    enum: { TICKETED: Issued., USED: Used., GONE: Removed. }
    moves: { TICKETED: [USED, GONE], USED: [], GONE: [] }
  CodeKind:
    open: true
    enum:
      QR_CODE: A square.
      EAN-13: { doc: European article number., rust: Ean13 }
",
    },
    Fragment {
        name: "overlay",
        spec: "\
operations:
  send:
    post: /send
    request:
      name: { type: string, required: true }
      ext: { type: json }
  sendMovie:
    overlay: send
    summary: Send a film ticket
    context: { status: Status }
    request:
      ext: { type: MovieExt, required: true }
types:
  Status: { enum: { TICKETED: Issued., USED: Used. } }
  MovieExt:
    fields:
      seat: { type: string, required: ctx.status == TICKETED }
",
    },
    Fragment {
        name: "lists",
        spec: "\
operations:
  send:
    post: /send
    request:
      tags: { type: { list: { type: string, min_chars: 1, max_chars: 3 } }, min_items: 1, max_items: 5, unique: true }
      rows: { type: { list: { list: integer } }, max_items: 2 }
      links: { type: { map: string, of: { list: { type: Link } } }, min_items: 1 }
types:
  Link: { fields: { url: { type: url, required: true }, text: { type: string, required: key == \"en\" } } }
",
    },
    Fragment {
        name: "rules",
        spec: "\
operations:
  send:
    post: /send
    request:
      openId: { type: string }
      userId: { type: string }
      mail: { type: string }
      start: { type: timestamp_millis, required: true }
      end: { type: timestamp_millis, required: true }
    rules:
      - { id: who, at: openId, at_least_one: [openId, userId] }
      - { id: one-way, exactly_one: [mail, userId], severity: warning }
      - { id: not-both, at_most_one: [openId, mail] }
      - { id: together, all_or_none: [userId, openId], doc: They are one id. }
      - { id: end-after-start, at: end, when: present(mail), expect: end > start, code: INTERVAL }
    errors: { INTERVAL: { class: F, doc: The end is too early. } }
outcome: { code: [code], status: [status], success: [S], failed: [F] }
",
    },
    Fragment {
        name: "reading",
        spec: "\
operations:
  send:
    post: /send
    request:
      phone: { type: string, sensitive: true, sample: '85200000000' }
      count: { type: integer, lenient: true, default: 1 }
      old: { type: string, deprecated: Use `count`. }
      type: { type: string, rust: kind }
    response:
      passId: { type: string, presence: guaranteed, alias: [passid, pass_id] }
      total: { type: string, lenient: true }
      secret: { type: string, sensitive: true }
",
    },
];

/// The files of one emitter that tell about the piece.
fn emitted(spec: &str, target: Target, tells: fn(&str, &str) -> bool) -> String {
    let spec = format!("api: demo\n{spec}");
    let loaded = load_str(&[("api.yaml", &spec)]);
    let findings: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|it| short(it, &loaded.sources))
        .collect();
    let Some(api) = loaded.model.filter(|_| findings.is_empty()) else {
        panic!("{findings:#?}");
    };
    let mut all = String::new();
    for (path, text) in emit(&api, target).iter() {
        if tells(path, text) {
            // The first line is the same everywhere.
            let (_, text) = text.split_once('\n').unwrap();
            writeln!(all, "==== {path}\n{}\n", text.trim()).unwrap();
        }
    }
    assert!(!all.is_empty());
    all
}

#[test]
fn rust() {
    // Not the lists of modules, nor an answer without members of its own.
    let tells = |path: &str, text: &str| {
        let fields = text.matches("\n    pub ").count();
        match path.trim_start_matches("src/generated/").split_once('/') {
            None => path.ends_with("enums.rs"),
            Some((_, "mod.rs")) => false,
            Some((folder, _)) => folder == "request" || fields > 1,
        }
    };
    for it in FRAGMENTS {
        let name = format!("{}.rust", it.name);
        insta::assert_snapshot!(name, emitted(it.spec, Target::Rust, tells), it.spec);
    }
}

#[test]
fn docs() {
    let tells = |path: &str, _: &str| !path.ends_with("README.md");
    for it in FRAGMENTS {
        let name = format!("{}.docs", it.name);
        insta::assert_snapshot!(name, emitted(it.spec, Target::Docs, tells), it.spec);
    }
}

#[test]
fn openapi() {
    for it in FRAGMENTS {
        let name = format!("{}.openapi", it.name);
        let text = emitted(it.spec, Target::OpenApi, |_, _| true);
        let (_, schemas) = text.split_once("\"components\"").unwrap();
        insta::assert_snapshot!(name, format!("\"components\"{schemas}"), it.spec);
    }
}
