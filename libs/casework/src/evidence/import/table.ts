import type { ImportKind } from '@thidua/store';
import type { SheetColumn } from '../../deps';

export interface TableColumn extends SheetColumn {
  readonly key: string;
  /** A table without it cannot be read. */
  readonly required: boolean;
}

const text = (key: string, title: string, required: boolean, width = 22): TableColumn => ({ key, title, required, width, type: 'text' });
const day = (key: string, title: string, required: boolean): TableColumn => ({ key, title, required, width: 16, type: 'date' });
const year = (key: string, title: string): TableColumn => ({ key, title, required: true, width: 8, type: 'number' });

const WHO = [
  text('name', 'Họ và tên hoặc tên tập thể', true, 32),
  day('born', 'Ngày sinh', false),
  text('unit', 'Đơn vị', true, 32),
  text('subject', 'Đối tượng', false, 14),
];
const PAPER = [
  text('number', 'Số văn bản', true, 18),
  day('date', 'Ngày văn bản', true),
  text('body', 'Cơ quan ban hành', true, 32),
  text('note', 'Ghi chú', false, 30),
];

/** The tables of the past, as they are downloaded and as they must come back. */
export const TABLES: Readonly<
  Record<
    ImportKind,
    { readonly name: string; readonly columns: readonly TableColumn[]; readonly example: readonly (string | number | Date | null)[] }
  >
> = {
  award: {
    name: 'Khen thưởng đã có',
    columns: [
      ...WHO,
      text('award', 'Danh hiệu, hình thức khen thưởng', true, 34),
      text('awardType', 'Loại hình', true, 20),
      year('year', 'Năm'),
      day('achievementFrom', 'Thành tích từ ngày', false),
      day('achievementTo', 'Thành tích đến ngày', false),
      ...PAPER,
    ],
    example: [
      ...['Nguyễn Văn An', null, 'Trường THCS Gia Phúc', 'Cá nhân', 'Chiến sĩ thi đua cơ sở', 'Công trạng', 2024],
      ...[at(2024, 1, 1), at(2024, 12, 31), '125/QĐ-UBND', at(2025, 1, 15), 'UBND huyện', null],
    ],
  },
  rating: {
    name: 'Xếp loại hằng năm',
    columns: [
      ...WHO,
      year('year', 'Năm'),
      text('rating', 'Xếp loại', false, 30),
      text('maternity', 'Nghỉ thai sản', false, 14),
      text('labour', 'Nhóm lao động', false, 30),
      ...PAPER,
    ],
    example: [
      ...['Nguyễn Văn An', null, 'Trường THCS Gia Phúc', 'Cá nhân', 2024, 'Hoàn thành tốt nhiệm vụ', null, 'Công chức, viên chức'],
      ...['30/QĐ-THCS', at(2024, 12, 20), 'Trường THCS Gia Phúc', null],
    ],
  },
  initiative: {
    name: 'Sáng kiến, thành tích công nhận',
    columns: [
      ...WHO,
      text('title', 'Tên sáng kiến, thành tích', true, 44),
      text('result', 'Loại', true, 24),
      year('year', 'Năm'),
      text('recognisedBy', 'Cấp công nhận', false, 16),
      text('scope', 'Phạm vi ảnh hưởng', false, 18),
      text('grade', 'Hạng giải', false, 10),
      text('usedAward', 'Đã dùng cho', false, 30),
      ...PAPER,
    ],
    example: [
      ...['Nguyễn Văn An', null, 'Trường THCS Gia Phúc', 'Cá nhân', 'Ngân hàng câu hỏi trực tuyến môn Toán', 'Sáng kiến', 2024],
      ...['Cấp xã', 'Đơn vị', null, null, '88/QĐ-UBND', at(2024, 11, 20), 'UBND xã Gia Phúc', null],
    ],
  },
};

function at(y: number, month: number, d: number): Date {
  return new Date(Date.UTC(y, month - 1, d));
}
