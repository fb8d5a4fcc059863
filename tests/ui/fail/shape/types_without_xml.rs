use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    headers: BTreeMap<String, String>,
    tags: Option<HashSet<String>>,
    name: Arc<str>,
    id: Option<Option<u8>>,
    lines: Option<Vec<u16>>,
    #[soap(attribute)]
    sizes: Option<Vec<u16>>,
    #[soap(list)]
    table: Vec<Vec<u16>>,
    notes: Vec<Option<String>>,
    pair: (u8, u8),
    numbers: [u16; 4],
}

fn main() {}
