//! Fields that are secret: what stands in them, in errors does not. `<Pin>hunter2</Pin>` is "not an integer", and nobody
//! reads in a log what it is. Where a message is written for a log, it is `<Pin>***</Pin>`.

use super::fields::Children;
use super::offer::Answer;
use crate::xml::write::Writer;

/// What comes of reading the field: an error is without what stands there.
#[inline]
pub fn read<A: Answer>(answer: A) -> A {
    answer.of_secret()
}

/// Writes what the field adds to a start tag.
pub fn write(writer: &mut Writer, write: impl FnOnce(&mut Writer)) {
    let secret = writer.begin_secret();
    write(writer);
    writer.end_secret_attributes(secret);
}

/// Writes the field into the content of an element.
pub fn write_to(children: &mut Children<'_>, write: impl FnOnce(&mut Children<'_>)) {
    let secret = children.writer.begin_secret();
    write(children);
    children.writer.end_secret_content(secret);
}
