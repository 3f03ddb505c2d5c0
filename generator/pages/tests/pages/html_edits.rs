//! Edits that a saved page could get from its vendor: every one shows, and shows where it was made.

use std::{collections::BTreeSet, ops::Range, sync::LazyLock};

use stipula_facts::{Fact, Kind};

use crate::html;

/// Everything a page says, without lines.
type Said = BTreeSet<(String, String, String, String)>;

fn read(text: &str) -> Vec<Fact> {
    stipula_pages::read("page", text).expect("a page").facts
}

fn fields(facts: &[Fact]) -> BTreeSet<String> {
    let fields = facts.iter().filter(|it| it.kind == Kind::Field);
    fields.map(|it| it.at.clone()).collect()
}

/// Rows that hold no table, and reach into no other row.
fn rows(text: &str) -> Vec<Range<usize>> {
    let starts = text.match_indices("<tr").map(|it| it.0);
    let rows = starts.filter_map(|start| {
        let end = start + text[start..].find("</tr>")? + "</tr>".len();
        let row = &text[start..end];
        let is_plain = !row[3..].contains("<tr")
            && !row.contains("<table")
            && !row.contains("<th")
            && !row.contains("span=")
            && row.matches("<td").count() > 1;
        is_plain.then_some(start..end)
    });
    rows.collect()
}

/// Where the words of the first cell end.
fn name_end(row: &str) -> Option<usize> {
    let mut place = row.find("<td")?;
    loop {
        let start = place + row[place..].find('>')? + 1;
        let end = start + row[start..].find('<')?;
        if !row[start..end].trim().is_empty() {
            return Some(start + row[start..end].trim_end().len());
        }
        place = end;
    }
}

/// Whether a row begins with the name of a member; a row of headings does not.
fn is_named(row: &str, at: &str) -> bool {
    let name = at.rsplit('/').next().unwrap_or(at);
    name_end(row).is_some_and(|end| row[..end].ends_with(name))
}

/// The table around a row.
fn table<'t>(text: &'t str, row: &Range<usize>) -> &'t str {
    let start = text[..row.start].rfind("<table").unwrap_or(0);
    let end = text[row.end..].find("</table>");
    &text[start..end.map_or(text.len(), |it| row.end + it)]
}

