// Calls a service with gSOAP, from the project's WSDL: `client URL`.
// Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.
//
// The generated code refuses what the schema does not know (soapcpp2 -s).

#include "cases.hpp"
#include "shared.hpp"
#include "soapUM2007LegacyBindingProxy.h"

namespace {

const std::string ENTRY_ID = "Vm9pY2UgbWFpbA==";
const std::string FOLDER_ID = "AAAAAFZvaWNlIG1haWw=";
const std::string DIAL_STRING = "+1 425 555 0199";
// Whatever has to be escaped, and a letter of two bytes.
const std::string ODD_DIAL_STRING = "+1 (425) 555-0199 <Zo\xC3\xAB's & \"home\">";

int send_spoiled(struct soap *soap, const char *data, size_t length);

/// What stands in the answer, whose type has no name of its own.
using Properties = decltype(_m__GetUMPropertiesResponse::GetUMPropertiesResponse);

/// The service, as one caller has it. Answers and faults are written as text, to be compared.
class Service {
 public:
  Service(const std::string &url, const std::string &user)
      : proxy(url.c_str(), SOAP_C_UTFSTRING | SOAP_XML_STRICT), url(url), user(user) {
    proxy.soap->connect_timeout = proxy.soap->send_timeout = proxy.soap->recv_timeout = 30;
    send = proxy.soap->fsend;
    proxy.soap->fsend = send_spoiled;
    proxy.soap->user = this;
    soap_set_namespaces(proxy.soap, namespaces);
  }

  bool is_enabled() {
    _m__IsUMEnabled request;
    _m__IsUMEnabledResponse answer;
    run([&] { return proxy.IsUMEnabled(&request, answer); });
    return answer.IsUMEnabledResponse;
  }

  Properties properties() {
    _m__GetUMProperties request;
    _m__GetUMPropertiesResponse answer;
    run([&] { return proxy.GetUMProperties(&request, answer); });
    return answer.GetUMPropertiesResponse;
  }

  void set_oof_status(bool status) {
    _m__SetOofStatus request;
    _m__SetOofStatusResponse answer;
    request.status = status;
    run([&] { return proxy.SetOofStatus(&request, answer); });
  }

  void set_dial_string(const std::string &dial_string) {
    _m__SetPlayOnPhoneDialString request;
    _m__SetPlayOnPhoneDialStringResponse answer;
    request.dialString = dial_string;
    run([&] { return proxy.SetPlayOnPhoneDialString(&request, answer); });
  }

  void set_folder(const std::string &folder_id) {
    _m__SetTelephoneAccessFolderEmail request;
    _m__SetTelephoneAccessFolderEmailResponse answer;
    request.base64FolderId = folder_id;
    run([&] { return proxy.SetTelephoneAccessFolderEmail(&request, answer); });
  }

  void set_notification(bool status) {
    _m__SetMissedCallNotificationEnabled request;
    _m__SetMissedCallNotificationEnabledResponse answer;
    request.status = status;
    run([&] { return proxy.SetMissedCallNotificationEnabled(&request, answer); });
  }

  void reset_pin() {
    _m__ResetPIN request;
    _m__ResetPINResponse answer;
    run([&] { return proxy.ResetPIN(&request, answer); });
  }

  std::string play(const std::string &entry_id, const std::string &dial_string) {
    _m__PlayOnPhone request;
    _m__PlayOnPhoneResponse answer;
    request.entryId = entry_id;
    request.DialString = dial_string;
    run([&] { return proxy.PlayOnPhone(&request, answer); });
    return answer.PlayOnPhoneResponse;
  }

  std::string play_greeting(m__UMGreetingType type, const std::string &dial_string) {
    _m__PlayOnPhoneGreeting request;
    _m__PlayOnPhoneGreetingResponse answer;
    request.GreetingType = type;
    request.DialString = dial_string;
    run([&] { return proxy.PlayOnPhoneGreeting(&request, answer); });
    return answer.PlayOnPhoneGreetingResponse;
  }

