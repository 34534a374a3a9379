import type { Session } from '../../apps/cli/src/session';
import { Refused } from '../../apps/cli/src/session';
import { bodyOf, labelOf } from './cells';
import { lawful, type Cell } from './law';
import { positionOf } from './world';

export interface Outcome {
  readonly cells: number;
  readonly allowed: number;
  readonly refused: number;
  /** What the API and law.md say differently, or a refusal without its row, citation or decider. */
  readonly wrong: readonly string[];
}

const AT_ONCE = 4;

/** Asks the API every cell and holds the answer against law.md. */
export async function askCells(session: Session, cells: readonly Cell[]): Promise<Outcome> {
  const queue = [...cells];
  const wrong: string[] = [];
  let allowed = 0;
  const asker = async (): Promise<void> => {
    for (let cell = queue.shift(); cell !== undefined; cell = queue.shift()) {
      const found = await ask(session, cell);
      allowed += found.allowed ? 1 : 0;
      wrong.push(...found.faults.map((fault) => `${labelOf(cell)}: ${fault}`)); // the loop variable is the cell of this turn
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
  return { cells: cells.length, allowed, refused: cells.length - allowed, wrong };
}

async function ask(session: Session, cell: Cell): Promise<{ readonly allowed: boolean; readonly faults: readonly string[] }> {
  const law = lawful(cell, bodyOf);
  const { lending } = cell;
  const body = {
    award: cell.award,
    positionId: positionOf(`${cell.body.slug}/${cell.role}`),
    date: cell.day,
    ...(lending === null ? {} : { capacity: lending.capacity, onBehalfOf: positionOf(lending.from) }),
  };
  try {
    const answer = await session.call<{ ruleId: string; citation: string }>('checkCompetence', { body });
    const cited = law.rows.includes(answer.ruleId) && answer.citation !== '';
    return { allowed: true, faults: [...(law.allowed ? [] : ['let through, unlawful']), ...(cited ? [] : [`cites ${answer.ruleId}`])] };
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    return { allowed: false, faults: [...(law.allowed ? ['refused, lawful'] : []), ...faultsOf(error, law.rows)] };
  }
}

/** A refusal is 403 not-competent, names a row that gives the award that day with its citation, and says who decides. */
function faultsOf({ status, code, details }: Refused, rows: readonly string[]): readonly string[] {
  const text = (key: string): string => (typeof details[key] === 'string' ? details[key] : '');
  const ruleId = text('ruleId');
  const known = rows.length === 0 ? ruleId === 'AU-00' : rows.includes(ruleId);
  return [
    ...(status === 403 && code === 'not-competent' ? [] : [`answered ${status} ${code}`]),
    ...(known ? [] : [`refused by ${ruleId}, not by ${rows.join(' ')}`]),
    ...(text('citation') === '' || text('awardName') === '' ? ['no citation'] : []),
    ...(ruleId !== 'AU-00' && text('deciderTitle') === '' ? ['does not say who decides'] : []),
  ];
}
