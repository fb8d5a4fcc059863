// The calls of Exchange Web Services, served by gSOAP in both versions of SOAP: `ews-server`.
// Prints its URL and serves until its standard input ends.

#include <set>

#include "ews-shared.hpp"
#include "serving.hpp"
#include "soapExchangeCalls11Service.h"

namespace {

const char PATH[] = "/EWS/Exchange.asmx";

class Service : public ExchangeCalls11Service {
 public:
  Service() : ExchangeCalls11Service(SOAP_C_UTFSTRING) {
    soap_set_namespaces(soap, namespaces);
  }

  /// Answers one connection after the other.
  void serve_all() {
    while (soap_valid_socket(accept())) {
      if (begin() != SOAP_OK || dispatch() != SOAP_OK) {
        if (soap->error < SOAP_STOP) soap_send_fault(soap);
      }
      destroy();
      soap_closesock(soap);
    }
  }

  /// The generated code calls this before it dispatches, and would forget in which version it was asked.
  void ExchangeCalls11Service_init(soap_mode, soap_mode) override {}

  ExchangeCalls11Service *copy() override { return nullptr; }

  int PlayOnPhone(_m__PlayOnPhone *request, _m__PlayOnPhoneResponse &answer) override {
    if (request->DialString.find_first_of("0123456789") == std::string::npos) {
      return refuse(answer, "ErrorPhoneNumberNotDialable", "The number can't be dialed.");
    }
    answer.PhoneCallId = soap_new_t__PhoneCallIdType(soap);
    answer.PhoneCallId->Id = request->ItemId->Id + "/" + std::to_string(started++);
    calls.insert(answer.PhoneCallId->Id);
    return succeed(answer);
  }

  int GetPhoneCallInformation(_m__GetPhoneCallInformation *request,
                              _m__GetPhoneCallInformationResponse &answer) override {
    if (calls.count(request->PhoneCallId->Id) == 0) return refuse_call(answer);
    auto *info = answer.PhoneCallInformation = soap_new_t__PhoneCallInformationType(soap);
    info->PhoneCallState = t__PhoneCallStateType__Connected;
    info->ConnectionFailureCause = t__ConnectionFailureCauseType__None;
    info->SIPResponseText = text("OK");
    info->SIPResponseCode = number(200);
    return succeed(answer);
  }

  int DisconnectPhoneCall(_m__DisconnectPhoneCall *request, m__ResponseMessageType &answer) override {
    return calls.erase(request->PhoneCallId->Id) == 0 ? refuse_call(answer) : succeed(answer);
  }

  int ForgetCall(_n__ForgetCall *request) override {
    calls.erase(request->CallId);
    return send_ForgetCall_empty_response();
  }

 private:
  std::set<std::string> calls;
  int started = 0;

  /// As soap_begin_serve, which has no answer to an envelope of no version of SOAP and closes the connection.
  int begin() {
    soap_begin(soap);
    if (soap_begin_recv(soap) != SOAP_OK) return soap->error;
    if (soap_envelope_begin_in(soap) != SOAP_OK) return soap->error = SOAP_VERSIONMISMATCH;
    return soap_recv_header(soap) != SOAP_OK ? soap->error : soap_body_begin_in(soap);
  }

  std::string *text(const std::string &text) {
    auto *copy = soap_new_std__string(soap);
    *copy = text;
    return copy;
  }

  int *number(int number) {
    auto *copy = static_cast<int *>(soap_malloc(soap, sizeof(int)));
    *copy = number;
    return copy;
  }

  int succeed(m__ResponseMessageType &answer) {
    answer.ResponseClass = t__ResponseClassType__Success;
    answer.ResponseCode = text("NoError");
    return say_who_answers();
  }

  int refuse(m__ResponseMessageType &answer, const char *code, const char *why) {
    answer.ResponseClass = t__ResponseClassType__Error;
    answer.MessageText = text(why);
    answer.ResponseCode = text(code);
    answer.DescriptiveLinkKey = number(0);
    return say_who_answers();
  }

  int refuse_call(m__ResponseMessageType &answer) {
    return refuse(answer, "ErrorInvalidPhoneCallId", "The call is not known.");
  }

  /// The block of each answer, with the version that was asked for.
  int say_who_answers() {
    const auto *asked = soap->header == nullptr ? nullptr : soap->header->t__RequestServerVersion;
    auto *info = soap_new__t__ServerVersionInfo(soap);
    info->MajorVersion = number(14);
    info->MinorVersion = number(1);
    info->MajorBuildNumber = number(218);
    info->MinorBuildNumber = number(15);
    info->Version = asked == nullptr ? nullptr : text(asked->Version);
    soap->header = soap_new_SOAP_ENV__Header(soap);
    soap->header->t__ServerVersionInfo = info;
    return SOAP_OK;
  }
};

}  // namespace

int main() {
  Service service;
  return serve(service, PATH);
}
