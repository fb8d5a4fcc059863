// Calls a service that wants WS-Security with node-soap, in both versions of SOAP: `ws-client.js URL`.
// Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and expected.
'use strict';

const path = require('node:path');
const soap = require('soap');
const { check, exitCode } = require('./cases.js');
const { SOAP, SOAP12, readEnvelope, resolve } = require('./wire.js');

const WSDL = path.join(__dirname, '..', 'ews.wsdl');
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const ADA = 'ada@example.com';
const PASSWORD = 'password';

/** The service, in one version of SOAP. */
class Service {
  static async of(url, namespace) {
    const service = new Service();
    const options = { endpoint: `${url}/security`, forceSoap12Headers: namespace === SOAP12 };
    service.client = await soap.createClientAsync(WSDL, options);
    return service;
  }

  /** The code of the answer, or the codes of a fault, the outer one first. */
  async call(security, postProcess = (xml) => xml) {
    this.client.setSecurity(security);
    const request = { PhoneCallId: { attributes: { Id: '1' } } };
    try {
      const [answer] = await this.client.DisconnectPhoneCallAsync(request, { timeout: 30000, postProcess });
      return answer.ResponseCode;
    } catch (error) {
      if (error.root?.Envelope?.Body?.Fault === undefined) {
        throw error;
      }
      return codesOf(readEnvelope(error.response.data).body);
    }
  }
}

/** The codes in a fault, of either version. */
function codesOf(element) {
  const isCode = /\}(faultcode|Value)$/.test(element.name);
  return isCode ? [resolve(element, element.text)] : element.children.flatMap(codesOf);
}

function token(password = PASSWORD, options = {}, user = ADA) {
  return new soap.WSSecurity(user, password, { hasTimeStamp: false, mustUnderstand: true, ...options });
}

async function checkSecurity(tried, service, namespace) {
  const fault = (name) =>
    namespace === SOAP ? [`{${WSSE}}${name}`] : [`{${SOAP12}}Sender`, `{${WSSE}}${name}`];
  const failed = fault('FailedAuthentication');
  const digest = { passwordType: 'PasswordDigest' };
  await tried('text', () => service.call(token()), 'NoError');
  await tried('digest', () => service.call(token(PASSWORD, digest)), 'NoError');
  const stamped = token(PASSWORD, { ...digest, hasTimeStamp: true });
  await tried('timestamp', () => service.call(stamped), 'NoError');
  await tried('wrong password', () => service.call(token('x')), failed);
  await tried('wrong digest', () => service.call(token('x', digest)), failed);
  await tried('unknown user', () => service.call(token(PASSWORD, digest, 'eve')), failed);
  const replay = async () => {
    let sent;
    const keep = (xml) => (sent ??= xml);
    return [await service.call(token(PASSWORD, digest), keep), await service.call(token(PASSWORD, digest), keep)];
  };
  await tried('replayed nonce', replay, ['NoError', failed]);
  const year = String(new Date().getUTCFullYear());
  const expired = fault('MessageExpired');
  const inYear = (other) => (xml) => xml.replaceAll(`>${year}-`, `>${other}-`);
  const withTimestamp = token(PASSWORD, { hasTimeStamp: true, hasTokenCreated: false });
  await tried('expired timestamp', () => service.call(withTimestamp, inYear('2016')), expired);
  await tried('timestamp of the future', () => service.call(withTimestamp, inYear('2416')), expired);
  await tried('old digest', () => service.call(token(PASSWORD, digest), inYear('2016')), expired);
  await tried('no header block', () => service.call(null), fault('InvalidSecurity'));
}

async function main([url]) {
  for (const [version, namespace] of [
    ['SOAP 1.1', SOAP],
    ['SOAP 1.2', SOAP12],
  ]) {
    const service = await Service.of(url, namespace);
    const tried = (name, action, expected) => check(`${version}: ${name}`, action, expected);
    await checkSecurity(tried, service, namespace);
  }
  process.exitCode = exitCode();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.stack);
  process.exitCode = 1;
});
