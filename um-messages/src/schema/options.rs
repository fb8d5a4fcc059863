//! How structs become a schema.

/// What is asked for, beside the types.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    pub(super) are_enums_closed: bool,
    /// Whether the schema says where in Rust an element or attribute is.
    pub(super) has_origins: bool,
}
