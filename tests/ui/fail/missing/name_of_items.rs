use um_messages::SoapType;

const WRAPPER: &str = "Parts";

#[derive(SoapType)]
struct Order {
    #[soap(wrapper = "Items")]
    items: Vec<u32>,
    #[soap(wrapper = "Notes", namespace = "urn:n")]
    notes: Option<Vec<String>>,
}

#[derive(SoapType)]
struct ByConstant {
    #[soap(wrapper = WRAPPER)]
    parts: Vec<u32>,
}

fn main() {}
