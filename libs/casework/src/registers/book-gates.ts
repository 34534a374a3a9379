import { mayReadDeskBook, type Actor } from '@thidua/access';
import { dayOf, type JsonObject } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import { isId } from '../papers/sight';
import type { PrintGate } from '../printing/print-gate';
import { Refused } from '../refused';
import { bodyFor, registerFor } from './read-registers';
import { slipPrinter } from './slip-printer';

const NUMBER = /^\d{4}$/;

/** `{ orgId, year?, documentType? }`: the register of documents, for whoever reads it on screen. */
export const registerBookGate: PrintGate = async (deps, actor, params) => {
  const year = yearIn(deps, params);
  const documentType = textIn(params, 'documentType');
  const { org, lines } = await registerFor(deps, actor, { orgId: textIn(params, 'orgId'), year, documentType });
  return { params: { orgId: org.id, year, documentType }, total: lines.length, ...postAt(actor, org.id) };
};

/** `{ orgId, year? }`: what the desk of a body took in, for those who sit there and their heads. */
export const followBookGate: PrintGate = async (deps, actor, params) => {
  const org = await bodyFor(deps, actor, textIn(params, 'orgId'));
  if (!mayReadDeskBook(actor, org.id).allowed) {
    throw new Refused('forbidden', { orgId: org.id });
  }
  return { params: { orgId: org.id, year: yearIn(deps, params) }, ...postAt(actor, org.id) };
};

/** `{ dossierId }`: how a dossier went from hand to hand, for the bodies that work on it; not for the one that sent it in. */
export const controlSlipGate: PrintGate = async (deps, actor, params) => {
  const id = textIn(params, 'dossierId');
  if (!isId(id)) {
    throw new Refused('not-found', { what: 'dossier' });
  }
  const dossier = await dossierFor(deps, actor, id);
  const position = slipPrinter(actor, dossier);
  if (position === undefined) {
    throw new Refused('forbidden', { dossierId: id });
  }
  return { params: { dossierId: dossier.id, orgId: position.orgId }, positionId: position.id };
};

function yearIn(deps: CaseworkDeps, params: JsonObject): number {
  const { year } = params;
  const text = typeof year === 'number' ? String(year) : textIn(params, 'year');
  return NUMBER.test(text) ? Number(text) : dayOf(deps.clock.nowMs()).year;
}

function textIn(params: JsonObject, key: string): string {
  const value = params[key];
  return typeof value === 'string' ? value : '';
}

function postAt(actor: Actor, orgId: string): { readonly positionId?: string } {
  const position = actor.positions.find((held) => held.orgId === orgId);
  return position === undefined ? {} : { positionId: position.id };
}
