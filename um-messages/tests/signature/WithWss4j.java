// WSS4J, on which Apache CXF, Spring WS and Axis2 stand, signs envelopes, and verifies those of ours.
//
//     java -cp JARS WithWss4j.java KEYS FOLDER

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.ws.security.WSConstants;
import org.apache.ws.security.WSEncryptionPart;
import org.apache.ws.security.WSPasswordCallback;
import org.apache.ws.security.WSSecurityEngine;
import org.apache.ws.security.WSSecurityEngineResult;
import org.apache.ws.security.WSSecurityException;
import org.apache.ws.security.components.crypto.Crypto;
import org.apache.ws.security.components.crypto.Merlin;
import org.apache.ws.security.message.WSSecHeader;
import org.apache.ws.security.message.WSSecSignature;
import org.apache.ws.security.message.WSSecTimestamp;
import org.apache.ws.security.message.WSSecUsernameToken;
import org.w3c.dom.Document;

public class WithWss4j {
    static final String[] SOAP = {
        "http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"
    };
    static final Map<String, Integer> REFERENCES = new LinkedHashMap<>();
    static final Map<String, String> ALGORITHMS = new LinkedHashMap<>();

    static {
        REFERENCES.put("token", WSConstants.BST_DIRECT_REFERENCE);
        REFERENCES.put("issuer", WSConstants.ISSUER_SERIAL);
        REFERENCES.put("thumbprint", WSConstants.THUMBPRINT_IDENTIFIER);
        REFERENCES.put("identifier", WSConstants.SKI_KEY_IDENTIFIER);
        REFERENCES.put("embedded", WSConstants.X509_KEY_IDENTIFIER);
        ALGORITHMS.put("rsa", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        ALGORITHMS.put("ecdsa", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
    }

    static byte[] pem(Path file) throws Exception {
        String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        return Base64.getMimeDecoder().decode(text);
    }

    static Crypto crypto(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        CertificateFactory certificates = CertificateFactory.getInstance("X.509");
        for (String name : ALGORITHMS.keySet()) {
            Certificate certificate = certificates.generateCertificate(
                new ByteArrayInputStream(pem(keys.resolve(name + ".certificate.pem"))));
            KeyFactory factory = KeyFactory.getInstance(name.equals("rsa") ? "RSA" : "EC");
            PrivateKey key =
                factory.generatePrivate(new PKCS8EncodedKeySpec(pem(keys.resolve(name + ".key.pem"))));
            store.setKeyEntry(name, key, "secret".toCharArray(), new Certificate[] {certificate});
        }
        Merlin crypto = new Merlin();
        crypto.setKeyStore(store);
        return crypto;
    }

    static Document parsed(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    static Document envelope(String soap) throws Exception {
        String xml = "<s:Envelope xmlns:s='" + soap + "'><s:Header/><s:Body><Call xmlns='urn:c'>2</Call></s:Body></s:Envelope>";
        return parsed(xml.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Document document, Path file) throws Exception {
        StringWriter text = new StringWriter();
        TransformerFactory.newInstance().newTransformer()
            .transform(new DOMSource(document), new StreamResult(text));
        Files.writeString(file, text.toString());
    }

    static WSEncryptionPart part(String name, String namespace) {
        return new WSEncryptionPart(name, namespace, "");
    }

    static void sign(Crypto crypto, Path folder) throws Exception {
        for (String key : ALGORITHMS.keySet()) {
            for (String reference : REFERENCES.keySet()) {
                for (int version = 0; version < SOAP.length; version++) {
                    Document document = envelope(SOAP[version]);
                    WSSecHeader header = new WSSecHeader();
                    header.insertSecurityHeader(document);
                    new WSSecTimestamp().build(document, header);
                    WSSecSignature signature = new WSSecSignature();
                    signature.setUserInfo(key, "secret");
                    signature.setKeyIdentifierType(REFERENCES.get(reference));
                    signature.setSignatureAlgorithm(ALGORITHMS.get(key));
                    signature.setDigestAlgo("http://www.w3.org/2001/04/xmlenc#sha256");
                    signature.setParts(Arrays.asList(
                        part("Timestamp", WSConstants.WSU_NS), part("Body", SOAP[version])));
                    String name = "wss4j-" + key + "-" + reference + "-" + version;
                    write(signature.build(document, crypto, header), folder.resolve(name + ".stack.xml"));
                }
            }
        }
    }

    static void tokens(Path folder) throws Exception {
        for (String type : new String[] {WSConstants.PASSWORD_TEXT, WSConstants.PASSWORD_DIGEST}) {
            Document document = envelope(SOAP[0]);
            WSSecHeader header = new WSSecHeader();
            header.insertSecurityHeader(document);
            new WSSecTimestamp().build(document, header);
            WSSecUsernameToken token = new WSSecUsernameToken();
            token.setPasswordType(type);
            token.setUserInfo("ada", "hunter2");
            token.build(document, header);
            String name = "wss4j-" + type.substring(type.indexOf('#') + 1);
            write(document, folder.resolve(name + ".token.theirs.xml"));
        }
    }

    static void hasPassword(Callback[] callbacks) {
        for (Callback callback : callbacks) {
            ((WSPasswordCallback) callback).setPassword("hunter2");
        }
    }

    static int verify(Crypto crypto, Path folder, String files, int result) throws Exception {
        int verified = 0;
        CallbackHandler passwords = WithWss4j::hasPassword;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, files)) {
            for (Path file : found) {
                WSSecurityEngine engine = new WSSecurityEngine();
                // WS-I's profile, to which it insists by itself, knows the exclusive canonicalization alone.
                boolean isProfiled = !file.toString().contains("inclusive");
                engine.getWssConfig().setWsiBSPCompliant(isProfiled);
                List<WSSecurityEngineResult> results;
                try {
                    results = engine.processSecurityHeader(parsed(Files.readAllBytes(file)), null, passwords, crypto);
                } catch (WSSecurityException error) {
                    throw new Exception(file.getFileName() + ": " + error.getMessage(), error);
                }
                boolean isRight = results.stream()
                    .anyMatch(it -> (Integer) it.get(WSSecurityEngineResult.TAG_ACTION) == result);
                if (!isRight) {
                    throw new Exception(file.getFileName() + ": " + results);
                }
                verified++;
            }
        }
        return verified;
    }

    public static void main(String[] arguments) throws Exception {
        Path keys = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Crypto crypto = crypto(keys);
        sign(crypto, folder);
        tokens(folder);
        int signatures = verify(crypto, folder, "*.envelope.ours.xml", WSConstants.SIGN);
        int tokens = verify(crypto, folder, "*.token.ours.xml", WSConstants.UT);
        System.out.println("WSS4J: " + signatures + " signatures and " + tokens + " tokens of ours are verified");
    }
}
