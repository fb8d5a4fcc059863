// Calls the calls of Exchange Web Services with gSOAP, in both versions of SOAP: `ews-client URL`.
// Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.
//
// The generated code refuses what the schema does not know (soapcpp2 -s).

#include "cases.hpp"
#include "ews-shared.hpp"
#include "soapExchangeCalls11Proxy.h"

namespace {

const std::string ITEM = "AAMkAD+/=<&\">";
const std::string DIAL_STRING = "+1 425 555 0199";
const std::string NOT_KNOWN = "Error ErrorInvalidPhoneCallId, The call is not known., 0";

int send_spoiled(struct soap *soap, const char *data, size_t length);

/// The service, in one version of SOAP. Answers and faults are written as text, to be compared.
class Service {
 public:
  Service(const std::string &url, short version)
      : url(url), proxy(this->url.c_str(), SOAP_C_UTFSTRING), version(version) {
    proxy.soap->connect_timeout = proxy.soap->send_timeout = proxy.soap->recv_timeout = 30;
    send = proxy.soap->fsend;
    proxy.soap->fsend = send_spoiled;
    proxy.soap->user = this;
  }

  std::string play(const std::string &dial_string = DIAL_STRING) {
    _m__PlayOnPhone request;
    _m__PlayOnPhoneResponse answer;
    t__ItemIdType item;
    item.Id = ITEM;
    request.ItemId = &item;
    request.DialString = dial_string;
    run([&] { return proxy.PlayOnPhone(&request, answer); });
    call_id = answer.PhoneCallId == nullptr ? "" : answer.PhoneCallId->Id;
    return text_of(answer);
  }

  std::string tell() {
    _m__GetPhoneCallInformation request;
    _m__GetPhoneCallInformationResponse answer;
    t__PhoneCallIdType id;
    id.Id = call_id;
    request.PhoneCallId = &id;
    run([&] { return proxy.GetPhoneCallInformation(&request, answer); });
    const auto *info = answer.PhoneCallInformation;
    if (info == nullptr) return text_of(answer);
    return text_of(answer) + ", " + soap_t__PhoneCallStateType2s(proxy.soap, info->PhoneCallState) + "/" +
           soap_t__ConnectionFailureCauseType2s(proxy.soap, info->ConnectionFailureCause) + ", " +
           text_of(info->SIPResponseText) + " " + text_of(info->SIPResponseCode);
  }

  std::string hang_up() {
    _m__DisconnectPhoneCall request;
    m__ResponseMessageType answer;
    t__PhoneCallIdType id;
    id.Id = call_id;
    request.PhoneCallId = &id;
    run([&] { return proxy.DisconnectPhoneCall(&request, answer); });
    return text_of(answer);
  }

  /// Sends a message without an answer: the status.
  std::string forget() {
    _n__ForgetCall request;
    request.CallId = call_id;
    soap_set_namespaces(proxy.soap, version == 1 ? namespaces : namespaces12);
    proxy.soap->header = nullptr;
    if (proxy.send_ForgetCall(&request) != SOAP_OK || proxy.recv_ForgetCall_empty_response() != SOAP_OK) {
      return "error " + std::to_string(proxy.soap->error);
    }
    return std::to_string(proxy.soap->status);
  }

  /// The block of the last answer.
  std::string who_answers() const {
    const auto *header = proxy.soap->header;
    if (header == nullptr || header->t__ServerVersionInfo == nullptr) return "nobody";
    const auto &info = *header->t__ServerVersionInfo;
    return text_of(info.MajorVersion) + "." + text_of(info.MinorVersion) + "." + text_of(info.MajorBuildNumber) + "." +
           text_of(info.MinorBuildNumber) + " " + text_of(info.Version);
  }

  std::string call_id;
  bool is_block_mandatory = false;
  Spoil spoil;
  int (*send)(struct soap *, const char *, size_t);

 private:
  std::string url;
  ExchangeCalls11Proxy proxy;  // keeps a pointer to the URL
  short version;

