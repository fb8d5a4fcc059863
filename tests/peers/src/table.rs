//! What is printed: tables in Markdown.

use std::collections::BTreeMap;
use std::process::Command;

use crate::contender::{Contender, Role};
use crate::documents::Document;
use crate::{Direction, Outcome, ROUNDS};

/// The results of all contenders for a document in one direction.
pub(crate) struct Workload {
    name: String,
    outcomes: Vec<Outcome>,
}

impl Workload {
    pub(crate) fn new(document: &Document, direction: Direction, outcomes: Vec<Outcome>) -> Self {
        let name = format!("{}, {}", document.name, verb(direction));
        Self { name, outcomes }
    }

    fn median(&self, contender: usize) -> Option<f64> {
        median(&self.outcomes[contender])
    }

    /// The fastest of a role: its index, and its median.
    fn fastest(&self, contenders: &[Box<dyn Contender>], role: Role) -> Option<(usize, f64)> {
        (0..contenders.len())
            .filter(|&index| contenders[index].role() == role)
            .filter_map(|index| Some((index, self.median(index)?)))
            .min_by(|a, b| a.1.total_cmp(&b.1))
    }
}

fn median(outcome: &Outcome) -> Option<f64> {
    outcome.as_ref().ok().map(|times| times[times.len() / 2])
}

fn verb(direction: Direction) -> &'static str {
    match direction {
        Direction::Read => "read",
        Direction::Write => "written",
    }
}

pub(crate) fn print_head(contenders: &[Box<dyn Contender>]) {
    println!("# um-messages beside its peers\n");
    println!(
        "{}, {}; {ROUNDS} rounds, in turns; CPU time of the thread, fat LTO.\n",
        output("date", &["-u", "+%F"]),
        output("rustc", &["-V"])
    );
    println!("| contender | version of |\n|---|---|");
    for contender in contenders {
        println!(
            "| {} | {} {} |",
            contender.name(),
            contender.package(),
            version(contender.package())
        );
    }
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map_or_else(
        |error| error.to_string(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}

/// The version that `Cargo.lock` has.
fn version(package: &str) -> &'static str {
    let lock = include_str!("../Cargo.lock");
    // Of two versions the later one is ours, and an older one that of a peer.
    let entry = lock
        .split(&format!("name = \"{package}\"\nversion = \""))
        .skip(1)
        .last();
    entry
        .and_then(|entry| entry.split('"').next())
        .unwrap_or("of no version")
}

/// um-messages against the fastest derive, the floor and the loop.
pub(crate) fn print_summary(contenders: &[Box<dyn Contender>], workloads: &[Workload]) {
    println!("\n## Ratios of medians\n");
    println!(
        "| | um-messages | fastest derive | times as fast | floor | times as long as the floor | against quick-xml's `NsReader`, bare |"
    );
    println!("|---|--:|---|--:|--:|--:|--:|");
    for workload in workloads {
        for ours in (0..contenders.len()).filter(|&index| contenders[index].role() == Role::Ours) {
            let Some(time) = workload.median(ours) else {
                continue;
            };
            let name = workload.name.clone()
                + contenders[ours]
                    .name()
                    .strip_prefix("um-messages")
                    .unwrap_or_default();
            let peer = workload.fastest(contenders, Role::Derive);
            let floor = workload.fastest(contenders, Role::Floor);
            let bare = workload.fastest(contenders, Role::Loop);
            println!(
                "| {name} | {} | {} | {} | {} | {} | {} |",
                shown(time),
                peer.map_or_else(String::new, |(index, time)| format!(
                    "{} {}",
                    contenders[index].name(),
                    shown(time)
                )),
                ratio(peer, |peer| peer / time),
                floor.map_or_else(String::new, |(_, time)| shown(time)),
                ratio(floor, |floor| time / floor),
                ratio(bare, |bare| bare / time),
            );
        }
    }
}

fn ratio(other: Option<(usize, f64)>, of: impl Fn(f64) -> f64) -> String {
    other.map_or_else(String::new, |(_, time)| format!("{:.2}", of(time)))
}

/// All contenders, and why some have no time.
pub(crate) fn print_details(contenders: &[Box<dyn Contender>], workloads: &[Workload]) {
    println!("\n## All times: median (minimum)\n");
    print!("| |");
    for contender in contenders {
        print!(" {} |", contender.name());
    }
    println!("\n|---|{}", "--:|".repeat(contenders.len()));
    for workload in workloads {
        print!("| {} |", workload.name);
        for outcome in &workload.outcomes {
            match outcome {
                Ok(times) => print!(" {} ({}) |", shown(times[times.len() / 2]), shown(times[0])),
                Err(_) => print!(" – |"),
            }
        }
        println!();
    }
    print_reasons(contenders, workloads);
}

/// Why cells are empty, each reason once.
fn print_reasons(contenders: &[Box<dyn Contender>], workloads: &[Workload]) {
    println!("\nEmpty cells:\n");
    for (index, contender) in contenders.iter().enumerate() {
        let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for workload in workloads {
            if let Err(reason) = &workload.outcomes[index] {
                reasons.entry(reason).or_default().push(&workload.name);
            }
        }
        for (reason, names) in reasons {
            println!("* {}: {reason} ({})", contender.name(), names.join("; "));
        }
    }
}

/// Nanoseconds an item for lists of some lengths.
pub(crate) fn print_scaling(
    contenders: &[Box<dyn Contender>],
    direction: Direction,
    sizes: &[(u32, Vec<Outcome>)],
) {
    println!("\n## Items {}: ns an item\n", verb(direction));
    print!("| |");
    for (size, _) in sizes {
        print!(" {size} |");
    }
    println!(
        " largest / 1,000 |\n|---|{}--:|",
        "--:|".repeat(sizes.len())
    );
    for (index, contender) in contenders.iter().enumerate() {
        let an_item = |(size, outcomes): &(u32, Vec<Outcome>)| {
            Some(median(&outcomes[index])? / f64::from(*size))
        };
        let times: Vec<_> = sizes.iter().filter_map(an_item).collect();
        let thousand = sizes
            .iter()
            .find(|(size, _)| *size == 1_000)
            .and_then(an_item);
        if let (Some(last), Some(thousand)) = (times.last(), thousand) {
            let cells: Vec<_> = times.iter().map(|time| format!("{time:.0}")).collect();
            println!(
                "| {} | {} | {:.2} |",
                contender.name(),
                cells.join(" | "),
                last / thousand
            );
        }
    }
}

pub(crate) fn print_unchecked(contenders: &[Box<dyn Contender>]) {
    println!("\n## What they do not check\n\n| | unchecked |\n|---|---|");
    for contender in contenders {
        println!("| {} | {} |", contender.name(), contender.unchecked());
    }
}

fn shown(nanoseconds: f64) -> String {
    if nanoseconds < 10_000.0 {
        format!("{nanoseconds:.0} ns")
    } else {
        format!("{:.0} µs", nanoseconds / 1_000.0)
    }
}
