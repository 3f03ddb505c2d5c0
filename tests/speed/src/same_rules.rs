//! The rules of the spec once more, written by hand on the type that has the derive.
//!
//! The older yardstick has fewer rules and a model of its own. This one is what somebody would
//! write instead of the derive: in the same style, with the same shortcuts, and with the same
//! function for addresses, which is where most of the time goes.

use alipayhk_ipass::enums::{
    BtnType, CodeStandard, CodeType, Locale, Product, TemplateType, UrlType,
};
use alipayhk_ipass::request::{
    AdmissionPassExt, Button, CreateTemplateRequest, CustomTab, GiftCardPassExt, LocaleContent,
    LocaleExtInfo, MoviePassExt, PassExtInfo,
};
use stipula::rules::url;

use crate::by_hand::{All, Sink, Violation, one_decimal, too_long, v};

/// Everything that is broken.
pub(crate) fn all(t: &CreateTemplateRequest) -> Result<(), Vec<Violation>> {
    let mut sink = All::default();
    check(t, &mut sink);
    if sink.0.is_empty() {
        Ok(())
    } else {
        Err(sink.0)
    }
}

/// Required, and a text that is not too long.
macro_rules! text {
    ($s:expr, $field:expr, $required:expr, $max:expr, $path:literal) => {
        text!($s, $field, $required, $max, $path, 0, u32::MAX)
    };
    ($s:expr, $field:expr, $required:expr, $max:expr, $path:literal, $k:expr, $i:expr) => {
        match $field.as_deref() {
            None => rule!($s, $required, "required", $path, $k, $i),
            Some(x) => rule!($s, too_long(x, $max), "maxLength", $path, $k, $i),
        }
    };
}

/// The same for an address.
macro_rules! url {
    ($s:expr, $field:expr, $required:expr, $max:expr, $path:literal) => {
        url!($s, $field, $required, $max, $path, 0, u32::MAX)
    };
    ($s:expr, $field:expr, $required:expr, $max:expr, $path:literal, $k:expr, $i:expr) => {
        match $field.as_deref() {
            None => rule!($s, $required, "required", $path, $k, $i),
            Some(x) => {
                rule!($s, too_long(x, $max), "maxLength", $path, $k, $i);
                rule!($s, !url(x), "url", $path, $k, $i);
            }
        }
    };
}

/// Required, and a documented value.
macro_rules! known {
    ($s:expr, $field:expr, $required:expr, $path:literal) => {
        known!($s, $field, $required, $path, 0, u32::MAX)
    };
    ($s:expr, $field:expr, $required:expr, $path:literal, $k:expr, $i:expr) => {
        match &$field {
            None => rule!($s, $required, "required", $path, $k, $i),
            Some(x) => rule!($s, !x.is_known(), "known", $path, $k, $i),
        }
    };
}

