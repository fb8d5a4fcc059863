//! CPU time of this thread: what other processes take does not count, though they make it slower.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// A turn takes as long, or one repetition.
const TURN: Duration = Duration::from_millis(15);

/// Nanoseconds a repetition.
pub(crate) fn time(run: &dyn Fn(), repetitions: u32) -> f64 {
    let start = now();
    for _ in 0..repetitions {
        run();
    }
    now().saturating_sub(start).as_secs_f64() * 1e9 / f64::from(repetitions)
}

/// How many repetitions fill a turn. The machine is warm behind it.
pub(crate) fn repetitions(run: &dyn Fn()) -> u32 {
    let mut repetitions = 1;
    loop {
        let nanoseconds = time(run, repetitions);
        let fitting = TURN.as_secs_f64() * 1e9 / nanoseconds;
        if fitting <= f64::from(repetitions) * 2.0 {
            return (fitting as u32).max(1);
        }
        repetitions *= 2;
    }
}

pub(crate) fn now() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        now.tv_sec.unsigned_abs(),
        u32::try_from(now.tv_nsec).unwrap_or_default(),
    )
}
