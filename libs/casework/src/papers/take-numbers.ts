import type { LocalDate } from '@thidua/kernel';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import { fp, newId } from '@thidua/runtime';
import type { NumberSource, PaperRecord, RegisteredPaper, SeriesRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { documentTypeOf, suffixOf, writtenNumber } from './document-types';

/** A number of the agency's document system, checked for its form. */
export interface TypedNumber {
  readonly number: string;
  readonly date: string;
}

export interface Numbering {
  readonly provinceId: string;
  readonly paper: PaperRecord;
  /** Post of the records clerk, or of whoever signed where no clerk is asked. */
  readonly takenBy: string;
  readonly today: LocalDate;
  readonly nowMs: number;
  readonly external?: TypedNumber;
}

interface Given {
  readonly n: number | null;
  readonly text: string;
  readonly date: string;
  readonly shown: number | null;
}

/** Gives a signed paper its number, once and for ever: from our register, or from elsewhere and unique in it (decision 28). */
export async function takeNumber(deps: CaseworkDeps, tx: Tx, numbering: Numbering): Promise<string> {
  const { provinceId, paper, takenBy, external } = numbering;
  const { numbers, papers } = deps.stores;
  const { documentType, suffix } = await placeOf(deps, tx, numbering);
  const year = external === undefined ? numbering.today.year : Number(external.date.slice(0, 4));
  const series = await numbers.series(tx, provinceId, newId(deps.clock), { orgId: paper.orgId, documentType, year, suffix });
  if ((series.mode === 'external') !== (external !== undefined)) {
    throw new Refused('number-source', { paperId: paper.id, mode: series.mode, documentType, year });
  }
  const order = { provinceId, series, suffix };
  const given =
    external === undefined ? await ownNumber(deps, tx, { ...order, numbering }) : await typedNumber(deps, tx, { ...order, external });
  const line = { seriesId: series.id, n: given.n, text: given.text, date: given.date, paperId: paper.id, takenBy };
  await numbers.register(tx, provinceId, { ...line, paper: await registered(deps, tx, numbering) }, deps.clock.nowMs());
  fp('number.after-take');
  if (!(await papers.number(tx, provinceId, paper.id, { n: given.shown, text: given.text, date: given.date }))) {
    throw new Refused('paper-state', { paperId: paper.id, state: paper.state });
  }
  return given.text;
}

/** Where a paper's numbers come from in a year; undefined for papers that take none. */
export async function sourceOf(
  deps: CaseworkDeps,
  provinceId: string,
  { paper, year }: { readonly paper: Pick<PaperRecord, 'kind' | 'orgId'>; readonly year: number },
  tx?: Tx,
): Promise<NumberSource | undefined> {
  const documentType = documentTypeOf(paper.kind);
  return documentType === undefined ? undefined : deps.stores.numbers.source(provinceId, { orgId: paper.orgId, documentType, year }, tx);
}

/** Symbol and seal are those of the day: a body without a seal (a thôn) has no register to take a number from. */
async function placeOf(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, paper, today }: Numbering,
): Promise<{ readonly documentType: string; readonly suffix: string }> {
  const documentType = documentTypeOf(paper.kind);
  const org = await deps.stores.people.orgAsOf(provinceId, paper.orgId, formatLocalDate(today), tx);
  if (documentType === undefined || org === undefined) {
    throw new Refused('paper-state', { reason: 'takes-no-number', paperId: paper.id, kind: paper.kind });
  }
  if (!org.hasSeal) {
    throw new Refused('paper-state', { reason: 'no-seal', paperId: paper.id, orgId: org.id });
  }
  return { documentType, suffix: suffixOf(documentType, org.symbol) };
}

interface NumberOrder {
  readonly provinceId: string;
  readonly series: SeriesRecord;
  readonly suffix: string;
}

async function ownNumber(deps: CaseworkDeps, tx: Tx, order: NumberOrder & { readonly numbering: Numbering }): Promise<Given> {
  const n = await deps.stores.numbers.next(tx, order.provinceId, order.series.id);
  // Whoever waited for the number before may have waited over midnight; in another year the number is still of the year it was asked in.
  const { today } = order.numbering;
  const now = dayOf(deps.clock.nowMs());
  const date = formatLocalDate(now.year === today.year ? now : today);
  return { n, text: `${writtenNumber(String(n))}/${order.suffix}`, date, shown: n };
}

/** @throws Refused number-taken, with the paper that has it */
async function typedNumber(deps: CaseworkDeps, tx: Tx, order: NumberOrder & { readonly external: TypedNumber }): Promise<Given> {
  const { number, date } = order.external;
  const written = writtenNumber(number);
  const holder = await deps.stores.numbers.holder(tx, order.provinceId, order.series.id, written);
  if (holder !== undefined) {
    const { numberText, paperId, title, canceled } = holder;
    throw new Refused('number-taken', { number: numberText, paperId, title, date: holder.date, canceled });
  }
  return { n: null, text: `${written}/${order.suffix}`, date, shown: Number.parseInt(number, 10) };
}

/** The register's line says what the paper says now; names and posts change later. */
async function registered(deps: CaseworkDeps, tx: Tx, { provinceId, paper }: Numbering): Promise<RegisteredPaper> {
  const [person] = paper.signerPerson === null ? [] : await deps.stores.people.persons(provinceId, [paper.signerPerson], tx);
  const frozen = await deps.stores.payloads.get(provinceId, paper.dataHash, tx);
  return { kind: paper.kind, title: paper.title, signer: person?.fullName ?? '', recipients: recipientsIn(frozen?.['data']) };
}

function recipientsIn(data: unknown): readonly string[] {
  const frame = isRecord(data) ? data['frame'] : undefined;
  const recipients = isRecord(frame) ? frame['recipients'] : undefined;
  return Array.isArray(recipients) ? recipients.filter((one): one is string => typeof one === 'string') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
