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
    impl<'a, T> __rt::Root for Call<'a, T>
    where
        T: __rt::WriteElement,
    {
        const INFO: &'static __rt::TypeInfo = &__rt::TypeInfo {
            namespace: __rt::Some("urn:a"),
            prefix: "a",
            fields: &[
                __rt::FieldInfo::attribute(" Id=\"", "Id"),
                __rt::FieldInfo::attribute(" c:Origin=\"", "Origin")
                    .with(&__rt::FieldExtras::NONE.in_namespace("urn:c").prefixed("c")),
                __rt::FieldInfo::element(
                    "<a:Subject></a:Subject>",
                    "Subject",
                    <&'a str as __rt::ElementField>::ITEMS,
                ),
                __rt::FieldInfo::element(
                        "<a:Party></a:Party>",
                        "Party",
                        <Vec<T> as __rt::ElementField>::ITEMS,
                    )
                    .with(&__rt::FieldExtras::NONE.aliases(&["Member"])),
                __rt::FieldInfo::element(
                        "<Note></Note>",
                        "Note",
                        <String as __rt::ElementField>::ITEMS,
                    )
                    .skipped()
                    .with(&__rt::FieldExtras::NONE.in_namespace("urn:d"))
                    .defaulted(),
                <Option<Choice> as __rt::FlattenField>::FIELD,
            ],
            ..__rt::TypeInfo::new("Call")
        };
    }
    pub struct __State<'__de: 'a, 'a, T>
    where
        T: __rt::ReadElement<'__de> + __rt::WriteElement,
    {
        __f0: __rt::Option<u32>,
        __f1: __rt::Option<Option<String>>,
        __f2: __rt::Option<&'a str>,
        __f3: __rt::Option<Vec<T>>,
        __f4: __rt::Option<String>,
        __f5: <Option<Choice> as __rt::ReadFlattened<'__de>>::Slot,
        __marker: __rt::core::marker::PhantomData<(&'__de (), &'a (), T)>,
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> __rt::ReadFields<'__de> for Call<'a, T>
    where
        T: __rt::ReadElement<'__de> + __rt::WriteElement,
    {
        type State = __State<'__de, 'a, T>;
        fn start() -> __State<'__de, 'a, T> {
            __State {
                __f0: __rt::None,
                __f1: __rt::None,
                __f2: __rt::None,
                __f3: __rt::None,
                __f4: __rt::None,
                __f5: __rt::core::default::Default::default(),
                __marker: __rt::core::marker::PhantomData,
            }
        }
        fn fill<__O: __rt::Offer>(
            __state: &mut __State<'__de, 'a, T>,
            __field: __rt::usize,
            __offer: __O,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __O::Answer {
            match __field {
                0 => {
                    __rt::attribute::fill(
                        &mut __state.__f0,
                        __offer,
                        __reader,
                        &__rt::PlainText,
                    )
                }
                1 => {
                    __rt::attribute::fill(
                        &mut __state.__f1,
                        __offer,
                        __reader,
                        &__rt::PlainText,
                    )
                }
                2 => {
                    __rt::element::fill(
                        &mut __state.__f2,
                        __offer,
                        __reader,
                        &__rt::Plain,
                    )
                }
                3 => {
                    __rt::element::fill(
                        &mut __state.__f3,
                        __offer,
                        __reader,
                        &__rt::Plain,
                    )
                }
                4 => {
                    __rt::element::fill(
                        &mut __state.__f4,
                        __offer,
                        __reader,
                        &__rt::Plain,
                    )
                }
                5 => __rt::flattened::fill(&mut __state.__f5, __offer, __reader),
                _ => __rt::Offer::refuse(__offer),
            }
        }
        fn finish(
            __state: &mut __State<'__de, 'a, T>,
            __end: __rt::End<'_, '__de>,
        ) -> __rt::Result<Self> {
            const {
                if let __rt::Some(__fault) = __rt::TypeInfo::flatten_fault(
                    <Self as __rt::Root>::INFO,
                    5,
                ) {
                    __rt::core::panic!("{}", __fault)
                }
            }
            const {
                if let __rt::Some((__other, __name)) = __rt::TypeInfo::conflict(
                    <Self as __rt::Root>::INFO,
                    5usize,
                ) {
                    __rt::core::panic!(
                        "{}", __rt::Message::text(& __rt::Message::new(&
                        ["fields `choice` and `", ["id", "origin", "subject", "party",
                        "note", "choice"] [__other], "` both have the name `", __name,
                        "`\nhelp: give one of the two another name with `rename`"]))
                    )
                }
            }
            __rt::Ok(Self {
                id: __rt::attribute::take(
                    &mut __state.__f0,
                    __end,
                    0,
                    &__rt::PlainText,
                )?,
                origin: __rt::attribute::take(
                    &mut __state.__f1,
                    __end,
                    1,
                    &__rt::PlainText,
                )?,
                subject: __rt::element::take(&mut __state.__f2, __end, 2, &__rt::Plain)?,
                party: __rt::element::take(&mut __state.__f3, __end, 3, &__rt::Plain)?,
                note: if __rt::Option::is_some(&__state.__f4) {
                    __rt::element::take(&mut __state.__f4, __end, 4, &__rt::Plain)?
                } else {
                    <String as __rt::core::default::Default>::default()
                },
                choice: __rt::flattened::take(&mut __state.__f5, __end, 5)?,
                visits: <usize as __rt::core::default::Default>::default(),
            })
        }
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> __rt::ReadElement<'__de> for Call<'a, T>
    where
        T: __rt::ReadElement<'__de> + __rt::WriteElement,
    {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            <Self as __rt::ReadElement<'__de>>::read_held(__reader)
        }
        fn read_held<__H: __rt::Held<Self>>(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__H> {
            __rt::read_fields::<Self, _>(__reader)
        }
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            __rt::read_fields_ahead(__reader, __name)
        }
    }
    #[automatically_derived]
    impl<'a, T> __rt::WriteFields for Call<'a, T>
    where
        T: __rt::WriteElement,
    {
        type AsHeader = __rt::No;
        fn write_attributes(&self, __writer: &mut __rt::Writer) {
            __rt::attribute::write(
                self,
                &self.id,
                __writer,
                0,
                &<u32 as __rt::TextField>::TEXT,
            );
            __rt::attribute::write(
                self,
                &self.origin,
                __writer,
                1,
                &<Option<String> as __rt::TextField>::TEXT,
            );
            __rt::flattened::write_attributes(&self.choice, __writer);
        }
        fn declare_any_attributes(&self, __writer: &mut __rt::Writer) {
            __rt::flattened::declare_any_attributes(&self.choice, __writer);
        }
        fn write_any_attributes(&self, __writer: &mut __rt::Writer) {
            __rt::flattened::write_any_attributes(&self.choice, __writer);
        }
        fn write_content(&self, __to: &mut __rt::Children<'_>) {
            __rt::element::write(
                &self.subject,
                __to,
                2,
                &<&'a str as __rt::ElementField>::PLAIN,
            );
            __rt::element::write(
                &self.party,
                __to,
                3,
                &<Vec<T> as __rt::ElementField>::PLAIN,
            );
            if !String::is_empty(&self.note) {
                __rt::element::write(
                    &self.note,
                    __to,
                    4,
                    &<String as __rt::ElementField>::PLAIN,
                );
            }
            __rt::flattened::write(&self.choice, __to, 5);
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
            __rt::write_fields(self, __writer, __name);
        }
        const TABLE: __rt::Table = __rt::Some(__rt::info_of::<Self>);
    }
    #[automatically_derived]
    impl<'a, T> __rt::SoapMessage for Call<'a, T>
    where
        T: __rt::WriteElement,
    {
        const VERSION: __rt::SoapVersion = __rt::SoapVersion::V1_1;
        fn action(&self) -> __rt::Option<&__rt::str> {
            <Self as __rt::NamedMessage>::ACTION
        }
    }
    #[automatically_derived]
    impl<'a, T> __rt::NamedMessage for Call<'a, T>
    where
        T: __rt::WriteElement,
    {
        const NAMESPACE: &'static __rt::str = <Self as __rt::Root>::NAMESPACE;
        const NAME: &'static __rt::str = <Self as __rt::Root>::NAME;
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
        T: __rt::ReadElement<'__de> + __rt::WriteElement,
        T: __rt::WriteElement,
    {
        fn aliases(
            __visit: &mut dyn __rt::core::ops::FnMut(
                &'static __rt::str,
                &'static __rt::str,
            ),
        ) {
            __visit("urn:b", <Self as __rt::Root>::NAMESPACE);
        }
        fn claim_body(
            __entries: &mut __rt::BodyEntries<'_, '__de>,
        ) -> __rt::Result<__rt::Option<Self>> {
            __rt::claim_message(__entries)
        }
        fn read_body_ahead(__reader: &mut __rt::Reader<'__de>) -> __rt::Option<Self> {
            __rt::read_message_ahead(__reader)
        }
        fn expected(
            __visit: &mut dyn __rt::core::ops::FnMut(
                &'static __rt::str,
                &'static __rt::str,
            ),
        ) {
            __visit(<Self as __rt::Root>::NAMESPACE, <Self as __rt::Root>::NAME);
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
    impl __rt::Root for Answer {
        const INFO: &'static __rt::TypeInfo = {
            static __FIELDS: [__rt::FieldInfo; 1] = [
                __rt::FieldInfo::element(
                    "<State></State>",
                    "State",
                    <State as __rt::ElementField>::ITEMS,
                ),
            ];
            static __INFO: __rt::TypeInfo = __rt::TypeInfo {
                namespace: __rt::Some("urn:a"),
                inner: __rt::Some(&__rt::Tags::of_element("<Inner></Inner>", "Inner")),
                fields: &__FIELDS,
                ..__rt::TypeInfo::new("Answer")
            };
            &__INFO
        };
    }
    pub struct __State {
        __f0: __rt::Option<State>,
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadFields<'__de> for Answer {
        type State = __State;
        fn start() -> __State {
            __State { __f0: __rt::None }
        }
        fn fill<__O: __rt::Offer>(
            __state: &mut __State,
            __field: __rt::usize,
            __offer: __O,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __O::Answer {
            match __field {
                0 => {
                    __rt::element::fill(
                        &mut __state.__f0,
                        __offer,
                        __reader,
                        &__rt::Plain,
                    )
                }
                _ => __rt::Offer::refuse(__offer),
            }
        }
        fn finish(
            __state: &mut __State,
            __end: __rt::End<'_, '__de>,
        ) -> __rt::Result<Self> {
            __rt::Ok(Self {
                state: __rt::element::take(&mut __state.__f0, __end, 0, &__rt::Plain)?,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Answer {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            <Self as __rt::ReadElement<'__de>>::read_held(__reader)
        }
        fn read_held<__H: __rt::Held<Self>>(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__H> {
            __rt::read_fields::<Self, _>(__reader)
        }
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            __rt::read_fields_ahead(__reader, __name)
        }
    }
    #[automatically_derived]
    impl __rt::WriteFields for Answer {
        type AsHeader = __rt::No;
        fn write_content(&self, __to: &mut __rt::Children<'_>) {
            __rt::element::write(
                &self.state,
                __to,
                0,
                &<State as __rt::ElementField>::PLAIN,
            );
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Answer {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_fields(self, __writer, __name);
        }
        const TABLE: __rt::Table = __rt::Some(__rt::info_of::<Self>);
    }
    #[automatically_derived]
    impl __rt::SoapMessage for Answer {
        const VERSION: __rt::SoapVersion = __rt::SoapVersion::V1_1;
        fn action(&self) -> __rt::Option<&__rt::str> {
            <Self as __rt::NamedMessage>::ACTION
        }
    }
    #[automatically_derived]
    impl __rt::NamedMessage for Answer {
        const NAMESPACE: &'static __rt::str = <Self as __rt::Root>::NAMESPACE;
        const NAME: &'static __rt::str = <Self as __rt::Root>::NAME;
        const ACTION: __rt::Option<&'static __rt::str> = __rt::None;
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadBody<'__de> for Answer {
        fn claim_body(
            __entries: &mut __rt::BodyEntries<'_, '__de>,
        ) -> __rt::Result<__rt::Option<Self>> {
            __rt::claim_message(__entries)
        }
        fn read_body_ahead(__reader: &mut __rt::Reader<'__de>) -> __rt::Option<Self> {
            __rt::read_message_ahead(__reader)
        }
        fn expected(
            __visit: &mut dyn __rt::core::ops::FnMut(
                &'static __rt::str,
                &'static __rt::str,
            ),
        ) {
            __visit(<Self as __rt::Root>::NAMESPACE, <Self as __rt::Root>::NAME);
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
        fn action(&self) -> __rt::Option<&__rt::str> {
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
        fn read_body_ahead(__reader: &mut __rt::Reader<'__de>) -> __rt::Option<Self> {
            if let __rt::Some(__message) = <Call<
                'a,
                u8,
            > as __rt::ReadBody<'__de>>::read_body_ahead(__reader) {
                return __rt::Some(Self::Call(__message));
            }
            if let __rt::Some(__message) = <Answer as __rt::ReadBody<
                '__de,
            >>::read_body_ahead(__reader) {
                return __rt::Some(Self::Answer(__message));
            }
            __rt::None
        }
        fn claim_body(
            __entries: &mut __rt::BodyEntries<'_, '__de>,
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
            > as __rt::ReadBody<'__de>>::claim_body(__entries)? {
                return __rt::Ok(__rt::Some(Self::Call(__message)));
            }
            if let __rt::Some(__message) = <Answer as __rt::ReadBody<
                '__de,
            >>::claim_body(__entries)? {
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
    impl __rt::Root for Choice {
        const INFO: &'static __rt::TypeInfo = {
            static __FIELDS: [__rt::FieldInfo; 3] = [
                __rt::FieldInfo::element(
                    "<Number></Number>",
                    "Number",
                    <Number as __rt::ElementField>::ITEMS,
                ),
                __rt::FieldInfo::element(
                    "<Text></Text>",
                    "Text",
                    <Text as __rt::ElementField>::ITEMS,
                ),
                <Group as __rt::FlattenField>::FIELD.called("Group"),
            ];
            static __INFO: __rt::TypeInfo = __rt::TypeInfo {
                is_choice: true,
                fields: &__FIELDS,
                ..__rt::TypeInfo::new("Choice")
            };
            &__INFO
        };
    }
    const _: () = if let __rt::Some(__fault) = __rt::TypeInfo::flatten_fault(
        <Choice as __rt::Root>::INFO,
        2,
    ) {
        __rt::core::panic!("{}", __fault)
    };
    const _: () = if let __rt::Some((__other, __name)) = __rt::TypeInfo::conflict(
        <Choice as __rt::Root>::INFO,
        2usize,
    ) {
        __rt::core::panic!(
            "{}", __rt::Message::text(& __rt::Message::new(& ["variants `Group` and `",
            ["Number", "Text", "Group"] [__other], "` may both begin with `", __name,
            "`\nhelp: give one of the two another name with `rename`"]))
        )
    };
    pub enum __State<'__de> {
        __Empty(__rt::core::marker::PhantomData<(&'__de (),)>),
        __F0(__rt::Option<Number>),
        __F1(__rt::Option<Text>),
        __F2(<Group as __rt::ReadFlattened<'__de>>::Slot),
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadFields<'__de> for Choice {
        type State = __State<'__de>;
        fn start() -> __State<'__de> {
            __State::__Empty(__rt::core::marker::PhantomData)
        }
        fn choose(__variant: __rt::usize) -> __State<'__de> {
            match __variant {
                0 => __State::__F0(__rt::None),
                1 => __State::__F1(__rt::None),
                2 => __State::__F2(__rt::core::default::Default::default()),
                _ => __State::__Empty(__rt::core::marker::PhantomData),
            }
        }
        fn fill<__O: __rt::Offer>(
            __state: &mut __State<'__de>,
            __field: __rt::usize,
            __offer: __O,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __O::Answer {
            match (__field, __state) {
                (0, __State::__F0(__slot)) => {
                    __rt::element::fill(__slot, __offer, __reader, &__rt::Plain)
                }
                (1, __State::__F1(__slot)) => {
                    __rt::element::fill(__slot, __offer, __reader, &__rt::Plain)
                }
                (2, __State::__F2(__slot)) => {
                    __rt::flattened::fill(__slot, __offer, __reader)
                }
                _ => __rt::Offer::refuse(__offer),
            }
        }
        fn finish(
            __state: &mut __State<'__de>,
            __end: __rt::End<'_, '__de>,
        ) -> __rt::Result<Self> {
            match __state {
                __State::__F0(__slot) => {
                    __rt::Ok(
                        Self::Number(
                            __rt::element::take(__slot, __end, 0, &__rt::Plain)?,
                        ),
                    )
                }
                __State::__F1(__slot) => {
                    __rt::Ok(
                        Self::Text(__rt::element::take(__slot, __end, 1, &__rt::Plain)?),
                    )
                }
                __State::__F2(__slot) => {
                    __rt::Ok(Self::Group(__rt::flattened::take(__slot, __end, 2)?))
                }
                __State::__Empty(_) => __rt::Err(__rt::End::missing_choice(__end)),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Choice {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            <Self as __rt::ReadElement<'__de>>::read_held(__reader)
        }
        fn read_held<__H: __rt::Held<Self>>(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__H> {
            __rt::read_fields::<Self, _>(__reader)
        }
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            __rt::read_fields_ahead(__reader, __name)
        }
    }
    #[automatically_derived]
    impl __rt::WriteFields for Choice {
        type AsHeader = __rt::No;
        fn write_content(&self, __to: &mut __rt::Children<'_>) {
            __rt::Children::choice(
                __to,
                |__to| match self {
                    Self::Number(__value) => {
                        __rt::element::write(
                            __value,
                            __to,
                            0,
                            &<Number as __rt::ElementField>::PLAIN,
                        );
                    }
                    Self::Text(__value) => {
                        __rt::element::write(
                            __value,
                            __to,
                            1,
                            &<Text as __rt::ElementField>::PLAIN,
                        );
                    }
                    Self::Group(__value) => {
                        __rt::flattened::write(__value, __to, 2);
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Choice {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_fields(self, __writer, __name);
        }
        const TABLE: __rt::Table = __rt::Some(__rt::info_of::<Self>);
        const IS_CHOICE: __rt::bool = true;
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
    impl __rt::Root for Single {
        const INFO: &'static __rt::TypeInfo = {
            static __FIELDS: [__rt::FieldInfo; 1] = [
                __rt::FieldInfo::element(
                    "<Count></Count>",
                    "Count",
                    <Number as __rt::ElementField>::ITEMS,
                ),
            ];
            static __INFO: __rt::TypeInfo = __rt::TypeInfo {
                is_choice: true,
                fields: &__FIELDS,
                ..__rt::TypeInfo::new("Single")
            };
            &__INFO
        };
    }
    pub enum __State {
        __Empty,
        __F0(__rt::Option<Number>),
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadFields<'__de> for Single {
        type State = __State;
        fn start() -> __State {
            __State::__Empty
        }
        fn choose(__variant: __rt::usize) -> __State {
            match __variant {
                0 => __State::__F0(__rt::None),
                _ => __State::__Empty,
            }
        }
        fn fill<__O: __rt::Offer>(
            __state: &mut __State,
            __field: __rt::usize,
            __offer: __O,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __O::Answer {
            match (__field, __state) {
                (0, __State::__F0(__slot)) => {
                    __rt::element::fill(__slot, __offer, __reader, &__rt::Plain)
                }
                _ => __rt::Offer::refuse(__offer),
            }
        }
        fn finish(
            __state: &mut __State,
            __end: __rt::End<'_, '__de>,
        ) -> __rt::Result<Self> {
            match __state {
                __State::__F0(__slot) => {
                    __rt::Ok(
                        Self::Count(__rt::element::take(__slot, __end, 0, &__rt::Plain)?),
                    )
                }
                __State::__Empty => __rt::Err(__rt::End::missing_choice(__end)),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Single {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            <Self as __rt::ReadElement<'__de>>::read_held(__reader)
        }
        fn read_held<__H: __rt::Held<Self>>(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__H> {
            __rt::read_fields::<Self, _>(__reader)
        }
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            __rt::read_fields_ahead(__reader, __name)
        }
    }
    #[automatically_derived]
    impl __rt::WriteFields for Single {
        type AsHeader = __rt::No;
        fn write_content(&self, __to: &mut __rt::Children<'_>) {
            __rt::Children::choice(
                __to,
                |__to| match self {
                    Self::Count(__value) => {
                        __rt::element::write(
                            __value,
                            __to,
                            0,
                            &<Number as __rt::ElementField>::PLAIN,
                        );
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Single {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_fields(self, __writer, __name);
        }
        const TABLE: __rt::Table = __rt::Some(__rt::info_of::<Self>);
        const IS_CHOICE: __rt::bool = true;
    }
};
/// A newtype.
#[derive(Debug, PartialEq, Eq)]
pub struct Number(pub u16);
const _: () = {
    use ::um_messages::__private0_1_0 as __rt;
    #[automatically_derived]
    impl __rt::Root for Number {
        const INFO: &'static __rt::TypeInfo = {
            static __INFO: __rt::TypeInfo = __rt::TypeInfo::new("Number");
            &__INFO
        };
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Number
    where
        for<'__x> u16: __rt::ReadElement<'__de> + __rt::PutOff<'__x>,
    {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            <Self as __rt::ReadElement<'__de>>::read_held(__reader)
        }
        fn read_held<__H: __rt::Held<Self>>(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__H> {
            __rt::read_as(__reader, <u16 as __rt::ReadElement<'__de>>::read_held, Self)
        }
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            <u16 as __rt::ReadElement<'__de>>::read_ahead(__reader, __name).map(Self)
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadText<'__de> for Number
    where
        for<'__x> u16: __rt::ReadText<'__de> + __rt::PutOff<'__x>,
    {
        const MAY_BE_PART: __rt::bool = <u16 as __rt::ReadText<'__de>>::MAY_BE_PART;
        fn read_text(__text: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
            __rt::Ok(Self(<u16 as __rt::ReadText<'__de>>::read_text(__text)?))
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Number
    where
        for<'__x> u16: __rt::WriteElement + __rt::PutOff<'__x>,
    {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            <u16 as __rt::WriteElement>::write_element(&self.0, __writer, __name);
        }
        const TABLE: __rt::Table = <u16 as __rt::WriteElement>::TABLE;
        const IS_CHOICE: __rt::bool = <u16 as __rt::WriteElement>::IS_CHOICE;
    }
    #[automatically_derived]
    impl __rt::WriteText for Number
    where
        for<'__x> u16: __rt::WriteText + __rt::PutOff<'__x>,
    {
        const DECLARES: __rt::bool = <u16 as __rt::WriteText>::DECLARES;
        fn declare(&self, __writer: &mut __rt::Writer) {
            <u16 as __rt::WriteText>::declare(&self.0, __writer);
        }
        fn write_text(&self, __out: &mut __rt::TextOut<'_>) {
            <u16 as __rt::WriteText>::write_text(&self.0, __out);
        }
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
    impl __rt::Root for Text {
        const INFO: &'static __rt::TypeInfo = {
            static __FIELDS: [__rt::FieldInfo; 2] = [
                __rt::FieldInfo::attribute(" Language=\"", "Language"),
                __rt::FieldInfo::TEXT,
            ];
            static __INFO: __rt::TypeInfo = __rt::TypeInfo {
                fields: &__FIELDS,
                ..__rt::TypeInfo::new("Text")
            };
            &__INFO
        };
    }
    pub struct __State {
        __f0: __rt::Option<Language>,
        __f1: __rt::Option<String>,
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadFields<'__de> for Text {
        type State = __State;
        #[cfg(not(debug_assertions))]
        const IS_READ_IN_ORDER: __rt::bool = true;
        #[cfg(not(debug_assertions))]
        fn read_in_order(
            __fields: &mut __rt::InOrder<'_, '__de, Self>,
        ) -> __rt::Option<Self> {
            __rt::Some(Self {
                language: __rt::attribute::ahead(__fields, 0, &__rt::PlainText)?,
                text: {
                    __rt::InOrder::enter_content(__fields)?;
                    __rt::text::ahead(__fields, 1, &__rt::PlainText)?
                },
            })
        }
        fn start() -> __State {
            __State {
                __f0: __rt::None,
                __f1: __rt::None,
            }
        }
        fn fill<__O: __rt::Offer>(
            __state: &mut __State,
            __field: __rt::usize,
            __offer: __O,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __O::Answer {
            match __field {
                0 => {
                    __rt::attribute::fill(
                        &mut __state.__f0,
                        __offer,
                        __reader,
                        &__rt::PlainText,
                    )
                }
                1 => {
                    __rt::text::fill(
                        &mut __state.__f1,
                        __offer,
                        __reader,
                        &__rt::PlainText,
                    )
                }
                _ => __rt::Offer::refuse(__offer),
            }
        }
        fn finish(
            __state: &mut __State,
            __end: __rt::End<'_, '__de>,
        ) -> __rt::Result<Self> {
            __rt::Ok(Self {
                language: __rt::attribute::take(
                    &mut __state.__f0,
                    __end,
                    0,
                    &__rt::PlainText,
                )?,
                text: __rt::text::take(&mut __state.__f1, __end, 1, &__rt::PlainText)?,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Text {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            <Self as __rt::ReadElement<'__de>>::read_held(__reader)
        }
        fn read_held<__H: __rt::Held<Self>>(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__H> {
            __rt::read_fields::<Self, _>(__reader)
        }
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            __rt::read_fields_ahead(__reader, __name)
        }
    }
    #[automatically_derived]
    impl __rt::WriteFields for Text {
        type AsHeader = __rt::No;
        fn write_attributes(&self, __writer: &mut __rt::Writer) {
            __rt::attribute::write(
                self,
                &self.language,
                __writer,
                0,
                &<Language as __rt::TextField>::TEXT,
            );
            __rt::text::declare(
                &self.text,
                __writer,
                &<String as __rt::TextField>::TEXT,
            );
        }
        fn write_content(&self, __to: &mut __rt::Children<'_>) {
            __rt::text::write(&self.text, __to, 1, &<String as __rt::TextField>::TEXT);
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Text {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_fields(self, __writer, __name);
        }
        const TABLE: __rt::Table = __rt::Some(__rt::info_of::<Self>);
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
    impl __rt::Root for Group {
        const INFO: &'static __rt::TypeInfo = {
            static __FIELDS: [__rt::FieldInfo; 1] = [
                <Vec<Single> as __rt::FlattenField>::FIELD,
            ];
            static __INFO: __rt::TypeInfo = __rt::TypeInfo {
                fields: &__FIELDS,
                ..__rt::TypeInfo::new("Group")
            };
            &__INFO
        };
    }
    const _: () = if let __rt::Some(__fault) = __rt::TypeInfo::flatten_fault(
        <Group as __rt::Root>::INFO,
        0,
    ) {
        __rt::core::panic!("{}", __fault)
    };
    const _: () = if let __rt::Some((__other, __name)) = __rt::TypeInfo::conflict(
        <Group as __rt::Root>::INFO,
        0usize,
    ) {
        __rt::core::panic!(
            "{}", __rt::Message::text(& __rt::Message::new(& ["fields `single` and `",
            ["single"] [__other], "` both have the name `", __name,
            "`\nhelp: give one of the two another name with `rename`"]))
        )
    };
    pub struct __State<'__de> {
        __f0: <Vec<Single> as __rt::ReadFlattened<'__de>>::Slot,
        __marker: __rt::core::marker::PhantomData<(&'__de (),)>,
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadFields<'__de> for Group {
        type State = __State<'__de>;
        fn start() -> __State<'__de> {
            __State {
                __f0: __rt::core::default::Default::default(),
                __marker: __rt::core::marker::PhantomData,
            }
        }
        fn fill<__O: __rt::Offer>(
            __state: &mut __State<'__de>,
            __field: __rt::usize,
            __offer: __O,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __O::Answer {
            match __field {
                0 => __rt::flattened::fill(&mut __state.__f0, __offer, __reader),
                _ => __rt::Offer::refuse(__offer),
            }
        }
        fn finish(
            __state: &mut __State<'__de>,
            __end: __rt::End<'_, '__de>,
        ) -> __rt::Result<Self> {
            __rt::Ok(Self {
                single: __rt::flattened::take(&mut __state.__f0, __end, 0)?,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Group {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            <Self as __rt::ReadElement<'__de>>::read_held(__reader)
        }
        fn read_held<__H: __rt::Held<Self>>(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__H> {
            __rt::read_fields::<Self, _>(__reader)
        }
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            __rt::read_fields_ahead(__reader, __name)
        }
    }
    #[automatically_derived]
    impl __rt::WriteFields for Group {
        type AsHeader = __rt::Yes;
        fn write_attributes(&self, __writer: &mut __rt::Writer) {
            __rt::flattened::write_attributes(&self.single, __writer);
        }
        fn declare_any_attributes(&self, __writer: &mut __rt::Writer) {
            __rt::flattened::declare_any_attributes(&self.single, __writer);
        }
        fn write_any_attributes(&self, __writer: &mut __rt::Writer) {
            __rt::flattened::write_any_attributes(&self.single, __writer);
        }
        fn write_content(&self, __to: &mut __rt::Children<'_>) {
            __rt::flattened::write(&self.single, __to, 0);
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Group {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_fields(self, __writer, __name);
        }
        const TABLE: __rt::Table = __rt::Some(__rt::info_of::<Self>);
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
    impl __rt::Root for State {
        const INFO: &'static __rt::TypeInfo = {
            static __INFO: __rt::TypeInfo = __rt::TypeInfo::new("State");
            &__INFO
        };
    }
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
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            __rt::read_text_ahead(__reader, __name)
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
    impl __rt::Root for Language {
        const INFO: &'static __rt::TypeInfo = {
            static __INFO: __rt::TypeInfo = __rt::TypeInfo::new("Language");
            &__INFO
        };
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadText<'__de> for Language {
        fn read_text(__text: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
            match &*__rt::TextIn::collapsed(&__text) {
                "En" => __rt::Ok(Self::En),
                _ => {
                    __rt::Ok(
                        Self::Other(
                            <String as __rt::OtherText>::keep(
                                __rt::TextIn::as_str(&__text),
                            ),
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
                    __rt::TextOut::other(
                        __out,
                        <String as __rt::OtherText>::text(__value),
                        &["En"],
                        __rt::ValueSpace::Text,
                    )
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
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            __rt::read_text_ahead(__reader, __name)
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
    impl __rt::Root for Forms {
        const INFO: &'static __rt::TypeInfo = {
            static __FIELDS: [__rt::FieldInfo; 7] = [
                __rt::FieldInfo::attribute(" Sizes=\"", "Sizes"),
                __rt::FieldInfo::element(
                        "<Tags></Tags>",
                        "Tags",
                        __rt::Items::optional(
                            <<<Vec<
                                Option<u8>,
                            > as __rt::ListField>::Entry as __rt::NillableField>::Content as __rt::WriteElement>::TABLE,
                        ),
                    )
                    .with(&__rt::FieldExtras::NONE.around("<Tag></Tag>", "Tag")),
                __rt::FieldInfo::element(
                    "<Weight></Weight>",
                    "Weight",
                    __rt::Items::optional(
                        <<Option<
                            u8,
                        > as __rt::NillableField>::Content as __rt::WriteElement>::TABLE,
                    ),
                ),
                __rt::FieldInfo::leaf("<Note></Note>", "Note"),
                __rt::FieldInfo::leaf("<Color></Color>", "Color"),
                __rt::FieldInfo::ANY_ELEMENT,
                __rt::FieldInfo::ANY_ATTRIBUTE,
            ];
            static __INFO: __rt::TypeInfo = __rt::TypeInfo {
                is_ordered: true,
                fields: &__FIELDS,
                ..__rt::TypeInfo::new("Forms")
            };
            &__INFO
        };
    }
    pub struct __State {
        __f0: __rt::Option<<Vec<u8> as __rt::ListField>::Field>,
        __f1: __rt::Option<<Vec<Option<u8>> as __rt::ListField>::Field>,
        __f2: __rt::Option<<Option<u8> as __rt::NillableField>::Field>,
        __f3: __rt::Option<String>,
        __f4: __rt::Option<u32>,
        __f5: __rt::Option<Vec<::um_messages::xml::Element>>,
        __f6: __rt::Option<Vec<::um_messages::xml::Attribute>>,
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadFields<'__de> for Forms {
        type State = __State;
        fn start() -> __State {
            __State {
                __f0: __rt::None,
                __f1: __rt::None,
                __f2: __rt::None,
                __f3: __rt::None,
                __f4: __rt::None,
                __f5: __rt::None,
                __f6: __rt::None,
            }
        }
        fn fill<__O: __rt::Offer>(
            __state: &mut __State,
            __field: __rt::usize,
            __offer: __O,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __O::Answer {
            match __field {
                0 => {
                    __rt::attribute::fill(
                        &mut __state.__f0,
                        __offer,
                        __reader,
                        &__rt::List(__rt::PlainText),
                    )
                }
                1 => {
                    __rt::element::fill(
                        &mut __state.__f1,
                        __offer,
                        __reader,
                        &__rt::Wrapper(
                            <Self as __rt::Root>::INFO,
                            1,
                            __rt::AsNillable(__rt::Plain),
                        ),
                    )
                }
                2 => {
                    __rt::element::fill(
                        &mut __state.__f2,
                        __offer,
                        __reader,
                        &__rt::AsNillable(__rt::Plain),
                    )
                }
                3 => {
                    __rt::element::fill(
                        &mut __state.__f3,
                        __offer,
                        __reader,
                        &__rt::AsText(__rt::CData(__rt::PlainText)),
                    )
                }
                4 => {
                    __rt::element::fill(
                        &mut __state.__f4,
                        __offer,
                        __reader,
                        &__rt::AsText(__rt::With(hex::from_text, hex::to_text)),
                    )
                }
                5 => {
                    __rt::any_element::fill(
                        &mut __state.__f5,
                        __offer,
                        __reader,
                        &__rt::Plain,
                    )
                }
                6 => {
                    <Vec<
                        ::um_messages::xml::Attribute,
                    > as __rt::AnyAttribute>::fill(&mut __state.__f6, __offer, __reader)
                }
                _ => __rt::Offer::refuse(__offer),
            }
        }
        fn finish(
            __state: &mut __State,
            __end: __rt::End<'_, '__de>,
        ) -> __rt::Result<Self> {
            __rt::Ok(Self {
                sizes: __rt::attribute::take(
                    &mut __state.__f0,
                    __end,
                    0,
                    &__rt::List(__rt::PlainText),
                )?,
                tags: __rt::element::take(
                    &mut __state.__f1,
                    __end,
                    1,
                    &__rt::Wrapper(
                        <Self as __rt::Root>::INFO,
                        1,
                        __rt::AsNillable(__rt::Plain),
                    ),
                )?,
                weight: __rt::element::take(
                    &mut __state.__f2,
                    __end,
                    2,
                    &__rt::AsNillable(__rt::Plain),
                )?,
                note: __rt::element::take(
                    &mut __state.__f3,
                    __end,
                    3,
                    &__rt::AsText(__rt::CData(__rt::PlainText)),
                )?,
                color: __rt::element::take(
                    &mut __state.__f4,
                    __end,
                    4,
                    &__rt::AsText(__rt::With(hex::from_text, hex::to_text)),
                )?,
                more: __rt::any_element::take(
                    &mut __state.__f5,
                    __end,
                    5,
                    &__rt::Plain,
                )?,
                marks: <Vec<
                    ::um_messages::xml::Attribute,
                > as __rt::AnyAttribute>::take(&mut __state.__f6),
            })
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Forms {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            <Self as __rt::ReadElement<'__de>>::read_held(__reader)
        }
        fn read_held<__H: __rt::Held<Self>>(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__H> {
            __rt::read_fields::<Self, _>(__reader)
        }
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            __rt::read_fields_ahead(__reader, __name)
        }
    }
    #[automatically_derived]
    impl __rt::WriteFields for Forms {
        type AsHeader = __rt::No;
        fn write_attributes(&self, __writer: &mut __rt::Writer) {
            __rt::attribute::write(
                self,
                <Vec<u8> as __rt::ListField>::field(&self.sizes),
                __writer,
                0,
                &__rt::List(<Vec<u8> as __rt::ListField>::TEXT),
            );
        }
        fn declare_any_attributes(&self, __writer: &mut __rt::Writer) {
            <Vec<
                ::um_messages::xml::Attribute,
            > as __rt::AnyAttribute>::declare(&self.marks, __writer);
        }
        fn write_any_attributes(&self, __writer: &mut __rt::Writer) {
            <Vec<
                ::um_messages::xml::Attribute,
            > as __rt::AnyAttribute>::write(&self.marks, __writer);
        }
        fn write_content(&self, __to: &mut __rt::Children<'_>) {
            __rt::element::write(
                <Vec<Option<u8>> as __rt::ListField>::field(&self.tags),
                __to,
                1,
                &__rt::Wrapper(
                    <Self as __rt::Root>::INFO,
                    1,
                    __rt::AsNillable(<Vec<Option<u8>> as __rt::ListField>::PLAIN),
                ),
            );
            __rt::element::write(
                <Option<u8> as __rt::NillableField>::field(&self.weight),
                __to,
                2,
                &__rt::AsNillable(<Option<u8> as __rt::NillableField>::PLAIN),
            );
            __rt::element::write(
                &self.note,
                __to,
                3,
                &__rt::AsText(__rt::CData(<String as __rt::CDataField>::TEXT)),
            );
            __rt::element::write(
                &self.color,
                __to,
                4,
                &__rt::AsText(__rt::With(hex::from_text, hex::to_text)),
            );
            __rt::any_element::write(&self.more, __to, 5);
        }
    }
    #[automatically_derived]
    impl __rt::WriteElement for Forms {
        fn write_element(
            &self,
            __writer: &mut __rt::Writer,
            __name: __rt::ElementName<'_>,
        ) {
            __rt::write_fields(self, __writer, __name);
        }
        const TABLE: __rt::Table = __rt::Some(__rt::info_of::<Self>);
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
    impl __rt::Root for Size {
        const INFO: &'static __rt::TypeInfo = {
            static __INFO: __rt::TypeInfo = __rt::TypeInfo::new("Size");
            &__INFO
        };
    }
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
                    __rt::write_member(
                        __out,
                        |__out| <State as __rt::WriteText>::write_text(__value, __out),
                        |__text| __rt::core::result::Result::is_ok(
                            &<u8 as __rt::ReadText<
                                '_,
                            >>::read_text(__rt::TextIn::again(&__text)),
                        ),
                    );
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Size {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            __rt::read_text_element(__reader)
        }
        fn read_ahead(
            __reader: &mut __rt::Reader<'__de>,
            __name: &__rt::KnownName,
        ) -> __rt::Option<Self> {
            __rt::read_text_ahead(__reader, __name)
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
    impl __rt::Root for Typed {
        const INFO: &'static __rt::TypeInfo = {
            static __FIELDS: [__rt::FieldInfo; 2] = [
                __rt::FieldInfo::instead(<Text as __rt::WriteElement>::TABLE)
                    .called("Text"),
                __rt::FieldInfo::instead(<Forms as __rt::WriteElement>::TABLE)
                    .called("Forms"),
            ];
            static __INFO: __rt::TypeInfo = __rt::TypeInfo {
                namespace: __rt::Some("urn:a"),
                prefix: "a",
                fields: &__FIELDS,
                ..__rt::TypeInfo::new("Typed")
            };
            &__INFO
        };
    }
    #[automatically_derived]
    impl<'__de> __rt::ReadElement<'__de> for Typed {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            <Self as __rt::ReadElement<'__de>>::read_held(__reader)
        }
        fn read_held<__H: __rt::Held<Self>>(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__H> {
            let __rt::Some(__type) = __rt::Reader::type_name(__reader)? else {
                return __rt::read_as(
                    __reader,
                    <Text as __rt::ReadElement<'__de>>::read_held,
                    Self::Text,
                );
            };
            let __namespace = __rt::own_namespace::<Self>(__reader);
            if __rt::TypeName::is(&__type, __namespace, "Text") {
                return __rt::read_as(
                    __reader,
                    <Text as __rt::ReadElement<'__de>>::read_held,
                    Self::Text,
                );
            }
            if __rt::TypeName::is(&__type, __namespace, "Forms") {
                return __rt::read_as(
                    __reader,
                    <Forms as __rt::ReadElement<'__de>>::read_held,
                    Self::Forms,
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
                    __rt::Writer::type_of_next(__writer, <Self as __rt::Root>::INFO, 1);
                    <Forms as __rt::WriteElement>::write_element(
                        __value,
                        __writer,
                        __name,
                    );
                }
            }
        }
        const TABLE: __rt::Table = __rt::Some(__rt::info_of::<Self>);
    }
};
