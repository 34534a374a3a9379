import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draw } from '../src/drawing/draw';
import { parseXml } from '../src/moddle/parse';
import { lintDiagram } from '../src/read-diagram';
import type { Refusal } from '../src/refusal';
import type { Rule } from '../src/rules/rule';
import type { Surroundings } from '../src/surroundings';
import { GENEROUS } from './surroundings';

interface Verified {
  readonly folder: string;
  /** File names beside the spec. The valid one passes every rule, not only this one. */
  readonly valid: string;
  readonly invalid: string;
  /** `code elementId`, as the rule must answer for the invalid file, in this order. */
  readonly refused: readonly string[];
}

/** Declares the two tests every lint rule has. */
export function verify(rule: Rule, { folder, valid, invalid, refused }: Verified): void {
  it(`accepts ${valid}`, async () => {
    const xml = readFileSync(join(folder, valid), 'utf8');
    expect(await lintDiagram(xml, GENEROUS)).toEqual([]);
    expect(await refusalsOf(rule, xml)).toEqual([]);
  });

  it(`refuses ${invalid}`, async () => {
    const refusals = await refusalsOf(rule, readFileSync(join(folder, invalid), 'utf8'));
    expect(refusals.map((refusal) => `${refusal.code} ${refusal.elementId ?? ''}`)).toEqual(refused);
  });
}

/** What one rule alone says about a file. */
export async function refusalsOf(rule: Rule, xml: string, besides: Partial<Surroundings> = {}): Promise<readonly Refusal[]> {
  const parsed = await parseXml(xml);
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.error));
  }
  const slip = parsed.value.refusals.find((refusal) => refusal.code === 'xml-warning');
  if (slip !== undefined) {
    throw new Error(`the test's own XML is wrong: ${JSON.stringify(slip.detail)}`);
  }
  return rule(draw(parsed.value.root), { ...GENEROUS, ...besides });
}

/** A fact of a finding, when it is a text. */
export function wordOf(refusal: Refusal, name: string): string {
  const value = refusal.detail[name];
  return typeof value === 'string' ? value : '';
}
