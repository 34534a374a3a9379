import { compareDates, formatLocalDate, parseLocalDate, type LocalDate } from '@thidua/kernel';
import { noteLimit } from '../limits/note-limit';
import { Refused } from '../refused';
import type { Act, ActContext } from './act';
import { textOf } from './form-data';

/** The answer of a body to a question: its own hand writes it when the body is inside the system, otherwise who asked records the paper. */
export const traLoiYKien: Act = async (context) => {
  const { deps, tx, task, data, actor, nowMs } = context;
  const id = task.local['opinionId'];
  const question = typeof id === 'string' ? await deps.stores.opinions.lock(tx, task.provinceId, id) : undefined;
  if (question === undefined) {
    throw new Refused('not-found', { what: 'opinion' });
  }
  const answer = textOf(data, 'answer');
  const text = textOf(data, 'text') ?? null;
  if (answer !== 'agree' && answer !== 'disagree' && answer !== 'other') {
    throw new Refused('form-invalid', { problems: [{ field: 'answer', code: 'required' }] });
  }
  if (answer !== 'agree' && text === null) {
    throw new Refused('form-invalid', { problems: [{ field: 'text', code: 'required' }] });
  }
  const given = {
    answer,
    text,
    numberText: textOf(data, 'numberText') ?? null,
    answerDate: formatLocalDate(paperDate(context, 'date')),
    fileSha256: null,
    by: actor.personId,
    atMs: nowMs,
  } as const;
  if (!(await deps.stores.opinions.answer(tx, task.provinceId, question.id, given))) {
    throw new Refused('state-conflict', { reason: 'opinion-ended', opinionId: question.id });
  }
  const { roundId, rowId } = question;
  await noteLimit(deps, tx, {
    provinceId: task.provinceId,
    roundId,
    rowId,
    kind: 'opinion-received',
    atMs: nowMs,
    personId: actor.personId,
    facts: { opinionId: question.id },
  });
  return { variables: {}, audit: { action: 'opinion-answered', facts: { opinionId: question.id, answer } } };
};

/** The date of a paper in a form: there, and not after today. */
export function paperDate({ data, today }: Pick<ActContext, 'data' | 'today'>, key: string): LocalDate {
  const date = parseLocalDate((textOf(data, key) ?? '').slice(0, 10));
  if (date === undefined || compareDates(date, today) > 0) {
    throw new Refused('form-invalid', { problems: [{ field: key, code: date === undefined ? 'not-a-date' : 'in-future' }] });
  }
  return date;
}
