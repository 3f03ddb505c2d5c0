//! The yardstick: a validator of the same request, written by hand for speed alone.
//!
//! It was written before the derive, over a model of its own, and it is no part of the product. It
//! renders nothing: a broken rule is a code and the template of a path. Change only what cannot
//! change its speed; otherwise the ratio that `.ci/speed` holds us to means something else.

mod model;

pub(crate) use self::model::CreateTemplate;
use self::model::{Kind, Product, UrlType};

/// Where: a static template of the path and up to two run-time segments (map key id, list index).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Violation {
    pub(crate) code: &'static str,
    /// Template: `{k}` is the locale, `{i}` the index.
    pub(crate) path: &'static str,
    /// 0 none, 1 zh_HK, 2 en_US, 3 other.
    pub(crate) key: u8,
    /// `u32::MAX` for none.
    pub(crate) index: u32,
}
pub(crate) trait Sink {
    /// Notes a broken rule; true to stop.
    fn hit(&mut self, v: Violation) -> bool;
    /// Told of every rule that is looked at; costs nothing where it does nothing.
    #[inline(always)]
    fn looked(&mut self) {}
}
#[derive(Default)]
pub(crate) struct All(pub(crate) Vec<Violation>);
impl Sink for All {
    #[cold]
    fn hit(&mut self, v: Violation) -> bool {
        self.0.push(v);
        false
    }
}
#[inline(always)]
pub(crate) fn too_long(s: &str, max: usize) -> bool {
    // bytes >= scalar values, so short strings never need counting
    s.len() > max && s.chars().count() > max
}
#[inline(always)]
fn empty(s: &str) -> bool {
    s.is_empty()
}
#[inline(always)]
pub(crate) fn one_decimal(s: &str) -> bool {
    let b = s.as_bytes();
    let n = b.iter().take_while(|c| c.is_ascii_digit()).count();
    n > 0 && (n == b.len() || (b[n] == b'.' && n + 2 == b.len() && b[n + 1].is_ascii_digit()))
}
#[inline(always)]
fn unique(v: &[String]) -> bool {
    for i in 1..v.len() {
        for j in 0..i {
            if v[i] == v[j] {
                return false;
            }
        }
    }
    true
}
pub(crate) const fn v(code: &'static str, path: &'static str) -> Violation {
    Violation {
        code,
        path,
        key: 0,
        index: u32::MAX,
    }
}
macro_rules! rule {
    ($s:expr, $bad:expr, $code:literal, $path:literal) => {{
        $s.looked();
        if $bad && $s.hit(v($code, $path)) {
            return;
        }
    }};
    ($s:expr, $bad:expr, $code:literal, $path:literal, $k:expr, $i:expr) => {{
        $s.looked();
        if $bad
            && $s.hit(Violation {
                code: $code,
                path: $path,
                key: $k,
                index: $i as u32,
            })
        {
            return;
        }
    }};
}

