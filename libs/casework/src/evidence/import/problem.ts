/** What is wrong with a cell, said so that whoever typed the table can mend it. */
export interface CellProblem {
  /** Title of the column, or '' for the table as a whole. */
  readonly column: string;
  readonly code: ProblemCode;
  readonly value: string;
  readonly text: string;
}

const TEXTS = {
  'no-sheet': () => 'Tệp không có bảng nào: dùng mẫu bảng đã tải về.',
  'no-rows': () => 'Bảng không có dòng dữ liệu nào: điền từ dòng 2, ngay dưới tên cột.',
  'column-missing': (column: string) => `Thiếu cột “${column}”. Dùng đúng mẫu bảng đã tải về.`,
  'column-unknown': (column: string) => `Cột “${column}” không có trong mẫu: đổi lại đúng tên cột của mẫu hoặc xóa cột.`,
  'column-twice': (column: string) => `Cột “${column}” có hai lần: xóa bớt một cột.`,
  required: (column: string) => `Ô “${column}” còn trống, phải điền.`,
  'date-as-text': (column: string, value: string) =>
    `Ô “${column}” đang là chữ “${value}”, không rõ đâu là ngày, đâu là tháng: định dạng ô là ngày rồi gõ lại.`,
  'no-such-day': (column: string, value: string) => `Ô “${column}” ghi “${value}”, lịch không có ngày này: sửa lại, định dạng ô là ngày.`,
  'not-a-date': (column: string, value: string) =>
    `Ô “${column}” không phải là ngày: “${value}”. Gõ đủ ngày, tháng, năm và định dạng ô là ngày.`,
  'not-a-year': (column: string, value: string) => `Ô “${column}” không phải là năm: “${value}”. Gõ năm bốn chữ số.`,
  'year-ahead': (column: string, value: string) => `Năm ${value} ở cột “${column}” chưa kết thúc hoặc chưa đến.`,
  'not-a-choice': (column: string, value: string) => `“${value}” ở cột “${column}” không có trong danh mục`,
  'before-start': (column: string, value: string) => `Ngày ở cột “${column}” (${value}) sớm hơn ngày bắt đầu: sửa một trong hai ngày.`,
  'born-late': (column: string, value: string) =>
    `Ngày ở cột “${column}” (${value}) không sớm hơn ngày giữ chức vụ: sửa một trong hai ngày.`,
  'unit-unknown': (_: string, value: string) =>
    `Không tìm thấy đơn vị “${value}” trong phạm vi được nhập: kiểm tra tên, hoặc nhập đơn vị đó trước.`,
  'unit-ambiguous': (_: string, value: string) => `Có nhiều đơn vị tên “${value}”: ghi tên đầy đủ.`,
  'person-unknown': (_: string, value: string) => `Không tìm thấy “${value}” trong đơn vị này: kiểm tra họ tên và đơn vị.`,
  'person-ambiguous': (_: string, value: string) => `Đơn vị có nhiều người tên “${value}”: ghi thêm ngày sinh.`,
  'born-different': (_: string, value: string) =>
    `Ngày sinh của “${value}” không khớp với danh sách của đơn vị: sửa ngày sinh hoặc để trống.`,
  'too-many-rows': (_: string, value: string) =>
    `Bảng có ${value} dòng, mỗi lần nhận tối đa 10000 dòng: tách thành nhiều bảng rồi nhập từng bảng.`,
  'unit-code-needed': (_: string, value: string) => `Có nhiều đơn vị tên “${value}”: ghi mã đơn vị hoặc ghi thêm đơn vị cấp trên.`,
  'code-taken': (_: string, value: string) => `Mã “${value}” đã dùng cho đơn vị khác: đặt mã khác.`,
  'parent-loop': (_: string, value: string) => `Đơn vị “${value}” đứng dưới chính nó qua các cấp trên đã ghi: sửa cột cấp trên.`,
  'not-under': (_: string, value: string) => `Loại đơn vị này không đặt dưới “${value}”: sửa loại hoặc cấp trên.`,
  'province-twice': (_: string, value: string) => `Mỗi tỉnh, thành phố chỉ có một UBND cấp tỉnh; danh mục đã có “${value}”.`,
  'not-yet': (_: string, value: string) => `Đơn vị “${value}” chưa thành lập hoặc đã giải thể vào ngày này: sửa ngày hoặc đơn vị.`,
  'born-needed': (_: string, value: string) => `Có người khác tên “${value}”: ghi ngày sinh để phân biệt.`,
  'role-not-here': (_: string, value: string) => `Vai trò “${value}” không có ở loại đơn vị này`,
  'post-held': (_: string, value: string) =>
    `Đơn vị đã có người giữ vai trò này trong thời gian đó: ${value}. Cho người đó thôi giữ trước, hoặc sửa ngày.`,
  'username-invalid': (_: string, value: string) =>
    `Tên đăng nhập “${value}” không dùng được: 3 đến 40 ký tự, gồm chữ thường không dấu, số, dấu chấm, gạch ngang.`,
  'username-taken': (_: string, value: string) => `Tên đăng nhập “${value}” đã có người dùng: chọn tên khác.`,
  'account-other': (_: string, value: string) => `Người này đã có tài khoản “${value}”: để trống ô này.`,
  'nobody-called': (_: string, value: string) => `Danh sách nhân sự không có ai tên “${value}”: kiểm tra họ tên, hoặc nhập nhân sự trước.`,
  'roster-known': (_: string, value: string) => `Cơ quan đang có Hội đồng còn hiệu lực (${value}): kiện toàn ở trang Hội đồng.`,
  'roster-chair': () => 'Mỗi Hội đồng có đúng một Chủ tịch Hội đồng.',
  'roster-few': (_: string, value: string) => `Hội đồng mới có ${value} thành viên, ít nhất phải có ba.`,
  'roster-differs': (column: string) => `Ô “${column}” khác với dòng trước của cùng Hội đồng.`,
  'own-appointment': (_: string, value: string) =>
    `“${value}” là người đang nhập bảng: không tự giao chức vụ, ghế Hội đồng, ủy quyền cho mình; nhờ quản trị viên khác ghi.`,
  'member-twice': (_: string, value: string) => `“${value}” đã có trong Hội đồng này: xóa dòng thừa.`,
  'post-unknown': (_: string, value: string) =>
    `“${value}” không giữ chức vụ nào ở đơn vị này trong ngày đó: kiểm tra họ tên, đơn vị, ngày.`,
  'post-ambiguous': (_: string, value: string) => `“${value}” giữ nhiều chức vụ ở đơn vị này: ghi chức vụ.`,
  'line-wrong': (_: string, value: string) => value,
  'line-twice': (_: string, value: string) => `Trùng với dòng ${value} của bảng: xóa một trong hai dòng.`,
} as const;

export type ProblemCode = keyof typeof TEXTS;

/** More words than these are not read in a cell of a page. */
const MOST_CHOICES = 25;

export function cellProblem(code: ProblemCode, column: string, value = ''): CellProblem {
  return { column, code, value, text: TEXTS[code](column, value) };
}

/** A word that is none of a list, with the list, so that nobody has to look for it. */
export function choiceProblem(
  code: 'not-a-choice' | 'role-not-here',
  column: string,
  { value, choices }: { readonly value: string; readonly choices: readonly string[] },
): CellProblem {
  const what = TEXTS[code](column, value);
  return {
    column,
    code,
    value,
    text:
      choices.length === 0 || choices.length > MOST_CHOICES
        ? `${what}: ghi đúng tên như trong danh mục.`
        : `${what}: chọn một trong ${choices.join('; ')}.`,
  };
}
