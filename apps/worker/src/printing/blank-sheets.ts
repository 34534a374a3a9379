import { dateWords, makeBlankSheets, misfitsOf, padNumber, type BlankSheet, type SheetMisfit, type SheetValues } from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';
import { objectOf } from '../papers/plain';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import { layoutOf, textOf } from './blank-params';
import type { PrintKind } from './print-kind';

interface Asked {
  readonly paperId: string;
  readonly dataHash: string;
  readonly verifyToken: string;
}

/** In the words of the screen. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  decider: 'người quyết định',
  verb: 'chữ “Tặng”',
  award: 'hình thức khen',
  recipient: 'họ tên, tập thể',
  title: 'chức vụ, đơn vị',
  achievement: 'thành tích',
  decisionNumber: 'số quyết định',
  decisionDate: 'ngày quyết định',
  goldenBook: 'số sổ vàng',
  placeDate: 'nơi, ngày ký',
  signerOffice: 'chức vụ người ký',
  signerName: 'họ tên người ký',
  text: 'chữ riêng',
};
const TOLD_AT_MOST = 20;

/** Certificates on a pre-printed sheet, in the order asked for. What would not fit stops the whole batch before its first page. */
export const blankSheets: PrintKind = async (room, order, progress) => {
  const layout = layoutOf(order.params);
  const asked = order.params['sheets'] as unknown as readonly Asked[]; // frozen by the gate
  const bodies = await room.deps.stores.payloads.getMany(
    order.provinceId,
    asked.map((one) => one.dataHash),
  );
  const sheets = asked.map((one) => sheetOf(room, one, objectOf(objectOf(bodies.get(one.dataHash))['data'])));
  const misfits = misfitsOf(layout, sheets);
  if (misfits.length > 0) {
    throw new GiveUp('text-does-not-fit', toldOf(misfits));
  }
  await progress(0, sheets.length);
  const bytes = await makeBlankSheets(room.maker, { layout, sheets, onProgress: progress });
  return { bytes, mime: 'application/pdf', fileName: `${textOf(order.params['name'])}.pdf` };
};

function sheetOf({ deps }: TaskRoom, { verifyToken }: Asked, data: JsonObject): BlankSheet {
  const values = certificateValues(data);
  if (values['recipient'] === '') {
    throw new GiveUp('facts-missing', 'Giấy khen, bằng khen cần in không còn dữ liệu.');
  }
  const verifyUrl = deps.publicUrl === null || verifyToken === '' ? '' : `${deps.publicUrl}/tra-cuu/${verifyToken}`;
  return { title: values['recipient'] ?? '', values, verifyUrl };
}

/** The frozen words of a certificate, by the source a field names. */
export function certificateValues(data: JsonObject): SheetValues {
  const frame = objectOf(data['frame']);
  const signature = objectOf(frame['signature']);
  const text = (key: string): string => textOf(data[key]);
  const lines = Array.isArray(signature['lines']) ? signature['lines'].map(String) : [];
  const place = textOf(frame['place']);
  return {
    decider: text('decider'),
    verb: text('verb'),
    award: text('award'),
    recipient: text('recipient'),
    title: text('title'),
    achievement: text('achievement'),
    decisionNumber: text('decisionNumber') === '' ? '' : `${padNumber(text('decisionNumber'))}/${text('decisionSymbol')}`,
    decisionDate: text('decisionDate') === '' ? '' : dateWords(text('decisionDate')),
    goldenBook: text('goldenBook'),
    placeDate: textOf(frame['date']) === '' ? place : `${place}, ${dateWords(textOf(frame['date']))}`,
    signerOffice: lines.join('\n'),
    signerName: textOf(signature['name']),
  };
}

/** 'Họ tên, tập thể của “Công ty …”: cần 182 mm, ô rộng 150 mm' – some of them, and how many more. */
function toldOf(misfits: readonly SheetMisfit[]): string {
  const some = misfits
    .slice(0, TOLD_AT_MOST)
    .map(
      ({ title, source, needsMm, widthMm, lines }) =>
        `${title} – ô ${FIELD_NAMES[source] ?? source}: cần ${needsMm} mm, ô ${widthMm} mm × ${lines} dòng`,
    );
  const more = misfits.length - some.length;
  return [...some, ...(more > 0 ? [`và ${more} chỗ khác`] : [])].join('; ');
}
