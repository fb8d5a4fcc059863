// What is tried: a line for each case, `pass` or `fail`, the case, and for a failure what was got and expected.
'use strict';

const { isDeepStrictEqual } = require('node:util');

let failed = false;

exports.check = async function check(name, action, expected) {
  let got;
  try {
    got = await action();
  } catch (error) {
    got = `${error.name}: ${error.message}`;
  }
  if (isDeepStrictEqual(got, expected)) {
    console.log(`pass\t${name}`);
  } else {
    failed = true;
    const line = `fail\t${name}\tgot ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`;
    console.log(line.replace(/\s*\n\s*/g, ' '));
  }
};

exports.exitCode = () => (failed ? 1 : 0);
