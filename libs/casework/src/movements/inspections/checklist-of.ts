import type { Movement } from '@thidua/awards';
import type { ChecklistItem } from '@thidua/store';

const WORDS = 220;

/** What the plan itself gives to look at: the duty to have a plan and to report, then the criteria for bodies; people strike and add. */
export function proposedChecklist({ criteria, reportDates }: Pick<Movement, 'criteria' | 'reportDates'>): readonly ChecklistItem[] {
  const texts = [
    'Ban hành kế hoạch, phát động, triển khai phong trào thi đua tại đơn vị',
    ...(reportDates.length === 0 ? [] : ['Thực hiện chế độ báo cáo theo Kế hoạch']),
    ...criteria.filter(({ audience }) => audience === 'agency').map(({ quote }) => shortened(quote)),
    'Phát hiện, bồi dưỡng, tuyên truyền, nhân rộng điển hình tiên tiến',
    'Bình xét, đề nghị khen thưởng trong phong trào thi đua',
  ];
  return texts.map((text, at) => ({ id: `noi-dung-${String(at + 1)}`, text }));
}

/** The first sentence, at most a few lines of a table. */
function shortened(quote: string): string {
  const [sentence = quote] = quote.split(/(?<=[.;])\s/);
  const bare = sentence.replace(/[.;]$/, '');
  return bare.length <= WORDS ? bare : `${bare.slice(0, bare.lastIndexOf(' ', WORDS))}…`;
}
