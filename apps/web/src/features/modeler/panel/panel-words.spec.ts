import { describe, expect, it } from 'vitest';
import en from '../../../i18n/en.json';
import core from '../../../i18n/vi.json';
import desk from '../../../i18n/vi-desk.json';

/** The diagrams that are shipped: whatever they name, the panel shows by a word. */
const diagrams = Object.values(
  import.meta.glob<string>('../../../../../../workflows/*/*/*.bpmn', { query: '?raw', import: 'default', eager: true }),
).join('\n');
const panel = Object.values(import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true })).join('\n');

const found = (pattern: RegExp): readonly string[] =>
  [...new Set([...diagrams.matchAll(pattern)].map((match) => match[1] ?? ''))].filter((name) => name !== '').sort();

const NAMES: Readonly<Record<string, readonly string[]>> = {
  formName: found(/formId="([\w-]+)"/g),
  jobType: found(/<zeebe:taskDefinition type="([\w-]+)"/g),
  stepKind: found(/<thidua:step kind="([\w-]+)"/g),
  power: found(/<thidua:authority [^>]*power="([\w-]+)"/g),
  role: found(/pos:&quot; \+ \w+ \+ &quot;\/([\w-]+)&quot;/g),
  office: found(/pos:&quot; \+ (\w+) \+ &quot;/g),
};

function wordsOf(texts: object, folder: string): Readonly<Record<string, unknown>> {
  const words: unknown = Object.entries(texts).find(([name]) => name === folder)?.[1];
  return typeof words === 'object' && words !== null ? Object.fromEntries(Object.entries(words)) : {};
}

describe('words of the panel', () => {
  it.each(Object.entries(NAMES))('has a word in both languages for every %s of the shipped diagrams', (folder, names) => {
    expect(names.length).toBeGreaterThan(0);
    const vi = { ...wordsOf(core, folder), ...wordsOf(desk, folder) };
    expect(names.filter((name) => vi[name] === undefined)).toEqual([]);
    expect(names.filter((name) => wordsOf(en, folder)[name] === undefined)).toEqual([]);
  });

  it('uses every text it has', () => {
    const asked = [...panel.matchAll(/t\(['`]panel\.(\w+)/g)].map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(30);
    expect(Object.keys(desk.panel).filter((name) => !asked.includes(name) && !panel.includes(`'panel.${name}'`))).toEqual([]);
  });
});
