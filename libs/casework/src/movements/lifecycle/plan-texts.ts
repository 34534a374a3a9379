import type { Movement } from '@thidua/awards';
import type { PlanTexts } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';

const FOR: Readonly<Record<Movement['criteria'][number]['audience'], string>> = {
  agency: 'Đối với các cơ quan, đơn vị',
  front: 'Đối với Mặt trận Tổ quốc và các tổ chức chính trị - xã hội',
  enterprise: 'Đối với doanh nghiệp, hợp tác xã',
  individual: 'Đối với cá nhân',
  other: 'Đối với các đối tượng khác',
};

/** Wording the plan's paper may open with; a person goes over every line before it is put forward. */
export function proposeTexts({ name, launcher, carriedOutBy, criteria }: Movement): PlanTexts {
  const contents = Object.entries(FOR).flatMap(([audience, title]) => {
    const items = criteria.filter((one) => one.audience === audience).map((one) => sentence(one.quote));
    return items.length === 0 ? [] : [{ title, items }];
  });
  const above = launcher.body === carriedOutBy.body ? '' : ` do ${launcher.body} phát động`;
  return {
    purposes: [
      `Triển khai thiết thực, hiệu quả Phong trào thi đua “${name.value}”${above}`,
      'Phát hiện, bồi dưỡng, biểu dương và nhân rộng điển hình tiên tiến',
    ],
    requirements: [
      'Nội dung, tiêu chí thi đua cụ thể, sát nhiệm vụ, tránh hình thức',
      'Khen thưởng kịp thời, công khai, đúng người, đúng thành tích, đúng quy định của pháp luật',
    ],
    contents: contents.length > 0 ? contents : [{ title: 'Nội dung thi đua', items: [sentence(name.quote)] }],
    targets: [],
    funding: 'Kinh phí thực hiện từ Quỹ thi đua, khen thưởng và các nguồn hợp pháp khác theo quy định',
    cooperation: [
      'Tuyên truyền, vận động đoàn viên, hội viên và Nhân dân tham gia Phong trào',
      'Phát hiện, giới thiệu điển hình tiên tiến để biểu dương, nhân rộng',
      'Cho ý kiến về nội dung phối hợp, kế hoạch riêng (nếu có)',
    ],
  };
}

/** Texts of a work as they were put forward. */
export function textsOf(facts: JsonObject): PlanTexts | undefined {
  const texts = facts['texts'];
  // Written by the launch from a body the contract had checked.
  return texts === undefined || texts === null ? undefined : (texts as unknown as PlanTexts);
}

/** A quotation as an item of a list: one line, no mark at the end. */
function sentence(quote: string): string {
  const flat = quote
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.;:]+$/u, '');
  return Array.from(flat).slice(0, 1400).join('');
}
