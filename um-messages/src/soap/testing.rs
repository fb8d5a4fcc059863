//! A service that stands in a test: it answers what it is told to, keeps what it was asked, and fails on demand, without a network.
//!
//! [`Endpoint::call`] takes a request and gives its answer, as the types of the crate `http`. So it fits under whatever a program sends its requests with, if
//! that is a parameter:
//!
//! ```
//! use std::error::Error;
//!
//! use um_messages::testing::{Answer, Endpoint};
//! use um_messages::{Fault, SoapMessage, SoapOperation, um};
//!
//! type Request = http::Request<Vec<u8>>;
//! type Response = http::Response<Vec<u8>>;
//!
//! /// What is tested: it hangs up, and tries once more if the service is busy.
//! fn hang_up(
//!     send: impl Fn(Request) -> Result<Response, Box<dyn Error>>,
//!     call_id: &str,
//! ) -> Result<(), Box<dyn Error>> {
//!     let request = um::Disconnect { call_id: call_id.into() };
//!     let ask = || send(request.to_request("https://host/EWS/UM2007Legacy.asmx")?);
//!     let mut answer = ask()?;
//!     if answer.status() == 503 {
//!         answer = ask()?;
//!     }
//!     request.read_response(answer.status(), answer.headers(), answer.body())?;
//!     Ok(())
//! }
//!
//! let service = Endpoint::new();
//! service.on::<um::Disconnect>(um::DisconnectResponse {});
//! let send = |request| Ok(service.call(request));
//!
//! // It is asked for the right call.
//! hang_up(send, "MDlk")?;
//! let asked = service.requests().remove(0).read::<um::Disconnect, ()>()?;
//! assert_eq!(asked.body.call_id, "MDlk");
//!
//! // It tries once more, and no more than that.
//! service.next(Answer::status(503));
//! hang_up(send, "MDlk")?;
//! service.next(Answer::status(503));
//! service.next(Answer::status(503));
//! assert!(hang_up(send, "MDlk").is_err());
//! assert_eq!(service.requests().len(), 5);
//!
//! // A fault is passed on, and so is that there is a page of HTML instead.
//! service.next(Fault::receiver("out of order"));
//! assert!(hang_up(send, "MDlk").unwrap_err().to_string().contains("out of order"));
//! service.next(Answer::text(200, "text/html", "<html>Log in, please</html>"));
//! assert!(hang_up(send, "MDlk").is_err());
//! # Ok::<(), Box<dyn Error>>(())
//! ```
//!
//! With reqwest or ureq in the place of `send` the same function talks to the service. What it has sent is compared by
//! [`xml::assert_same!`](crate::xml::assert_same), or by insta: [*Tests*](crate::cookbook#tests).

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ::http::header::{CONTENT_TYPE, HeaderValue};
use ::http::{Request, Response, StatusCode};

use super::body::ReadBody;
use super::envelope::Envelope;
use super::header::{ReadHeaders, WriteHeaders};
use super::http;
use super::message::{NamedMessage, SoapMessage};
use super::version::SoapVersion;
use crate::error::{EnvelopeProblem, Error, ErrorKind, Result};
use crate::qname::QName;
use crate::xml::{Element, ReadOptions};

/// A service without a network. Its clones are the same service, so that a test asks what a client in another thread has sent.
///
/// Each request is read as a service reads it, and what cannot be read has the answer that a service gives
/// ([`Error::to_fault_response`]): another method, another media type, no envelope, a header block that must be understood and is not, a message that
/// nothing was said of, or one that is not what its type expects.
#[derive(Clone, Default)]
pub struct Endpoint {
    options: ReadOptions,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    handlers: Vec<(Asked, Handler)>,
    next: VecDeque<Answer>,
    requests: Vec<Recorded>,
}

/// What a handler is for.
enum Asked {
    Name(QName),
    Action(String),
}

type Handler = Arc<dyn Fn(&Recorded, &ReadOptions) -> Result<Answer> + Send + Sync>;

