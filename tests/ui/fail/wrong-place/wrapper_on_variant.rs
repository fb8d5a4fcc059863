use um_messages::SoapType;

#[derive(SoapType)]
enum Call {
    #[soap(wrapper = "Ids")]
    Id(Vec<u16>),
}

fn main() {}
