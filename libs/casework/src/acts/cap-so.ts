import { compareDates, parseLocalDate } from '@thidua/kernel';
import { Refused } from '../refused';
import { takeNumber } from '../papers/take-numbers';
import { decisionPlans } from '../decisions/decision-plans';
import { packOfRound } from '../rounds/round-law';
import { formatLocalDate } from '@thidua/kernel';
import type { Act, ActContext } from './act';
import { textOf } from './form-data';
import { papersAtHand, signedTogether } from './papers-at-hand';

/** The văn thư's number for every signed paper of the step, each after its signature and in this transaction alone. */
export const capSo: Act = async (context) => {
  const { deps, tx, task, acting, data, nowMs, today } = context;
  const papers = await papersAtHand(context, 'signed');
  if (papers.length === 0 && !(await nothingWasSigned(context)) && !(await signedTogether(context))) {
    throw new Refused('paper-state', { reason: 'not-signed', kinds: task.documents });
  }
  const typed = textOf(data, 'mode') === 'external' ? typedNumbers(context, papers.length) : undefined;
  const numbers: string[] = [];
  for (const [index, paper] of papers.entries()) {
    const external = typed?.[index];
    const more = external === undefined ? {} : { external };
    const numbering = { provinceId: task.provinceId, paper, takenBy: acting.position.id, today, nowMs, ...more };
    numbers.push(await takeNumber(deps, tx, numbering));
  }
  const paperIds = papers.map((paper) => paper.id);
  return {
    variables: {},
    audit: { action: 'numbers-taken', facts: { paperIds, numbers, mode: typed === undefined ? 'own' : 'external' } },
  };
};

/** Number and date of another system; several papers take as many numbers, separated by commas. */
function typedNumbers({ data, today }: ActContext, count: number): readonly { readonly number: string; readonly date: string }[] {
  const numbers = (textOf(data, 'number') ?? '').split(/[,;]/).map((part) => part.trim());
  const date = parseLocalDate((textOf(data, 'date') ?? '').slice(0, 10));
  const refuse = (field: string, code: string): never => {
    throw new Refused('number-invalid', { problems: [{ field, code }], expected: count });
  };
  if (numbers.some((number) => !/^\d{1,5}[A-Za-zĐđ]{0,3}$/.test(number) || Number.parseInt(number, 10) === 0)) {
    refuse('number', 'not-a-number');
  }
  if (numbers.length !== count || new Set(numbers).size !== count) {
    refuse('number', 'one-per-paper');
  }
  if (date === undefined || compareDates(date, today) > 0) {
    return refuse('date', date === undefined ? 'not-a-date' : 'in-future');
  }
  return numbers.map((number) => ({ number, date: formatLocalDate(date) }));
}

/** Every name of the decision was held before the signature: there is nothing to number and the flow goes on. */
async function nothingWasSigned({ deps, tx, task, today }: ActContext): Promise<boolean> {
  const round = task.roundId === null ? undefined : await deps.stores.rounds.byId(task.provinceId, task.roundId, tx);
  if (round === undefined || !task.documents.includes('quyet-dinh')) {
    return false;
  }
  const question = { provinceId: task.provinceId, round, pack: await packOfRound(deps, round), day: formatLocalDate(today) };
  return (await decisionPlans(deps, question, tx)).length === 0;
}
