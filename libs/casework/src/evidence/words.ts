import type { Initiative, Labour, Rating, ResultKind, ResultRecogniser, ResultScope, ServiceTerm } from '@thidua/store';

/** The register's words, as papers and imported tables write them. */
export const RATINGS: Readonly<Record<Rating, string>> = {
  excellent: 'Hoàn thành xuất sắc nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  done: 'Hoàn thành nhiệm vụ',
  'not-done': 'Không hoàn thành nhiệm vụ',
};

export const LABOURS: Readonly<Record<Labour, string>> = {
  leader: 'Lãnh đạo, quản lý',
  official: 'Công chức, viên chức',
  worker: 'Công nhân, người lao động trực tiếp',
  farmer: 'Nông dân',
};

export const RESULTS: Readonly<Record<ResultKind, string>> = {
  initiative: 'Sáng kiến',
  topic: 'Đề tài, đề án khoa học',
  invention: 'Phát minh, sáng chế',
  prize: 'Giải thưởng',
  'combat-merit': 'Thành tích chiến đấu, phục vụ chiến đấu',
  contribution: 'Đóng góp',
  achievement: 'Thành tích được xác nhận',
  model: 'Mô hình hiệu quả',
};

export const SCOPES: Readonly<Record<ResultScope, string>> = {
  unit: 'Đơn vị',
  commune: 'Cấp xã',
  district: 'Cấp huyện',
  province: 'Cấp tỉnh',
  nation: 'Toàn quốc',
  region: 'Khu vực',
  continent: 'Châu lục',
  world: 'Thế giới',
};

export const RECOGNISERS: Readonly<Record<ResultRecogniser, string>> = {
  unit: 'Đơn vị',
  commune: 'Cấp xã',
  district: 'Cấp huyện',
  province: 'Cấp tỉnh',
  ministry: 'Bộ, ngành',
  nation: 'Nhà nước',
};

export const GRADES: Readonly<Record<NonNullable<Initiative['grade']>, string>> = { gold: 'Vàng', silver: 'Bạc', bronze: 'Đồng' };

export const SERVICE_POSTS: Readonly<Record<ServiceTerm['post'], string>> = {
  minister: 'Bộ trưởng và tương đương',
  'vice-minister': 'Thứ trưởng và tương đương',
  'general-director': 'Tổng cục trưởng và tương đương',
  'deputy-general-director': 'Phó Tổng cục trưởng và tương đương',
  director: 'Vụ trưởng, giám đốc sở và tương đương',
  'deputy-director': 'Phó Vụ trưởng, phó giám đốc sở và tương đương',
};

export const AWARD_TYPE_WORDS = {
  merit: 'Công trạng',
  sudden: 'Đột xuất',
  movement: 'Phong trào/chuyên đề',
  service: 'Cống hiến',
  tenure: 'Niên hạn',
  external: 'Đối ngoại',
} as const;
