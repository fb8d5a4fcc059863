use um_messages::SoapType;

// Enumerations and newtypes of text are attributes; what is skipped, or made of a position, needs neither to be read nor
// written.
use std::marker::PhantomData;

#[derive(SoapType)]
#[allow(dead_code)]
enum CallState {
    Idle,
}

#[derive(SoapType)]
struct CallId<'a>(#[allow(dead_code)] &'a str);

struct Unknown;

struct At;

impl From<um_messages::Position> for At {
    fn from(_: um_messages::Position) -> Self {
        Self
    }
}

fn unknown() -> Unknown {
    Unknown
}

#[derive(SoapType)]
#[allow(dead_code)]
struct Item<'a, T, U> {
    #[soap(attribute)]
    id: CallId<'a>,
    #[soap(attribute)]
    state: Option<CallState>,
    value: Box<T>,
    #[soap(skip)]
    marker: PhantomData<U>,
    #[soap(skip, default = "unknown")]
    unknown: Unknown,
    #[soap(position)]
    at: At,
}

fn main() {}