  std::string state(const std::string &call_id) {
    _m__GetCallInfo request;
    _m__GetCallInfoResponse answer;
    request.CallId = call_id;
    run([&] { return proxy.GetCallInfo(&request, answer); });
    const auto &info = answer.GetCallInfoResponse;
    return std::string(soap_m__UMCallState2s(proxy.soap, info.CallState)) + "/" +
           soap_m__UMEventCause2s(proxy.soap, info.EventCause);
  }

  void disconnect(const std::string &call_id) {
    _m__Disconnect request;
    _m__DisconnectResponse answer;
    request.CallId = call_id;
    run([&] { return proxy.Disconnect(&request, answer); });
  }

  Spoil spoil;
  int (*send)(struct soap *, const char *, size_t);

 private:
  UM2007LegacyBindingProxy proxy;
  std::string url, user;

  /// One call. Throws the fault, or the error, as text.
  void run(const std::function<int()> &call) {
    proxy.soap->userid = user.c_str();
    proxy.soap->passwd = "password";
    const int error = call();
    if (error == SOAP_OK) {
      return;
    }
    if (error != SOAP_FAULT) {
      throw std::string("error ") + std::to_string(error);
    }
    const auto *fault = proxy.soap->fault;
    std::string text = text_of(fault->faultcode) + ", " + text_of(fault->faultstring);
    if (fault->detail != nullptr) {
      const auto &detail = *fault->detail;
      if (detail.m__ExceptionType != nullptr) text += ", m:ExceptionType " + *detail.m__ExceptionType;
      if (detail.e__ResponseCode != nullptr) text += ", e:ResponseCode " + *detail.e__ResponseCode;
      if (detail.e__Message != nullptr && !detail.e__Message->empty()) text += ", e:Message";
      if (detail.__any != nullptr) text += detail.__any;
    }
    throw text;
  }