fn check<S: Sink>(t: &CreateTemplateRequest, s: &mut S) {
    let coupon = matches!(t.r#type, Some(TemplateType::Coupon));
    let ticket = matches!(t.r#type, Some(TemplateType::Ticket));
    let listed = matches!(t.product, Some(Product::Pass | Product::Movie));
    text!(s, t.request_id, true, 32, "/requestId");
    text!(s, t.merchant_id, true, 64, "/merchantId");
    rule!(s, t.start_date.is_none(), "required", "/startDate");
    rule!(s, t.end_date.is_none(), "required", "/endDate");
    known!(s, t.r#type, true, "/type");
    known!(s, t.product, true, "/product");
    known!(s, t.code_type, true, "/codeType");
    let shown = !matches!(t.code_type, Some(CodeType::None));
    known!(s, t.code_standard, shown, "/codeStandard");
    url!(s, t.image_url, true, 512, "/imageUrl");
    match &t.button {
        None => rule!(s, true, "required", "/button"),
        Some(it) => button(it, s),
    }
    match &t.locale_info {
        None => rule!(s, true, "required", "/localeInfo"),
        Some(texts) => {
            for (locale, it) in texts {
                content(locale, it, listed, s);
            }
        }
    }
    url!(s, t.merchant_logo, true, 512, "/merchantLogo");
    let price = 0..=100_000_000;
    let far = |it: Option<i64>| it.is_some_and(|it| !price.contains(&it));
    rule!(s, far(t.current_amount_cent), "range", "/currentAmountCent");
    rule!(
        s,
        far(t.original_amount_cent),
        "range",
        "/originalAmountCent"
    );
    match t.stock {
        None => rule!(s, coupon, "required", "/stock"),
        Some(x) => {
            rule!(s, !coupon, "effective", "/stock");
            rule!(s, !(1..=1_000_000).contains(&x), "range", "/stock");
        }
    }
    match t.order_page_link.as_deref() {
        None => rule!(s, coupon || listed, "required", "/orderPageLink"),
        Some(x) => {
            rule!(s, too_long(x, 512), "maxLength", "/orderPageLink");
            rule!(s, !x.starts_with("alipayhk://"), "prefix", "/orderPageLink");
        }
    }
    match t.detail_link.as_deref() {
        None => rule!(s, listed, "required", "/detailLink"),
        Some(x) => {
            rule!(s, too_long(x, 512), "maxLength", "/detailLink");
            rule!(s, !x.starts_with("alipayhk://"), "prefix", "/detailLink");
        }
    }
    match &t.categories {
        None => rule!(s, true, "required", "/categories"),
        Some(x) => rule!(s, x.len() > 2, "size", "/categories"),
    }
    known!(s, t.exposure, coupon || listed, "/exposure");
    more(t, s);
    if let Some(x) = &t.biz_mids {
        rule!(s, !coupon, "effective", "/bizMids");
        rule!(s, x.len() > 30, "size", "/bizMids");
    }
    let card = matches!(t.product, Some(Product::GiftCard));
    rule!(
        s,
        coupon && t.product.is_some() && !card,
        "fits",
        "/product"
    );
    rule!(s, ticket && card, "fits", "/product");
    rule!(
        s,
        t.end_date
            .zip(t.start_date)
            .is_some_and(|(end, start)| end < start),
        "after",
        "/endDate"
    );
    standard(t, s);
    let prices = t.current_amount_cent.zip(t.original_amount_cent);
    rule!(
        s,
        prices.is_some_and(|(now, before)| now > before),
        "price",
        "/currentAmountCent"
    );
}

fn standard<S: Sink>(t: &CreateTemplateRequest, s: &mut S) {
    let Some(standard) = &t.code_standard else {
        return;
    };
    let square = matches!(standard, CodeStandard::Qrcode);
    let bars = matches!(standard, CodeStandard::Code128 | CodeStandard::Ean13);
    let code = &t.code_type;
    rule!(
        s,
        matches!(code, Some(CodeType::Qrcode)) && !square,
        "standard",
        "/codeStandard"
    );
    rule!(
        s,
        matches!(code, Some(CodeType::Barcode)) && !bars,
        "standard",
        "/codeStandard"
    );
}

fn button<S: Sink>(t: &Button, s: &mut S) {
    known!(s, t.btn_type, true, "/button/btnType");
    let pressed = !matches!(t.btn_type, Some(BtnType::None));
    known!(s, t.url_type, pressed, "/button/urlType");
    let custom = matches!(t.url_type, Some(UrlType::CustomBtn));
    url!(s, t.btn_url, custom, 512, "/button/btnUrl");
}

fn more<S: Sink>(t: &CreateTemplateRequest, s: &mut S) {
    let Some(it) = &t.pass_ext_info else {
        let movie = matches!(t.product, Some(Product::Movie));
        rule!(s, movie, "required", "/passExtInfo");
        return;
    };
    if let Some(product) = &t.product {
        rule!(s, !it.fits(product), "case", "/passExtInfo");
    }
    match it {
        PassExtInfo::Pass(it) => admission(it, s),
        PassExtInfo::Movie(it) => movie(it, s),
        PassExtInfo::GiftCard(it) => gift_card(it, s),
        _ => {}
    }
}

fn admission<S: Sink>(t: &AdmissionPassExt, s: &mut S) {
    let home = t.country.as_deref() == Some("156");
    match &t.tags {
        None => rule!(s, true, "required", "/passExtInfo/tags"),
        Some(tags) => {
            rule!(s, tags.len() > 3, "size", "/passExtInfo/tags");
            for (i, tag) in tags.iter().enumerate() {
                rule!(
                    s,
                    too_long(tag, 256),
                    "maxLength",
                    "/passExtInfo/tags/{i}",
                    0,
                    i
                );
            }
        }
    }
    text!(s, t.country, true, 20, "/passExtInfo/country");
    text!(s, t.province, home, 20, "/passExtInfo/province");
    text!(s, t.city, true, 20, "/passExtInfo/city");
    text!(s, t.district, home, 20, "/passExtInfo/district");
    text!(s, t.business_area, home, 20, "/passExtInfo/businessArea");
    rule!(s, t.sold_num.is_none(), "required", "/passExtInfo/soldNum");
    rule!(s, t.user_num.is_none(), "required", "/passExtInfo/userNum");
    match t.rating.as_deref() {
        None => rule!(s, true, "required", "/passExtInfo/rating"),
        Some(x) => rule!(s, !one_decimal(x), "pattern", "/passExtInfo/rating"),
    }
    rule!(s, t.rate_num.is_none(), "required", "/passExtInfo/rateNum");
}

fn movie<S: Sink>(t: &MoviePassExt, s: &mut S) {
    text!(
        s,
        t.artificial_sort_no,
        true,
        32,
        "/passExtInfo/artificialSortNo"
    );
    text!(s, t.session_total, true, 64, "/passExtInfo/sessionTotal");
}

fn gift_card<S: Sink>(t: &GiftCardPassExt, s: &mut S) {
    for (i, id) in t.available_store_ids.iter().flatten().enumerate() {
        rule!(
            s,
            too_long(id, 32),
            "maxLength",
            "/passExtInfo/availableStoreIds/{i}",
            0,
            i
        );
    }
    text!(s, t.country, false, 20, "/passExtInfo/country");
    text!(s, t.province, false, 20, "/passExtInfo/province");
    text!(s, t.city, false, 20, "/passExtInfo/city");
    text!(s, t.district, false, 20, "/passExtInfo/district");
    if let Some(x) = t.rating.as_deref() {
        rule!(s, !one_decimal(x), "pattern", "/passExtInfo/rating");
    }
}

fn content<S: Sink>(locale: &Locale, t: &LocaleContent, listed: bool, s: &mut S) {
    let (k, most): (u8, &[usize; 7]) = match locale {
        Locale::ZhHk => (1, &[100, 400, 4000, 4000, 1000, 32, 20]),
        Locale::EnUs => (2, &[150, 400, 3000, 3000, 800, 64, 40]),
        _ => (3, &[100, 400, 3000, 3000, 800, 32, 20]),
    };
    let none = u32::MAX;
    text!(s, t.name, true, most[0], "/localeInfo/{k}/name", k, none);
    text!(
        s,
        t.sub_name,
        listed,
        most[1],
        "/localeInfo/{k}/subName",
        k,
        none
    );
    text!(
        s,
        t.description,
        true,
        most[2],
        "/localeInfo/{k}/description",
        k,
        none
    );
    text!(s, t.terms, false, most[3], "/localeInfo/{k}/terms", k, none);
    text!(s, t.shops, false, most[4], "/localeInfo/{k}/shops", k, none);
    text!(
        s,
        t.brand_name,
        true,
        most[5],
        "/localeInfo/{k}/brandName",
        k,
        none
    );
    text!(s, t.address, false, 200, "/localeInfo/{k}/address", k, none);
    for (i, it) in t.custom_tabs.iter().flatten().enumerate() {
        tab(it, most[6], k, i, s);
    }
    if let Some(it) = &t.locale_ext_info {
        film(it, k, s);
    }
}

fn tab<S: Sink>(t: &CustomTab, most: usize, k: u8, i: usize, s: &mut S) {
    text!(
        s,
        t.label,
        true,
        most,
        "/localeInfo/{k}/customTabs/{i}/label",
        k,
        i
    );
    known!(
        s,
        t.r#type,
        true,
        "/localeInfo/{k}/customTabs/{i}/type",
        k,
        i
    );
    url!(
        s,
        t.value,
        true,
        256,
        "/localeInfo/{k}/customTabs/{i}/value",
        k,
        i
    );
}

fn film<S: Sink>(t: &LocaleExtInfo, k: u8, s: &mut S) {
    let none = u32::MAX;
    text!(
        s,
        t.level,
        false,
        16,
        "/localeInfo/{k}/localeExtInfo/level",
        k,
        none
    );
    text!(
        s,
        t.movie_category,
        false,
        200,
        "/localeInfo/{k}/localeExtInfo/movieCategory",
        k,
        none
    );
    text!(
        s,
        t.director,
        false,
        200,
        "/localeInfo/{k}/localeExtInfo/director",
        k,
        none
    );
    text!(
        s,
        t.actor,
        false,
        200,
        "/localeInfo/{k}/localeExtInfo/actor",
        k,
        none
    );
}
