import { mayAddEvidence } from '@thidua/access';
import type { EvidenceKind, Tx } from '@thidua/store';
import type { Actor } from '@thidua/access';
import type { CaseworkDeps } from '../deps';
import { checkedUpload } from '../files/checked-upload';
import { fileEnding } from '../files/file-ending';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { subjectFor, type SubjectAtHand } from './evidence-sight';
import { note } from '../note';

/** The scan of the paper behind a fact; its hash tells when one paper is to prove two achievements. */
export const attachEvidence: Handler<'attachEvidence'> = async (deps, { actor, params, query, file, key }) => {
  const id = params['id'] ?? '';
  const { subject } = await factFor(deps, actor, query.kind, id);
  const may = mayAddEvidence(actor, subject);
  if (!may.allowed) {
    throw new Refused('forbidden', { id });
  }
  const upload = await checkedUpload(deps, file, 'evidence');
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const atMs = deps.clock.nowMs();
    const sha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs });
    if (!(await deps.stores.evidence.attach(tx, provinceId, query.kind, id, sha256))) {
      throw new Refused('state-conflict', { reason: 'scan-there' });
    }
    await note(deps, tx, actor, {
      on: 'evidence',
      id: subject.id,
      position: may.position,
      action: 'evidence-scan-filed',
      facts: { id, kind: query.kind, sha256 },
    });
    return { done: true as const };
  });
};

export const evidenceScan: Handler<'evidenceScan'> = async (deps, { actor, params, query }) => {
  const { sha256 } = await factFor(deps, actor, query.kind, params['id'] ?? '');
  const found = sha256 === null ? undefined : await deps.stores.files.get(actor.provinceId, sha256);
  if (found === undefined) {
    throw new Refused('not-found', { what: 'scan' });
  }
  return {
    bytes: found.bytes,
    fileName: `minh-chung-${(sha256 ?? '').slice(0, 8)}.${fileEnding(found.mime)}`,
    mime: found.mime,
    foreign: true,
  };
};

/** @throws Refused not-found */
export async function factFor(
  deps: CaseworkDeps,
  actor: Actor,
  kind: EvidenceKind,
  id: string,
  tx?: Tx,
): Promise<{ readonly subject: SubjectAtHand; readonly sha256: string | null }> {
  const fact = await deps.stores.evidence.byId(kind, actor.provinceId, id, tx);
  const subjectId = fact?.personId ?? fact?.orgId;
  if (fact === undefined || subjectId === null || subjectId === undefined) {
    throw new Refused('not-found', { what: 'evidence' });
  }
  return { subject: await subjectFor(deps, actor, subjectId, tx), sha256: fact.fileSha256 };
}
