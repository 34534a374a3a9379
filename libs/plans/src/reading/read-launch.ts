import type { PlanSource } from '@thidua/awards';
import { citationsIn, mendedSymbol, type Citation } from '../citations/citation';
import { KNOWN_MOVEMENTS } from '../known/movements';
import type { AnyField } from '../plan-field';
import { sourceOf, sourceOfMatch, type Paragraph } from '../text/paragraphs';
import { levelOfBody, officialBody } from '../text/places';
import { clausesOf } from '../text/sentences';
import { bare, flat, isShouted } from '../text/words';
import { field, wholeBody, type PlanRoom } from './plan-room';
import { sourceOfRows } from './read-head';

const QUOTED = /[“"]([^“”"]{4,240})[”"]/gu;
const LEGAL_BASIS = new Set(['NĐ', 'TT', 'TTLT', 'QH', 'TTr']);

export interface LaunchReading {
  readonly fields: readonly AnyField[];
  readonly names: readonly string[];
}

/** Names of the movements, the documents carried out, who launched and who carries out. `own`: 'xã Gia Phúc' and where it stands. */
export function readLaunch(room: PlanRoom, own: { readonly area: string; readonly source: PlanSource } | null): LaunchReading {
  const names = readNames(room);
  const parents = readParents(room, own?.area ?? null);
  const values = names.map((name) => name.value);
  return {
    names: values,
    fields: [
      ...(names.length === 0
        ? [field('name', null, null, 'name')]
        : names.map(({ value, source }) => field('name', value, source, asksParent(room, parents, values)))),
      launcherField(room, values, parents, own),
      carriedOutField(room, own),
      ...parents.map((parent) => parentField(parent, values)),
    ],
  };
}

/** A document above with the movements it names, and the one it launches. */
function parentField({ symbol, date, issuer, quote, line, movement, launches, text }: Parent, names: readonly string[]): AnyField {
  const named = names.filter((name) => bare(text).includes(bare(name)));
  const level = levelOfBody(issuer);
  const above = movement !== null && launches && level !== null ? { name: movement, level, body: issuer, start: null, end: null } : null;
  return field('parent', { symbol, date, issuer, names: named, launches: above }, { quote, line });
}

interface Name {
  readonly value: string;
  readonly source: PlanSource;
}

/** Quoted in the title; a name in capitals is taken from where the text writes it in small letters. */
function readNames(room: PlanRoom): readonly Name[] {
  const { title, opening } = room.parts;
  const printed = title.map((row) => row.text).join(' ');
  const inTitle = [...printed.matchAll(QUOTED)].map((match) => flat(match[1] ?? ''));
  if (inTitle.length > 0) {
    return inTitle.map((name) => (isShouted(name) ? smallName(room, name) : { value: name, source: titleSource(room, name) }));
  }
  return opening
    .slice(0, 12)
    .flatMap((paragraph) => {
      const match = /[Pp]hong trào thi đua\s+[“"]([^“”"]{4,240})[”"]/u.exec(paragraph.text);
      return match?.[1] === undefined ? [] : [{ value: flat(match[1]), source: sourceOfMatch(paragraph, match) }];
    })
    .slice(0, 1);
}

/** The rows of the title that the name stands on. */
function titleSource({ parts }: PlanRoom, name: string): PlanSource {
  const rows = parts.title;
  for (let from = rows.length - 1; from >= 0; from -= 1) {
    for (let to = from; to < rows.length; to += 1) {
      const some = rows.slice(from, to + 1);
      if (flat(some.map((row) => row.text).join(' ')).includes(name)) {
        return { ...sourceOfRows(some), quote: name };
      }
    }
  }
  return sourceOfRows(rows);
}

function smallName({ parts }: PlanRoom, shouted: string): Name {
  for (const paragraph of parts.all) {
    const at = paragraph.text.toLowerCase().indexOf(shouted.toLowerCase());
    const written = at < 0 ? shouted : paragraph.text.slice(at, at + shouted.length);
    if (!isShouted(written)) {
      return { value: written, source: sourceOf(paragraph, at, at + shouted.length) };
    }
  }
  return { value: shouted, source: sourceOfRows(parts.title) };
}

export interface Parent extends PlanSource {
  readonly symbol: string;
  readonly date: string;
  readonly issuer: string;
  /** The movement its own title names. */
  readonly movement: string | null;
  readonly launches: boolean;
  /** What the clause says about it. */
  readonly text: string;
}

/** The documents a plan carries out: the first of each clause of its opening; laws, decrees and circulars are only its legal bases. */
export function readParents(room: PlanRoom, own: string | null): readonly Parent[] {
  const said = room.parts.opening.filter((paragraph) => !paragraph.text.startsWith('(Kèm theo'));
  const found = said.flatMap((paragraph) => {
    const cited = citationsIn(paragraph);
    return clausesOf(paragraph.text).flatMap((clause) => {
      const first = cited.find((one) => one.at >= clause.from && one.at < clause.to);
      const isDone =
        first === undefined || LEGAL_BASIS.has(first.type) || first.date === null || opensWithDeed(clause.text, first, clause.from);
      return isDone ? [] : [parentOf(room, first, clause.text, own)];
    });
  });
  return found.filter((parent, index) => found.findIndex((one) => one.symbol === parent.symbol) === index);
}

/** 'Ủy ban nhân dân … ban hành Kế hoạch …' in which a document is named in passing. */
function opensWithDeed(clause: string, first: Citation, from: number): boolean {
  return /[UỦ][yỷ] ban nhân dân[^;]{0,300}(?:ban hành|xây dựng|phát động)/u.test(clause.slice(0, Math.max(first.at - from, 0)));
}

function parentOf(room: PlanRoom, cited: Citation, clause: string, own: string | null): Parent {
  const about = clause.slice(clause.indexOf(cited.symbol.slice(0, 3))).split(/[,;)]\s+(?:Chủ tịch )?[UỦ][yỷ] ban nhân dân/u)[0] ?? '';
  const movement = /[“"]([^“”"]{4,240})[”"]?/u.exec(about)?.[1] ?? null;
  const issuer = wholeBody(room, cited.issuer ?? implied(cited), own);
  return {
    quote: cited.quote,
    line: cited.line,
    symbol: mendedSymbol(cited),
    date: cited.date ?? '',
    issuer: chairless(issuer, cited),
    movement: movement === null ? null : flat(movement),
    launches: /phát động/iu.test(about) && !/triển khai/iu.test(about.slice(0, about.search(/phát động/iu))),
    text: about,
  };
}

