//! What the README and the pages of the documentation say of each other and of files of the project.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use um_messages::ReadOptions;

const README: &str = include_str!("../README.md");
const SECURITY: &str = include_str!("../SECURITY.md");
const KEYS: &str = include_str!("../um-derive/KEYS.md");

/// The client that the README shows is the one that is tried.
#[test]
fn the_client_is_that_of_the_example() {
    let example = include_str!("../um-messages/examples/exchange.rs");
    let from = example.find("/// The endpoint of a service").unwrap();
    let to = example.find("fn main()").unwrap();
    assert!(README.contains(example[from..to].trim()));
}

/// Where the files of the project are seen, also from a page of a registry, which knows no other files.
const FILES: &str = "https://github.com/um-messages/um-messages/blob/main/";

/// Each link to a file of the project leads to one, and where its text is a type's name, to the type.
#[test]
fn links_lead_to_what_they_name() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut types = 0;
    let links = README.split('[').chain(SECURITY.split('[').skip(1));
    for link in links.skip(1) {
        let Some((text, rest)) = link.split_once("](") else {
            continue;
        };
        let target = rest.split(')').next().unwrap();
        let Some(file) = target.strip_prefix(FILES) else {
            let is_elsewhere = target.starts_with("https:") || target.starts_with('#');
            assert!(is_elsewhere, "{target}");
            continue;
        };
        let path = root.join(file);
        assert!(path.exists(), "{target}");
        let name = text.trim_matches('`');
        if !path.is_file() || !name.starts_with(|c: char| c.is_ascii_uppercase()) {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let is_defined = ["struct", "enum", "trait"].iter().any(|kind| {
            source.contains(&format!("pub {kind} {name} "))
                || source.contains(&format!("pub {kind} {name}:"))
        });
        assert!(is_defined, "`{name}` is not in {target}");
        types += 1;
    }
    assert!(types >= 28, "{types}");
    // A row for each of the fourteen operations.
    for (service, operations) in [
        (
            "UM",
            "IsUMEnabled GetUMProperties SetOofStatus SetPlayOnPhoneDialString SetTelephoneAccessFolderEmail \
             SetMissedCallNotificationEnabled ResetPIN PlayOnPhone PlayOnPhoneGreeting GetCallInfo Disconnect",
        ),
        (
            "EWS",
            "PlayOnPhone GetPhoneCallInformation DisconnectPhoneCall",
        ),
    ] {
        for operation in operations.split(' ') {
            let row = format!("| {service} | [`{operation}`](");
            let answer = format!("| [`{operation}Response`](");
            let is_there = README
                .lines()
                .any(|line| line.starts_with(&row) && line.contains(&answer));
            assert!(is_there, "{row}");
        }
    }
}

/// Each key that has a section on its page is in the table of what is supported.
#[test]
fn the_table_has_each_key() {
    let keys: Vec<_> = KEYS
        .lines()
        .filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`'))
        .collect();
    assert!(keys.len() >= 32, "{keys:?}");
    let rows: String = README
        .lines()
        .filter(|line| line.starts_with("| keys on "))
        .collect();
    for key in keys {
        assert!(rows.contains(&format!("`{key}`")), "{key}");
    }
}

/// Each link to a place of the same page leads to a heading of it.
#[test]
fn links_lead_to_headings() {
    for page in [README, KEYS, include_str!("../um-messages/src/cookbook.md")] {
        let headings: Vec<String> = page
            .lines()
            .filter(|line| line.starts_with('#'))
            .filter_map(|line| line.trim_start_matches('#').strip_prefix(' '))
            .map(anchor)
            .collect();
        let mut links = 0;
        for link in page.split("](#").skip(1) {
            let target = link.split(')').next().unwrap();
            assert!(headings.iter().any(|heading| heading == target), "{target}");
            links += 1;
        }
        assert!(links > 0, "{page}");
    }
}

// What SECURITY.md says.

/// The limits, with their defaults.
#[test]
fn limits_are_as_they_are_said_to_be() {
    let described: BTreeSet<String> = SECURITY
        .lines()
        .filter_map(|line| line.strip_prefix("| `max_"))
        .map(|row| {
            let mut cells = row.split(" | ");
            let (name, default) = (cells.next().unwrap(), cells.next().unwrap());
            let default = default.replace("none", &usize::MAX.to_string());
            format!("max_{}: {default}", name.trim_end_matches('`'))
        })
        .collect();
    let options = format!("{:?}", ReadOptions::new());
    let actual: BTreeSet<String> = options
        .split(['{', ','])
        .map(|option| option.trim().to_owned())
        .filter(|option| option.starts_with("max_"))
        .collect();
    assert_eq!(described, actual);
}

/// The compiler forbids `unsafe` where the manifests say so, and each of them does.
#[test]
fn nothing_is_unsafe() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let manifest = |path: &str| fs::read_to_string(root.join(path).join("Cargo.toml")).unwrap();
    let workspace = manifest("");
    let (_, lints) = workspace.split_once("[workspace.lints.rust]").unwrap();
    let lints = lints.split("\n[").next().unwrap();
    assert!(lints.contains("\nunsafe_code = \"forbid\"\n"), "{lints}");
    let members = workspace
        .lines()
        .find_map(|it| it.strip_prefix("members = "));
    for member in members.unwrap().split('"').skip(1).step_by(2) {
        let inherits = manifest(member).contains("\n[lints]\nworkspace = true\n");
        assert!(inherits, "{member}");
    }
    // Without its default features base64 has none.
    let line = workspace.lines().find(|line| line.starts_with("base64 = "));
    assert!(
        line.unwrap()
            .contains(r#"default-features = false, features = ["alloc"]"#)
    );
}

/// The name of a heading in links, as GitHub and rustdoc make it.
fn anchor(heading: &str) -> String {
    let kept = heading
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| {
        if c == ' ' {
            '-'
        } else {
            c.to_ascii_lowercase()
        }
    })
    .collect()
}
