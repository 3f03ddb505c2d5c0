//! Objects with documented members: one loop for all of them.

use serde_json::{Map, Value};

use super::head::Head;
use super::reader::Step;
use super::{Fit, Kind, Members, MisfitKind, Mismatch, Part, Reader, Slot, text};

/// The names that an object has besides its members.
pub(super) const NAME: Mismatch = Mismatch::new("a name", "half a character");
pub(super) const TWICE: Mismatch = Mismatch::new("a name once", "it again");
const TWO_NAMES: Mismatch = Mismatch::new(
    "one name of a member",
    "another name of the same member, too",
);
const UNDOCUMENTED: Mismatch = Mismatch::new("the name of a documented member", "another name");
const OBJECT: &str = "an object";

/// Where a member was found that is not read yet, or has been.
#[derive(Clone, Copy)]
struct Seen<'t> {
    /// Which of its names it went by.
    nth: usize,
    written: &'t str,
    place: usize,
}

/// An object in the course of reading.
struct Filling<'f, 's, 't> {
    members: &'f Members,
    slots: &'f mut [&'s mut dyn Slot],
    extra: Option<&'f mut Map<String, Value>>,
    /// Whether members of the head are read from there.
    has_head: bool,
    seen: Vec<Option<Seen<'t>>>,
}

impl<'t> Reader<'t> {
    /// Takes the next value as an object with these members, one slot for each.
    ///
    /// What an answer has besides goes to `extra`; a request is not asked for it. A member that
    /// does not fit is made absent, and told as a misfit; if it cannot be absent, the body as a
    /// whole does not fit, and so is a request in both cases.
    pub fn object(
        &mut self,
        members: &Members,
        slots: &mut [&mut dyn Slot],
        mut extra: Option<&mut Map<String, Value>>,
    ) -> Fit {
        if let Some(extra) = &mut extra {
            extra.clear();
        }
        let around = (self.case.take(), self.lenient, self.as_text);
        let head = self.head.take();
        let mut filling = Filling {
            has_head: head.is_some(),
            seen: vec![None; members.all.len()],
            members,
            slots,
            extra,
        };
        let fit = self.entries(&mut |from, written| filling.member(from, written));
        if fit.is_ok() {
            filling.beside(self, head);
            filling.chosen(self);
            filling.missing(self);
        }
        (self.case, self.lenient, self.as_text) = around;
        fit
    }

    /// Goes through the entries of an object. `each` takes one value, or leaves it.
    pub(super) fn entries(&mut self, each: &mut dyn FnMut(&mut Self, &'t str)) -> Fit {
        if self.kind() != Kind::Object {
            return self.empty_list();
        }
        self.deeper()?;
        self.cursor.open(b'{');
        while let Some(written) = self.cursor.name() {
            self.path.push(Step::Name(written));
            let place = self.cursor.place();
            each(self, written);
            if self.cursor.place() == place {
                self.cursor.skip();
            }
            self.path.pop();
        }
        Ok(())
    }

    /// Tells that a name stands twice, and what it held before.
    fn twice(&mut self, before: Seen<'t>) {
        let place = self.cursor.place();
        self.cursor.go(before.place);
        let raw = self.raw();
        self.cursor.go(place);
        self.note(MisfitKind::Repeated, TWICE, raw);
    }

    /// An answer keeps the other one; nobody can say which of two a server takes.
    fn two_names(&mut self) {
        if !self.is_answer() {
            self.refuse(TWO_NAMES, "");
        }
    }

    /// Some write `[]` for an object without members.
    fn empty_list(&mut self) -> Fit {
        let mismatch = self.mismatch(OBJECT);
        let place = self.cursor.place();
        let is_empty = self.cursor.open(b'[') && self.cursor.peek() == Some(b']');
        if is_empty && self.is_answer() {
            self.cursor.open(b']');
            let raw = self.cursor.since(place);
            self.note(
                MisfitKind::EmptyList,
                Mismatch::new(OBJECT, "an empty list"),
                raw,
            );
            return Ok(());
        }
        self.cursor.go(place);
        Err(mismatch)
    }
}

impl<'t> Filling<'_, '_, 't> {
    /// Reads one member, or keeps it for later.
    fn member(&mut self, from: &mut Reader<'t>, written: &'t str) {
        let Some(name) = text::meant(written) else {
            let raw = from.raw();
            return from.note(MisfitKind::LeftOut, NAME, raw);
        };
        let likely = self.seen.iter().position(Option::is_none).unwrap_or(0);
        let found = self.members.find(&name, likely);
        let Some((index, nth)) = found.filter(|it| self.is_of_body(it.0)) else {
            return if self.members.closed && !from.is_answer() {
                self.refuse(from, &name);
            } else {
                self.keep(from, &name);
            };
        };
        let now = Seen {
            nth,
            written,
            place: from.cursor.place(),
        };
        if from.is_answer() && self.is_nothing(from, index) && self.leave_out(from, index, now) {
            return;
        }
        match self.seen.get(index).copied().flatten() {
            Some(before) if nth == before.nth => from.twice(before),
            Some(before) if nth > before.nth => {
                from.two_names();
                return self.keep(from, &name);
            }
            Some(before) => {
                from.two_names();
                self.keep_earlier(from, before, now.place);
            }
            None => {}
        }
        self.see(index, Some(now));
        if self
            .members
            .all
            .get(index)
            .is_some_and(|it| it.by.is_none())
        {
            self.fill(from, index);
        }
    }

