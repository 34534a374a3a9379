import type { PlanSource } from '@thidua/awards';
import type { AnyField } from '../plan-field';
import { partialDate } from '../text/days';
import { AREA, areaName, NAME } from '../text/places';
import type { Row } from '../text/rows';
import { flat, isShouted, withoutEnd } from '../text/words';
import { field, type PlanRoom } from './plan-room';

const COMMITTEE = /^(?:UBND|[UỦ][YỶyỷ] BAN NHÂN DÂN|[UỦ][yỷ] ban nhân dân)(?:\s+(.+))?$/u;
const AREA_ROW = new RegExp(`^${AREA}\\s+\\p{Lu}`, 'iu');
const CHAIR_ROW = new RegExp(`^CHỦ TỊCH\\s+[UỦ][YỶ] BAN NHÂN DÂN\\s+(.+)$`, 'u');

/** The letterhead: number, date, who issues it. What is left blank stays empty and is asked for. */
export function readHead(room: PlanRoom): readonly AnyField[] {
  return [numberField(room), dateField(room), issuerField(room)];
}

/** 'phường Vạn Xuân': the area whose committee issues the plan, from the letterhead or the opening words. */
export function ownArea(room: PlanRoom): { readonly area: string; readonly source: PlanSource } | null {
  const { head } = room.parts;
  for (const [index, row] of head.entries()) {
    const committee = COMMITTEE.exec(row.text);
    if (committee !== null) {
      const area =
        committee[1] === undefined ? head.slice(index + 1).find((one) => AREA_ROW.test(one.text)) : { ...row, text: committee[1] };
      return area === undefined ? null : { area: areaName(area.text), source: sourceOfRows([row, ...(area.n === row.n ? [] : [area])]) };
    }
  }
  return openingArea(room);
}

function openingArea(room: PlanRoom): { readonly area: string; readonly source: PlanSource } | null {
  const acts = new RegExp(`[UỦ][yỷ] ban nhân dân (${AREA})(?:\\s+(${NAME}))?\\s+(?:ban hành|xây dựng|phát động|tổ chức|triển khai)`, 'u');
  for (const row of joinedOpening(room)) {
    const found = acts.exec(row.text);
    if (found?.[1] !== undefined) {
      const place = found[2] ?? nameNear(room, found[1]);
      const source = row.sourceOf(found.index, found.index + found[0].length);
      return place === null ? null : { area: `${found[1]} ${place}`, source };
    }
  }
  return null;
}

function joinedOpening({ parts }: PlanRoom): readonly { text: string; sourceOf: (from: number, to: number) => PlanSource }[] {
  return parts.opening.map((paragraph) => ({
    text: paragraph.text,
    sourceOf: (from, to) => ({
      quote: paragraph.text.slice(from, to),
      line: { from: lineAt(paragraph, from), to: lineAt(paragraph, to - 1) },
    }),
  }));
}

function lineAt({ rows, starts }: { readonly rows: readonly Row[]; readonly starts: readonly number[] }, offset: number): number {
  return rows[starts.findLastIndex((start) => start <= offset)]?.n ?? 0;
}

/** The name that follows the kind of area in the title or the text. */
function nameNear({ parts, text, hints }: PlanRoom, area: string): string | null {
  const pattern = new RegExp(`(?<!\\p{L})${area} (${NAME})`, 'u');
  const title = parts.title.map((row) => row.text).join(' ');
  return (pattern.exec(title) ?? pattern.exec(text) ?? pattern.exec(hints.place ?? ''))?.[1] ?? null;
}

function issuerField(room: PlanRoom): AnyField {
  const chair = room.parts.decision.find((paragraph) => CHAIR_ROW.test(paragraph.text));
  const named = chair === undefined ? null : (CHAIR_ROW.exec(chair.text)?.[1] ?? null);
  if (chair !== undefined && named !== null) {
    const source = sourceOfRows(chair.rows);
    return field('issuer', `Chủ tịch Ủy ban nhân dân ${areaName(named)}`, source);
  }
  const own = ownArea(room);
  return own === null ? field('issuer', null, null, 'issuer') : field('issuer', `Ủy ban nhân dân ${own.area}`, own.source);
}