pub(crate) fn check<S: Sink>(t: &CreateTemplate, s: &mut S) {
    let coupon = t.kind == Kind::Coupon;
    let listed = matches!(t.product, Product::Pass | Product::Movie);
    rule!(s, empty(&t.request_id), "required", "/requestId");
    rule!(s, too_long(&t.request_id, 32), "maxLength", "/requestId");
    rule!(s, empty(&t.merchant_id), "required", "/merchantId");
    rule!(s, too_long(&t.merchant_id, 64), "maxLength", "/merchantId");
    rule!(s, t.start_date < 0, "minimum", "/startDate");
    rule!(s, t.end_date <= t.start_date, "after", "/endDate");
    rule!(
        s,
        (t.product == Product::GiftCard) != coupon,
        "productMatchesType",
        "/product"
    );
    rule!(s, too_long(&t.image_url, 512), "maxLength", "/imageUrl");
    rule!(
        s,
        !t.image_url.starts_with("https://"),
        "prefix",
        "/imageUrl"
    );
    rule!(
        s,
        too_long(&t.merchant_logo, 512),
        "maxLength",
        "/merchantLogo"
    );
    rule!(
        s,
        !t.merchant_logo.starts_with("https://"),
        "prefix",
        "/merchantLogo"
    );
    // button
    match &t.button.btn_url {
        None => rule!(
            s,
            t.button.url_type == UrlType::CustomBtn,
            "requiredIf",
            "/button/btnUrl"
        ),
        Some(u) => rule!(s, too_long(u, 512), "maxLength", "/button/btnUrl"),
    }
    // amounts
    rule!(
        s,
        t.current_amount_cent
            .is_some_and(|x| !(0..=100_000_000).contains(&x)),
        "range",
        "/currentAmountCent"
    );
    rule!(
        s,
        t.original_amount_cent
            .is_some_and(|x| !(0..=100_000_000).contains(&x)),
        "range",
        "/originalAmountCent"
    );
    rule!(
        s,
        t.currency_code
            .as_deref()
            .is_some_and(|x| x.len() != 3 || !x.bytes().all(|b| b.is_ascii_uppercase())),
        "pattern",
        "/currencyCode"
    );
    // stock: only effective (and required) when type == COUPON
    match t.stock {
        None => rule!(s, coupon, "requiredIf", "/stock"),
        Some(x) => {
            rule!(s, !coupon, "onlyIf", "/stock");
            rule!(s, !(1..=1_000_000).contains(&x), "range", "/stock");
        }
    }
    match t.order_page_link.as_deref() {
        None => rule!(s, coupon || listed, "requiredIf", "/orderPageLink"),
        Some(x) => {
            rule!(s, too_long(x, 512), "maxLength", "/orderPageLink");
            rule!(s, !x.starts_with("alipayhk://"), "prefix", "/orderPageLink");
        }
    }
    match t.detail_link.as_deref() {
        None => rule!(s, listed, "requiredIf", "/detailLink"),
        Some(x) => {
            rule!(s, too_long(x, 512), "maxLength", "/detailLink");
            rule!(s, !x.starts_with("alipayhk://"), "prefix", "/detailLink");
        }
    }
    rule!(
        s,
        t.categories.is_empty() || t.categories.len() > 2,
        "size",
        "/categories"
    );
    rule!(s, !unique(&t.categories), "unique", "/categories");
    for (i, c) in t.categories.iter().enumerate() {
        rule!(s, too_long(c, 32), "maxLength", "/categories/{i}", 0, i);
    }
    if let Some(m) = &t.biz_mids {
        rule!(s, !coupon, "onlyIf", "/bizMids");
        rule!(s, m.len() > 30, "size", "/bizMids");
        rule!(s, !unique(m), "unique", "/bizMids");
        for (i, c) in m.iter().enumerate() {
            rule!(s, too_long(c, 64), "maxLength", "/bizMids/{i}", 0, i);
        }
    }
    rule!(
        s,
        t.exposure.is_none() && (coupon || listed),
        "requiredIf",
        "/exposure"
    );
    // passExtInfo
    match &t.pass_ext_info {
        None => rule!(s, listed, "requiredIf", "/passExtInfo"),
        Some(p) => {
            let pass = t.product == Product::Pass;
            let movie = t.product == Product::Movie;
            match &p.tags {
                None => rule!(s, pass, "requiredIf", "/passExtInfo/tags"),
                Some(g) => {
                    rule!(s, g.len() > 3, "size", "/passExtInfo/tags");
                    for (i, c) in g.iter().enumerate() {
                        rule!(
                            s,
                            too_long(c, 256),
                            "maxLength",
                            "/passExtInfo/tags/{i}",
                            0,
                            i
                        );
                    }
                }
            }
            macro_rules! code {
                ($f:ident, $path:literal) => {
                    match p.$f.as_deref() {
                        None => rule!(s, pass, "requiredIf", $path),
                        Some(x) => rule!(s, too_long(x, 20), "maxLength", $path),
                    }
                };
            }
            code!(country, "/passExtInfo/country");
            code!(province, "/passExtInfo/province");
            code!(city, "/passExtInfo/city");
            rule!(
                s,
                p.district.as_deref().is_some_and(|x| too_long(x, 20)),
                "maxLength",
                "/passExtInfo/district"
            );
            rule!(
                s,
                p.business_area.as_deref().is_some_and(|x| too_long(x, 20)),
                "maxLength",
                "/passExtInfo/businessArea"
            );
            macro_rules! num {
                ($f:ident, $path:literal) => {
                    match p.$f {
                        None => rule!(s, pass, "requiredIf", $path),
                        Some(x) => rule!(s, x < 0, "minimum", $path),
                    }
                };
            }
            num!(sold_num, "/passExtInfo/soldNum");
            num!(user_num, "/passExtInfo/userNum");
            match p.rating.as_deref() {
                None => rule!(s, pass, "requiredIf", "/passExtInfo/rating"),
                Some(x) => rule!(s, !one_decimal(x), "oneDecimal", "/passExtInfo/rating"),
            }
            num!(rate_num, "/passExtInfo/rateNum");
            rule!(
                s,
                movie && p.artificial_sort_no.is_none(),
                "requiredIf",
                "/passExtInfo/artificialSortNo"
            );
            rule!(
                s,
                movie && p.session_total.is_none(),
                "requiredIf",
                "/passExtInfo/sessionTotal"
            );
        }
    }
    // localeInfo: both locales, per-locale limits
    let (mut zh, mut en) = (false, false);
    for (k, l) in &t.locale_info {
        let (key, m): (u8, &[usize; 8]) = match k.as_str() {
            "zh_HK" => {
                zh = true;
                (1, &[100, 400, 4000, 4000, 1000, 32, 200, 20])
            }
            "en_US" => {
                en = true;
                (2, &[150, 400, 3000, 3000, 800, 64, 200, 40])
            }
            _ => {
                rule!(s, true, "unknownKey", "/localeInfo/{k}", 3, u32::MAX);
                continue;
            }
        };
        rule!(
            s,
            empty(&l.name),
            "required",
            "/localeInfo/{k}/name",
            key,
            u32::MAX
        );
        rule!(
            s,
            too_long(&l.name, m[0]),
            "maxLength",
            "/localeInfo/{k}/name",
            key,
            u32::MAX
        );
        match l.sub_name.as_deref() {
            None => rule!(
                s,
                listed,
                "requiredIf",
                "/localeInfo/{k}/subName",
                key,
                u32::MAX
            ),
            Some(x) => rule!(
                s,
                too_long(x, m[1]),
                "maxLength",
                "/localeInfo/{k}/subName",
                key,
                u32::MAX
            ),
        }
        rule!(
            s,
            empty(&l.description),
            "required",
            "/localeInfo/{k}/description",
            key,
            u32::MAX
        );
        rule!(
            s,
            too_long(&l.description, m[2]),
            "maxLength",
            "/localeInfo/{k}/description",
            key,
            u32::MAX
        );
        rule!(
            s,
            l.terms.as_deref().is_some_and(|x| too_long(x, m[3])),
            "maxLength",
            "/localeInfo/{k}/terms",
            key,
            u32::MAX
        );
        rule!(
            s,
            l.shops.as_deref().is_some_and(|x| too_long(x, m[4])),
            "maxLength",
            "/localeInfo/{k}/shops",
            key,
            u32::MAX
        );
        rule!(
            s,
            empty(&l.brand_name),
            "required",
            "/localeInfo/{k}/brandName",
            key,
            u32::MAX
        );
        rule!(
            s,
            too_long(&l.brand_name, m[5]),
            "maxLength",
            "/localeInfo/{k}/brandName",
            key,
            u32::MAX
        );
        rule!(
            s,
            l.address.as_deref().is_some_and(|x| too_long(x, m[6])),
            "maxLength",
            "/localeInfo/{k}/address",
            key,
            u32::MAX
        );
        if let Some(tabs) = &l.custom_tabs {
            rule!(
                s,
                tabs.len() > 4,
                "size",
                "/localeInfo/{k}/customTabs",
                key,
                u32::MAX
            );
            for (i, tab) in tabs.iter().enumerate() {
                rule!(
                    s,
                    empty(&tab.label),
                    "required",
                    "/localeInfo/{k}/customTabs/{i}/label",
                    key,
                    i
                );
                rule!(
                    s,
                    too_long(&tab.label, m[7]),
                    "maxLength",
                    "/localeInfo/{k}/customTabs/{i}/label",
                    key,
                    i
                );
                rule!(
                    s,
                    empty(&tab.value),
                    "required",
                    "/localeInfo/{k}/customTabs/{i}/value",
                    key,
                    i
                );
                rule!(
                    s,
                    too_long(&tab.value, 256),
                    "maxLength",
                    "/localeInfo/{k}/customTabs/{i}/value",
                    key,
                    i
                );
            }
        }
    }
    rule!(s, !zh, "required", "/localeInfo/zh_HK");
    rule!(s, !en, "required", "/localeInfo/en_US");
}

pub(crate) fn all(t: &CreateTemplate) -> Result<(), Vec<Violation>> {
    let mut a = All::default();
    check(t, &mut a);
    if a.0.is_empty() { Ok(()) } else { Err(a.0) }
}

/// How many rules are looked at in this body.
pub(crate) fn looked_at(t: &CreateTemplate) -> usize {
    struct Counter(usize);
    impl Sink for Counter {
        fn hit(&mut self, _: Violation) -> bool {
            false
        }
        fn looked(&mut self) {
            self.0 += 1;
        }
    }
    let mut counter = Counter(0);
    check(t, &mut counter);
    counter.0
}
