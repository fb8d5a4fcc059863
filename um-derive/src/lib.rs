//! The derives of [`um-messages`](https://docs.rs/um-messages), which re-exports them: depend on that crate, not on this one.
//!
//! [`SoapMessage`](macro@SoapMessage) is for what stands in the Body of an envelope, [`SoapType`](macro@SoapType) for
//! everything inside a message. Both read the same keys from `#[soap(...)]`:
//!
//! | on | key | meaning |
//! |---|---|---|
//! | message, type | `namespace = "uri"`, or a path to a `&str` constant | the namespace of its fields; required on a message, `""` for none |
//! | message | `namespace_alias = "uri"` (repeatable) | another spelling of the namespace, understood when reading |
//! | message, type | `prefix = "m"` | its namespace is written with this prefix; without it, as the default namespace |
//! | message, type | `rename = "Name"` | its own element's name, where nobody else names it |
//! | struct, enum | `rename_all = "camelCase"` | how field and variant names become XML names: serde's styles, `"verbatim"`; default `"PascalCase"` |
//! | struct | `inner = "Name"` | everything stands in one element of this name inside the element |
//! | struct | `deny_unknown_fields` | unknown elements and attributes are an error |
//! | message, type | `crate = path` | where the runtime is, if not at `::um_messages` |
//! | message | `action = "uri"` | the SOAPAction: a literal, or a path to a `&str` constant |
//! | message, message enum | `version = "1.2"` | the SOAP version, `"1.1"` by default |
//! | message | `response = Type` | the message that answers this one |
//! | field | *(none)* | a child element |
//! | field | `attribute` | an attribute |
//! | field | `text` | the text content |
//! | field | `rename = "Name"`, `alias = "Name"` (repeatable) | its name, other names read for it |
//! | field | `namespace = "uri"`, `prefix = "t"`, `unqualified` | where its name lives |
//! | field | `default`, `default = "path"` | used where the element or attribute is absent |
//! | field | `skip`, `skip_if = "path"` | neither written nor read; not written where the function says so |
//! | variant | `rename = "text"`, `alias = "text"` (repeatable) | the value's text |
//! | variant | `other` | on `Other(String)`: keeps a value that is not known, and writes it back |

mod ctxt;
mod expand;
mod model;
mod parse;
mod receiver;
mod validate;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::ctxt::Ctxt;
use crate::model::Message;

/// Which of the two derives was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Derive {
    Message,
    Type,
}

/// Makes a struct a SOAP message, or an enum of one-field variants "one of these messages".
#[proc_macro_derive(SoapMessage, attributes(soap))]
pub fn soap_message(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), Derive::Message).into()
}

/// Makes a struct a complex type, an enum of unit variants a simple type, and lets a newtype stand for its content.
#[proc_macro_derive(SoapType, attributes(soap))]
pub fn soap_type(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), Derive::Type).into()
}

fn derive(input: TokenStream, derive: Derive) -> TokenStream {
    let mut input = match syn::parse2::<DeriveInput>(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    receiver::replace(&mut input);
    let ctxt = Ctxt::new();
    let message = understand(&ctxt, derive, &input);
    match (ctxt.finish(), message) {
        (Ok(()), Some(message)) => expand::message(&message),
        (Ok(()), None) => TokenStream::new(),
        (Err(errors), _) => {
            let fallback = expand::fallback(derive, &input);
            quote::quote! { #errors #fallback }
        }
    }
}

/// Goes on after an error, so that everything there is to say is said at once.
fn understand<'a>(ctxt: &Ctxt, derive: Derive, input: &'a DeriveInput) -> Option<Message<'a>> {
    let item = parse::item(ctxt, derive, input)?;
    validate::keys(ctxt, &item);
    let message = Message::new(ctxt, item);
    validate::message(ctxt, &message);
    Some(message)
}
