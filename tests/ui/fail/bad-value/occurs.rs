use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(min_occurs = "1")]
    line: Vec<u16>,
    #[soap(max_occurs)]
    note: Vec<String>,
    #[soap(min_occurs = 3, max_occurs = 2)]
    name: Vec<String>,
    #[soap(max_occurs = 0)]
    tag: Vec<String>,
}

fn main() {}
