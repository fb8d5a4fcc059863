//! Documentation of a schema as documentation of Rust: its text is no Markdown, and must not be taken for it.

/// How long a line may be.
const WIDTH: usize = 100;

/// The lines of a documentation comment, each with a space before it.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split("\n\n") {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        wrap(paragraph, &mut lines);
    }
    lines
}

/// A text as code, in more backticks than stand in it.
pub(super) fn code(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let longest = text.split(|character| character != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or(0) + 1);
    let gap = if longest == Some(0) { "" } else { " " };
    format!("{fence}{gap}{text}{gap}{fence}")
}

fn wrap(paragraph: &str, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        let word = escaped(word);
        if !line.is_empty() && line.chars().count() + word.chars().count() > WIDTH {
            lines.push(std::mem::take(&mut line));
        }
        line.push(' ');
        if line.len() == 1 {
            line.push_str(&without_mark(word));
        } else {
            line.push_str(&word);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
}

/// A word in which nothing is markup, and a URI is a link.
fn escaped(word: &str) -> String {
    if word.starts_with("http://") || word.starts_with("https://") {
        let is_end =
            |character: char| !character.is_alphanumeric() && !"/:._-~%?=&+".contains(character);
        let end = word.find(is_end).unwrap_or(word.len());
        let (uri, rest) = word.split_at(end);
        let trimmed = uri.trim_end_matches(['.', ',', ':']);
        let rest = format!("{}{rest}", uri.get(trimmed.len()..).unwrap_or_default());
        return format!("<{trimmed}>{}", escaped_text(&rest));
    }
    escaped_text(word)
}

fn escaped_text(word: &str) -> String {
    let mut result = String::with_capacity(word.len());
    for character in word.chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~'
        ) {
            result.push('\\');
        }
        result.push(character);
    }
    // A URI inside a word is a link without being marked as one.
    result.replace("://", ":\\//")
}

/// The first word of a line, which would make a list, a heading or a quotation of it.
fn without_mark(word: String) -> String {
    let number = word.trim_end_matches(['.', ')']);
    let is_number = number.len() < word.len() && number.chars().all(|digit| digit.is_ascii_digit());
    if is_number {
        let (digits, mark) = word.split_at(number.len());
        return format!("{digits}\\{mark}");
    }
    if word.starts_with(['-', '+', '#', '=', ':']) {
        return format!("\\{word}");
    }
    word
}

#[cfg(test)]
mod tests {
    use super::{code, lines};

    #[test]
    fn code_may_have_backticks() {
        assert_eq!(code("a`b``"), "``` a`b`` ```");
        assert_eq!(code("[a-z]\n{3}"), "`[a-z] {3}`");
    }

    #[test]
    fn text_is_no_markup() {
        assert_eq!(
            lines("1. a <b> [c]\n\n- http://x.org/y. *z*"),
            [
                " 1\\. a \\<b\\> \\[c\\]",
                "",
                " \\- <http://x.org/y>. \\*z\\*"
            ]
        );
        assert!(
            lines(&"word ".repeat(100))
                .iter()
                .all(|line| line.len() < 110)
        );
    }
}
