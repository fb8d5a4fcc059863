"""zeep signs envelopes with its plugins, and verifies those of ours.

    with_zeep.py KEYS FOLDER
"""

import sys
from pathlib import Path

import xmlsec
from lxml import etree
from zeep.wsse.signature import BinarySignature, Signature, verify_envelope

SOAP = ("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope")
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"


def envelope(soap, with_timestamp):
    timestamp = (
        f"<wsse:Security xmlns:wsse='{WSSE}'><wsu:Timestamp xmlns:wsu='{WSU}'>"
        "<wsu:Created>2026-11-29T12:00:00Z</wsu:Created></wsu:Timestamp></wsse:Security>"
        if with_timestamp
        else ""
    )
    return etree.fromstring(
        f"<s:Envelope xmlns:s='{soap}'><s:Header>{timestamp}</s:Header>"
        "<s:Body><Call xmlns='urn:c'>2</Call></s:Body></s:Envelope>"
    )


def main(keys, folder):
    key, certificate = str(keys / "rsa.key.pem"), str(keys / "rsa.certificate.pem")
    for plugin in (BinarySignature, Signature):
        for number, soap in enumerate(SOAP):
            for with_timestamp in (False, True):
                by_key = plugin(
                    key,
                    certificate,
                    signature_method=xmlsec.Transform.RSA_SHA256,
                    digest_method=xmlsec.Transform.SHA256,
                )
                signed, _ = by_key.apply(envelope(soap, with_timestamp), {})
                name = f"zeep-{plugin.__name__}-{number}-{with_timestamp}.stack.xml"
                (folder / name).write_bytes(etree.tostring(signed))
    verified = 0
    for ours in sorted(folder.glob("rsa-*.envelope.ours.xml")):
        # It raises where something is wrong.
        verify_envelope(etree.fromstring(ours.read_bytes()), certificate)
        verified += 1
    assert verified == 8, verified
    print(f"zeep: {verified} of ours are verified")


main(Path(sys.argv[1]), Path(sys.argv[2]))
