//! "Did you mean": the nearest of some words.

/// The candidate nearest to `word`, if one is near enough to be what was meant.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word = word.to_lowercase();
    // One letter in three may be wrong, and one in a shorter word.
    let limit = word.chars().count().max(3) / 3;
    candidates
        .into_iter()
        .map(|candidate| (edit_distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Insertions, deletions, substitutions and swaps of neighbors (the optimal string alignment distance).
fn edit_distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    let mut last = None;
    for (row, from) in left.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, to) in right.iter().enumerate() {
            let substituted = above[column] + usize::from(from != *to);
            let mut cost = substituted
                .min(above[column + 1] + 1)
                .min(current[column] + 1);
            let is_swap = column > 0 && last == Some(*to) && right[column - 1] == from;
            if is_swap {
                cost = cost.min(before[column - 1] + 1);
            }
            current.push(cost);
        }
        before = std::mem::replace(&mut above, current);
        last = Some(from);
    }
    above[right.len()]
}

/// Words as they stand in a message: "`a`, `b`".
pub(crate) fn quoted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{edit_distance, nearest};

    #[test]
    fn distances() {
        for (left, right, distance) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("nmespace", "namespace", 1),
            ("prefxi", "prefix", 1),
            ("äb", "ab", 1),
        ] {
            assert_eq!(edit_distance(left, right), distance, "{left} {right}");
        }
    }

    #[test]
    fn near_is_near_enough() {
        let keys = ["namespace", "rename", "rename_all", "text"];
        assert_eq!(nearest("Namespace", keys), Some("namespace"));
        assert_eq!(nearest("renameAll", keys), Some("rename_all"));
        assert_eq!(nearest("txt", keys), Some("text"));
        assert_eq!(nearest("wrapper", keys), None);
    }
}