impl Endpoint {
    /// A service that knows no message.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A service that reads with options, as [`understand`](ReadOptions::understand).
    #[must_use]
    pub fn with_options(options: ReadOptions) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Answers each `M` so, from now on. That the request is one is checked.
    pub fn on<M>(&self, answer: impl Into<Answer>)
    where
        M: NamedMessage + for<'de> ReadBody<'de>,
    {
        let answer = answer.into();
        self.add::<M>(move |request, options| {
            request.read_with::<M, ()>(options)?;
            Ok(answer.clone())
        });
    }

    /// Answers each `M` by a function, from now on.
    ///
    /// ```
    /// use um_messages::testing::{Answer, Endpoint};
    /// use um_messages::{Fault, SoapMessage, um};
    ///
    /// let service = Endpoint::new();
    /// service.on_request(|request: um::Disconnect| match request.call_id.as_str() {
    ///     "MDlk" => Answer::from(um::DisconnectResponse {}),
    ///     _ => Fault::sender("no such call").into(),
    /// });
    /// let request = um::Disconnect { call_id: "MDlm".into() };
    /// let answer = service.call(request.to_request("/")?);
    /// assert_eq!(answer.status(), 500);
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn on_request<M, A>(&self, answer: impl Fn(M) -> A + Send + Sync + 'static)
    where
        M: NamedMessage + for<'de> ReadBody<'de>,
        A: Into<Answer>,
    {
        self.add::<M>(move |request, options| {
            let envelope = request.read_with::<M, ()>(options)?;
            Ok(answer(envelope.into_body()).into())
        });
    }

    /// Answers each request that has this action ([`http::action`]) so, from now on, whatever stands in its Body. It counts before
    /// what is said of messages.
    pub fn on_action(&self, action: impl Into<String>, answer: impl Into<Answer>) {
        let answer = answer.into();
        let handler = Arc::new(move |_: &Recorded, _: &ReadOptions| Ok(answer.clone()));
        let asked = Asked::Action(action.into());
        self.state().handlers.push((asked, handler));
    }

    /// Answers the next request so, whatever it is, and once. Several are answered one after the other.
    pub fn next(&self, answer: impl Into<Answer>) {
        self.state().next.push_back(answer.into());
    }

    /// What has been asked so far, in this order.
    #[must_use]
    pub fn requests(&self) -> Vec<Recorded> {
        self.state().requests.clone()
    }

    /// The answer to a request, in the version of SOAP that it was asked in.
    pub fn call<T: AsRef<[u8]>>(&self, request: Request<T>) -> Response<Vec<u8>> {
        let request = Recorded {
            request: request.map(|body| body.as_ref().to_vec()),
        };
        let read = request.read_with::<Vec<Element>, ()>(&self.options);
        let version = match &read {
            Ok(envelope) => Some(envelope.version()),
            Err(error) => error.soap_version(),
        };
        let next = {
            let mut state = self.state();
            state.requests.push(request.clone());
            state.next.pop_front()
        };
        let answer = match next {
            Some(answer) => Ok(answer),
            None => read.and_then(|envelope| self.answer_to(&request, &envelope.body)),
        };
        let response = answer.and_then(|answer| (answer.0)(version.unwrap_or_default()));
        response.unwrap_or_else(|error| {
            let error = error.asked_in(version, &self.options);
            error.to_fault_response()
        })
    }

    fn add<M: NamedMessage>(
        &self,
        handler: impl Fn(&Recorded, &ReadOptions) -> Result<Answer> + Send + Sync + 'static,
    ) {
        let asked = Asked::Name(QName::new(M::NAMESPACE, M::NAME));
        self.state().handlers.push((asked, Arc::new(handler)));
    }

    /// What the program's functions do while a request is answered, they may do.
    fn answer_to(&self, request: &Recorded, body: &[Element]) -> Result<Answer> {
        let handler = self.state().handler(request, body)?;
        handler(request, &self.options)
    }

    /// A test that has failed elsewhere leaves the state whole.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The handler that was named last, of those for the action if there are some.
    fn handler(&self, request: &Recorded, body: &[Element]) -> Result<Handler> {
        let (name, action) = (body.first().map(Element::name), request.action());
        let last = |is_asked: &dyn Fn(&Asked) -> bool| {
            let mut handlers = self.handlers.iter().rev();
            let found = handlers.find(|(asked, _)| is_asked(asked));
            found.map(|(_, handler)| Arc::clone(handler))
        };
        let by_action =
            last(&|asked| matches!(asked, Asked::Action(it) if Some(it) == action.as_ref()));
        let by_name = || last(&|asked| matches!(asked, Asked::Name(it) if Some(it) == name));
        by_action.or_else(by_name).ok_or_else(|| self.unknown(name))
    }

    fn unknown(&self, found: Option<&QName>) -> Error {
        let names = self.handlers.iter().filter_map(|(asked, _)| match asked {
            Asked::Name(name) => Some(name.clone()),
            Asked::Action(_) => None,
        });
        let expected = names.collect();
        Error::new(match found.cloned() {
            Some(found) => ErrorKind::WrongMessage { found, expected },
            None => ErrorKind::Envelope(EnvelopeProblem::EmptyBody(expected)),
        })
    }
}

/// What an [`Endpoint`] answers: a message, a [`Fault`](crate::Fault), an [`Envelope`] with header blocks, or any other answer of HTTP.
#[derive(Clone)]
pub struct Answer(Arc<dyn Fn(SoapVersion) -> Result<Response<Vec<u8>>> + Send + Sync>);

impl Answer {
    /// No envelope, but this status of HTTP. One that is none is 500.
    #[must_use]
    pub fn status(status: u16) -> Self {
        let mut response = Response::new(Vec::new());
        *response.status_mut() = status_of(status);
        response.into()
    }

