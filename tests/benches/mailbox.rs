//! A mailbox's items, as EWS lists them: the large message of the bench.

use um_messages::{SoapMessage, SoapType};

const M: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";
const T: &str = "http://schemas.microsoft.com/exchange/services/2006/types";

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = M, prefix = "m")]
pub(crate) struct FindItemResponse {
    pub(crate) root_folder: RootFolder,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = T, prefix = "t")]
pub(crate) struct RootFolder {
    #[soap(attribute)]
    pub(crate) total_items_in_view: u32,
    #[soap(attribute)]
    pub(crate) includes_last_item_in_range: bool,
    pub(crate) items: Items,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = T, prefix = "t")]
pub(crate) struct Items {
    pub(crate) message: Vec<Message>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = T, prefix = "t")]
#[allow(clippy::struct_excessive_bools, reason = "items have them")]
pub(crate) struct Message {
    pub(crate) item_id: ItemId,
    pub(crate) subject: String,
    pub(crate) date_time_received: String,
    pub(crate) size: u32,
    pub(crate) importance: Importance,
    pub(crate) has_attachments: bool,
    pub(crate) is_draft: bool,
    pub(crate) is_from_me: bool,
    pub(crate) is_resend: bool,
    pub(crate) attachment_count: u16,
    pub(crate) voice_mail_length: Option<Length>,
    pub(crate) is_read: bool,
    pub(crate) from: Recipient,
}

#[derive(Debug, PartialEq, SoapType)]
pub(crate) struct ItemId {
    #[soap(attribute)]
    pub(crate) id: String,
    #[soap(attribute)]
    pub(crate) change_key: String,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = T, prefix = "t")]
pub(crate) struct Recipient {
    pub(crate) mailbox: Mailbox,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = T, prefix = "t")]
pub(crate) struct Mailbox {
    pub(crate) name: String,
    pub(crate) email_address: String,
}

#[derive(Debug, PartialEq, SoapType)]
pub(crate) struct Length {
    #[soap(attribute)]
    pub(crate) unit: Unit,
    #[soap(text)]
    pub(crate) value: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, SoapType)]
pub(crate) enum Unit {
    Second,
    Minute,
}

#[derive(Clone, Copy, Debug, PartialEq, SoapType)]
pub(crate) enum Importance {
    Low,
    Normal,
    High,
}

/// The same message, its texts borrowed from the input where they need no unescaping.
pub(crate) mod borrowed {
    use std::borrow::Cow;

    use um_messages::{SoapMessage, SoapType};

    use super::{Importance, Length, M, T};

    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = M, prefix = "m")]
    pub(crate) struct FindItemResponse<'a> {
        pub(crate) root_folder: RootFolder<'a>,
    }

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = T, prefix = "t")]
    pub(crate) struct RootFolder<'a> {
        #[soap(attribute)]
        pub(crate) total_items_in_view: u32,
        #[soap(attribute)]
        pub(crate) includes_last_item_in_range: bool,
        pub(crate) items: Items<'a>,
    }

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = T, prefix = "t")]
    pub(crate) struct Items<'a> {
        pub(crate) message: Vec<Message<'a>>,
    }

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = T, prefix = "t")]
    #[allow(clippy::struct_excessive_bools, reason = "items have them")]
    pub(crate) struct Message<'a> {
        pub(crate) item_id: ItemId<'a>,
        pub(crate) subject: Cow<'a, str>,
        pub(crate) date_time_received: Cow<'a, str>,
        pub(crate) size: u32,
        pub(crate) importance: Importance,
        pub(crate) has_attachments: bool,
        pub(crate) is_draft: bool,
        pub(crate) is_from_me: bool,
        pub(crate) is_resend: bool,
        pub(crate) attachment_count: u16,
        pub(crate) voice_mail_length: Option<Length>,
        pub(crate) is_read: bool,
        pub(crate) from: Recipient<'a>,
    }

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) struct ItemId<'a> {
        #[soap(attribute)]
        pub(crate) id: Cow<'a, str>,
        #[soap(attribute)]
        pub(crate) change_key: Cow<'a, str>,
    }

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = T, prefix = "t")]
    pub(crate) struct Recipient<'a> {
        pub(crate) mailbox: Mailbox<'a>,
    }

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = T, prefix = "t")]
    pub(crate) struct Mailbox<'a> {
        pub(crate) name: Cow<'a, str>,
        pub(crate) email_address: Cow<'a, str>,
    }
}

/// A response with `count` items, each a little different.
pub(crate) fn response(count: u32) -> FindItemResponse {
    let message = (0..count).map(item).collect();
    FindItemResponse {
        root_folder: RootFolder {
            total_items_in_view: count,
            includes_last_item_in_range: true,
            items: Items { message },
        },
    }
}

