//! Booleans of the service: as `xs:boolean` has them, and read as some pages print them, capitalized.

/// The text of a boolean.
#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "`with` passes the value of a field by reference, whatever its type"
)]
pub(super) fn to_text(value: &bool) -> &'static str {
    if *value { "true" } else { "false" }
}

/// The boolean of a text.
pub(super) fn from_text(text: &str) -> Result<bool, &'static str> {
    match text {
        "true" | "True" | "1" => Ok(true),
        "false" | "False" | "0" => Ok(false),
        _ => Err("`true`, `false`, `1` or `0`"),
    }
}
