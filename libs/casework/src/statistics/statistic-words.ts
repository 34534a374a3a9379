import type { StatisticSource } from '@thidua/awards';

const OCCASIONS: Readonly<Record<string, string>> = {
  annual: 'Thường niên',
  interim: 'Sơ kết',
  final: 'Tổng kết',
  'ad-hoc': 'Đột xuất',
  unspecified: 'Không nêu dịp',
};
const LEVELS: Readonly<Record<string, string>> = {
  UNIT: 'Cơ quan, đơn vị',
  XA: 'Cấp xã',
  HUYEN: 'Cấp huyện',
  TINH: 'Cấp tỉnh',
  TTG: 'Thủ tướng Chính phủ',
  CTN: 'Chủ tịch nước',
};
const WORKS: Readonly<Record<string, string>> = {
  plan: 'Phát động phong trào',
  'unit-plan': 'Kế hoạch của đơn vị',
  amendment: 'Điều chỉnh kế hoạch',
  urging: 'Đôn đốc',
  closing: 'Kết thúc phong trào',
  occasion: 'Đợt khen thưởng',
  registration: 'Đăng ký thi đua',
  'report-call': 'Đợt báo cáo',
  report: 'Báo cáo',
  inspection: 'Kiểm tra',
  'inspected-unit': 'Kiểm tra tại đơn vị',
  scoring: 'Chấm điểm',
  'score-sheet': 'Phiếu chấm điểm',
  model: 'Điển hình tiên tiến',
  publication: 'Tuyên truyền',
  duty: 'Nhiệm vụ theo kế hoạch',
  indicators: 'Bộ chỉ tiêu',
  conference: 'Hội nghị',
};
const STATES: Readonly<Record<StatisticSource, Readonly<Record<string, string>>>> = {
  nominations: { open: 'Đang xét', awarded: 'Đạt', failed: 'Không đạt', withdrawn: 'Rút', revoked: 'Đã hủy bỏ' },
  movements: { 'in-force': 'Đang thực hiện', closed: 'Đã kết thúc' },
  works: { open: 'Đang làm', submitted: 'Đã gửi', done: 'Đã xong', late: 'Xong, trễ hạn', overdue: 'Quá hạn' },
};

export function occasionName(occasion: string): string {
  return OCCASIONS[occasion] ?? occasion;
}

/** A level, or a kind of work, as people read it. */
export function whatName(source: StatisticSource, what: string): string {
  return (source === 'movements' ? LEVELS[what] : WORKS[what]) ?? what;
}

export function stateName(source: StatisticSource, state: string): string {
  return STATES[source][state] ?? state;
}
