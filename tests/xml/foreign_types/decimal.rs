//! Numbers of `rust_decimal`.

use proptest::prelude::*;
use rust_decimal::Decimal;
use um_messages::xml;

use crate::everywhere::{Child, all_refused, config, reads, round_trip, same};

/// Whether it has the same digits, too.
#[track_caller]
fn has_scale(text: &str, scale: u32) {
    let read: Child<Decimal> =
        xml::from_str(&format!("<Child><Value>{text}</Value></Child>")).unwrap();
    assert_eq!(read.value.scale(), scale, "{text}");
}

#[test]
fn decimal_numbers_are_exact_and_keep_their_zeros() {
    for (number, scale, text) in [
        (0, 0, "0"),
        (0, 2, "0.00"),
        (125, 1, "12.5"),
        (1250, 2, "12.50"),
        (-5, 1, "-0.5"),
        (1, 28, "0.0000000000000000000000000001"),
        (
            79_228_162_514_264_337_593_543_950_335,
            0,
            "79228162514264337593543950335",
        ),
        (
            -79_228_162_514_264_337_593_543_950_335,
            28,
            "-7.9228162514264337593543950335",
        ),
    ] {
        same(&Decimal::from_i128_with_scale(number, scale), text);
        has_scale(text, scale);
    }
    for (text, number, scale) in [
        ("+12.5", 125, 1),
        ("12.", 12, 0),
        (".5", 5, 1),
        ("-.50", -50, 2),
        ("0012.5", 125, 1),
        ("-0", 0, 0),
        ("\n 12.5\t", 125, 1),
        // No room for the zeros.
        ("1.00000000000000000000000000000", 1, 0),
        (
            "79228162514264337593543950335.0",
            79_228_162_514_264_337_593_543_950_335,
            0,
        ),
        ("0.50000000000000000000000000000000000000000000000000", 5, 1),
        (
            "00000000000000000000000000000000000000000000000001.5",
            15,
            1,
        ),
    ] {
        reads(text, &Decimal::from_i128_with_scale(number, scale));
        has_scale(text, scale);
    }
    let mut negative_zero = Decimal::new(0, 1);
    negative_zero.set_sign_negative(true);
    assert_eq!(
        xml::to_string(&Child {
            value: negative_zero
        })
        .unwrap(),
        "<Child><Value>0.0</Value></Child>"
    );
}

#[test]
fn what_is_no_decimal_number_or_does_not_fit_is_refused() {
    all_refused::<Decimal>(
        &[
            "", ".", "+", "-", "-.", "+-1", "--1", "1e3", "1E3", "1.5e-2", "1,5", "1_000", "1.2.3",
            "INF", "NaN", "0x1", "1 000", "\u{FF11}", "1.5-", "$1",
        ],
        "a decimal number, as in `-12.50`",
    );
    all_refused::<Decimal>(
        &[
            "79228162514264337593543950336",
            "-79228162514264337593543950336",
            "7.92281625142643375935439503351",
            "0.00000000000000000000000000001",
            "1.00000000000000000000000000001",
            "999999999999999999999999999999999999999999999999",
            // One more than 2^128.
            "340282366920938463463374607431768211457",
        ],
        "a decimal number of at most 96 bits, with at most 28 digits after the point",
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn values_survive(number in -79_228_162_514_264_337_593_543_950_335_i128..=79_228_162_514_264_337_593_543_950_335, scale in 0_u32..=28) {
        round_trip(&Decimal::from_i128_with_scale(number, scale));
        round_trip(&Decimal::from_i128_with_scale(number % 1000, scale));
    }
}
