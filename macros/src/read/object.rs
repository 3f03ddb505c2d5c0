//! Fields, groups and rules of a struct.

use proc_macro2::TokenStream;
use stipula_cond::ast::Expr;
use stipula_rules::Group as GroupKind;
use syn::{DeriveInput, FieldsNamed};

use super::{condition::condition, field, options};
use crate::attr::{self, Form, Item};
use crate::errors::{Errors, unknown};
use crate::model::{Expect, Frame, Group, Object, Options};
use crate::names::{self, GroupWord, RuleWord, with_options};
use crate::wire::Serde;

pub(crate) fn object(
    input: &DeriveInput,
    frame: &mut Frame,
    named: &FieldsNamed,
    errors: &mut Errors,
) -> Object {
    let serde = Serde::read(&input.attrs);
    let fields = named
        .named
        .iter()
        .filter_map(|f| field::field(&serde, f, errors))
        .collect();
    let mut object = Object {
        fields,
        groups: Vec::new(),
        expects: Vec::new(),
        ids: Vec::new(),
    };
    for item in std::mem::take(&mut frame.rest) {
        let name = item.name.to_string();
        if let Some(kind) = GroupKind::named(&name) {
            let group = group(kind, &item, errors);
            object
                .ids
                .extend(group.iter().filter_map(|it| it.options.id.clone()));
            object.groups.extend(group);
        } else if name == "rule" {
            let rule = expect(&item, errors);
            object
                .ids
                .extend(rule.iter().filter_map(|it| it.options.id.clone()));
            object.expects.extend(rule);
        } else {
            unknown(errors, "rule", &item.name, &names::STRUCT);
        }
    }
    object
}

fn group(kind: GroupKind, item: &Item, errors: &mut Errors) -> Option<Group> {
    let name = &item.name;
    let Form::Args(args) = &item.form else {
        errors.at(name, format!("`{name}` names fields: `{name}(a, b)`"));
        return None;
    };
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
            (Some(GroupWord::At), Form::Args(_)) | (None, Form::Value(_) | Form::Args(_)) => {
                let known = with_options(GroupWord::TEXTS);
                options::option(&mut group.options, &part, &known, errors);
            }
        }
    }
    if group.members.len() < 2 {
        errors.at(name, format!("`{name}` needs at least two fields"));
        return None;
    }
    Some(group)
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
