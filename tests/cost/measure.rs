//! Counting what a piece of work costs.

use allocation_counter::{AllocationInfo, measure};
use um_messages::ReadOptions;

/// What a piece of work costs, and on how much input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// The length of the input in bytes.
    input: u64,
    /// The length of what comes out.
    output: u64,
    /// All bytes that are allocated, one after the other or at once.
    allocated: u64,
    allocations: u64,
    /// The most bytes that are held at once, beside the input.
    peak: u64,
}

impl Cost {
    /// What it costs to turn the input into something of a length. What is made is dropped.
    fn of<I>(input: &I, length: fn(&I) -> usize, work: &impl Fn(&I) -> usize) -> Self {
        let mut output = 0;
        let AllocationInfo {
            bytes_total,
            bytes_max,
            count_total,
            ..
        } = measure(|| output = work(input));
        Self {
            input: length(input) as u64,
            output: output as u64,
            allocated: bytes_total,
            allocations: count_total,
            peak: bytes_max,
        }
    }

    fn counters(self) -> [(&'static str, u64); 4] {
        [
            ("output", self.output),
            ("allocated", self.allocated),
            ("allocations", self.allocations),
            ("peak", self.peak),
        ]
    }
}

/// A case: inputs of any size, and what is done with them.
pub(crate) struct Case<I, M, W> {
    pub(crate) name: &'static str,
    /// Makes an input with so many of what is counted.
    pub(crate) make: M,
    /// How long the input is.
    pub(crate) length: fn(&I) -> usize,
    /// What is done; how long the outcome is.
    pub(crate) work: W,
    /// How many bytes are held at once for a byte of input, at most.
    pub(crate) peak: u64,
    /// How many bytes come out for a byte of input, at most.
    pub(crate) output: u64,
}

/// What stays the same, however long the input is.
const FIXED: u64 = 16 * 1024;

impl<I, M: Fn(usize) -> I, W: Fn(&I) -> usize> Case<I, M, W> {
    /// Tries `n` against twice as many: each counter is at most 2.2 times as high.
    pub(crate) fn check(&self, n: usize) {
        let cost = |n| Cost::of(&(self.make)(n), self.length, &self.work);
        // What is made once in a process is not counted.
        cost(1);
        let (once, twice) = (cost(n), cost(2 * n));
        println!("{}: {once:?}, {twice:?}", self.name);
        assert!(
            twice.input <= once.input * 21 / 10,
            "{}: the inputs",
            self.name
        );
        for ((counter, once), (_, twice)) in once.counters().into_iter().zip(twice.counters()) {
            assert!(
                twice <= once * 22 / 10 + FIXED,
                "{}: {counter} of twice as much is {twice}, and not {}",
                self.name,
                2 * once
            );
        }
        for (counter, count, factor) in [
            ("peak", twice.peak, self.peak),
            ("output", twice.output, self.output),
        ] {
            assert!(
                count <= factor * twice.input + FIXED,
                "{}: {counter} is {count} for {} bytes, {} times as much",
                self.name,
                twice.input,
                count / twice.input
            );
        }
    }
}

/// A document of so many equal pieces between two texts.
pub(crate) fn repeated(before: &str, piece: &str, after: &str, n: usize) -> String {
    [before, &piece.repeat(n), after].concat()
}

/// As [`repeated`], with the number of the piece in it where there is a `#`.
pub(crate) fn numbered(before: &str, piece: &str, after: &str, n: usize) -> String {
    let pieces = (0..n).map(|number| piece.replace('#', &number.to_string()));
    [before, &pieces.collect::<String>(), after].concat()
}

/// Options without the limits that stand in the way of many.
pub(crate) fn unlimited() -> ReadOptions {
    ReadOptions::new()
        .max_depth(usize::MAX)
        .max_attributes(usize::MAX)
        .max_namespaces(usize::MAX)
        .max_uri(usize::MAX)
        .max_nodes(usize::MAX)
}
