import type { Movement } from '@thidua/awards';
import { QUESTION_TEXTS } from './question-texts';

/** What a plan's text left open and its issue has not answered since: number and day come with the signature, the signer where `signedHere`. */
export function openQuestions({ plan, questions }: Pick<Movement, 'plan' | 'questions'>, signedHere: boolean): readonly string[] {
  const answered = [
    ...(plan.number === null ? [] : [QUESTION_TEXTS.number]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(plan.date ?? '') ? [QUESTION_TEXTS.date] : []),
    ...(signedHere ? [QUESTION_TEXTS.signer] : []),
  ];
  return questions.filter((question) => !answered.includes(question));
}
