//! The key `rename`.

use um_messages::SoapType;
use um_messages::xml::Root;
use um_tests::roundtrip::{reads, refused, same};

use crate::types::RenamedKind;

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename = "Größe")]
struct Renamed {
    #[soap(attribute, rename = "ID")]
    id: u8,
    #[soap(rename = "entry-Id.1")]
    entry: String,
    r#type: u8,
    call_id: u8,
    kind: RenamedKind,
}

#[test]
fn rename_of_types_fields_attributes_and_values() {
    same(
        &Renamed {
            id: 1,
            entry: "x".into(),
            r#type: 2,
            call_id: 3,
            kind: RenamedKind::First,
        },
        concat!(
            r#"<Größe ID="1"><entry-Id.1>x</entry-Id.1><Type>2</Type><CallId>3</CallId>"#,
            "<Kind>1st-rate &amp; more</Kind></Größe>",
        ),
    );
    assert_eq!(<Renamed as Root>::NAME, "Größe");
    reads("<RenamedKind>Second</RenamedKind>", &RenamedKind::Second);
    refused::<RenamedKind>("<RenamedKind>First</RenamedKind>");
}
