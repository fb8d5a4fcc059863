//! Documents that were changed at random, and random bytes, the same in each run: nothing of it panics. How to try more of them stands in
//! `tests/fuzz/README.md`.

use std::fs;

use um_wsdl_tests::{files, fuzzed};

/// Numbers that look random (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % end).unwrap_or_default()
    }
}

/// The document with a piece left out, doubled, put elsewhere or spoiled.
fn changed(document: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = document.to_vec();
    for _ in 0..=random.below(3) {
        let start = random.below(bytes.len());
        let end = (start + 1 + random.below(60)).min(bytes.len());
        let piece: Vec<u8> = bytes.get(start..end).unwrap_or_default().to_vec();
        match random.below(5) {
            0 => drop(bytes.drain(start..end)),
            1 => drop(bytes.splice(end..end, piece)),
            2 => {
                let to = random.below(bytes.len());
                drop(bytes.splice(to..to, piece));
            }
            3 => bytes.truncate(end),
            _ => {
                let byte = u8::try_from(random.below(256)).unwrap_or_default();
                drop(bytes.splice(start..=start, [byte]));
            }
        }
    }
    bytes
}

/// A name of the document stands where another one stood: what is referred to is of another kind, or refers back.
fn renamed(document: &str, random: &mut Random) -> String {
    let values: Vec<&str> = document.split('"').skip(1).step_by(2).collect();
    let mut value = || values.get(random.below(values.len())).copied();
    let (from, to) = (value().unwrap_or_default(), value().unwrap_or_default());
    document.replacen(&format!("\"{from}\""), &format!("\"{to}\""), 2)
}

#[test]
fn documents_that_were_changed() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let services = files("services", "wsdl");
    for (_, path) in files("schemas", "xsd").into_iter().chain(services) {
        let document = fs::read(path).unwrap();
        for _ in 0..2 {
            fuzzed::generator(&changed(&document, &mut random));
        }
        let text = String::from_utf8_lossy(&document);
        fuzzed::generator(renamed(&text, &mut random).as_bytes());
    }
}

#[test]
fn random_bytes() {
    let mut random = Random(1);
    for _ in 0..300 {
        let length = random.below(400);
        let bytes = (0..length).map(|_| u8::try_from(random.below(256)).unwrap_or_default());
        fuzzed::generator(&bytes.collect::<Vec<u8>>());
    }
}
