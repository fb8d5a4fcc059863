use um_messages::SoapType;

#[derive(SoapType)]
#[soap(bound = "T")]
struct Size<T> {
    points: T,
}

fn main() {}
