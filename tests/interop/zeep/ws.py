"""Calls a service that wants WS-Security or WS-Addressing with zeep, in both versions of SOAP: `ws.py security|addressing URL`.

Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.
"""

import datetime
import sys

import zeep
from client import FOLDER, MESSAGES, Cases
from ews import NEW, OLD, VERSIONS, resolve
from lxml import etree
from zeep.transports import Transport
from zeep.wsa import WSA, WsAddressingPlugin
from zeep.wsse.username import UsernameToken
from zeep.wsse.utils import WSU

ADA = "ada@example.com"
PASSWORD = "password"
ACTION = f"{MESSAGES}/DisconnectPhoneCall"
OWN = "urn:um-messages:interop"
ANSWER = "NoError"


class Wire(zeep.Plugin):
    """Spoils a request where a case asks for it, and keeps what was sent and what came back."""

    spoil = None
    request = None
    answer = None

    def egress(self, envelope, http_headers, operation, binding_options):
        if self.spoil is not None:
            self.spoil(envelope, http_headers)
        self.request = envelope
        return envelope, http_headers

    def ingress(self, envelope, http_headers, operation):
        self.answer = envelope
        return envelope, http_headers


class Service:
    """The service, in one version of SOAP."""

    def __init__(self, url, version, plugins=()):
        self.namespace = VERSIONS[version]
        self.wire = Wire()
        transport = Transport(timeout=30, operation_timeout=30)
        transport.session.trust_env = False
        self.client = zeep.Client(str(FOLDER / "ews.wsdl"), transport=transport, plugins=[*plugins, self.wire])
        binding = "ExchangeCalls" + version.removeprefix("SOAP ").replace(".", "")
        self.service = self.client.create_service(f"{{{MESSAGES}}}{binding}", url)

    def call(self, wsse=None, spoil=None):
        """The code of the answer, or the codes of a fault, the outer one first."""
        self.client.wsse = wsse
        self.wire.spoil = spoil
        try:
            answer = self.service.DisconnectPhoneCall(PhoneCallId={"Id": "1"})
            return getattr(answer, "body", answer).ResponseCode
        except zeep.exceptions.Fault:
            codes = self.wire.answer.iter("faultcode", f"{{{self.namespace}}}Value")
            return [resolve(code, code.text) for code in codes]

    def fault(self, *codes):
        """The codes of a fault of the sender's: SOAP 1.1 has the innermost alone."""
        return [f"{{{NEW}}}Sender", *codes] if self.namespace == NEW else [codes[-1]]


# WS-Security.


def timestamp(minutes):
    """A timestamp that was made so many minutes ago, and is good for one."""
    created = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=minutes)
    expires = created + datetime.timedelta(minutes=1)
    spell = "%Y-%m-%dT%H:%M:%SZ"
    return WSU.Timestamp(WSU.Created(created.strftime(spell)), WSU.Expires(expires.strftime(spell)))


def check_security(check, service):
    wsse = "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd}"
    failed = service.fault(f"{wsse}FailedAuthentication")

    def token(password=PASSWORD, **options):
        return UsernameToken(ADA, password, **options)

    check("text", lambda: service.call(token()), ANSWER)
    check("digest", lambda: service.call(token(use_digest=True)), ANSWER)
    check("timestamp", lambda: service.call(token(use_digest=True, timestamp_token=timestamp(0))), ANSWER)
    check("wrong password", lambda: service.call(token("x")), failed)
    check("wrong digest", lambda: service.call(token("x", use_digest=True)), failed)
    check("unknown user", lambda: service.call(UsernameToken("eve", PASSWORD, use_digest=True)), failed)

    def replay():
        same = token(use_digest=True, nonce=f"once, in {service.namespace}")
        return service.call(same), service.call(same)

    check("replayed nonce", replay, (ANSWER, failed))
    expired = service.fault(f"{wsse}MessageExpired")
    check("expired timestamp", lambda: service.call(token(timestamp_token=timestamp(10))), expired)
    check("timestamp of the future", lambda: service.call(token(timestamp_token=timestamp(-10))), expired)
    old = datetime.datetime(2016, 5, 8, 12)
    check("old digest", lambda: service.call(token(use_digest=True, created=old)), expired)
    check("no header block", lambda: service.call(), service.fault(f"{wsse}InvalidSecurity"))


