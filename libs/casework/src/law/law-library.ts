import { confirmedPack, listedRows, rowKey, type Movement, type Pack, type RowConfirmation } from '@thidua/awards';
import type { ChoiceStore, ConfirmationRecord, ConfirmationStore, LawStore } from '@thidua/store';
import type { LawBook, MovementStanding } from '../deps';
import { rowHash } from '../packs/row-hash';
import { standingMovements } from './standing-movements';

const LOOK_EVERY_MS = 3000;

export interface LawSources {
  readonly law: LawStore;
  readonly confirmations: ConfirmationStore;
  readonly choices: ChoiceStore;
}

/** The packs and movements of the database, kept in memory and read again when something was loaded. */
export class LawLibrary implements LawBook {
  packs: ReadonlyMap<string, Pack> = new Map();
  private latest: ReadonlyMap<string, string> = new Map();
  private standings: ReadonlyMap<string, ReadonlyMap<string, MovementStanding>> = new Map();
  private owners: ReadonlyMap<string, string> = new Map();
  private papers: readonly ConfirmationRecord[] = [];
  private readonly confirmations = new Map<string, ReadonlyMap<string, RowConfirmation>>();
  private readonly readings = new Map<string, Pack>();
  private stamp = '';
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly stores: LawSources,
    private readonly simulated: boolean,
  ) {
    // A failed look keeps what is known; the next one comes.
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), LOOK_EVERY_MS);
    this.timer.unref();
  }

  /** @param simulated whether made-up law may be read at all: on the demo clock only */
  static async open(stores: LawSources, simulated = false): Promise<LawLibrary> {
    const library = new LawLibrary(stores, simulated);
    await library.refresh();
    return library;
  }

  async refresh(): Promise<void> {
    const stamp = await this.stores.law.stamp();
    if (stamp === this.stamp) {
      return;
    }
    const [all, movements, papers, choices, above] = [
      await this.stores.law.packs(),
      await this.stores.law.movements(),
      await this.stores.confirmations.standing(),
      await this.stores.choices.standing(),
      await this.stores.choices.standingAbove(),
    ];
    const packs = all.filter((pack) => this.simulated || !pack.content.simulated);
    this.packs = new Map(packs.map((pack) => [pack.hash, pack.content]));
    this.latest = new Map(packs.map((pack) => [pack.id, pack.hash]));
    this.standings = standingMovements(movements, choices, above);
    this.owners = new Map(movements.flatMap((one) => (one.orgId === null ? [] : [[`${one.provinceId}/${one.id}`, one.orgId]])));
    this.papers = papers.filter((paper) => paper.status === 'confirmed');
    this.confirmations.clear();
    this.readings.clear();
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

  confirmationsOf(provinceId: string, packHash: string): ReadonlyMap<string, RowConfirmation> {
    const known = this.confirmations.get(`${provinceId}/${packHash}`);
    const found = known ?? this.findConfirmations(provinceId, packHash);
    this.confirmations.set(`${provinceId}/${packHash}`, found);
    return found;
  }

  reading(provinceId: string, packHash: string): Pack | undefined {
    const pack = this.packs.get(packHash);
    const key = `${provinceId}/${packHash}`;
    const found = this.readings.get(key) ?? (pack && confirmedPack(pack, this.confirmationsOf(provinceId, packHash)));
    if (found !== undefined) {
      this.readings.set(key, found);
    }
    return found;
  }

  private findConfirmations(provinceId: string, packHash: string): ReadonlyMap<string, RowConfirmation> {
    const own = new Map(
      this.papers.filter((paper) => paper.provinceId === provinceId).map((paper) => [`${paper.rowKey} ${paper.rowHash}`, paper]),
    );
    const pack = this.packs.get(packHash);
    if (own.size === 0 || pack === undefined) {
      return new Map();
    }
    return new Map(
      listedRows(pack).flatMap((one) => {
        const key = rowKey(one);
        const paper = own.get(`${key} ${rowHash(one.row)}`);
        return paper === undefined ? [] : [[key, { body: paper.body, number: paper.numberText, date: paper.dated }]];
      }),
    );
  }

  movements(provinceId: string): readonly Movement[] {
    return [...(this.standings.get(provinceId)?.values() ?? [])].map((one) => one.read);
  }

  standing(provinceId: string, movementId: string): MovementStanding | undefined {
    return this.standings.get(provinceId)?.get(movementId);
  }

  /** The organisation that carries a movement out; undefined when its plan names none that we know. */
  ownerOf(provinceId: string, movementId: string): string | undefined {
    return this.owners.get(`${provinceId}/${movementId}`);
  }

  close(): void {
    clearInterval(this.timer);
  }
}
