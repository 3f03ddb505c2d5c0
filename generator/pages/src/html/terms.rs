//! Definition lists that describe members: `limit integer required`, and the words about it.

use super::rows::{Row, Table};
use crate::words::{is_name, known_type, need};

/// The table of members that a list of terms is; none where its terms are no names of members.
pub(super) fn table(line: usize, all: &[(usize, String, String)]) -> Option<Table> {
    let rows: Option<Vec<Row>> = all
        .iter()
        .map(|(line, term, about)| row(*line, term, about))
        .collect();
    let rows = rows.filter(|it| {
        !it.is_empty()
            && it
                .iter()
                .any(|row| !row.cells[1].is_empty() || !row.cells[2].is_empty())
    })?;
    let heads = ["Name", "Type", "Required", "Description"];
    Some(Table {
        line,
        heads: heads.map(str::to_owned).to_vec(),
        rows,
    })
}

/// A term that begins with a name: then its type and whether it is required, in any order.
fn row(line: usize, term: &str, about: &str) -> Option<Row> {
    let (name, rest) = term.split_once([' ', '(']).unwrap_or((term, ""));
    let name = name.trim_matches(['`', ':']);
    if !is_name(name) {
        return None;
    }
    let (mut of, mut asked, mut more) = (String::new(), String::new(), String::new());
    for word in rest
        .split([' ', ',', '(', ')', '|', '·'])
        .filter(|it| !it.is_empty())
    {
        let bare = word.trim_matches('`');
        if asked.is_empty() && need(bare).is_some() && known_type(bare).is_none() {
            bare.clone_into(&mut asked);
        } else if of.is_empty() && (known_type(bare).is_some() || is_name(bare)) {
            bare.clone_into(&mut of);
        } else {
            more.push_str(word);
            more.push(' ');
        }
    }
    let about = format!("{}\n{about}", more.trim());
    let cells = vec![name.to_owned(), of, asked, about.trim().to_owned()];
    Some(Row {
        line,
        cells,
        depth: 0,
        inner: Vec::new(),
    })
}
