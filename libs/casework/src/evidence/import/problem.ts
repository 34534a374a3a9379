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
  'too-many-rows': (_: string, value: string) => `Bảng có ${value} dòng, nhiều hơn mức nhận một lần: tách bảng rồi nhập lại.`,
  'unit-code-needed': (_: string, value: string) => `Có nhiều đơn vị tên “${value}”: ghi mã đơn vị hoặc ghi thêm đơn vị cấp trên.`,
  'code-taken': (_: string, value: string) => `Mã “${value}” đã dùng cho đơn vị khác.`,
  'parent-loop': (_: string, value: string) => `Đơn vị “${value}” đứng dưới chính nó qua các cấp trên đã ghi.`,
  'not-under': (_: string, value: string) => `Loại đơn vị này không đặt dưới “${value}”.`,
  'province-twice': (_: string, value: string) => `Mỗi tỉnh, thành phố chỉ có một UBND cấp tỉnh; danh mục đã có “${value}”.`,
  'not-yet': (_: string, value: string) => `Đơn vị “${value}” chưa thành lập hoặc đã giải thể vào ngày này.`,
  'born-needed': (_: string, value: string) => `Có người khác tên “${value}”: ghi ngày sinh để phân biệt.`,
  'role-not-here': (_: string, value: string) => `Vai trò “${value}” không có ở loại đơn vị này.`,
  'post-held': (_: string, value: string) => `Đơn vị đã có người giữ vai trò này trong thời gian đó: ${value}.`,
  'username-invalid': (_: string, value: string) =>
    `Tên đăng nhập “${value}” không dùng được: 3 đến 40 ký tự, gồm chữ thường không dấu, số, dấu chấm, gạch ngang.`,
  'username-taken': (_: string, value: string) => `Tên đăng nhập “${value}” đã có người dùng.`,
  'account-other': (_: string, value: string) => `Người này đã có tài khoản “${value}”.`,
  'nobody-called': (_: string, value: string) => `Danh sách nhân sự không có ai tên “${value}”.`,
  'roster-known': (_: string, value: string) => `Cơ quan đang có Hội đồng còn hiệu lực (${value}): kiện toàn ở trang Hội đồng.`,
  'roster-chair': () => 'Mỗi Hội đồng có đúng một Chủ tịch Hội đồng.',
  'roster-few': (_: string, value: string) => `Hội đồng mới có ${value} thành viên, ít nhất phải có ba.`,
  'roster-differs': (column: string) => `Ô “${column}” khác với dòng trước của cùng Hội đồng.`,
  'own-appointment': (_: string, value: string) =>
    `“${value}” là người đang nhập bảng: không tự giao chức vụ, ghế Hội đồng, ủy quyền cho mình; nhờ quản trị viên khác ghi.`,
  'member-twice': (_: string, value: string) => `“${value}” đã có trong Hội đồng này.`,
  'post-unknown': (_: string, value: string) => `“${value}” không giữ chức vụ nào ở đơn vị này trong ngày đó.`,
  'post-ambiguous': (_: string, value: string) => `“${value}” giữ nhiều chức vụ ở đơn vị này: ghi chức vụ.`,
  'line-wrong': (_: string, value: string) => value,
  'line-twice': (_: string, value: string) => `Trùng với dòng ${value} của bảng.`,
} as const;

export type ProblemCode = keyof typeof TEXTS;

export function cellProblem(code: ProblemCode, column: string, value = ''): CellProblem {
  return { column, code, value, text: TEXTS[code](column, value) };
}
