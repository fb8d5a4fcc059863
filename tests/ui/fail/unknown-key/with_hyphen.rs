use um_messages::SoapType;

#[derive(SoapType)]
#[soap(rename-all = "camelCase")]
struct Call {
    #[soap(skip-if = "Option::is_none")]
    id: Option<String>,
}

fn main() {}
