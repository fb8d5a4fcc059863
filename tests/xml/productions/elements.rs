//! XML 1.0, section 3: elements, tags and attributes.

use super::Production;

#[rustfmt::skip]
pub(super) const PRODUCTIONS: &[Production] = &[
    Production {
        clause: "XML 3 [39] element, WFC Element Type Match",
        satisfied: &["<a></a>", "<a><a></a></a>", "<a><b></b><b/></a>", "<p:a xmlns:p='u'></p:a>", "<a><b><c><d/></c></b></a>"],
        broken: &["<a></b>", "<a></A>", "<a></ab>", "<ab></a>", "<a><b></a></b>", "<a><b></a>", "<p:a xmlns:p='u'></a>", "<p:a xmlns:p='u' xmlns:q='u'></q:a>", "<a xmlns='u' xmlns:p='u'></p:a>", "<a></a\u{300}>"],
        refused: &[],
    },
    Production {
        clause: "XML 3.1 [40] STag",
        satisfied: &["<a ></a>", "<a b='c'></a>", "<a b='c' ></a>", "<a b='c' d='e'></a>", "<a\nb='c'\td='e'\r></a>", "<a   b='c'></a>"],
        broken: &[
            "< a></a>", "<\na></a>", "<a b='c'd='e'></a>", "<a b='c'\"></a>", "<a b='c',d='e'></a>", "<a,b='c'></a>", "<a></a", "<a b='c'", "<a b='c'<b/></a>", "<a<b></b></a>", "<a b></a>", "<a / ></a>", "<a/b='c'></a>",
            "<a b='c'/d='e'></a>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 3.1 [41] Attribute",
        satisfied: &["<a b='c'/>", "<a b ='c'/>", "<a b= 'c'/>", "<a b\t=\n'c'/>", "<a b=\"c\"/>", "<a B='c' b='d'/>", "<a a='b'/>", "<a xml:b='c'/>"],
        broken: &["<a b/>", "<a b=/>", "<a b=>", "<a 'b'='c'/>", "<a ='c'/>", "<a b 'c'/>", "<a b=='c'/>", "<a b:='c'/>", "<a b='c'='d'/>", "<a b=c'/>", "<a b='c' d/>", "<a &b;='c'/>", "<a b=&c;/>"],
        refused: &[],
    },
    Production {
        clause: "XML 3.1 WFC Unique Att Spec",
        satisfied: &["<a b='1' c='1'/>", "<a b='1'><a b='1'/></a>", "<a xmlns:p='u' b='1' p:b='2'/>", "<a bb='1' b='2' bbb='3'/>"],
        broken: &[
            "<a b='1' b='1'/>", "<a b='1' b='2'/>", "<a b='1' c='2' b='3'/>", "<a xmlns:p='u' p:b='1' p:b='2'/>", "<a xmlns='u' xmlns='u'/>", "<a xmlns='u' xmlns='v'/>", "<a xmlns:p='u' xmlns:p='u'/>", "<a xmlns:p='u' b='1' xmlns:p='v'/>",
            "<a xml:lang='b' xml:lang='c'/>", "<a c='' d='' e='' f='' g='' h='' i='' j='' k='' l='' m='' n='' o='' p='' q='' c=''/>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 3.1 WFC No External Entity References, WFC No < in Attribute Values",
        satisfied: &["<a b='&lt;'/>", "<a b='&#60;'/>", "<a b='&#x3C;c'/>", "<a b='&amp;lt;'/>"],
        broken: &["<a b='<'/>", "<a b=\"<\"/>", "<a b='c<d'/>", "<a xmlns='<'/>", "<a xmlns:p='u<'/>", "<a b='0123456789abcdef<'/>", "<a b='&c;<'/>"],
        refused: &[],
    },
    Production {
        clause: "XML 3.1 [42] ETag",
        satisfied: &["<a></a>", "<a></a >", "<a></a\t\r\n>", "<a>b</a\n>"],
        broken: &["<a></ a>", "<a></a b='c'>", "<a></a/>", "<a></>", "<a>< /a>", "<a></a a>", "<a><//a>", "<a></a>>", "<a></a;>", "<a></\na>", "<a></", "<a></a"],
        refused: &[],
    },
    Production {
        clause: "XML 3.1 [43] content",
        satisfied: &["<a>b<c/>d&amp;e<![CDATA[f]]>g<?h?>i<!--j-->k</a>", "<a><c/><c/></a>", "<a>&#98;&lt;</a>", "<a><!----><?b?></a>", "<a> <b/> </a>"],
        broken: &["<a><!b></a>", "<a><![b]]></a>", "<a><!ENTITY b 'c'></a>", "<a><<b/></a>", "<a>&b</a>", "<a><%b;</a>", "<a><1></a>", "<a><=></a>"],
        refused: &[],
    },
    Production {
        clause: "XML 3.1 [44] EmptyElemTag",
        satisfied: &["<a/>", "<a />", "<a\n/>", "<a b='c'/>", "<a b='c' />", "<a><b/><c /></a>"],
        broken: &["<a/ >", "<a//>", "<a/", "<a/<", "</a/>", "< a/>", "<a b='c'/ >", "<a/></a>", "<a\\>", "<a b=c/>"],
        refused: &[],
    },
    Production {
        clause: "XML 3.3.3, attribute values",
        satisfied: &[
            "<a b=' c '/>", "<a b='\t'/>", "<a b='\n'/>", "<a b='\r'/>", "<a b='\r\n'/>", "<a b='\n\r'/>", "<a b='\r\r\n\n'/>", "<a b='&#9;&#10;&#13;&#32;'/>", "<a b='&#13;\n'/>", "<a b='\r&#10;'/>", "<a b='c\t\td'/>",
            "<a b='\u{85}\u{2028}\u{A0}'/>", "<a b='0123456789abcdef\t0123456789abcdef\r\n'/>", "<a xml:space='  '/>",
        ],
        broken: &[],
        refused: &[],
    },
];
