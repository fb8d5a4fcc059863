//! Where an unfinished text ends.

use super::scan::Illegal;
use super::span::OpenName;
use super::tokenizer::{Token, TokenData, Tokenizer};

/// The path to the end of an unfinished text: the local names of the elements that are open there.
pub(crate) fn path_to_end(xml: &str) -> String {
    let mut tokenizer = Tokenizer::new(Illegal::Refuse, usize::MAX);
    let mut data = TokenData::default();
    let mut open: Vec<OpenName> = Vec::new();
    while let Ok(token) = tokenizer.next(xml, open.last(), &mut data) {
        match token {
            Token::Start if data.empty => {}
            Token::Start => open.push(OpenName::new(&data.name)),
            Token::End => open.truncate(open.len().saturating_sub(1)),
            Token::EndOfDocument => break,
            Token::Text | Token::CData | Token::Comment | Token::Instruction => {}
        }
    }
    let names: Vec<&str> = open.iter().map(|name| name.get().local().of(xml)).collect();
    names.join("/")
}
