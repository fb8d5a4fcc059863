"""The eleven operations, served by Spyne: `server.py`.

Prints its URL and serves until its standard input ends. The caller is the user name of HTTP Basic authentication. The operations are declared here from the contract, not
from the project's WSDL, and Spyne's own schema of them refuses what is not in it.
"""

import base64
import logging
import sys
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

import six
from lxml import etree

# Spyne 2.14 brings a copy of six whose modules Python 3.12 and later do not find; the published one has them too.
SIX = "spyne.util.six"


class SixModules(six._SixMetaPathImporter):
    """Finds the modules of Spyne's copy. It has a name of its own, for the copy removes others of six's."""

    def __init__(self):
        super().__init__(SIX)
        self.known_modules = {SIX + name[len("six"):]: module for name, module in six._importer.known_modules.items()}


sys.meta_path.append(SixModules())

from spyne import Application, Boolean, ComplexModel, Fault, ServiceBase, Unicode, rpc  # noqa: E402
from spyne.protocol.soap import Soap11  # noqa: E402
from spyne.server.wsgi import WsgiApplication  # noqa: E402

PATH = "/EWS/UM2007Legacy.asmx"
MESSAGES = "http://schemas.microsoft.com/exchange/services/2006/messages"
TYPES = "http://schemas.microsoft.com/exchange/services/2006/types"
ERRORS = "http://schemas.microsoft.com/exchange/services/2006/errors"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

REASONS = {
    "InvalidCallIdException": "The call identifier isn't valid.",
    "InvalidObjectIdException": "The object identifier isn't valid.",
    "DialingRulesException": "Dialing restrictions are preventing the phone number that was entered from being dialed.",
}

Flag = Boolean.customize(min_occurs=1, nillable=False)
Text = Unicode.customize(min_occurs=1, nillable=False)
OptionalText = Unicode.customize(min_occurs=0, nillable=False)
GreetingType = Text.customize(values=["NormalCustom", "OofCustom"], type_name="UMGreetingType")


class UMProperties(ComplexModel):
    __namespace__ = MESSAGES
    _type_info = [
        ("OofStatus", Flag),
        ("MissedCallNotificationEnabled", Flag),
        ("PlayOnPhoneDialString", OptionalText),
        ("TelephoneAccessNumbers", OptionalText),
        ("TelephoneAccessFolderEmail", OptionalText),
    ]


class UMCallInfo(ComplexModel):
    __namespace__ = MESSAGES
    _type_info = [("CallState", Text), ("EventCause", Text)]


class UmException(Fault):
    """A fault of the service's own, by the name of its exception."""


class Mailbox:
    """A mailbox, and the calls that it has started: for each the states that are still to be reported."""

    MOST_LIVE_CALLS = 10

    def __init__(self, is_enabled, is_room=False):
        self.is_enabled = is_enabled
        self.is_room = is_room
        self.calls = {}
        self.properties = UMProperties(
            OofStatus=False,
            MissedCallNotificationEnabled=True,
            PlayOnPhoneDialString="+1 425 555 0100",
            TelephoneAccessNumbers="+1 425 555 0199, +44 20 7946 0018",
        )

    def start_call(self, dial_string):
        if not any(c in "0123456789" for c in dial_string):
            raise UmException("DialingRulesException")
        if sum(len(states) > 1 for states in self.calls.values()) >= self.MOST_LIVE_CALLS:
            raise UmException("OverPlayOnPhoneCallLimitException")
        call_id = f"c3B5bmU{len(self.calls):05}"
        self.calls[call_id] = ["Connecting"] * 2 + ["Connected"] * 6 + ["Disconnected"]
        return call_id

    def next_state(self, call_id):
        if not self.calls.get(call_id):
            raise UmException("InvalidCallIdException")
        return self.calls[call_id].pop(0)

    def end_call(self, call_id):
        if len(self.calls.get(call_id, [])) < 2:
            raise UmException("InvalidCallIdException")
        self.calls[call_id] = ["Disconnected"]


def is_base64(text):
    digits = text.rstrip("=")
    return digits != "" and len(text) % 4 == 0 and len(text) - len(digits) < 3 and all(
        c.isascii() and (c.isalnum() or c in "+/") for c in digits
    )


def operation(*parameters, returns=None):
    """Declares an operation; a result is in an element of the wrapper's name once more."""

    def declare(function):
        result = {"_out_variable_name": function.__name__ + "Response", "_returns": returns} if returns else {}
        return rpc(*parameters, **result)(function)

    return declare


