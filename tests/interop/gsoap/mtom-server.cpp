// Turns bytes round, served by gSOAP, which reads and sends packages (MTOM): `server`.
// Prints its URL and serves until its standard input ends.

#include <algorithm>

#include "Bytes.nsmap"
#include "serving.hpp"
#include "soapBytesService.h"

namespace {

class Service : public BytesService {
 public:
  Service() : BytesService(SOAP_ENC_MTOM) {}

  /// Answers one connection after the other.
  void serve_all() {
    while (soap_valid_socket(accept())) {
      BytesService::serve();
      destroy();
    }
  }

  BytesService *copy() override { return nullptr; }

  int Turn(_b__Turn *request, _b__TurnResponse &answer) override {
    answer.CameInPackage = false;
    for (auto bytes : request->Content) {
      // Where it came from a part, it has the content id of that.
      answer.CameInPackage = bytes.id != nullptr;
      std::reverse(bytes.__ptr, bytes.__ptr + bytes.__size);
      // With a media type it is a part.
      bytes.id = nullptr;
      bytes.type = const_cast<char *>("application/octet-stream");
      answer.Content.push_back(bytes);
    }
    return SOAP_OK;
  }
};

}  // namespace

int main() {
  Service service;
  return serve(service, "/");
}
