import { mayReviewRow } from '@thidua/access';
import type { OutsiderList } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import { dossierFor } from '../dossiers/dossier-sight';
import { note } from '../note';
import { reviewers } from '../dossiers/row-at-hand';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { outsiderStates } from './outsider-state';
import { ownRow } from './report-links';

export const outsiders: Handler<'outsiders'> = async (deps, { actor, params }): Promise<OutsiderList> => {
  const dossier = await dossierFor(deps, actor, params['id'] ?? '');
  const rows = await deps.stores.rows.ofDossier(actor.provinceId, dossier.id);
  const states = await outsiderStates(deps, actor.provinceId, rows);
  const bodies = await Promise.all([...new Set(rows.map((row) => row.stage))].map((stage) => reviewers(deps, dossier, stage)));
  return {
    mayAsk: bodies.some((ids) => mayReviewRow(actor, ids).allowed),
    outsiders: [...states.values()].map(({ row, request, verdict }) => ({
      rowId: row.id,
      name: row.name,
      managingBody: row.outsider?.managingBody ?? null,
      address: row.outsider?.address ?? null,
      requestId: request?.id ?? null,
      askedAt: request === null ? null : isoOf(request.askedAt.getTime()),
      dueOn: request?.dueOn ?? null,
      answer: request?.answer ?? null,
      numberText: request?.numberText ?? null,
      verdict,
    })),
  };
};

/** Who manages a nominee from outside, told later than the list was made. */
export const setOutsider: Handler<'setOutsider'> = (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    const { row, dossier, position } = await ownRow(deps, actor, params['id'] ?? '', tx);
    if (row.state !== 'open' && row.state !== 'held') {
      throw new Refused('row-not-open', { rowId: row.id, state: row.state });
    }
    if (row.version !== body.version) {
      throw new Refused('task-changed', { rowId: row.id, version: row.version });
    }
    const { managingBody, address, taxCode } = body;
    const outsider = { managingBody, address, ...(taxCode === undefined ? {} : { taxCode }) };
    await deps.stores.intake.setOutsider(tx, actor.provinceId, row.id, outsider);
    await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position, action: 'outsider-told', facts: { rowId: row.id } });
    return { done: true as const };
  });
