import type { DocumentRef } from '@thidua/documents';
import type { JsonValue } from '@thidua/kernel';
import type { OrgFacts, WorkRecord } from '@thidua/store';
import { formalName } from '../../words';

const OCCASION: Readonly<Record<NonNullable<WorkRecord['occasion']>, string>> = {
  annual: 'hàng năm',
  interim: 'sơ kết',
  final: 'tổng kết',
  'ad-hoc': 'đột xuất',
};

/** 'khen thưởng sơ kết năm 2027'. */
export function occasionWords({ occasion, year }: Pick<WorkRecord, 'occasion' | 'year'>): string {
  return `khen thưởng ${OCCASION[occasion ?? 'annual']} năm ${String(year ?? '')}`.trimEnd();
}

/** The notice an occasion was opened by, as the work remembers it; without number where that is not known. */
export function noticeRef(occasion: Pick<WorkRecord, 'facts'> | undefined, body: OrgFacts): DocumentRef {
  const kept = occasion?.facts['paper:thong-bao-mo-dot'];
  const { numberText, numberDate } = isRecord(kept) ? kept : {};
  const [number = '', ...symbol] = typeof numberText === 'string' ? numberText.split('/') : [];
  return {
    name: 'Thông báo',
    number: number === '' ? null : number,
    symbol: symbol.length === 0 ? `TB-${body.symbol}` : symbol.join('/'),
    date: typeof numberDate === 'string' ? numberDate.slice(0, 10) : null,
    body: formalName(body),
  };
}

function isRecord(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
