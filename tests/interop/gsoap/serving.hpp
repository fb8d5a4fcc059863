// How a service of gSOAP is served.
#pragma once

#include <unistd.h>

#include <iostream>
#include <thread>

#include "stdsoap2.h"

template <typename Service>
int bind_to_free_port(Service &service) {
  service.soap->bind_flags = SO_REUSEADDR;
  service.soap->recv_timeout = service.soap->send_timeout = 30;
  if (!soap_valid_socket(service.bind("127.0.0.1", 0, 16))) {
    return 0;
  }
  struct sockaddr_in address {};
  socklen_t length = sizeof(address);
  getsockname(service.soap->master, reinterpret_cast<struct sockaddr *>(&address), &length);
  return ntohs(address.sin_port);
}

/// Prints the URL, and answers one connection after the other until the standard input ends.
template <typename Service>
int serve(Service &service, const char *path) {
  const int port = bind_to_free_port(service);
  if (port == 0) {
    service.soap_print_fault(stderr);
    return 1;
  }
  std::cout << "http://127.0.0.1:" << port << path << std::endl;
  std::thread([&service] { service.serve_all(); }).detach();
  while (std::cin.get() != EOF) {
  }
  // The thread still waits for a caller.
  _exit(0);
}