class UM2007Legacy(ServiceBase):
    @operation(returns=Flag)
    def IsUMEnabled(ctx):
        return ctx.udc.is_enabled

    @operation(returns=UMProperties.customize(min_occurs=1, nillable=False))
    def GetUMProperties(ctx):
        return ctx.udc.properties

    @operation(Flag)
    def SetOofStatus(ctx, status):
        ctx.udc.properties.OofStatus = status

    @operation(Text)
    def SetPlayOnPhoneDialString(ctx, dialString):
        ctx.udc.properties.PlayOnPhoneDialString = dialString.strip()

    @operation(Text)
    def SetTelephoneAccessFolderEmail(ctx, base64FolderId):
        ctx.udc.properties.TelephoneAccessFolderEmail = base64FolderId

    @operation(Flag)
    def SetMissedCallNotificationEnabled(ctx, status):
        if ctx.udc.is_room:
            raise UmException("InvalidADRecipientException")
        ctx.udc.properties.MissedCallNotificationEnabled = status

    @operation()
    def ResetPIN(ctx):
        pass

    @operation(Text, Text, returns=Text)
    def PlayOnPhone(ctx, entryId, DialString):
        if not is_base64(entryId):
            raise UmException("InvalidObjectIdException")
        return ctx.udc.start_call(DialString)

    @operation(GreetingType, Text, returns=Text)
    def PlayOnPhoneGreeting(ctx, GreetingType, DialString):
        return ctx.udc.start_call(DialString)

    @operation(Text, returns=UMCallInfo.customize(min_occurs=1, nillable=False))
    def GetCallInfo(ctx, CallId):
        return UMCallInfo(CallState=ctx.udc.next_state(CallId), EventCause="None")

    @operation(Text)
    def Disconnect(ctx, CallId):
        ctx.udc.end_call(CallId)


def check_action(ctx):
    """Spyne looks for the operation in the Body alone, so the SOAPAction is checked here."""
    sent = ctx.transport.req_env.get("HTTP_SOAPACTION")
    expected = f'"{MESSAGES}/{ctx.descriptor.operation_name}"'
    if sent != expected:
        raise Fault("Client.SOAPAction", f"got {sent}, expected {expected}")


def write_fault(ctx):
    """Spyne writes every code into SOAP's namespace; this puts the service's own where they belong."""
    fault = ctx.out_document.find(".//{*}Fault")
    if isinstance(ctx.out_error, UmException):
        name = ctx.out_error.faultcode
        entries = [text_element(f"{{{MESSAGES}}}ExceptionType", name, m=MESSAGES)]
        fill_fault(fault, ERRORS, name, REASONS.get(name, name), entries)
    elif ctx.out_error.faultcode in ("Client.SchemaValidationError", "Client.ResourceNotFound"):
        code = "ErrorInvalidRequest"
        entries = [
            text_element(f"{{{ERRORS}}}ResponseCode", code, e=ERRORS),
            text_element(f"{{{ERRORS}}}Message", str(ctx.out_error.faultstring), e=ERRORS),
        ]
        fill_fault(fault, TYPES, code, "The request is invalid.", entries)


def text_element(name, text, **nsmap):
    element = etree.Element(name, nsmap=nsmap)
    element.text = text
    return element


def fill_fault(fault, namespace, code, reason, entries):
    del fault[:]
    fault.append(text_element("faultcode", f"a:{code}", a=namespace))
    fault.append(text_element("faultstring", reason))
    fault[-1].set(LANG, "en-US")
    etree.SubElement(fault, "detail").extend(entries)


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *args):
        pass


def caller(environ):
    scheme, _, credentials = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    if scheme != "Basic":
        return "ada@example.com"
    return base64.b64decode(credentials).decode().partition(":")[0]


def main():
    logging.disable(logging.CRITICAL)
    mailboxes = {
        "ada@example.com": Mailbox(is_enabled=True),
        "bob@example.com": Mailbox(is_enabled=False),
        "room@example.com": Mailbox(is_enabled=True, is_room=True),
    }
    application = Application([UM2007Legacy], MESSAGES, in_protocol=Soap11(validator="lxml"), out_protocol=Soap11())
    application.event_manager.add_listener("method_exception_document", write_fault)

    def begin(ctx):
        check_action(ctx)
        ctx.udc = mailboxes[caller(ctx.transport.req_env)]
        if not ctx.udc.is_enabled and ctx.descriptor.operation_name not in ("IsUMEnabled", "GetCallInfo", "Disconnect"):
            raise UmException("UserNotUmEnabledException")

    application.event_manager.add_listener("method_call", begin)
    spyne = WsgiApplication(application)

    def refuse_strangers(environ, start_response):
        if caller(environ) in mailboxes:
            return spyne(environ, start_response)
        start_response("401 Unauthorized", [("Content-Length", "0")])
        return []

    with make_server("127.0.0.1", 0, refuse_strangers, handler_class=QuietHandler) as server:
        print(f"http://127.0.0.1:{server.server_port}{PATH}", flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()


if __name__ == "__main__":
    main()
