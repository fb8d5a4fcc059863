//! Namespaces in XML 1.0: declarations, qualified names, and the constraints on both.

use super::Production;

#[rustfmt::skip]
pub(super) const PRODUCTIONS: &[Production] = &[
    Production {
        clause: "NS 3 [1] NSAttName, [2] PrefixedAttName, [3] DefaultAttName",
        satisfied: &["<a xmlns='u'/>", "<a xmlns:p='u'/>", "<p:a xmlns:p='u'/>", "<a xmlns:_='u'/>", "<a xmlns:p-.1='u'/>", "<a xmlns:\u{E9}='u'/>", "<a xmlns = 'u'/>", "<a xmlnsp='u'/>", "<a Xmlns:b='u' xmlns:Xmlns='v'/>", "<a xmlns=' '/>", "<a xmlns:p=' '/>"],
        broken: &["<a xmlns:='u'/>", "<a xmlns:1='u'/>", "<a xmlns:-p='u'/>", "<a xmlns:p:q='u'/>", "<a :xmlns='u'/>", "<a xmlns::p='u'/>", "<a Xmlns:b='u'/>", "<a xmlns/>", "<a xmlns:p/>"],
        refused: &[],
    },
    Production {
        clause: "NS 3 [4] NCName, 4 [7] QName, [8] PrefixedName, [9] UnprefixedName",
        satisfied: &["<a xmlns:p='u'><p:b p:c='d'/></a>", "<p:a-1 xmlns:p='u'/>", "<\u{E9}:\u{C0} xmlns:\u{E9}='u'/>", "<p:_ xmlns:p='u'/>", "<p.q:a xmlns:p.q='u'/>", "<p-1:a xmlns:p-1='u'/>", "<a xmlns:p='u' p:p='p:p'/>"],
        broken: &[
            "<:a/>", "<a:/>", "<:/>", "<a::b/>", "<p:q:a xmlns:p='u'/>", "<p::a xmlns:p='u'/>", "<p:1 xmlns:p='u'/>", "<p:-a xmlns:p='u'/>", "<p:.a xmlns:p='u'/>", "<p:\u{B7} xmlns:p='u'/>", "<1:a xmlns:p='u'/>", "<a :b='c'/>", "<a b:='c'/>", "<a :='c'/>",
            "<a xmlns:p='u' p:q:b='c'/>", "<a xmlns:p='u' p:1='c'/>", "<a xmlns:p='u' p:='c'/>", "<p: a xmlns:p='u'/>", "<p :a xmlns:p='u'/>", "<a xmlns:p='u'><p:></p:></a>",
        ],
        refused: &[],
    },
    Production {
        clause: "NS 3 NSC Reserved Prefixes and Namespace Names",
        satisfied: &[
            "<a xml:lang='b'/>", "<a xml:b='c'/>", "<xml:a/>", "<a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>", "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:lang='b'/>", "<a xmlns:xmlp='u'/>", "<xmlp:a xmlns:xmlp='u'/>", "<a xmlns:XML='u'/>",
            "<a xmlns='xml'/>", "<a xmlns:p='xmlns'/>", "<a xmlns='xmlns'/>", "<a xmlns='http://www.w3.org/XML/1998/namespace/'/>", "<a xmlns='http://www.w3.org/2000/xmlns'/>",
        ],
        broken: &[
            "<a xmlns:xml='u'/>", "<a xmlns:xml=''/>", "<a xmlns:xml='http://www.w3.org/2000/xmlns/'/>", "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>", "<a xmlns='http://www.w3.org/XML/1998/namespace'/>", "<a xmlns:xmlns='u'/>", "<a xmlns:xmlns=''/>",
            "<a xmlns:xmlns='http://www.w3.org/2000/xmlns/'/>", "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>", "<a xmlns='http://www.w3.org/2000/xmlns/'/>", "<a xmlns='http://www.w3.org/2000/xmlns&#47;'/>", "<xmlns:a/>", "<a xmlns:b='u'><xmlns:b/></a>",
            "<xmlns:a xmlns:xmlns='u'/>",
        ],
        refused: &[],
    },
    Production {
        clause: "NS 5 NSC Prefix Declared",
        satisfied: &["<p:a xmlns:p='u'/>", "<a xmlns:p='u' p:b='c'/>", "<a p:b='c' xmlns:p='u'/>", "<a xmlns:p='u'><b><p:c/></b></a>", "<a>&lt;p:b/></a>", "<a b='p:c'/>"],
        broken: &[
            "<p:a/>", "<a p:b='c'/>", "<a><p:b/></a>", "<a><b xmlns:p='u'/><p:c/></a>", "<a><b xmlns:p='u'></b><c p:d='1'/></a>", "<P:a xmlns:p='u'/>", "<pp:a xmlns:p='u'/>", "<a p:b='c'><b xmlns:p='u'/></a>", "<a xmlns:pp='u' p:b='c'/>", "<p:a></p:a>", "<XML:a/>", "<a XML:b='c'/>",
        ],
        refused: &[],
    },
    Production {
        clause: "NS 5 NSC No Prefix Undeclaring; 6.2, undeclared default",
        satisfied: &["<a xmlns=''/>", "<a xmlns='u'><b xmlns=''/></a>", "<a xmlns='u'><b xmlns=''><c/></b><d/></a>", "<a xmlns=\"\"><b xmlns='u'/></a>"],
        broken: &["<a xmlns:p=''/>", "<a xmlns:p='u'><b xmlns:p=''/></a>", "<p:a xmlns:p=''/>", "<a xmlns:p=\"\"/>"],
        refused: &[],
    },
    Production {
        clause: "NS 6.1, 6.2, scope and defaults",
        satisfied: &[
            "<a xmlns='u'><b/></a>", "<a xmlns='u' b='c'/>", "<a xmlns='u'><a xmlns='v'/><a/></a>", "<p:a xmlns:p='u'><p:a xmlns:p='v'/><p:a/></p:a>", "<p:a xmlns:p='u' xmlns='v'><b p:c='d'/></p:a>", "<a xmlns:p='u'><b xmlns:p='u' p:c='d'/></a>",
            "<a xmlns:p='u' xmlns:q='u'><p:b/><q:b/></a>", "<a xmlns:p='a&amp;b'><p:c/></a>", "<a xmlns:p='&#117;' xmlns:q='v'><p:b/></a>", "<a xmlns=' u '><b/></a>", "<a xmlns='\tu\n'><b/></a>",
        ],
        broken: &[],
        refused: &[],
    },
    Production {
        clause: "NS 6.3 NSC Attributes Unique",
        satisfied: &["<a xmlns:p='u' xmlns:q='v' p:b='1' q:b='2'/>", "<a xmlns:p='u' xmlns='u' b='1' p:b='2'/>", "<a xmlns:p='u' xmlns:q='U' p:b='1' q:b='2'/>", "<a xmlns:p='u' xmlns:q='u/' p:b='1' q:b='2'/>", "<a xmlns:p='u' xmlns:q='%75' p:b='1' q:b='2'/>"],
        broken: &[
            "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "<a xmlns:p='u'><b xmlns:q='u' p:b='1' q:b='2'/></a>", "<a xmlns:p='u' xmlns:q='&#117;' p:b='1' q:b='2'/>", "<a p:b='1' q:b='2' xmlns:p='u' xmlns:q='u'/>", "<a xmlns:p='u' xmlns:q='u' p:b='1' c='' q:b='2'/>",
            "<a xmlns:x='http://www.w3.org/XML/1998/namespace' x:lang='b'/>",
        ],
        refused: &[],
    },
    Production {
        clause: "NS 7, names of instructions and entities",
        satisfied: &["<a><?b c:d?></a>", "<a>b:c</a>", "<a b='c:d'/>"],
        broken: &["<a><?p:b c?></a>", "<a><?:b c?></a>", "<a><?b: c?></a>", "<a xmlns:p='u'><?p:b c?></a>", "<?p:b?><a/>", "<a/><?p:b?>"],
        refused: &[],
    },
];
