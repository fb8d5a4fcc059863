//! The embedded service of the examples, over real HTTP: what it answers, and how it refuses.

#[path = "../../../um-messages/examples/service/mod.rs"]
mod embedded;

mod client;
mod http;
mod load;
mod operations;
mod refusals;
mod versions;
