import { launchAndSubmit } from '../../apps/cli/src/steps/unit';
import type { Cast } from '../../apps/cli/src/people/cast';
import { individual } from '../../apps/cli/src/people/nominees';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý', 'Đoàn', 'Tạ', 'Phùng', 'Mạc'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Hữu', 'Ngọc', 'Quang', 'Minh', 'Ánh', 'Thế', 'Xuân', 'Hồng', 'Như', 'Tường', 'Kỳ'];
const GIVEN = ['Ưu', 'Sở', 'Vượng', 'Hằng', 'Khoẻ', 'Mẫn', 'Tuyết', 'Phượng', 'Đạt', 'Giỏi', 'Ẩn', 'Quyền', 'Lựu', 'Nhẫn', 'Thuỷ', 'Yến'];

const UNIT = 'gp.ck';
export const ROWS = 48;
/** Reports of the rows, minutes, submission and list. */
export const PAPERS_OF_A_DOSSIER = ROWS + 3;

/** The name of a nominee by his number among all; 3,584 names, then with a number behind. */
export function nameOf(at: number): string {
  const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
  const round = Math.floor(at / (FAMILY.length * MIDDLE.length * GIVEN.length));
  const name = [
    pick(FAMILY, at),
    pick(MIDDLE, Math.floor(at / FAMILY.length)),
    pick(GIVEN, Math.floor(at / (FAMILY.length * MIDDLE.length))),
  ].join(' ');
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** A dossier of forty-eight people, from the launch to the number on its submission, as its unit's people do it. */
export async function submitDossier(cast: Cast, at: number): Promise<string> {
  const rows = Array.from({ length: ROWS }, (_none, row) => {
    const person = at * ROWS + row;
    return individual(
      nameOf(person),
      'Công nhân',
      'GK_XA',
      `Hoàn thành sáng kiến thứ ${person + 1} của năm 2025, làm lợi ${person + 7} triệu đồng.`,
    );
  });
  const { dossierId } = await launchAndSubmit(cast, {
    unit: UNIT,
    title: `Đề nghị khen thưởng thường niên, đợt ${at + 1}`,
    occasion: 'annual',
    year: 2025,
    rows,
  });
  return dossierId;
}
