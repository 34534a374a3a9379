import type { TemplateFault as FaultView, TemplateSummary } from '@thidua/contract';
import { isoOf, type JsonValue } from '@thidua/kernel';
import type { PaperTemplateRecord } from '@thidua/store';
import type { TemplateFault } from '../deps';

/** What the last trial print found, as the worker has kept it. */
export function faultsOf(kept: JsonValue): readonly TemplateFault[] {
  return kept === null ? [] : (kept as unknown as readonly TemplateFault[]);
}

export function faultViews(faults: readonly TemplateFault[]): FaultView[] {
  return faults.map((one) => ({ ...one }));
}

export interface Reader {
  readonly names: ReadonlyMap<string, string>;
  readonly inForce: ReadonlySet<string>;
}

export function summaryOf(one: PaperTemplateRecord, { names, inForce }: Reader): TemplateSummary {
  const { id, kind, number, title, packId, validFrom, state, reason, version } = one;
  return {
    ...{ id, kind, number, title, packId, validFrom, state, reason, version },
    inForce: inForce.has(id),
    proposedBy: nameIn(names, one.proposedBy),
    releasedBy: nameIn(names, one.releasedBy),
    releasedAt: instant(one.releasedAt),
    withdrawnAt: instant(one.withdrawnAt),
  };
}

/** Of each kind and pack the released one of the latest day that has come, as the worker picks it. */
export function inForceOn(all: readonly PaperTemplateRecord[], day: string): readonly PaperTemplateRecord[] {
  const ripe = all
    .filter((one) => one.state === 'released' && one.validFrom <= day)
    .toSorted((a, b) => (a.validFrom === b.validFrom ? b.number - a.number : a.validFrom < b.validFrom ? 1 : -1));
  return ripe.filter((one, at) => ripe.findIndex((other) => other.kind === one.kind && other.packId === one.packId) === at);
}

function nameIn(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? '');
}

export function instant(at: Date | null): string | null {
  return at === null ? null : isoOf(at.getTime());
}
