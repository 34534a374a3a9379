/** What is wrong with a cell, said so that whoever typed the table can mend it. */
export interface CellProblem {
  /** Title of the column, or '' for the table as a whole. */
  readonly column: string;
  readonly code: ProblemCode;
  readonly value: string;
  readonly text: string;
}

const TEXTS = {
  'no-sheet': () => 'Tệp không có bảng nào.',
  'no-rows': () => 'Bảng không có dòng dữ liệu nào.',
  'column-missing': (column: string) => `Thiếu cột “${column}”. Dùng đúng mẫu bảng đã tải về.`,
  'column-unknown': (column: string) => `Cột “${column}” không có trong mẫu.`,
  'column-twice': (column: string) => `Cột “${column}” có hai lần.`,
  required: (column: string) => `Ô “${column}” còn trống.`,
  'date-as-text': (column: string, value: string) => `Ô “${column}” phải là ngày (định dạng ngày của bảng tính), đang là chữ “${value}”.`,
  'not-a-date': (column: string, value: string) => `Ô “${column}” không phải là ngày: “${value}”.`,
  'not-a-year': (column: string, value: string) => `Ô “${column}” không phải là năm: “${value}”.`,
  'year-ahead': (column: string, value: string) => `Năm ${value} ở cột “${column}” chưa kết thúc hoặc chưa đến.`,
  'not-a-choice': (column: string, value: string) => `“${value}” ở cột “${column}” không có trong danh mục.`,
  'before-start': (column: string, value: string) => `Ngày ở cột “${column}” (${value}) sớm hơn ngày bắt đầu.`,
  'unit-unknown': (_: string, value: string) => `Không tìm thấy đơn vị “${value}” trong phạm vi được nhập.`,
  'unit-ambiguous': (_: string, value: string) => `Có nhiều đơn vị tên “${value}”.`,
  'person-unknown': (_: string, value: string) => `Không tìm thấy “${value}” trong đơn vị này.`,
  'person-ambiguous': (_: string, value: string) => `Đơn vị có nhiều người tên “${value}”: ghi thêm ngày sinh.`,
  'born-different': (_: string, value: string) => `Ngày sinh của “${value}” không khớp với danh sách của đơn vị.`,
  'line-twice': (_: string, value: string) => `Trùng với dòng ${value} của bảng.`,
} as const;

export type ProblemCode = keyof typeof TEXTS;

export function cellProblem(code: ProblemCode, column: string, value = ''): CellProblem {
  return { column, code, value, text: TEXTS[code](column, value) };
}
