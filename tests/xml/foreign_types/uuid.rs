//! Identifiers of `uuid`.

use proptest::prelude::*;
use uuid::Uuid;

use crate::everywhere::{all_refused, config, reads, round_trip, same};

#[test]
fn the_hyphenated_form_in_either_case() {
    let uuid = Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8);
    same(&uuid, "67e55044-10b1-426f-9247-bb680e5fe0c8");
    reads("67E55044-10B1-426F-9247-BB680E5FE0C8", &uuid);
    reads("\n67e55044-10B1-426f-9247-bb680e5fe0c8 ", &uuid);
    same(&Uuid::nil(), "00000000-0000-0000-0000-000000000000");
    all_refused::<Uuid>(
        &[
            "",
            "67e5504410b1426f9247bb680e5fe0c8",
            "{67e55044-10b1-426f-9247-bb680e5fe0c8}",
            "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8",
            "67e55044-10b1-426f-9247-bb680e5fe0c",
            "67e55044-10b1-426f-9247-bb680e5fe0c88",
            "67e55044-10b1-426f-9247-bb680e5fe0cg",
            "67e5504-410b1-426f-9247-bb680e5fe0c8",
            "67e55044 10b1 426f 9247 bb680e5fe0c8",
            "67e55044-10b1-426f-9247-bb680e5fe\u{e9}8",
        ],
        "a UUID, as in `67e55044-10b1-426f-9247-bb680e5fe0c8`",
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn values_survive(number: u128) {
        round_trip(&Uuid::from_u128(number));
    }
}
