import { compareDates, formatLocalDate, parseLocalDate } from '@thidua/kernel';
import type { PaperRecord } from '@thidua/store';
import { decisionPlans } from '../decisions/decision-plans';
import { isNumber } from '../papers/document-types';
import { sourceOf, takeNumber, type TypedNumber } from '../papers/take-numbers';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';
import type { Act, ActContext, ActResult } from './act';
import { textOf } from './form-data';
import { broughtByUnit, papersAtHand, signedTogether } from './papers-at-hand';

/** The văn thư's number for every signed paper of the step, each after its signature and in this transaction alone. */
export const capSo: Act = async (context) => {
  const { data, task } = context;
  const papers = await papersAtHand(context, 'signed');
  if (papers.length === 0 && !(await nothingWasSigned(context)) && !(await signedTogether(context)) && !(await broughtByUnit(context))) {
    throw new Refused('paper-state', { reason: 'not-signed', kinds: task.documents });
  }
  if (papers.length === 0 || textOf(data, 'mode') !== 'external') {
    return numberPapers(context, papers, new Map());
  }
  const foreign = await numberedElsewhere(context, papers);
  const numbers = typedNumbers(context, foreign.length);
  return numberPapers(
    context,
    papers,
    new Map(foreign.flatMap((paper, at) => (numbers[at] === undefined ? [] : [[paper.id, numbers[at]]]))),
  );
};

/** Numbers for the papers: those typed in, and ours for the others. */
export async function numberPapers(
  { deps, tx, task, acting, nowMs, today }: ActContext,
  papers: readonly PaperRecord[],
  typed: ReadonlyMap<string, TypedNumber>,
): Promise<ActResult> {
  const numbers: string[] = [];
  for (const paper of papers) {
    const external = typed.get(paper.id);
    const more = external === undefined ? {} : { external };
    numbers.push(await takeNumber(deps, tx, { provinceId: task.provinceId, paper, takenBy: acting.position.id, today, nowMs, ...more }));
  }
  const paperIds = papers.map((paper) => paper.id);
  return {
    variables: {},
    audit: { action: 'numbers-taken', facts: { paperIds, numbers, mode: typed.size === 0 ? 'own' : 'external' } },
  };
}

/** Of the papers, those whose numbers come from another system; where none does, a typed number has no register to stand in. */
async function numberedElsewhere({ deps, tx, task, today }: ActContext, papers: readonly PaperRecord[]): Promise<readonly PaperRecord[]> {
  const foreign: PaperRecord[] = [];
  for (const paper of papers) {
    if ((await sourceOf(deps, task.provinceId, { paper, year: today.year }, tx)) === 'external') {
      foreign.push(paper);
    }
  }
  return foreign.length === 0 ? papers : foreign;
}

/** Number and date of another system; several papers take as many numbers, separated by commas. */
function typedNumbers({ data, today }: ActContext, count: number): readonly TypedNumber[] {
  const numbers = (textOf(data, 'number') ?? '').split(/[,;]/).map((part) => part.trim());
  const date = parseLocalDate((textOf(data, 'date') ?? '').slice(0, 10));
  const refuse = (field: string, code: string): never => {
    throw new Refused('number-invalid', { problems: [{ field, code }], expected: count });
  };
  if (!numbers.every(isNumber)) {
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