fn item(number: u32) -> Message {
    let importance = [Importance::Low, Importance::Normal, Importance::High][number as usize % 3];
    Message {
        item_id: ItemId {
            id: format!("AAMkAGRjOTQ5ODJkLTdkMGYt{number:08}"),
            change_key: format!("CQAAABYA{number:08}"),
        },
        subject: format!("Voice message no. {number}"),
        date_time_received: format!("2026-11-{:02}T{:02}:30:00Z", 1 + number % 28, number % 24),
        size: 4_096 + number * 17,
        importance,
        has_attachments: number.is_multiple_of(2),
        is_draft: false,
        is_from_me: number.is_multiple_of(7),
        is_resend: false,
        attachment_count: u16::try_from(number % 3).unwrap_or_default(),
        voice_mail_length: (number.is_multiple_of(2)).then_some(Length {
            unit: if number.is_multiple_of(4) {
                Unit::Second
            } else {
                Unit::Minute
            },
            value: number % 90,
        }),
        is_read: number.is_multiple_of(5),
        from: Recipient {
            mailbox: Mailbox {
                name: format!("Caller Number {number}"),
                email_address: format!("caller.{number}@example.com"),
            },
        },
    }
}

/// The same text that `to_envelope` writes, as nobody would want to write it. `push` puts a text
/// into the message.
#[inline]
pub(crate) fn write_by_hand(
    response: &FindItemResponse,
    push: impl Fn(&str, &mut String) + Copy,
) -> String {
    let mut out = String::new();
    let folder = &response.root_folder;
    out.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    out.push_str(
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>",
    );
    out.push_str("<m:FindItemResponse xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\"");
    out.push_str(" xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\">");
    out.push_str("<m:RootFolder TotalItemsInView=\"");
    out.push_str(&folder.total_items_in_view.to_string());
    out.push_str("\" IncludesLastItemInRange=\"");
    out.push_str(boolean(folder.includes_last_item_in_range));
    out.push_str("\"><t:Items>");
    for message in &folder.items.message {
        write_message(message, &mut out, push);
    }
    out.push_str("</t:Items></m:RootFolder></m:FindItemResponse></soap:Body></soap:Envelope>");
    out
}

#[inline]
fn write_message(message: &Message, out: &mut String, push: impl Fn(&str, &mut String)) {
    out.push_str("<t:Message><t:ItemId Id=\"");
    push(&message.item_id.id, out);
    out.push_str("\" ChangeKey=\"");
    push(&message.item_id.change_key, out);
    out.push_str("\"/><t:Subject>");
    push(&message.subject, out);
    out.push_str("</t:Subject><t:DateTimeReceived>");
    push(&message.date_time_received, out);
    out.push_str("</t:DateTimeReceived><t:Size>");
    push_number(message.size, out);
    out.push_str("</t:Size><t:Importance>");
    out.push_str(match message.importance {
        Importance::Low => "Low",
        Importance::Normal => "Normal",
        Importance::High => "High",
    });
    out.push_str("</t:Importance><t:HasAttachments>");
    out.push_str(boolean(message.has_attachments));
    out.push_str("</t:HasAttachments><t:IsDraft>");
    out.push_str(boolean(message.is_draft));
    out.push_str("</t:IsDraft><t:IsFromMe>");
    out.push_str(boolean(message.is_from_me));
    out.push_str("</t:IsFromMe><t:IsResend>");
    out.push_str(boolean(message.is_resend));
    out.push_str("</t:IsResend><t:AttachmentCount>");
    push_number(message.attachment_count.into(), out);
    out.push_str("</t:AttachmentCount>");
    if let Some(length) = &message.voice_mail_length {
        out.push_str("<t:VoiceMailLength Unit=\"");
        out.push_str(match length.unit {
            Unit::Second => "Second",
            Unit::Minute => "Minute",
        });
        out.push_str("\">");
        push_number(length.value, out);
        out.push_str("</t:VoiceMailLength>");
    }
    out.push_str("<t:IsRead>");
    out.push_str(boolean(message.is_read));
    out.push_str("</t:IsRead><t:From><t:Mailbox><t:Name>");
    push(&message.from.mailbox.name, out);
    out.push_str("</t:Name><t:EmailAddress>");
    push(&message.from.mailbox.email_address, out);
    out.push_str("</t:EmailAddress></t:Mailbox></t:From></t:Message>");
}

/// Text as it stands. Wrong as soon as it has a `<` or `&`.
pub(crate) fn push_unescaped(text: &str, out: &mut String) {
    out.push_str(text);
}

/// Text escaped, as a hand-written function does it.
pub(crate) fn push_escaped(text: &str, out: &mut String) {
    let is_special = |byte| matches!(byte, b'<' | b'>' | b'&' | b'"' | 0..0x20);
    if !text.bytes().any(is_special) {
        return out.push_str(text);
    }
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#xD;"),
            other => out.push(other),
        }
    }
}

fn boolean(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// A number without the formatting machinery, as a careful hand would write it.
pub(crate) fn push_number(mut number: u32, out: &mut String) {
    let mut digits = [0; 10];
    let mut from = digits.len();
    loop {
        from -= 1;
        digits[from] = b'0' + u8::try_from(number % 10).unwrap_or_default();
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.push_str(std::str::from_utf8(&digits[from..]).unwrap_or_default());
}
