import { awardName, awardOf } from '@thidua/awards';
import { parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { Handler } from '../handler';
import { deciderTitle } from '../law/deciding-row';
import { packOn } from '../law/pack-of';
import { Refused } from '../refused';
import { demandPower } from './demand-power';

/** Who may decide, asked beforehand: the answer is the row of law, the refusal is the one the signature itself would meet. */
export const checkCompetence: Handler<'checkCompetence'> = async (deps, { actor, body }) => {
  const { award, positionId, capacity = 'self', onBehalfOf = null } = body;
  if ((capacity === 'self') !== (onBehalfOf === null)) {
    throw new Refused('request-invalid', { fields: [{ path: 'onBehalfOf', problem: 'capacity', kind: 'custom' }] });
  }
  const date = dayOf(body.date, 'date');
  const { pack } = packOn(deps.law, dayOf(body.receivedOn ?? body.date, 'receivedOn'), actor.provinceId);
  const row = await demandPower(deps, { provinceId: actor.provinceId, pack, award, positionId, capacity, onBehalfOf, date });
  const known = awardOf(pack, award);
  return {
    ruleId: row.id,
    citation: row.citation,
    confirmed: row.confirmed,
    awardName: known === undefined ? award : awardName(known),
    deciderTitle: deciderTitle(row.level),
  };
};

function dayOf(text: string, path: string): LocalDate {
  const day = parseLocalDate(text);
  if (day === undefined) {
    throw new Refused('request-invalid', { fields: [{ path, problem: 'day', kind: 'custom' }] });
  }
  return day;
}
