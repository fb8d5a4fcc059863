// The eleven operations, served by gSOAP from the project's WSDL: `server`.
// Prints its URL and serves until its standard input ends. The caller is the user name of HTTP Basic authentication.
//
// The generated code dispatches on the SOAPAction (soapcpp2 -A) and refuses what the schema does not know (-s).

#include <algorithm>
#include <cctype>
#include <deque>

#include "serving.hpp"
#include "shared.hpp"
#include "soapUM2007LegacyBindingService.h"

namespace {

const char PATH[] = "/EWS/UM2007Legacy.asmx";
const std::string DIGITS = "0123456789";
const std::string SPACES = " \t\r\n";

struct Mailbox {
  static constexpr int MOST_LIVE_CALLS = 10;

  bool is_enabled = true;
  bool is_room = false;
  bool oof_status = false;
  bool missed_call_notification_enabled = true;
  std::string play_on_phone_dial_string = "+1 425 555 0100";
  std::string telephone_access_numbers = "+1 425 555 0199, +44 20 7946 0018";
  std::string telephone_access_folder_email;
  // For each call the states that are still to be reported.
  std::map<std::string, std::deque<m__UMCallState>> calls;
};

bool is_base64(const std::string &text) {
  const auto digits = text.find_last_not_of('=') + 1;
  const auto is_digit = [](unsigned char c) { return (std::isalnum(c) && c < 128) || c == '+' || c == '/'; };
  return digits > 0 && text.size() % 4 == 0 && text.size() - digits < 3 &&
         std::all_of(text.begin(), text.begin() + digits, is_digit);
}

std::string trim(const std::string &text) {
  const auto begin = text.find_first_not_of(SPACES);
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(SPACES) + 1 - begin);
}

class Service : public UM2007LegacyBindingService {
 public:
  Service() : UM2007LegacyBindingService(SOAP_C_UTFSTRING) {
    mailboxes["ada@example.com"];
    mailboxes["bob@example.com"].is_enabled = false;
    mailboxes["room@example.com"].is_room = true;
  }

  /// Answers one connection after the other.
  void serve_all() {
    while (soap_valid_socket(accept())) {
      if (soap_begin_serve(soap) == SOAP_OK) {
        answer();
      }
      destroy();
      soap_closesock(soap);
    }
  }

  /// The generated code calls this before each request as well.
  void UM2007LegacyBindingService_init(soap_mode imode, soap_mode omode) override {
    UM2007LegacyBindingService::UM2007LegacyBindingService_init(imode, omode);
    soap_set_namespaces(soap, namespaces);
  }

  UM2007LegacyBindingService *copy() override { return nullptr; }

  int IsUMEnabled(_m__IsUMEnabled *, _m__IsUMEnabledResponse &answer) override {
    answer.IsUMEnabledResponse = mailbox->is_enabled;
    return SOAP_OK;
  }

  int GetUMProperties(_m__GetUMProperties *, _m__GetUMPropertiesResponse &answer) override {
    if (!mailbox->is_enabled) return refuse("UserNotUmEnabledException");
    auto &properties = answer.GetUMPropertiesResponse;
    properties.OofStatus = mailbox->oof_status;
    properties.MissedCallNotificationEnabled = mailbox->missed_call_notification_enabled;
    properties.PlayOnPhoneDialString = &mailbox->play_on_phone_dial_string;
    properties.TelephoneAccessNumbers = &mailbox->telephone_access_numbers;
    if (!mailbox->telephone_access_folder_email.empty()) {
      properties.TelephoneAccessFolderEmail = &mailbox->telephone_access_folder_email;
    }
    return SOAP_OK;
  }

  int SetOofStatus(_m__SetOofStatus *request, _m__SetOofStatusResponse &) override {
    if (!mailbox->is_enabled) return refuse("UserNotUmEnabledException");
    mailbox->oof_status = request->status;
    return SOAP_OK;
  }

  int SetPlayOnPhoneDialString(_m__SetPlayOnPhoneDialString *request, _m__SetPlayOnPhoneDialStringResponse &) override {
    if (!mailbox->is_enabled) return refuse("UserNotUmEnabledException");
    mailbox->play_on_phone_dial_string = trim(request->dialString);
    return SOAP_OK;
  }

  int SetTelephoneAccessFolderEmail(_m__SetTelephoneAccessFolderEmail *request,
                                    _m__SetTelephoneAccessFolderEmailResponse &) override {
    if (!mailbox->is_enabled) return refuse("UserNotUmEnabledException");
    mailbox->telephone_access_folder_email = request->base64FolderId;
    return SOAP_OK;
  }

