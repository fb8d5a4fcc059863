//! XML 1.0, sections 2.1 and 2.5 to 2.11: documents, comments, instructions, CDATA sections, the prolog, line ends.

use super::Production;

#[rustfmt::skip]
pub(super) const PRODUCTIONS: &[Production] = &[
    Production {
        clause: "XML 2.1 [1] document",
        satisfied: &[
            "<a/>", "<a></a>", "<?xml version='1.0'?><a/>", "<!----><a/><!---->", "<?b?><a/><?b?>", " <a/> ", "<a/>\n<!---->\n<?b?>\n",
            "<?xml version='1.0'?>\n<!---->\n<?b?>\n<a/>\n",
        ],
        broken: &[
            "", " ", "b", "<!---->", "<?b?>", "<?xml version='1.0'?>", "<a/><a/>", "<a/><b></b>", "<a></a></a>", "</a>", "<a/>b", "b<a/>", "<a/>&#32;",
            "&#32;<a/>", "<a/>&amp;", "<![CDATA[]]><a/>", "<a/><![CDATA[]]>", "<a/><", "<a/>>", "<a/>]]>", ">", "<", "&", "<a/>\u{0}", "\u{0}<a/>", "<a",
            "<a>", "<a><b></a>", "<a>b", "<a/><!--", "<a/><?b",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 2.5 [15] Comment",
        satisfied: &[
            "<a><!----></a>", "<a><!-- --></a>", "<a><!-- - --></a>", "<a><!---b--></a>", "<a><!--b- --></a>", "<a><!-->--></a>", "<a><!--->--></a>", "<a><!--<b>&c;]]>?>--></a>",
            "<a><!--<!- -></a>--></a>", "<a><!--\n--></a>", "<a>b<!--c-->d</a>", "<a><!--b--><!--c--></a>",
        ],
        broken: &[
            "<a><!-- -- --></a>", "<a><!----b--></a>", "<a><!--b--c--></a>", "<a><!-- ---></a>", "<a><!-----></a>", "<a><!------></a>", "<a><!--<!---->--></a>",
            "<a><!-b--></a>", "<a><! --b--></a>", "<a><!- -b--></a>", "<a><!--b-- ></a>", "<a><!--b- -></a>", "<a><!--b->", "<a><!--", "<a><!-", "<a><!></a>",
            "<a <!---->/>", "<a b<!---->='c'/>", "<!-- -- --><a/>", "<a/><!-- -- -->",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 2.6 [16] PI",
        satisfied: &[
            "<a><?b?></a>", "<a><?b ?></a>", "<a><?b c?></a>", "<a><?b c?d?></a>", "<a><?b c??></a>", "<a><?b ??></a>", "<a><?b <c>&d;]]>--?></a>", "<a><?b\tc?></a>", "<a><?b\nc\n?></a>",
            "<a>b<?c?>d</a>", "<?b?><a/>", "<a/><?b?>", "<a><?b xml version='1.0'?></a>",
        ],
        broken: &[
            "<a><??></a>", "<a><? b?></a>", "<a><?b??></a>", "<a><?b?c?></a>", "<a><?b></a>", "<a><?b", "<a><?b c? ></a>", "<a><?", "<a <?b?>/>", "<a><?b/?></a>", "<a><?b=c?></a>", "<a><?<b?></a>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 2.6 [17] PITarget",
        satisfied: &["<a><?xmlb?></a>", "<a><?bxml?></a>", "<a><?xm l?></a>", "<a><?xml-b c?></a>", "<?xml-b c?><a/>", "<a><?XMLb?></a>", "<a><?xml.?></a>", "<a/><?x-xml?>"],
        broken: &[
            "<a><?xml?></a>", "<a><?xml b?></a>", "<a><?XML?></a>", "<a><?Xml b?></a>", "<a><?xML b?></a>", "<a><?xMl b?></a>", "<?XML version='1.0'?><a/>", "<?Xml b?><a/>",
            "<a/><?xml b?>", "<a/><?XML b?>", "<a><?xml version='1.0'?></a>", " <?xml version='1.0'?><a/>", "<!----><?xml version='1.0'?><a/>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 2.7 [18] CDSect, [19] CDStart, [20] CData, [21] CDEnd",
        satisfied: &[
            "<a><![CDATA[]]></a>", "<a><![CDATA[b]]></a>", "<a><![CDATA[]]]></a>", "<a><![CDATA[]]]]></a>", "<a><![CDATA[]>]]></a>", "<a><![CDATA[]] >]]></a>", "<a><![CDATA[<b>&c;&#0;--?>]]></a>",
            "<a><![CDATA[<![CDATA[]]></a>", "<a><![CDATA[]]]]><![CDATA[>]]></a>", "<a>b<![CDATA[c]]>d</a>", "<a><![CDATA[ \r\n]]></a>", "<a><![CDATA[>]]></a>",
        ],
        broken: &[
            "<a><![cdata[]]></a>", "<a><![CDATA []]></a>", "<a><! [CDATA[]]></a>", "<a><![ CDATA[]]></a>", "<a><![CDATA]]></a>", "<a><![CDATA[]]></a", "<a><![CDATA[]] ></a>", "<a><![CDATA[] ]></a>",
            "<a><![CDATA[]></a>", "<a><![CDATA[", "<a><![CDATA", "<a><![CDATA[<![CDATA[]]>]]></a>", "<a <![CDATA[]]>/>", "<![CDATA[<a/>]]>", "<a><![CDATA[</a>", "<a><![INCLUDE[]]></a>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 2.8 [22] prolog, [27] Misc",
        satisfied: &["\n<!---->\t<?b?>\r\n<a/>", "<a/>\n<!---->\t<?b?>\r\n", "<!-- --><!-- --><a/>", "<?b?><?b?><a/>", "<a/><?b?><!---->"],
        broken: &["\n<?xml version='1.0'?><a/>", "<?xml version='1.0'?><?xml version='1.0'?><a/>", "<?xml version='1.0'?>b<a/>", "<!---->b<a/>", "<a/><!---->b", "<?xml version='1.0'?>&#10;<a/>"],
        refused: &[],
    },
    Production {
        clause: "XML 2.8 [23] XMLDecl",
        satisfied: &[
            "<?xml version='1.0'?><a/>", "<?xml version=\"1.0\"?><a/>", "<?xml version='1.0' ?><a/>", "<?xml  version='1.0'?><a/>", "<?xml version='1.0' encoding='UTF-8'?><a/>",
            "<?xml version='1.0' standalone='yes'?><a/>", "<?xml version='1.0' encoding='UTF-8' standalone='no' ?><a/>", "<?xml\nversion\t=\r'1.0'\nencoding = \"UTF-8\"?><a/>",
        ],
        broken: &[
            "<?xml?><a/>", "<?xml ?><a/>", "<?xmlversion='1.0'?><a/>", "<?xml encoding='UTF-8'?><a/>", "<?xml standalone='yes'?><a/>", "<?xml encoding='UTF-8' version='1.0'?><a/>",
            "<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>", "<?xml version='1.0' version='1.0'?><a/>", "<?xml version='1.0' encoding='UTF-8' encoding='UTF-8'?><a/>",
            "<?xml version='1.0' standalone='no' standalone='no'?><a/>", "<?xml version='1.0' b='c'?><a/>", "<?xml version='1.0'encoding='UTF-8'?><a/>",
            "<?xml version='1.0' encoding='UTF-8'standalone='no'?><a/>", "<?xml version='1.0'><a/>", "<?xml version='1.0'/><a/>", "<?xml version='1.0'? ><a/>", "<?xml version='1.0' b?><a/>",
            "<?xml version='1.0',encoding='UTF-8'?><a/>", "<?xml VERSION='1.0'?><a/>", "<?xml version='1.0' Encoding='UTF-8'?><a/>", "<?xml version='1.0' STANDALONE='yes'?><a/>", "<? xml version='1.0'?><a/>",
            "<?xml version='1.0'", "<?xml p:version='1.0'?><a/>", "<?xml version='1.0' p:encoding='UTF-8'?><a/>", "<?xml version='1.0' p:standalone='no'?><a/>", "<?xml version='1.0' encodingb='UTF-8'?><a/>", "<?xml version='1.0' encoding='UTF-8'b?><a/>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 2.8 [24] VersionInfo, [25] Eq, [26] VersionNum",
        satisfied: &["<?xml version = '1.0'?><a/>", "<?xml version= '1.0'?><a/>", "<?xml version ='1.0'?><a/>", "<?xml version='1.1'?><a/>", "<?xml version='1.2'?><a/>", "<?xml version='1.10'?><a/>", "<?xml version='1.00'?><a/>"],
        broken: &[
            "<?xml version=1.0?><a/>", "<?xml version='1.0\"?><a/>", "<?xml version=\"1.0'?><a/>", "<?xml version '1.0'?><a/>", "<?xml version=='1.0'?><a/>", "<?xml version=''?><a/>", "<?xml version='1'?><a/>",
            "<?xml version='1.'?><a/>", "<?xml version='.0'?><a/>", "<?xml version='2.0'?><a/>", "<?xml version='0.9'?><a/>", "<?xml version='01.0'?><a/>", "<?xml version=' 1.0'?><a/>", "<?xml version='1.0 '?><a/>",
            "<?xml version='1.0a'?><a/>", "<?xml version='1.-1'?><a/>", "<?xml version='1,0'?><a/>", "<?xml version='1.0.0'?><a/>", "<?xml version='1.&#48;'?><a/>", "<?xml version=?><a/>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 2.8 [28] doctypedecl",
        satisfied: &[],
        broken: &["<!doctype a><a/>", "<a/><!DOCTYPE a>", "<a><!DOCTYPE a></a>", "<! DOCTYPE a><a/>", "<!ELEMENT a ANY><a/>", "<a><!ELEMENT a ANY></a>", "<!DOCTYPE a", "<!DOCTYPE a [<a/>", "<!DOCTYPE a><!DOCTYPE a><a/>"],
        // SOAP 1.1 section 3, SOAP 1.2 part 1 section 5.
        refused: &[
            "<!DOCTYPE a><a/>", "<!DOCTYPE a ><a/>", "<!DOCTYPE a []><a/>", "<!DOCTYPE a SYSTEM 'b'><a/>", "<!DOCTYPE a PUBLIC 'b' 'c'><a/>", "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<!----><!DOCTYPE a><a/>", "<?xml version='1.0'?><!DOCTYPE a><a/>",
        ],
    },
    Production {
        clause: "XML 2.9 [32] SDDecl",
        satisfied: &["<?xml version='1.0' standalone='yes'?><a/>", "<?xml version='1.0' standalone=\"no\"?><a/>", "<?xml version='1.0' standalone = 'yes' ?><a/>"],
        broken: &[
            "<?xml version='1.0' standalone=''?><a/>", "<?xml version='1.0' standalone='YES'?><a/>", "<?xml version='1.0' standalone='Yes'?><a/>", "<?xml version='1.0' standalone='true'?><a/>",
            "<?xml version='1.0' standalone='1'?><a/>", "<?xml version='1.0' standalone=yes?><a/>", "<?xml version='1.0' standalone=' yes'?><a/>", "<?xml version='1.0' standalone='yes\"?><a/>",
            "<?xml version='1.0' standalone?><a/>", "<?xml version='1.0' standalone='no '?><a/>",
        ],
        refused: &[],
    },
    Production {
        clause: "XML 2.11, line ends",
        satisfied: &[
            "<a>\r</a>", "<a>\r\n</a>", "<a>\n\r</a>", "<a>\r\r\n\n</a>", "<a>\r\n\r\n</a>", "<a>b\rc</a>", "<a>&#13;\n</a>", "<a>\r&#10;</a>", "<a>&#xD;</a>", "<a><![CDATA[\r\n\r]]></a>",
            "<a>\u{85}\r\u{85}\u{2028}</a>", "<a>\r<!---->\n</a>", "<a>\r<b/>\n</a>", "<a>\r<![CDATA[\n]]></a>", "<a>0123456789abcdef\r\n0123456789abcdef\r</a>",
        ],
        broken: &[],
        refused: &[],
    },
];
