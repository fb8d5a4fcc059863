//! The examples of the recommendations, and what their sections say.

use um_messages::ErrorKind;

use super::{assert_form, exclusive, inclusive, inclusive_1_1, of_element};

#[test]
fn instructions_comments_and_what_is_outside_of_the_document_element() {
    let xml = "<?xml version=\"1.0\"?>\n\n<?xml-stylesheet   href=\"doc.xsl\"\n   type=\"text/xsl\"   ?>\n\n\
        <doc>Hello, world!<!-- Comment 1 --></doc>\n\n<?pi-without-data     ?>\n\n<!-- Comment 2 -->\n\n<!-- Comment 3 -->";
    let with_comments = "<?xml-stylesheet href=\"doc.xsl\"\n   type=\"text/xsl\"   ?>\n<doc>Hello, world!<!-- Comment 1 --></doc>\n\
        <?pi-without-data?>\n<!-- Comment 2 -->\n<!-- Comment 3 -->";
    let without = "<?xml-stylesheet href=\"doc.xsl\"\n   type=\"text/xsl\"   ?>\n<doc>Hello, world!</doc>\n<?pi-without-data?>";
    assert_form("C14N 3.1", xml, with_comments);
    for canonicalization in [exclusive(), inclusive(), inclusive_1_1()] {
        assert_eq!(
            canonicalization.canonicalize(xml).unwrap(),
            without,
            "C14N 3.1"
        );
    }
}

#[test]
fn white_space_in_content() {
    let xml = "<doc>\n   <clean>   </clean>\n   <dirty>   A   B   </dirty>\n   <mixed>\n      A\n      <clean>   </clean>\n      B\n      \
        <dirty>   A   B   </dirty>\n      C\n   </mixed>\n</doc>";
    assert_form("C14N 3.2", xml, xml);
    assert_form("C14N 2.3", "<a>\r\n1\r2\n</a>\r\n", "<a>\n1\n2\n</a>");
}

const TAGS: &str = r#"<doc>
   <e1   />
   <e2   ></e2>
   <e3   name = "elem3"   id="elem3"   />
   <e4   name="elem4"   id="elem4"   ></e4>
   <e5 a:attr="out" b:attr="sorted" attr2="all" attr="I'm"
      xmlns:b="http://www.ietf.org"
      xmlns:a="http://www.w3.org"
      xmlns="http://example.org"/>
   <e6 xmlns="" xmlns:a="http://www.w3.org">
      <e7 xmlns="http://www.ietf.org">
         <e8 xmlns="" xmlns:a="http://www.w3.org">
            <e9 xmlns="" xmlns:a="http://www.ietf.org" attr="default"/>
         </e8>
      </e7>
   </e6>
</doc>"#;

