//! Reads the value of one key in the form that its row of the table asks for.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{ExprPath, LitInt, LitStr, Path, Token, Type, WherePredicate};

use super::entries::{Entry, Written};
use super::keys::{Row, ValueForm};
use crate::ctxt::Ctxt;
use crate::receiver::mentions_self;

/// A value beside the key that sets it.
#[derive(Clone, Debug)]
pub(crate) struct Setting<T> {
    pub(crate) key: Ident,
    pub(crate) value: T,
}

/// Text known to the macro, or only to the compiler.
#[derive(Clone, Debug)]
pub(crate) enum StrValue {
    Literal(LitStr),
    Constant(Path),
}

/// What follows `where`.
pub(crate) type Predicates = Punctuated<WherePredicate, Token![,]>;

pub(crate) enum Value {
    Flag,
    Text(LitStr),
    Number(usize),
    Str(StrValue),
    Type(Type),
    Predicates(Predicates),
    Path(Path),
    Function(ExprPath),
}

impl StrValue {
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Literal(literal) if literal.value().is_empty())
    }
}

impl ToTokens for StrValue {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Literal(literal) => literal.to_tokens(tokens),
            Self::Constant(path) => path.to_tokens(tokens),
        }
    }
}

impl Parse for StrValue {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Literal);
        }
        // As an expression has it: the generics of a type would not be Rust where the constant stands.
        let constant: ExprPath = input.parse()?;
        // The value is also used outside the `impl`, where there is no `Self`.
        match constant.qself {
            None if mentions_self(constant.to_token_stream()) => {
                Err(input.error("`Self` cannot be named here"))
            }
            None => Ok(Self::Constant(constant.path)),
            Some(_) => Err(input.error("a path without `<… as …>` is expected")),
        }
    }
}

/// Reports a value of the wrong form, and how the key is written.
pub(crate) fn read(ctxt: &Ctxt, row: &Row, entry: &Entry) -> Option<Value> {
    let name = row.name;
    let help = format!("write {}", row.usage);
    match &entry.written {
        Written::Nothing if matches!(row.form, ValueForm::Flag | ValueForm::FlagOrFunction) => {
            return Some(Value::Flag);
        }
        Written::Nothing => {
            let message = format!("key `{name}` needs a value");
            ctxt.error_help(&entry.key, message, help);
        }
        Written::Equals(tokens) if tokens.is_empty() => {
            let message = format!("nothing follows `{name} =`");
            ctxt.error_help(&entry.key, message, help);
        }
        Written::Equals(tokens) if row.form == ValueForm::Flag => {
            ctxt.error_help(tokens, format_args!("key `{name}` takes no value"), help);
        }
        Written::Equals(tokens) => match formed(row.form, tokens) {
            Some(value) => return Some(value),
            None => ctxt.error_help(
                tokens,
                expected(row),
                unnameable(row.form, tokens).unwrap_or(&help),
            ),
        },
        Written::Else(tokens) => {
            let message = format!("unexpected tokens after key `{name}`");
            ctxt.error_help(tokens, message, help);
        }
    }
    None
}

fn expected(row: &Row) -> String {
    let what = match row.form {
        ValueForm::Flag => "nothing",
        ValueForm::Text => "a string",
        ValueForm::Number => "a number",
        ValueForm::Str => "a string or the path of a constant",
        ValueForm::Type => "a type",
        ValueForm::Predicates => "bounds in a string",
        ValueForm::Path => "a path",
        ValueForm::Module => "the path of a module in a string",
        ValueForm::Function | ValueForm::FlagOrFunction => "the path of a function in a string",
    };
    format!("the value of `{}` must be {what}", row.name)
}

/// Why a path cannot stand here that would be one elsewhere.
fn unnameable(form: ValueForm, tokens: &TokenStream) -> Option<&'static str> {
    let is_path = matches!(form, ValueForm::Str | ValueForm::Path | ValueForm::Module)
        || matches!(form, ValueForm::Function | ValueForm::FlagOrFunction);
    let in_string = syn::parse2::<LitStr>(tokens.clone()).and_then(|it| it.parse::<TokenStream>());
    let tokens = in_string.unwrap_or_else(|_| tokens.clone());
    if is_path && mentions_self(tokens.clone()) {
        return Some("name the type: `Self` is not known where the value is used");
    }
    let has_arguments = tokens.into_iter().any(|it| it.to_string() == "<");
    (is_path && has_arguments).then_some(match form {
        ValueForm::Path | ValueForm::Module => "remove them: a module has no generic arguments",
        _ => "write generic arguments as an expression has them: `Name::<u8>::VALUE`",
    })
}

/// Whether a lifetime stands in the type.
pub(crate) fn has_lifetime(ty: &Type) -> bool {
    let is_quote = |token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '\'');
    ty.to_token_stream().into_iter().any(is_quote)
}

fn formed(form: ValueForm, tokens: &TokenStream) -> Option<Value> {
    let tokens = tokens.clone();
    match form {
        ValueForm::Flag => None,
        ValueForm::Text => syn::parse2(tokens).ok().map(Value::Text),
        ValueForm::Number => {
            let number = syn::parse2::<LitInt>(tokens).ok()?;
            number.base10_parse().ok().map(Value::Number)
        }
        ValueForm::Str => syn::parse2(tokens).ok().map(Value::Str),
        ValueForm::Type => syn::parse2(tokens).ok().map(Value::Type),
        ValueForm::Predicates => {
            let literal = syn::parse2::<LitStr>(tokens).ok()?;
            let predicates = literal.parse_with(Punctuated::parse_terminated).ok()?;
            Some(Value::Predicates(predicates))
        }
        ValueForm::Path => path(tokens).map(Value::Path),
        ValueForm::Module => {
            let literal = syn::parse2::<LitStr>(tokens).ok()?;
            let path = literal.parse_with(Path::parse_mod_style).ok()?;
            Some(Value::Path(path))
        }
        ValueForm::Function | ValueForm::FlagOrFunction => {
            let literal = syn::parse2::<LitStr>(tokens).ok()?;
            literal.parse().ok().map(Value::Function)
        }
    }
}

/// `a::b`, or `"a::b"` as serde writes it.
fn path(tokens: TokenStream) -> Option<Path> {
    if let Ok(literal) = syn::parse2::<LitStr>(tokens.clone()) {
        return literal.parse_with(Path::parse_mod_style).ok();
    }
    Path::parse_mod_style.parse2(tokens).ok()
}
