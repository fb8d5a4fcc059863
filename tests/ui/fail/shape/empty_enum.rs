use um_messages::SoapType;

#[derive(SoapType)]
enum CallState {}

fn main() {}
