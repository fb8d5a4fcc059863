// Calls a service with node-soap, from the project's WSDL: `client.js URL`.
// Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.
'use strict';

const path = require('node:path');
const soap = require('soap');
const { MESSAGES, TYPES, ERRORS, SOAP, REASONS, readBody } = require('./wire.js');
const { check, exitCode } = require('./cases.js');

const WSDL = path.join(__dirname, '..', 'um.wsdl');

const ENTRY_ID = 'Vm9pY2UgbWFpbA==';
const FOLDER_ID = 'AAAAAFZvaWNlIG1haWw=';
const DIAL_STRING = '+1 425 555 0199';
// Whatever has to be escaped, and a letter of two bytes.
const ODD_DIAL_STRING = '+1 (425) 555-0199 <Zoë\'s & "home">';

/** The service, as one caller has it. */
class Service {
  static async of(url, user) {
    const service = new Service();
    service.client = await soap.createClientAsync(WSDL, { endpoint: url, preserveWhitespace: true });
    service.client.setSecurity(new soap.BasicAuthSecurity(user, 'password'));
    return service;
  }

  /** The answer as node-soap reads it, once its namespaces are found to be right. */
  async call(operation, request, options = {}) {
    const [answer, xml] = await this.client[`${operation}Async`](request, { timeout: 30000, ...options });
    const body = readBody(xml);
    const elements = [body, ...body.children, ...body.children.flatMap((child) => child.children)];
    const strangers = elements.map((element) => element.name).filter((name) => !name.startsWith(`{${MESSAGES}}`));
    if (body.name !== `{${MESSAGES}}${operation}Response` || strangers.length > 0) {
      throw new Error(`the answer is ${body.name} with ${strangers}`);
    }
    return answer;
  }

  /** What the fault has in it, if the answer is one for node-soap. */
  async fault(operation, request, options) {
    let answer;
    try {
      answer = await this.call(operation, request, options);
    } catch (error) {
      if (error.root?.Envelope?.Body?.Fault === undefined) {
        throw error;
      }
      return readFault(error.response?.data ?? this.client.lastResponse);
    }
    throw new Error(`an answer: ${JSON.stringify(answer)}`);
  }
}

/** node-soap keeps the texts of a fault, and not the bindings of their prefixes. */
function readFault(xml) {
  const fault = readBody(xml);
  if (fault.name !== `{${SOAP}}Fault`) {
    throw new Error(`no fault: ${fault.name}`);
  }
  const child = (name) => fault.children.find((element) => element.name === `{}${name}`);
  const [prefix, name] = child('faultcode').text.split(':');
  return {
    namespace: child('faultcode').bindings[prefix],
    name,
    reason: child('faultstring').text,
    language: child('faultstring').attributes['{http://www.w3.org/XML/1998/namespace}lang'],
    detail: child('detail').children.map((entry) => [entry.name, entry.text]),
  };
}

function checkException(service, name, operation, request, before = () => {}) {
  const detail = [[`{${MESSAGES}}ExceptionType`, name]];
  const expected = { namespace: ERRORS, name, reason: REASONS[name], language: 'en-US', detail };
  return check(
    `${operation}: ${name}`,
    async () => {
      await before();
      const got = await service.fault(operation, request);
      // The texts of the others are not known.
      return { ...got, reason: REASONS[name] && got.reason };
    },
    expected,
  );
}

function checkInvalidRequest(name, service, postProcess) {
  const code = 'ErrorInvalidRequest';
  const detail = [`{${ERRORS}}ResponseCode`, `{${ERRORS}}Message`];
  const expected = { namespace: TYPES, name: code, reason: 'The request is invalid.', language: 'en-US', detail };
  return check(
    `${name}: ${code}`,
    async () => {
      const got = await service.fault('SetOofStatus', { status: true }, { postProcess });
      return { ...got, detail: got.detail.filter(([, text]) => text !== '').map(([entry]) => entry) };
    },
    expected,
  );
}

async function checkProperties(service) {
  const properties = async () => (await service.call('GetUMProperties', {})).GetUMPropertiesResponse;
  await check('IsUMEnabled', () => service.call('IsUMEnabled', {}), { IsUMEnabledResponse: true });
  await check('GetUMProperties', properties, {
    OofStatus: false,
    MissedCallNotificationEnabled: true,
    PlayOnPhoneDialString: '+1 425 555 0100',
    TelephoneAccessNumbers: '+1 425 555 0199, +44 20 7946 0018',
  });
  for (const [operation, parameter, value, property] of [
    ['SetOofStatus', 'status', true, 'OofStatus'],
    ['SetPlayOnPhoneDialString', 'dialString', ODD_DIAL_STRING, 'PlayOnPhoneDialString'],
    ['SetTelephoneAccessFolderEmail', 'base64FolderId', FOLDER_ID, 'TelephoneAccessFolderEmail'],
    ['SetMissedCallNotificationEnabled', 'status', false, 'MissedCallNotificationEnabled'],
  ]) {
    const set = async () => {
      const answer = await service.call(operation, { [parameter]: value });
      return [answer, (await properties())[property]];
    };
    await check(operation, set, [null, value]);
  }
  await check('ResetPIN', () => service.call('ResetPIN', {}), null);
}

