#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| um_wsdl_tests::fuzzed::generator(bytes));
