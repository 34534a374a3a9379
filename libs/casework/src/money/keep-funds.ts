import { dayOf, formatLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { balanceView, demandKeeper, fundFor } from './fund-at-hand';
import { openBook } from './move-money';
import { standing } from './reward-plan';
import { note } from '../note';

/** What the budget gives the fund, or takes from it, with the paper that says so. A cut below what is owed warns like any other excess. */
export const allotFund: Handler<'allotFund'> = async (deps, { actor, params, body, key }) => {
  const of = await fundFor(deps, actor, params);
  const position = demandKeeper(actor, of.bodies);
  const { provinceId, personId } = actor;
  return once(deps, key, async (tx) => {
    const { funds } = deps.stores;
    const fund = await funds.lock(tx, provinceId, of);
    const allotted = fund.allotted + body.amount;
    if (body.amount === 0 || allotted < 0) {
      throw new Refused('fund-state', { reason: 'below-zero', allotted: fund.allotted });
    }
    const atMs = deps.clock.nowMs();
    await funds.setAllotted(tx, provinceId, fund, { allotted, citation: body.citation });
    const { amount, citation } = body;
    await funds.add(tx, provinceId, of, { id: newId(deps.clock), kind: 'allot', amount, rowId: null, citation, atMs, personId });
    await note(deps, tx, actor, {
      on: 'fund',
      id: of.orgId,
      position,
      action: 'fund-allotted',
      facts: { year: of.year, amount, allotted },
    });
    return balanceView(deps, provinceId, { fund: { ...fund, allotted, citation }, actor, bodies: of.bodies }, tx);
  });
};

/** Money that has left the house: what is owed for these rows and was not paid yet. */
export const recordPayment: Handler<'recordPayment'> = async (deps, { actor, params, body, key }) => {
  const of = await fundFor(deps, actor, params);
  const position = demandKeeper(actor, of.bodies);
  const { provinceId, personId } = actor;
  if (body.paidOn > formatLocalDate(dayOf(deps.clock.nowMs()))) {
    throw new Refused('fund-state', { reason: 'paid-in-future', date: body.paidOn });
  }
  return once(deps, key, async (tx) => {
    // The day of payment is what the treasury's voucher says, not when somebody typed it in.
    const atMs = Date.parse(`${body.paidOn}T12:00:00+07:00`);
    const book = await openBook(deps, tx, { provinceId, atMs }, [of]);
    const entries = (await deps.stores.funds.ofRows(provinceId, body.rowIds, tx)).filter(
      (entry) => entry.orgId === of.orgId && entry.year === of.year,
    );
    const rowIds = new Set(body.rowIds);
    let amount = 0;
    for (const rowId of rowIds) {
      const own = entries.filter((entry) => entry.rowId === rowId);
      const commit = own.findLast((entry) => entry.kind === 'commit');
      const { owed, paid } = standing(own);
      if (commit === undefined || owed - paid <= 0) {
        throw new Refused('fund-state', { reason: 'nothing-owed', rowId });
      }
      amount += owed - paid;
      const { decisionId, award } = commit;
      await book.line(of, { kind: 'pay', amount: owed - paid, rowId, decisionId, award, citation: body.voucher, personId });
    }
    const facts = { year: of.year, amount, rows: rowIds.size };
    await note(deps, tx, actor, { on: 'fund', id: of.orgId, position, action: 'reward-paid', facts });
    return { rows: rowIds.size, amount };
  });
};
