use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:facets-checked")
    .with_prefix("f");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Ticket {
    #[soap(attribute, rename = "code")]
    pub code: Option<Code>,
    #[soap(attribute, default_text = "50", rename = "share")]
    pub share: Percent,
    pub name: Name35,
    pub zip: String,
    #[soap(empty_text = "7", rename = "Share")]
    pub share2: Option<Percent>,
    #[soap(default_text = "7", empty_is_default)]
    pub must: Percent,
    pub codes: Codes,
    pub two: TwoCodes,
    #[soap(nillable)]
    pub amount: Option<Amount>,
    #[soap(min_occurs = 1)]
    pub small: Vec<Small>,
    pub hash: Hash,
    pub ratio: Ratio,
    pub since: xml::Date,
    pub either: Either,
    pub text: TicketText,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Name35(pub String);

xml::restricted_type!(Name35(String), xml::Facets::text().min_length(1).max_length(35));

#[derive(Debug, Clone, PartialEq)]
pub struct Percent(pub i32);

xml::restricted_type!(
    Percent(i32), xml::Facets::decimal().min_inclusive("0").max_inclusive("100")
);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(list)]
pub struct Codes(pub Vec<Code>);

/// A code.
///
/// Not checked: `pattern="[A-Z]{3}"`.
#[derive(Debug, Clone, PartialEq)]
pub struct Code(pub String);

xml::restricted_type!(Code(String), xml::Facets::token().length(3));

#[derive(Debug, Clone, PartialEq)]
pub struct TwoCodes(pub Codes);

xml::restricted_type!(TwoCodes(Codes), xml::Facets::items().max_length(2));

#[derive(Debug, Clone, PartialEq)]
pub struct Amount(pub String);

xml::restricted_type!(
    Amount(String), xml::Facets::decimal().total_digits(18).fraction_digits(2)
    .min_exclusive("0")
);

#[derive(Debug, Clone, PartialEq)]
pub struct Small(pub String);

xml::restricted_type!(
    Small(String), xml::Facets::decimal().total_digits(18).fraction_digits(2)
    .min_exclusive("0").max_exclusive("100")
);

#[derive(Debug, Clone, PartialEq)]
pub struct Hash(pub xml::HexBinary);

xml::restricted_type!(Hash(xml::HexBinary), xml::Facets::hex().length(2));

#[derive(Debug, Clone, PartialEq)]
pub struct Ratio(pub f64);

xml::restricted_type!(
    Ratio(f64), xml::Facets::double().min_inclusive("-INF").max_inclusive("1")
);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(union)]
pub enum Either {
    Number(i32),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct TicketText {
    #[soap(attribute, rename = "lang")]
    pub lang: Option<TicketTextLang>,
    #[soap(text)]
    pub value: Name35,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TicketTextLang(pub String);

xml::restricted_type!(TicketTextLang(String), xml::Facets::token().max_length(5));
