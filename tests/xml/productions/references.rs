//! XML 1.0, section 4: references, and the declared encoding.

use super::Production;

#[rustfmt::skip]
pub(super) const PRODUCTIONS: &[Production] = &[
    Production {
        clause: "XML 4.1 [66] CharRef",
        satisfied: &[
            "<a>&#65;</a>", "<a>&#065;</a>", "<a>&#x41;</a>", "<a>&#x0041;</a>", "<a>&#x4a;&#x4A;</a>", "<a>&#00000000000000000000000000065;</a>", "<a>&#x00000000000000000000000000041;</a>", "<a b='&#65;&#x41;'/>", "<a>&#65;&#65;</a>",
            "<a>&#38;&#38;</a>",
        ],
        broken: &[
            "<a>&#;</a>", "<a>&#x;</a>", "<a>&#X41;</a>", "<a>&#65</a>", "<a>&#65 ;</a>", "<a>&# 65;</a>", "<a>& #65;</a>", "<a>&#x4G;</a>", "<a>&#6A;</a>", "<a>&#-65;</a>", "<a>&#+65;</a>", "<a>&#x-41;</a>", "<a>&#x+41;</a>", "<a>&#x 41;</a>",
            "<a>&#\u{661};</a>", "<a>&#\u{FF11};</a>", "<a>&#65,</a>", "<a>&#6_5;</a>", "<a>&#0x41;</a>", "<a b='&#;'/>", "<a b='&#x;'/>", "<a b='&#65'/>", "<a>&##65;</a>", "<a>&#", "<a>&#x",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 4.1 WFC Legal Character",
        satisfied: &["<a>&#9;&#10;&#13;&#32;</a>", "<a>&#xD7FF;</a>", "<a>&#xE000;</a>", "<a>&#xFFFD;</a>", "<a>&#x10000;</a>", "<a>&#x10FFFF;</a>", "<a>&#1114111;</a>", "<a>&#x7F;&#x80;&#x85;</a>", "<a>&#x1FFFE;</a>"],
        broken: &[
            "<a>&#0;</a>", "<a>&#x0;</a>", "<a>&#00;</a>", "<a>&#1;</a>", "<a>&#8;</a>", "<a>&#11;</a>", "<a>&#12;</a>", "<a>&#14;</a>", "<a>&#31;</a>", "<a>&#x1A;</a>", "<a>&#xD800;</a>", "<a>&#xDBFF;</a>", "<a>&#xDC00;</a>", "<a>&#xDFFF;</a>",
            "<a>&#xD83D;&#xDE00;</a>", "<a>&#xFFFE;</a>", "<a>&#xFFFF;</a>", "<a>&#x110000;</a>", "<a>&#1114112;</a>", "<a>&#xFFFFFFFF;</a>", "<a>&#4294967361;</a>", "<a>&#x100000041;</a>", "<a>&#18446744073709551681;</a>", "<a b='&#0;'/>",
            "<a b='&#xFFFE;'/>", "<a b='&#xD800;'/>", "<a xmlns:p='&#0;'/>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 4.1 [67] Reference, [68] EntityRef, WFC Entity Declared; 4.6",
        satisfied: &[
            "<a>&lt;&gt;&amp;&apos;&quot;</a>", "<a b='&lt;&gt;&amp;&apos;&quot;'/>", "<a>&amp;lt;</a>", "<a>&amp;#60;</a>", "<a>&#38;lt;</a>", "<a>&#38;#38;</a>", "<a>&lt;b/></a>", "<a>&amp;b;</a>", "<a>;</a>", "<a>lt;</a>", "<a xmlns='&amp;'/>",
        ],
        broken: &[
            "<a>&b;</a>", "<a>&nbsp;</a>", "<a>&LT;</a>", "<a>&Lt;</a>", "<a>&lt</a>", "<a>&lt ;</a>", "<a>& lt;</a>", "<a>&;</a>", "<a>&</a>", "<a>& </a>", "<a>&&amp;</a>", "<a>&lt&gt;</a>", "<a>&ltx;</a>", "<a>&l;</a>", "<a>&xml;</a>", "<a>&p:b;</a>",
            "<a>&\u{E9};</a>", "<a>&lt\n;</a>", "<a b='&nbsp;'/>", "<a b='&lt'/>", "<a b='&;'/>", "<a b='&'/>", "<a xmlns='&b;'/>", "<a>&am", "<a b='&am", "<a>&%b;</a>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 4.1 [69] PEReference, 4.4.1: none outside of a DTD",
        satisfied: &["<a>%b;</a>", "<a b='%b;'/>", "<a>%</a>"],
        broken: &["<a %b;/>", "%b;<a/>", "<a/>%b;", "<%b;/>"],
        refused: &[],
    },
    Production {
        clause: "XML 4.3.3 [80] EncodingDecl, [81] EncName",
        satisfied: &["<?xml version='1.0' encoding='UTF-8'?><a/>", "<?xml version='1.0' encoding='utf-8'?><a/>", "<?xml version='1.0' encoding='Utf-8'?><a/>", "<?xml version='1.0' encoding = \"UTF-8\"?><a/>", "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?><a/>"],
        broken: &[
            "<?xml version='1.0' encoding=''?><a/>", "<?xml version='1.0' encoding=UTF-8?><a/>", "<?xml version='1.0' encoding='UTF-8\"?><a/>", "<?xml version='1.0' encoding='8-UTF'?><a/>", "<?xml version='1.0' encoding='-UTF-8'?><a/>",
            "<?xml version='1.0' encoding='.UTF-8'?><a/>", "<?xml version='1.0' encoding='_UTF-8'?><a/>", "<?xml version='1.0' encoding=' UTF-8'?><a/>", "<?xml version='1.0' encoding='UTF-8 '?><a/>", "<?xml version='1.0' encoding='UTF 8'?><a/>",
            "<?xml version='1.0' encoding='UTF:8'?><a/>", "<?xml version='1.0' encoding='UTF/8'?><a/>", "<?xml version='1.0' encoding='\u{DC}TF-8'?><a/>", "<?xml version='1.0' encoding?><a/>", "<?xml version='1.0' encoding=?><a/>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 4.3.3, the byte order mark",
        satisfied: &["\u{FEFF}<a/>", "\u{FEFF} <a/>", "\u{FEFF}<!----><a/>", "\u{FEFF}<?xml version='1.0'?><a/>", "<a>\u{FEFF}</a>", "<a b='\u{FEFF}'/>", "<\u{FEFF}a/>", "<a\u{FEFF}/>"],
        broken: &["\u{FEFF}\u{FEFF}<a/>", " \u{FEFF}<a/>", "<a/>\u{FEFF}", "\u{FEFF}", "\u{FFFE}<a/>", "\u{FEFF} <?xml version='1.0'?><a/>", "<?xml version='1.0'?>\u{FEFF}<a/>"],
        refused: &[],
    },
];
