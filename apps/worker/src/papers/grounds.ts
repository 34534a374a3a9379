import type { Pack } from '@thidua/awards';
import type { DossierScene, RoundScene } from './scene';

/** Căn cứ: the law by name and date, the decree with its number, then the plan of the movement when there is one. */
export function groundsOf(scene: DossierScene | RoundScene, more: readonly string[] = []): readonly string[] {
  return [
    lawOf(scene.pack),
    decreeOf(scene.pack),
    ...(scene.movement === undefined ? [] : [`Căn cứ Kế hoạch triển khai Phong trào thi đua “${scene.movement.name.value}”`]),
    ...more,
  ];
}

export function lawOf(pack: Pack): string {
  const law = 'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022';
  return pack.id.startsWith('vn-2026') ? `${law} (sửa đổi, bổ sung bởi Luật số 06/2026/QH16)` : law;
}

export function decreeOf(pack: Pack): string {
  if (pack.id === 'vn-2024-nd98') {
    return 'Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng';
  }
  return 'Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng';
}

/** 'trong phong trào thi đua “…”' or the plain year. */
export function occasionWords(scene: DossierScene | RoundScene): string {
  const { occasion, year } = 'dossier' in scene ? scene.dossier : scene.round;
  if (scene.movement !== undefined) {
    return `trong phong trào thi đua “${scene.movement.name.value}”`;
  }
  return occasion === 'ad-hoc' ? `đột xuất năm ${year}` : `năm ${year}`;
}