#[test]
fn tags() {
    let form = r#"<doc>
   <e1></e1>
   <e2></e2>
   <e3 id="elem3" name="elem3"></e3>
   <e4 id="elem4" name="elem4"></e4>
   <e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" attr="I'm" attr2="all" b:attr="sorted" a:attr="out"></e5>
   <e6 xmlns:a="http://www.w3.org">
      <e7 xmlns="http://www.ietf.org">
         <e8 xmlns="">
            <e9 xmlns:a="http://www.ietf.org" attr="default"></e9>
         </e8>
      </e7>
   </e6>
</doc>"#;
    for canonicalization in [inclusive(), inclusive_1_1()] {
        assert_eq!(
            canonicalization.canonicalize(TAGS).unwrap(),
            form,
            "C14N 3.3"
        );
    }
    // Of the same, what tags use alone (EXC 3).
    let form = form.replace(r#"<e6 xmlns:a="http://www.w3.org">"#, "<e6>");
    let form = form.replace(r#"<e9 xmlns:a="http://www.ietf.org" "#, "<e9 ");
    assert_eq!(exclusive().canonicalize(TAGS).unwrap(), form, "EXC 3");
}

#[test]
fn characters() {
    let xml = "<doc>\n   <text>First line&#x0d;&#10;Second line</text>\n   <value>&#x32;</value>\n   <compute><![CDATA[value>\"0\" && value<\"10\" ?\"valid\":\"error\"]]></compute>\n   \
        <compute expr='value>\"0\" &amp;&amp; value&lt;\"10\" ?\"valid\":\"error\"'>valid</compute>\n   <norm attr=' &apos;   &#x20;&#13;&#xa;&#9;   &apos; '/>\n</doc>";
    let form = "<doc>\n   <text>First line&#xD;\nSecond line</text>\n   <value>2</value>\n   <compute>value&gt;\"0\" &amp;&amp; value&lt;\"10\" ?\"valid\":\"error\"</compute>\n   \
        <compute expr=\"value>&quot;0&quot; &amp;&amp; value&lt;&quot;10&quot; ?&quot;valid&quot;:&quot;error&quot;\">valid</compute>\n   <norm attr=\" '    &#xD;&#xA;&#x9;   ' \"></norm>\n</doc>";
    assert_form("C14N 3.4", xml, form);
    assert_form("C14N 3.6", "<doc>&#169;</doc>", "<doc>\u{A9}</doc>");
    // Each white space character of a value is a space (XML 3.3.3), those behind references are not.
    assert_form(
        "C14N 2.3",
        "<a b='1\t2\n3\r\n4&#x9;5'/>",
        "<a b=\"1 2 3 4&#x9;5\"></a>",
    );
    assert_form(
        "C14N 2.3",
        "<a>\"'>\t&quot;&apos;</a>",
        "<a>\"'&gt;\t\"'</a>",
    );
    assert_form(
        "C14N 2.3",
        "<a><![CDATA[]]>]]<![CDATA[>\r\n]]></a>",
        "<a>]]&gt;\n</a>",
    );
    assert_form(
        "C14N 2.3",
        "<a><?p\r\n d\re?><!--\r\n\r--></a>",
        "<a><?p d\ne?><!--\n\n--></a>",
    );
}

#[test]
fn a_mark_and_the_declaration_are_no_part_of_it() {
    assert_form(
        "C14N 1.1",
        "\u{FEFF}<?xml version='1.0' encoding='UTF-8' standalone='yes'?><a/>",
        "<a></a>",
    );
    assert_form(
        "C14N 2.3",
        "<!-- a --><?xmla?><a/>",
        "<!-- a -->\n<?xmla?>\n<a></a>",
    );
}

#[test]
fn attributes_are_sorted_by_namespace_and_local_name() {
    // No namespace comes first, and prefixes do not count; an upper-case letter comes before a lower-case one.
    assert_form(
        "C14N 2.2",
        "<a xmlns:z='urn:1' xmlns:y='urn:2' y:a='1' z:b='2' b='3' B='4' xml:lang='de' z:a='5'/>",
        "<a xmlns:y=\"urn:2\" xmlns:z=\"urn:1\" B=\"4\" b=\"3\" xml:lang=\"de\" z:a=\"5\" z:b=\"2\" y:a=\"1\"></a>",
    );
    // By code points, and not by UTF-16.
    assert_form(
        "C14N 2.2",
        "<a \u{10400}='1' \u{FB01}='2'/>",
        "<a \u{FB01}=\"2\" \u{10400}=\"1\"></a>",
    );
}

#[test]
fn what_is_declared_again_is_not_written_again() {
    assert_form(
        "C14N 2.3",
        "<p:a xmlns:p='urn:p' xmlns='urn:d' p:x='1'><b xmlns='urn:d'><p:c xmlns:p='urn:p'/><p:c xmlns:p='urn:q'><p:d xmlns:p='urn:p'/></p:c></b></p:a>"
            .replace(" p:x='1'", "")
            .replace("<p:a xmlns:p='urn:p' xmlns='urn:d'>", "<a xmlns='urn:d'><p:a xmlns:p='urn:p'>")
            .replace("</p:a>", "</p:a></a>")
            .as_str(),
        "<a xmlns=\"urn:d\"><p:a xmlns:p=\"urn:p\"><b><p:c></p:c><p:c xmlns:p=\"urn:q\"><p:d xmlns:p=\"urn:p\"></p:d></p:c></b></p:a></a>",
    );
    // `xmlns=""` is written where it takes something back.
    assert_form(
        "C14N 2.3",
        "<a xmlns=''><b xmlns=''/></a>",
        "<a><b></b></a>",
    );
    assert_form(
        "C14N 2.3",
        "<a xmlns='urn:a'><b xmlns=''><c/></b></a>",
        "<a xmlns=\"urn:a\"><b xmlns=\"\"><c></c></b></a>",
    );
    assert_form(
        "C14N 2.3",
        "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:id='i'/>",
        "<a xml:id=\"i\"></a>",
    );
}

/// The URI is a value as any other.
#[test]
fn namespaces_are_escaped() {
    assert_form(
        "C14N 2.3",
        "<a xmlns='urn:a&amp;b\"&#9;>'/>"
            .replace("b\"", "b&quot;")
            .as_str(),
        "<a xmlns=\"urn:a&amp;b&quot;&#x9;>\"></a>",
    );
}

#[test]
fn relative_namespaces_have_no_form() {
    for (xml, relative) in [
        ("<a xmlns='other'/>", "other"),
        ("<a><p:b xmlns:p='../b'/></a>", "../b"),
        ("<a xmlns='1:a'/>", "1:a"),
    ] {
        for canonicalization in [exclusive(), inclusive(), inclusive_1_1()] {
            let error = canonicalization.canonicalize(xml).unwrap_err();
            assert!(
                matches!(error.kind(), ErrorKind::Namespace(_)),
                "C14N 1.3: {xml}: {error}"
            );
            assert!(error.to_string().contains(relative), "{error}");
            assert!(error.position().is_some());
        }
    }
    // What is not declared in the form does no harm.
    assert_eq!(
        exclusive().canonicalize("<a xmlns:p='b'/>").unwrap(),
        "<a></a>"
    );
}

/// What stands in an envelope has one form, whatever the envelope declares.
#[test]
fn what_moves_to_another_place() {
    let local = r#"<n0:local xmlns:n0="foo:bar" xmlns:n3="ftp://example.org">
  <n1:elem2 xmlns:n1="http://example.net" xml:lang="en">
    <n3:stuff xmlns:n3="ftp://example.org"/>
  </n1:elem2>
</n0:local>"#;
    let pdu = r#"<n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xml:lang="fr" xml:space="retain">
  <n1:elem2 xmlns:n1="http://example.net" xml:lang="en">
    <n3:stuff xmlns:n3="ftp://example.org"/>
  </n1:elem2>
</n2:pdu>"#;
    let of_local = r#"<n1:elem2 xmlns:n0="foo:bar" xmlns:n1="http://example.net" xmlns:n3="ftp://example.org" xml:lang="en">
    <n3:stuff></n3:stuff>
  </n1:elem2>"#;
    let of_pdu = r#"<n1:elem2 xmlns:n1="http://example.net" xmlns:n2="http://foo.example" xml:lang="en" xml:space="retain">
    <n3:stuff xmlns:n3="ftp://example.org"></n3:stuff>
  </n1:elem2>"#;
    let of_both = r#"<n1:elem2 xmlns:n1="http://example.net" xml:lang="en">
    <n3:stuff xmlns:n3="ftp://example.org"></n3:stuff>
  </n1:elem2>"#;
    for canonicalization in [inclusive(), inclusive_1_1()] {
        assert_eq!(
            of_element(&canonicalization, local, "<n1:"),
            of_local,
            "EXC 2.2"
        );
        assert_eq!(
            of_element(&canonicalization, pdu, "<n1:"),
            of_pdu,
            "EXC 2.2"
        );
    }
    for xml in [local, pdu] {
        assert_eq!(of_element(&exclusive(), xml, "<n1:"), of_both, "EXC 2.2");
    }
}

/// `xml:id` and `xml:base` of a part (the example without its sets of nodes, which are none of elements).
#[test]
fn attributes_of_what_is_around() {
    let xml = r#"<doc xmlns="http://www.ietf.org" xmlns:w3c="http://www.w3.org" xml:base="something/else">
   <e1>
      <e2 xmlns="" xml:id="abc" xml:base="bar/" xml:space="preserve">
         <e3 id="E3" xml:base="foo"/>
      </e2>
   </e1>
</doc>"#;
    assert_eq!(
        of_element(&inclusive_1_1(), xml, "<e3"),
        r#"<e3 xmlns:w3c="http://www.w3.org" id="E3" xml:base="something/bar/foo" xml:space="preserve"></e3>"#,
        "C14N11 3.8"
    );
    assert_eq!(
        of_element(&inclusive(), xml, "<e3"),
        r#"<e3 xmlns:w3c="http://www.w3.org" id="E3" xml:base="foo" xml:id="abc" xml:space="preserve"></e3>"#,
        "C14N 3.7"
    );
    assert_eq!(
        of_element(&exclusive(), xml, "<e3"),
        r#"<e3 id="E3" xml:base="foo"></e3>"#,
        "EXC 3"
    );
}

/// What `xml:base` of the inner of two elements is without the outer one.
fn joined(outer: &str, inner: &str) -> Option<String> {
    let xml = format!("<a xml:base='{outer}'><b xml:base='{inner}'/></a>");
    let form = of_element(&inclusive_1_1(), &xml, "<b");
    let base = form
        .strip_prefix("<b xml:base=\"")?
        .strip_suffix("\"></b>")?;
    Some(base.to_owned())
}

#[test]
fn bases_are_joined() {
    let rows = [
        ("abc/", "../", None),
        ("../", "../", Some("../../")),
        ("..", "..", Some("../../")),
        ("..", "x", Some("../x")),
        ("bar/", "foo", Some("bar/foo")),
        ("something/else", "bar/", Some("something/bar/")),
        ("a//b/", "c", Some("a/b/c")),
        ("a/", "b#fragment", Some("a/b")),
        ("a/b", "#fragment", Some("a/b")),
        ("something/else", "urn:x", Some("urn:x")),
        (
            "ignored/base",
            "http://example.org/a/./b",
            Some("http://example.org/a/b"),
        ),
        // RFC 3986 5.4.1.
        ("http://a/b/c/d;p?q", "g", Some("http://a/b/c/g")),
        ("http://a/b/c/d;p?q", "../g", Some("http://a/b/g")),
        ("http://a/b/c/d;p?q", "/g", Some("http://a/g")),
        ("http://a/b/c/d;p?q", "//g", Some("http://g")),
        ("http://a/b/c/d;p?q", "?y", Some("http://a/b/c/d;p?y")),
        ("http://a/b/c/d;p?q", "", Some("http://a/b/c/d;p?q")),
        (
            "http://a/b/c/d;p?q",
            "g?y/../x",
            Some("http://a/b/c/g?y/../x"),
        ),
        ("http://a", "g", Some("http://a/g")),
    ];
    for (outer, inner, expected) in rows {
        assert_eq!(
            joined(outer, inner).as_deref(),
            expected,
            "C14N11 2.4: {outer}, {inner}"
        );
    }
}

/// C14N11 appendix A: paths, and what is left of them.
#[test]
fn dots_in_bases() {
    let rows = [
        (
            "no/.././/pseudo-netpath/seg/file.ext",
            "pseudo-netpath/seg/file.ext",
        ),
        (
            "no/..//.///pseudo-netpath/seg/file.ext",
            "pseudo-netpath/seg/file.ext",
        ),
        (
            "yes/no//..//.///pseudo-netpath/seg/file.ext",
            "yes/pseudo-netpath/seg/file.ext",
        ),
        ("no/../yes/no/..", "yes/"),
        ("../../no/../..", "../../../"),
        ("no/../..", "../"),
        ("no/..", ""),
        ("/a/b/c/./../../g", "/a/g"),
        ("mid/content=5/../6", "mid/6"),
        ("..yes/..no/..no/..no/../../../..yes", "..yes/..yes"),
        (".", ""),
        ("./.", ""),
        ("../../..no/../", "../../"),
        ("/..no/../", "/"),
        ("/", "/"),
        ("/./.", "/"),
        ("/../../..", "/"),
        ("..", "../"),
    ];
    for (path, expected) in rows {
        // What is absolute does not depend on the base, and what is relative is in its folder.
        let base = if path.starts_with('/') { "" } else { "in/" };
        let expected = match (base, expected) {
            ("in/", rest) if rest.starts_with("../") => rest.replacen("../", "", 1),
            (base, rest) => format!("{base}{rest}"),
        };
        let expected = Some(expected).filter(|base| !base.is_empty());
        assert_eq!(joined("in/x", path), expected, "C14N11 A: {path}");
    }
}

#[test]
fn prefixes_that_are_declared_as_the_inclusive_ways_do() {
    let xml = "<a xmlns='urn:d' xmlns:x='urn:x' xmlns:y='urn:y'><p:b xmlns:p='urn:p' xmlns:x='urn:x'><p:c xmlns:x='urn:z' xmlns=''/></p:b></a>";
    let rows: [(&[&str], &str); 4] = [
        (&[], r#"<p:b xmlns:p="urn:p"><p:c></p:c></p:b>"#),
        (
            &["x"],
            r#"<p:b xmlns:p="urn:p" xmlns:x="urn:x"><p:c xmlns:x="urn:z"></p:c></p:b>"#,
        ),
        (
            &["#default", "q"],
            r#"<p:b xmlns="urn:d" xmlns:p="urn:p"><p:c xmlns=""></p:c></p:b>"#,
        ),
        (
            &["p", "y"],
            r#"<p:b xmlns:p="urn:p" xmlns:y="urn:y"><p:c></p:c></p:b>"#,
        ),
    ];
    for (prefixes, expected) in rows {
        let canonicalization = exclusive().with_inclusive_prefixes(prefixes.iter().copied());
        assert_eq!(
            of_element(&canonicalization, xml, "<p:b"),
            expected,
            "EXC 3: {prefixes:?}"
        );
    }
}
