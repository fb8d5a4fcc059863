//! Durations.

use proptest::prelude::*;
use um_messages::xml::Duration;

use crate::everywhere::{all_refused, config, reads, refused, round_trip, same, unwritable};

const DURATION: &str = "a duration, as in `P1DT2H30M`";

const fn duration(negative: bool, months: u64, seconds: u64, nanoseconds: u32) -> Duration {
    Duration {
        negative,
        months,
        seconds,
        nanoseconds,
    }
}

#[test]
fn months_and_seconds_of_a_duration_are_kept_apart() {
    for (duration, text) in [
        (duration(false, 0, 0, 0), "PT0S"),
        (duration(false, 12, 0, 0), "P1Y"),
        (duration(false, 1, 0, 0), "P1M"),
        (duration(false, 14, 0, 0), "P1Y2M"),
        (duration(false, 0, 86_400, 0), "P1D"),
        (duration(false, 0, 3600, 0), "PT1H"),
        (duration(false, 0, 60, 0), "PT1M"),
        (duration(false, 0, 1, 0), "PT1S"),
        (duration(false, 0, 0, 1), "PT0.000000001S"),
        (duration(true, 0, 0, 500_000_000), "-PT0.5S"),
        (duration(true, 1, 0, 0), "-P1M"),
        (duration(true, 14, 93_784, 50_000_000), "-P1Y2M1DT2H3M4.05S"),
        (duration(false, 1, 60, 0), "P1MT1M"),
        (
            duration(false, u64::MAX, u64::MAX, 999_999_999),
            "P1537228672809129301Y3M213503982334601DT7H15.999999999S",
        ),
    ] {
        same(&duration, text);
    }
    for (text, duration) in [
        ("P12M", duration(false, 12, 0, 0)),
        ("P1Y14M", duration(false, 26, 0, 0)),
        ("P0Y", duration(false, 0, 0, 0)),
        ("-P0D", duration(false, 0, 0, 0)),
        ("-PT0.000S", duration(false, 0, 0, 0)),
        ("PT36H", duration(false, 0, 129_600, 0)),
        ("PT90M", duration(false, 0, 5400, 0)),
        ("PT007.50S", duration(false, 0, 7, 500_000_000)),
        ("P0001Y", duration(false, 12, 0, 0)),
        ("P1DT24H", duration(false, 0, 172_800, 0)),
        ("\t-P1DT1S\n", duration(true, 0, 86_401, 0)),
        ("PT1.00000000000000000S", duration(false, 0, 1, 0)),
    ] {
        reads(text, &duration);
    }
}

/// What is spelled as no duration is.
const NO_DURATIONS: &[&str] = &[
    "",
    "P",
    "PT",
    "-P",
    "P1DT",
    "P1",
    "1Y",
    "P1YT",
    "+P1D",
    "P-1D",
    "PT-1S",
    "P1W",
    "P1.5D",
    "P1.5Y",
    "PT1.5H",
    "PT1.5M",
    "PT1.S",
    "PT.5S",
    "PT1,5S",
    "P1S",
    "P1H",
    "PT1D",
    "PT1Y",
    "P1D1M",
    "P1M1Y",
    "P1Y1Y",
    "PT1S1M",
    "PT1M1H",
    "PT1S1S",
    "P1D2H",
    "p1d",
    "P1d",
    "PT1s",
    "P 1D",
    "P1D ago",
    "P1DT1",
    "T1S",
    "--P1D",
    "P\u{FF11}D",
    "P1Y2M3DT4H5M6S7",
    "0",
    "P0001-00-04T00:00:00",
];

#[test]
fn what_is_no_duration_is_refused() {
    all_refused::<Duration>(NO_DURATIONS, DURATION);
    for text in [
        "P18446744073709551616M",
        "P1537228672809129302Y",
        "P1537228672809129301Y4M",
        "PT18446744073709551616S",
        "P213503982334602D",
        "P213503982334601DT8H",
        "PT18446744073709551615M",
        "PT99999999999999999999999999999999999999999S",
    ] {
        refused::<Duration>(text, "a duration whose numbers are not too large to hold");
    }
    refused::<Duration>(
        "PT0.0000000001S",
        "a duration with at most nine digits after the point",
    );
    let wrong = duration(false, 0, 1, 1_000_000_000);
    assert_eq!(
        unwritable(&wrong),
        format!("`{wrong}` as a duration, which it is not")
    );
    // Zero has no sign.
    assert_eq!(duration(true, 0, 0, 0).to_string(), "PT0S");
}

#[test]
fn durations_of_the_standard_library() {
    type Standard = std::time::Duration;
    same(&Standard::ZERO, "PT0S");
    same(&Standard::new(93_784, 50_000_000), "P1DT2H3M4.05S");
    same(&Standard::MAX, "P213503982334601DT7H15.999999999S");
    let expected = "a duration without a sign and without years and months, as in `P1DT2H30M`";
    all_refused::<Standard>(
        &["-PT1S", "P1M", "P1Y", "P1MT1S", "1h", "", "P1W"],
        expected,
    );
    reads("-PT0S", &Standard::ZERO);
    reads("P0Y0MT1S", &Standard::from_secs(1));
    let error = Standard::try_from(duration(false, 0, 1, 1_000_000_000)).unwrap_err();
    assert!(error.to_string().ends_with(expected), "{error}");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn durations_survive(negative: bool, months: u64, seconds: u64, nanoseconds in 0_u32..1_000_000_000) {
        round_trip(&duration(negative, months, seconds, nanoseconds));
        round_trip(&duration(negative, months % 100, seconds % 100_000, 1));
        round_trip(&std::time::Duration::new(seconds, nanoseconds));
    }
}
