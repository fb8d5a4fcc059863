// Calls the service that turns bytes round with gSOAP, which sends and reads packages (MTOM): `client URL`.
// Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.

#include <algorithm>
#include <vector>

#include "Bytes.nsmap"
#include "cases.hpp"
#include "soapBytesProxy.h"

namespace {

using Contents = std::vector<std::string>;

/// What came, and how.
std::string shown(bool came_in_package, const Contents &contents) {
  std::string text = came_in_package ? "in a package" : "in an envelope";
  for (const auto &content : contents) {
    text += ", " + content;
  }
  return text;
}

std::string turn(const std::string &url, Contents &contents) {
  BytesProxy proxy(url.c_str(), SOAP_ENC_MTOM);
  proxy.soap->connect_timeout = proxy.soap->send_timeout = proxy.soap->recv_timeout = 30;
  _b__Turn request;
  _b__TurnResponse answer;
  for (auto &content : contents) {
    xsd__base64Binary bytes;
    bytes.__ptr = reinterpret_cast<unsigned char *>(content.data());
    bytes.__size = static_cast<int>(content.size());
    // With a media type it is a part.
    bytes.id = nullptr;
    bytes.type = const_cast<char *>("application/octet-stream");
    bytes.options = nullptr;
    request.Content.push_back(bytes);
  }
  if (proxy.Turn(&request, answer) != SOAP_OK) {
    throw std::string(*soap_faultstring(proxy.soap) ? *soap_faultstring(proxy.soap) : "no answer");
  }
  Contents turned;
  for (const auto &bytes : answer.Content) {
    turned.emplace_back(reinterpret_cast<const char *>(bytes.__ptr), bytes.__size);
  }
  return shown(answer.CameInPackage, turned);
}

// Without parts gSOAP sends an envelope.
void check_turn(const std::string &url, const std::string &name, Contents contents) {
  Contents turned = contents;
  for (auto &content : turned) {
    std::reverse(content.begin(), content.end());
  }
  check(name, [&] { return turn(url, contents); }, shown(!turned.empty(), turned));
}

}  // namespace

int main(int argc, char **argv) {
  const std::string url = argc > 1 ? argv[1] : "";
  std::string every;
  for (int byte = 0; byte < 2048; ++byte) {
    every.push_back(static_cast<char>(byte));
  }
  check_turn(url, "bytes", {"RIFF"});
  check_turn(url, "every byte", {every});
  check_turn(url, "what looks like a boundary", {"-\r\n--um-messages\r\n\r\n--"});
  check_turn(url, "a hundred thousand bytes", {std::string(100000, '\0')});
  check_turn(url, "three parts", {"one", "two", "three"});
  check_turn(url, "nothing", {});
  return failed ? 1 : 0;
}
