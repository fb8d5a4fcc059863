//! The key `max_occurs`.

use um_messages::{ErrorKind, SoapType, xml};
use um_tests::roundtrip::{refused, same};

#[derive(Debug, PartialEq, SoapType)]
struct Bounded {
    #[soap(max_occurs = 2)]
    line: Vec<u16>,
    #[soap(wrapper = "Notes", max_occurs = 1)]
    note: Vec<String>,
}

#[test]
fn more_are_an_error_in_both_directions() {
    let lines = |count: u16| {
        let lines = (0..count).map(|line| format!("<Line>{line}</Line>"));
        format!("<Bounded>{}<Notes/></Bounded>", lines.collect::<String>())
    };
    let bounded = |count| Bounded {
        line: (0..count).collect(),
        note: vec![],
    };
    for count in 0..=2 {
        same(&bounded(count), &lines(count));
    }
    let error = refused::<Bounded>(&lines(3));
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Occurrence {
                count: 3,
                max: Some(2),
                ..
            }
        ),
        "{error}"
    );
    let written = xml::to_string(&bounded(3)).unwrap_err();
    let problem = "`Line` stands 3 times, and may stand 2 times at most";
    assert_eq!(error.kind().to_string(), problem);
    assert!(written.to_string().contains(problem), "{written}");
    let notes = "<Bounded><Notes><Note>a</Note><Note>b</Note></Notes></Bounded>";
    let problem = "`Note` stands 2 times, and may stand once at most";
    let error = refused::<Bounded>(notes);
    assert_eq!(error.kind().to_string(), problem);
    assert_eq!(error.path(), Some("Bounded/Notes"));
}
