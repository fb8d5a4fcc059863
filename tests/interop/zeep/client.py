"""Calls a service with zeep, from the project's WSDL: `client.py URL`.

Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.
"""

import pathlib
import sys

import zeep
from lxml import etree
from zeep.transports import Transport

FOLDER = pathlib.Path(__file__).resolve().parent.parent
MESSAGES = "http://schemas.microsoft.com/exchange/services/2006/messages"
TYPES = "http://schemas.microsoft.com/exchange/services/2006/types"
ERRORS = "http://schemas.microsoft.com/exchange/services/2006/errors"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

ENTRY_ID = "Vm9pY2UgbWFpbA=="
FOLDER_ID = "AAAAAFZvaWNlIG1haWw="
DIAL_STRING = "+1 425 555 0199"
# Whatever has to be escaped, and a letter of two bytes.
ODD_DIAL_STRING = "+1 (425) 555-0199 <Zoë's & \"home\">"

REASONS = {
    "InvalidCallIdException": "The call identifier isn't valid.",
    "InvalidObjectIdException": "The object identifier isn't valid.",
    "DialingRulesException": "Dialing restrictions are preventing the phone number that was entered from being dialed.",
}


class Wire(zeep.Plugin):
    """Spoils a request where a case asks for it, and checks what comes back against the schema.

    zeep reads answers by name and tells a fault's code by its text; the schema and the namespace of the code are
    checked here.
    """

    def __init__(self):
        self.schema = etree.XMLSchema(file=str(FOLDER / "envelope.xsd"))
        self.spoil = None
        self.answer = None

    def egress(self, envelope, http_headers, operation, binding_options):
        if self.spoil is not None:
            self.spoil(envelope)
        return envelope, http_headers

    def ingress(self, envelope, http_headers, operation):
        self.answer = envelope
        self.schema.assertValid(envelope)
        return envelope, http_headers


class Service:
    """The service, as one caller has it."""

    def __init__(self, url, user):
        self.wire = Wire()
        # Strict is what zeep is by default: an answer that its own schema does not know is an error.
        settings = zeep.Settings(strict=True, xml_huge_tree=False)
        transport = Transport(timeout=30, operation_timeout=30)
        transport.session.trust_env = False
        transport.session.auth = (user, "password")
        client = zeep.Client(f"{url}?wsdl", transport=transport, settings=settings, plugins=[self.wire])
        self.service = client.create_service(f"{{{MESSAGES}}}UM2007LegacyBinding", url)

    def call(self, operation, *arguments):
        return self.service[operation](*arguments)

    def fault(self, operation, *arguments, spoil=None):
        """What the fault has in it: the code's namespace and name, the reason, its language, the detail."""
        self.wire.spoil = spoil
        try:
            return f"an answer: {self.call(operation, *arguments)!r}"
        except zeep.exceptions.Fault as fault:
            code = self.wire.answer.find(".//faultcode")
            prefix, _, name = fault.code.rpartition(":")
            detail = [(etree.QName(entry).text, entry.text) for entry in fault.detail]
            language = self.wire.answer.find(".//faultstring").get(LANG)
            return (code.nsmap.get(prefix or None), name, fault.message, language, detail)
        finally:
            self.wire.spoil = None


class Cases:
    def __init__(self):
        self.failed = False

    def check(self, case, action, expected):
        try:
            got = action()
        except Exception as error:
            got = f"{type(error).__name__}: {error}"
        if got == expected:
            print(f"pass\t{case}", flush=True)
        else:
            self.failed = True
            print(f"fail\t{case}\tgot {got!r}, expected {expected!r}".replace("\n", " "), flush=True)

    def check_exception(self, service, name, operation, *arguments, before=lambda: None):
        reason = REASONS.get(name)
        expected = (ERRORS, name, reason, "en-US", [(f"{{{MESSAGES}}}ExceptionType", name)])

        def fault():
            before()
            got = service.fault(operation, *arguments)
            # The texts of the others are not known.
            return got if reason or isinstance(got, str) else (*got[:2], None, *got[3:])

        self.check(f"{operation}: {name}", fault, expected)

    def check_invalid_request(self, case, service, spoil):
        code = "ErrorInvalidRequest"
        expected = (TYPES, code, "The request is invalid.", "en-US", [f"{{{ERRORS}}}ResponseCode", f"{{{ERRORS}}}Message"])

        def fault():
            got = service.fault("SetOofStatus", True, spoil=spoil)
            if isinstance(got, str):
                return got
            names = [name for name, text in got[4] if text != ""]
            return (*got[:4], names)

        self.check(f"{case}: {code}", fault, expected)


def properties(service):
    return dict(zeep.helpers.serialize_object(service.call("GetUMProperties")))


def after(service, operation, argument, name):
    """The property that the operation has set."""
    service.call(operation, argument)
    return properties(service)[name]


