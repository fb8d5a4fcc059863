/// A message.
#[derive(Debug, PartialEq, Eq)]
pub struct Call<'a, T> {
    /// An attribute.
    pub id: u32,
    /// Another attribute, in a namespace.
    pub origin: Option<String>,
    /// An element that is borrowed.
    pub subject: &'a str,
    /// A list with two names.
    pub party: Vec<T>,
    /// An element in a namespace of its own, with a value of its own.
    pub note: String,
    /// Some of several elements.
    pub choice: Option<Choice>,
    /// Not of the message.
    pub visits: usize,
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl<'a, T> __rt::Group for Call<'a, T> {
        const SHAPE: &'static __rt::Shape = &__rt::Shape {
            namespace: __rt::Some("urn:a"),
            prefix: "a",
            inner: __rt::None,
            is_inner_optional: false,
            deny_unknown_fields: false,
            extent: __rt::Extent {
                attributes: true,
                content: __rt::Content::Elements,
                any: false,
                any_attribute: false,
                has_blocks_alone: false,
                fault: __rt::None,
            },
        };
        const NAMES: &'static __rt::Names = &__rt::Names {
            namespace: __rt::Some("urn:a"),
            elements: &[
                (__rt::None, "Subject"),
                (__rt::None, "Party"),
                (__rt::None, "Member"),
                (__rt::Some("urn:d"), "Note"),
            ],
            attributes: &[("", "Id"), ("urn:c", "Origin")],
            flattened: &[<Option<Choice> as __rt::Flat>::NAMES],
        };
        const EXTENT: __rt::Extent = {
            if let __rt::Some(__fault) = __rt::Extent::fault_with(
                <Self as __rt::Group>::SHAPE.extent,
                <Option<Choice> as __rt::Flat>::EXTENT,
            ) {
                __rt::core::panic!("{}", __fault)
            }
            <Self as __rt::Group>::SHAPE
                .extent
                .with(<Option<Choice> as __rt::Flat>::EXTENT)
        };
    }
    pub struct __State<'__de: 'a, 'a, T>
    where
        T: __rt::ReadElement<'__de>,
    {
        __f0: <u32 as __rt::ReadAttribute<'__de>>::Slot,
        __f1: <Option<String> as __rt::ReadAttribute<'__de>>::Slot,
        __f2: <&'a str as __rt::ReadField<'__de>>::Slot,
        __f3: <Vec<T> as __rt::ReadField<'__de>>::Slot,
        __f4: <String as __rt::ReadField<'__de>>::Slot,
        __f5: <Option<Choice> as __rt::ReadFlat<'__de>>::Slot,
        __marker: (
            __rt::core::marker::PhantomData<&'__de ()>,
            __rt::core::marker::PhantomData<&'a ()>,
            __rt::core::marker::PhantomData<T>,
        ),
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> __rt::core::default::Default for __State<'__de, 'a, T>
    where
        T: __rt::ReadElement<'__de>,
    {
        fn default() -> Self {
            Self {
                __f0: __rt::core::default::Default::default(),
                __f1: __rt::core::default::Default::default(),
                __f2: __rt::core::default::Default::default(),
                __f3: __rt::core::default::Default::default(),
                __f4: __rt::core::default::Default::default(),
                __f5: __rt::core::default::Default::default(),
                __marker: __rt::core::default::Default::default(),
            }
        }
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> __rt::ReadGroup<'__de> for Call<'a, T>
    where
        T: __rt::ReadElement<'__de>,
    {
        type State = __State<'__de, 'a, T>;
        fn claim_attribute(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __index: __rt::usize,
        ) -> __rt::Result<__rt::bool> {
            if __rt::Reader::attribute_is(__reader, __index, __rt::NsId::NONE, "Id") {
                <u32 as __rt::ReadAttribute<
                    '__de,
                >>::fill(&mut __state.__f0, __reader, __index)?;
                return __rt::Ok(true);
            }
            if __rt::Reader::attribute_is_in(__reader, __index, "urn:c", "Origin") {
                <Option<
                    String,
                > as __rt::ReadAttribute<
                    '__de,
                >>::fill(&mut __state.__f1, __reader, __index)?;
                return __rt::Ok(true);
            }
            if <Option<
                Choice,
            > as __rt::ReadFlat<
                '__de,
            >>::claim_attribute(&mut __state.__f5, __reader, __index)? {
                return __rt::Ok(true);
            }
            __rt::Ok(false)
        }
        fn claim(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Result<__rt::Claim> {
            if __rt::Reader::is(__reader, __namespace, "Subject") {
                <&'a str as __rt::ReadField<'__de>>::fill(&mut __state.__f2, __reader)?;
                return __rt::Ok(__rt::Claim::of(2usize));
            }
            if __rt::Reader::is(__reader, __namespace, "Party")
                || __rt::Reader::is(__reader, __namespace, "Member")
            {
                <Vec<T> as __rt::ReadField<'__de>>::fill(&mut __state.__f3, __reader)?;
                return __rt::Ok(__rt::Claim::of(3usize));
            }
            if __rt::Reader::is_in(__reader, "urn:d", "Note") {
                <String as __rt::ReadField<'__de>>::fill(&mut __state.__f4, __reader)?;
                return __rt::Ok(__rt::Claim::of(4usize));
            }
            if <Option<
                Choice,
            > as __rt::ReadFlat<
                '__de,
            >>::claim(&mut __state.__f5, __reader, __namespace)? {
                return __rt::Ok(__rt::Claim::of(5usize));
            }
            __rt::Ok(__rt::Claim::NONE)
        }
        fn seat(
            __state: &Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Option<__rt::Seat> {
            if __rt::Reader::is(__reader, __namespace, "Subject") {
                return __rt::Seat::of(
                    2usize,
                    <&'a str as __rt::ReadField<'__de>>::is_full(&__state.__f2),
                );
            }
            if __rt::Reader::is(__reader, __namespace, "Party")
                || __rt::Reader::is(__reader, __namespace, "Member")
            {
                return __rt::Seat::of(
                    3usize,
                    <Vec<T> as __rt::ReadField<'__de>>::is_full(&__state.__f3),
                );
            }
            if __rt::Reader::is_in(__reader, "urn:d", "Note") {
                return __rt::Seat::of(
                    4usize,
                    <String as __rt::ReadField<'__de>>::is_full(&__state.__f4),
                );
            }
            if let __rt::Some(__is_taken) = <Option<
                Choice,
            > as __rt::ReadFlat<'__de>>::is_taken(&__state.__f5, __reader, __namespace) {
                return __rt::Seat::of(5usize, __is_taken);
            }
            __rt::None
        }
        fn read_text(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<()> {
            if <Option<Choice> as __rt::ReadFlat<'__de>>::HAS_TEXT {
                return <Option<
                    Choice,
                > as __rt::ReadFlat<'__de>>::read_text(&mut __state.__f5, __reader);
            }
            __rt::Reader::skip(__reader)
        }
        fn keep(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__rt::Claim> {
            if <Option<
                Choice,
            > as __rt::ReadFlat<'__de>>::keep(&mut __state.__f5, __reader)? {
                return __rt::Ok(__rt::Claim::of(5usize));
            }
            __rt::Ok(__rt::Claim::NONE)
        }
        fn keeping_seat(__state: &Self::State) -> __rt::Option<__rt::Seat> {
            if let __rt::Some(__is_taken) = <Option<
                Choice,
            > as __rt::ReadFlat<'__de>>::is_keeper_taken(&__state.__f5) {
                return __rt::Seat::of(5usize, __is_taken);
            }
            __rt::None
        }
        fn keep_attribute(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
            __index: __rt::usize,
        ) -> __rt::Result<__rt::bool> {
            if <Option<
                Choice,
            > as __rt::ReadFlat<
                '__de,
            >>::keep_attribute(&mut __state.__f5, __reader, __index)? {
                return __rt::Ok(true);
            }
            __rt::Ok(false)
        }
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            __rt::Ok(Self {
                id: <u32 as __rt::ReadAttribute<
                    '__de,
                >>::take(&mut __state.__f0, __reader, "Id")?,
                origin: <Option<
                    String,
                > as __rt::ReadAttribute<
                    '__de,
                >>::take(&mut __state.__f1, __reader, "Origin")?,
                subject: <&'a str as __rt::ReadField<
                    '__de,
                >>::take(&mut __state.__f2, __reader, "Subject")?,
                party: <Vec<
                    T,
                > as __rt::ReadField<
                    '__de,
                >>::take(&mut __state.__f3, __reader, "Party")?,
                note: if <String as __rt::ReadField<'__de>>::is_filled(&__state.__f4) {
                    <String as __rt::ReadField<
                        '__de,
                    >>::take(&mut __state.__f4, __reader, "Note")?
                } else {
                    <String as __rt::core::default::Default>::default()
                },
                choice: <Option<
                    Choice,
                > as __rt::ReadFlat<'__de>>::take(&mut __state.__f5, __reader)?,
                visits: <usize as __rt::core::default::Default>::default(),
            })
        }
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> __rt::ReadElement<'__de> for Call<'a, T>
    where
        T: __rt::ReadElement<'__de>,
    {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_group(__reader)
        }
    }
    #[automatically_derived]
    impl<'a, T> __rt::WriteGroup for Call<'a, T>
    where
        T: __rt::WriteElement,
    {
        fn write_attributes(&self, __writer: &mut __rt::Writer) {
            <u32 as __rt::WriteAttribute>::write_attribute(
                &self.id,
                __writer,
                const {
                    &__rt::AttributeName::new("Id", " Id=\"", __rt::None, __rt::None)
                },
            );
            <Option<
                String,
            > as __rt::WriteAttribute>::write_attribute(
                &self.origin,
                __writer,
                const {
                    &__rt::AttributeName::new(
                        "Origin",
                        " c:Origin=\"",
                        __rt::Some("urn:c"),
                        __rt::Some("c"),
                    )
                },
            );
            <Option<
                Choice,
            > as __rt::WriteFlat>::write_attributes(&self.choice, __writer);
        }
        fn write_kept_attributes(&self, __writer: &mut __rt::Writer) {
            <Option<
                Choice,
            > as __rt::WriteFlat>::write_kept_attributes(&self.choice, __writer);
        }
        fn write_content(&self, __writer: &mut __rt::Writer, __scope: __rt::Scope) {
            <&'a str as __rt::WriteField>::write_field(
                &self.subject,
                __writer,
                __rt::Scope::name(
                    __scope,
                    const { &__rt::Name::new("Subject", "<a:Subject>", "</a:Subject>") },
                ),
            );
            <Vec<
                T,
            > as __rt::WriteField>::write_field(
                &self.party,
                __writer,
                __rt::Scope::name(
                    __scope,
                    const { &__rt::Name::new("Party", "<a:Party>", "</a:Party>") },
                ),
            );
            if !String::is_empty(&self.note) {
                {
                    let __scope = __rt::Writer::scope(__writer, "urn:d", "");
                    <String as __rt::WriteField>::write_field(
                        &self.note,
                        __writer,
                        __rt::Scope::name(
                            __scope,
                            const { &__rt::Name::new("Note", "<Note>", "</Note>") },
                        ),
                    );
                }
            }
            <Option<
                Choice,
            > as __rt::WriteFlat>::write_content(&self.choice, __writer, __scope);
        }
        fn facts() -> &'static [__rt::Fact] {
            const {
                &[
                    __rt::Fact::Prefix("a", "urn:a"),
                    __rt::Fact::Prefix("c", "urn:c"),
                    __rt::Fact::Type(<&'a str as __rt::WriteField>::facts),
                    __rt::Fact::Type(<Vec<T> as __rt::WriteField>::facts),
                    __rt::Fact::Type(<String as __rt::WriteField>::facts),
                    __rt::Fact::Type(<Option<Choice> as __rt::WriteFlat>::facts),
                ]
            }
        }
    }
    #[automatically_derived]
    impl<'a, T> __rt::WriteElement for Call<'a, T>
    where
        T: __rt::WriteElement,
    {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_group(self, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            <Self as __rt::WriteGroup>::facts()
        }
    }
    #[automatically_derived]
    impl<'a, T> __rt::Root for Call<'a, T> {
        const NAME: &'static __rt::str = "Call";
        const NAMESPACE: &'static __rt::str = "urn:a";
        const PREFIX: &'static __rt::str = "a";
    }
    #[automatically_derived]
    impl<'a, T> __rt::SoapMessage for Call<'a, T>
    where
        T: __rt::WriteElement,
    {
        const VERSION: __rt::SoapVersion = __rt::SoapVersion::V1_1;
        fn action(&self) -> __rt::Option<&'static __rt::str> {
            <Self as __rt::NamedMessage>::ACTION
        }
    }
    #[automatically_derived]
    impl<'a, T> __rt::NamedMessage for Call<'a, T>
    where
        T: __rt::WriteElement,
    {
        const NAMESPACE: &'static __rt::str = "urn:a";
        const NAME: &'static __rt::str = "Call";
        const ACTION: __rt::Option<&'static __rt::str> = __rt::Some("urn:a/Call");
    }
    #[automatically_derived]
    impl<'a, T> __rt::SoapOperation for Call<'a, T>
    where
        T: __rt::WriteElement,
    {
        type Response = Answer;
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> __rt::ReadBody<'__de> for Call<'a, T>
    where
        T: __rt::ReadElement<'__de>,
        T: __rt::WriteElement,
    {
        fn aliases(
            __visit: &mut dyn __rt::core::ops::FnMut(
                &'static __rt::str,
                &'static __rt::str,
            ),
        ) {
            __visit("urn:b", "urn:a");
        }
        fn claim_body(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__rt::Option<Self>> {
            __rt::claim_message(__reader)
        }
        fn expected(
            __visit: &mut dyn __rt::core::ops::FnMut(
                &'static __rt::str,
                &'static __rt::str,
            ),
        ) {
            __visit("urn:a", "Call");
        }
    }
    #[automatically_derived]
    impl<'a, T> __rt::WriteBody for Call<'a, T>
    where
        T: __rt::WriteElement,
    {
        fn write_body(&self, __writer: &mut __rt::Writer) {
            __rt::write_message(self, __writer);
        }
    }
};
/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its state.
    pub state: State,
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl __rt::Group for Answer {
        const SHAPE: &'static __rt::Shape = &__rt::Shape {
            namespace: __rt::Some("urn:a"),
            prefix: "",
            inner: __rt::Some(&__rt::Name::new("Inner", "<Inner>", "</Inner>")),
            is_inner_optional: false,
            deny_unknown_fields: false,
            extent: __rt::Extent {
                attributes: false,
                content: __rt::Content::Elements,
                any: false,
                any_attribute: false,
                has_blocks_alone: true,
                fault: __rt::None,
            },
        };
        const NAMES: &'static __rt::Names = &__rt::Names {
            namespace: __rt::Some("urn:a"),
            elements: &[(__rt::None, "State")],
            attributes: &[],
            flattened: &[],
        };
    }
    pub struct __State<'__de> {
        __f0: <State as __rt::ReadField<'__de>>::Slot,
        __marker: (__rt::core::marker::PhantomData<&'__de ()>,),
    }
    #[automatically_derived]
    impl<'__de> __rt::core::default::Default for __State<'__de> {
        fn default() -> Self {
            Self {
                __f0: __rt::core::default::Default::default(),
                __marker: __rt::core::default::Default::default(),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadGroup<'__de> for Answer {
        type State = __State<'__de>;
        fn claim(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Result<__rt::Claim> {
            if __rt::Reader::is(__reader, __namespace, "State") {
                <State as __rt::ReadField<'__de>>::fill(&mut __state.__f0, __reader)?;
                return __rt::Ok(__rt::Claim::of(0usize));
            }
            __rt::Ok(__rt::Claim::NONE)
        }
        fn seat(
            __state: &Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Option<__rt::Seat> {
            if __rt::Reader::is(__reader, __namespace, "State") {
                return __rt::Seat::of(
                    0usize,
                    <State as __rt::ReadField<'__de>>::is_full(&__state.__f0),
                );
            }
            __rt::None
        }
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            __rt::Ok(Self {
                state: <State as __rt::ReadField<
                    '__de,
                >>::take(&mut __state.__f0, __reader, "State")?,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Answer {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_group(__reader)
        }
    }
    #[automatically_derived]
    impl __rt::WriteGroup for Answer {
        fn write_content(&self, __writer: &mut __rt::Writer, __scope: __rt::Scope) {
            <State as __rt::WriteField>::write_field(
                &self.state,
                __writer,
                __rt::Scope::name(
                    __scope,
                    const { &__rt::Name::new("State", "<State>", "</State>") },
                ),
            );
        }
        fn facts() -> &'static [__rt::Fact] {
            const { &[__rt::Fact::Type(<State as __rt::WriteField>::facts)] }
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Answer {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_group(self, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            <Self as __rt::WriteGroup>::facts()
        }
    }
    #[automatically_derived]
    impl __rt::Root for Answer {
        const NAME: &'static __rt::str = "Answer";
        const NAMESPACE: &'static __rt::str = "urn:a";
        const PREFIX: &'static __rt::str = "";
    }
    #[automatically_derived]
    impl __rt::SoapMessage for Answer {
        const VERSION: __rt::SoapVersion = __rt::SoapVersion::V1_1;
        fn action(&self) -> __rt::Option<&'static __rt::str> {
            <Self as __rt::NamedMessage>::ACTION
        }
    }
    #[automatically_derived]
    impl __rt::NamedMessage for Answer {
        const NAMESPACE: &'static __rt::str = "urn:a";
        const NAME: &'static __rt::str = "Answer";
        const ACTION: __rt::Option<&'static __rt::str> = __rt::None;
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadBody<'__de> for Answer {
        fn aliases(
            __visit: &mut dyn __rt::core::ops::FnMut(
                &'static __rt::str,
                &'static __rt::str,
            ),
        ) {}
        fn claim_body(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__rt::Option<Self>> {
            __rt::claim_message(__reader)
        }
        fn expected(
            __visit: &mut dyn __rt::core::ops::FnMut(
                &'static __rt::str,
                &'static __rt::str,
            ),
        ) {
            __visit("urn:a", "Answer");
        }
    }
    #[automatically_derived]
    impl __rt::WriteBody for Answer {
        fn write_body(&self, __writer: &mut __rt::Writer) {
            __rt::write_message(self, __writer);
        }
    }
};
/// One of two messages.
#[derive(Debug, PartialEq, Eq)]
pub enum Any<'a> {
    /// A message.
    Call(Call<'a, u8>),
    /// An answer.
    Answer(Answer),
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl<'a> __rt::SoapMessage for Any<'a> {
        const VERSION: __rt::SoapVersion = <Call<'a, u8> as __rt::SoapMessage>::VERSION;
        fn action(&self) -> __rt::Option<&'static __rt::str> {
            match self {
                Self::Call(__message) => {
                    <Call<'a, u8> as __rt::SoapMessage>::action(__message)
                }
                Self::Answer(__message) => {
                    <Answer as __rt::SoapMessage>::action(__message)
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a> __rt::ReadBody<'__de> for Any<'a> {
        fn aliases(
            __visit: &mut dyn __rt::core::ops::FnMut(
                &'static __rt::str,
                &'static __rt::str,
            ),
        ) {
            <Call<'a, u8> as __rt::ReadBody<'__de>>::aliases(__visit);
            <Answer as __rt::ReadBody<'__de>>::aliases(__visit);
        }
        fn claim_body(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__rt::Option<Self>> {
            const {
                __rt::core::assert!(
                    __rt::same_version(< Call < 'a, u8 > as __rt::SoapMessage >
                    ::VERSION, < Answer as __rt::SoapMessage > ::VERSION),
                    "the messages of variants `Call` and `Answer` are of two versions of SOAP\nhelp: set `version` on the enum"
                );
            }
            const {
                {
                    let __names = &[
                        (
                            <Call<'a, u8> as __rt::NamedMessage>::NAMESPACE,
                            <Call<'a, u8> as __rt::NamedMessage>::NAME,
                        ),
                        (
                            <Answer as __rt::NamedMessage>::NAMESPACE,
                            <Answer as __rt::NamedMessage>::NAME,
                        ),
                    ];
                    __rt::core::assert!(
                        __rt::is_new(__names, 1usize),
                        "the message of variant `Answer` has the name of another one, and nothing tells them apart\nhelp: keep one of them"
                    );
                };
            }
            if let __rt::Some(__message) = <Call<
                'a,
                u8,
            > as __rt::ReadBody<'__de>>::claim_body(__reader)? {
                return __rt::Ok(__rt::Some(Self::Call(__message)));
            }
            if let __rt::Some(__message) = <Answer as __rt::ReadBody<
                '__de,
            >>::claim_body(__reader)? {
                return __rt::Ok(__rt::Some(Self::Answer(__message)));
            }
            __rt::Ok(__rt::None)
        }
        fn expected(
            __visit: &mut dyn __rt::core::ops::FnMut(
                &'static __rt::str,
                &'static __rt::str,
            ),
        ) {
            <Call<'a, u8> as __rt::ReadBody<'__de>>::expected(__visit);
            <Answer as __rt::ReadBody<'__de>>::expected(__visit);
        }
    }
    #[automatically_derived]
    impl<'a> __rt::WriteBody for Any<'a> {
        fn write_body(&self, __writer: &mut __rt::Writer) {
            match self {
                Self::Call(__message) => {
                    <Call<'a, u8> as __rt::WriteBody>::write_body(__message, __writer);
                }
                Self::Answer(__message) => {
                    <Answer as __rt::WriteBody>::write_body(__message, __writer);
                }
            }
        }
    }
};
/// A choice.
#[derive(Debug, PartialEq, Eq)]
pub enum Choice {
    /// A number.
    Number(Number),
    /// Text.
    Text(Text),
    /// What stands in a group.
    Group(Group),
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl __rt::Group for Choice {
        const SHAPE: &'static __rt::Shape = &__rt::Shape {
            namespace: __rt::None,
            prefix: "",
            inner: __rt::None,
            is_inner_optional: false,
            deny_unknown_fields: false,
            extent: __rt::Extent {
                attributes: false,
                content: __rt::Content::Elements,
                any: false,
                any_attribute: false,
                has_blocks_alone: false,
                fault: __rt::None,
            },
        };
        const NAMES: &'static __rt::Names = &__rt::Names {
            namespace: __rt::None,
            elements: &[(__rt::None, "Number"), (__rt::None, "Text")],
            attributes: &[],
            flattened: &[<Group as __rt::Flat>::NAMES],
        };
        const EXTENT: __rt::Extent = {
            <Self as __rt::Group>::SHAPE.extent.with(<Group as __rt::Flat>::EXTENT)
        };
    }
    const _: () = {
        if let __rt::Some(__fault) = __rt::Extent::fault_with_variant(
            <Choice as __rt::Group>::SHAPE.extent,
            <Group as __rt::Flat>::EXTENT,
        ) {
            __rt::core::panic!("{}", __fault)
        }
    };
    const _: () = {
        let _ = <Choice as __rt::Group>::EXTENT;
        __rt::core::assert!(
            ! __rt::Names::is_shared(< Choice as __rt::Group > ::NAMES, 0usize),
            "`Group` brings a name that another field claims\nhelp: give one of the two another name with `rename`"
        );
    };
    pub enum __State<'__de> {
        __Empty((__rt::core::marker::PhantomData<&'__de ()>,)),
        __F0(<Number as __rt::ReadField<'__de>>::Slot),
        __F1(<Text as __rt::ReadField<'__de>>::Slot),
        __F2(<Group as __rt::ReadFlat<'__de>>::Slot),
    }
    #[automatically_derived]
    impl<'__de> __rt::core::default::Default for __State<'__de> {
        fn default() -> Self {
            Self::__Empty(__rt::core::default::Default::default())
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadGroup<'__de> for Choice {
        type State = __State<'__de>;
        fn claim(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Result<__rt::Claim> {
            if __rt::Reader::is(__reader, __namespace, "Number") {
                if let __State::__Empty(_) = __state {
                    *__state = __State::__F0(__rt::core::default::Default::default());
                }
                let __State::__F0(__slot) = __state else {
                    return __rt::Err(__rt::Reader::second_choice(__reader));
                };
                <Number as __rt::ReadField<'__de>>::fill(__slot, __reader)?;
                return __rt::Ok(__rt::Claim::of(0));
            }
            if __rt::Reader::is(__reader, __namespace, "Text") {
                if let __State::__Empty(_) = __state {
                    *__state = __State::__F1(__rt::core::default::Default::default());
                }
                let __State::__F1(__slot) = __state else {
                    return __rt::Err(__rt::Reader::second_choice(__reader));
                };
                <Text as __rt::ReadField<'__de>>::fill(__slot, __reader)?;
                return __rt::Ok(__rt::Claim::of(0));
            }
            if let __State::__F2(__slot) = __state {
                if <Group as __rt::ReadFlat<
                    '__de,
                >>::claim(__slot, __reader, __namespace)? {
                    return __rt::Ok(__rt::Claim::of(0));
                }
            } else {
                let mut __slot = __rt::core::default::Default::default();
                if __rt::Option::is_some(
                    &<Group as __rt::ReadFlat<
                        '__de,
                    >>::is_taken(&__slot, __reader, __namespace),
                ) {
                    let __State::__Empty(_) = __state else {
                        return __rt::Err(__rt::Reader::second_choice(__reader));
                    };
                    <Group as __rt::ReadFlat<
                        '__de,
                    >>::claim(&mut __slot, __reader, __namespace)?;
                    *__state = __State::__F2(__slot);
                    return __rt::Ok(__rt::Claim::of(0));
                }
            }
            __rt::Ok(__rt::Claim::NONE)
        }
        fn seat(
            __state: &Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Option<__rt::Seat> {
            if __rt::Reader::is(__reader, __namespace, "Number") {
                let __is_taken = match __state {
                    __State::__Empty(_) => false,
                    __State::__F0(__slot) => {
                        <Number as __rt::ReadField<'__de>>::is_full(__slot)
                    }
                    _ => true,
                };
                return __rt::Seat::of(0, __is_taken);
            }
            if __rt::Reader::is(__reader, __namespace, "Text") {
                let __is_taken = match __state {
                    __State::__Empty(_) => false,
                    __State::__F1(__slot) => {
                        <Text as __rt::ReadField<'__de>>::is_full(__slot)
                    }
                    _ => true,
                };
                return __rt::Seat::of(0, __is_taken);
            }
            let __is_taken = if let __State::__F2(__slot) = __state {
                <Group as __rt::ReadFlat<'__de>>::is_taken(__slot, __reader, __namespace)
            } else {
                let __slot = __rt::core::default::Default::default();
                let __is_empty = __rt::core::matches!(__state, __State::__Empty(_));
                let __is_mine = <Group as __rt::ReadFlat<
                    '__de,
                >>::is_taken(&__slot, __reader, __namespace);
                __rt::Option::map(__is_mine, |_| !__is_empty)
            };
            if let __rt::Some(__is_taken) = __is_taken {
                return __rt::Seat::of(0, __is_taken);
            }
            __rt::None
        }
        fn keep(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__rt::Claim> {
            if let __State::__F2(__slot) = __state {
                if <Group as __rt::ReadFlat<'__de>>::keep(__slot, __reader)? {
                    return __rt::Ok(__rt::Claim::of(0));
                }
            } else if let __State::__Empty(_) = __state {
                let mut __slot = __rt::core::default::Default::default();
                if <Group as __rt::ReadFlat<'__de>>::keep(&mut __slot, __reader)? {
                    *__state = __State::__F2(__slot);
                    return __rt::Ok(__rt::Claim::of(0));
                }
            }
            __rt::Ok(__rt::Claim::NONE)
        }
        fn keeping_seat(__state: &Self::State) -> __rt::Option<__rt::Seat> {
            let __is_taken = match __state {
                __State::__F2(__slot) => {
                    <Group as __rt::ReadFlat<'__de>>::is_keeper_taken(__slot)
                }
                _ => __rt::None,
            };
            if let __rt::Some(__is_taken) = __is_taken {
                return __rt::Seat::of(0, __is_taken);
            }
            let __slot = __rt::core::default::Default::default();
            if let __rt::Some(__is_taken) = <Group as __rt::ReadFlat<
                '__de,
            >>::is_keeper_taken(&__slot) {
                let __is_empty = __rt::core::matches!(__state, __State::__Empty(_));
                return __rt::Seat::of(0, __is_taken || !__is_empty);
            }
            __rt::None
        }
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            match __state {
                __State::__F0(__slot) => {
                    __rt::Ok(
                        Self::Number(
                            <Number as __rt::ReadField<
                                '__de,
                            >>::take(__slot, __reader, "Number")?,
                        ),
                    )
                }
                __State::__F1(__slot) => {
                    __rt::Ok(
                        Self::Text(
                            <Text as __rt::ReadField<
                                '__de,
                            >>::take(__slot, __reader, "Text")?,
                        ),
                    )
                }
                __State::__F2(__slot) => {
                    __rt::Ok(
                        Self::Group(
                            <Group as __rt::ReadFlat<'__de>>::take(__slot, __reader)?,
                        ),
                    )
                }
                __State::__Empty(_) => {
                    __rt::Err(
                        __rt::Reader::missing_choice(
                            __reader,
                            &["Number", "Text", "Group"],
                        ),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Choice {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_group(__reader)
        }
    }
    #[automatically_derived]
    impl __rt::WriteGroup for Choice {
        fn write_content(&self, __writer: &mut __rt::Writer, __scope: __rt::Scope) {
            let __before = __rt::Writer::length(__writer);
            match self {
                Self::Number(__value) => {
                    <Number as __rt::WriteField>::write_field(
                        __value,
                        __writer,
                        __rt::Scope::name(
                            __scope,
                            const { &__rt::Name::new("Number", "<Number>", "</Number>") },
                        ),
                    );
                }
                Self::Text(__value) => {
                    <Text as __rt::WriteField>::write_field(
                        __value,
                        __writer,
                        __rt::Scope::name(
                            __scope,
                            const { &__rt::Name::new("Text", "<Text>", "</Text>") },
                        ),
                    );
                }
                Self::Group(__value) => {
                    <Group as __rt::WriteFlat>::write_content(
                        __value,
                        __writer,
                        __scope,
                    );
                }
            }
            __rt::Writer::insist_on_choice(__writer, __before);
        }
        fn facts() -> &'static [__rt::Fact] {
            const {
                &[
                    __rt::Fact::Type(<Number as __rt::WriteField>::facts),
                    __rt::Fact::Type(<Text as __rt::WriteField>::facts),
                    __rt::Fact::Type(<Group as __rt::WriteFlat>::facts),
                ]
            }
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Choice {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_group(self, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            <Self as __rt::WriteGroup>::facts()
        }
    }
    #[automatically_derived]
    impl __rt::Root for Choice {
        const NAME: &'static __rt::str = "Choice";
        const NAMESPACE: &'static __rt::str = "";
        const PREFIX: &'static __rt::str = "";
    }
};
/// A choice of one.
#[derive(Debug, PartialEq, Eq)]
pub enum Single {
    /// A number.
    Count(Number),
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl __rt::Group for Single {
        const SHAPE: &'static __rt::Shape = &__rt::Shape {
            namespace: __rt::None,
            prefix: "",
            inner: __rt::None,
            is_inner_optional: false,
            deny_unknown_fields: false,
            extent: __rt::Extent {
                attributes: false,
                content: __rt::Content::Elements,
                any: false,
                any_attribute: false,
                has_blocks_alone: false,
                fault: __rt::None,
            },
        };
        const NAMES: &'static __rt::Names = &__rt::Names {
            namespace: __rt::None,
            elements: &[(__rt::None, "Count")],
            attributes: &[],
            flattened: &[],
        };
    }
    pub enum __State<'__de> {
        __Empty((__rt::core::marker::PhantomData<&'__de ()>,)),
        __F0(<Number as __rt::ReadField<'__de>>::Slot),
    }
    #[automatically_derived]
    impl<'__de> __rt::core::default::Default for __State<'__de> {
        fn default() -> Self {
            Self::__Empty(__rt::core::default::Default::default())
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadGroup<'__de> for Single {
        type State = __State<'__de>;
        fn claim(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Result<__rt::Claim> {
            if __rt::Reader::is(__reader, __namespace, "Count") {
                if let __State::__Empty(_) = __state {
                    *__state = __State::__F0(__rt::core::default::Default::default());
                }
                let __State::__F0(__slot) = __state else {
                    return __rt::Err(__rt::Reader::second_choice(__reader));
                };
                <Number as __rt::ReadField<'__de>>::fill(__slot, __reader)?;
                return __rt::Ok(__rt::Claim::of(0));
            }
            __rt::Ok(__rt::Claim::NONE)
        }
        fn seat(
            __state: &Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Option<__rt::Seat> {
            if __rt::Reader::is(__reader, __namespace, "Count") {
                let __is_taken = match __state {
                    __State::__Empty(_) => false,
                    __State::__F0(__slot) => {
                        <Number as __rt::ReadField<'__de>>::is_full(__slot)
                    }
                };
                return __rt::Seat::of(0, __is_taken);
            }
            __rt::None
        }
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            match __state {
                __State::__F0(__slot) => {
                    __rt::Ok(
                        Self::Count(
                            <Number as __rt::ReadField<
                                '__de,
                            >>::take(__slot, __reader, "Count")?,
                        ),
                    )
                }
                __State::__Empty(_) => {
                    __rt::Err(__rt::Reader::missing_choice(__reader, &["Count"]))
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Single {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_group(__reader)
        }
    }
    #[automatically_derived]
    impl __rt::WriteGroup for Single {
        fn write_content(&self, __writer: &mut __rt::Writer, __scope: __rt::Scope) {
            let __before = __rt::Writer::length(__writer);
            match self {
                Self::Count(__value) => {
                    <Number as __rt::WriteField>::write_field(
                        __value,
                        __writer,
                        __rt::Scope::name(
                            __scope,
                            const { &__rt::Name::new("Count", "<Count>", "</Count>") },
                        ),
                    );
                }
            }
            __rt::Writer::insist_on_choice(__writer, __before);
        }
        fn facts() -> &'static [__rt::Fact] {
            const { &[__rt::Fact::Type(<Number as __rt::WriteField>::facts)] }
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Single {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_group(self, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            <Self as __rt::WriteGroup>::facts()
        }
    }
    #[automatically_derived]
    impl __rt::Root for Single {
        const NAME: &'static __rt::str = "Single";
        const NAMESPACE: &'static __rt::str = "";
        const PREFIX: &'static __rt::str = "";
    }
};
/// A newtype.
#[derive(Debug, PartialEq, Eq)]
pub struct Number(pub u16);
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Number
    where
        for<'__x> u16: __rt::ReadElementFor<'__x, '__de>,
    {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::Ok(Self(<u16 as __rt::ReadElement<'__de>>::read_element(__reader)?))
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadText<'__de> for Number
    where
        for<'__x> u16: __rt::ReadTextFor<'__x, '__de>,
    {
        fn read_text(__text: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
            __rt::Ok(Self(<u16 as __rt::ReadText<'__de>>::read_text(__text)?))
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Number
    where
        for<'__x> u16: __rt::WriteElementFor<'__x>,
    {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            <u16 as __rt::WriteElement>::write_element(&self.0, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            <u16 as __rt::WriteElement>::facts()
        }
    }
    #[automatically_derived]
    impl __rt::WriteText for Number
    where
        for<'__x> u16: __rt::WriteTextFor<'__x>,
    {
        const DECLARES: __rt::bool = <u16 as __rt::WriteText>::DECLARES;
        fn declare(&self, __writer: &mut __rt::Writer) {
            <u16 as __rt::WriteText>::declare(&self.0, __writer);
        }
        fn write_text(&self, __out: &mut __rt::TextOut<'_>) {
            <u16 as __rt::WriteText>::write_text(&self.0, __out);
        }
    }
    #[automatically_derived]
    impl __rt::Root for Number {
        const NAME: &'static __rt::str = "Number";
        const NAMESPACE: &'static __rt::str = "";
        const PREFIX: &'static __rt::str = "";
    }
};
/// Text with an attribute.
#[derive(Debug, PartialEq, Eq)]
pub struct Text {
    /// In which language.
    pub language: Language,
    /// The text.
    pub text: String,
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl __rt::Group for Text {
        const SHAPE: &'static __rt::Shape = &__rt::Shape {
            namespace: __rt::None,
            prefix: "",
            inner: __rt::None,
            is_inner_optional: false,
            deny_unknown_fields: false,
            extent: __rt::Extent {
                attributes: true,
                content: __rt::Content::Text,
                any: false,
                any_attribute: false,
                has_blocks_alone: false,
                fault: __rt::None,
            },
        };
        const NAMES: &'static __rt::Names = &__rt::Names {
            namespace: __rt::None,
            elements: &[],
            attributes: &[("", "Language")],
            flattened: &[],
        };
    }
    pub struct __State<'__de> {
        __f0: <Language as __rt::ReadAttribute<'__de>>::Slot,
        __f1: <String as __rt::ReadContent<'__de>>::Slot,
        __marker: (__rt::core::marker::PhantomData<&'__de ()>,),
    }
    #[automatically_derived]
    impl<'__de> __rt::core::default::Default for __State<'__de> {
        fn default() -> Self {
            Self {
                __f0: __rt::core::default::Default::default(),
                __f1: __rt::core::default::Default::default(),
                __marker: __rt::core::default::Default::default(),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadGroup<'__de> for Text {
        type State = __State<'__de>;
        fn claim_attribute(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __index: __rt::usize,
        ) -> __rt::Result<__rt::bool> {
            if __rt::Reader::attribute_is(
                __reader,
                __index,
                __rt::NsId::NONE,
                "Language",
            ) {
                <Language as __rt::ReadAttribute<
                    '__de,
                >>::fill(&mut __state.__f0, __reader, __index)?;
                return __rt::Ok(true);
            }
            __rt::Ok(false)
        }
        fn read_text(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<()> {
            <String as __rt::ReadContent<'__de>>::fill(&mut __state.__f1, __reader)
        }
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            __rt::Ok(Self {
                language: <Language as __rt::ReadAttribute<
                    '__de,
                >>::take(&mut __state.__f0, __reader, "Language")?,
                text: <String as __rt::ReadContent<
                    '__de,
                >>::take(&mut __state.__f1, __reader)?,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Text {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_group(__reader)
        }
    }
    #[automatically_derived]
    impl __rt::WriteGroup for Text {
        fn write_attributes(&self, __writer: &mut __rt::Writer) {
            <Language as __rt::WriteAttribute>::write_attribute(
                &self.language,
                __writer,
                const {
                    &__rt::AttributeName::new(
                        "Language",
                        " Language=\"",
                        __rt::None,
                        __rt::None,
                    )
                },
            );
            <String as __rt::WriteContent>::declare(&self.text, __writer);
        }
        fn write_content(&self, __writer: &mut __rt::Writer, __scope: __rt::Scope) {
            <String as __rt::WriteContent>::write_content(&self.text, __writer);
        }
        fn facts() -> &'static [__rt::Fact] {
            const { &[] }
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Text {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_group(self, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            <Self as __rt::WriteGroup>::facts()
        }
    }
    #[automatically_derived]
    impl __rt::Root for Text {
        const NAME: &'static __rt::str = "Text";
        const NAMESPACE: &'static __rt::str = "";
        const PREFIX: &'static __rt::str = "";
    }
};
/// A group.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// One choice of one.
    pub single: Vec<Single>,
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl __rt::Group for Group {
        const SHAPE: &'static __rt::Shape = &__rt::Shape {
            namespace: __rt::None,
            prefix: "",
            inner: __rt::None,
            is_inner_optional: false,
            deny_unknown_fields: false,
            extent: __rt::Extent {
                attributes: false,
                content: __rt::Content::Nothing,
                any: false,
                any_attribute: false,
                has_blocks_alone: true,
                fault: __rt::None,
            },
        };
        const NAMES: &'static __rt::Names = &__rt::Names {
            namespace: __rt::None,
            elements: &[],
            attributes: &[],
            flattened: &[<Vec<Single> as __rt::Flat>::NAMES],
        };
        const EXTENT: __rt::Extent = {
            <Self as __rt::Group>::SHAPE.extent.with(<Vec<Single> as __rt::Flat>::EXTENT)
        };
    }
    const _: () = {
        if let __rt::Some(__fault) = __rt::Extent::fault_with(
            <Group as __rt::Group>::SHAPE.extent,
            <Vec<Single> as __rt::Flat>::EXTENT,
        ) {
            __rt::core::panic!("{}", __fault)
        }
    };
    const _: () = {
        let _ = <Group as __rt::Group>::EXTENT;
        __rt::core::assert!(
            ! __rt::Names::is_shared(< Group as __rt::Group > ::NAMES, 0usize),
            "`single` brings a name that another field claims\nhelp: give one of the two another name with `rename`"
        );
    };
    pub struct __State<'__de> {
        __f0: <Vec<Single> as __rt::ReadFlat<'__de>>::Slot,
        __marker: (__rt::core::marker::PhantomData<&'__de ()>,),
    }
    #[automatically_derived]
    impl<'__de> __rt::core::default::Default for __State<'__de> {
        fn default() -> Self {
            Self {
                __f0: __rt::core::default::Default::default(),
                __marker: __rt::core::default::Default::default(),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadGroup<'__de> for Group {
        type State = __State<'__de>;
        fn claim_attribute(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __index: __rt::usize,
        ) -> __rt::Result<__rt::bool> {
            if <Vec<
                Single,
            > as __rt::ReadFlat<
                '__de,
            >>::claim_attribute(&mut __state.__f0, __reader, __index)? {
                return __rt::Ok(true);
            }
            __rt::Ok(false)
        }
        fn claim(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Result<__rt::Claim> {
            if <Vec<
                Single,
            > as __rt::ReadFlat<
                '__de,
            >>::claim(&mut __state.__f0, __reader, __namespace)? {
                return __rt::Ok(__rt::Claim::of(0usize));
            }
            __rt::Ok(__rt::Claim::NONE)
        }
        fn seat(
            __state: &Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Option<__rt::Seat> {
            if let __rt::Some(__is_taken) = <Vec<
                Single,
            > as __rt::ReadFlat<'__de>>::is_taken(&__state.__f0, __reader, __namespace) {
                return __rt::Seat::of(0usize, __is_taken);
            }
            __rt::None
        }
        fn read_text(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<()> {
            if <Vec<Single> as __rt::ReadFlat<'__de>>::HAS_TEXT {
                return <Vec<
                    Single,
                > as __rt::ReadFlat<'__de>>::read_text(&mut __state.__f0, __reader);
            }
            __rt::Reader::skip(__reader)
        }
        fn keep(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__rt::Claim> {
            if <Vec<
                Single,
            > as __rt::ReadFlat<'__de>>::keep(&mut __state.__f0, __reader)? {
                return __rt::Ok(__rt::Claim::of(0usize));
            }
            __rt::Ok(__rt::Claim::NONE)
        }
        fn keeping_seat(__state: &Self::State) -> __rt::Option<__rt::Seat> {
            if let __rt::Some(__is_taken) = <Vec<
                Single,
            > as __rt::ReadFlat<'__de>>::is_keeper_taken(&__state.__f0) {
                return __rt::Seat::of(0usize, __is_taken);
            }
            __rt::None
        }
        fn keep_attribute(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
            __index: __rt::usize,
        ) -> __rt::Result<__rt::bool> {
            if <Vec<
                Single,
            > as __rt::ReadFlat<
                '__de,
            >>::keep_attribute(&mut __state.__f0, __reader, __index)? {
                return __rt::Ok(true);
            }
            __rt::Ok(false)
        }
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            __rt::Ok(Self {
                single: <Vec<
                    Single,
                > as __rt::ReadFlat<'__de>>::take(&mut __state.__f0, __reader)?,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Group {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_group(__reader)
        }
    }
    #[automatically_derived]
    impl __rt::WriteGroup for Group {
        fn write_attributes(&self, __writer: &mut __rt::Writer) {
            <Vec<Single> as __rt::WriteFlat>::write_attributes(&self.single, __writer);
        }
        fn write_kept_attributes(&self, __writer: &mut __rt::Writer) {
            <Vec<
                Single,
            > as __rt::WriteFlat>::write_kept_attributes(&self.single, __writer);
        }
        fn write_content(&self, __writer: &mut __rt::Writer, __scope: __rt::Scope) {
            <Vec<
                Single,
            > as __rt::WriteFlat>::write_content(&self.single, __writer, __scope);
        }
        fn facts() -> &'static [__rt::Fact] {
            const { &[__rt::Fact::Type(<Vec<Single> as __rt::WriteFlat>::facts)] }
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Group {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_group(self, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            <Self as __rt::WriteGroup>::facts()
        }
    }
    #[automatically_derived]
    impl __rt::Root for Group {
        const NAME: &'static __rt::str = "Group";
        const NAMESPACE: &'static __rt::str = "";
        const PREFIX: &'static __rt::str = "";
    }
};
/// Values.
#[derive(Debug, PartialEq, Eq)]
pub enum State {
    /// A value.
    Idle,
    /// A value with two texts.
    Connected,
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl<'__de> __rt::ReadText<'__de> for State {
        fn read_text(__text: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
            match &*__rt::TextIn::collapsed(&__text) {
                "Idle" => __rt::Ok(Self::Idle),
                "Connected" | "Busy" => __rt::Ok(Self::Connected),
                _ => {
                    __rt::Err(
                        __rt::TextIn::unknown_value(&__text, &["Idle", "Connected"]),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl __rt::WriteText for State {
        fn write_text(&self, __out: &mut __rt::TextOut<'_>) {
            let __text = match self {
                Self::Idle => "Idle",
                Self::Connected => "Connected",
            };
            __rt::TextOut::push(__out, __text);
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for State {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_text_element(__reader)
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for State {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_text_element(self, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            &[]
        }
    }
    #[automatically_derived]
    impl __rt::Root for State {
        const NAME: &'static __rt::str = "State";
        const NAMESPACE: &'static __rt::str = "";
        const PREFIX: &'static __rt::str = "";
    }
};
/// Values, and all others.
#[derive(Debug, PartialEq, Eq)]
pub enum Language {
    /// A value.
    En,
    /// Any other.
    Other(String),
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl<'__de> __rt::ReadText<'__de> for Language {
        fn read_text(__text: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
            match &*__rt::TextIn::collapsed(&__text) {
                "En" => __rt::Ok(Self::En),
                _ => {
                    __rt::Ok(
                        Self::Other(
                            <String as __rt::core::convert::From<
                                &__rt::str,
                            >>::from(__rt::TextIn::as_str(&__text)),
                        ),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl __rt::WriteText for Language {
        fn write_text(&self, __out: &mut __rt::TextOut<'_>) {
            let __text = match self {
                Self::En => "En",
                Self::Other(__value) => {
                    <String as __rt::core::convert::AsRef<__rt::str>>::as_ref(__value)
                }
            };
            __rt::TextOut::push(__out, __text);
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Language {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_text_element(__reader)
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Language {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_text_element(self, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            &[]
        }
    }
    #[automatically_derived]
    impl __rt::Root for Language {
        const NAME: &'static __rt::str = "Language";
        const NAMESPACE: &'static __rt::str = "";
        const PREFIX: &'static __rt::str = "";
    }
};
/// Fields in every form.
#[derive(Debug, PartialEq, Eq)]
pub struct Forms {
    /// A list.
    pub sizes: Vec<u8>,
    /// Items in a wrapper, some of them nil.
    pub tags: Vec<Option<u8>>,
    /// Perhaps nil.
    pub weight: Option<u8>,
    /// CDATA.
    pub note: String,
    /// As a module knows it.
    pub color: u32,
    /// All other elements.
    pub more: Vec<::um_messages::xml::Element>,
    /// All other attributes.
    pub marks: Vec<::um_messages::xml::Attribute>,
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl __rt::Group for Forms {
        const SHAPE: &'static __rt::Shape = &__rt::Shape {
            namespace: __rt::None,
            prefix: "",
            inner: __rt::None,
            is_inner_optional: false,
            deny_unknown_fields: false,
            extent: __rt::Extent {
                attributes: true,
                content: __rt::Content::Elements,
                any: true,
                any_attribute: true,
                has_blocks_alone: false,
                fault: __rt::None,
            },
        };
        const NAMES: &'static __rt::Names = &__rt::Names {
            namespace: __rt::None,
            elements: &[
                (__rt::None, "Tags"),
                (__rt::None, "Weight"),
                (__rt::None, "Note"),
                (__rt::None, "Color"),
            ],
            attributes: &[("", "Sizes")],
            flattened: &[],
        };
    }
    pub struct __State<'__de> {
        __f0: __rt::Option<Vec<u8>>,
        __f1: __rt::Option<Vec<Option<u8>>>,
        __f2: __rt::Option<Option<u8>>,
        __f3: <String as __rt::ReadField<'__de>>::Slot,
        __f4: __rt::Option<u32>,
        __f5: <Vec<::um_messages::xml::Element> as __rt::ReadField<'__de>>::Slot,
        __f6: <Vec<::um_messages::xml::Attribute> as __rt::AnyAttribute>::Slot,
        __last: __rt::usize,
        __marker: (__rt::core::marker::PhantomData<&'__de ()>,),
    }
    #[automatically_derived]
    impl<'__de> __rt::core::default::Default for __State<'__de> {
        fn default() -> Self {
            Self {
                __f0: __rt::core::default::Default::default(),
                __f1: __rt::core::default::Default::default(),
                __f2: __rt::core::default::Default::default(),
                __f3: __rt::core::default::Default::default(),
                __f4: __rt::core::default::Default::default(),
                __f5: __rt::core::default::Default::default(),
                __f6: __rt::core::default::Default::default(),
                __last: 0,
                __marker: __rt::core::default::Default::default(),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadGroup<'__de> for Forms {
        type State = __State<'__de>;
        fn claim_attribute(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __index: __rt::usize,
        ) -> __rt::Result<__rt::bool> {
            if __rt::Reader::attribute_is(__reader, __index, __rt::NsId::NONE, "Sizes") {
                __rt::fill_attribute_as::<
                    Vec<u8>,
                    <Vec<u8> as __rt::ListField>::Item,
                    _,
                >(&mut __state.__f0, __reader, __index, &__rt::List(__rt::Plain))?;
                return __rt::Ok(true);
            }
            __rt::Ok(false)
        }
        fn claim(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Result<__rt::Claim> {
            if __rt::Reader::is(__reader, __namespace, "Tags") {
                __rt::Reader::in_order(__reader, &mut __state.__last, 1usize)?;
                __rt::fill_as::<
                    Vec<Option<u8>>,
                    <Vec<Option<u8>> as __rt::ListField>::Item,
                    _,
                >(
                    &mut __state.__f1,
                    __reader,
                    &__rt::ReadWrapper {
                        shape: <Self as __rt::Group>::SHAPE,
                        is_item: |__reader: &__rt::Reader<'_>| __rt::Reader::is(
                            __reader,
                            __namespace,
                            "Tag",
                        ),
                        items: __rt::AsNillable(__rt::AsElement),
                    },
                )?;
                return __rt::Ok(__rt::Claim::of(1usize));
            }
            if __rt::Reader::is(__reader, __namespace, "Weight") {
                __rt::Reader::in_order(__reader, &mut __state.__last, 2usize)?;
                __rt::fill_as::<
                    Option<u8>,
                    <Option<u8> as __rt::NillableField>::Item,
                    _,
                >(&mut __state.__f2, __reader, &__rt::AsNillable(__rt::AsElement))?;
                return __rt::Ok(__rt::Claim::of(2usize));
            }
            if __rt::Reader::is(__reader, __namespace, "Note") {
                __rt::Reader::in_order(__reader, &mut __state.__last, 3usize)?;
                <String as __rt::ReadField<'__de>>::fill(&mut __state.__f3, __reader)?;
                return __rt::Ok(__rt::Claim::of(3usize));
            }
            if __rt::Reader::is(__reader, __namespace, "Color") {
                __rt::Reader::in_order(__reader, &mut __state.__last, 4usize)?;
                __rt::fill_as::<
                    u32,
                    _,
                    _,
                >(
                    &mut __state.__f4,
                    __reader,
                    &__rt::AsText(__rt::ReadWith(hex::from_text)),
                )?;
                return __rt::Ok(__rt::Claim::of(4usize));
            }
            __rt::Ok(__rt::Claim::NONE)
        }
        fn seat(
            __state: &Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Option<__rt::Seat> {
            if __rt::Reader::is(__reader, __namespace, "Tags") {
                return __rt::Seat::of(
                    1usize,
                    __rt::is_full_as::<
                        Vec<Option<u8>>,
                        <Vec<Option<u8>> as __rt::ListField>::Item,
                        _,
                    >(
                        &__state.__f1,
                        &__rt::ReadWrapper {
                            shape: __rt::Shape::EMPTY,
                            is_item: |__reader: &__rt::Reader<'_>| false,
                            items: __rt::AsNillable(__rt::AsElement),
                        },
                    ),
                );
            }
            if __rt::Reader::is(__reader, __namespace, "Weight") {
                return __rt::Seat::of(
                    2usize,
                    __rt::is_full_as::<
                        Option<u8>,
                        <Option<u8> as __rt::NillableField>::Item,
                        _,
                    >(&__state.__f2, &__rt::AsNillable(__rt::AsElement)),
                );
            }
            if __rt::Reader::is(__reader, __namespace, "Note") {
                return __rt::Seat::of(
                    3usize,
                    <String as __rt::ReadField<'__de>>::is_full(&__state.__f3),
                );
            }
            if __rt::Reader::is(__reader, __namespace, "Color") {
                return __rt::Seat::of(
                    4usize,
                    __rt::is_full_as::<
                        u32,
                        _,
                        _,
                    >(&__state.__f4, &__rt::AsText(__rt::ReadWith(hex::from_text))),
                );
            }
            __rt::None
        }
        fn keep(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__rt::Claim> {
            __rt::Reader::in_order(__reader, &mut __state.__last, 5usize)?;
            <Vec<
                ::um_messages::xml::Element,
            > as __rt::ReadField<'__de>>::fill(&mut __state.__f5, __reader)?;
            __rt::Ok(__rt::Claim::of(5usize))
        }
        fn keeping_seat(__state: &Self::State) -> __rt::Option<__rt::Seat> {
            __rt::Seat::of(
                5usize,
                <Vec<
                    ::um_messages::xml::Element,
                > as __rt::ReadField<'__de>>::is_full(&__state.__f5),
            )
        }
        fn keep_attribute(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
            __index: __rt::usize,
        ) -> __rt::Result<__rt::bool> {
            <Vec<
                ::um_messages::xml::Attribute,
            > as __rt::AnyAttribute>::keep(&mut __state.__f6, __reader, __index)?;
            __rt::Ok(true)
        }
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            __rt::Ok(Self {
                sizes: __rt::take_attribute_as::<
                    Vec<u8>,
                    <Vec<u8> as __rt::ListField>::Item,
                    _,
                >(&mut __state.__f0, __reader, "Sizes", &__rt::List(__rt::Plain))?,
                tags: __rt::take_as::<
                    Vec<Option<u8>>,
                    <Vec<Option<u8>> as __rt::ListField>::Item,
                    _,
                >(
                    &mut __state.__f1,
                    __reader,
                    "Tags",
                    &__rt::ReadWrapper {
                        shape: __rt::Shape::EMPTY,
                        is_item: |__reader: &__rt::Reader<'_>| false,
                        items: __rt::AsNillable(__rt::AsElement),
                    },
                )?,
                weight: __rt::take_as::<
                    Option<u8>,
                    <Option<u8> as __rt::NillableField>::Item,
                    _,
                >(
                    &mut __state.__f2,
                    __reader,
                    "Weight",
                    &__rt::AsNillable(__rt::AsElement),
                )?,
                note: <String as __rt::ReadField<
                    '__de,
                >>::take(&mut __state.__f3, __reader, "Note")?,
                color: __rt::take_as::<
                    u32,
                    _,
                    _,
                >(
                    &mut __state.__f4,
                    __reader,
                    "Color",
                    &__rt::AsText(__rt::ReadWith(hex::from_text)),
                )?,
                more: <Vec<
                    ::um_messages::xml::Element,
                > as __rt::ReadField<'__de>>::take(&mut __state.__f5, __reader, "*")?,
                marks: <Vec<
                    ::um_messages::xml::Attribute,
                > as __rt::AnyAttribute>::take(&mut __state.__f6, __reader)?,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Forms {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_group(__reader)
        }
    }
    #[automatically_derived]
    impl __rt::WriteGroup for Forms {
        fn write_attributes(&self, __writer: &mut __rt::Writer) {
            __rt::write_attribute_as::<
                Vec<u8>,
                <Vec<u8> as __rt::ListField>::Item,
                _,
            >(
                &self.sizes,
                __writer,
                const {
                    &__rt::AttributeName::new(
                        "Sizes",
                        " Sizes=\"",
                        __rt::None,
                        __rt::None,
                    )
                },
                &__rt::List(__rt::Plain),
            );
        }
        fn write_kept_attributes(&self, __writer: &mut __rt::Writer) {
            <Vec<
                ::um_messages::xml::Attribute,
            > as __rt::AnyAttribute>::write_kept_attributes(&self.marks, __writer);
        }
        fn write_content(&self, __writer: &mut __rt::Writer, __scope: __rt::Scope) {
            __rt::write_as::<
                Vec<Option<u8>>,
                <Vec<Option<u8>> as __rt::ListField>::Item,
                _,
            >(
                &self.tags,
                __writer,
                __rt::Scope::name(
                    __scope,
                    const { &__rt::Name::new("Tags", "<Tags>", "</Tags>") },
                ),
                &__rt::WriteWrapper {
                    name: const { &__rt::Name::new("Tag", "<Tag>", "</Tag>") },
                    items: __rt::AsNillable(__rt::AsElement),
                },
            );
            __rt::write_as::<
                Option<u8>,
                <Option<u8> as __rt::NillableField>::Item,
                _,
            >(
                &self.weight,
                __writer,
                __rt::Scope::name(
                    __scope,
                    const { &__rt::Name::new("Weight", "<Weight>", "</Weight>") },
                ),
                &__rt::AsNillable(__rt::AsElement),
            );
            __rt::write_as::<
                String,
                <String as __rt::TextField>::Item,
                _,
            >(
                &self.note,
                __writer,
                __rt::Scope::name(
                    __scope,
                    const { &__rt::Name::new("Note", "<Note>", "</Note>") },
                ),
                &__rt::AsText(__rt::CData(__rt::Plain)),
            );
            __rt::write_as::<
                u32,
                _,
                _,
            >(
                &self.color,
                __writer,
                __rt::Scope::name(
                    __scope,
                    const { &__rt::Name::new("Color", "<Color>", "</Color>") },
                ),
                &__rt::AsText(__rt::WriteWith(hex::to_text)),
            );
            <Vec<
                ::um_messages::xml::Element,
            > as __rt::WriteAny>::write_any(&self.more, __writer);
        }
        fn facts() -> &'static [__rt::Fact] {
            const {
                &[
                    __rt::Fact::Type(
                        <<<Vec<
                            Option<u8>,
                        > as __rt::ListField>::Entry as __rt::NillableField>::Content as __rt::WriteElement>::facts,
                    ),
                    __rt::Fact::Type(
                        <<Option<
                            u8,
                        > as __rt::NillableField>::Content as __rt::WriteElement>::facts,
                    ),
                ]
            }
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Forms {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_group(self, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            <Self as __rt::WriteGroup>::facts()
        }
    }
    #[automatically_derived]
    impl __rt::Root for Forms {
        const NAME: &'static __rt::str = "Forms";
        const NAMESPACE: &'static __rt::str = "";
        const PREFIX: &'static __rt::str = "";
    }
};
/// A union.
#[derive(Debug, PartialEq, Eq)]
pub enum Size {
    /// A number.
    Number(u8),
    /// A word.
    Word(State),
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl<'__de> __rt::ReadText<'__de> for Size {
        fn read_text(__text: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
            let __error0 = match <u8 as __rt::ReadText<
                '__de,
            >>::read_text(__rt::TextIn::again(&__text)) {
                __rt::Ok(__value) => return __rt::Ok(Self::Number(__value)),
                __rt::Err(__error) => __error,
            };
            let __error1 = match <State as __rt::ReadText<
                '__de,
            >>::read_text(__rt::TextIn::again(&__text)) {
                __rt::Ok(__value) => return __rt::Ok(Self::Word(__value)),
                __rt::Err(__error) => __error,
            };
            __rt::Err(__rt::TextIn::none_of(&__text, [__error0, __error1]))
        }
    }
    #[automatically_derived]
    impl __rt::WriteText for Size {
        const DECLARES: __rt::bool = <u8 as __rt::WriteText>::DECLARES
            || <State as __rt::WriteText>::DECLARES;
        fn declare(&self, __writer: &mut __rt::Writer) {
            match self {
                Self::Number(__value) => {
                    <u8 as __rt::WriteText>::declare(__value, __writer);
                }
                Self::Word(__value) => {
                    <State as __rt::WriteText>::declare(__value, __writer);
                }
            }
        }
        fn write_text(&self, __out: &mut __rt::TextOut<'_>) {
            match self {
                Self::Number(__value) => {
                    <u8 as __rt::WriteText>::write_text(__value, __out);
                }
                Self::Word(__value) => {
                    <State as __rt::WriteText>::write_text(__value, __out);
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Size {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_text_element(__reader)
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Size {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_text_element(self, __writer, __name);
        }
        fn facts() -> &'static [__rt::Fact] {
            &[]
        }
    }
    #[automatically_derived]
    impl __rt::Root for Size {
        const NAME: &'static __rt::str = "Size";
        const NAMESPACE: &'static __rt::str = "";
        const PREFIX: &'static __rt::str = "";
    }
};
/// A type and one that is derived from it.
#[derive(Debug, PartialEq, Eq)]
pub enum Typed {
    /// The base.
    Text(Text),
    /// Derived.
    Forms(Forms),
}
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Typed {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            let __rt::Some(__type) = __rt::Reader::type_name(__reader)? else {
                return __rt::Ok(
                    Self::Text(
                        <Text as __rt::ReadElement<'__de>>::read_element(__reader)?,
                    ),
                );
            };
            let __namespace = __rt::Reader::namespace(__reader, "urn:a");
            if __rt::TypeName::is(&__type, __namespace, "Text") {
                return __rt::Ok(
                    Self::Text(
                        <Text as __rt::ReadElement<'__de>>::read_element(__reader)?,
                    ),
                );
            }
            if __rt::TypeName::is(&__type, __namespace, "Forms") {
                return __rt::Ok(
                    Self::Forms(
                        <Forms as __rt::ReadElement<'__de>>::read_element(__reader)?,
                    ),
                );
            }
            __rt::Err(__rt::Reader::unknown_type(__reader))
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Typed {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            match self {
                Self::Text(__value) => {
                    <Text as __rt::WriteElement>::write_element(
                        __value,
                        __writer,
                        __name,
                    );
                }
                Self::Forms(__value) => {
                    __rt::Writer::type_of_next(
                        __writer,
                        __rt::Some("urn:a"),
                        "a",
                        "Forms",
                    );
                    <Forms as __rt::WriteElement>::write_element(
                        __value,
                        __writer,
                        __name,
                    );
                }
            }
        }
        fn facts() -> &'static [__rt::Fact] {
            const {
                &[
                    __rt::Fact::Prefix("a", "urn:a"),
                    __rt::Fact::Type(<Text as __rt::WriteElement>::facts),
                    __rt::Fact::Type(<Forms as __rt::WriteElement>::facts),
                ]
            }
        }
    }
    #[automatically_derived]
    impl __rt::Root for Typed {
        const NAME: &'static __rt::str = "Typed";
        const NAMESPACE: &'static __rt::str = "urn:a";
        const PREFIX: &'static __rt::str = "a";
    }
};
