//! Fields, groups and rules of a struct.

use proc_macro2::TokenStream;
use quote::format_ident;
use stipula_cond::ast::Expr;
use stipula_rules::{CHECK, Group as GroupKind};
use syn::{DeriveInput, Fields, Ident, ext::IdentExt};

use super::fields::{self, Owner};
use super::{check, condition::condition, options};
use crate::attr::{self, Form, Item};
use crate::errors::{Errors, unknown};
use crate::model::{Expect, Frame, Group, Object, Options};
use crate::names::{self, GroupWord, RuleWord, with_options};
use crate::wire::{Naming, Serde};

pub(crate) fn object(
    input: &DeriveInput,
    frame: &mut Frame,
    fields: &Fields,
    errors: &mut Errors,
) -> Object {
    let serde = Serde::read(&input.attrs);
    let owner = if serde.is_transparent() {
        Owner::Transparent
    } else {
        Owner::Struct
    };
    let mut object = Object::empty(frame.ident.unraw().to_string(), format_ident!("RULES"));
    object.fields = fields::fields(owner, &Naming::of_struct(&serde), fields, errors);
    for item in std::mem::take(&mut frame.rest) {
        between(&mut object, &item, &names::STRUCT, errors);
    }
    object
}

/// Reads a rule between fields; `known` is what to offer when it is none.
pub(super) fn between(object: &mut Object, item: &Item, known: &[&str], errors: &mut Errors) {
    let name = item.name.to_string();
    if let Some(kind) = GroupKind::named(&name) {
        let group = group(kind, item, errors);
        let ids = group.iter().filter_map(|it| it.options.id.clone());
        object.ids.extend(ids);
        object.groups.extend(group);
    } else if name == "rule" {
        let rule = expect(item, errors);
        let ids = rule.iter().filter_map(|it| it.options.id.clone());
        object.ids.extend(ids);
        object.expects.extend(rule);
    } else if name == CHECK.name && known.contains(&CHECK.name) {
        let check = check::of_type(item, errors);
        let ids = check.iter().filter_map(|it| it.options.id.clone());
        object.ids.extend(ids);
        object.checks.extend(check);
    } else {
        unknown(errors, "rule", &item.name, known);
    }
}

fn group(kind: GroupKind, item: &Item, errors: &mut Errors) -> Option<Group> {
    let name = &item.name;
    let Form::Args(args) = &item.form else {
        errors.at(name, format!("`{name}` names fields: `{name}(a, b)`"));
        return None;
    };
    let mut count = None;
    let mut group = Group {
        kind,
        members: Vec::new(),
        at: None,
        options: Options::default(),
    };
    for arg in args {
        let Some(part) = attr::item(arg.clone(), errors) else {
            continue;
        };
        let word = GroupWord::named(&part.name.to_string());
        match (word, &part.form) {
            (_, Form::Bare) => group.members.push(part.name),
            (Some(GroupWord::At), Form::Value(value)) => group.at = attr::ident(value, errors),
            (Some(GroupWord::Count), Form::Value(value)) if is_counted(kind) => {
                count = Some((value.clone(), super::rules::number(value, errors)));
            }
            _ => {
                let known: Vec<&str> = with_options(GroupWord::TEXTS);
                let known: Vec<&str> = known
                    .into_iter()
                    .filter(|it| is_counted(kind) || *it != "count")
                    .collect();
                options::option(&mut group.options, &part, &known, errors);
            }
        }
    }
    if group.members.len() < 2 {
        errors.at(name, format!("`{name}` needs at least two fields"));
        return None;
    }
    if is_counted(kind) {
        group.kind = counted(name, count, group.members.len(), errors)?;
    }
    Some(group)
}

const fn is_counted(kind: GroupKind) -> bool {
    matches!(kind, GroupKind::AtLeast(_))
}

/// The group that asks for so many of so many members.
fn counted(
    name: &Ident,
    count: Option<(TokenStream, Option<usize>)>,
    members: usize,
    errors: &mut Errors,
) -> Option<GroupKind> {
    let Some((written, count)) = count else {
        let help = "add `count = 2`";
        errors.help(name.span(), "how many of them have to be given?", help);
        return None;
    };
    let count = count?;
    let mistake = match count {
        0 => "none has to be given, so the rule says nothing".to_owned(),
        1 => "for one of them write `at_least_one(..)`".to_owned(),
        _ if count == members => "these are all of them: write `required` on each".to_owned(),
        _ if count > members => format!("there are only {members} of them"),
        _ => return Some(GroupKind::AtLeast(count)),
    };
    errors.at(written, mistake);
    None
}

fn expect(item: &Item, errors: &mut Errors) -> Option<Expect> {
    let Form::Args(args) = &item.form else {
        errors.at(
            &item.name,
            "`rule` says what it expects: `rule(at = field, expect(..))`",
        );
        return None;
    };
    let (mut at, mut when, mut expect, mut code) = (None, None, None, None);
    let mut options = Options::default();
    let mut broken = false;
    for arg in args {
        let Some(part) = attr::item(arg.clone(), errors) else {
            continue;
        };
        match (RuleWord::named(&part.name.to_string()), &part.form) {
            (Some(RuleWord::At), Form::Value(value)) => at = attr::ident(value, errors),
            (Some(RuleWord::Code), Form::Value(value)) => code = attr::text(value, errors),
            (Some(RuleWord::At | RuleWord::Code), Form::Bare | Form::Args(_)) => {
                errors.at(&part.name, "this takes a value after `=`");
            }
            (Some(RuleWord::When), _) => {
                when = asked(&part, errors);
                broken |= when.is_none();
            }
            (Some(RuleWord::Expect), _) => {
                expect = asked(&part, errors);
                broken |= expect.is_none();
            }
            (None, _) => {
                let known = with_options(RuleWord::TEXTS);
                options::option(&mut options, &part, &known, errors);
            }
        }
    }
    if expect.is_none() && !broken {
        errors.help(
            item.name.span(),
            "this rule expects nothing",
            "add `expect(condition)`",
        );
    }
    if at.is_none() {
        errors.help(
            item.name.span(),
            "this rule blames no field",
            "add `at = field`",
        );
    }
    Some(Expect {
        at: at?,
        when,
        holds: expect?,
        code,
        options,
    })
}

fn asked(part: &Item, errors: &mut Errors) -> Option<Expr> {
    whole(part, errors).and_then(|it| condition(it, errors))
}

/// The condition in `when(..)`; commas stand in lists only.
fn whole(part: &Item, errors: &mut Errors) -> Option<TokenStream> {
    match &part.form {
        Form::Args(args) if args.len() == 1 => args.first().cloned(),
        Form::Value(value) => Some(value.clone()),
        _ => {
            errors.at(
                &part.name,
                format!("`{0}` takes one condition: `{0}(..)`", part.name),
            );
            None
        }
    }
}
