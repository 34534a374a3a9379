import type { Movement } from '@thidua/awards';
import { proposedChecklist } from './checklist-of';

const criterion = (audience: string, quote: string): Movement['criteria'][number] =>
  ({ audience, quote, line: { from: 1, to: 1 } }) as unknown as Movement['criteria'][number]; // only what is read here
const DATES = [{}] as unknown as Movement['reportDates']; // only whether there is one

describe('proposedChecklist', () => {
  it('takes the criteria of bodies from the plan, their first sentence, and those of nobody else', () => {
    const criteria = [
      criterion('agency', 'Triển khai sâu rộng phong trào. Nâng cao trách nhiệm của người đứng đầu.'),
      criterion('enterprise', 'Xây dựng tầm nhìn.'),
    ];
    const texts = proposedChecklist({ criteria, reportDates: DATES }).map(({ text }) => text);
    expect(texts).toContain('Triển khai sâu rộng phong trào');
    expect(texts.join()).not.toMatch(/tầm nhìn|người đứng đầu/);
  });

  it('asks for reports only where the plan has a day for them', () => {
    const asks = (reportDates: Movement['reportDates']): boolean =>
      proposedChecklist({ criteria: [], reportDates }).some(({ text }) => text.includes('báo cáo'));
    expect([asks(DATES), asks([])]).toEqual([true, false]);
  });

  it('cuts a long sentence at a word and gives every item a name of its own', () => {
    const items = proposedChecklist({ criteria: [criterion('agency', 'nội dung '.repeat(60))], reportDates: [] });
    expect(items.every(({ text }) => text.length <= 221)).toBe(true);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });
});
