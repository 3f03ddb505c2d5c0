//! Members of a body with everything inside them.

use crate::Model;
use std::collections::BTreeMap;

use stipula_contract::{
    Evidence, Field, Item, Need, Notification, Object, Operation, Outcome, Type, TypeId, TypeKind,
    TypeRef,
};

use super::{
    link::{Body, Path, Step},
    marks::{Known, Mark, beyond},
    members::{self, is_judged},
    prose::Prose,
    rules,
    values::{self, Values},
};

/// From so many members on, a type that was told already is referred to.
const MANY: usize = 400;

/// So many objects are told inside one another.
const DEEP: usize = 40;

/// A member and what is inside it.
#[derive(Debug, Clone)]
pub(crate) struct Member<'a> {
    /// From the body.
    pub(crate) path: Path<'a>,
    pub(crate) told: members::Member<'a>,
    /// What it is in each scenario; empty without scenarios.
    pub(crate) needs: Vec<Need>,
    /// Id of the rule that the word for its need says in full.
    pub(crate) always: Option<&'a str>,
    /// Its documented texts. A status machine is told with the first member that has it.
    pub(crate) values: Option<Listed<'a>>,
    /// What is inside it: several groups when a sibling chooses.
    pub(crate) groups: Vec<Group<'a>>,
    /// Name of the type inside it, whose members are not told here.
    pub(crate) see: Option<See<'a>>,
}

/// Members that are not told with the member that holds them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct See<'a> {
    /// Name of their type.
    pub(crate) name: &'a str,
    /// Where they are told; nowhere when they nest too deep.
    pub(crate) at: Option<Path<'a>>,
}

/// Documented texts beside a member.
#[derive(Debug, Clone)]
pub(crate) struct Listed<'a> {
    pub(crate) values: Values<'a>,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// Members inside a member.
#[derive(Debug, Clone)]
pub(crate) struct Group<'a> {
    /// That of the member, unless lists, maps or cases are in between.
    pub(crate) path: Path<'a>,
    /// Name of their type.
    pub(crate) name: &'a str,
    pub(crate) doc: Prose<'a>,
    /// The sibling and the values that choose this group.
    pub(crate) when: Option<(&'a str, Vec<&'a str>)>,
    pub(crate) members: Vec<Member<'a>>,
}

