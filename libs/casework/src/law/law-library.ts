import type { Movement, Pack } from '@thidua/awards';
import type { LawStore, StoredPack } from '@thidua/store';
import type { LawBook } from '../deps';

const LOOK_EVERY_MS = 3000;

const EMPTY = {
  basedOn: null,
  province: null,
  simulated: false,
  quorums: [],
  criteria: [],
  dossierParts: [],
  quotas: [],
  procedures: [],
  funds: [],
  papers: [],
  eligibilityDmn: '',
} as const;

/** The packs and movements of the database, kept in memory and read again when something was loaded. */
export class LawLibrary implements LawBook {
  packs: ReadonlyMap<string, Pack> = new Map();
  private latest: ReadonlyMap<string, string> = new Map();
  private byProvince: ReadonlyMap<string, readonly Movement[]> = new Map();
  private owners: ReadonlyMap<string, string> = new Map();
  private stamp = '';
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly store: LawStore,
    private readonly simulated: boolean,
  ) {
    // A failed look keeps what is known; the next one comes.
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), LOOK_EVERY_MS);
    this.timer.unref();
  }

  /** @param simulated whether made-up law may be read at all: on the demo clock only */
  static async open(store: LawStore, simulated = false): Promise<LawLibrary> {
    const library = new LawLibrary(store, simulated);
    await library.refresh();
    return library;
  }

  async refresh(): Promise<void> {
    const stamp = await this.store.stamp();
    if (stamp === this.stamp) {
      return;
    }
    const [all, movements] = [await this.store.packs(), await this.store.movements()];
    const packs = all.filter((pack) => this.simulated || !pack.content.simulated).map(asRead);
    this.packs = new Map(packs.map((pack) => [pack.hash, pack.content]));
    this.latest = new Map(packs.map((pack) => [pack.id, pack.hash]));
    const grouped = new Map<string, Movement[]>();
    for (const { provinceId, content } of movements) {
      grouped.set(provinceId, [...(grouped.get(provinceId) ?? []), content]);
    }
    this.byProvince = grouped;
    this.owners = new Map(movements.flatMap((one) => (one.orgId === null ? [] : [[`${one.provinceId}/${one.id}`, one.orgId]])));
    this.stamp = stamp;
  }

  effective(provinceId: string | null): readonly Pack[] {
    return [...this.packs]
      .filter(([hash, pack]) => this.latest.get(pack.id) === hash && (pack.province === null || pack.province === provinceId))
      .map(([, pack]) => pack);
  }

  hashOf(packId: string): string | undefined {
    return this.latest.get(packId);
  }

  movements(provinceId: string): readonly Movement[] {
    return this.byProvince.get(provinceId) ?? [];
  }

  /** The organisation that carries a movement out; undefined when its plan names none that we know. */
  ownerOf(provinceId: string, movementId: string): string | undefined {
    return this.owners.get(`${provinceId}/${movementId}`);
  }

  close(): void {
    clearInterval(this.timer);
  }
}

/** Packs loaded by an earlier version have no lists that came later. */
function asRead(pack: StoredPack): StoredPack {
  return { ...pack, content: { ...EMPTY, ...pack.content } };
}
