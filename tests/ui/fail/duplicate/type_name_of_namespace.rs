use um_messages::SoapType;

#[derive(SoapType)]
#[soap(xsi_type, namespace = "urn:t", prefix = "t")]
enum Shape {
    #[soap(rename = "Circle")]
    One(u8),
    #[soap(rename = "Circle", namespace = "urn:far")]
    Far(u8),
    #[soap(rename = "Circle", namespace = "urn:t", prefix = "u")]
    Two(u8),
    #[soap(namespace = "urn:third", prefix = "t")]
    Three(u8),
    #[soap(prefix = "x")]
    Four(u8),
}

fn main() {}
