// What is tried: a line for each case, `pass` or `fail`, the case, and for a failure what was got and expected.
#pragma once

#include <functional>
#include <iostream>
#include <string>

/// A text to be written over another of the same length, so that the message keeps its length.
struct Spoil {
  std::string from, to;
};

inline std::string spoil_text(const Spoil &spoil, const char *data, size_t length) {
  std::string text(data, length);
  if (!spoil.from.empty()) {
    for (auto at = text.find(spoil.from); at != std::string::npos; at = text.find(spoil.from, at + 1)) {
      text.replace(at, spoil.from.size(), spoil.to);
    }
  }
  return text;
}

inline bool failed = false;

inline void report(const std::string &name, const std::string &got, const std::string &expected, bool is_right) {
  failed = failed || !is_right;
  std::cout << (is_right ? "pass\t" : "fail\t") << name;
  if (!is_right) {
    std::cout << "\tgot " << got << ", expected " << expected;
  }
  std::cout << std::endl;
}

/// A case: what the action says, or throws, must be what is expected.
inline void check(const std::string &name, const std::function<std::string()> &action, const std::string &expected) {
  std::string got;
  try {
    got = action();
  } catch (const std::string &error) {
    got = error;
  }
  report(name, got, expected, got == expected);
}
