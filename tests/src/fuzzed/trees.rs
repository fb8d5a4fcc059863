//! Trees: kept, written, printed, cloned and taken apart.

use um_messages::xml::{self, Attribute, Element, Reader, pretty};
use um_messages::{ReadOptions, SoapType};

use crate::generated::trees::squeezed;
use crate::sources::tree;

/// What keeps all that no field is for.
#[derive(Debug, PartialEq, SoapType)]
struct Kept {
    #[soap(any_attribute)]
    attributes: Vec<Attribute>,
    #[soap(any)]
    elements: Vec<Element>,
}

/// The bytes are a document. Its tree is written and is the same then; so is each tree in it, and what a type keeps of it.
pub fn trees(bytes: &[u8]) {
    let Some(element) = read(bytes, tree) else {
        return;
    };
    let written = element.to_xml().unwrap();
    let again: Element = written.parse().unwrap();
    assert_eq!(again, element, "{written}");
    assert_eq!(again.to_xml().unwrap(), written);
    assert_eq!(element.clone(), element);
    let has_secrets = written.contains("wssecurity-secext") || written.contains("UsernameToken");
    if !has_secrets {
        assert_eq!(format!("{element:?}"), format!("Element({written})"));
    }
    assert_eq!(element.read::<Element>().unwrap(), element, "{written}");
    let printed = pretty(&written).unwrap();
    let again: Element = printed.parse().unwrap();
    assert_eq!(squeezed(&again), squeezed(&element), "{printed}");
    for child in element.children() {
        let alone = child.to_xml().unwrap();
        assert_eq!(alone.parse::<Element>().unwrap(), *child, "{alone}");
    }
    keep(bytes);
}

fn keep(bytes: &[u8]) {
    let kept = read(bytes, |reader| {
        reader.next_child()?;
        let kept: Kept = reader.read()?;
        reader.finish()?;
        Ok(kept)
    });
    // Text between the elements is not kept; it is an error.
    let Some(kept) = kept else { return };
    let written = xml::to_string(&kept).unwrap();
    let again: Kept = match xml::from_str(&written) {
        Ok(again) => again,
        Err(error) => panic!("{error}: {written}"),
    };
    assert_eq!(again, kept, "{written}");
    assert_eq!(xml::to_string(&again).unwrap(), written);
}

fn read<T>(bytes: &[u8], read: impl Fn(&mut Reader<'_>) -> um_messages::Result<T>) -> Option<T> {
    let mut reader = Reader::from_slice_with(bytes, &ReadOptions::new()).ok()?;
    read(&mut reader).ok()
}
