import { openQuestions } from './open-questions';
import { QUESTION_TEXTS } from './question-texts';

const plan = { seed: '', title: 'Kế hoạch', issuer: 'UBND xã', number: null, date: null };
const questions = [QUESTION_TEXTS.number, QUESTION_TEXTS.date, 'Hạng Huân chương Lao động không được nêu (dòng 367).'];

describe('questions of a plan', () => {
  it.each([
    ['all stay while it has neither number nor day', plan, 3],
    ['a month answers nothing about the day', { ...plan, date: '2025-08' }, 3],
    ['the number and the day of its issue answer two', { ...plan, number: '12/KH-UBND', date: '2025-08-25' }, 1],
  ])('%s', (_, given, left) => {
    expect(openQuestions({ plan: given, questions }, false)).toHaveLength(left);
  });

  it('whoever signed it here is no longer asked for', () => {
    const asked = [...questions, QUESTION_TEXTS.signer];
    expect(openQuestions({ plan, questions: asked }, false)).toHaveLength(4);
    expect(openQuestions({ plan, questions: asked }, true)).toEqual(questions);
  });
});
