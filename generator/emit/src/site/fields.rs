//! Members of an object, with everything inside them, as a page unfolds them.

use serde::Serialize;

use crate::markdown::fields::need;
use stipula_contract::{
    Api, Constraint, EnumValue, Evidence, Field, FieldRule, Item, Module, Object, Presence,
    RuleMeta, Severity, Type, TypeId, TypeKind, TypeRef,
};

use super::{
    html::{blocks, inline},
    machine,
    place::{Chip, Page, checked, token},
    scenarios::Needs,
};

/// From so many members on, a type that was told already is referred to.
const MANY: usize = 400;

/// A member.
#[derive(Debug, Serialize)]
pub(super) struct Member {
    pub(super) anchor: String,
    /// From the body: `texts.*.title`.
    pub(super) path: String,
    pub(super) name: String,
    pub(super) ty: String,
    pub(super) need: &'static str,
    /// What it is in each scenario, one letter each; empty without scenarios.
    needs: String,
    /// The rule that the word beside the name says in full.
    pub(super) always: Option<String>,
    pub(super) doc: String,
    deprecated: Option<String>,
    pub(super) rules: Vec<Rule>,
    default: Option<String>,
    sample: Option<String>,
    aliases: Vec<String>,
    lenient: bool,
    sensitive: bool,
    pub(super) values: Option<Values>,
    chips: Vec<Chip>,
    pub(super) groups: Vec<Group>,
    /// Where the type inside it was told already.
    see: Option<(String, String)>,
}

/// A rule about a member.
#[derive(Debug, Serialize)]
pub(super) struct Rule {
    pub(super) anchor: String,
    pub(super) id: String,
    is_warning: bool,
    pub(super) sentence: String,
    doc: String,
    server_code: Option<String>,
    chips: Vec<Chip>,
}

/// Documented texts.
#[derive(Debug, Serialize)]
pub(super) struct Values {
    pub(super) name: String,
    doc: String,
    open: bool,
    pub(super) rows: Vec<Value>,
    machine: Option<String>,
    chips: Vec<Chip>,
}

/// A documented text.
#[derive(Debug, Serialize)]
pub(super) struct Value {
    pub(super) text: String,
    pub(super) doc: String,
    chips: Vec<Chip>,
}

/// Members inside a member; several groups when a sibling chooses.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    /// The anchor of the member, unless lists, maps or cases are in between.
    anchor: String,
    pub(super) name: String,
    doc: String,
    /// The sibling and the values that choose this group.
    when: Option<(String, Vec<String>)>,
    pub(super) members: Vec<Member>,
}

/// Makes the members of one body.
pub(super) struct Tree<'p, 'a> {
    page: &'p Page<'a>,
    api: &'a Api,
    outer: &'a Evidence,
    needs: Needs<'a>,
    /// Objects around the current one, and those that were told, each with the anchor.
    open: Vec<(TypeId, String)>,
    told: Vec<(TypeId, String)>,
    drawn: Vec<TypeId>,
    count: usize,
}

/// Where a member is: its path for people, and its anchor.
#[derive(Clone)]
struct At {
    path: String,
    anchor: String,
}

impl<'p, 'a> Tree<'p, 'a> {
    pub(super) fn new(page: &'p Page<'a>, outer: &'a Evidence, needs: Needs<'a>) -> Self {
        Self {
            page,
            api: page.api,
            outer,
            needs,
            open: Vec::new(),
            told: Vec::new(),
            drawn: Vec::new(),
            count: 0,
        }
    }

    /// The members of a body; `root` begins every anchor.
    pub(super) fn body(&mut self, id: TypeId, root: &str) -> Vec<Member> {
        let at = At {
            path: String::new(),
            anchor: root.to_owned(),
        };
        self.members(id, &at)
    }

    fn members(&mut self, id: TypeId, at: &At) -> Vec<Member> {
        let ty = self.api.type_(id);
        let Some(object) = ty.object() else {
            return Vec::new();
        };
        self.open.push((id, at.anchor.clone()));
        self.told.push((id, at.anchor.clone()));
        let members = object.fields.iter();
        let members = members
            .map(|field| self.member(ty, object, field, at))
            .collect();
        self.open.pop();
        members
    }

    fn member(&mut self, ty: &'a Type, object: &'a Object, field: &'a Field, at: &At) -> Member {
        self.count += 1;
        let dot = if at.path.is_empty() { "" } else { "." };
        let here = At {
            path: format!("{}{dot}{}", at.path, field.wire),
            anchor: format!("{}.{}", at.anchor, token(&field.wire)),
        };
        let is_request = ty.module != Module::Response;
        let always = field.presence.iter().find(|it| it.always_requires());
        let (groups, see) = self.inside(&field.item, &here);
        Member {
            need: need(field, ty.module),
            needs: if is_request {
                self.needs.of(&here.path)
            } else {
                String::new()
            },
            always: always.filter(|_| is_request).map(|it| it.meta.id.clone()),
            name: field.wire.clone(),
            ty: self.page.type_words(&field.item),
            doc: blocks(&field.doc),
            deprecated: field.deprecated.as_ref().map(|why| inline(why)),
            rules: if is_request {
                self.rules(object, field, &here)
            } else {
                Vec::new()
            },
            default: field.default.clone(),
            sample: field.sample.clone(),
            aliases: field.aliases.clone(),
            lenient: field.lenient,
            sensitive: field.sensitive,
            values: self.values(&field.item, &here),
            chips: self.marks(field),
            groups,
            see,
            anchor: here.anchor,
            path: here.path,
        }
    }

    /// Evidence, and what pages make of it.
    fn marks(&self, field: &Field) -> Vec<Chip> {
        let mut chips = self.page.chips(&field.evidence, self.outer);
        chips.extend(checked(self.page.api.provenance.field(field.id)));
        chips
    }

