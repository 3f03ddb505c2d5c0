//! Members in tables, terms and lists.

use std::collections::BTreeSet;

use super::{COLUMNS, DOCUMENT, FIELDS, PLAIN, TERMS, WIKI, check, facts};

#[test]
fn tables_without_headings_and_an_address_behind_them() {
    check(
        FIELDS,
        "
        # Light a lamp
        path/lamp: string, required
        request-headers/X-Keeper: string, -
        request/brightness: integer, required
        request/color: string, optional
        request/plan: object, required
        request/plan/from: string, required
        request/plan/nights: list<string>, optional
        request/note: string, optional
        response/lamp: string, required
        response/hours: number, optional
        response-404/code: string, required
        # List lamps
        query/street: string, required
        query/lit: boolean, optional
        response/lamps: list<object>, required
        ",
        &[],
        "
        operations/Light a lamp/operation endpoint POST /lamps/{lamp}/light
        operations/Light a lamp/request/brightness default 80
        operations/Light a lamp/request/color value COLD
        operations/List lamps/operation endpoint GET /lamps
        codes/LAMP_BROKEN code LAMP_BROKEN
        ",
    );
}

#[test]
fn tables_below_headings_and_names_with_a_path() {
    check(
        COLUMNS,
        "
        # Pour a Tea
        path/pot: string, -
        query/lang: string, -
        query/quiet: boolean, -
        request/kind: string, required
        request/sugar: object, optional
        request/sugar/lumps: integer, required
        request/sugar/brown: boolean, optional
        request/extras: list<object>, optional
        request/extras/name: string, required
        response/cup: string, -
        response/temperature: number, -
        # Drink a Tea
        path/cup: string, -
        response-404/message: string, -
        ",
        &[],
        "
        operations/Pour a Tea/operation endpoint POST http://tea.example/v1/pots/<POT>/teas
        operations/Pour a Tea/query/lang default en
        operations/Pour a Tea/request/kind value MINT
        codes/418 code 418
        ",
    );
}

#[test]
fn ticks_badges_and_tables_in_folds() {
    check(
        WIKI,
        "
        # Hang up a coat
        path/room: string, required
        request/owner: string, required
        request/warmth: string, optional
        request/hanger: object, required
        request/hanger/number: integer, required
        request/hanger/wooden: boolean, optional
        request/pockets: list, optional
        request/pockets/thing: string, required
        response/ticket: string, -
        response/price: number, -
        # Fetch a coat
        path/ticket: string, required
        response/owner: string, -
        response-404/message: string, -
        ",
        &[],
        "
        operations/Hang up a coat/operation endpoint POST /rooms/{room}/coats
        operations/Hang up a coat/request/warmth value THICK
        codes/TICKET_LOST code TICKET_LOST
        ",
    );
}

#[test]
fn bold_paragraphs_and_marks_in_front_of_names() {
    check(
        DOCUMENT,
        "
        # Order bread
        request/shopCode: string, required
        request/loaves: list, required
        request/loaves/grain: string, required
        request/loaves/weight: integer, optional
        request/pickUp: boolean, optional
        response/orderNo: string, required
        response/readyAt: date, conditional
        # Cancel an order
        request-headers/X-Baker: string, required
        request/orderNo: string, required
        request/reason: string, optional
        request/feePaid: boolean, optional
        response-404/resultMsg: string, required
        ",
        &[],
        "
        operations/Order bread/operation endpoint POST /bakery/orders
        operations/Order bread/request/loaves/grain value RYE
        operations/Order bread/request/loaves/weight default 500
        codes/OVEN_COLD code OVEN_COLD
        ",
    );
}

#[test]
fn terms_below_terms() {
    check(
        TERMS,
        "
        # windClock
        path/clock: string, required
        query/force: boolean, optional
        request/turns: integer, required
        request/key: object, optional
        request/key/size: integer, required
        request/key/metal: string, optional
        request/helpers: list<string>, optional
        response/wound_until: string, required
        response/strength: number, optional
        response-404/message: string, required
        # setClock
        path/clock: string, required
        request/hour: integer, required
        request/minute: integer, required
        request/zone: string, optional
        ",
        &[],
        "
        operations/windClock/operation endpoint PUT /clocks/{clock}/wind
        operations/windClock/request/key/metal value STEEL
        operations/setClock/codes/SPRING_BROKEN code SPRING_BROKEN
        ",
    );
}

#[test]
fn tables_and_lists_of_markdown() {
    check(
        PLAIN,
        "
        # Plant a tree
        path/garden: string, required
        request-headers/X-Gardener: string, optional
        request/species: string, required
        request/height: number, optional
        request/spot: object, required
        request/spot/row: integer, required
        request/spot/shade: boolean, -
        request/labels: list<string>, -
        response/tree_id: string, -
        response/planted_at: string, -
        response/care: object, -
        response/care/water: integer, -
        response-404/message: string, -
        # Cut a tree
        path/tree_id: string, required
        query/keep_wood: boolean, -
        ",
        &[],
        "
        operations/Plant a tree/operation endpoint POST /gardens/{garden}/trees
        operations/Plant a tree/request/species value ELM
        codes/TREE_OLD code TREE_OLD
        ",
    );
    let page = stipula_pages::read("page", PLAIN).expect("a page");
    assert_eq!(page.shape, stipula_pages::Shape::Markdown);
    let line = |at: &str| page.facts.iter().find(|it| it.at == at).map(|it| it.line);
    assert_eq!(line("operations/Plant a tree/request/spot/row"), Some(28));
    assert_eq!(
        line("operations/Plant a tree/response/care/water"),
        Some(41)
    );
}

#[test]
fn a_word_planted_anywhere_in_markdown_is_noticed() {
    let said = |text: &str| -> BTreeSet<_> {
        let facts = facts(text).into_iter();
        facts
            .map(|it| (it.at, it.kind.name(), it.value.to_string(), it.digest))
            .collect()
    };
    let before = said(PLAIN);
    for (place, _) in PLAIN.match_indices('\n') {
        let is_word = PLAIN[..place].ends_with(|it: char| it.is_alphanumeric() || it == '.');
        if is_word {
            let planted = format!("{} zebra7{}", &PLAIN[..place], &PLAIN[place..]);
            assert!(said(&planted) != before, "{}", &PLAIN[..place]);
        }
    }
}