/// Makes the members of one body.
struct Tree<'a> {
    api: &'a Model,
    outer: Known<'a>,
    /// What members are in the scenarios, by path.
    needs: BTreeMap<&'a str, Vec<Need>>,
    /// Objects around the current one, and those that were told.
    open: Vec<(TypeId, Path<'a>)>,
    told: Vec<(TypeId, Path<'a>)>,
    drawn: Vec<TypeId>,
    count: usize,
}

/// The members of the request of an operation, with what each is in its scenarios.
pub(crate) fn request<'a>(api: &'a Model, operation: &'a Operation) -> Vec<Member<'a>> {
    let mut needs: BTreeMap<&str, Vec<Need>> = BTreeMap::new();
    for scenario in &operation.scenarios {
        for row in &scenario.needs {
            needs.entry(&row.path).or_default().push(row.need);
        }
    }
    let mut tree = Tree::new(api, &operation.evidence, needs);
    tree.members(operation.request, &Path::root(Body::Request))
}

/// The members of its answer.
pub(crate) fn response<'a>(api: &'a Model, operation: &'a Operation) -> Vec<Member<'a>> {
    let mut tree = Tree::new(api, &operation.evidence, BTreeMap::new());
    let root = Path::root(Body::Response);
    let mut members = Vec::new();
    if let Some(id) = operation.answer.innermost() {
        members.extend(tree.members(id, &root));
    }
    for it in operation.answer.by_status() {
        if let Some(id) = it.answer.innermost() {
            members.extend(tree.members(id, &root.with(Step::Case(&it.text))));
        }
    }
    members
}

/// The members of a notification.
pub(crate) fn notification<'a>(api: &'a Model, it: &'a Notification) -> Vec<Member<'a>> {
    let mut tree = Tree::new(api, &it.evidence, BTreeMap::new());
    let root = Path::root(Body::Notification(it.id));
    let of = it.body.innermost();
    of.map_or_else(Vec::new, |id| tree.members(id, &root))
}

/// The members of what a failure tells, where it has a type.
pub(crate) fn failure<'a>(api: &'a Model, it: &'a Outcome) -> Vec<Member<'a>> {
    let mut tree = Tree::new(api, &it.evidence, BTreeMap::new());
    let root = Path::root(Body::Failure);
    it.detail
        .map_or_else(Vec::new, |id| tree.members(id, &root))
}

impl<'a> Tree<'a> {
    fn new(api: &'a Model, evidence: &'a Evidence, needs: BTreeMap<&'a str, Vec<Need>>) -> Self {
        Self {
            api,
            outer: Known::from(evidence),
            needs,
            open: Vec::new(),
            told: Vec::new(),
            drawn: Vec::new(),
            count: 0,
        }
    }

    fn members(&mut self, id: TypeId, at: &Path<'a>) -> Vec<Member<'a>> {
        let ty = self.api.type_(id);
        let Some(object) = ty.object() else {
            return Vec::new();
        };
        self.open.push((id, at.clone()));
        self.told.push((id, at.clone()));
        let fields = object.fields.iter();
        let members = fields
            .map(|field| self.member(ty, object, field, at))
            .collect();
        self.open.pop();
        members
    }

    fn member(
        &mut self,
        ty: &'a Type,
        object: &'a Object,
        field: &'a Field,
        at: &Path<'a>,
    ) -> Member<'a> {
        self.count += 1;
        let path = at.with(Step::Member(&field.wire));
        let (groups, see) = self.inside(&field.item, &path);
        let mut told = members::Member::new(self.api, ty, field, self.outer);
        let (mut needs, mut always) = (Vec::new(), None);
        if is_judged(ty) {
            let known = Known::from(&field.evidence).within(self.outer);
            told.rules = rules::of_member(self.api, field, known);
            told.rules
                .extend(rules::blaming(self.api, object, field, known));
            needs = self.needs_at(&path);
            always = rules::always(field);
        }
        Member {
            told,
            needs,
            always,
            values: self.values(&field.item),
            groups,
            see,
            path,
        }
    }

    fn needs_at(&self, path: &Path<'_>) -> Vec<Need> {
        if self.needs.is_empty() {
            return Vec::new();
        }
        let needs = self.needs.get(path.words().as_str());
        needs.cloned().unwrap_or_default()
    }

    fn values(&mut self, item: &Item) -> Option<Listed<'a>> {
        let id = values::enum_of(item)?;
        let ty = self.api.type_(id);
        let mut values = values::of_type(self.api, ty)?;
        if self.drawn.contains(&id) {
            values.machine = None;
        }
        self.drawn.push(id);
        let marks = beyond(self.api, &ty.evidence, self.outer);
        Some(Listed { values, marks })
    }

    /// What is inside a member, or where it was told.
    fn inside(&mut self, item: &'a Item, at: &Path<'a>) -> (Vec<Group<'a>>, Option<See<'a>>) {
        match &item.ty {
            TypeRef::Object(id) => match self.see(*id) {
                Some(see) => (Vec::new(), Some(see)),
                None => (vec![self.group(*id, None, at)], None),
            },
            TypeRef::Union(id) => self.cases(*id, at),
            TypeRef::Any(id) => self.shapes(*id, at),
            TypeRef::List(of) | TypeRef::Map { of, .. } => self.inside(of, &at.with(Step::Each)),
            _ => (Vec::new(), None),
        }
    }

    /// What stands in place of the members of a type that is not to be told here.
    fn see(&self, id: TypeId) -> Option<See<'a>> {
        let at = self.told_at(id);
        let is_told_elsewhere = at.is_some() || self.open.len() >= DEEP;
        let name = &self.api.type_(id).name;
        is_told_elsewhere.then_some(See { name, at })
    }

    /// Where a type was told, when it is not to be told again.
    fn told_at(&self, id: TypeId) -> Option<Path<'a>> {
        let around = self.open.iter().rev();
        let told = self.told.iter().filter(|_| self.count > MANY);
        let mut all = around.chain(told);
        all.find(|it| it.0 == id).map(|it| it.1.clone())
    }

    fn group(
        &mut self,
        id: TypeId,
        when: Option<(&'a str, Vec<&'a str>)>,
        at: &Path<'a>,
    ) -> Group<'a> {
        let ty = self.api.type_(id);
        Group {
            path: at.clone(),
            name: &ty.name,
            doc: Prose::new(&ty.doc),
            when,
            members: self.members(id, at),
        }
    }

    /// What is inside each shape of a value.
    fn shapes(&mut self, id: TypeId, at: &Path<'a>) -> (Vec<Group<'a>>, Option<See<'a>>) {
        let TypeKind::Any(any) = &self.api.type_(id).kind else {
            return (Vec::new(), None);
        };
        let (mut made, mut around) = (Vec::new(), None);
        for shape in &any.shapes {
            let below = at.with(Step::Case(&shape.name));
            let (groups, see) = self.inside(&shape.item, &below);
            made.extend(groups);
            around = around.or(see);
        }
        (made, around)
    }

    /// One group for each object that a sibling can choose; or what to see for one of those around
    /// it.
    fn cases(&mut self, id: TypeId, at: &Path<'a>) -> (Vec<Group<'a>>, Option<See<'a>>) {
        let TypeKind::Union(union) = &self.api.type_(id).kind else {
            return (Vec::new(), None);
        };
        let mut groups: Vec<(TypeId, Vec<&'a str>)> = Vec::new();
        for case in &union.cases {
            match groups.iter_mut().find(|it| it.0 == case.of) {
                Some(group) => group.1.push(&case.wire),
                None => groups.push((case.of, vec![&case.wire])),
            }
        }
        let (mut made, mut around) = (Vec::new(), None);
        for (of, wires) in groups {
            let below = at.with(Step::Case(wires.first().copied().unwrap_or_default()));
            if self.open.len() >= DEEP || self.open.iter().any(|it| it.0 == of) {
                around = around.or_else(|| self.see(of));
            } else {
                made.push(self.group(of, Some((union.by(), wires)), &below));
            }
        }
        (made, around)
    }
}