/// Pages with tables, each with its rows that are one member, and the place of that member.
static MEMBERS: LazyLock<Vec<(&'static str, Range<usize>, String)>> = LazyLock::new(members);

fn members() -> Vec<(&'static str, Range<usize>, String)> {
    let mut found = Vec::new();
    for text in html::all() {
        let before = fields(&read(text));
        for row in rows(text) {
            let without = format!("{}{}", &text[..row.start], &text[row.end..]);
            let Ok(page) = stipula_pages::read("page", &without) else {
                continue;
            };
            let after = fields(&page.facts);
            let gone: Vec<&String> = before.difference(&after).collect();
            // A member with members of its own takes them along.
            if let [one] = gone.as_slice()
                && is_named(&text[row.clone()], one)
            {
                found.push((text, row, (*one).clone()));
            }
        }
    }
    found
}

/// What an edit of a row changes: facts that came, and facts that went.
fn changed(text: &str, row: &Range<usize>, new: &str) -> (Said, Said) {
    let edited = format!("{}{new}{}", &text[..row.start], &text[row.end..]);
    let (before, after) = (html::said(text), html::said(&edited));
    let came = after.difference(&before).cloned().collect();
    let went = before.difference(&after).cloned().collect();
    (came, went)
}

fn is_at(place: &str, at: &str) -> bool {
    at == place || at.starts_with(&format!("{place}/"))
}

#[test]
fn rows_removed_and_renamed_show_at_their_member() {
    assert!(MEMBERS.len() > 60, "{}", MEMBERS.len());
    for (text, row, at) in MEMBERS.iter() {
        let old = &text[row.clone()];
        let (came, went) = changed(text, row, "");
        let is_field = |it: &&(String, String, String, String)| it.1 == "field";
        let gone: Vec<_> = went.iter().filter(is_field).collect();
        assert!(gone.iter().all(|it| is_at(at, &it.0)), "{old}: {gone:?}");
        let new: Vec<_> = came.iter().filter(is_field).collect();
        assert!(new.is_empty(), "{old}: {new:?}");

        let end = name_end(old).expect("a name");
        let renamed = format!("{}Z9{}", &old[..end], &old[end..]);
        let (came, went) = changed(text, row, &renamed);
        let name = format!("{at}Z9");
        let new: Vec<_> = came.iter().filter(is_field).collect();
        assert!(!new.is_empty(), "{renamed}");
        assert!(
            new.iter().all(|it| is_at(&name, &it.0)),
            "{renamed}: {new:?}"
        );
        let gone: Vec<_> = went.iter().filter(is_field).collect();
        assert!(
            gone.iter().all(|it| is_at(at, &it.0)),
            "{renamed}: {gone:?}"
        );
    }
}

#[test]
fn rows_added_show_at_their_member() {
    for (text, row, at) in MEMBERS.iter() {
        let old = &text[row.clone()];
        let end = name_end(old).expect("a name");
        let added = format!("{old}{}Z9{}", &old[..end], &old[end..]);
        let (came, went) = changed(text, row, &added);
        let name = format!("{at}Z9");
        assert!(
            came.iter().any(|it| it.0 == name && it.1 == "field"),
            "{added}: {came:?}"
        );
        let lost: Vec<_> = went.iter().filter(|it| it.1 == "field").collect();
        assert!(lost.is_empty(), "{added}: {lost:?}");
    }
}

#[test]
fn types_and_sentences_that_change_show_at_their_member() {
    let mut types = 0;
    for (text, row, at) in MEMBERS.iter() {
        let old = &text[row.clone()];
        for (from, to) in [
            ("string<", "boolean<"),
            ("String<", "Boolean<"),
            ("integer<", "string<"),
        ] {
            if !old.contains(from) {
                continue;
            }
            types += 1;
            let edited = old.replacen(from, to, 1);
            let (came, went) = changed(text, row, &edited);
            let is_type = |it: &&(String, String, String, String)| it.1 == "type";
            let new: Vec<_> = came.iter().filter(is_type).collect();
            assert!(!new.is_empty(), "{edited}");
            assert!(new.iter().all(|it| is_at(at, &it.0)), "{edited}: {new:?}");
            let gone: Vec<_> = went.iter().filter(is_type).collect();
            assert!(gone.iter().all(|it| is_at(at, &it.0)), "{edited}: {gone:?}");
        }
        let end = old.rfind("</td>").expect("a cell");
        let edited = format!("{} Not for zebras.{}", &old[..end], &old[end..]);
        let (came, went) = changed(text, row, &edited);
        assert!(!came.is_empty() || !went.is_empty(), "{edited}");
        let elsewhere: Vec<_> = came.iter().filter(|it| !is_at(at, &it.0)).collect();
        assert!(elsewhere.is_empty(), "{edited}: {elsewhere:?}");
    }
    assert!(types > 40, "{types}");
}

#[test]
fn rows_that_move_within_their_table_change_nothing() {
    let mut moved = 0;
    let is_member =
        |text: &str, row: &Range<usize>| MEMBERS.iter().any(|it| it.0 == text && it.1 == *row);
    for (text, row, at) in MEMBERS.iter() {
        let next = rows(text).into_iter().find(|it| it.start >= row.end);
        let Some(next) =
            next.filter(|it| text[row.end..it.start].trim().is_empty() && is_member(text, it))
        else {
            continue;
        };
        // A row that stands further to the right belongs to the one above it.
        let is_flat = |row: &str| {
            !["level", "depth", "indent", "padding", "└", "- "]
                .iter()
                .any(|it| row.contains(it))
        };
        let both = &text[row.start..next.end];
        if table(text, row).contains("span=")
            || !is_flat(both)
            || both.contains('.') && both.contains("object")
        {
            continue;
        }
        moved += 1;
        let swapped = format!("{}{}", &text[next.clone()], &text[row.clone()]);
        let (came, went) = changed(text, &(row.start..next.end), &swapped);
        assert!(
            came.is_empty() && went.is_empty(),
            "{at}: {came:?} {went:?}"
        );
    }
    assert!(moved > 20, "{moved}");
}

#[test]
fn an_operation_that_is_added_shows_by_its_name() {
    let text = html::OWN[0];
    let place = text
        .rfind("<h4")
        .or_else(|| text.rfind("<h3"))
        .expect("a heading");
    let added = "<h4>flyKite</h4><p>Flies a kite. Returns <em>True</em>.</p><table><thead><tr>\
        <th>Parameter</th><th>Type</th><th>Required</th><th>Description</th></tr></thead><tbody>\
        <tr><td>kite_id</td><td>Integer</td><td>Yes</td><td>Which kite</td></tr></tbody></table>";
    let edited = format!("{}{added}{}", &text[..place], &text[place..]);
    let (before, after) = (fields(&read(text)), fields(&read(&edited)));
    let new: Vec<&String> = after.difference(&before).collect();
    assert_eq!(
        new,
        ["operations/flyKite", "operations/flyKite/request/kite_id"]
    );
    assert_eq!(before.difference(&after).count(), 0);
}
