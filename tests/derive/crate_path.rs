//! The key `crate`.

use um_messages::{SoapMessage, SoapType};
use um_tests::roundtrip::same_message;

mod renamed {
    pub(crate) use ::um_messages as runtime;
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(crate = renamed::runtime, namespace = "urn:a")]
struct RuntimeElsewhere {
    kind: RuntimeKind,
    part: RuntimePart,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate::crate_path::renamed::runtime)]
enum RuntimeKind {
    One,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = self::renamed::runtime)]
struct RuntimePart(u8);

#[test]
fn the_runtime_under_another_path() {
    same_message(
        &RuntimeElsewhere {
            kind: RuntimeKind::One,
            part: RuntimePart(1),
        },
        r#"<RuntimeElsewhere xmlns="urn:a"><Kind>One</Kind><Part>1</Part></RuntimeElsewhere>"#,
    );
}
