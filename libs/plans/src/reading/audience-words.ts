import type { Audience } from '@thidua/awards';

/** Whom the first words of a heading or of a line of a list mean; null when they name nobody. */
export function audienceOfLabel(label: string): Audience | null {
  const words = label.replace(/^(?:Đề nghị|Đối với)\s+/iu, '').replace(/^(?:các|những)\s+/iu, '');
  if (/^Đối tượng khác/iu.test(words)) {
    return 'other';
  }
  if (/^(?:[UỦ][yỷ] ban )?(?:Trung ương )?(?:UBMTTQ|Mặt trận|đoàn thể|tổ chức chính trị)/iu.test(words)) {
    return 'front';
  }
  if (/^(?:doanh nghiệp|hợp tác xã)/iu.test(words)) {
    return 'enterprise';
  }
  if (/^(?:cá nhân|hộ gia đình)/iu.test(words)) {
    return 'individual';
  }
  return /^(?:tập thể|cơ quan|đơn vị|phòng|sở|ban,? ngành|tổ chức|địa phương|trường|thôn)/iu.test(words) ? 'agency' : null;
}

const KEYWORDS: readonly (readonly [Audience, RegExp])[] = [
  ['agency', /cơ quan|đơn vị|tập thể|ban, ngành|trường học/iu],
  ['front', /Mặt trận|đoàn thể/iu],
  ['enterprise', /doanh nghiệp/iu],
  ['individual', /cá nhân|cán bộ|hộ gia đình|nhân dân(?! tỉnh| xã| phường| huyện| thành)/iu],
];

/** Everybody a list names and where; what follows 'Cá nhân:' says only where the persons work. */
export function audiencesIn(text: string): readonly { readonly audience: Audience; readonly at: number }[] {
  const label = /^([^:]{2,40}):/u.exec(text)?.[1] ?? text;
  if (/^(?:cá nhân|hộ gia đình)/iu.test(label)) {
    return [{ audience: 'individual', at: 0 }];
  }
  return KEYWORDS.flatMap(([audience, pattern]) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [{ audience, at }];
  });
}

/** 'trong và ngoài địa bàn', 'ở trong và ngoài xã'. */
export function isAlsoOutside(text: string): boolean {
  return /trong (?:và|hoặc) ngoài|và ngoài (?:địa bàn|xã|phường|tỉnh|thành phố)/iu.test(text);
}
