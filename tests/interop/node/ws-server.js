// A call of Exchange Web Services, served by node-soap to who says who it is, in both versions of SOAP: `ws-server.js`.
// Prints its URL and serves until its standard input ends.
'use strict';

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const soap = require('soap');
const { SOAP, SOAP12 } = require('./wire.js');

const PATH = '/EWS/Exchange.asmx';
const WSDL = path.join(__dirname, '..', 'ews.wsdl');
const ADA = 'ada@example.com';
const PASSWORD = 'password';

/** The text of an element, as node-soap has it with attributes and without. */
const textOf = (element) => element?.$value ?? element;

/** Whether somebody is who it says; node-soap leaves that to the program. */
function isKnown(security) {
  const { Username, Password, Nonce, Created } = security?.UsernameToken ?? {};
  const isDigest = Password?.attributes?.Type.endsWith('#PasswordDigest');
  // node-soap reads a time as a date, unless it has attributes or is no time.
  const created = Created instanceof Date ? Created.toISOString() : textOf(Created);
  const expected = isDigest ? soap.passwordDigest(textOf(Nonce), created, PASSWORD) : PASSWORD;
  return textOf(Username) === ADA && textOf(Password) === expected;
}

/** Serves one version of SOAP, for node-soap answers all requests of a server in the same: the server, once it is ready. */
function serve(namespace) {
  const server = http.createServer();
  const operations = {
    DisconnectPhoneCall: () => ({ attributes: { ResponseClass: 'Success' }, ResponseCode: 'NoError' }),
  };
  const services = { ExchangeCalls: { ExchangeCalls11: operations, ExchangeCalls12: operations } };
  return new Promise((resolve) => {
    const service = soap.listen(server, {
      path: PATH,
      xml: fs.readFileSync(WSDL, 'utf8'),
      uri: WSDL,
      services,
      forceSoap12Headers: namespace === SOAP12,
      callback: () => resolve(server),
    });
    service.authenticate = isKnown;
  });
}

async function main() {
  const servers = { 'text/xml': await serve(SOAP), 'application/soap+xml': await serve(SOAP12) };
  const server = http.createServer((request, response) => {
    const [mediaType] = request.headers['content-type'].split(';');
    servers[mediaType].emit('request', request, response);
  });
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}${PATH}`));
  process.stdin.resume().on('end', () => process.exit(0));
}

main();
