//! What holds for every value of derived types, tried on generated ones.

mod forms;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use um_messages::xml::{Reader, pretty};
use um_messages::{Envelope, ErrorKind, SoapMessage};
use um_tests::generated::config;
use um_tests::generated::envelopes::{reads, round_trip, settings};
use um_tests::generated::messages::{Amount, Id, Level, Part, Plain, plain, prefixed};
use um_tests::generated::spelling::{Speller, choices};
use um_tests::generated::texts::{is_xml, text};

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn what_is_written_is_read_back(message in plain(), settings in settings()) {
        round_trip(&message, &settings)?;
        reads(&message.to_envelope().unwrap(), &message)?;
    }

    #[test]
    fn what_is_written_with_a_prefix_is_read_back(message in prefixed(), settings in settings()) {
        let bare = message.name.as_ref().is_some_and(|name| name.namespace().is_empty());
        let inner = message.rich.as_ref().and_then(|rich| rich.name.as_ref());
        let bare = bare || inner.is_some_and(|name| name.namespace().is_empty());
        prop_assume!(!bare || !settings.has_default());
        round_trip(&message, &settings)?;
    }

    #[test]
    fn what_is_written_of_a_name_under_a_default_namespace_is_right(
        message in prefixed(),
        settings in settings(),
    ) {
        // It cannot always be written; but where it is, it is read back.
        if settings.envelope(message.clone()).to_xml().is_ok() {
            round_trip(&message, &settings)?;
        }
    }
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn other_spellings_are_read_as_the_same(
        message in plain(),
        settings in settings(),
        mut choices in choices(),
    ) {
        let written = settings.envelope(message.clone()).to_xml().unwrap();
        let respelled = Speller::document(&written, 'Z', &mut choices);
        reads(&respelled, &message)?;
        reads(&Speller::document(&respelled, 'Y', &mut choices), &message)?;
        reads(&pretty(&respelled).unwrap(), &message)?;
    }
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn no_proper_prefix_is_a_message(message in plain(), settings in settings(), cuts in vec(any::<Index>(), 40)) {
        let written = settings.envelope(message).to_xml().unwrap();
        let printed = pretty(&written).unwrap();
        for document in [&written, &printed] {
            for cut in 0..document.len() {
                let bytes = &document.as_bytes()[..cut];
                let read = Envelope::<Plain>::from_slice(bytes);
                prop_assert!(read.is_err(), "{:?}", String::from_utf8_lossy(bytes));
            }
            for cut in &cuts {
                let bytes = &document.as_bytes()[..cut.index(document.len())];
                let mut reader = Reader::from_stream(bytes);
                let read = Envelope::<Plain>::read(&mut reader);
                prop_assert!(read.is_err(), "{:?}", String::from_utf8_lossy(bytes));
            }
        }
    }
}

// What XML cannot carry.

type Place = (&'static str, fn(&mut Plain, String));

const PLACES: &[Place] = &[
    ("@Id", |it, text| it.id = text),
    ("@Maybe", |it, text| it.maybe = Some(Id(text))),
    ("@Mark", |it, text| it.mark = Some(text)),
    ("@OtherMark", |it, text| it.other_mark = Some(text)),
    ("Title", |it, text| it.title = text),
    ("Note", |it, text| it.note = Some(text)),
    ("Tag", |it, text| it.tag.push(text)),
    ("Level", |it, text| it.level = Level::Other(text)),
    ("New", |it, text| it.new = Some(Id(text))),
    ("Initial", |it, text| {
        it.initial = text.chars().find(|c| !is_xml(*c)).unwrap();
    }),
    ("Amount", |it, text| {
        it.amount = vec![Amount {
            unit: String::new(),
            mark: None,
            text,
        }];
    }),
    ("Amount/@Unit", |it, text| {
        it.amount = vec![Amount {
            unit: text,
            mark: None,
            text: String::new(),
        }];
    }),
    ("Guest/Part/Item", |it, text| {
        it.guest = Some(Part {
            mark: None,
            item: Vec::new(),
            home: None,
            part: Some(Box::new(Part {
                mark: None,
                item: vec![String::new(), text],
                home: None,
                part: None,
            })),
        });
    }),
];

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn illegal_characters_are_refused_and_the_field_is_named(
        mut message in plain(),
        settings in settings(),
        place in select(PLACES),
        illegal in select(
            ('\0'..' ').chain(['\u{fffe}', '\u{ffff}']).filter(|c| !is_xml(*c)).collect::<Vec<_>>()
        ),
        before in text(),
        after in text(),
    ) {
        let (path, set) = place;
        set(&mut message, format!("{before}{illegal}{after}"));
        let error = settings.envelope(message.clone()).to_xml().unwrap_err();
        prop_assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
        let path = format!("Envelope/Body/Rich/{path}");
        prop_assert_eq!(error.path(), Some(path.as_str()));
        let code = format!("U+{:04X}", u32::from(illegal));
        prop_assert!(error.to_string().contains(&code), "{error}");
        prop_assert!(message.to_envelope().is_err());
        prop_assert!(message.to_envelope_pretty().is_err());
    }
}
