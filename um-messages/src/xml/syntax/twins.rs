//! Attributes and declarations that stand twice in one tag, which none may (XML 1.0 section 3.1).

/// The first item that has the key of one before it.
#[inline]
pub(crate) fn first_twin<'t, T, K: Ord>(
    items: &'t [T],
    key: impl Fn(&'t T) -> K,
) -> Option<(usize, &'t T)> {
    // Few are compared faster than they are sorted.
    const FEW: usize = 12;
    if items.len() > FEW {
        return first_twin_of_many(items, key);
    }
    items.iter().enumerate().find(|&(index, item)| {
        let mut before = items.iter().take(index);
        before.any(|other| key(other) == key(item))
    })
}

#[cold]
fn first_twin_of_many<'t, T, K: Ord>(
    items: &'t [T],
    key: impl Fn(&'t T) -> K,
) -> Option<(usize, &'t T)> {
    let keys = items
        .iter()
        .enumerate()
        .map(|(index, item)| (key(item), index));
    let mut sorted: Vec<(K, usize)> = keys.collect();
    sorted.sort_unstable();
    let twins = sorted.windows(2).filter_map(|pair| match pair {
        [(first, _), (second, index)] if first == second => Some(*index),
        _ => None,
    });
    let index = twins.min()?;
    items.get(index).map(|item| (index, item))
}

#[cfg(test)]
mod tests {
    use super::first_twin;

    #[test]
    fn the_first_twin_is_found_among_few_and_many() {
        for length in [0, 1, 12, 13, 100] {
            let mut numbers: Vec<usize> = (0..length).rev().collect();
            assert_eq!(first_twin(&numbers, |number| *number), None);
            numbers.extend([length, 0, length, 0]);
            let twin = first_twin(&numbers, |number| *number).map(|(index, _)| index);
            let expected = if length == 0 { 1 } else { length + 1 };
            assert_eq!(twin, Some(expected), "{length}");
        }
    }
}
