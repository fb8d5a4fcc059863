// What the client and the server of the calls of Exchange Web Services share.
#pragma once

#include <string>

#include "stdsoap2.h"

#define OLD_ENVELOPE "http://schemas.xmlsoap.org/soap/envelope/"
#define OLD_ENCODING "http://schemas.xmlsoap.org/soap/encoding/"
#define NEW_ENVELOPE "http://www.w3.org/2003/05/soap-envelope"
#define NEW_ENCODING "http://www.w3.org/2003/05/soap-encoding"
#define NAMESPACES_BESIDE_SOAP                                                                  \
  {"xsi", "http://www.w3.org/2001/XMLSchema-instance", nullptr, nullptr},                       \
  {"xsd", "http://www.w3.org/2001/XMLSchema", nullptr, nullptr},                                \
  {"m", "http://schemas.microsoft.com/exchange/services/2006/messages", nullptr, nullptr},      \
  {"t", "http://schemas.microsoft.com/exchange/services/2006/types", nullptr, nullptr},         \
  {"n", "urn:um-messages:interop", nullptr, nullptr},                                           \
  {nullptr, nullptr, nullptr, nullptr}

// Both versions of SOAP are read, and the first one is what a client writes. A server answers as it was asked.
SOAP_NMAC struct Namespace namespaces[] = {
    {"SOAP-ENV", OLD_ENVELOPE, NEW_ENVELOPE, nullptr},
    {"SOAP-ENC", OLD_ENCODING, NEW_ENCODING, nullptr},
    NAMESPACES_BESIDE_SOAP};
static const struct Namespace namespaces12[] = {
    {"SOAP-ENV", NEW_ENVELOPE, OLD_ENVELOPE, nullptr},
    {"SOAP-ENC", NEW_ENCODING, OLD_ENCODING, nullptr},
    NAMESPACES_BESIDE_SOAP};
