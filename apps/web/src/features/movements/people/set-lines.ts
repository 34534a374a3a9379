import { numberOf } from './indicator-values';

export interface SetLine {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly target: number | null;
  readonly better: 'more' | 'less';
}

/** 'mã | tên | đơn vị tính | chỉ tiêu' a line each; '≤ 5' asks for less. `wrong` counts lines from 1. */
export function linesOf(text: string): { readonly lines: readonly SetLine[]; readonly wrong: readonly number[] } {
  const read = text
    .split('\n')
    .map((line, at) => ({ at: at + 1, parts: line.split('|').map((part) => part.trim()) }))
    .filter(({ parts }) => parts.some((part) => part !== ''));
  const lines = read.map(({ at, parts }) => ({ at, line: lineOf(parts) }));
  return {
    lines: lines.flatMap(({ line }) => line ?? []),
    wrong: lines.flatMap(({ at, line }) => (line === undefined ? [at] : [])),
  };
}

function lineOf([code = '', name = '', unit = '', wanted = '']: readonly string[]): SetLine | undefined {
  const less = /^(≤|<=|<|không quá)\s*/u;
  const target = wanted === '' ? null : numberOf(wanted.replace(less, '').replace(/^(≥|>=|>)\s*/u, ''));
  const sound =
    /^[A-Z0-9][A-Z0-9.-]{0,19}$/.test(code.toUpperCase()) && name.length >= 3 && unit !== '' && (wanted === '' || target !== null);
  return sound ? { code: code.toUpperCase(), name, unit, target, better: less.test(wanted) ? 'less' : 'more' } : undefined;
}
