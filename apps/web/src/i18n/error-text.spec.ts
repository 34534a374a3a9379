import { beforeAll, describe, expect, it } from 'vitest';
import i18next from 'i18next';
import { ApiError } from '../api/api-error';
import { errorSentences } from './error-text';
import { startTexts } from './i18n';
import type { Text } from './use-text';

type Texts = Parameters<typeof errorSentences>[1];

describe('errorSentences', () => {
  let t: Texts;

  beforeAll(async () => {
    await startTexts('vi');
    const text: Text = (key, params) => i18next.t(key, { ...params });
    const or: Texts['or'] = (key, fallback, params) => (i18next.exists(key) ? i18next.t(key, { ...params }) : fallback);
    t = Object.assign(text, { or });
  });

  const refused = (details: Record<string, string>): string => errorSentences(new ApiError(403, 'not-competent', details, null), t).what;

  it('says who decides the award, by which row and citation', () => {
    const details = {
      awardName: 'Bằng khen của Chủ tịch UBND tỉnh',
      deciderTitle: 'Chủ tịch UBND cấp tỉnh',
      ruleId: 'AU-07',
      citation: 'Luật',
    };
    expect(refused(details)).toContain('Bằng khen của Chủ tịch UBND tỉnh do Chủ tịch UBND cấp tỉnh quyết định, AU-07, căn cứ Luật.');
  });

  it('says why a competent row does not help', () => {
    const details = { awardName: 'Giấy khen', deciderTitle: 'Thủ trưởng', ruleId: 'AU-01', citation: 'Luật', reason: 'capacity' };
    expect(refused(details)).toMatch(/do Thủ trưởng quyết định.*không ký thừa lệnh/);
  });

  it('says that a board decides no title, without calling it the decider', () => {
    const details = { awardName: 'Chiến sĩ thi đua cơ sở', ruleId: 'AU-03', citation: 'Luật', reason: 'board-only' };
    expect(refused(details)).toContain('chỉ tặng giấy khen, không quyết định Chiến sĩ thi đua cơ sở. Căn cứ: AU-03, Luật.');
  });

  it('writes days as people do', () => {
    const details = { names: 'A', possibleOn: '2026-03-16' };
    expect(errorSentences(new ApiError(409, 'notice-too-short', details, null), t).what).toContain('họp được từ ngày 16/03/2026');
  });
});
