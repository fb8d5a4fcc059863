//! What is generated for the model: which items of Rust, in which modules, with which names and keys.

mod asked;
mod bases;
mod boxing;
mod enumeration;
mod fields;
mod lists;
mod messages;
mod modules;
mod naming;
mod planner;
mod reach;
pub(crate) mod rust;
mod simple;
mod slots;
mod standing;
mod types;
mod unions;
mod values;
mod wrappers;

use self::planner::Planner;
use self::rust::File;
use super::model::Model;
use super::options::Options;

/// Plans the file for a model. The types of `namespace` stand in the file itself, others in modules of their own.
pub(crate) fn plan(model: &Model<'_>, namespace: &str, options: &Options) -> File {
    let mut planner = Planner::new(model, namespace, options);
    planner.name_messages();
    planner.name_types();
    planner.add_types();
    planner.add_messages();
    planner.add_services();
    let mut file = File {
        modules: planner.modules.all,
        items: planner.items,
        constants: planner.constants,
        unmatched: planner.asked.unmatched(),
    };
    boxing::add_boxes(&mut file);
    file
}