function chairless(issuer: string, { type }: Citation): string {
  return type === 'KH' ? issuer.replace(/^Chủ tịch\s+(?=Ủy ban)/u, '') : issuer;
}

function implied({ body }: Citation): string {
  return { CP: 'Chính phủ', TTg: 'Thủ tướng Chính phủ', TW: 'Bộ Chính trị' }[body] ?? body;
}

/** A parent that names another movement than the plan does: a person says which movement it carries out. */
function asksParent(room: PlanRoom, parents: readonly Parent[], names: readonly string[]): 'parent-movement' | null {
  const known = names.map(bare);
  const other = parents.some((parent) => parent.movement !== null && parent.launches && !known.includes(bare(parent.movement)));
  return other && room.parts.decision.length === 0 ? 'parent-movement' : null;
}

function carriedOutField(room: PlanRoom, own: { readonly area: string; readonly source: PlanSource } | null): AnyField {
  if (own === null) {
    return field('carriedOutBy', null, null, 'issuer');
  }
  const body = `Ủy ban nhân dân ${own.area}`;
  const level = levelOfBody(body) ?? 'XA';
  const kind = own.area.split(/\s(?=\p{Lu})/u)[0] ?? '';
  const deed = new RegExp(`(?<!của )[UỦ][yỷ] ban nhân dân ${kind}[^.;]{0,60}?(?:ban hành|xây dựng|phát động)[^.;]{0,60}`, 'u');
  const [paragraph, match] = room.parts.decision.length > 0 ? [undefined, null] : firstMatch(room.parts.opening, deed);
  return field('carriedOutBy', { level, body }, paragraph === undefined ? own.source : sourceOfMatch(paragraph, match));
}

