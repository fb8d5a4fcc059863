//! The key `bound`.

use um_messages::SoapType;
use um_messages::xml::{self, ReadElement, ReadText, WriteElement, WriteText};

trait Code {
    type Text: WriteText + WriteElement + for<'de> ReadText<'de> + for<'de> ReadElement<'de>;
}

#[derive(Debug, PartialEq)]
struct Numeric;

impl Code for Numeric {
    type Text = u32;
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(bound = "T: Code")]
struct Coded<T: Code> {
    #[soap(attribute)]
    id: T::Text,
    code: Vec<T::Text>,
}

#[test]
fn bounds_instead_of_those_that_follow() {
    let coded: Coded<Numeric> = Coded {
        id: 1,
        code: vec![2],
    };
    assert_eq!(
        xml::to_string(&coded).unwrap(),
        r#"<Coded Id="1"><Code>2</Code></Coded>"#
    );
    let read: Coded<Numeric> = xml::from_str("<Coded Id='1'><Code>2</Code></Coded>").unwrap();
    assert_eq!(read.code, [2]);
}

/// The trait and the derive have one name, and one `use` brings both.
mod as_a_trait {
    use um_messages::SoapType;
    use um_messages::xml;

    trait Service {
        type Id: SoapType;
    }

    #[derive(Debug, PartialEq)]
    struct Telephone;

    impl Service for Telephone {
        type Id = u32;
    }

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(bound = "S: Service")]
    struct Call<S: Service> {
        id: S::Id,
    }

    // A bound on the struct itself takes the place of those that follow.
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(bound = "T: SoapType")]
    struct Page<T: SoapType> {
        item: Vec<T>,
    }

    fn copy<T: SoapType>(value: &Page<T>) -> Page<T> {
        xml::from_reader(&*xml::to_vec(value).unwrap()).unwrap()
    }

    #[test]
    fn what_is_read_and_written_is_a_soap_type() {
        let call: Call<Telephone> = Call { id: 7 };
        let written = xml::to_string(&call).unwrap();
        assert_eq!(written, "<Call><Id>7</Id></Call>");
        assert_eq!(
            xml::from_str::<Call<Telephone>>(&written).unwrap().id,
            call.id
        );
        // A derived type, a simple type, and a box of one.
        let numbers = Page {
            item: vec![Box::new(1_u8)],
        };
        assert_eq!(copy(&numbers), numbers);
        let pages = Page {
            item: vec![numbers],
        };
        assert_eq!(copy(&pages), pages);
    }
}
