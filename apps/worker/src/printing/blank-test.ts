import { makeBlankSheets, type SheetValues } from '@thidua/documents';
import { GiveUp } from '../service-tasks/outcomes';
import { layoutOf, textOf } from './blank-params';
import type { PrintKind } from './print-kind';

/** Where the code will stand is shown by a code of the public page itself. */
const SAMPLE_ADDRESS = 'https://example.gov.vn/tra-cuu/0000000000000000000000';

/** One sheet of the blank's size with sample words, the grid and the corner marks; the picture beneath when it was asked for. */
export const blankTest: PrintKind = async (room, order) => {
  const layout = layoutOf(order.params);
  const values = order.params['values'] as SheetValues; // frozen by the gate
  const sha256 = textOf(order.params['picture']);
  const picture = sha256 === '' ? undefined : await pictureOf(room, order.provinceId, sha256);
  const bytes = await makeBlankSheets(room.maker, {
    layout,
    sheets: [
      { title: 'In thử', values, verifyUrl: `${room.deps.publicUrl ?? ''}${room.deps.publicUrl === null ? SAMPLE_ADDRESS : '/tra-cuu/'}` },
    ],
    grid: true,
    ...(picture === undefined ? {} : { picture }),
  });
  return { bytes, mime: 'application/pdf', fileName: 'in-thu-phoi.pdf' };
};

async function pictureOf(room: Parameters<PrintKind>[0], provinceId: string, sha256: string): Promise<string> {
  const file = await room.deps.stores.files.get(provinceId, sha256);
  if (file === undefined) {
    throw new GiveUp('facts-missing', 'Ảnh phôi không còn.');
  }
  return `data:${file.mime};base64,${Buffer.from(file.bytes).toString('base64')}`;
}
