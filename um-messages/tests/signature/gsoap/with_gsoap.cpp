// gSOAP signs envelopes with its plugin `wsseapi`, and verifies those of ours whose Body and Timestamp are signed: of a header block that it does not
// know it makes another digest.
//
//     with_gsoap KEYS FOLDER
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "soapH.h"
#include "wsseapi.h"

#include "Call.nsmap"

namespace fs = std::filesystem;

static void check(struct soap *soap, int status, const std::string &what)
{
    if (status == SOAP_OK)
        return;
    std::cerr << what << ": ";
    soap_stream_fault(soap, std::cerr);
    std::exit(1);
}

static struct soap *begin()
{
    // It signs canonical XML alone so that others verify it.
    struct soap *soap = soap_new1(SOAP_XML_CANONICAL);
    soap_register_plugin(soap, soap_wsse);
    return soap;
}

static void end(struct soap *soap)
{
    soap_destroy(soap);
    soap_end(soap);
    soap_free(soap);
}

// Sends the envelope into a file.
static void send(struct soap *soap, const fs::path &file)
{
    std::ofstream out(file);
    soap->os = &out;
    char value[] = "2";
    check(soap, soap_send_c__Call(soap, "", "", value), file);
}

static void sign(const fs::path &keys, const fs::path &folder, bool has_timestamp)
{
    struct soap *soap = begin();
    const std::string certificate = keys / "rsa.certificate.pem";
    FILE *file = fopen((keys / "rsa.key.pem").c_str(), "r");
    EVP_PKEY *key = PEM_read_PrivateKey(file, nullptr, nullptr, nullptr);
    fclose(file);
    if (has_timestamp)
        soap_wsse_add_Timestamp(soap, "Time", 300);
    check(soap, soap_wsse_add_BinarySecurityTokenPEM(soap, "Token", certificate.c_str()), certificate);
    soap_wsse_add_KeyInfo_SecurityTokenReferenceX509(soap, "#Token");
    check(soap, soap_wsse_sign_body(soap, SOAP_SMD_SIGN_RSA_SHA256, key, 0), "sign");
    send(soap, folder / (has_timestamp ? "gsoap-timestamp.stack.xml" : "gsoap.stack.xml"));
    EVP_PKEY_free(key);
    end(soap);
}

static void token(const fs::path &folder, bool is_digest)
{
    struct soap *soap = begin();
    soap_wsse_add_Timestamp(soap, nullptr, 300);
    if (is_digest)
        soap_wsse_add_UsernameTokenDigest(soap, "User", "ada", "hunter2");
    else
        soap_wsse_add_UsernameTokenText(soap, "User", "ada", "hunter2");
    send(soap, folder / (std::string("gsoap-") + (is_digest ? "digest" : "text") + ".token.theirs.xml"));
    end(soap);
}

static void receive(struct soap *soap, const fs::path &file)
{
    std::ifstream in(file);
    soap->is = &in;
    struct c__Call call;
    check(soap, soap_recv_c__Call(soap, &call), file);
}

static void verify_signature(const fs::path &keys, const fs::path &file)
{
    struct soap *soap = begin();
    const std::string certificate = keys / "rsa.certificate.pem";
    soap->cafile = certificate.c_str();
    soap->fsslverify = [](int, X509_STORE_CTX *) { return 1; };
    soap_wsse_verify_auto(soap, SOAP_SMD_NONE, nullptr, 0);
    receive(soap, file);
    // `soap_wsse_verify_body` looks for the Body of SOAP 1.1 alone, once the message has been received.
    bool is_signed = false;
    for (const char *soap_namespace : {"http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"})
        is_signed |= soap_wsse_verify_element(soap, soap_namespace, "Body") == 1;
    check(soap, is_signed ? SOAP_OK : SOAP_ERR, file);
    check(soap, soap_wsse_verify_Timestamp(soap), file);
    end(soap);
}

static void verify_token(const fs::path &file)
{
    struct soap *soap = begin();
    receive(soap, file);
    check(soap, soap_wsse_verify_Timestamp(soap), file);
    const char *name = soap_wsse_get_Username(soap);
    if (!name || std::string(name) != "ada")
        check(soap, SOAP_ERR, file);
    check(soap, soap_wsse_verify_Password(soap, "hunter2"), file);
    end(soap);
}

static bool ends_with(const std::string &text, const std::string &end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

int main(int, char **arguments)
{
    const fs::path keys = arguments[1], folder = arguments[2];
    for (bool flag : {false, true}) {
        sign(keys, folder, flag);
        token(folder, flag);
    }
    int signatures = 0, tokens = 0;
    for (const auto &entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename();
        if (ends_with(name, ".gsoap.ours.xml")) {
            verify_signature(keys, entry.path());
            signatures++;
        }
        if (ends_with(name, ".token.ours.xml")) {
            verify_token(entry.path());
            tokens++;
        }
    }
    std::cout << "gSOAP: " << signatures << " signatures and " << tokens << " tokens of ours are verified\n";
}
