// Calls the calls of Exchange Web Services with node-soap, in both versions of SOAP: `ews-client.js URL`.
// Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.
'use strict';

const path = require('node:path');
const soap = require('soap');
const { check, exitCode } = require('./cases.js');
const { MESSAGES, TYPES, OWN, SOAP, SOAP12, readEnvelope, resolve } = require('./wire.js');

const WSDL = path.join(__dirname, '..', 'ews.wsdl');

const ITEM = { attributes: { Id: 'AAMkAD+/=<&">' } };
const DIAL_STRING = '+1 425 555 0199';
const SPOKEN = `<t:RequestServerVersion xmlns:t="${TYPES}" Version="Exchange2010_SP2"/>`;

/** The service, in one version of SOAP. */
class Service {
  static async of(url, namespace) {
    const service = new Service();
    service.namespace = namespace;
    const options = { endpoint: url, forceSoap12Headers: namespace === SOAP12 };
    service.client = await soap.createClientAsync(WSDL, options);
    service.client.on('response', (_, response) => {
      service.status = response?.status;
    });
    return service;
  }

  /** The blocks and the Body of an answer as node-soap reads them, once its namespaces are found to be right. */
  async send(operation, request, { block = SPOKEN, ...options } = {}) {
    this.client.clearSoapHeaders();
    this.client.addSoapHeader(block);
    const [answer, xml, blocks] = await this.client[`${operation}Async`](request, { timeout: 30000, ...options });
    const { namespace, body } = readEnvelope(xml);
    if (namespace !== this.namespace || body.name !== `{${MESSAGES}}${operation}Response`) {
      throw new Error(`the answer is ${body.name} in ${namespace}`);
    }
    return { answer, blocks };
  }

  async call(operation, request) {
    return (await this.send(operation, request)).answer;
  }

  play(dialString = DIAL_STRING) {
    return this.call('PlayOnPhone', { ItemId: ITEM, DialString: dialString });
  }

  tell(call) {
    return this.call('GetPhoneCallInformation', { PhoneCallId: call });
  }

  /** What the fault says to programs. */
  async fault(options) {
    try {
      const { answer } = await this.send('PlayOnPhone', { ItemId: ITEM, DialString: DIAL_STRING }, options);
      return `an answer: ${JSON.stringify(answer)}`;
    } catch (error) {
      return describeFault(error);
    }
  }
}

/** node-soap keeps the texts of a fault, and not the bindings of their prefixes. */
function describeFault(error) {
  if (error.root?.Envelope?.Body?.Fault === undefined) {
    throw error;
  }
  const { namespace, blocks, body } = readEnvelope(error.response.data);
  const find = (element, name) => element.children.find((child) => child.name === name);
  const isOld = namespace === SOAP;
  const code = isOld ? find(body, '{}faultcode') : find(find(body, `{${namespace}}Code`), `{${namespace}}Value`);
  const notUnderstood = blocks.filter((block) => block.name === `{${namespace}}NotUnderstood`);
  return {
    namespace,
    code: resolve(code, code.text),
    status: error.response.status,
    notUnderstood: notUnderstood.map((block) => resolve(block, block.attributes['{}qname'])),
  };
}

function faultOf(namespace, name, status, notUnderstood = []) {
  return { namespace, code: `{${namespace}}${name}`, status, notUnderstood };
}

/** An answer as node-soap has it. */
function answer(content = {}) {
  return { attributes: { ResponseClass: 'Success' }, ResponseCode: 'NoError', ...content };
}

function refusal(code, text) {
  const attributes = { ResponseClass: 'Error' };
  return { attributes, MessageText: text, ResponseCode: code, DescriptiveLinkKey: 0 };
}

async function checkCalls(tried, service) {
  let call;
  const start = async () => {
    const { PhoneCallId, ...rest } = await service.play();
    call = PhoneCallId;
    return [rest, call.attributes.Id.startsWith(ITEM.attributes.Id)];
  };
  await tried('PlayOnPhone', start, [answer(), true]);
  const info = {
    PhoneCallState: 'Connected',
    ConnectionFailureCause: 'None',
    SIPResponseText: 'OK',
    SIPResponseCode: 200,
  };
  await tried('GetPhoneCallInformation', () => service.tell(call), answer({ PhoneCallInformation: info }));
  await tried('DisconnectPhoneCall', () => service.call('DisconnectPhoneCall', { PhoneCallId: call }), answer());
  const notDialable = refusal('ErrorPhoneNumberNotDialable', "The number can't be dialed.");
  await tried('PhoneNumberNotDialable', () => service.play('nobody'), notDialable);
  const notKnown = refusal('ErrorInvalidPhoneCallId', 'The call is not known.');
  await tried('InvalidPhoneCallId', () => service.tell(call), notKnown);
  const forget = async () => {
    const { PhoneCallId } = await service.play();
    const [answered] = await service.client.ForgetCallAsync({ CallId: PhoneCallId.attributes.Id });
    return [answered, service.status, await service.tell(PhoneCallId)];
  };
  await tried('one-way', forget, [null, 202, notKnown]);
}

async function checkBlocks(tried, service) {
  const request = { ItemId: ITEM, DialString: DIAL_STRING };
  const blocks = async (block) => (await service.send('PlayOnPhone', request, { block })).blocks;
  const attributes = {
    MajorVersion: '14',
    MinorVersion: '1',
    MajorBuildNumber: '218',
    MinorBuildNumber: '15',
    Version: 'Exchange2010_SP2',
  };
  const expected = { ServerVersionInfo: { attributes } };
  await tried('header blocks', () => blocks(SPOKEN), expected);
  const mandatory = SPOKEN.replace('/>', ' soap:mustUnderstand="1"/>');
  await tried('a block that must be understood', () => blocks(mandatory), expected);
  const unknown = `<n:Unknown xmlns:n="${OWN}" soap:mustUnderstand="1"/>`;
  const notUnderstood = service.namespace === SOAP12 ? [`{${OWN}}Unknown`] : [];
  const fault = faultOf(service.namespace, 'MustUnderstand', 500, notUnderstood);
  await tried('MustUnderstand', () => service.fault({ block: unknown }), fault);
}

async function checkFaults(tried, service) {
  const malform = (xml) => xml.replaceAll('DialString>', 'DialText>');
  const malformed = service.namespace === SOAP12 ? ['Sender', 400] : ['Client', 500];
  await tried('malformed', () => service.fault({ postProcess: malform }), faultOf(service.namespace, ...malformed));
  const change = (xml) => xml.replace(service.namespace, 'urn:soap:2');
  await tried('VersionMismatch', () => service.fault({ postProcess: change }), faultOf(SOAP, 'VersionMismatch', 500));
}

async function main([url]) {
  for (const [version, namespace] of [
    ['SOAP 1.1', SOAP],
    ['SOAP 1.2', SOAP12],
  ]) {
    const service = await Service.of(url, namespace);
    const tried = (name, action, expected) => check(`${version}: ${name}`, action, expected);
    await checkCalls(tried, service);
    await checkBlocks(tried, service);
    await checkFaults(tried, service);
  }
  process.exitCode = exitCode();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.stack);
  process.exitCode = 1;
});