async function checkCalls(service) {
  const started = [];
  const start = async (operation, request) => {
    const answer = await service.call(operation, { ...request, DialString: DIAL_STRING });
    const callId = answer[`${operation}Response`];
    const isNew = typeof callId === 'string' && callId !== '' && !started.includes(callId);
    started.push(callId);
    return isNew;
  };
  const state = async () => (await service.call('GetCallInfo', { CallId: started[0] })).GetCallInfoResponse;
  await check('PlayOnPhone', () => start('PlayOnPhone', { entryId: ENTRY_ID }), true);
  await check('PlayOnPhoneGreeting', () => start('PlayOnPhoneGreeting', { GreetingType: 'OofCustom' }), true);
  await check(
    'GetCallInfo',
    async () => [await state(), await state(), await state()],
    ['Connecting', 'Connecting', 'Connected'].map((CallState) => ({ CallState, EventCause: 'None' })),
  );
  await check(
    'Disconnect',
    async () => [await service.call('Disconnect', { CallId: started[0] }), await state()],
    [null, { CallState: 'Disconnected', EventCause: 'None' }],
  );
  await checkException(service, 'InvalidCallIdException', 'GetCallInfo', { CallId: started[0] });
  await checkException(service, 'InvalidCallIdException', 'Disconnect', { CallId: 'unknown' });
}

async function checkFaults(service) {
  const wrongEntry = { entryId: 'not base64!', DialString: DIAL_STRING };
  await checkException(service, 'InvalidObjectIdException', 'PlayOnPhone', wrongEntry);
  const wrongNumber = { entryId: ENTRY_ID, DialString: 'nobody' };
  await checkException(service, 'DialingRulesException', 'PlayOnPhone', wrongNumber);
  const wrongGreeting = { GreetingType: 'NormalCustom', DialString: 'nobody' };
  await checkException(service, 'DialingRulesException', 'PlayOnPhoneGreeting', wrongGreeting);
  const right = { entryId: ENTRY_ID, DialString: DIAL_STRING };
  // One call is on already, and ten may be.
  await checkException(service, 'OverPlayOnPhoneCallLimitException', 'PlayOnPhone', right, async () => {
    for (let live = 1; live < 10; live += 1) {
      await service.call('PlayOnPhone', right);
    }
  });
  await checkInvalidRequest('SetOofStatus', service, (xml) => xml.replace('>true<', '>perhaps<'));
  await checkInvalidRequest('no such operation', service, (xml) => xml.replaceAll('SetOofStatus', 'NoSuchOperation'));
}

async function checkNotEnabled(service) {
  await check('IsUMEnabled: false', () => service.call('IsUMEnabled', {}), { IsUMEnabledResponse: false });
  for (const [operation, request] of [
    ['GetUMProperties', {}],
    ['SetOofStatus', { status: true }],
    ['SetPlayOnPhoneDialString', { dialString: DIAL_STRING }],
    ['SetTelephoneAccessFolderEmail', { base64FolderId: FOLDER_ID }],
    ['SetMissedCallNotificationEnabled', { status: false }],
    ['ResetPIN', {}],
    ['PlayOnPhone', { entryId: ENTRY_ID, DialString: DIAL_STRING }],
    ['PlayOnPhoneGreeting', { GreetingType: 'NormalCustom', DialString: DIAL_STRING }],
  ]) {
    await checkException(service, 'UserNotUmEnabledException', operation, request);
  }
}

/** The service answers with a status and nothing else. */
function checkStranger(service) {
  const status = async () => {
    try {
      return `an answer: ${JSON.stringify(await service.call('IsUMEnabled', {}))}`;
    } catch (error) {
      return error.response?.status ?? error.message;
    }
  };
  return check('unknown caller: 401', status, 401);
}

async function main([url]) {
  const service = await Service.of(url, 'ada@example.com');
  await checkProperties(service);
  await checkCalls(service);
  await checkFaults(service);
  const room = await Service.of(url, 'room@example.com');
  await checkException(room, 'InvalidADRecipientException', 'SetMissedCallNotificationEnabled', { status: true });
  await checkNotEnabled(await Service.of(url, 'bob@example.com'));
  await checkStranger(await Service.of(url, 'eve@example.com'));
  process.exitCode = exitCode();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.stack);
  process.exitCode = 1;
});
