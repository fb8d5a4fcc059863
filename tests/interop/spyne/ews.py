"""The calls of Exchange Web Services, served by Spyne in both versions of SOAP: `ews.py`.

Prints its URL and serves until its standard input ends. The operations are declared here from the contract, not from
the project's WSDL, and Spyne's own schema of them refuses what is not in it.
"""

import itertools
import logging
import sys
import threading
from wsgiref.simple_server import make_server

from lxml import etree
from server import MESSAGES, TYPES, QuietHandler  # first: it finds the modules of Spyne's copy of six
from spyne import Application, ComplexModel, Fault, Integer32, ServiceBase, Unicode, XmlAttribute, rpc
from spyne.protocol.soap import Soap11, Soap12
from spyne.protocol.xml import SchemaValidationError
from spyne.server.wsgi import WsgiApplication

PATH = "/EWS/Exchange.asmx"
OWN = "urn:um-messages:interop"

Text = Unicode.customize(min_occurs=1, nillable=False)
OptionalText = Unicode.customize(min_occurs=0, nillable=False)
OptionalNumber = Integer32.customize(min_occurs=0, nillable=False)


class RequestServerVersion(ComplexModel):
    __namespace__ = TYPES
    _type_info = [("Version", XmlAttribute(Unicode))]


class ServerVersionInfo(ComplexModel):
    __namespace__ = TYPES
    _type_info = [
        ("MajorVersion", XmlAttribute(Integer32)),
        ("MinorVersion", XmlAttribute(Integer32)),
        ("MajorBuildNumber", XmlAttribute(Integer32)),
        ("MinorBuildNumber", XmlAttribute(Integer32)),
        ("Version", XmlAttribute(Unicode)),
    ]


class ItemIdType(ComplexModel):
    __namespace__ = TYPES
    _type_info = [("Id", XmlAttribute(Unicode, use="required")), ("ChangeKey", XmlAttribute(Unicode))]


class PhoneCallIdType(ComplexModel):
    __namespace__ = TYPES
    _type_info = [("Id", XmlAttribute(Unicode, use="required"))]


class PhoneCallInformationType(ComplexModel):
    __namespace__ = TYPES
    _type_info = [
        ("PhoneCallState", Text),
        ("ConnectionFailureCause", Text),
        ("SIPResponseText", OptionalText),
        ("SIPResponseCode", OptionalNumber),
    ]


def required(kind):
    return kind.customize(min_occurs=1, nillable=False)


def optional(kind):
    return kind.customize(min_occurs=0, nillable=False)


RESPONSE = [
    ("MessageText", OptionalText),
    ("ResponseCode", OptionalText),
    ("DescriptiveLinkKey", OptionalNumber),
    ("ResponseClass", XmlAttribute(Unicode, use="required")),
]


class PlayOnPhone(ComplexModel):
    __namespace__ = MESSAGES
    _type_info = [("ItemId", required(ItemIdType)), ("DialString", Text)]


class PlayOnPhoneResponse(ComplexModel):
    __namespace__ = MESSAGES
    _type_info = [*RESPONSE, ("PhoneCallId", optional(PhoneCallIdType))]


class GetPhoneCallInformation(ComplexModel):
    __namespace__ = MESSAGES
    _type_info = [("PhoneCallId", required(PhoneCallIdType))]


class GetPhoneCallInformationResponse(ComplexModel):
    __namespace__ = MESSAGES
    _type_info = [*RESPONSE, ("PhoneCallInformation", optional(PhoneCallInformationType))]


class DisconnectPhoneCall(ComplexModel):
    __namespace__ = MESSAGES
    _type_info = [("PhoneCallId", required(PhoneCallIdType))]


class DisconnectPhoneCallResponse(ComplexModel):
    __namespace__ = MESSAGES
    _type_info = RESPONSE


class ForgetCall(ComplexModel):
    __namespace__ = OWN
    _type_info = [("CallId", Text)]


calls = set()
numbers = itertools.count()


def refusal(kind, code, text):
    return kind(ResponseClass="Error", MessageText=text, ResponseCode=code, DescriptiveLinkKey=0)


def found(kind, call, **content):
    if call.Id not in calls:
        return refusal(kind, "ErrorInvalidPhoneCallId", "The call is not known.")
    return kind(ResponseClass="Success", ResponseCode="NoError", **content)


