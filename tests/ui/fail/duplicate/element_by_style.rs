use um_messages::SoapType;

#[derive(SoapType)]
#[soap(rename_all = "PascalCase")]
struct Call {
    call_id: String,
    call__id: String,
}

fn main() {}
