//! A test goes into the file named after what it measures; where it came from stands in its comment.
//!
//! Here: what reading and writing cost. It is counted, and never timed: bytes that are allocated, allocations, the
//! most that is held at once, the length of what is written. Twice the input costs twice as much, and nothing more than a small
//! factor of the input's length. What does not allocate is tried on so much that in anything but linear time it
//! would not end.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod canonical;
mod comparing;
mod errors;
mod faults;
mod kept;
mod masking;
mod measure;
mod packages;
mod positions;
mod reading;
mod streams;
mod writing;
