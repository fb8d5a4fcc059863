"""Calls the service that answers in packages (MTOM) with zeep: `mtom.py URL`. zeep reads packages, and writes none.

Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.
"""

import sys

import zeep
from client import FOLDER, Cases
from zeep.transports import Transport

CONTENTS = {
    "bytes": [b"RIFF"],
    "every byte": [bytes(range(256)) * 8],
    # zeep drops line ends at the end of a part.
    "what looks like a boundary": [b"-\r\n--um-messages\r\n\r\n--"],
    "a hundred thousand bytes": [bytes(100_000)],
    "three parts": [b"one", b"two", b"three"],
    "nothing": [],
}


class Wired(Transport):
    """Remembers the media type of the answer."""

    media_type = None

    def post(self, address, message, headers):
        response = super().post(address, message, headers)
        self.media_type = response.headers["Content-Type"].partition(";")[0]
        return response


def main(url):
    transport = Wired(timeout=30, operation_timeout=30)
    transport.session.trust_env = False
    client = zeep.Client(str(FOLDER / "mtom.wsdl"), transport=transport)
    service = client.create_service("{urn:um-messages:interop:bytes}Bytes", url)

    def turn(contents):
        answer = service.Turn(Content=contents)
        return transport.media_type, answer.CameInPackage, answer.Content

    cases = Cases()
    for case, contents in CONTENTS.items():
        turned = [content[::-1] for content in contents]
        cases.check(case, lambda: turn(contents), ("multipart/related", False, turned))
    return cases.failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
