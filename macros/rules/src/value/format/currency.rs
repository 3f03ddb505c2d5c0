//! `currency`: a code of a currency.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(in super::super) const RULE: &ValueRule = &ValueRule::new(
    "currency",
    Judge::Text(|text, _| Some(currency(text))),
    Shape::None,
    &[Wording::new(
        Case::Any,
        "A currency code of ISO 4217, three letters.",
        "{at} must be a currency code of ISO 4217 such as `HKD`",
    )
    .found("{at} is not a currency code of ISO 4217; write one such as `HKD`")],
)
.format();

/// Whether `text` is one of [`CURRENCIES`].
pub fn currency(text: &str) -> bool {
    let mut codes = CURRENCIES.split(' ');
    !text.contains(' ') && codes.any(|it| it == text)
}

/// Codes of ISO 4217, with a space in between; as of February 2026.
pub const CURRENCIES: &str = "\
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN \
    BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR \
    FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY \
    KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU \
    MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON \
    RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP \
    TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB \
    XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG";
