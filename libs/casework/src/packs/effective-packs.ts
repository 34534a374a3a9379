import { effectivePack, type Pack, type PackProblem } from '@thidua/awards';
import { compareDates } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { storePack } from './store-pack';

export interface EffectiveFault {
  readonly localId: string;
  readonly problems: readonly PackProblem[];
}

export interface StoredChain {
  readonly packs: readonly Pack[];
  readonly faults: readonly EffectiveFault[];
}

/**
 * Lays each province's local packs over the pack they are based on, in order of their first days, and stores what comes out: one more
 * effective pack per local pack, so that a dossier of any day finds the law of its province. What does not fit is told, not stored.
 */
export async function storeEffective(
  deps: Pick<CaseworkDeps, 'stores'>,
  tx: Tx,
  { bases, locals }: { readonly bases: readonly Pack[]; readonly locals: readonly Pack[] },
  atMs: number,
): Promise<StoredChain> {
  const faults: EffectiveFault[] = [];
  const packs: Pack[] = [];
  // Later ones are read later, so that of two with the same first day the fuller one holds.
  let at = atMs;
  for (const chain of chains(bases, locals)) {
    let sound: Pack = chain.base;
    for (const local of chain.locals) {
      const next = effectivePack(sound, [local]);
      if (next.ok) {
        sound = next.value;
        at += 1;
        await storePack(deps, tx, sound, at);
        packs.push(sound);
      } else {
        faults.push({ localId: local.id, problems: next.error });
      }
    }
  }
  return { packs, faults };
}

interface Chain {
  readonly base: Pack;
  readonly locals: readonly Pack[];
}

function chains(bases: readonly Pack[], locals: readonly Pack[]): readonly Chain[] {
  const provinces = [...new Set(locals.map((local) => local.province))];
  return bases.flatMap((base) =>
    provinces.flatMap((province) => {
      const own = locals
        .filter((local) => local.province === province && local.basedOn === base.id)
        .toSorted((a, b) => compareDates(a.receivedFrom, b.receivedFrom));
      return own.length === 0 ? [] : [{ base, locals: own }];
    }),
  );
}
