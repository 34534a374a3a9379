import type { PaperDataByKind } from '../../papers/paper-data';
import { flag, list, number, orEmpty, text, texts, type FieldsOf } from './field';
import { FRAME } from './shapes';

type Sheet = PaperDataByKind['bieu-thong-ke'];

/** Statistical tables. */
export const STATISTIC_FIELDS: { readonly 'bieu-thong-ke': FieldsOf<Sheet> } = {
  'bieu-thong-ke': {
    frame: FRAME,
    title: text('Tên biểu'),
    about: text('Cơ quan và phạm vi số liệu'),
    counted: text('Đơn vị tính'),
    version: text('Mã biểu và phiên bản'),
    citation: orEmpty(text('Căn cứ của biểu', 'Thông tư của Bộ Nội vụ')),
    lineHead: text('Tên cột của các dòng'),
    heads: list<Sheet['heads'][number]>('Tên cột; nhóm cột thì ghi số cột của nhóm', {
      label: text('Tên cột hoặc nhóm cột'),
      columns: number('Số cột con; 0: cột đứng một mình'),
    }),
    subheads: texts('Tên các cột nằm trong nhóm, theo thứ tự'),
    lines: list<Sheet['lines'][number]>('Từng dòng', {
      number: orEmpty(text('Số thứ tự', 'I')),
      label: text('Tên dòng'),
      indent: number('Thụt vào, mm'),
      leading: flag('Dòng gồm các dòng dưới, in đậm'),
      cells: texts('Số liệu theo thứ tự cột'),
    }),
    maker: text('Người lập biểu'),
    notes: texts('Ghi chú cách hiểu số liệu'),
  },
};
