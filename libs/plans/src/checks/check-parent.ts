import { fieldsOf } from '../plan-field';
import { earliestDay, latestDay } from '../text/days';
import { vietnamese } from './check-laws';
import { finding, type Check, type CheckRoom, type Finding } from './finding';

/** What the document leaves blank, and how it stands to the plan it carries out. */
export const checkParent: Check = (room) => [...head(room), ...late(room), ...skips(room)];

function head({ fields, room }: CheckRoom): readonly Finding[] {
  const names = { number: 'số', date: 'ngày ban hành', signer: 'tên người ký' } as const;
  const missing = (['number', 'date', 'signer'] as const).filter((kind) => fields.some((field) => field.asked === kind));
  const first = fields.find((field) => field.kind === 'number')?.source ?? rowSource(room.parts.rows[0]);
  const says = `Văn bản chưa có ${missing.map((kind) => names[kind]).join(', ')}.`;
  return missing.length === 0 ? [] : [finding(first, { code: 'head-incomplete', severity: 'note', says })];
}

function rowSource(row: { readonly n: number; readonly text: string } | undefined): { quote: string; line: { from: number; to: number } } {
  return { quote: row?.text ?? '', line: { from: row?.n ?? 1, to: row?.n ?? 1 } };
}

/** Issued after the day by which the parent wanted the plans of units. */
function late({ fields, parent, issuedOn }: CheckRoom): readonly Finding[] {
  const limit = fieldsOf(parent?.fields ?? [], 'unitPlans')[0];
  const date = fieldsOf(fields, 'date')[0];
  if (
    limit === undefined ||
    limit.value === null ||
    limit.source === null ||
    issuedOn === null ||
    earliestDay(issuedOn) <= latestDay(limit.value)
  ) {
    return [];
  }
  const says = `Văn bản cấp trên yêu cầu các đơn vị hoàn thành kế hoạch trong ${limit.value.length === 4 ? 'năm' : limit.value.length === 7 ? 'tháng' : 'ngày'} ${vietnamese(limit.value)}; kế hoạch này ban hành muộn hơn.`;
  return [
    finding(date?.source ?? { quote: '', line: { from: 1, to: 1 } }, {
      code: 'late-for-parent',
      severity: 'error',
      says,
      parent: limit.source,
    }),
  ];
}

/** An office of a commune told to report to the head of the province. */
function skips({ fields, parent }: CheckRoom): readonly Finding[] {
  const level = fieldsOf(fields, 'carriedOutBy')[0]?.value?.level;
  const above = fieldsOf(parent?.fields ?? [], 'report').find((one) => one.value?.before !== null);
  return fieldsOf(fields, 'report').flatMap(({ value, source }) => {
    const tooHigh = level === 'XA' && value !== null && /tỉnh|thành phố/iu.test(value.to) && !/Sở/u.test(value.to);
    return tooHigh && source !== null
      ? [
          finding(source, {
            code: 'report-skips-level',
            severity: 'error',
            says: `Cơ quan của xã, phường được giao báo cáo thẳng ${value.to}; báo cáo của cấp xã gửi về ${above?.value?.to ?? 'Sở Nội vụ'}.`,
            meant: above?.value?.to ?? 'Sở Nội vụ',
            parent: above?.source ?? null,
          }),
        ]
      : [];
  });
}