function launcherField(
  room: PlanRoom,
  names: readonly string[],
  parents: readonly Parent[],
  own: { readonly area: string; readonly source: PlanSource } | null,
): AnyField {
  const of = (body: string, source: PlanSource, isAsked = false): AnyField =>
    field('launcher', { level: levelOfBody(body) ?? 'XA', body }, source, isAsked ? 'launcher' : null);
  const said = saidLauncher(room, names);
  const namesake = parents.find(
    (parent) => parent.movement !== null && parent.launches && names.some((name) => bare(name) === bare(parent.movement ?? '')),
  );
  const place = ownPlace(names, own?.area ?? null);
  if (said !== null && !place) {
    return of(wholeBody(room, said.body, own?.area ?? null), said.source, said.several);
  }
  if (namesake !== undefined) {
    return of(namesake.issuer, { quote: namesake.quote, line: namesake.line });
  }
  const known = KNOWN_MOVEMENTS.find((movement) => names.some((name) => bare(name) === bare(movement.name)));
  if (known !== undefined) {
    return field('launcher', { level: known.level, body: known.body }, titleSource(room, names[0] ?? ''), 'launcher');
  }
  if (own !== null && (place || parents.length === 0)) {
    return ownLauncher(room, own.area);
  }
  return field('launcher', null, null, 'launcher');
}

/** Whether the movement bears the name of the area whose committee issues the plan: then it is its own. */
function ownPlace(names: readonly string[], area: string | null): boolean {
  const place = area?.replace(/^\p{Ll}[\p{Ll} ]*(?=\p{Lu})/u, '') ?? '';
  return place !== '' && names.some((name) => bare(name).startsWith(bare(place)));
}

function ownLauncher(room: PlanRoom, area: string): AnyField {
  const chair =
    /(Chủ tịch )?[UỦ][yỷ] ban nhân dân (?:xã|phường|đặc khu|tỉnh|thành phố)[^.;]{0,40}?(?:ban hành Kế hoạch|phát động|ban hành)[^.;]{0,60}/u;
  const [paragraph, match] = firstMatch(room.parts.opening, chair);
  const body = `${match?.[1] ?? ''}Ủy ban nhân dân ${area}`;
  const source = paragraph === undefined ? sourceOfRows(room.parts.title) : sourceOfMatch(paragraph, match);
  return field('launcher', { level: levelOfBody(body) ?? 'XA', body }, source);
}

interface Said {
  readonly body: string;
  readonly source: PlanSource;
  readonly several: boolean;
}

/** 'Phong trào thi đua “…” do Thủ tướng Chính phủ phát động': of this movement, or of no named one. */
function saidLauncher(room: PlanRoom, names: readonly string[]): Said | null {
  const pattern =
    /[Pp]hong trào thi đua\s*(?:[“"]([^“”"]{4,240})[”"]\s*)?do\s+((?:Thủ tướng|Chủ tịch|[UỦ][yỷ] ban|UBND)[^“”".;]{0,70}?)\s+phát động(?:\s+tại\s+[^,;.]{0,60})?/gu;
  const found: Said[] = [];
  for (const paragraph of room.parts.opening.concat(room.parts.body)) {
    for (const match of paragraph.text.matchAll(pattern)) {
      const isOurs = match[1] === undefined || names.some((name) => bare(name) === bare(match[1] ?? ''));
      const bodies = (match[2] ?? '').split(/,| và /u).map((one) => one.trim());
      if (isOurs && bodies[0] !== undefined) {
        found.push({ body: fullTitle(officialBody(bodies[0])), source: sourceOfMatch(paragraph, match), several: bodies.length > 1 });
      }
    }
  }
  return found.find((one) => !one.several) ?? found[0] ?? null;
}

function fullTitle(body: string): string {
  return body === 'Thủ tướng' ? 'Thủ tướng Chính phủ' : body;
}

export function firstMatch(
  paragraphs: readonly Paragraph[],
  pattern: RegExp,
): readonly [Paragraph, RegExpExecArray] | readonly [undefined, null] {
  for (const paragraph of paragraphs) {
    const match = pattern.exec(paragraph.text);
    if (match !== null) {
      return [paragraph, match];
    }
  }
  return [undefined, null];
}
