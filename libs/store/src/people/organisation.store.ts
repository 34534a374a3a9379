import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** What was different about a body in a period; nulls are as in its own row. Days are YYYY-MM-DD. */
export interface OrgChange {
  readonly orgId: string;
  readonly from: string;
  readonly to: string | null;
  readonly legalPerson: boolean | null;
  readonly hasSeal: boolean | null;
  readonly symbol: string | null;
  readonly name: string | null;
  readonly headBody: string | null;
  /** Whom it stood under. */
  readonly parentId: string | null;
  /** The paper that made the change. */
  readonly paper: string | null;
}

export type SuccessionKind = 'merged' | 'split' | 'ended' | 'renamed';

/** Who took over from a body that is no more. */
export interface Succession {
  readonly predecessorId: string;
  readonly predecessorName: string;
  readonly successorId: string;
  readonly successorName: string;
  readonly successorKind: string;
  readonly kind: SuccessionKind;
  /** First day of the successor, YYYY-MM-DD. */
  readonly onDate: string;
  readonly takesOpenFiles: boolean;
  readonly paper: string;
  readonly handedOverAt: Date | null;
}

/** Open dossiers, rounds and works of a body, and the bodies that stand under it. */
export interface OrgBurden {
  readonly dossiers: number;
  readonly rounds: number;
  readonly works: number;
  readonly bodies: number;
}

export type NewSuccession = Pick<Succession, 'predecessorId' | 'successorId' | 'kind' | 'onDate' | 'takesOpenFiles' | 'paper'>;

const SUCCESSION = `s.predecessor_id as "predecessorId", p.name as "predecessorName", s.successor_id as "successorId", n.name as "successorName",
  n.kind as "successorKind", s.kind, s.on_date as "onDate", s.takes_open_files as "takesOpenFiles", s.paper, s.handed_over_at as "handedOverAt"`;
const SUCCESSIONS = `org_succession s join org p on p.province_id = s.province_id and p.id = s.predecessor_id
  join org n on n.province_id = s.province_id and n.id = s.successor_id`;

/** Bodies through time: what changed, who came after whom. */
export class OrganisationStore {
  constructor(private readonly database: Database) {}

  async addChange(tx: Tx, provinceId: string, change: OrgChange): Promise<void> {
    const { orgId, from, to, legalPerson, hasSeal, symbol, name, headBody, parentId, paper } = change;
    await tx.query(
      `insert into org_change (province_id, org_id, valid_from, valid_to, legal_person, has_seal, symbol, name, head_body, parent_id, paper)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [provinceId, orgId, from, to, legalPerson, hasSeal, symbol, name, headBody, parentId, paper],
    );
  }

  async changesOf(provinceId: string, orgId: string, tx: Tx = this.database.reader): Promise<readonly OrgChange[]> {
    return rowsOf<OrgChange>(
      tx,
      `select org_id as "orgId", valid_from as "from", valid_to as "to", legal_person as "legalPerson", has_seal as "hasSeal", symbol, name,
         head_body as "headBody", parent_id as "parentId", paper from org_change where province_id = $1 and org_id = $2 order by valid_from`,
      [provinceId, orgId],
    );
  }

  async addSuccession(tx: Tx, provinceId: string, succession: NewSuccession): Promise<void> {
    const { predecessorId, successorId, kind, onDate, takesOpenFiles, paper } = succession;
    await tx.query(
      `insert into org_succession (province_id, predecessor_id, successor_id, kind, on_date, takes_open_files, paper)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [provinceId, predecessorId, successorId, kind, onDate, takesOpenFiles, paper],
    );
  }

  /** A body's last day; its posts end with it. @returns the posts */
  async end(tx: Tx, provinceId: string, orgId: string, lastDay: string): Promise<readonly string[]> {
    await tx.query('update org set valid_to = $3 where province_id = $1 and id = $2', [provinceId, orgId, lastDay]);
    const ended = await rowsOf<{ id: string }>(
      tx,
      `update position set valid_to = $3, version = version + 1
       where province_id = $1 and org_id = $2 and (valid_to is null or valid_to > $3::date) returning id`,
      [provinceId, orgId, lastDay],
    );
    return ended.map((post) => post.id);
  }

