//! Members of an answer that stand beside its body: in its headers, or in its status.

use super::{Member, MisfitKind, Part, Reader, Slot};
use super::{head::Head, reader::Mode};

impl Member {
    /// What the head says of this member.
    pub(super) fn text(&self, head: &dyn Head) -> Option<String> {
        match self.part {
            Part::Body => None,
            Part::Header(name) => head.header(name),
            Part::Status => Some(head.status().to_string()),
        }
    }

    /// The text of a header as JSON: a text, or a list of them.
    fn json(&self, text: &str) -> String {
        if self.is_list {
            let items: Vec<&str> = text.split(',').map(str::trim).collect();
            serde_json::Value::from(items).to_string()
        } else {
            serde_json::Value::from(text).to_string()
        }
    }
}

impl Reader<'_> {
    /// Reads what the head says of a member into its slot. Texts stand for numbers and booleans.
    pub(super) fn beside(&mut self, member: &Member, text: Option<&str>, slot: &mut dyn Slot) {
        if text.is_none() && slot.absent() {
            return;
        }
        // Where nothing comes, a slot says what it expected.
        let json = text.map_or_else(String::new, |it| member.json(it));
        let mut inner = Reader::new(&json, Mode::Answer);
        inner.takes_texts = true;
        inner.as_text = member.as_text;
        if let Part::Header(name) = member.part {
            inner.header = Some(name);
        }
        if let Err((mismatch, raw)) = inner.take(slot) {
            if slot.absent() {
                inner.note(MisfitKind::LeftOut, mismatch, raw);
            } else {
                inner.refuse(mismatch, raw);
            }
        }
        self.misfits.append(inner.misfits);
        self.problems.append(inner.problems);
    }
}
