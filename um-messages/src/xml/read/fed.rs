//! A source that is fed: what reads from it never waits.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The bytes that have come and have not been read. All clones are one.
#[derive(Clone, Default)]
pub(crate) struct Fed(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    bytes: VecDeque<u8>,
    is_over: bool,
    /// Whether somebody wanted to read more than there was.
    is_short: bool,
}

impl Fed {
    pub(crate) fn push(&self, bytes: &[u8]) {
        self.state().bytes.extend(bytes);
    }

    /// Nothing more comes.
    pub(crate) fn end(&self) {
        self.state().is_over = true;
    }

    /// The bytes that have not been read.
    pub(crate) fn to_vec(&self) -> Vec<u8> {
        self.state().bytes.iter().copied().collect()
    }

    /// How many bytes have not been read.
    pub(crate) fn left(&self) -> usize {
        self.state().bytes.len()
    }

    /// Whether somebody wanted to read more than there was.
    pub(crate) fn is_short(&self) -> bool {
        self.state().is_short
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Read for Fed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut state = self.state();
        let count = state.bytes.read(buffer)?;
        if count == 0 && !state.is_over && !buffer.is_empty() {
            state.is_short = true;
            return Err(io::ErrorKind::WouldBlock.into());
        }
        Ok(count)
    }
}
