import type { JsonObject } from '@thidua/kernel';
import { textIn } from '../printing/text-in';
import type { PrintGate } from '../printing/print-gate';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { statisticRoomFor, tableOf, type StatisticAsked } from './statistic-scope';

const OCCASIONS: readonly string[] = ['annual', 'interim', 'final', 'ad-hoc', 'unspecified'];

/** `{ table, orgId, movementId?, year?, occasion?, branchId? }`: a table on paper or as a workbook, for whoever sees it on screen. */
export const statisticGate: PrintGate = async (deps, actor, params) => {
  const asked = askedIn(params);
  if (!isId(asked.orgId)) {
    throw new Refused('not-found', { what: 'organisation' });
  }
  const room = await statisticRoomFor(deps, actor, asked);
  const table = tableOf(room, textIn(params, 'table'));
  const position = actor.positions.find((held) => held.orgId === room.org.id) ?? actor.positions[0];
  return {
    params: { table: table.id, ...JSON.parse(JSON.stringify(asked)), printerId: position?.orgId ?? room.org.id } as JsonObject, // absent ones fall out
    ...(position === undefined ? {} : { positionId: position.id }),
  };
};

/** What an order narrows its figures by. @throws Refused request-invalid */
export function askedIn(params: JsonObject): StatisticAsked {
  const text = (key: string): string | undefined => (textIn(params, key) === '' ? undefined : textIn(params, key));
  const { year } = params;
  const occasion = text('occasion');
  if (year !== undefined && (typeof year !== 'number' || !Number.isInteger(year))) {
    throw new Refused('request-invalid', { field: 'year' });
  }
  if (occasion !== undefined && !OCCASIONS.includes(occasion)) {
    throw new Refused('request-invalid', { field: 'occasion' });
  }
  return { orgId: textIn(params, 'orgId'), movementId: text('movementId'), year, occasion, branchId: text('branchId') };
}
