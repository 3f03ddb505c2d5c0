//! Places of a body at which the model says what stands there.

use serde_json::{Map, Value};
use stipula_contract::{Api, Item, TypeId, TypeKind, TypeRef};
use stipula_logic::judge::{chosen, shape};

/// A value of a body, or a member that may be there.
#[derive(Debug, Clone)]
pub(super) struct Slot<'a> {
    pub(super) pointer: String,
    pub(super) item: &'a Item,
    /// The sample of the page, for a member.
    pub(super) sample: Option<&'a str>,
    /// Aliases of a member.
    pub(super) aliases: &'a [String],
    /// Key of the nearest map.
    pub(super) key: Option<String>,
}

/// Every object and slot of a body.
#[derive(Debug, Default)]
pub(super) struct Slots<'a> {
    /// Pointers of the objects.
    pub(super) objects: Vec<String>,
    pub(super) slots: Vec<Slot<'a>>,
}

impl<'a> Slots<'a> {
    pub(super) fn of(api: &'a Api, id: TypeId, body: &Value) -> Self {
        let mut slots = Self::default();
        slots.object(api, id, body, "", None);
        slots
    }

    fn object(
        &mut self,
        api: &'a Api,
        id: TypeId,
        value: &Value,
        pointer: &str,
        key: Option<&String>,
    ) {
        let (TypeKind::Object(object), Value::Object(members)) = (&api.type_(id).kind, value)
        else {
            return;
        };
        self.objects.push(pointer.to_owned());
        for field in &object.fields {
            let at = below(pointer, &field.wire);
            self.slots.push(Slot {
                pointer: at.clone(),
                item: &field.item,
                sample: field.sample.as_deref(),
                aliases: &field.aliases,
                key: key.cloned(),
            });
            if let Some(value) = members.get(&field.wire) {
                self.inside(api, &field.item, value, members, &at, key);
            }
        }
    }

    fn inside(
        &mut self,
        api: &'a Api,
        item: &'a Item,
        value: &Value,
        siblings: &Map<String, Value>,
        at: &str,
        key: Option<&String>,
    ) {
        match (&item.ty, value) {
            (TypeRef::Object(id), _) => self.object(api, *id, value, at, key),
            (TypeRef::Union(id), _) => {
                let own = value.as_object().unwrap_or(siblings);
                if let Some(case) = chosen(api, *id, own, siblings) {
                    self.object(api, case, value, at, key);
                }
            }
            (TypeRef::Any(id), _) => {
                if let Some(shape) = shape(api, *id, value) {
                    self.inside(api, &shape.item, value, siblings, at, key);
                }
            }
            (TypeRef::List(of), Value::Array(items)) => {
                for (index, value) in items.iter().enumerate() {
                    let at = format!("{at}/{index}");
                    self.slot(&at, of, key);
                    self.inside(api, of, value, siblings, &at, key);
                }
            }
            (TypeRef::Map { of, .. }, Value::Object(entries)) => {
                for (key, value) in entries {
                    let at = below(at, key);
                    self.slot(&at, of, Some(key));
                    self.inside(api, of, value, siblings, &at, Some(key));
                }
            }
            _ => {}
        }
    }

    fn slot(&mut self, at: &str, item: &'a Item, key: Option<&String>) {
        self.slots.push(Slot {
            pointer: at.to_owned(),
            item,
            sample: None,
            aliases: &[],
            key: key.cloned(),
        });
    }
}

/// A pointer with one more token.
pub(super) fn below(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}