def check_properties(cases, service):
    cases.check("IsUMEnabled", lambda: service.call("IsUMEnabled"), True)
    preset = {
        "OofStatus": False,
        "MissedCallNotificationEnabled": True,
        "PlayOnPhoneDialString": "+1 425 555 0100",
        "TelephoneAccessNumbers": "+1 425 555 0199, +44 20 7946 0018",
        "TelephoneAccessFolderEmail": None,
    }
    cases.check("GetUMProperties", lambda: properties(service), preset)
    for operation, argument, name in [
        ("SetOofStatus", True, "OofStatus"),
        ("SetPlayOnPhoneDialString", ODD_DIAL_STRING, "PlayOnPhoneDialString"),
        ("SetTelephoneAccessFolderEmail", FOLDER_ID, "TelephoneAccessFolderEmail"),
        ("SetMissedCallNotificationEnabled", False, "MissedCallNotificationEnabled"),
    ]:
        cases.check(operation, lambda: after(service, operation, argument, name), argument)
    cases.check("ResetPIN", lambda: service.call("ResetPIN"), None)


def check_calls(cases, service):
    started = []

    def start(operation, argument):
        started.append(service.call(operation, argument, DIAL_STRING))
        return started[-1] not in ("", None) and len(set(started)) == len(started)

    def state():
        info = service.call("GetCallInfo", started[0])
        return (info.CallState, info.EventCause)

    cases.check("PlayOnPhone", lambda: start("PlayOnPhone", ENTRY_ID), True)
    cases.check("PlayOnPhoneGreeting", lambda: start("PlayOnPhoneGreeting", "OofCustom"), True)
    states = [("Connecting", "None"), ("Connecting", "None"), ("Connected", "None")]
    cases.check("GetCallInfo", lambda: [state() for _ in states], states)
    ended = (None, ("Disconnected", "None"))
    cases.check("Disconnect", lambda: (service.call("Disconnect", started[0]), state()), ended)
    cases.check_exception(service, "InvalidCallIdException", "GetCallInfo", *started[:1])
    cases.check_exception(service, "InvalidCallIdException", "Disconnect", "unknown")


def check_faults(cases, service):
    cases.check_exception(service, "InvalidObjectIdException", "PlayOnPhone", "not base64!", DIAL_STRING)
    cases.check_exception(service, "DialingRulesException", "PlayOnPhone", ENTRY_ID, "nobody")
    cases.check_exception(service, "DialingRulesException", "PlayOnPhoneGreeting", "NormalCustom", "nobody")

    def start_all():
        """One call is on already, and ten may be."""
        for _ in range(9):
            service.call("PlayOnPhone", ENTRY_ID, DIAL_STRING)

    cases.check_exception(
        service, "OverPlayOnPhoneCallLimitException", "PlayOnPhone", ENTRY_ID, DIAL_STRING, before=start_all
    )

    def spoil_value(envelope):
        envelope.find(f".//{{{MESSAGES}}}status").text = "perhaps"

    def spoil_name(envelope):
        envelope.find(f"{{{SOAP}}}Body")[0].tag = f"{{{MESSAGES}}}NoSuchOperation"

    cases.check_invalid_request("SetOofStatus", service, spoil_value)
    cases.check_invalid_request("no such operation", service, spoil_name)


def check_not_enabled(cases, service):
    cases.check("IsUMEnabled: false", lambda: service.call("IsUMEnabled"), False)
    for operation, *arguments in [
        ("GetUMProperties",),
        ("SetOofStatus", True),
        ("SetPlayOnPhoneDialString", DIAL_STRING),
        ("SetTelephoneAccessFolderEmail", FOLDER_ID),
        ("SetMissedCallNotificationEnabled", False),
        ("ResetPIN",),
        ("PlayOnPhone", ENTRY_ID, DIAL_STRING),
        ("PlayOnPhoneGreeting", "NormalCustom", DIAL_STRING),
    ]:
        cases.check_exception(service, "UserNotUmEnabledException", operation, *arguments)


def check_stranger(cases, service):
    """The service answers with a status and nothing else."""

    def status():
        try:
            return f"an answer: {service.call('IsUMEnabled')!r}"
        except zeep.exceptions.TransportError as error:
            return error.status_code

    cases.check("unknown caller: 401", status, 401)


def main(url):
    cases = Cases()
    service = Service(url, "ada@example.com")
    check_properties(cases, service)
    check_calls(cases, service)
    check_faults(cases, service)
    room = Service(url, "room@example.com")
    cases.check_exception(room, "InvalidADRecipientException", "SetMissedCallNotificationEnabled", True)
    check_not_enabled(cases, Service(url, "bob@example.com"))
    check_stranger(cases, Service(url, "eve@example.com"))
    return 1 if cases.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
