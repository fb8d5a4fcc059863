use um_messages::SoapType;

#[derive(SoapType)]
#[soap(xsi_type)]
enum Shape {
    Circle(u8),
    Point,
}

fn main() {}
