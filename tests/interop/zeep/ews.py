"""Calls the calls of Exchange Web Services with zeep, in both versions of SOAP: `ews.py URL`.

Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.
"""

import sys

import zeep
from client import DIAL_STRING, FOLDER, MESSAGES, TYPES, Cases
from lxml import etree
from zeep.helpers import serialize_object
from zeep.transports import Transport

OWN = "urn:um-messages:interop"
OLD = "http://schemas.xmlsoap.org/soap/envelope/"
NEW = "http://www.w3.org/2003/05/soap-envelope"
VERSIONS = {"SOAP 1.1": OLD, "SOAP 1.2": NEW}
SCHEMAS = {OLD: "ews-envelope11.xsd", NEW: "ews-envelope12.xsd"}
SPOKEN = {"Version": "Exchange2010_SP2"}
ITEM = {"Id": 'AAMkAD+/=<&">'}


class Wire(zeep.Plugin):
    """Spoils a request where a case asks for it, and checks what comes back against the schema of its version."""

    def __init__(self):
        self.schemas = {version: etree.XMLSchema(file=str(FOLDER / name)) for version, name in SCHEMAS.items()}
        self.spoil = None
        self.answer = None

    def egress(self, envelope, http_headers, operation, binding_options):
        if self.spoil is not None:
            self.spoil(envelope)
        return envelope, http_headers

    def ingress(self, envelope, http_headers, operation):
        self.answer = envelope
        self.schemas[etree.QName(envelope).namespace].assertValid(envelope)
        return envelope, http_headers


class Wired(Transport):
    """Remembers the status of the answer, which zeep's faults do not have."""

    status = None

    def post(self, address, message, headers):
        response = super().post(address, message, headers)
        self.status = response.status_code
        return response


class Service:
    """The service, in one version of SOAP."""

    def __init__(self, url, version):
        self.namespace = VERSIONS[version]
        self.wire = Wire()
        self.transport = Wired(timeout=30, operation_timeout=30)
        self.transport.session.trust_env = False
        client = zeep.Client(str(FOLDER / "ews.wsdl"), transport=self.transport, plugins=[self.wire])
        binding = "ExchangeCalls" + version.removeprefix("SOAP ").replace(".", "")
        self.service = client.create_service(f"{{{MESSAGES}}}{binding}", url)

    def call(self, operation, *blocks, **request):
        """The answer: its blocks, and its Body."""
        blocks = list(blocks) or {"RequestServerVersion": SPOKEN}
        answer = self.service[operation](**request, _soapheaders=blocks)
        return serialize_object(answer, dict)

    def body(self, operation, **request):
        return self.call(operation, **request)["body"]

    def play(self, dial_string=DIAL_STRING):
        return self.body("PlayOnPhone", ItemId=ITEM, DialString=dial_string)

    def tell(self, call):
        return self.body("GetPhoneCallInformation", PhoneCallId=call)

    def fault(self, *blocks, spoil=None):
        """What the fault says to programs."""
        self.wire.spoil = spoil
        try:
            return f"an answer: {self.call('PlayOnPhone', *blocks, ItemId=ITEM, DialString=DIAL_STRING)!r}"
        except zeep.exceptions.Fault:
            return describe_fault(self.wire.answer, self.transport.status)
        finally:
            self.wire.spoil = None


def describe_fault(envelope, status):
    """zeep tells a code by its text, and says nothing of the blocks beside a fault: both are read here."""
    version = etree.QName(envelope).namespace
    code = next(envelope.iter("faultcode", f"{{{version}}}Value"))
    blocks = [resolve(block, block.get("qname")) for block in envelope.iter(f"{{{version}}}NotUnderstood")]
    return (version, resolve(code, code.text), status, blocks)


def resolve(element, qname):
    prefix, _, name = qname.rpartition(":")
    return f"{{{element.nsmap.get(prefix or None)}}}{name}"


def answer(code="NoError", text=None, **content):
    """The Body of an answer, as zeep has it: what is not sent is `None`."""
    kind = "Success" if code == "NoError" else "Error"
    link = None if code == "NoError" else 0
    return {"MessageText": text, "ResponseCode": code, "DescriptiveLinkKey": link, "ResponseClass": kind, **content}


def check_calls(check, service):
    started = []

    def start():
        body = service.play()
        started.append(body.pop("PhoneCallId"))
        return body, started[0]["Id"].startswith(ITEM["Id"])

    check("PlayOnPhone", start, (answer(), True))
    info = {
        "PhoneCallState": "Connected",
        "ConnectionFailureCause": "None",
        "SIPResponseText": "OK",
        "SIPResponseCode": 200,
    }
    check("GetPhoneCallInformation", lambda: service.tell(started[0]), answer(PhoneCallInformation=info))
    check("DisconnectPhoneCall", lambda: service.body("DisconnectPhoneCall", PhoneCallId=started[0]), answer())
    refused = answer("ErrorPhoneNumberNotDialable", "The number can't be dialed.", PhoneCallId=None)
    check("PhoneNumberNotDialable", lambda: service.play("nobody"), refused)
    refused = answer("ErrorInvalidPhoneCallId", "The call is not known.", PhoneCallInformation=None)
    check("InvalidPhoneCallId", lambda: service.tell(started[0]), refused)

    def forget():
        call = service.play()["PhoneCallId"]
        answered = service.service.ForgetCall(CallId=call["Id"])
        return answered, service.transport.status, service.tell(call)

    check("one-way", forget, (None, 202, refused))


def block(name, namespace, must_understand, **attributes):
    element = etree.Element(f"{{{namespace}}}{name}", **attributes)
    element.set(must_understand, "1")
    return element


def check_blocks(check, service):
    must_understand = f"{{{service.namespace}}}mustUnderstand"
    request = {"ItemId": ITEM, "DialString": DIAL_STRING}
    info = {"MajorVersion": 14, "MinorVersion": 1, "MajorBuildNumber": 218, "MinorBuildNumber": 15, **SPOKEN}

    def blocks(*sent):
        got = service.call("PlayOnPhone", *sent, **request)["header"]["ServerVersionInfo"]
        return {name: value for name, value in got.items() if name in info}

    check("header blocks", blocks, info)
    known = block("RequestServerVersion", TYPES, must_understand, **SPOKEN)
    check("a block that must be understood", lambda: blocks(known), info)

    unknown = block("Unknown", OWN, must_understand)
    not_understood = [f"{{{OWN}}}Unknown"] if service.namespace == NEW else []
    expected = fault_of(service.namespace, "MustUnderstand", 500, not_understood)
    check("MustUnderstand", lambda: service.fault(unknown), expected)


def fault_of(namespace, name, status, blocks=()):
    return (namespace, f"{{{namespace}}}{name}", status, list(blocks))


def check_faults(check, service):
    def malform(envelope):
        envelope.find(f".//{{{MESSAGES}}}DialString").tag = f"{{{MESSAGES}}}DialText"

    def change_version(envelope):
        envelope.tag = "{urn:soap:2}Envelope"

    expected = fault_of(service.namespace, *(("Sender", 400) if service.namespace == NEW else ("Client", 500)))
    check("malformed", lambda: service.fault(spoil=malform), expected)
    expected = fault_of(OLD, "VersionMismatch", 500)
    check("VersionMismatch", lambda: service.fault(spoil=change_version), expected)


def main(url):
    cases = Cases()
    for version in VERSIONS:
        service = Service(url, version)

        def check(case, action, expected, version=version):
            cases.check(f"{version}: {case}", action, expected)

        check_calls(check, service)
        check_blocks(check, service)
        check_faults(check, service)
    return 1 if cases.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
