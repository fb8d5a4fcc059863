//! Simple types of one's own.

use std::borrow::Cow;
use std::marker::PhantomData;

use um_messages::SoapType;
use um_messages::xml::{self, SimpleType};
use um_tests::roundtrip::{refused, same};

use crate::everywhere::{self, all_refused};

/// Minutes, as `h:mm`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Duration(u32);

impl SimpleType for Duration {
    type Error = &'static str;

    fn from_text(text: &str) -> Result<Self, Self::Error> {
        let parse = |text: &str| text.parse::<u32>().map_err(|_| "hours and minutes");
        let (hours, minutes) = text.split_once(':').ok_or("hours and minutes")?;
        Ok(Self(parse(hours)? * 60 + parse(minutes)?))
    }

    fn to_text(&self) -> Cow<'_, str> {
        format!("{}:{:02}", self.0 / 60, self.0 % 60).into()
    }
}

xml::simple_type!(Duration);

#[derive(Debug, PartialEq, SoapType)]
struct Timed {
    #[soap(attribute)]
    limit: Duration,
    taken: Vec<Duration>,
}

#[test]
fn a_simple_type_of_ones_own() {
    same(
        &Timed {
            limit: Duration(61),
            taken: vec![Duration(0), Duration(125)],
        },
        r#"<Timed Limit="1:01"><Taken>0:00</Taken><Taken>2:05</Taken></Timed>"#,
    );
    let error = refused::<Timed>("<Timed Limit='long'/>");
    assert!(
        error
            .to_string()
            .starts_with("`long` is not hours and minutes, in `Timed/@Limit`"),
        "{error}"
    );
}

/// A quantity in a unit, as in `5kg`.
#[derive(Clone, Debug, PartialEq)]
struct Quantity<'a, U: Unit, const MAX: u32> {
    amount: u32,
    unit: PhantomData<&'a U>,
}

trait Unit {
    const SYMBOL: &'static str;
}

#[derive(Clone, Debug, PartialEq)]
struct Kilogram;

impl Unit for Kilogram {
    const SYMBOL: &'static str = "kg";
}

impl<U: Unit, const MAX: u32> SimpleType for Quantity<'_, U, MAX> {
    type Error = String;

    fn from_text(text: &str) -> Result<Self, String> {
        let amount = text.strip_suffix(U::SYMBOL).and_then(|it| it.parse().ok());
        amount
            .filter(|&amount| amount <= MAX)
            .map(|amount| Self {
                amount,
                unit: PhantomData,
            })
            .ok_or_else(|| format!("at most {MAX}{}", U::SYMBOL))
    }

    fn to_text(&self) -> Cow<'_, str> {
        format!("{}{}", self.amount, U::SYMBOL).into()
    }
}

xml::simple_type!(['a, U: Unit, const MAX: u32] Quantity<'a, U, MAX>);

#[test]
fn a_generic_simple_type_of_ones_own() {
    type Weight = Quantity<'static, Kilogram, 100>;
    everywhere::same(
        &Weight {
            amount: 5,
            unit: PhantomData,
        },
        "5kg",
    );
    all_refused::<Weight>(&["101kg", "5", "5m", ""], "at most 100kg");
}
