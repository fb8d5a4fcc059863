// The calls of Exchange Web Services, served by node-soap in both versions of SOAP: `ews-server.js`.
// Prints its URL and serves until its standard input ends.
'use strict';

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const soap = require('soap');
const { MESSAGES, TYPES, OWN, SOAP, SOAP12, readEnvelope } = require('./wire.js');

const PATH = '/EWS/Exchange.asmx';
const WSDL = path.join(__dirname, '..', 'ews.wsdl');

// The names in each request: node-soap itself refuses nothing.
const REQUESTS = {
  [`{${MESSAGES}}PlayOnPhone`]: [`{${MESSAGES}}ItemId`, `{${MESSAGES}}DialString`],
  [`{${MESSAGES}}GetPhoneCallInformation`]: [`{${MESSAGES}}PhoneCallId`],
  [`{${MESSAGES}}DisconnectPhoneCall`]: [`{${MESSAGES}}PhoneCallId`],
  [`{${OWN}}ForgetCall`]: [`{${OWN}}CallId`],
};

/** A fault of SOAP's own, in the version of the server. */
function fault(namespace, [oldCode, newCode], reason) {
  if (namespace === SOAP) {
    return { Fault: { faultcode: `soap:${oldCode}`, faultstring: reason, statusCode: 500 } };
  }
  const text = { attributes: { 'xml:lang': 'en' }, $value: reason };
  const statusCode = newCode === 'Sender' ? 400 : 500;
  return { Fault: { Code: { Value: `soap:${newCode}` }, Reason: { Text: text }, statusCode } };
}

/** Throws the fault for a request that is not what the contract says. */
function check(xml, namespace) {
  const envelope = readEnvelope(xml);
  if (envelope.namespace !== namespace) {
    throw fault(namespace, ['VersionMismatch', 'VersionMismatch'], `${envelope.namespace} is no version of SOAP`);
  }
  const isMandatory = (block) => block.attributes[`{${namespace}}mustUnderstand`] === '1';
  const unknown = envelope.blocks.filter((block) => block.name !== `{${TYPES}}RequestServerVersion`);
  if (unknown.some(isMandatory)) {
    throw fault(namespace, ['MustUnderstand', 'MustUnderstand'], 'a block is not understood');
  }
  const sent = envelope.body.children.map((child) => child.name);
  const expected = REQUESTS[envelope.body.name];
  if (expected?.join() !== sent.join()) {
    throw fault(namespace, ['Client', 'Sender'], `${envelope.body.name} has ${sent}, expected ${expected}`);
  }
}

/** The operations on the calls that are on, whose ids are kept. */
const calls = new Set();
let started = 0;

function answer(code, text, content = {}) {
  if (text === undefined) {
    return { attributes: { ResponseClass: 'Success' }, ResponseCode: code, ...content };
  }
  const attributes = { ResponseClass: 'Error' };
  return { attributes, MessageText: text, ResponseCode: code, DescriptiveLinkKey: 0 };
}

function found({ PhoneCallId }, content) {
  return calls.has(PhoneCallId.attributes.Id)
    ? answer('NoError', undefined, content)
    : answer('ErrorInvalidPhoneCallId', 'The call is not known.');
}

const OPERATIONS = {
  PlayOnPhone({ ItemId, DialString }) {
    if (!/[0-9]/.test(DialString)) {
      return answer('ErrorPhoneNumberNotDialable', "The number can't be dialed.");
    }
    const Id = `${ItemId.attributes.Id}/${(started += 1)}`;
    calls.add(Id);
    return answer('NoError', undefined, { PhoneCallId: { attributes: { Id } } });
  },
  GetPhoneCallInformation: (request) =>
    found(request, {
      PhoneCallInformation: {
        't:PhoneCallState': 'Connected',
        't:ConnectionFailureCause': 'None',
        't:SIPResponseText': 'OK',
        't:SIPResponseCode': 200,
      },
    }),
  DisconnectPhoneCall(request) {
    const told = found(request);
    calls.delete(request.PhoneCallId.attributes.Id);
    return told;
  },
  ForgetCall({ CallId }) {
    calls.delete(CallId);
  },
};

/** The block of each answer, with the version that was asked for; node-soap asks for it one-way as well. */
function answeredBy(_operation, _request, blocks) {
  if (blocks?.RequestServerVersion === undefined) {
    return '';
  }
  const numbers = 'MajorVersion="14" MinorVersion="1" MajorBuildNumber="218" MinorBuildNumber="15"';
  const { Version } = blocks.RequestServerVersion.attributes;
  return `<t:ServerVersionInfo xmlns:t="${TYPES}" ${numbers} Version="${Version}"/>`;
}

/** Serves one version of SOAP, for node-soap answers all requests of a server in the same: the server, once it is ready. */
function serve(namespace) {
  const server = http.createServer();
  const options = { path: PATH, xml: fs.readFileSync(WSDL, 'utf8'), uri: WSDL, oneWay: { responseCode: 202 } };
  const services = { ExchangeCalls: { ExchangeCalls11: OPERATIONS, ExchangeCalls12: OPERATIONS } };
  return new Promise((resolve) => {
    const service = soap.listen(server, {
      ...options,
      services,
      forceSoap12Headers: namespace === SOAP12,
      callback: () => resolve(server),
    });
    service.addSoapHeader(answeredBy);
    // The one place where the text of a request is seen before it is read; a fault thrown here is the answer.
    service.log = (type, data) => {
      if (type === 'received') {
        check(data, namespace);
      }
    };
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
