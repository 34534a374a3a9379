// Mutation testing of the engine's behaviours and of the join and scope logic, by the engine's own specs. Run with `npm run mutate`.
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const CORE = [
  'begin',
  'catching',
  'compensation',
  'complete',
  'conditions',
  'consume',
  'enter',
  'errors',
  'flows',
  'joins',
  'loops',
  'reach',
  'records',
  'scopes',
  'signals',
  'starts',
  'terminate',
  'throws',
];

export default {
  testRunner: 'mocha',
  buildCommand: `node tools/mutate-build.mjs ${ROOT}`,
  mochaOptions: {
    spec: ['.mutants/libs/engine/src/**/!(approval|elements|*.property).spec.js'],
    require: [join(ROOT, 'tools', 'mutate-globals.cjs')],
  },
  coverageAnalysis: 'perTest',
  mutate: ['libs/engine/src/behaviours/*.ts', ...CORE.map((name) => `libs/engine/src/${name}.ts`), '!**/*.spec.ts'],
  // Texts are kinds that the types check, and words for people: neither is the logic under test.
  mutator: { excludedMutations: ['StringLiteral'] },
  // Mutants of what is evaluated once, on import: each would need a process of its own, four fifths of the time for the tables of behaviours.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: 'node_modules/.cache/stryker/incremental.json',
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['**/dist', 'apps', 'docs', 'workflows', 'coverage', 'out'],
  concurrency: 2,
  timeoutMS: 30_000,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'node_modules/.cache/stryker/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  plugins: ['@stryker-mutator/mocha-runner'],
};
