//! A file as tokens: words to look for, and paths that it names; tests and attributes left out.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The tokens of a file.
#[derive(Debug, Default)]
pub(crate) struct Code {
    /// With one space between two of them, and around all; texts are empty.
    pub(crate) words: String,
    /// Paths that begin with `crate`, `self` or `super`, outside of `use`.
    pub(crate) paths: Vec<Vec<String>>,
    /// What `use` brings in: a name, `*` for all, and the path that it stands for.
    pub(crate) imports: Vec<(String, Vec<String>)>,
    /// How many lines are of tests.
    pub(crate) test_lines: usize,
}

/// Takes the tokens of a file apart.
pub(crate) fn read(stream: TokenStream) -> Code {
    let mut code = Code {
        words: " ".to_owned(),
        ..Code::default()
    };
    code.walk(stream);
    code
}

impl Code {
    fn walk(&mut self, stream: TokenStream) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at += self.step(&tokens[at..]);
        }
    }

    /// Reads what stands first, and says how long it is.
    fn step(&mut self, tokens: &[TokenTree]) -> usize {
        if let Some((length, of_test)) = attribute(tokens) {
            if !of_test {
                return length;
            }
            let end = length + item(&tokens[length..]);
            self.test_lines += lines(&tokens[..end]);
            return end;
        }
        match &tokens[0] {
            TokenTree::Ident(word) if word == "use" => {
                let end = item(tokens);
                self.import(&[], &tokens[1..end]);
                return end;
            }
            TokenTree::Ident(word) => {
                if word == "crate" || word == "self" || word == "super" {
                    self.paths.push(path(tokens));
                }
                self.word(&word.to_string());
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' && mark.spacing() == Spacing::Joint => {
                self.word("::");
                return 2;
            }
            TokenTree::Punct(mark) => self.word(&mark.to_string()),
            TokenTree::Literal(_) => self.word("\"\""),
            TokenTree::Group(group) => {
                let [open, close] = match group.delimiter() {
                    Delimiter::Parenthesis => ["(", ")"],
                    Delimiter::Brace => ["{", "}"],
                    Delimiter::Bracket => ["[", "]"],
                    Delimiter::None => ["", ""],
                };
                self.word(open);
                self.walk(group.stream());
                self.word(close);
            }
        }
        1
    }

    fn word(&mut self, word: &str) {
        self.words.push_str(word);
        self.words.push(' ');
    }

    /// Every path of the tree of a `use`, behind what stands before it.
    fn import(&mut self, before: &[String], tokens: &[TokenTree]) {
        let end = |it: &TokenTree| matches!(it, TokenTree::Punct(it) if it.as_char() == ',' || it.as_char() == ';');
        for branch in tokens.split(end).filter(|it| !it.is_empty()) {
            let mut path = before.to_vec();
            let mut open = false;
            for token in branch {
                match token {
                    TokenTree::Group(group) => {
                        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                        self.import(&path, &inner);
                        open = true;
                    }
                    TokenTree::Punct(mark) if mark.as_char() == ':' => {}
                    _ => path.push(token.to_string()),
                }
            }
            if !open {
                self.imports.push(named(path));
            }
        }
    }
}

/// The name that a path gets: its last part, or the one behind `as`.
fn named(mut path: Vec<String>) -> (String, Vec<String>) {
    let mut name = path.last().cloned().unwrap_or_default();
    if path.len() > 2 && path[path.len() - 2] == "as" {
        path.truncate(path.len() - 2);
    } else if name == "self" {
        path.pop();
        name = path.last().cloned().unwrap_or_default();
    }
    (name, path)
}

/// The length of an attribute, and whether what follows is of tests only.
fn attribute(tokens: &[TokenTree]) -> Option<(usize, bool)> {
    let is = |it: &TokenTree, mark| matches!(it, TokenTree::Punct(it) if it.as_char() == mark);
    if !tokens.first().is_some_and(|it| is(it, '#')) {
        return None;
    }
    let length = 1 + usize::from(tokens.get(1).is_some_and(|it| is(it, '!')));
    let TokenTree::Group(group) = tokens.get(length)? else {
        return None;
    };
    let text = group.stream().to_string().replace(' ', "");
    let of_test = length == 1 && (text == "test" || text.starts_with("cfg(test"));
    Some((length + 1, of_test))
}

/// The length of an item: to its braces, or to its semicolon.
fn item(tokens: &[TokenTree]) -> usize {
    let is_use = tokens.iter().take(3).any(|it| it.to_string() == "use");
    let end = tokens.iter().position(|it| match it {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace && !is_use,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    });
    end.map_or(tokens.len(), |it| it + 1)
}

/// The path that these tokens begin with.
fn path(tokens: &[TokenTree]) -> Vec<String> {
    let parts = tokens.iter().step_by(3).zip(tokens.chunks(3));
    let mut found = Vec::new();
    for (part, chunk) in parts {
        let TokenTree::Ident(part) = part else { break };
        found.push(part.to_string());
        let colon = |it: Option<&TokenTree>| matches!(it, Some(TokenTree::Punct(it)) if it.as_char() == ':');
        if !colon(chunk.get(1)) || !colon(chunk.get(2)) {
            break;
        }
    }
    found
}

/// How many lines these tokens take.
fn lines(tokens: &[TokenTree]) -> usize {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return 0;
    };
    last.span().end().line + 1 - first.span().start().line
}
