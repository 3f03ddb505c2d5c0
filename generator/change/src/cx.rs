//! What the comparison of every subject needs: both contracts, what is what, and where changes go.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
};

use stipula_contract::{Api, Evidence, Field, FieldId, Named, Type, TypeId};

use crate::{Change, Origin, Row, Side, merged::Merged, places::Places, types::Types};

/// Both sides, and what was found.
pub(crate) struct Cx<'a> {
    pub(crate) old: &'a Api,
    pub(crate) new: &'a Api,
    pub(crate) types: Types,
    sides: (Side<'a>, Side<'a>),
    places: (Places, Places),
    /// Members of old objects, and values of old enums, that are called otherwise now.
    renamed: RefCell<BTreeMap<(TypeId, String), String>>,
    merged: OnceCell<Merged>,
    found: RefCell<Vec<Change>>,
}

/// Where something is, on both sides.
#[derive(Debug, Clone)]
pub(crate) struct At {
    pub(crate) place: String,
    pub(crate) old: Option<Named>,
    pub(crate) new: Option<Named>,
    pub(crate) pages: Vec<String>,
}

/// What is said of a change.
#[derive(Debug, Default)]
pub(crate) struct Said {
    what: String,
    old: Option<String>,
    new: Option<String>,
    case: Option<String>,
    guess: bool,
}

impl Said {
    pub(crate) fn of(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            ..Self::default()
        }
    }

    pub(crate) fn was(mut self, old: impl Into<String>) -> Self {
        self.old = Some(old.into());
        self
    }

    pub(crate) fn is(mut self, new: impl Into<String>) -> Self {
        self.new = Some(new.into());
        self
    }

    pub(crate) fn case(mut self, case: Option<String>) -> Self {
        self.case = case;
        self
    }

    pub(crate) const fn guessed(mut self) -> Self {
        self.guess = true;
        self
    }
}

impl At {
    pub(crate) fn new(place: impl Into<String>, old: Option<Named>, new: Option<Named>) -> Self {
        Self {
            place: place.into(),
            old,
            new,
            pages: Vec::new(),
        }
    }

    /// With the page that a claim rests on.
    pub(crate) fn by(mut self, evidence: &Evidence) -> Self {
        let page = evidence.source.iter().filter(|it| !self.pages.contains(it));
        let page: Vec<String> = page.cloned().collect();
        self.pages.extend(page);
        self
    }
}

impl<'a> Cx<'a> {
    pub(crate) fn new(old: Side<'a>, new: Side<'a>, types: Types) -> Self {
        Self {
            old: old.api,
            new: new.api,
            types,
            places: (Places::of(old.api), Places::of(new.api)),
            sides: (old, new),
            renamed: RefCell::default(),
            merged: OnceCell::new(),
            found: RefCell::default(),
        }
    }

    /// Notes a change.
    pub(crate) fn tell(&self, at: &At, row: Row, topic: &'static str, said: Said) {
        let mut items: Vec<String> = Vec::new();
        let paths = [(self.sides.0, at.old), (self.sides.1, at.new)];
        for (side, named) in paths {
            let path = named.map(|it| side.items.path(it));
            items.extend(path.filter(|it| !it.is_empty()));
        }
        items.dedup();
        self.found.borrow_mut().push(Change {
            row,
            also: Vec::new(),
            place: at.place.clone(),
            topic,
            what: said.what,
            old: said.old,
            new: said.new,
            case: said.case,
            guess: said.guess,
            origin: self.origin(&at.place),
            old_at: at.old,
            new_at: at.new,
            items,
            pages: at.pages.clone(),
        });
    }

    /// Whether the kept facts of pages moved at a place or below it.
    pub(crate) fn is_moved(&self, place: &str) -> bool {
        let is_here = |it: &String| {
            it.strip_prefix(place)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let mut sides = [self.sides.0.moved, self.sides.1.moved].into_iter();
        sides.any(|moved| {
            moved
                .range(place.to_owned()..)
                .take_while(|it| it.starts_with(place))
                .any(is_here)
        })
    }

    fn origin(&self, place: &str) -> Origin {
        if self.is_moved(place) {
            Origin::Upstream
        } else {
            Origin::Curation
        }
    }

    /// All that was noted.
    pub(crate) fn found(self) -> Vec<Change> {
        self.found.into_inner()
    }

    /// Where a type is: at its new place, or at its old one when it is gone.
    pub(crate) fn at_type(&self, old: Option<&Type>, new: Option<&Type>) -> At {
        let place = match (old, new) {
            (_, Some(it)) => self.places.1.of_type(it),
            (Some(it), None) => self.places.0.of_type(it),
            (None, None) => String::new(),
        };
        let named = |it: Option<&Type>| it.map(|it| Named::Type(it.id));
        let at = At::new(place, named(old), named(new));
        [old, new]
            .into_iter()
            .flatten()
            .fold(at, |at, it| at.by(&it.evidence))
    }

    /// Where a member is.
    pub(crate) fn at_field(
        &self,
        old: Option<(&Type, &Field)>,
        new: Option<(&Type, &Field)>,
    ) -> At {
        let place = match (old, new) {
            (_, Some((ty, it))) => self.places.1.of_field(self.new, ty, it),
            (Some((ty, it)), None) => self.places.0.of_field(self.old, ty, it),
            (None, None) => String::new(),
        };
        let named = |it: Option<(&Type, &Field)>| it.map(|it| Named::Field(it.1.id));
        let at = At::new(place, named(old), named(new));
        [old, new]
            .into_iter()
            .flatten()
            .fold(at, |at, it| at.by(&it.1.evidence))
    }

    /// The names of something in Rust, without what is around it.
    pub(crate) fn rust_names(&self, old: Named, new: Named) -> (String, String) {
        (self.sides.0.items.name(old), self.sides.1.items.name(new))
    }

    /// Whether a member stands in a box, on both sides.
    pub(crate) fn is_boxed(&self, old: FieldId, new: FieldId) -> (bool, bool) {
        (
            self.sides.0.items.is_boxed(old),
            self.sides.1.items.is_boxed(new),
        )
    }

    pub(crate) fn rename(&self, of: TypeId, old: &str, new: &str) {
        let mut renamed = self.renamed.borrow_mut();
        renamed.insert((of, old.to_owned()), new.to_owned());
    }

    /// What a member of an old object, or a value of an old enum, is called now.
    pub(crate) fn now_called(&self, of: TypeId, wire: &str) -> Option<String> {
        self.renamed.borrow().get(&(of, wire.to_owned())).cloned()
    }

    /// Types of both sides, for the cases of conditions.
    pub(crate) fn merged(&self) -> &Merged {
        self.merged
            .get_or_init(|| Merged::of(self.old, self.new, &self.types))
    }
}