function numberField({ parts }: PlanRoom): AnyField {
  const row = parts.head.find((one) => /Số\s*:/u.test(one.text));
  if (row === undefined) {
    return field('number', null, null, 'number');
  }
  const printed = /Số\s*:\s*(\d{1,4})\s*(\/\s*[\p{L}\d&-]+(?:\s*-\s*[\p{L}\d&]+)*)/u.exec(row.text);
  const number = printed === null ? null : `${printed[1] ?? ''}${printed[2] ?? ''}`.replaceAll(/\s+/gu, '');
  return field('number', number, sourceOfRows([row]), number === null ? 'number' : null);
}

function dateField({ parts }: PlanRoom): AnyField {
  const printed = /ngày\s*(\d{0,2})[\s…._]*tháng\s*(\d{0,2})[\s…._]*năm\s*(\d{4})?/iu;
  const row = parts.head.find((one) => printed.test(one.text));
  const found = row === undefined ? null : printed.exec(row.text);
  if (row === undefined || found === null) {
    return field('date', null, null, 'date');
  }
  const [day, month, year] = [found[1] ?? '', found[2] ?? '', found[3] ?? ''];
  if (year === '') {
    return field('date', null, sourceOfRows([row]), 'date');
  }
  const value = month === '' ? year : partialDate(`${day === '' ? '' : `${day}/`}${month}/${year}`);
  return field('date', value, sourceOfRows([row]), value?.length === 10 ? null : 'date');
}

/** The title as one line: 'Kế hoạch' and what follows it; a title in capitals is set in small letters. */
export function readTitle(room: PlanRoom, names: readonly string[]): AnyField {
  const { title } = room.parts;
  if (title.length === 0) {
    return field('title', null, null, 'title');
  }
  const printed = flat(title.map((row) => row.text).join(' '));
  const small = isShouted(printed) ? lowered(printed, names) : printed;
  return field('title', `Kế hoạch ${small.slice(0, 1).toLowerCase()}${small.slice(1)}`, sourceOfRows(title));
}

function lowered(printed: string, names: readonly string[]): string {
  const low = names.reduce((text, name) => text.replace(name.toLowerCase(), name), printed.toLowerCase());
  return low.replace('phong trào thi đua', 'Phong trào thi đua');
}

/** Lines above the name, and whether a name stands there. */
export function readSignature({ parts }: PlanRoom): readonly AnyField[] {
  const rows = parts.end;
  const is = (row: Row | undefined): boolean =>
    row !== undefined && /^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.)|^(?:PHÓ )?CHỦ TỊCH(?: THƯỜNG TRỰC)?$/u.test(row.text);
  const lines = rows.filter(is);
  const last = rows.findLastIndex(is);
  const name = rows.slice(last + 1).find((row) => /^\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,5}$/u.test(row.text) && !isShouted(row.text));
  const signature = lines.length === 0 ? null : lines.map((row) => row.text);
  const source = lines.length === 0 ? null : sourceOfRows(lines);
  return [
    field('signature', signature, source, signature === null ? 'signer' : null),
    name === undefined || last < 0
      ? field('signer', null, null, signature === null ? null : 'signer')
      : field('signer', 'named', { quote: '…', line: { from: name.n, to: name.n } }),
  ];
}

/** 'Nơi nhận': one field a line. */
export function readRecipients({ parts }: PlanRoom): readonly AnyField[] {
  const from = parts.end.findIndex((row) => /^Nơi nhận/u.test(row.text));
  const after = from < 0 ? [] : parts.end.slice(from + 1);
  return after
    .filter((row) => /^[-–+•]\s*\S/u.test(row.text))
    .map((row) => field('recipient', withoutEnd(row.text.replace(/^[-–+•]\s*/u, '')), sourceOfRows([row])));
}

export function sourceOfRows(rows: readonly Row[]): PlanSource {
  const numbers = rows.map((row) => row.n);
  return { quote: rows.map((row) => row.text).join(' '), line: { from: Math.min(...numbers), to: Math.max(...numbers) } };
}