  static std::string text_of(const char *text) { return text == nullptr ? "nothing" : text; }
};

int send_spoiled(struct soap *soap, const char *data, size_t length) {
  const auto *service = static_cast<Service *>(soap->user);
  const auto text = spoil_text(service->spoil, data, length);
  return service->send(soap, text.data(), text.size());
}

void check_exception(const std::string &operation, const std::string &name, const std::function<void()> &action) {
  const auto known = REASONS.find(name);
  const std::string code = "e:" + name + ", ";
  const std::string detail = ", m:ExceptionType " + name;
  std::string got = "an answer";
  try {
    action();
  } catch (const std::string &error) {
    got = error;
  }
  // The texts of the others are not known.
  const bool is_exception = got.size() > code.size() + detail.size() && got.compare(0, code.size(), code) == 0 &&
                            got.compare(got.size() - detail.size(), detail.size(), detail) == 0;
  const auto expected = code + (known == REASONS.end() ? "…" : known->second) + detail;
  report(operation + ": " + name, got, expected, known == REASONS.end() ? is_exception : got == expected);
}

void check_invalid_request(const std::string &name, Service &service, const Spoil &spoil) {
  const auto call = [&] {
    service.set_oof_status(true);
    return "an answer";
  };
  service.spoil = spoil;
  check(name + ": ErrorInvalidRequest", call,
        "t:ErrorInvalidRequest, The request is invalid., e:ResponseCode ErrorInvalidRequest, e:Message");
  service.spoil = {};
}

std::string text_of(bool value) { return value ? "true" : "false"; }

std::string text_of(const std::string *value) { return value == nullptr ? "nothing" : *value; }

std::string text_of(const Properties &properties) {
  return text_of(properties.OofStatus) + "; " + text_of(properties.MissedCallNotificationEnabled) + "; " +
         text_of(properties.PlayOnPhoneDialString) + "; " + text_of(properties.TelephoneAccessNumbers) + "; " +
         text_of(properties.TelephoneAccessFolderEmail);
}

void check_properties(Service &service) {
  check("IsUMEnabled", [&] { return text_of(service.is_enabled()); }, "true");
  check("GetUMProperties", [&] { return text_of(service.properties()); },
        "false; true; +1 425 555 0100; +1 425 555 0199, +44 20 7946 0018; nothing");
  check("SetOofStatus", [&] { return service.set_oof_status(true), text_of(service.properties().OofStatus); }, "true");
  check("SetPlayOnPhoneDialString",
        [&] { return service.set_dial_string(ODD_DIAL_STRING), text_of(service.properties().PlayOnPhoneDialString); },
        ODD_DIAL_STRING);
  check("SetTelephoneAccessFolderEmail",
        [&] { return service.set_folder(FOLDER_ID), text_of(service.properties().TelephoneAccessFolderEmail); },
        FOLDER_ID);
  check("SetMissedCallNotificationEnabled",
        [&] { return service.set_notification(false), text_of(service.properties().MissedCallNotificationEnabled); },
        "false");
  check("ResetPIN", [&] { return service.reset_pin(), "done"; }, "done");
}

void check_calls(Service &service) {
  std::string first, second;
  check("PlayOnPhone", [&] { return text_of(!(first = service.play(ENTRY_ID, DIAL_STRING)).empty()); }, "true");
  check("PlayOnPhoneGreeting",
        [&] {
          second = service.play_greeting(m__UMGreetingType__OofCustom, DIAL_STRING);
          return text_of(!second.empty() && second != first);
        },
        "true");
  check("GetCallInfo",
        [&] {
          std::string states = service.state(first) + ", ";
          states += service.state(first) + ", ";
          return states + service.state(first);
        },
        "Connecting/None, Connecting/None, Connected/None");
  check("Disconnect", [&] { return service.disconnect(first), service.state(first); }, "Disconnected/None");
  check_exception("GetCallInfo", "InvalidCallIdException", [&] { service.state(first); });
  check_exception("Disconnect", "InvalidCallIdException", [&] { service.disconnect("unknown"); });
}

void check_faults(Service &service) {
  check_exception("PlayOnPhone", "InvalidObjectIdException", [&] { service.play("not base64!", DIAL_STRING); });
  check_exception("PlayOnPhone", "DialingRulesException", [&] { service.play(ENTRY_ID, "nobody"); });
  check_exception("PlayOnPhoneGreeting", "DialingRulesException",
                  [&] { service.play_greeting(m__UMGreetingType__NormalCustom, "nobody"); });
  check_exception("PlayOnPhone", "OverPlayOnPhoneCallLimitException", [&] {
    // One call is on already, and ten may be.
    for (int live = 1; live < 10; ++live) {
      service.play(ENTRY_ID, DIAL_STRING);
    }
    service.play(ENTRY_ID, DIAL_STRING);
  });
  check_invalid_request("SetOofStatus", service, {">true<", ">ture<"});
  check_invalid_request("no such operation", service, {"m:SetOofStatus", "m:SetNoStatus_"});
}

void check_not_enabled(Service &service) {
  const std::string name = "UserNotUmEnabledException";
  check("IsUMEnabled: false", [&] { return text_of(service.is_enabled()); }, "false");
  check_exception("GetUMProperties", name, [&] { service.properties(); });
  check_exception("SetOofStatus", name, [&] { service.set_oof_status(true); });
  check_exception("SetPlayOnPhoneDialString", name, [&] { service.set_dial_string(DIAL_STRING); });
  check_exception("SetTelephoneAccessFolderEmail", name, [&] { service.set_folder(FOLDER_ID); });
  check_exception("SetMissedCallNotificationEnabled", name, [&] { service.set_notification(false); });
  check_exception("ResetPIN", name, [&] { service.reset_pin(); });
  check_exception("PlayOnPhone", name, [&] { service.play(ENTRY_ID, DIAL_STRING); });
  check_exception("PlayOnPhoneGreeting", name,
                  [&] { service.play_greeting(m__UMGreetingType__NormalCustom, DIAL_STRING); });
}

}  // namespace

int main(int, char **arguments) {
  const std::string url = arguments[1];
  Service ada(url, "ada@example.com");
  check_properties(ada);
  check_calls(ada);
  check_faults(ada);
  Service room(url, "room@example.com");
  check_exception("SetMissedCallNotificationEnabled", "InvalidADRecipientException",
                  [&] { room.set_notification(true); });
  Service bob(url, "bob@example.com");
  check_not_enabled(bob);
  Service eve(url, "eve@example.com");
  // The service answers with a status and nothing else.
  check("unknown caller: 401", [&] { return text_of(eve.is_enabled()); }, "error 401");
  return failed ? 1 : 0;
}