class ExchangeCalls(ServiceBase):
    __in_header__ = RequestServerVersion
    __out_header__ = ServerVersionInfo

    @rpc(PlayOnPhone, _returns=PlayOnPhoneResponse, _body_style="bare")
    def PlayOnPhone(ctx, request):
        if not any(c in "0123456789" for c in request.DialString):
            return refusal(PlayOnPhoneResponse, "ErrorPhoneNumberNotDialable", "The number can't be dialed.")
        call = PhoneCallIdType(Id=f"{request.ItemId.Id}/{next(numbers)}")
        calls.add(call.Id)
        return found(PlayOnPhoneResponse, call, PhoneCallId=call)

    @rpc(GetPhoneCallInformation, _returns=GetPhoneCallInformationResponse, _body_style="bare")
    def GetPhoneCallInformation(ctx, request):
        info = PhoneCallInformationType(
            PhoneCallState="Connected", ConnectionFailureCause="None", SIPResponseText="OK", SIPResponseCode=200
        )
        return found(GetPhoneCallInformationResponse, request.PhoneCallId, PhoneCallInformation=info)

    @rpc(DisconnectPhoneCall, _returns=DisconnectPhoneCallResponse, _body_style="bare")
    def DisconnectPhoneCall(ctx, request):
        told = found(DisconnectPhoneCallResponse, request.PhoneCallId)
        calls.discard(request.PhoneCallId.Id)
        return told

    @rpc(ForgetCall, _body_style="bare", _in_message_name=f"{{{OWN}}}ForgetCall")
    def ForgetCall(ctx, request):
        calls.discard(request.CallId)


def begin(ctx):
    """Before each operation: Spyne does not look for blocks that must be understood, so they are looked for here."""
    must_understand = f"{{{ctx.in_protocol.ns_soap_env}}}mustUnderstand"
    known = f"{{{TYPES}}}RequestServerVersion"
    for block in ctx.in_header_doc or []:
        if block.get(must_understand) == "1" and block.tag != known:
            ctx.udc = block
            raise Fault("Client.MustUnderstand", "a block is not understood")
    if ctx.in_header is not None:
        numbers = {"MajorVersion": 14, "MinorVersion": 1, "MajorBuildNumber": 218, "MinorBuildNumber": 15}
        ctx.out_header = ServerVersionInfo(**numbers, Version=ctx.in_header.Version)


def end_one_way(ctx):
    """Spyne answers a message without an answer with an empty one; it gets a status alone."""
    if ctx.descriptor is not None and ctx.descriptor.operation_name == "ForgetCall":
        ctx.transport.resp_code = "202 Accepted"
        ctx.out_string = [b""]


CODES = {"Client.MustUnderstand": "MustUnderstand", "Client.SoapError": "VersionMismatch"}


def write_fault(ctx):
    """Spyne knows the codes of sender and receiver alone, and has no block beside a fault; this puts them right."""
    soap = ctx.out_protocol.ns_soap_env
    envelope = ctx.out_document
    code = next(envelope.iter("faultcode", f"{{{soap}}}Value"))
    prefix, _, old = code.text.rpartition(":")
    name = CODES.get(ctx.out_error.faultcode)
    code.text = f"{prefix}:{name or old.partition('.')[0]}"
    if name is None and soap == Soap12.ns_soap_env:
        ctx.transport.resp_code = "400 Bad Request"
    for subcode in envelope.findall(f".//{{{soap}}}Subcode"):
        subcode.getparent().remove(subcode)
    if name == "MustUnderstand" and soap == Soap12.ns_soap_env:
        header = etree.Element(f"{{{soap}}}Header")
        qname = etree.QName(ctx.udc)
        block = etree.SubElement(header, f"{{{soap}}}NotUnderstood", nsmap={"b": qname.namespace})
        block.set("qname", f"b:{qname.localname}")
        envelope.insert(0, header)


class InOneNamespace:
    """Spyne looks for all operations of an application in one namespace; this finds the one that is in its own."""

    def decompose_incoming_envelope(self, ctx, *arguments):
        super().decompose_incoming_envelope(ctx, *arguments)
        if ctx.method_request_string == f"{{{OWN}}}ForgetCall":
            ctx.method_request_string = f"{{{MESSAGES}}}ForgetCall"


class Protocol11(InOneNamespace, Soap11):
    pass


class Protocol12(InOneNamespace, Soap12):
    """Spyne cannot write its own fault for what the schema refuses in SOAP 1.2; this makes it another one."""

    def validate_body(self, ctx, message):
        try:
            super().validate_body(ctx, message)
        except SchemaValidationError as error:
            raise Fault("Client", str(error.faultstring)) from error


def serve(protocol):
    """One version of SOAP: a protocol of Spyne's speaks one."""
    arguments = {"in_protocol": protocol(validator="lxml"), "out_protocol": protocol()}
    application = Application([ExchangeCalls], MESSAGES, name="ExchangeCalls", **arguments)
    application.event_manager.add_listener("method_call", begin)
    application.event_manager.add_listener("method_exception_document", write_fault)
    application.event_manager.add_listener("method_return_string", end_one_way)
    return WsgiApplication(application)


def main():
    logging.disable(logging.CRITICAL)
    applications = {"text/xml": serve(Protocol11), "application/soap+xml": serve(Protocol12)}

    def dispatch(environ, start_response):
        media_type = environ["CONTENT_TYPE"].partition(";")[0]
        return applications[media_type](environ, start_response)

    with make_server("127.0.0.1", 0, dispatch, handler_class=QuietHandler) as server:
        print(f"http://127.0.0.1:{server.server_port}{PATH}", flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()


if __name__ == "__main__":
    main()
