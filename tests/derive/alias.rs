//! The key `alias`.

use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{reads, refused, same};

#[derive(Debug, PartialEq, SoapType)]
struct WithAlias {
    #[soap(attribute, alias = "ID", alias = "Nr")]
    id: u8,
    #[soap(alias = "base64FolderID", alias = "Folder", rename = "base64FolderId")]
    folder: String,
    #[soap(alias = "Item")]
    items: Vec<u16>,
    state: AliasedState,
}

#[derive(Debug, PartialEq, SoapType)]
enum AliasedState {
    #[soap(alias = "Canceled", alias = "Gone")]
    Cancelled,
}

#[test]
fn alias_is_read_and_never_written() {
    let value = WithAlias {
        id: 1,
        folder: "x".into(),
        items: vec![1, 2, 3],
        state: AliasedState::Cancelled,
    };
    same(
        &value,
        concat!(
            r#"<WithAlias Id="1"><base64FolderId>x</base64FolderId><Items>1</Items>"#,
            "<Items>2</Items><Items>3</Items><State>Cancelled</State></WithAlias>",
        ),
    );
    for (id, folder, state) in [
        ("ID", "base64FolderID", "Canceled"),
        ("Nr", "Folder", "Gone"),
    ] {
        reads(
            &format!(
                "<WithAlias {id}='1'><{folder}>x</{folder}><Item>1</Item><Items>2</Items>\
                 <Item>3</Item><State>{state}</State></WithAlias>"
            ),
            &value,
        );
    }
    // Under two names it is still there twice.
    for (twice, path) in [
        (
            "<WithAlias Id='1' ID='1'><Folder>x</Folder><State>Gone</State></WithAlias>",
            "WithAlias/@ID",
        ),
        (
            "<WithAlias Id='1'><Folder>x</Folder><base64FolderId>x</base64FolderId><State>Gone</State>\
             </WithAlias>",
            "WithAlias/base64FolderId",
        ),
    ] {
        let error = refused::<WithAlias>(twice);
        assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
        assert_eq!(error.path(), Some(path));
        let name = path.rsplit(['/', '@']).next().unwrap();
        assert!(
            twice[error.position().unwrap().byte..]
                .trim_start_matches('<')
                .starts_with(name)
        );
    }
}
