//! The key `rename_all`.

use um_messages::SoapType;
use um_tests::roundtrip::same;

macro_rules! styles {
    ($($test:ident, $style:literal: $attribute:literal, $element:literal, $value:literal;)*) => {
        $(
            #[test]
            fn $test() {
                #[derive(Debug, PartialEq, SoapType)]
                #[soap(rename_all = $style)]
                struct Type {
                    #[soap(attribute)]
                    long_name: u8,
                    call_state: State,
                    #[soap(rename = "As_Is")]
                    renamed: u8,
                }

                #[derive(Debug, PartialEq, SoapType)]
                #[soap(rename_all = $style)]
                enum State {
                    UserBusy,
                    #[soap(rename = "As_Is")]
                    Renamed,
                }

                // The type's own name is none that the key changes.
                same(
                    &Type { long_name: 1, call_state: State::UserBusy, renamed: 2 },
                    concat!(
                        "<Type ", $attribute, "=\"1\"><", $element, ">", $value, "</", $element,
                        "><As_Is>2</As_Is></Type>",
                    ),
                );
                same(&State::Renamed, "<State>As_Is</State>");
            }
        )*
    };
}

styles! {
    rename_all_lower, "lowercase": "long_name", "call_state", "userbusy";
    rename_all_upper, "UPPERCASE": "LONG_NAME", "CALL_STATE", "USERBUSY";
    rename_all_pascal, "PascalCase": "LongName", "CallState", "UserBusy";
    rename_all_camel, "camelCase": "longName", "callState", "userBusy";
    rename_all_snake, "snake_case": "long_name", "call_state", "user_busy";
    rename_all_screaming_snake, "SCREAMING_SNAKE_CASE": "LONG_NAME", "CALL_STATE", "USER_BUSY";
    rename_all_kebab, "kebab-case": "long-name", "call-state", "user-busy";
    rename_all_screaming_kebab, "SCREAMING-KEBAB-CASE": "LONG-NAME", "CALL-STATE", "USER-BUSY";
    rename_all_verbatim, "verbatim": "long_name", "call_state", "UserBusy";
}
