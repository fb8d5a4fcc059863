// The eleven operations, served by node-soap from the project's WSDL: `server.js`.
// Prints its URL and serves until its standard input ends. The caller is the user name of HTTP Basic authentication.
'use strict';

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const soap = require('soap');
const { MESSAGES, TYPES, ERRORS, REASONS, readBody } = require('./wire.js');

const PATH = '/EWS/UM2007Legacy.asmx';
const WSDL = path.join(__dirname, '..', 'um.wsdl');

const MOST_LIVE_CALLS = 10;

const isBoolean = (text) => /^\s*(true|false|0|1)\s*$/.test(text);
const isGreeting = (text) => /^(NormalCustom|OofCustom)$/.test(text);
const isText = () => true;

// What each request has in it, in order: node-soap itself refuses nothing.
const REQUESTS = {
  IsUMEnabled: [],
  GetUMProperties: [],
  SetOofStatus: [['status', isBoolean]],
  SetPlayOnPhoneDialString: [['dialString', isText]],
  SetTelephoneAccessFolderEmail: [['base64FolderId', isText]],
  SetMissedCallNotificationEnabled: [['status', isBoolean]],
  ResetPIN: [],
  PlayOnPhone: [['entryId', isText], ['DialString', isText]],
  PlayOnPhoneGreeting: [['GreetingType', isGreeting], ['DialString', isText]],
  GetCallInfo: [['CallId', isText]],
  Disconnect: [['CallId', isText]],
};

function entry(prefix, namespace, text) {
  return { attributes: { [`xmlns:${prefix}`]: namespace }, $value: text };
}

function fault(namespace, code, reason, detail) {
  const faultstring = { attributes: { 'xml:lang': 'en-US' }, $value: reason };
  return { Fault: { faultcode: entry('a', namespace, `a:${code}`), faultstring, detail, statusCode: 500 } };
}

function exception(name) {
  return fault(ERRORS, name, REASONS[name] ?? name, { 'm:ExceptionType': entry('m', MESSAGES, name) });
}

function invalidRequest(message) {
  const code = 'ErrorInvalidRequest';
  const detail = { 'e:ResponseCode': entry('e', ERRORS, code), 'e:Message': entry('e', ERRORS, message) };
  return fault(TYPES, code, 'The request is invalid.', detail);
}

/** Throws the fault for a request that is not what the contract says, to the letter. */
function check(xml, action) {
  let request;
  try {
    request = readBody(xml);
  } catch (error) {
    throw invalidRequest(error.message);
  }
  const operation = Object.keys(REQUESTS).find((name) => request.name === `{${MESSAGES}}${name}`);
  if (operation === undefined) {
    throw invalidRequest(`${request.name} is no operation`);
  }
  const names = REQUESTS[operation].map(([name]) => `{${MESSAGES}}${name}`);
  const sent = request.children.map((child) => child.name);
  if (names.join() !== sent.join()) {
    throw invalidRequest(`${operation} has ${sent}, expected ${names}`);
  }
  REQUESTS[operation].forEach(([name, isValid], index) => {
    const { text, children } = request.children[index];
    if (children.length > 0 || !isValid(text)) {
      throw invalidRequest(`${name} of ${operation} is ${text}`);
    }
  });
  if (action !== `"${MESSAGES}/${operation}"`) {
    throw fault('urn:node-soap', 'SOAPAction', `got ${action} for ${operation}`, {});
  }
}

