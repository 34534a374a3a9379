// Gives Mocha's interface what the specs take from Jest: mutants are tried in one process, without a module registry for each file.
const { expect } = require('expect');
const { bind } = require('jest-each');
const { interfaces } = require('mocha');

const { bdd } = interfaces;

interfaces.bdd = function jestLike(suite) {
  bdd(suite);
  suite.on('pre-require', (context) => {
    context.expect = expect;
    context.it.each = bind(context.it);
    context.describe.each = bind(context.describe, false);
    context.beforeAll = context.before;
  });
};
