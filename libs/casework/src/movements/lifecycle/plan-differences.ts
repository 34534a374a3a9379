import type { Movement } from '@thidua/awards';
import type { PlanChange } from '@thidua/contract';
import { dateText, OCCASION_WORDS, periodText, AUDIENCE_WORDS } from './plan-words';

/** A line of a plan as a person reads it: where it stands, what it is called, what it says. */
interface PlanLine {
  readonly path: string;
  readonly label: string;
  readonly says: string;
}

/** What changes from one reading of a plan to the next, in its own words; lines that say the same are no change. */
export function planDifferences(before: Movement, after: Movement, nameOf: (award: string) => string): readonly PlanChange[] {
  const [was, is] = [linesOf(before, nameOf), linesOf(after, nameOf)];
  const known = new Map(was.map((line) => [line.path, line]));
  const there = new Map(is.map((line) => [line.path, line]));
  const changed = is.flatMap((line) => {
    const old = known.get(line.path);
    return old?.says === line.says ? [] : [{ path: line.path, label: line.label, before: old?.says ?? '', after: line.says }];
  });
  const gone = was.filter((line) => !there.has(line.path)).map(({ path, label, says }) => ({ path, label, before: says, after: '' }));
  return [...changed, ...gone];
}

function linesOf(movement: Movement, nameOf: (award: string) => string): readonly PlanLine[] {
  const { name, launcher, carriedOutBy, period, phases, plan } = movement;
  return [
    { path: 'name', label: 'Tên phong trào', says: name.value },
    { path: 'plan.title', label: 'Trích yếu', says: plan.title },
    { path: 'launcher', label: 'Cấp phát động', says: launcher.body },
    { path: 'carriedOutBy', label: 'Cơ quan thực hiện', says: carriedOutBy.body },
    { path: 'period', label: 'Thời gian thực hiện', says: periodText(period) },
    ...phases.map((phase) => ({
      path: `phases.${String(phase.number)}`,
      label: `Giai đoạn ${String(phase.number)}`,
      says: [
        periodText(phase),
        phase.review === null ? '' : `${OCCASION_WORDS[phase.review].toLowerCase()} năm ${String(phase.reviewYear ?? '…')}`,
      ]
        .filter((part) => part !== '')
        .join(', '),
    })),
    ...listsOf(movement),
    ...awardsOf(movement, nameOf),
  ].filter((line) => line.says !== '');
}

/** Lists are compared line by line: one that says the same anywhere is the same. */
function listsOf({ audiences, standards, criteria, dossierParts, reportDates, roles, rules }: Movement): readonly PlanLine[] {
  return [
    ...audiences.map((one) => item('audiences', `Đối tượng thi đua: ${AUDIENCE_WORDS[one.audience]}`, one.quote)),
    ...criteria.map((one) => item('criteria', `Tiêu chí thi đua: ${AUDIENCE_WORDS[one.audience]}`, one.quote)),
    ...standards.map((one) => item('standards', 'Tiêu chuẩn khen thưởng', one.quote)),
    ...rules.map((one) => item('rules', 'Điều kiện xét', one.quote)),
    ...dossierParts.map((one) => item('dossierParts', 'Thành phần hồ sơ', one.quote)),
    ...reportDates.map((one) => ({
      path: `reportDates.${one.occasions.join('+')}.${one.to}`,
      label: `Thời hạn báo cáo ${one.occasions.map((occasion) => OCCASION_WORDS[occasion].toLowerCase()).join(', ')}`,
      says: `${one.to}${one.via === null ? '' : ` (qua ${one.via})`}${one.before === null ? '' : `, trước ngày ${dateText(one.before)}`}`,
    })),
    ...roles.map((one) => item(`roles.${one.role}`, 'Phân công thực hiện', `${one.body}: ${one.quote}`)),
  ];
}

function awardsOf({ menus }: Movement, nameOf: (award: string) => string): readonly PlanLine[] {
  return menus.flatMap((menu) =>
    menu.occasions.flatMap((occasion) =>
      menu.items.map((one) => ({
        path: `menus.${occasion}.${one.award}`,
        label: `Hình thức khen thưởng, ${OCCASION_WORDS[occasion].toLowerCase()}`,
        says: nameOf(one.award),
      })),
    ),
  );
}

function item(list: string, label: string, says: string): PlanLine {
  const flat = says.replace(/\s+/gu, ' ').trim();
  return { path: `${list}.${flat.toLocaleLowerCase('vi')}`, label, says: flat };
}