    /// This text, with a status and a media type of HTTP: a page of HTML, JSON, half an envelope.
    #[must_use]
    pub fn text(status: u16, media_type: &str, text: impl Into<String>) -> Self {
        let mut response = Response::new(text.into().into_bytes());
        *response.status_mut() = status_of(status);
        if let Ok(media_type) = HeaderValue::from_str(media_type) {
            response.headers_mut().insert(CONTENT_TYPE, media_type);
        }
        response.into()
    }
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// A message, or a fault, in the version of SOAP that was asked in.
impl<M: SoapMessage + Send + Sync + 'static> From<M> for Answer {
    fn from(message: M) -> Self {
        Self(Arc::new(move |version| {
            Envelope::new(&message).with_version(version).to_response()
        }))
    }
}

/// An envelope as it is, in its own version.
impl<B, H> From<Envelope<B, H>> for Answer
where
    B: SoapMessage + Send + Sync + 'static,
    H: WriteHeaders + Send + Sync + 'static,
{
    fn from(envelope: Envelope<B, H>) -> Self {
        Self(Arc::new(move |_| envelope.to_response()))
    }
}

/// Any answer of HTTP.
impl From<Response<Vec<u8>>> for Answer {
    fn from(response: Response<Vec<u8>>) -> Self {
        Self(Arc::new(move |_| Ok(response.clone())))
    }
}

/// A request that an [`Endpoint`] was asked.
#[derive(Clone, Debug)]
pub struct Recorded {
    request: Request<Vec<u8>>,
}

impl Recorded {
    /// The request as it came: its method, its URI, its header fields and its body.
    #[must_use]
    pub fn http(&self) -> &Request<Vec<u8>> {
        &self.request
    }

    /// The body as a text; bytes that are no UTF-8 are replaced.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.request.body())
    }

    /// The action: [`http::action`].
    #[must_use]
    pub fn action(&self) -> Option<String> {
        http::action(self.request.headers())
    }

    /// The envelope, read as a service reads it: [`Envelope::from_request`].
    ///
    /// # Errors
    ///
    /// Those of `from_request`.
    pub fn read<'a, B, H>(&'a self) -> Result<Envelope<B, H>>
    where
        B: SoapMessage + ReadBody<'a>,
        H: ReadHeaders<'a>,
    {
        self.read_with(ReadOptions::DEFAULT)
    }

    /// As [`read`](Self::read), with options.
    ///
    /// # Errors
    ///
    /// Those of `read`, and if a limit is exceeded.
    pub fn read_with<'a, B, H>(&'a self, options: &ReadOptions) -> Result<Envelope<B, H>>
    where
        B: SoapMessage + ReadBody<'a>,
        H: ReadHeaders<'a>,
    {
        let request = &self.request;
        let (method, headers) = (request.method(), request.headers());
        Envelope::from_request_with(method, headers, request.body(), options)
    }
}
