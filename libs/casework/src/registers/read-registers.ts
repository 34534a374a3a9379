import { mayKeepRecords, mayReadRegister, maySetNumberSource, type Actor } from '@thidua/access';
import type { AnswerOf, RegisterLineView } from '@thidua/contract';
import { dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import type { OrgRecord, RegisterLine, RegisterRecord } from '@thidua/store';
import type { Cell, CaseworkDeps, SheetColumn } from '../deps';
import type { Handler } from '../handler';
import { DOCUMENT_TYPES, isOfCouncil, nameOfType } from '../papers/document-types';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { printedLine } from './printed-line';
import { waitingPapers } from './waiting-papers';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_LINES = 500;

type Body = AnswerOf<'numberRegisters'>['bodies'][number];

/** The registers of the bodies the actor keeps or answers for, each with its types, and the papers that wait to leave them. */
export const numberRegisters: Handler<'numberRegisters'> = async (deps, { actor, query }) => {
  const year = query.year ?? dayOf(deps.clock.nowMs()).year;
  const orgs = (await bodiesOf(deps, actor)).filter(
    (org) => mayReadRegister(actor, org.id).allowed || maySetNumberSource(actor, org.id).allowed,
  );
  const opened = await deps.stores.registers.registers(
    actor.provinceId,
    orgs.map((org) => org.id),
    year,
  );
  const bodies: Body[] = [];
  for (const org of orgs) {
    const own = opened.filter((one) => one.orgId === org.id);
    bodies.push({
      orgId: org.id,
      orgName: org.name,
      mayRead: mayReadRegister(actor, org.id).allowed,
      mayNumber: mayKeepRecords(actor, org.id).allowed,
      maySetSource: maySetNumberSource(actor, org.id).allowed,
      series: await seriesOf(deps, actor, { org, own, year }),
    });
  }
  const kept = orgs.filter((org) => mayReadRegister(actor, org.id).allowed).map((org) => org.id);
  return { year, bodies, waiting: [...(await waitingPapers(deps, actor.provinceId, kept))] };
};

interface SeriesAsked {
  readonly org: OrgRecord;
  readonly own: readonly RegisterRecord[];
  readonly year: number;
}

async function seriesOf(deps: CaseworkDeps, { provinceId }: Actor, { org, own, year }: SeriesAsked): Promise<Body['series']> {
  const series: Body['series'] = [];
  for (const documentType of DOCUMENT_TYPES.filter((type) => !isOfCouncil(type) || own.some((one) => one.documentType === type))) {
    const opened = own.find((one) => one.documentType === documentType);
    const source = opened?.mode ?? (await deps.stores.numbers.source(provinceId, { orgId: org.id, documentType, year }));
    const { lines = 0, canceled = 0, last = null } = opened ?? {};
    series.push({ documentType, typeName: nameOfType(documentType), source, lines, canceled, last, fixed: isOfCouncil(documentType) });
  }
  return series;
}

export const numberRegister: Handler<'numberRegister'> = async (deps, { actor, query }) => {
  const { org, year, lines } = await registerFor(deps, actor, query);
  const documentType = query.documentType ?? null;
  return { orgId: org.id, orgName: org.name, year, documentType, lines: lines.slice(0, MOST_LINES).map(lineView), total: lines.length };
};

const COLUMNS: readonly SheetColumn[] = [
  { title: 'Số, ký hiệu văn bản', width: 20, type: 'text' },
  { title: 'Ngày, tháng văn bản', width: 14, type: 'date' },
  { title: 'Tên loại và trích yếu nội dung văn bản', width: 60, type: 'text' },
  { title: 'Người ký', width: 24, type: 'text' },
  { title: 'Nơi nhận văn bản', width: 40, type: 'text' },
  { title: 'Đơn vị, người nhận bản lưu', width: 24, type: 'text' },
  { title: 'Số lượng bản', width: 10, type: 'number' },
  { title: 'Ghi chú', width: 30, type: 'text' },
];

/** The register as a table, with the columns of NĐ 30/2020, Annex IV. */
export const numberRegisterSheet: Handler<'numberRegisterSheet'> = async (deps, { actor, query }) => {
  const { org, year, lines } = await registerFor(deps, actor, query);
  const rows = lines.map((line): readonly Cell[] => {
    const { numberText, date, title, signer, recipients, archive, copies, note } = printedLine(line);
    return [numberText, new Date(`${date}T00:00:00Z`), title, signer, recipients.join('; '), archive, copies, note];
  });
  const bytes = await deps.sheets.write([{ name: `Sổ văn bản đi ${String(year)}`, columns: COLUMNS, rows }]);
  return { bytes, fileName: `so-dang-ky-van-ban-${String(year)}-${slug(org.symbol)}.xlsx`, mime: XLSX };
};

interface RegisterAsked {
  readonly orgId: string;
  readonly year?: number | undefined;
  readonly documentType?: string | undefined;
  readonly q?: string | undefined;
}

/** @throws Refused not-found, forbidden */
export async function registerFor(
  deps: CaseworkDeps,
  actor: Actor,
  asked: RegisterAsked,
): Promise<{ readonly org: OrgRecord; readonly year: number; readonly lines: readonly RegisterLine[] }> {
  const org = await bodyFor(deps, actor, asked.orgId);
  if (!mayReadRegister(actor, org.id).allowed) {
    throw new Refused('forbidden', { orgId: org.id });
  }
  const year = asked.year ?? dayOf(deps.clock.nowMs()).year;
  const search = asked.q === undefined || asked.q === '' ? null : asked.q;
  const documentType = asked.documentType === undefined || asked.documentType === '' ? null : asked.documentType;
  return { org, year, lines: await deps.stores.registers.lines(actor.provinceId, { orgId: org.id, year, documentType, search }) };
}

/** @throws Refused not-found when there is no such body in the actor's province */
export async function bodyFor(deps: CaseworkDeps, actor: Actor, orgId: string): Promise<OrgRecord> {
  const org = isId(orgId) ? await deps.stores.people.org(actor.provinceId, orgId) : undefined;
  if (org === undefined) {
    throw new Refused('not-found', { what: 'organisation' });
  }
  return org;
}

/** Bodies with a seal, as they stand today. */
async function bodiesOf(deps: CaseworkDeps, actor: Actor): Promise<readonly OrgRecord[]> {
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  return (await deps.stores.people.orgsAsOf(actor.provinceId, today)).filter((org) => org.hasSeal);
}

function lineView(line: RegisterLine): RegisterLineView {
  const { documentType, numberText, date, title, signer, recipients, paperId, takenBy, cancelReason, state } = line;
  return {
    documentType,
    typeName: nameOfType(documentType),
    numberText,
    date,
    title,
    signer,
    recipients: [...recipients],
    paperId,
    takenAt: isoOf(line.takenAt.getTime()),
    takenBy,
    canceledAt: line.canceledAt === null ? null : isoOf(line.canceledAt.getTime()),
    cancelReason,
    state,
    issuedAt: line.issuedAt === null ? null : isoOf(line.issuedAt.getTime()),
  };
}

/** ASCII, for every mail program. */
function slug(symbol: string): string {
  return symbol.replace(/[Đđ]/g, 'D').replace(/[^A-Za-z0-9]+/g, '-');
}