    /// Whether the member is to be read from the body.
    fn is_of_body(&self, index: usize) -> bool {
        let part = self.members.all.get(index).map(|it| it.part);
        !self.has_head || part == Some(Part::Body)
    }

    /// Reads the members that stand beside the body.
    fn beside(&mut self, from: &mut Reader<'t>, head: Option<&dyn Head>) {
        let Some(head) = head else { return };
        let members = self.members.all.iter().zip(&mut *self.slots);
        for (member, slot) in members.filter(|it| it.0.part != Part::Body) {
            let text = member.text(head);
            let text = text.filter(|it| self.members.empty_is_value || !it.is_empty());
            from.beside(member, text.as_deref(), &mut **slot);
        }
    }

    fn see(&mut self, index: usize, what: Option<Seen<'t>>) {
        if let Some(seen) = self.seen.get_mut(index) {
            *seen = what;
        }
    }

    /// Whether the next value counts as absent, for a member that may be.
    fn is_nothing(&self, from: &mut Reader<'t>, index: usize) -> bool {
        match from.kind() {
            Kind::Null => !self.slots.get(index).is_some_and(|it| it.takes_null()),
            Kind::Text => !self.members.empty_is_value && from.is_empty_text(),
            _ => false,
        }
    }

    /// Takes a member of an answer for absent, and takes back what stood under the same name.
    /// False where it is guaranteed.
    fn leave_out(&mut self, from: &mut Reader<'t>, index: usize, now: Seen<'t>) -> bool {
        let before = self.seen.get(index).copied().flatten();
        if before.is_some_and(|it| it.nth != now.nth) {
            return true;
        }
        let is_absent = self.slots.get_mut(index).is_some_and(|it| it.absent());
        if let Some(before) = before.filter(|_| is_absent) {
            from.twice(before);
            self.see(index, None);
        }
        is_absent
    }

    /// Reads the value into the slot of a member.
    fn fill(&mut self, from: &mut Reader<'t>, index: usize) {
        let member = self.members.all.get(index);
        from.lenient = member.is_some_and(|it| it.lenient) || from.is_answer() || from.takes_texts;
        from.as_text = member.is_some_and(|it| it.as_text);
        let is_nothing = self.is_nothing(from, index);
        let Some(slot) = self.slots.get_mut(index) else {
            return;
        };
        if is_nothing && slot.absent() {
            from.raw();
        } else if let Err((mismatch, raw)) = from.take(&mut **slot) {
            if slot.absent() {
                from.note(MisfitKind::LeftOut, mismatch, raw);
            } else {
                from.refuse(mismatch, raw);
            }
        }
    }

    /// Reads the members whose case a sibling chooses, which may have come after them.
    fn chosen(&mut self, from: &mut Reader<'t>) {
        let end = from.cursor.place();
        for (index, member) in self.members.all.iter().enumerate() {
            let seen = self.seen.get(index).copied().flatten();
            let (Some(by), Some(seen)) = (member.by, seen) else {
                continue;
            };
            from.case = self
                .slots
                .get(by)
                .and_then(|it| it.text())
                .map(str::to_owned);
            from.cursor.go(seen.place);
            from.path.push(Step::Name(seen.written));
            self.fill(from, index);
            from.path.pop();
        }
        from.case = None;
        from.cursor.go(end);
    }

    /// Makes absent what was not there. What cannot be absent makes the body unfit.
    fn missing(&mut self, from: &mut Reader<'t>) {
        let end = from.cursor.place();
        let members = self.members.all.iter().zip(&mut *self.slots);
        for ((member, slot), seen) in members.zip(&self.seen) {
            let is_beside = self.has_head && member.part != Part::Body;
            if is_beside || seen.is_some() || slot.absent() {
                continue;
            }
            from.path.push(Step::Known(member.name));
            // Where nothing comes any more, a slot says what it expected.
            from.cursor.end();
            if let Err(mismatch) = slot.read(from) {
                from.refuse(mismatch, "");
            }
            from.path.pop();
        }
        from.cursor.go(end);
    }

    fn keep_earlier(&mut self, from: &mut Reader<'t>, before: Seen<'t>, place: usize) {
        let now = from.path.pop();
        from.path.push(Step::Name(before.written));
        from.cursor.go(before.place);
        self.keep(from, &text::shown(before.written));
        from.cursor.go(place);
        from.path.pop();
        from.path.extend(now);
    }

    /// Refuses a member that nobody documented, unless it counts as absent.
    fn refuse(&self, from: &mut Reader<'t>, name: &str) {
        let is_nothing = match from.kind() {
            Kind::Null => true,
            Kind::Text => !self.members.empty_is_value && from.is_empty_text(),
            _ => false,
        };
        if !is_nothing {
            let is_free = |index: usize| self.seen.get(index).is_some_and(Option::is_none);
            let near = self.members.near(name, is_free);
            from.refuse(UNDOCUMENTED.near(near), "");
        }
    }

    /// Keeps a member that has no slot.
    fn keep(&mut self, from: &mut Reader<'t>, name: &str) {
        let Some(extra) = self.extra.as_deref_mut() else {
            return;
        };
        from.keep(extra, name);
    }
}
