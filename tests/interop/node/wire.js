// What went over the wire, with its namespaces: node-soap matches local names alone.
'use strict';

const sax = require('sax');

exports.MESSAGES = 'http://schemas.microsoft.com/exchange/services/2006/messages';
exports.TYPES = 'http://schemas.microsoft.com/exchange/services/2006/types';
exports.ERRORS = 'http://schemas.microsoft.com/exchange/services/2006/errors';
exports.OWN = 'urn:um-messages:interop';
exports.SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
exports.SOAP12 = 'http://www.w3.org/2003/05/soap-envelope';

exports.REASONS = {
  InvalidCallIdException: "The call identifier isn't valid.",
  InvalidObjectIdException: "The object identifier isn't valid.",
  DialingRulesException: 'Dialing restrictions are preventing the phone number that was entered from being dialed.',
};

/** The root of a document as `{ name, bindings, attributes, text, children }`, names as `{namespace}local`. */
exports.read = function read(xml) {
  const parser = sax.parser(true, { xmlns: true });
  const document = { children: [], text: '' };
  const open = [document];
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = (node) => {
    const attributes = Object.fromEntries(Object.values(node.attributes).map((a) => [`{${a.uri}}${a.local}`, a.value]));
    const element = { name: `{${node.uri}}${node.local}`, bindings: node.ns, attributes, text: '', children: [] };
    open[open.length - 1].children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => open.pop();
  parser.ontext = parser.oncdata = (text) => {
    open[open.length - 1].text += text;
  };
  parser.write(xml).close();
  return document.children[0];
};

/** The namespace of an envelope, its header blocks, and the one child of its Body. */
exports.readEnvelope = function readEnvelope(xml) {
  const envelope = exports.read(xml);
  const [, namespace, name] = /^\{(.*)\}(.*)$/.exec(envelope.name);
  const body = envelope.children[envelope.children.length - 1];
  if (name !== 'Envelope' || body?.name !== `{${namespace}}Body`) {
    throw new Error(`no envelope: ${envelope.name}`);
  }
  if (body.children.length !== 1) {
    throw new Error(`${body.children.length} elements in the Body`);
  }
  const header = envelope.children.find((child) => child.name === `{${namespace}}Header`);
  return { namespace, blocks: header?.children ?? [], body: body.children[0] };
};

/** The one child of the Body, in SOAP 1.1. */
exports.readBody = function readBody(xml) {
  const { namespace, body } = exports.readEnvelope(xml);
  if (namespace !== exports.SOAP) {
    throw new Error(`no envelope of SOAP 1.1: ${namespace}`);
  }
  return body;
};

/** What a qualified name in the text or an attribute of an element means. */
exports.resolve = function resolve(element, qname) {
  const [name, prefix = ''] = qname.split(':').reverse();
  return `{${element.bindings[prefix]}}${name}`;
};
