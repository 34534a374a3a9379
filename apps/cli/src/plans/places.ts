import { GIA_PHUC, HOA_MY, HOA_PHONG, TAN_LAP, VAN_XUAN } from '../people/cast';
import type { PlanPlace } from './plan-story';

export const IN_VAN_XUAN: PlanPlace = {
  province: 'tn',
  provinceChair: 'Chủ tịch UBND tỉnh Thái Nguyên',
  commune: VAN_XUAN,
  communeChair: 'Chủ tịch UBND phường Vạn Xuân',
  upwardTo: 'commune',
  proposers: { agency: 'vx.thcs', upward: 'vx.thcs', enterprise: 'vx.cn', hamlet: 'vx.tdp' },
  bodies: ['vx.thcs', 'vx.cn', 'vx.tdp', 'vx.kt', 'vx.tt', 'vx.mttq'],
  voters: [],
};

/** The province's own movement: its departments take part, and communes with what is theirs. */
export const IN_THAI_NGUYEN: PlanPlace = {
  ...IN_VAN_XUAN,
  upwardTo: 'province',
  proposers: { agency: 'tn.skhcn', upward: 'tn.skhcn', enterprise: 'vx.cn', hamlet: 'vx.tdp' },
  bodies: ['tn.skhcn', 'tn.stc', 'tn.bao', 'tn.mttq', 'sc'],
};

export const IN_TAN_LAP: PlanPlace = {
  province: 'dl',
  provinceChair: 'Chủ tịch UBND tỉnh Đắk Lắk',
  commune: TAN_LAP,
  communeChair: 'Chủ tịch UBND phường Tân Lập',
  upwardTo: 'commune',
  proposers: { agency: 'tl.thcs', upward: 'tl.thcs', enterprise: 'tl.dn', hamlet: 'tl.tdp' },
  bodies: ['tl.thcs', 'tl.dn', 'tl.tdp', 'tl.kt', 'tl.tt', 'tl.mttq'],
  voters: ['tl.dn', 'tl.thcs', 'tl.kt', 'tl.tt', 'dl.skhcn'],
};

/** Xã Hòa Phong under thị xã Mỹ Hào, to 30/6/2025: officers instead of offices. */
export const IN_HOA_PHONG: PlanPlace = {
  province: 'hy',
  provinceChair: 'Chủ tịch UBND tỉnh Hưng Yên',
  commune: HOA_PHONG,
  communeChair: 'Chủ tịch UBND xã Hòa Phong',
  upwardTo: 'commune',
  proposers: { agency: 'xhp.thcs', upward: 'xhp.thcs', enterprise: 'xhp.dn', hamlet: 'xhp.thon' },
  bodies: ['xhp.thcs', 'xhp.dn', 'xhp.thon', 'xhp.mttq', 'xhp.tt'],
  voters: [],
};

/** Xã Hòa Phong's own bodies, which stand under phường Hòa Mỹ since 01/7/2025. */
export const IN_HOA_MY: PlanPlace = {
  province: 'hy',
  provinceChair: 'Chủ tịch UBND tỉnh Hưng Yên',
  commune: HOA_MY,
  communeChair: 'Chủ tịch UBND phường Hòa Mỹ',
  upwardTo: 'commune',
  proposers: { agency: 'xhp.thcs', upward: 'xhp.thcs', enterprise: 'xhp.dn', hamlet: 'xhp.thon' },
  bodies: ['xhp.thcs', 'xhp.dn', 'xhp.thon', 'hm.mttq', 'hm.tt'],
  voters: ['xhp.dn', 'xhp.thcs', 'hm.kt', 'hm.tt', 'hy.skhcn'],
};

export const IN_GIA_PHUC: PlanPlace = {
  province: 'hp',
  provinceChair: 'Chủ tịch UBND thành phố Hải Phòng',
  commune: GIA_PHUC,
  communeChair: 'Chủ tịch UBND xã Gia Phúc',
  upwardTo: 'commune',
  proposers: { agency: 'gp.thcs', upward: 'gp.thcs', enterprise: 'gp.ck', hamlet: 'gp.thon' },
  bodies: ['gp.thcs', 'gp.ck', 'gp.thon', 'gp.kt', 'gp.tt', 'gp.mttq'],
  voters: ['gp.ck', 'gp.thcs', 'gp.kt', 'gp.tt', 'hp.skhcn'],
};
