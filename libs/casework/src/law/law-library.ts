import type { Movement, Pack } from '@thidua/awards';
import type { LawStore } from '@thidua/store';
import type { LawBook } from '../deps';

const LOOK_EVERY_MS = 3000;

/** The packs and movements of the database, kept in memory and read again when something was loaded. */
export class LawLibrary implements LawBook {
  packs: ReadonlyMap<string, Pack> = new Map();
  private latest: ReadonlyMap<string, string> = new Map();
  private byProvince: ReadonlyMap<string, readonly Movement[]> = new Map();
  private owners: ReadonlyMap<string, string> = new Map();
  private stamp = '';
  private readonly timer: NodeJS.Timeout;

  private constructor(private readonly store: LawStore) {
    // A failed look keeps what is known; the next one comes.
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), LOOK_EVERY_MS);
    this.timer.unref();
  }

  static async open(store: LawStore): Promise<LawLibrary> {
    const library = new LawLibrary(store);
    await library.refresh();
    return library;
  }

  async refresh(): Promise<void> {
    const stamp = await this.store.stamp();
    if (stamp === this.stamp) {
      return;
    }
    const [packs, movements] = [await this.store.packs(), await this.store.movements()];
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
