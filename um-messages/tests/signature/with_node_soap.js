// node-soap signs envelopes with WSSecurityCert. It verifies none.
//
//     with_node_soap.js KEYS FOLDER
const fs = require('fs');
const path = require('path');
const { WSSecurityCert } = require('soap');

const [keys, folder] = process.argv.slice(2);
const read = (name) => fs.readFileSync(path.join(keys, name), 'utf8');
const key = read('rsa.key.pem');
const certificate = read('rsa.certificate.pem');

const envelope = '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header></soap:Header>'
  + '<soap:Body><Call xmlns="urn:c">2</Call></soap:Body></soap:Envelope>';

const rsa = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const variants = {
  default: {},
  timestamp: { hasTimeStamp: true, signatureAlgorithm: rsa },
  alone: { hasTimeStamp: false, signatureAlgorithm: rsa },
  prefixes: { signerOptions: { prefix: 'ds', attrs: { Id: 'Signature' } } },
  transforms: { signatureTransformations: ['http://www.w3.org/2001/10/xml-exc-c14n#'] },
};
for (const [name, options] of Object.entries(variants)) {
  const signed = new WSSecurityCert(key, certificate, '', options).postProcess(envelope, 'soap');
  fs.writeFileSync(path.join(folder, `node-soap-${name}.stack.xml`), signed);
}
