use um_messages::SoapType;
use um_messages::xml::Nillable;

#[derive(SoapType)]
struct Call {
    #[soap(nillable)]
    ended: Option<Nillable<u32>>,
    #[soap(nillable)]
    parts: Vec<Option<um_messages::xml::Nillable<String>>>,
    #[soap(wrapper = "Tags", rename = "Tag", nillable)]
    tags: Option<Vec<Nillable<String>>>,
}

fn main() {}
