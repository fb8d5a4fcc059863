//! Measures um-messages beside other libraries, and prints tables in Markdown; see README.md.

mod clock;
mod contender;
mod documents;
#[path = "../../benches/event_loops.rs"]
mod event_loops;
#[cfg(feature = "slow")]
mod facet_xml;
mod floor;
mod hard_xml;
mod instant_xml;
mod loops;
#[path = "../../benches/mailbox.rs"]
#[allow(dead_code, unreachable_pub, reason = "the bench has more contenders")]
mod mailbox;
mod names;
mod ours;
mod quick_xml_serde;
mod roxmltree;
mod serde_xml_rs;
mod stream;
mod table;
mod uris;
mod values;
mod xmlserde;
#[cfg(feature = "slow")]
#[allow(
    clippy::option_option,
    clippy::useless_conversion,
    reason = "in code that is derived"
)]
mod xso;
mod yaserde;

use contender::{Contender, Job};
use documents::Document;

/// How often each contender has its turn.
const ROUNDS: usize = 9;

fn contenders() -> Vec<Box<dyn Contender>> {
    vec![
        Box::new(ours::Ours),
        Box::new(ours::OursBorrowed),
        Box::new(quick_xml_serde::QuickXmlSerde),
        Box::new(hard_xml::HardXml),
        Box::new(xmlserde::XmlSerde),
        Box::new(instant_xml::InstantXml),
        Box::new(yaserde::YaSerde),
        Box::new(serde_xml_rs::SerdeXmlRs),
        #[cfg(feature = "slow")]
        Box::new(xso::Xso),
        #[cfg(feature = "slow")]
        Box::new(facet_xml::FacetXml),
        Box::new(roxmltree::Roxmltree),
        Box::new(loops::NS_READER),
        Box::new(loops::READER),
        Box::new(loops::XML_RS),
        Box::new(floor::Floor),
    ]
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Direction {
    Read,
    Write,
}

/// What a contender made of a document: the time of each round in nanoseconds, sorted, or why there is none.
type Outcome = Result<Vec<f64>, String>;

fn main() {
    let streamed = stream::measure(ROUNDS);
    let contenders = contenders();
    table::print_head(&contenders);

    let mut results = Vec::new();
    for document in documents::all() {
        for direction in [Direction::Read, Direction::Write] {
            let outcomes = measure(&contenders, &document, direction);
            results.push(table::Workload::new(&document, direction, outcomes));
        }
    }
    table::print_summary(&contenders, &results);
    table::print_details(&contenders, &results);

    let sizes = [
        ("10", 10),
        ("100", 100),
        ("1,000", 1_000),
        ("10,000", 10_000),
        ("50,000", 50_000),
    ];
    for direction in [Direction::Read, Direction::Write] {
        let outcomes = sizes.map(|(name, count)| {
            (
                count,
                measure(&contenders, &documents::items(name, count), direction),
            )
        });
        table::print_scaling(&contenders, direction, &outcomes);
    }

    println!("{streamed}");
    table::print_unchecked(&contenders);
}

/// The contenders take turns, so that what slows the machine down slows all of them down.
fn measure(
    contenders: &[Box<dyn Contender>],
    document: &Document,
    direction: Direction,
) -> Vec<Outcome> {
    eprintln!("{direction:?} {}", document.name);
    let jobs: Vec<Result<(Job, u32), String>> = contenders
        .iter()
        .map(|contender| prepared(&**contender, document, direction))
        .collect();
    let mut times = vec![Vec::new(); jobs.len()];
    for round in 0..ROUNDS {
        for turn in 0..jobs.len() {
            let index = (round + turn) % jobs.len();
            if let Ok((job, repetitions)) = &jobs[index] {
                times[index].push(clock::time(&job.run, *repetitions));
            }
        }
    }
    let outcome = |(job, mut times): (Result<_, _>, Vec<f64>)| {
        times.sort_by(f64::total_cmp);
        job.map(|_| times)
    };
    jobs.into_iter().zip(times).map(outcome).collect()
}

/// The job, which is done right, and how often it is to be repeated in a turn.
fn prepared(
    contender: &dyn Contender,
    document: &Document,
    direction: Direction,
) -> Result<(Job, u32), String> {
    let job = match direction {
        Direction::Read => contender.read(document),
        Direction::Write => contender.write(document),
    }?;
    job.check(document)?;
    let repetitions = clock::repetitions(&job.run);
    Ok((job, repetitions))
}