  /// One call. Throws the fault, or the error, as text.
  void run(const std::function<int()> &call) {
    soap_set_namespaces(proxy.soap, version == 1 ? namespaces : namespaces12);
    _t__RequestServerVersion block;
    block.Version = "Exchange2010_SP2";
    block.SOAP_ENV__mustUnderstand = is_block_mandatory ? const_cast<char *>("1") : nullptr;
    SOAP_ENV__Header header = {};
    header.t__RequestServerVersion = &block;
    proxy.soap->header = &header;
    const int error = call();
    if (error == SOAP_OK) {
      if (proxy.soap->version != version) throw std::string("an answer in another version of SOAP");
      return;
    }
    if (proxy.soap->fault == nullptr) {
      throw "error " + std::to_string(error);
    }
    const char *code = *soap_faultcode(proxy.soap);
    throw std::string(code == nullptr ? "nothing" : code) + " of SOAP 1." + std::to_string(proxy.soap->version) +
        " with status " + std::to_string(proxy.soap->status) + not_understood();
  }

  /// The block beside a fault that says which one is not understood.
  std::string not_understood() const {
    const auto *header = proxy.soap->header;
    if (header == nullptr || header->SOAP_ENV__NotUnderstood == nullptr) return "";
    return std::string(", ") + header->SOAP_ENV__NotUnderstood->qname;
  }

  static std::string text_of(const std::string *text) { return text == nullptr ? "nothing" : *text; }

  static std::string text_of(const int *number) { return number == nullptr ? "nothing" : std::to_string(*number); }

  std::string text_of(const m__ResponseMessageType &answer) {
    std::string text = soap_t__ResponseClassType2s(proxy.soap, answer.ResponseClass);
    text += " " + text_of(answer.ResponseCode);
    if (answer.MessageText != nullptr) text += ", " + *answer.MessageText;
    if (answer.DescriptiveLinkKey != nullptr) text += ", " + text_of(answer.DescriptiveLinkKey);
    return text;
  }
};

int send_spoiled(struct soap *soap, const char *data, size_t length) {
  const auto *service = static_cast<Service *>(soap->user);
  const auto text = spoil_text(service->spoil, data, length);
  return service->send(soap, text.data(), text.size());
}

void check_calls(const std::string &name, Service &service) {
  check(name + "PlayOnPhone",
        [&] {
          const auto answer = service.play();
          return answer + (service.call_id.compare(0, ITEM.size(), ITEM) == 0 ? "" : ", another item");
        },
        "Success NoError");
  check(name + "GetPhoneCallInformation", [&] { return service.tell(); },
        "Success NoError, Connected/None, OK 200");
  check(name + "DisconnectPhoneCall", [&] { return service.hang_up(); }, "Success NoError");
  check(name + "InvalidPhoneCallId", [&] { return service.tell(); }, NOT_KNOWN);
  check(name + "PhoneNumberNotDialable", [&] { return service.play("nobody"); },
        "Error ErrorPhoneNumberNotDialable, The number can't be dialed., 0");
  check(name + "one-way",
        [&] {
          service.play();
          const auto status = service.forget();
          return status + ", " + service.tell();
        },
        "202, " + NOT_KNOWN);
}

void check_blocks(const std::string &name, Service &service) {
  const auto who_answers = [&] { return service.play(), service.who_answers(); };
  check(name + "header blocks", who_answers, "14.1.218.15 Exchange2010_SP2");
  service.is_block_mandatory = true;
  check(name + "a block that must be understood", who_answers, "14.1.218.15 Exchange2010_SP2");
}

void check_fault(const std::string &name, Service &service, const Spoil &spoil, const std::string &expected) {
  service.spoil = spoil;
  check(name, [&] { return service.play(); }, expected);
  service.spoil = {};
}

}  // namespace

int main(int, char **arguments) {
  for (const short version : {1, 2}) {
    const std::string soap = "SOAP 1." + std::to_string(version), name = soap + ": ";
    Service service(arguments[1], version);
    check_calls(name, service);
    check_blocks(name, service);
    check_fault(name + "MustUnderstand", service, {"RequestServerVersion", "UnknownServerVersion"},
                "SOAP-ENV:MustUnderstand of " + soap + " with status 500" +
                    (version == 1 ? "" : ", t:UnknownServerVersion"));
    check_fault(name + "malformed", service, {"m:DialString", "m:DialNumber"},
                version == 1 ? "SOAP-ENV:Client of SOAP 1.1 with status 500" : "SOAP-ENV:Sender of SOAP 1.2 with status 400");
    check_fault(name + "VersionMismatch", service,
                version == 1 ? Spoil{"soap/envelope/", "soap/envelop2/"} : Spoil{"soap-envelope", "soap-envelop2"},
                "SOAP-ENV:VersionMismatch of SOAP 1.1 with status 500");
  }
  return failed ? 1 : 0;
}
