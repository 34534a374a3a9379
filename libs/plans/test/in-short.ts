import { fieldsOf, type AnyField, type FieldKind, type PlanField } from '../src';

type Short = Readonly<Record<string, unknown>>;

/** A proposal in the shape of the expected files, so that the two can be laid side by side. */
export function inShort(fields: readonly AnyField[]): Short {
  const one = <Kind extends FieldKind>(kind: Kind): PlanField<Kind> | undefined => fieldsOf(fields, kind)[0];
  const value = (kind: FieldKind): unknown => one(kind)?.value ?? null;
  const body = (kind: 'launcher' | 'carriedOutBy'): unknown => {
    const found = one(kind);
    return found === undefined || found.value === null ? null : [found.value.level, found.value.body, at(found)];
  };
  const period = one('period');
  const unitPlans = one('unitPlans');
  const issuer = one('issuer');
  return {
    number: value('number'),
    date: value('date'),
    issuer: issuer === undefined || issuer.value === null ? null : [issuer.value, at(issuer)],
    title: value('title'),
    signed: value('signature'),
    named: value('signer') === 'named',
    names: fieldsOf(fields, 'name').map((name) => [name.value, at(name)]),
    launcher: body('launcher'),
    carriedOutBy: body('carriedOutBy'),
    parents: fieldsOf(fields, 'parent').map((parent) => [parent.value?.symbol, parent.value?.date, parent.value?.issuer, at(parent)]),
    cited: fieldsOf(fields, 'cited').map((cited) => cited.value?.symbol),
    period: period === undefined || period.value === null ? null : [period.value.start, period.value.end, at(period)],
    phases: fieldsOf(fields, 'phase').map((phase) => [
      phase.value?.number,
      phase.value?.start,
      phase.value?.end,
      phase.value?.review,
      phase.value?.reviewYear,
      at(phase),
    ]),
    audiences: fieldsOf(fields, 'audience').map((audience) => [audience.value?.audience, audience.value?.outsideToo, at(audience)]),
    menu: fieldsOf(fields, 'menuItem').map((item) => [plus(item.value?.occasions), item.value?.basis, item.value?.award, at(item)]),
    standards: fieldsOf(fields, 'standard').map((standard) => [plus(standard.value?.occasions), ...range(standard)]),
    criteria: fieldsOf(fields, 'criterion').map((criterion) => [criterion.value?.audience, ...range(criterion)]),
    rules: fieldsOf(fields, 'rule').map((rule) => [
      plus(rule.value?.occasions),
      plus(rule.value?.awards),
      plus(rule.value?.audiences),
      rule.value?.needs,
      rule.value?.atLeast,
      rule.value?.ofYears,
      ...range(rule),
    ]),
    dossierParts: fieldsOf(fields, 'dossierPart').map((part) => [part.value?.part, at(part)]),
    reports: fieldsOf(fields, 'report').map((report) => [
      plus(report.value?.occasions),
      report.value?.to,
      report.value?.via,
      report.value?.before,
      ...range(report),
    ]),
    unitPlans: unitPlans === undefined || unitPlans.value === null ? null : [unitPlans.value, at(unitPlans)],
    roles: fieldsOf(fields, 'role').map((role) => [role.value?.role, role.value?.body, ...range(role)]),
    recipients: fieldsOf(fields, 'recipient').map((recipient) => recipient.value),
  };
}

/** Lists whose last two numbers are the first and the last line of the words: the expected line must lie between them. */
const WITHIN = ['roles', 'rules', 'reports'];
/** Lists whose order says nothing. */
const UNORDERED = [...WITHIN, 'audiences', 'cited', 'menu', 'standards'];

/** The two readings made comparable: order where it says nothing, a line anywhere in the words, a body by its first words. */
export function agreed(key: string, found: unknown, wanted: unknown): readonly [unknown, unknown] {
  if (key === 'title') {
    return [lower(found), lower(wanted)];
  }
  if (!UNORDERED.includes(key)) {
    return [found, wanted];
  }
  const rows = found as readonly (readonly unknown[])[];
  const expected = wanted as readonly (readonly unknown[])[];
  const short = WITHIN.includes(key) ? rows.map((row) => pinned(row, expected)) : rows;
  return [sorted(short), sorted(expected)];
}

function pinned(row: readonly unknown[], expected: readonly (readonly unknown[])[]): readonly unknown[] {
  const [values, [from, to]] = [row.slice(0, -2), row.slice(-2) as [number, number]];
  const same = expected.find((one) => {
    const line = one.at(-1) as number;
    return line >= from && line <= to && one.slice(0, -1).every((value, index) => sameWords(values[index], value));
  });
  return same ?? [...values, from];
}

function sameWords(found: unknown, wanted: unknown): boolean {
  return found === wanted || (typeof found === 'string' && typeof wanted === 'string' && wanted.length > 10 && found.startsWith(wanted));
}

/** Only a title printed in capitals leaves its small letters open. */
function lower(title: unknown): unknown {
  return typeof title === 'string' ? title.toLowerCase() : title;
}

function sorted(rows: readonly unknown[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}

function at(field: Pick<PlanField, 'source'>): number | null {
  return field.source?.line.from ?? null;
}

function range(field: Pick<PlanField, 'source'>): readonly (number | null)[] {
  return [field.source?.line.from ?? null, field.source?.line.to ?? null];
}

function plus(some: readonly string[] | undefined): string {
  return (some ?? []).join('+');
}
