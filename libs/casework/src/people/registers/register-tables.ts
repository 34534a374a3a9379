import type { RegisterKind } from '@thidua/contract';
import type { TableColumn } from '../../evidence/import/table';

const text = (key: string, title: string, required: boolean, width = 22): TableColumn => ({ key, title, required, width, type: 'text' });
const day = (key: string, title: string, required: boolean): TableColumn => ({ key, title, required, width: 16, type: 'date' });
const date = (y: number, month: number, d: number): Date => new Date(Date.UTC(y, month - 1, d));

interface RegisterTable {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly examples: readonly (readonly (string | Date | null)[])[];
}

/** The registers as they are downloaded and as they must come back. */
export const REGISTER_TABLES: Readonly<Record<RegisterKind, RegisterTable>> = {
  organisations: {
    name: 'Tổ chức',
    columns: [
      text('code', 'Mã đơn vị', false, 14),
      text('name', 'Tên đơn vị', true, 40),
      text('kind', 'Loại', true, 26),
      text('parent', 'Cấp trên (mã hoặc tên)', false, 36),
      text('symbol', 'Ký hiệu văn bản', false, 16),
      text('place', 'Địa danh', false, 20),
      text('legalPerson', 'Tư cách pháp nhân', false, 18),
      text('hasSeal', 'Con dấu', false, 10),
      text('managing', 'Đơn vị quản lý (nếu khác cấp trên)', false, 34),
      day('from', 'Từ ngày', true),
      day('to', 'Đến ngày', false),
    ],
    examples: [
      ['XA-01', 'UBND xã An Hòa', 'UBND xã', 'UBND tỉnh Thái Nguyên', 'UBND', 'An Hòa', 'Có', 'Có', null, date(2025, 7, 1), null],
      ['XA-01-TH', 'Trường Tiểu học An Hòa', 'Trường học', 'XA-01', 'THAH', null, 'Có', 'Có', null, date(2025, 7, 1), null],
    ],
  },
  people: {
    name: 'Nhân sự',
    columns: [
      text('name', 'Họ và tên', true, 28),
      day('born', 'Ngày sinh', false),
      text('gender', 'Giới tính', false, 10),
      text('unit', 'Đơn vị (mã hoặc tên)', true, 36),
      text('above', 'Thuộc (khi trùng tên đơn vị)', false, 30),
      text('title', 'Chức vụ', true, 30),
      text('roles', 'Vai trò', true, 36),
      day('from', 'Từ ngày', true),
      day('to', 'Đến ngày', false),
      text('username', 'Tên đăng nhập', false, 20),
    ],
    examples: [
      [
        ...['Nguyễn Văn An', date(1975, 3, 12), 'Nam', 'XA-01', null, 'Chủ tịch UBND xã', 'Chủ tịch UBND; Thành viên Hội đồng'],
        ...[date(2025, 7, 1), null, 'xa01.chutich'],
      ],
      [
        ...['Trần Thị Bình', date(1988, 9, 2), 'Nữ', 'Trường Tiểu học An Hòa', 'UBND xã An Hòa', 'Văn thư', 'Người lập hồ sơ; Văn thư'],
        ...[date(2025, 7, 1), null, 'xa01.th.vanthu'],
      ],
    ],
  },
  rosters: {
    name: 'Hội đồng',
    columns: [
      text('unit', 'Cơ quan (mã hoặc tên)', true, 34),
      text('council', 'Tên Hội đồng', true, 44),
      text('paper', 'Quyết định thành lập', true, 40),
      day('from', 'Từ ngày', true),
      text('name', 'Họ và tên', true, 28),
      day('born', 'Ngày sinh', false),
      text('title', 'Chức vụ ghi trong quyết định', false, 34),
      text('role', 'Vai trò trong Hội đồng', true, 24),
      text('standing', 'Thường trực', false, 12),
    ],
    examples: [
      [
        ...['XA-01', 'Hội đồng Thi đua - Khen thưởng xã An Hòa', 'Quyết định số 15/QĐ-UBND ngày 10/7/2025', date(2025, 7, 10)],
        ...['Nguyễn Văn An', date(1975, 3, 12), 'Chủ tịch UBND xã', 'Chủ tịch Hội đồng', 'Có'],
      ],
    ],
  },
  delegations: {
    name: 'Giao ký thay',
    columns: [
      text('unit', 'Đơn vị (mã hoặc tên)', true, 34),
      text('above', 'Thuộc (khi trùng tên đơn vị)', false, 30),
      text('lender', 'Người giao', true, 28),
      text('lenderTitle', 'Chức vụ người giao', false, 30),
      text('receiver', 'Người nhận', true, 28),
      text('receiverTitle', 'Chức vụ người nhận', false, 30),
      text('capacity', 'Hình thức', true, 12),
      text('paper', 'Văn bản giao', true, 40),
      day('from', 'Từ ngày', true),
      day('to', 'Đến ngày', false),
      text('awards', 'Danh hiệu, hình thức khen thưởng được ký', false, 44),
    ],
    examples: [
      [
        ...['XA-01', null, 'Nguyễn Văn An', 'Chủ tịch UBND xã', 'Lê Thị Cúc', 'Phó Chủ tịch UBND xã', 'KT.'],
        ...['Thông báo phân công số 12/TB-UBND ngày 05/01/2026', date(2026, 1, 5), null, null],
      ],
    ],
  },
};