/** The operations on a mailbox, and on the calls that it has started. */
function mailbox({ isEnabled = true, isRoom = false } = {}) {
  // For each call the states that are still to be reported.
  const calls = new Map();
  const properties = {
    OofStatus: false,
    MissedCallNotificationEnabled: true,
    PlayOnPhoneDialString: '+1 425 555 0100',
    TelephoneAccessNumbers: '+1 425 555 0199, +44 20 7946 0018',
  };
  function set(name, value) {
    properties[name] = value;
    return {};
  }
  function startCall(dialString) {
    if (!/[0-9]/.test(dialString)) {
      throw exception('DialingRulesException');
    }
    if ([...calls.values()].filter((states) => states.length > 1).length >= MOST_LIVE_CALLS) {
      throw exception('OverPlayOnPhoneCallLimitException');
    }
    const callId = `bm9kZQ${calls.size}`;
    calls.set(callId, [...Array(2).fill('Connecting'), ...Array(6).fill('Connected'), 'Disconnected']);
    return callId;
  }
  function statesOf(callId, atLeast) {
    const states = calls.get(callId) ?? [];
    if (states.length < atLeast) {
      throw exception('InvalidCallIdException');
    }
    return states;
  }
  return {
    isEnabled,
    IsUMEnabled: () => ({ IsUMEnabledResponse: isEnabled }),
    GetUMProperties: () => ({ GetUMPropertiesResponse: properties }),
    SetOofStatus: ({ status }) => set('OofStatus', status),
    SetPlayOnPhoneDialString: ({ dialString }) => set('PlayOnPhoneDialString', dialString.trim()),
    SetTelephoneAccessFolderEmail: ({ base64FolderId }) => set('TelephoneAccessFolderEmail', base64FolderId),
    SetMissedCallNotificationEnabled({ status }) {
      if (isRoom) {
        throw exception('InvalidADRecipientException');
      }
      return set('MissedCallNotificationEnabled', status);
    },
    ResetPIN: () => ({}),
    PlayOnPhone({ entryId, DialString }) {
      if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(entryId) || entryId === '') {
        throw exception('InvalidObjectIdException');
      }
      return { PlayOnPhoneResponse: startCall(DialString) };
    },
    PlayOnPhoneGreeting: ({ DialString }) => ({ PlayOnPhoneGreetingResponse: startCall(DialString) }),
    GetCallInfo({ CallId }) {
      return { GetCallInfoResponse: { CallState: statesOf(CallId, 1).shift(), EventCause: 'None' } };
    },
    Disconnect({ CallId }) {
      statesOf(CallId, 2);
      calls.set(CallId, ['Disconnected']);
      return {};
    },
  };
}

const mailboxes = {
  'ada@example.com': mailbox(),
  'bob@example.com': mailbox({ isEnabled: false }),
  'room@example.com': mailbox({ isRoom: true }),
};

function caller(request) {
  const [scheme, credentials] = (request.headers.authorization ?? '').split(' ');
  if (scheme !== 'Basic') {
    return 'ada@example.com';
  }
  return Buffer.from(credentials, 'base64').toString().split(':')[0];
}

/** The operation on the caller's mailbox; what it throws, node-soap sends. */
function operation(name) {
  return (request, callback, headers, http) => {
    const mailbox = mailboxes[caller(http)];
    if (!mailbox.isEnabled && !['IsUMEnabled', 'GetCallInfo', 'Disconnect'].includes(name)) {
      throw exception('UserNotUmEnabledException');
    }
    return mailbox[name](request);
  };
}

const server = http.createServer((_, response) => {
  response.statusCode = 404;
  response.end();
});
const operations = Object.fromEntries(Object.keys(REQUESTS).map((name) => [name, operation(name)]));
const services = { UM2007Legacy: { UM2007LegacyPort: operations } };
const options = { path: PATH, xml: fs.readFileSync(WSDL, 'utf8'), uri: WSDL, services, preserveWhitespace: true };
server.listen(0, '127.0.0.1', () => {
  const service = soap.listen(server, {
    ...options,
    callback: () => console.log(`http://127.0.0.1:${server.address().port}${PATH}`),
  });
  service.authorizeConnection = (request, response) => {
    response.statusCode = caller(request) in mailboxes ? 200 : 401;
    return response.statusCode === 200;
  };
  // The one place where the text of a request is seen before it is read; a fault thrown here is the answer.
  service.log = (type, data, request) => {
    if (type === 'received') {
      check(data, request.headers.soapaction);
    }
  };
});
process.stdin.resume().on('end', () => process.exit(0));
