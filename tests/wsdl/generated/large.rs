//! No type is so large that the stack cannot take it, however many elements may stand in one another.

use std::thread;

use um_messages::xml;

use super::code::large::Root;

/// An eighth of what a thread has by default.
const STACK: usize = 256 * 1024;

#[test]
fn a_type_of_many_optional_elements_is_small() {
    let size = size_of::<Root>();
    assert!(size <= 4 * 1024, "{size}");
}

#[test]
fn a_type_of_many_optional_elements_is_read_and_written_on_a_small_stack() {
    let document = include_str!("../instances/large/Root.xml");
    let round_trip = || {
        let root: Root = xml::from_str(document).unwrap();
        xml::to_string(&root).unwrap()
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(round_trip);
    let written = thread.unwrap().join().unwrap();
    xml::assert_same!(document, &written);
}
