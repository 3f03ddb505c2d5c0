//! The request as the yardstick reads it.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Kind {
    Coupon,
    Ticket,
}
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Product {
    GiftCard,
    Pass,
    Movie,
    AirTicket,
    TrainTicket,
    BusTicket,
    ShipTicket,
}
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum CodeType {
    Barcode,
    Qrcode,
    Promocode,
    None,
}
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeStandard {
    CODE128,
    #[serde(rename = "EAN-13")]
    Ean13,
    QRCODE,
}
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Exposure {
    Exposed,
    Hidden,
}
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum BtnType {
    None,
    Usage,
    Payment,
}
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum UrlType {
    CodePayBtn,
    ScanPayBtn,
    CustomBtn,
}
#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum TabType {
    Url,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateTemplate {
    pub(crate) request_id: String,
    pub(crate) merchant_id: String,
    pub(crate) start_date: i64,
    pub(crate) end_date: i64,
    #[serde(rename = "type")]
    pub(crate) kind: Kind,
    pub(crate) product: Product,
    pub(crate) code_type: CodeType,
    pub(crate) code_standard: CodeStandard,
    pub(crate) image_url: String,
    pub(crate) merchant_logo: String,
    pub(crate) button: Button,
    pub(crate) locale_info: BTreeMap<String, LocaleInfo>,
    pub(crate) current_amount_cent: Option<i64>,
    pub(crate) original_amount_cent: Option<i64>,
    pub(crate) currency_code: Option<String>,
    pub(crate) stock: Option<i64>,
    pub(crate) order_page_link: Option<String>,
    pub(crate) detail_link: Option<String>,
    pub(crate) categories: Vec<String>,
    pub(crate) biz_mids: Option<Vec<String>>,
    pub(crate) exposure: Option<Exposure>,
    pub(crate) pass_ext_info: Option<PassExtInfo>,
}
#[derive(Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Button {
    pub(crate) btn_type: BtnType,
    pub(crate) url_type: UrlType,
    pub(crate) btn_url: Option<String>,
    pub(crate) browser_open: Option<bool>,
}
#[derive(Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LocaleInfo {
    pub(crate) name: String,
    pub(crate) sub_name: Option<String>,
    pub(crate) description: String,
    pub(crate) terms: Option<String>,
    pub(crate) shops: Option<String>,
    pub(crate) brand_name: String,
    pub(crate) address: Option<String>,
    pub(crate) custom_tabs: Option<Vec<CustomTab>>,
}
#[derive(Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CustomTab {
    pub(crate) label: String,
    #[serde(rename = "type")]
    pub(crate) kind: TabType,
    pub(crate) value: String,
}
#[derive(Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PassExtInfo {
    pub(crate) tags: Option<Vec<String>>,
    pub(crate) country: Option<String>,
    pub(crate) province: Option<String>,
    pub(crate) city: Option<String>,
    pub(crate) district: Option<String>,
    pub(crate) business_area: Option<String>,
    pub(crate) sold_num: Option<i64>,
    pub(crate) user_num: Option<i64>,
    pub(crate) rating: Option<String>,
    pub(crate) rate_num: Option<i64>,
    pub(crate) available_store_ids: Option<Vec<String>>,
    pub(crate) available_brand_ids: Option<Vec<String>>,
    pub(crate) artificial_sort_no: Option<i64>,
    pub(crate) session_total: Option<i64>,
}
