// What the client and the server share.
#pragma once

#include <map>
#include <string>

#include "stdsoap2.h"

// Not the generated table: the code of a fault may be in the namespaces of errors and of types as well, and gSOAP
// tells a code by the prefix that its namespace has here.
SOAP_NMAC struct Namespace namespaces[] = {
    {"SOAP-ENV", "http://schemas.xmlsoap.org/soap/envelope/", nullptr, nullptr},
    {"SOAP-ENC", "http://schemas.xmlsoap.org/soap/encoding/", nullptr, nullptr},
    {"xsi", "http://www.w3.org/2001/XMLSchema-instance", nullptr, nullptr},
    {"xsd", "http://www.w3.org/2001/XMLSchema", nullptr, nullptr},
    {"m", "http://schemas.microsoft.com/exchange/services/2006/messages", nullptr, nullptr},
    {"t", "http://schemas.microsoft.com/exchange/services/2006/types", nullptr, nullptr},
    {"e", "http://schemas.microsoft.com/exchange/services/2006/errors", nullptr, nullptr},
    {nullptr, nullptr, nullptr, nullptr}};

// The texts of the exceptions whose texts are known.
const std::map<std::string, std::string> REASONS = {
    {"InvalidCallIdException", "The call identifier isn't valid."},
    {"InvalidObjectIdException", "The object identifier isn't valid."},
    {"DialingRulesException",
     "Dialing restrictions are preventing the phone number that was entered from being dialed."},
};
