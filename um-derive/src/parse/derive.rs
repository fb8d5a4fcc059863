//! Which of the two derives was asked for.

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Derive {
    Message,
    Type,
}
