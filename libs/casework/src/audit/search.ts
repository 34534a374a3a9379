import type { Actor } from '@thidua/access';
import type { AuditKinds, QueryOf } from '@thidua/contract';
import { dayOf, formatLocalDate, instantOf, parseLocalDate } from '@thidua/kernel';
import type { TrailSearch } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { note } from '../note';
import { searchable } from '../plain-text';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { ACT_WORDS, SUBJECT_WORDS } from './act-words';
import { lineViews } from './line-views';
import { trailSubject } from './trail-subject';

const PAGE = 50;
/** Of a table; whoever needs more narrows the days. */
const SHEET_LINES = 10_000;
const SHEET_PAGE = 500;
const DAY_MS = 86_400_000;

/** Lines of the reader's own province, newest first, from where the page before ended. */
export const auditLines: Handler<'auditLines'> = async (deps, { actor, query }) => {
  demandAdministrator(actor);
  const limit = query.limit ?? PAGE;
  const search = { ...(await searchOf(deps, actor, query)), ...(query.after === undefined ? {} : { after: placeOf(query.after) }) };
  const found = await deps.stores.auditSearch.lines(actor.provinceId, search, limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    lines: await lineViews(deps, actor.provinceId, shown),
    next: last === undefined || found.length <= limit ? null : `${last.at.getTime()}-${last.id}`,
  };
};

/** The found lines as a workbook; that they were taken out stands in the trail. */
export const auditSheet: Handler<'auditSheet'> = async (deps, { actor, query }) => {
  const position = demandAdministrator(actor);
  const { provinceId } = actor;
  const search = await searchOf(deps, actor, query);
  const all = await deps.stores.auditSearch.lines(provinceId, search, SHEET_LINES + 1);
  const found = all.slice(0, SHEET_LINES);
  const rows: (string | Date | null)[][] = [];
  for (let at = 0; at < found.length; at += SHEET_PAGE) {
    const page = found.slice(at, at + SHEET_PAGE);
    for (const [n, view] of (await lineViews(deps, provinceId, page)).entries()) {
      // The day in Vietnam, as a day without a time.
      const when = new Date(`${view.at.slice(0, 10)}T00:00:00Z`);
      rows.push([
        ...[when, view.at.slice(11, 16), view.person ?? 'Hệ thống', view.position, view.onBehalfOf, view.text, view.subject.kind],
        ...[view.subject.name, view.facts.map((fact) => `${fact.name}: ${fact.value}`).join('\n'), page[n]?.id ?? null],
      ]);
    }
  }
  if (all.length > found.length) {
    rows.push([
      null,
      null,
      null,
      null,
      null,
      `Bảng dừng ở ${SHEET_LINES.toLocaleString('vi-VN')} dòng mới nhất: chọn khoảng ngày hẹp hơn để xuất phần còn lại.`,
    ]);
  }
  const facts = {
    lines: found.length,
    ...(query.from === undefined ? {} : { from: query.from }),
    ...(query.to === undefined ? {} : { to: query.to }),
  };
  await deps.database.inTransaction((tx) =>
    note(deps, tx, actor, { on: 'audit', id: trailSubject(provinceId), position, action: 'audit-exported', facts }),
  );
  return {
    bytes: await deps.sheets.write([{ name: 'Nhật ký', columns: COLUMNS, rows }]),
    fileName: `nhat-ky-${formatLocalDate(dayOf(deps.clock.nowMs()))}.xlsx`,
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
};

const COLUMNS = [
  { title: 'Ngày', width: 12, type: 'date' as const },
  ...[
    { title: 'Giờ', width: 8 },
    { title: 'Người làm', width: 26 },
    { title: 'Chức vụ', width: 34 },
    { title: 'Làm thay', width: 44 },
    { title: 'Việc', width: 44 },
    { title: 'Loại đối tượng', width: 20 },
    { title: 'Đối tượng', width: 44 },
    { title: 'Chi tiết', width: 50 },
    { title: 'Số dòng nhật ký', width: 16 },
  ].map((column) => ({ ...column, type: 'text' as const })),
];

/** The words people choose from. */
export const auditKinds: Handler<'auditKinds'> = (deps, { actor }): Promise<AuditKinds> => {
  demandAdministrator(actor);
  const inOrder = (words: Readonly<Record<string, string>>): AuditKinds['types'] =>
    Object.entries(words).map(([code, name]) => ({ code, name }));
  return Promise.resolve({
    types: inOrder(SUBJECT_WORDS),
    actions: inOrder(ACT_WORDS).toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
    today: formatLocalDate(dayOf(deps.clock.nowMs())),
  });
};

/** Names become ids of this province; a name that fits nobody finds nothing. @throws Refused request-invalid */
async function searchOf(deps: CaseworkDeps, actor: Actor, query: QueryOf<'auditSheet'>): Promise<TrailSearch> {
  const { auditSearch } = deps.stores;
  const { provinceId } = actor;
  const asked = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';
  const posts = async (text: string): Promise<readonly string[]> => {
    const words = searchable(text);
    const found = await auditSearch.posts(provinceId);
    return found.filter((post) => searchable(`${post.title} ${post.orgName}`).includes(words)).map((post) => post.id);
  };
  const subjects = asked(query.subject)
    ? await auditSearch.subjectsNamed(provinceId, query.subject.trim(), searchable(query.subject))
    : undefined;
  const one = query.subjectId === undefined ? undefined : await auditSearch.related(provinceId, query.subjectId);
  const subjectIds = one === undefined ? subjects : subjects === undefined ? one : one.filter((id) => subjects.includes(id));
  const from = dayIn(query.from, 'from');
  const to = dayIn(query.to, 'to');
  return {
    ...(asked(query.person) ? { personIds: await auditSearch.personsNamed(provinceId, searchable(query.person)) } : {}),
    ...(asked(query.post) ? { positionIds: await posts(query.post) } : {}),
    ...(subjectIds === undefined ? {} : { subjectIds }),
    ...(query.type === undefined ? {} : { type: query.type }),
    ...(query.action === undefined ? {} : { action: query.action }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to + DAY_MS) }),
  };
}

function dayIn(text: string | undefined, path: string): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const day = parseLocalDate(text);
  if (day === undefined) {
    throw new Refused('request-invalid', { fields: [{ path, problem: 'not-a-day', kind: 'custom' }] });
  }
  return instantOf(day);
}

/** @throws Refused request-invalid */
function placeOf(after: string): { readonly at: Date; readonly id: string } {
  const [, at, id] = /^(\d{1,15})-(\d{1,18})$/.exec(after) ?? [];
  if (at === undefined || id === undefined) {
    throw new Refused('request-invalid', { fields: [{ path: 'after', problem: 'not-a-place', kind: 'custom' }] });
  }
  return { at: new Date(Number(at)), id };
}
