//! A status machine as a drawing: the same bytes on every machine, and readable without eyes.
//!
//! Statuses stand in columns by how many transitions lead to them at least; a transition goes along
//! a curve from the right side of one box to the left side of the other, one back below both.

use std::fmt::Write;

use crate::view::values::Machine;

use super::html::escape;

const HEIGHT: usize = 34;
const GAP: usize = 22;
const BETWEEN: usize = 74;
const LETTER: usize = 8;
const MARGIN: usize = 12;

/// A box.
struct Node<'a> {
    text: &'a str,
    column: usize,
    x: usize,
    y: usize,
    width: usize,
    is_final: bool,
}

/// The drawing of a status machine. `id` is unique on the page.
pub(super) fn svg(it: &Machine<'_>, name: &str, id: &str) -> String {
    let nodes = placed(it);
    let right = nodes.iter().map(|it| it.x + it.width).max().unwrap_or(0);
    let bottom = nodes.iter().map(|it| it.y + HEIGHT).max().unwrap_or(0);
    let transitions = it.transitions.iter().enumerate();
    let edges: Vec<(usize, usize)> = transitions
        .flat_map(|(from, to)| to.iter().map(move |to| (from, *to)))
        .collect();
    let back = edges
        .iter()
        .filter(|(from, to)| nodes[*to].column <= nodes[*from].column)
        .count();
    let (width, height) = (right + MARGIN, bottom + MARGIN + back * 14);
    let mut out = format!(
        "<svg class=\"machine\" id=\"{id}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">How {name} moves</title><desc id=\"{id}-d\">{told}</desc><defs><marker id=\"{id}-a\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>",
        name = escape(name),
        told = escape(&told(it)),
    );
    let mut below = 0;
    for (from, to) in edges {
        let path = curve(&nodes[from], &nodes[to], bottom, &mut below);
        let _ = write!(
            out,
            "<path class=\"move\" d=\"{path}\" marker-end=\"url(#{id}-a)\"/>"
        );
    }
    for node in &nodes {
        boxed(&mut out, node);
    }
    out.push_str("</svg>");
    out
}

/// The transitions in words: the alternative to the drawing.
fn told(it: &Machine<'_>) -> String {
    let line = |(from, to): (&str, Vec<&str>)| {
        if to.is_empty() {
            format!("{from} is final.")
        } else {
            format!("From {from} to {}.", to.join(" or "))
        }
    };
    let lines: Vec<String> = it.rows().map(line).collect();
    lines.join(" ")
}

fn placed<'a>(it: &Machine<'a>) -> Vec<Node<'a>> {
    let columns = columns(it.states.len(), &it.transitions);
    let last = columns.iter().copied().max().unwrap_or(0);
    let mut nodes: Vec<Node<'a>> = Vec::new();
    let width = |text: &str| text.chars().count() * LETTER + 24;
    let mut rows = vec![0; last + 1];
    let widest = |column: usize| {
        let of = it.states.iter().zip(&columns).filter(|it| *it.1 == column);
        of.map(|it| width(it.0)).max().unwrap_or(0)
    };
    let lefts: Vec<usize> = (0..=last)
        .scan(MARGIN, |x, column| {
            let left = *x;
            *x += widest(column) + BETWEEN;
            Some(left)
        })
        .collect();
    for (index, text) in it.states.iter().copied().enumerate() {
        let column = columns[index];
        nodes.push(Node {
            text,
            column,
            x: lefts[column],
            y: MARGIN + rows[column] * (HEIGHT + GAP),
            width: width(text),
            is_final: it.transitions.get(index).is_none_or(Vec::is_empty),
        });
        rows[column] += 1;
    }
    nodes
}

/// Fewest transitions from a status that none leads to; from the first where there is none such.
fn columns(count: usize, transitions: &[Vec<usize>]) -> Vec<usize> {
    let is_reached = |index: usize| {
        let mut others = transitions
            .iter()
            .enumerate()
            .filter(|(from, _)| *from != index);
        others.any(|(_, to)| to.contains(&index))
    };
    let mut starts: Vec<usize> = (0..count).filter(|it| !is_reached(*it)).collect();
    if starts.is_empty() && count > 0 {
        starts.push(0);
    }
    let mut found: Vec<Option<usize>> = vec![None; count];
    let mut column = 0;
    while !starts.is_empty() {
        let mut next = Vec::new();
        for index in starts {
            if index < count && found[index].is_none() {
                found[index] = Some(column);
                next.extend(transitions.get(index).into_iter().flatten().copied());
            }
        }
        (starts, column) = (next, column + 1);
    }
    found.into_iter().map(Option::unwrap_or_default).collect()
}

fn curve(from: &Node<'_>, to: &Node<'_>, bottom: usize, below: &mut usize) -> String {
    let middle = HEIGHT / 2;
    if to.column > from.column {
        let (x1, y1, x2, y2) = (from.x + from.width, from.y + middle, to.x, to.y + middle);
        let half = (x2 - x1) / 2;
        return format!("M{x1} {y1}C{} {y1} {} {y2} {x2} {y2}", x1 + half, x2 - half);
    }
    *below += 1;
    let depth = bottom + *below * 14;
    let (x1, x2) = (from.x + from.width * 3 / 4, to.x + to.width / 4);
    let (y1, y2) = (from.y + HEIGHT, to.y + HEIGHT);
    format!("M{x1} {y1}C{x1} {depth} {x2} {depth} {x2} {y2}")
}

fn boxed(out: &mut String, node: &Node<'_>) {
    let Node { x, y, width, .. } = node;
    let class = if node.is_final {
        "state final"
    } else {
        "state"
    };
    let _ = write!(
        out,
        "<g class=\"{class}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\" rx=\"8\"/>"
    );
    if node.is_final {
        let _ = write!(
            out,
            "<rect class=\"inner\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\"/>",
            x + 3,
            y + 3,
            width.saturating_sub(6),
            HEIGHT - 6
        );
    }
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\">{}</text></g>",
        x + width / 2,
        y + HEIGHT / 2 + 4,
        escape(node.text)
    );
}
