import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ConformanceCase } from './case';

export interface BpmnSuite {
  readonly kind: 'bpmn';
  readonly name: string;
  readonly folder: string;
  readonly cases: readonly ConformanceCase[];
}

/** A folder of the DMN TCK, read as it is published. */
export interface DmnSuite {
  readonly kind: 'dmn';
  readonly name: string;
  readonly folder: string;
}

export type Suite = BpmnSuite | DmnSuite;

/** The caller named something that is no suite. */
export class NotASuite extends Error {
  override readonly name = 'NotASuite';
}

/** The suites of the arguments in their order; plain files, as a glob brings them along, are passed over. */
export function readSuites(paths: readonly string[]): readonly Suite[] {
  const suites = paths.flatMap(suitesAt);
  if (suites.length === 0) {
    throw new NotASuite('name at least one suite folder (with cases.json or index.json)');
  }
  return suites;
}

function suitesAt(path: string): readonly Suite[] {
  if (!existsSync(path)) {
    throw new NotASuite(`${path}: there is no such folder`);
  }
  if (!statSync(path).isDirectory()) {
    return [];
  }
  const name = basename(path);
  const found: Suite[] = [];
  if (existsSync(join(path, 'cases.json'))) {
    found.push({ kind: 'bpmn', name, folder: path, cases: readCases(join(path, 'cases.json')) });
  }
  if (existsSync(join(path, 'index.json'))) {
    found.push({ kind: 'dmn', name, folder: path });
  }
  if (found.length === 0) {
    throw new NotASuite(`${path}: neither cases.json nor index.json is in it`);
  }
  return found;
}

function readCases(file: string): readonly ConformanceCase[] {
  let cases: unknown;
  try {
    cases = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new NotASuite(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Array.isArray(cases)) {
    throw new NotASuite(`${file}: is no array of cases`);
  }
  return cases as readonly ConformanceCase[];
}