  int SetMissedCallNotificationEnabled(_m__SetMissedCallNotificationEnabled *request,
                                       _m__SetMissedCallNotificationEnabledResponse &) override {
    if (!mailbox->is_enabled) return refuse("UserNotUmEnabledException");
    if (mailbox->is_room) return refuse("InvalidADRecipientException");
    mailbox->missed_call_notification_enabled = request->status;
    return SOAP_OK;
  }

  int ResetPIN(_m__ResetPIN *, _m__ResetPINResponse &) override {
    return mailbox->is_enabled ? SOAP_OK : refuse("UserNotUmEnabledException");
  }

  int PlayOnPhone(_m__PlayOnPhone *request, _m__PlayOnPhoneResponse &answer) override {
    if (!mailbox->is_enabled) return refuse("UserNotUmEnabledException");
    if (!is_base64(request->entryId)) return refuse("InvalidObjectIdException");
    return start_call(request->DialString, answer.PlayOnPhoneResponse);
  }

  int PlayOnPhoneGreeting(_m__PlayOnPhoneGreeting *request, _m__PlayOnPhoneGreetingResponse &answer) override {
    if (!mailbox->is_enabled) return refuse("UserNotUmEnabledException");
    return start_call(request->DialString, answer.PlayOnPhoneGreetingResponse);
  }

  int GetCallInfo(_m__GetCallInfo *request, _m__GetCallInfoResponse &answer) override {
    const auto call = mailbox->calls.find(request->CallId);
    if (call == mailbox->calls.end()) return refuse("InvalidCallIdException");
    answer.GetCallInfoResponse.CallState = call->second.front();
    answer.GetCallInfoResponse.EventCause = m__UMEventCause__None;
    call->second.pop_front();
    if (call->second.empty()) mailbox->calls.erase(call);
    return SOAP_OK;
  }

  int Disconnect(_m__Disconnect *request, _m__DisconnectResponse &) override {
    const auto call = mailbox->calls.find(request->CallId);
    if (call == mailbox->calls.end() || call->second.size() < 2) return refuse("InvalidCallIdException");
    call->second = {m__UMCallState__Disconnected};
    return SOAP_OK;
  }

 private:
  std::map<std::string, Mailbox> mailboxes;
  Mailbox *mailbox = nullptr;
  int started = 0;

  void answer() {
    const auto found = mailboxes.find(soap->userid != nullptr ? soap->userid : "ada@example.com");
    if (found == mailboxes.end()) {
      soap_send_empty_response(soap, 401);
      return;
    }
    mailbox = &found->second;
    if (dispatch() == SOAP_OK || soap->error >= SOAP_STOP) {
      return;
    }
    // Anything but a fault of our own is an error of the request.
    if (soap->error != SOAP_FAULT) {
      refuse_malformed();
    }
    soap_send_fault(soap);
  }

  int start_call(const std::string &dial_string, std::string &call_id) {
    if (dial_string.find_first_of(DIGITS) == std::string::npos) return refuse("DialingRulesException");
    const auto is_live = [](const auto &call) { return call.second.size() > 1; };
    if (std::count_if(mailbox->calls.begin(), mailbox->calls.end(), is_live) >= Mailbox::MOST_LIVE_CALLS) {
      return refuse("OverPlayOnPhoneCallLimitException");
    }
    call_id = "Z3NvYXA" + std::to_string(started++);
    auto &states = mailbox->calls[call_id];
    states.assign(2, m__UMCallState__Connecting);
    states.insert(states.end(), 6, m__UMCallState__Connected);
    states.push_back(m__UMCallState__Disconnected);
    return SOAP_OK;
  }

  /// A fault of the service's own. In SOAP 1.1 what gSOAP calls the subcode is the code.
  int refuse(const std::string &name) {
    const auto known = REASONS.find(name);
    const auto reason = known == REASONS.end() ? name : known->second;
    const auto detail = "<m:ExceptionType>" + name + "</m:ExceptionType>";
    return soap_sender_fault_subcode(soap, soap_strdup(soap, ("e:" + name).c_str()), soap_strdup(soap, reason.c_str()),
                                     soap_strdup(soap, detail.c_str()));
  }

  int refuse_malformed() {
    soap_set_fault(soap);
    const std::string problem = *soap_faultstring(soap);
    std::string detail = "<e:ResponseCode>ErrorInvalidRequest</e:ResponseCode><e:Message>";
    for (const char c : problem) {
      detail += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    }
    detail += "</e:Message>";
    return soap_sender_fault_subcode(soap, "t:ErrorInvalidRequest", "The request is invalid.",
                                     soap_strdup(soap, detail.c_str()));
  }
};

}  // namespace

int main() {
  Service service;
  return serve(service, PATH);
}
