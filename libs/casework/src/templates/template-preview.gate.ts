import { demandAdministrator } from '../processes/administrator';
import type { PrintGate } from '../printing/print-gate';
import { Refused } from '../refused';
import { templateAtHand } from './template-at-hand';

/** `{ templateId }`: an administrator's trial print of a template of the province, with the kind's sample. */
export const templatePreviewGate: PrintGate = async (deps, actor, params) => {
  const position = demandAdministrator(actor);
  const id = params['templateId'];
  if (typeof id !== 'string') {
    throw new Refused('request-invalid', { field: 'templateId' });
  }
  const found = await templateAtHand(deps, actor.provinceId, id);
  return { params: { templateId: found.id, hash: found.hash }, total: 1, positionId: position.id };
};
