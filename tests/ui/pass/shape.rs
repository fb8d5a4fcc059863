use um_messages::SoapType;

// Structs without fields in three spellings, newtypes, recursion, an enumeration that keeps what it does not know.
#[derive(SoapType)]
struct Unit;

#[derive(SoapType)]
struct Braces {}

#[derive(SoapType)]
struct Parentheses();

#[derive(SoapType)]
struct Number(#[allow(dead_code)] u32);

#[derive(SoapType)]
#[allow(dead_code)]
struct Tree {
    unit: Unit,
    braces: Option<Braces>,
    parentheses: Vec<Parentheses>,
    first: Option<Box<Self>>,
    others: Vec<Tree>,
    #[soap(attribute)]
    number: Number,
}

#[derive(SoapType)]
#[allow(dead_code)]
enum CallState {
    Idle,
    #[soap(other)]
    Other(String),
}

#[derive(SoapType)]
#[allow(dead_code)]
enum Level {
    Low = 1,
    High = 5,
}

// One-field variants are elements, whatever else they hold.
#[derive(SoapType)]
#[allow(dead_code)]
enum Attendee {
    Person(Tree),
    Room(String),
    Nobody(()),
}

// The same variants as one text, and as types of an element.
#[derive(SoapType)]
#[soap(union)]
#[allow(dead_code)]
enum Line {
    Extension(u16),
    State(CallState),
    Name(String),
}

#[derive(SoapType)]
#[soap(xsi_type, rename_all = "verbatim")]
#[allow(dead_code)]
enum Call {
    #[soap(default)]
    Base(Unit),
    Derived(Box<Tree>),
    #[soap(other)]
    Other(um_messages::xml::Element),
}

fn main() {}
