//! One sort for all: every further kind of sort would cost each reader some kilobytes of Wasm.

/// The order in which keys rise: places in `keys`, equal keys in the order they came.
pub fn order(keys: impl Iterator<Item = f64>) -> Vec<usize> {
    let mut pairs: Vec<(f64, usize)> = keys.zip(0..).collect();
    pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    pairs.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(order([3.0, 1.0, 2.0, 1.0].into_iter()), [1, 3, 2, 0]);
        assert_eq!(order(std::iter::empty()), [0usize; 0]);
    }
}