# WS-Addressing.


def check_addressing(check, service):
    names = {"wsa": WSA.To().nsmap["wsa"]}
    wsa = f"{{{names['wsa']}}}"

    def block(envelope, name):
        return envelope.find(f"{{{service.namespace}}}Header/wsa:{name}", names)

    def answered():
        code = service.call()
        request, answer = service.wire.request, service.wire.answer
        related = block(answer, "RelatesTo").text == block(request, "MessageID").text
        return code, related, block(answer, "Action").text, block(answer, "To").text

    anonymous = f"{names['wsa']}/anonymous"
    check("an answer", answered, (ANSWER, True, f"{ACTION}Response", anonymous))

    def parameters():
        customer = etree.Element(f"{{{OWN}}}Customer")
        customer.text = "4711"
        reply_to = WSA.ReplyTo(WSA.Address(anonymous), WSA.ReferenceParameters(customer))
        code = service.call(spoil=lambda envelope, _: block(envelope, "To").addnext(reply_to))
        echoed = service.wire.answer.find(f"{{{service.namespace}}}Header/{{{OWN}}}Customer")
        return code, echoed.text, echoed.get(f"{wsa}IsReferenceParameter")

    check("reference parameters", parameters, (ANSWER, "4711", "true"))

    def must_understand(envelope, _):
        for name in ("Action", "To"):
            block(envelope, name).set(f"{{{service.namespace}}}mustUnderstand", "1")

    check("mustUnderstand", lambda: service.call(spoil=must_understand), ANSWER)

    def refused(case, spoil, *codes):
        def action():
            got = service.call(spoil=spoil)
            return got, block(service.wire.answer, "Action").text

        expected = service.fault(*(f"{wsa}{code}" for code in codes))
        check(case, action, (expected, f"{names['wsa']}/fault"))

    def other_action(envelope, http_headers):
        block(envelope, "Action").text = "urn:other"
        for name, value in http_headers.items():
            http_headers[name] = value.replace(ACTION, "urn:other")

    def mismatch(envelope, _):
        block(envelope, "Action").text = "urn:other"

    def without(name):
        def remove(envelope, _):
            found = block(envelope, name)
            found.getparent().remove(found)

        return remove

    def elsewhere(envelope, _):
        block(envelope, "To").addnext(WSA.ReplyTo(WSA.Address("http://127.0.0.1:9/")))

    refused("ActionNotSupported", other_action, "ActionNotSupported")
    invalid = "InvalidAddressingHeader"
    refused("ActionMismatch", mismatch, invalid, "ActionMismatch")
    refused("no MessageID", without("MessageID"), "MessageAddressingHeaderRequired")
    refused("no Action", without("Action"), "MessageAddressingHeaderRequired")
    twice = lambda envelope, _: block(envelope, "To").addnext(WSA.To("urn:to"))
    refused("InvalidCardinality", twice, invalid, "InvalidCardinality")
    no_address = lambda envelope, _: block(envelope, "To").addnext(WSA.ReplyTo())
    refused("MissingAddressInEPR", no_address, invalid, "MissingAddressInEPR")
    refused("OnlyAnonymousAddressSupported", elsewhere, invalid, "OnlyAnonymousAddressSupported")


def main(what, url):
    cases = Cases()
    for version in VERSIONS:
        plugins = [WsAddressingPlugin()] if what == "addressing" else []
        service = Service(f"{url}/{what}", version, plugins)

        def check(case, action, expected, version=version):
            cases.check(f"{version}: {case}", action, expected)

        {"addressing": check_addressing, "security": check_security}[what](check, service)
    return 1 if cases.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