  /** Whom it stands under from a day on; whom it stood under before stays written. */
  async move(
    tx: Tx,
    provinceId: string,
    orgId: string,
    { parentId, from, paper }: { readonly parentId: string; readonly from: string; readonly paper: string },
  ): Promise<void> {
    const change = `insert into org_change (province_id, org_id, valid_from, valid_to, parent_id, paper)`;
    const again = `on conflict (province_id, org_id, valid_from) do update set parent_id = excluded.parent_id`;
    await tx.query(
      `${change} select o.province_id, o.id, o.valid_from, $3::date - 1, o.parent_id, $4 from org o
        where o.province_id = $1 and o.id = $2 and o.parent_id is not null and o.valid_from < $3::date
          and not exists (select 1 from org_change x where x.province_id = o.province_id and x.org_id = o.id and x.parent_id is not null) ${again}`,
      [provinceId, orgId, from, paper],
    );
    await tx.query(`${change} values ($1, $2, $3, null, $4, $5) ${again}`, [provinceId, orgId, from, parentId, paper]);
    await tx.query('update org set parent_id = $3 where province_id = $1 and id = $2', [provinceId, orgId, parentId]);
  }

  /** What the body has in hand. */
  async burden(provinceId: string, orgId: string, day: string): Promise<OrgBurden> {
    const [row] = await rowsOf<OrgBurden>(
      this.database.reader,
      `select (select count(*)::int from dossier d where d.province_id = $1 and d.status in ('drafting', 'submitted', 'supplement', 'accepted')
            and $2 in (d.org_id, d.commune_id, d.receiver_org_id, d.desk_org_id)) as dossiers,
         (select count(*)::int from review_round r where r.province_id = $1 and r.org_id = $2 and r.status <> 'closed') as rounds,
         (select count(*)::int from movement_work w where w.province_id = $1 and w.status in ('open', 'submitted') and $2 in (w.org_id, w.asked_by_org)) as works,
         (select count(*)::int from org o where o.province_id = $1 and o.parent_id = $2 and (o.valid_to is null or o.valid_to >= $3::date)) as bodies`,
      [provinceId, orgId, day],
    );
    return row ?? { dossiers: 0, rounds: 0, works: 0, bodies: 0 };
  }

  /** Who took over from a body. */
  async successorsOf(provinceId: string, orgId: string, tx: Tx = this.database.reader): Promise<readonly Succession[]> {
    return rowsOf<Succession>(
      tx,
      `select ${SUCCESSION} from ${SUCCESSIONS} where s.province_id = $1 and s.predecessor_id = $2 order by s.on_date, s.takes_open_files desc, n.name`,
      [provinceId, orgId],
    );
  }

  /** The bodies a body came from. */
  async predecessorsOf(provinceId: string, orgId: string, tx: Tx = this.database.reader): Promise<readonly Succession[]> {
    return rowsOf<Succession>(
      tx,
      `select ${SUCCESSION} from ${SUCCESSIONS} where s.province_id = $1 and s.successor_id = $2 order by s.on_date, p.name`,
      [provinceId, orgId],
    );
  }

  /** Bodies whose last day has passed, whose open files somebody takes and has not taken yet. */
  async dueHandOvers(
    day: string,
    tx: Tx = this.database.reader,
  ): Promise<readonly { readonly provinceId: string; readonly orgId: string }[]> {
    return rowsOf(
      tx,
      `select distinct s.province_id as "provinceId", s.predecessor_id as "orgId" from org_succession s
         join org o on o.province_id = s.province_id and o.id = s.predecessor_id
        where s.takes_open_files and s.handed_over_at is null and s.on_date <= $1::date and (o.valid_to is null or o.valid_to < $1::date)
        order by 1, 2`,
      [day],
    );
  }

  /** Locked until the transaction ends: one hand-over of a body at a time. */
  async lockSuccessors(tx: Tx, provinceId: string, orgId: string): Promise<readonly Succession[]> {
    await tx.query('select 1 from org_succession where province_id = $1 and predecessor_id = $2 order by successor_id for update', [
      provinceId,
      orgId,
    ]);
    return this.successorsOf(provinceId, orgId, tx);
  }

  async markHandedOver(tx: Tx, provinceId: string, orgId: string, atMs: number): Promise<void> {
    await tx.query(
      'update org_succession set handed_over_at = $3 where province_id = $1 and predecessor_id = $2 and takes_open_files and handed_over_at is null',
      [provinceId, orgId, new Date(atMs)],
    );
  }
}
