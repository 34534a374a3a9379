import type { Menu, MenuItem, Movement, PlanSource } from '@thidua/awards';
import { err, ok, type Result } from '@thidua/kernel';
import { fieldsOf, type FieldKind, type PlanField, type PlanValues } from '../plan-field';
import { needsNoWord, type DraftField, type Missing } from './draft';
import { QUESTION_TEXTS } from './question-texts';

/** A movement cannot be without these. */
const NEEDED: readonly FieldKind[] = ['title', 'issuer', 'name', 'launcher', 'carriedOutBy', 'menuItem'];
/** No words of the plan: a person has said it. */
const NOT_IN_TEXT: PlanSource['line'] = { from: 0, to: 0 };

export interface MovementShape {
  /** File the plan came from; '' for a blank draft. */
  readonly file: string;
  readonly idOf: (name: string, index: number) => string;
}

/** The movements a draft sets up, one for each name; or what a person has not settled yet. */
export function movementsOf(fields: readonly DraftField[], shape: MovementShape): Result<readonly Movement[], readonly Missing[]> {
  const missing = missingIn(fields);
  if (missing.length > 0) {
    return err(missing);
  }
  const said = fields.filter((field) => field.state !== 'absent');
  const names = sourced(said, 'name');
  return ok(names.map((name, index) => movementAt(fields, said, { ...shape, name, index, names: names.map((one) => one.value) })));
}

/** Everything that stands in the way, first what nobody has looked at. */
export function missingIn(fields: readonly DraftField[]): readonly Missing[] {
  const open = fields
    .filter((field) => field.state === 'proposed' && !needsNoWord(field))
    .map(({ id, kind, asked }) => ({ fieldId: id, kind, why: 'unsettled' as const, question: asked }));
  const empty = NEEDED.filter((kind) => !fields.some((field) => field.kind === kind && field.state !== 'absent' && field.value !== null))
    .filter((kind) => !open.some((one) => one.kind === kind))
    .map((kind) => ({ fieldId: null, kind, why: 'empty' as const, question: null }));
  return [...open, ...empty];
}

interface Sourced<Value> extends PlanSource {
  readonly value: Value;
}

interface MovementAt extends MovementShape {
  readonly name: Sourced<string>;
  readonly index: number;
  readonly names: readonly string[];
}

function movementAt(all: readonly DraftField[], said: readonly DraftField[], at: MovementAt): Movement {
  const { name, index, names } = at;
  const { value: launcher, ...launchSource } = needed(said, 'launcher');
  const { value: carried, ...carriedSource } = needed(said, 'carriedOutBy');
  const [period] = sourced(said, 'period');
  return {
    id: at.idOf(name.value, index),
    plan: {
      seed: at.file,
      title: needed(said, 'title').value,
      issuer: needed(said, 'issuer').value,
      number: sourced(said, 'number')[0]?.value ?? null,
      date: sourced(said, 'date')[0]?.value ?? null,
    },
    name,
    launcher: { ...launchSource, ...launcher },
    carriedOutBy: { ...carriedSource, ...carried },
    parents: sourced(said, 'parent')
      .filter(({ value }) => isParentOf(value.names, name.value, names))
      .map(({ value: { symbol, date, issuer, launches }, ...source }) => ({ symbol, date, issuer, launches, ...source })),
    period: period === undefined ? { start: null, end: null, quote: '', line: NOT_IN_TEXT } : { ...source(period), ...period.value },
    phases: spread(said, 'phase').toSorted((a, b) => a.number - b.number),
    audiences: spread(said, 'audience'),
    menus: menusOf(said),
    standards: spread(said, 'standard'),
    criteria: spread(said, 'criterion'),
    rules: spread(said, 'rule'),
    dossierParts: spread(said, 'dossierPart'),
    reportDates: spread(said, 'report'),
    roles: spread(said, 'role'),
    questions: questionsOf(all),
  };
}

/** A document above names the movements it is about; one that names none belongs to the first. */
function isParentOf(named: readonly string[], name: string, names: readonly string[]): boolean {
  return named.length === 0 ? names[0] === name : named.includes(name);
}

/** Items of the same occasions stand in one menu, in the order of the plan. */
function menusOf(said: readonly DraftField[]): readonly Menu[] {
  const menus = new Map<string, { occasions: Menu['occasions']; items: MenuItem[] }>();
  for (const { value, ...where } of sourced(said, 'menuItem')) {
    const key = value.occasions.join('+');
    const menu = menus.get(key) ?? { occasions: value.occasions, items: [] };
    menu.items.push({ award: value.award, basis: value.basis, ...where });
    menus.set(key, menu);
  }
  return [...menus.values()];
}

/** What the plan leaves open although a person has seen it. */
function questionsOf(all: readonly DraftField[]): readonly string[] {
  const open = all.filter((field) => field.asked !== null && field.state !== 'changed');
  const reviews = all.some((field) => field.kind === 'phase' && field.state !== 'absent') ? [] : [QUESTION_TEXTS.reviews];
  return [...new Set([...open.map((field) => (field.asked === null ? '' : textOf(field.asked, field.source))), ...reviews])];
}

function textOf(question: NonNullable<DraftField['asked']>, where: PlanSource | null): string {
  const text = QUESTION_TEXTS[question];
  return where === null || where.line.from === 0 ? text : `${text.slice(0, -1)} (dòng ${where.line.from}).`;
}

function needed<Kind extends FieldKind>(said: readonly DraftField[], kind: Kind): Sourced<PlanValues[Kind]> {
  const [first] = sourced(said, kind);
  if (first === undefined) {
    throw new Error(`${kind} was settled but is not there`);
  }
  return first;
}

/** Fields of a kind that have a value, with the words they rest on. */
function sourced<Kind extends FieldKind>(said: readonly DraftField[], kind: Kind): readonly Sourced<PlanValues[Kind]>[] {
  return fieldsOf(said, kind).flatMap((field: PlanField<Kind>) =>
    field.value === null ? [] : [{ value: field.value, ...(field.source ?? { quote: '', line: NOT_IN_TEXT }) }],
  );
}

function spread<Kind extends 'phase' | 'audience' | 'standard' | 'criterion' | 'rule' | 'dossierPart' | 'report' | 'role'>(
  said: readonly DraftField[],
  kind: Kind,
): readonly (PlanValues[Kind] & PlanSource)[] {
  return sourced(said, kind).map((one) => ({ ...one.value, ...source(one) }));
}

function source({ quote, line }: PlanSource): PlanSource {
  return { quote, line };
}
