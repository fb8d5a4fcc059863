//! The key `cdata`.

use um_messages::{SoapType, xml};
use um_tests::roundtrip::{reads, same};
use um_tests::sources::both_as;

use crate::types::{XSI, unwritable};

#[derive(Debug, Default, PartialEq, SoapType)]
struct CData {
    #[soap(cdata)]
    one: String,
    #[soap(cdata)]
    perhaps: Option<String>,
    #[soap(cdata)]
    many: Vec<u16>,
    #[soap(cdata, nillable, default)]
    nillable: Option<String>,
    #[soap(cdata, wrapper = "Wrapped", rename = "N", default)]
    wrapped: Vec<String>,
}

#[derive(Debug, PartialEq, SoapType)]
struct CDataText {
    #[soap(text, cdata)]
    text: String,
}

#[test]
fn text_is_written_as_cdata_and_read_as_text() {
    same(
        &CData {
            one: "<b> & ]]> ]]&gt;".into(),
            perhaps: None,
            many: vec![1, 2],
            nillable: None,
            wrapped: vec!["]]>".into()],
        },
        &format!(
            "<CData><One><![CDATA[<b> & ]]]]><![CDATA[> ]]&gt;]]></One><Many><![CDATA[1]]></Many>\
             <Many><![CDATA[2]]></Many><Nillable {XSI} xsi:nil=\"true\"/>\
             <Wrapped><N><![CDATA[]]]]><![CDATA[>]]></N></Wrapped></CData>"
        ),
    );
    let text = |text: &str| CDataText { text: text.into() };
    same(&text(""), "<CDataText/>");
    same(
        &text("a\r\nb"),
        "<CDataText><![CDATA[a]]>&#xD;<![CDATA[\nb]]></CDataText>",
    );
    for tricky in [
        "]]", "]]]>", "]]>]]>", "]]\r>", "\r", "a]]>", ">", " ", "\t",
    ] {
        let written = xml::to_string(&text(tricky)).unwrap();
        assert_eq!(
            both_as::<CDataText>(&written).unwrap(),
            text(tricky),
            "{written}"
        );
    }
    reads("<CDataText>a &amp; b</CDataText>", &text("a & b"));
    unwritable(&text("<a>\u{1}"), "U+0001");
    assert_eq!(
        xml::to_string(&text("<a>\u{1}")).unwrap_err().path(),
        Some("CDataText")
    );
}
