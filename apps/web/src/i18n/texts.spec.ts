import { ERROR_CODES } from '@thidua/contract';
import { describe, expect, it } from 'vitest';
import en from './en.json';
import core from './vi.json';
import desk from './vi-desk.json';

function flatten(node: object, path = ''): Map<string, string> {
  const entries = Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[at, value] as const] : [...flatten(value as object, at)];
  });
  return new Map(entries);
}

/** Errors that only pages of administrators show stand beside their texts. */
const vi = { ...core, ...desk, error: { ...core.error, ...desk.error } };
const VI = flatten(vi);
const EN = flatten(en);
const holes = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.spec.*'], { query: '?raw', import: 'default', eager: true });
const literal = [...Object.values(sources)].flatMap((source) => [
  ...[...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? ''),
  ...[...source.matchAll(/'(wizard\.missing\.\w+)'/g)].map((match) => match[1] ?? ''),
]);
const templates = [...Object.values(sources)].flatMap((source) =>
  [...source.matchAll(/\bt\(\s*`([\w.-]+)\.\$\{/g)].map((match) => match[1] ?? ''),
);

describe('texts', () => {
  it('has the same keys in both languages', () => {
    expect([...EN.keys()].sort()).toEqual([...VI.keys()].sort());
  });

  it('puts the same values into both languages', () => {
    const differing = [...VI].filter(([key, text]) => holes(text).join() !== holes(EN.get(key) ?? '').join()).map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it('leaves no English in Vietnamese, but for commands and keys of the keyboard', () => {
    const english =
      /\b(?:and|of|with|from|users?|tasks?|errors?|cancel|delete|remove|submit|search|loading|draft|version|status|start|event|gateway|process|element|message|default|warning|failed|unknown|select|click|close|open|items|link|token|server|database|file|upload|download|import|export|input|output|worker|queue|retry|password|node|flow)\b/i;
    const own = (text: string): string => text.replace(/\{\{\w+\}\}|npm (?:start|run [\w:]+)|\bDelete\b/g, '');
    expect([...VI].filter(([, text]) => english.test(own(text))).map(([key]) => key)).toEqual([]);
  });

  it('has every key the source asks for', () => {
    expect(literal.length).toBeGreaterThan(200);
    expect(literal.filter((key) => !VI.has(key))).toEqual([]);
  });

  it('has a folder for every key that is put together from data', () => {
    const folders = new Set([...VI.keys()].map((key) => key.slice(0, key.lastIndexOf('.'))));
    expect(templates.filter((folder) => !folders.has(folder) && ![...folders].some((one) => one.startsWith(`${folder}.`)))).toEqual([]);
  });

  it('says of every error of the contract what happened and what to do', () => {
    const missing = ERROR_CODES.flatMap((code) => [`error.${code}.what`, `error.${code}.todo`]).filter((key) => !VI.has(key));
    expect(missing).toEqual([]);
  });
});