    fn rules(&self, object: &Object, field: &Field, at: &At) -> Vec<Rule> {
        let mut rules = Vec::new();
        let is_told = |when_always: bool, kind: Presence| {
            kind == Presence::Required && when_always && field.always_required()
        };
        for rule in &field.presence {
            if !is_told(rule.when.is_always(), rule.kind) {
                rules.push(self.rule(&rule.meta, &field.evidence, at));
            }
        }
        self.limits(&field.item, &field.evidence, at, &mut rules);
        let between = object.rules.iter().filter(|it| it.at == field.wire);
        rules.extend(between.map(|it: &FieldRule| Rule {
            server_code: it.server_code.clone(),
            ..self.rule(&it.meta, &field.evidence, at)
        }));
        rules
    }

    fn limits(&self, item: &Item, outer: &Evidence, at: &At, rules: &mut Vec<Rule>) {
        let own = item.constraints.iter();
        rules.extend(own.map(|it: &Constraint| self.rule(&it.meta, outer, at)));
        if let TypeRef::List(of) | TypeRef::Map { of, .. } = &item.ty {
            self.limits(of, outer, at, rules);
        }
    }

    fn rule(&self, meta: &RuleMeta, field: &Evidence, at: &At) -> Rule {
        let own = meta.id.rsplit('.').next().unwrap_or(&meta.id);
        let outer = Evidence {
            source: field.source.clone().or_else(|| self.outer.source.clone()),
            ..field.clone()
        };
        Rule {
            anchor: format!("{}--{}", at.anchor, token(own)),
            id: meta.id.clone(),
            is_warning: meta.severity == Severity::Warning,
            sentence: inline(&meta.sentence),
            doc: inline(&meta.doc),
            server_code: None,
            chips: self.page.chips(&meta.evidence, &outer),
        }
    }

    /// The documented texts of a member, of its items, or of its keys.
    fn values(&mut self, item: &Item, at: &At) -> Option<Values> {
        let id = match &item.ty {
            TypeRef::Enum(id) | TypeRef::Map { key: Some(id), .. } => *id,
            TypeRef::List(of) | TypeRef::Map { of, .. } => return self.values(of, at),
            _ => return None,
        };
        let ty = self.api.type_(id);
        let TypeKind::Enum(it) = &ty.kind else {
            return None;
        };
        let is_new = !self.drawn.contains(&id);
        self.drawn.push(id);
        let row = |(at, value): (usize, &EnumValue)| {
            let standing = self.page.api.provenance.value(id, at);
            let mut chips = self.page.chips(&value.evidence, &ty.evidence);
            // Dozens of values that are simply confirmed would drown what is not.
            if !standing.exceptions.is_empty() {
                chips.extend(checked(standing));
            }
            Value {
                text: value.wire.clone(),
                doc: inline(&value.doc),
                chips,
            }
        };
        let drawing = format!("{}--moves", at.anchor);
        Some(Values {
            name: ty.name.clone(),
            doc: blocks(&ty.doc),
            open: it.open,
            rows: it.values.iter().enumerate().map(row).collect(),
            machine: machine::svg(it, &ty.name, &drawing).filter(|_| is_new),
            chips: self.page.chips(&ty.evidence, self.outer),
        })
    }

    /// What is inside a member, or where it was told.
    fn inside(&mut self, item: &Item, at: &At) -> (Vec<Group>, Option<(String, String)>) {
        match &item.ty {
            TypeRef::Object(id) => match self.told_at(*id) {
                Some(anchor) => {
                    let name = self.api.type_(*id).name.clone();
                    (Vec::new(), Some((name, anchor)))
                }
                None => (vec![self.group(*id, None, at)], None),
            },
            TypeRef::Union(id) => (self.cases(*id, at), None),
            TypeRef::List(of) | TypeRef::Map { of, .. } => {
                let below = At {
                    path: format!("{}.*", at.path),
                    anchor: format!("{}.*", at.anchor),
                };
                self.inside(of, &below)
            }
            _ => (Vec::new(), None),
        }
    }

    /// Where a type was told, when it is not to be told again.
    fn told_at(&self, id: TypeId) -> Option<String> {
        let around = self.open.iter().rev();
        let told = self.told.iter().filter(|_| self.count > MANY);
        let mut all = around.chain(told);
        all.find(|it| it.0 == id).map(|it| it.1.clone())
    }

    fn group(&mut self, id: TypeId, when: Option<(String, Vec<String>)>, at: &At) -> Group {
        let ty = self.api.type_(id);
        Group {
            anchor: at.anchor.clone(),
            name: ty.name.clone(),
            doc: blocks(&ty.doc),
            when,
            members: self.members(id, at),
        }
    }

    /// One group for each object that a sibling can choose.
    fn cases(&mut self, id: TypeId, at: &At) -> Vec<Group> {
        let TypeKind::Union(union) = &self.api.type_(id).kind else {
            return Vec::new();
        };
        let mut groups: Vec<(TypeId, Vec<String>)> = Vec::new();
        for case in &union.cases {
            match groups.iter_mut().find(|it| it.0 == case.of) {
                Some(group) => group.1.push(case.wire.clone()),
                None => groups.push((case.of, vec![case.wire.clone()])),
            }
        }
        let mut made = Vec::new();
        for (of, wires) in groups {
            let first = wires.first().cloned().unwrap_or_default();
            let below = At {
                path: format!("{}({first})", at.path),
                anchor: format!("{}-{}", at.anchor, token(&first)),
            };
            if self.open.iter().all(|it| it.0 != of) {
                made.push(self.group(of, Some((union.by.clone(), wires)), &below));
            }
        }
        made
    }
}
