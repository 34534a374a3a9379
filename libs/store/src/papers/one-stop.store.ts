import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A dossier as the desk's book lists it. */
export interface DeskLine {
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly submitter: string;
  /** Whoever handed it in at the unit. */
  readonly contact: string | null;
  /** The body whose round it went to; null before. */
  readonly handler: string | null;
  readonly receivedAt: Date;
  /** As the receipt promised it (YYYY-MM-DD). */
  readonly dueDate: string | null;
  readonly forwardedAt: Date | null;
  /** Day of the last decision on one of its rows. */
  readonly resultDate: string | null;
  readonly returnedAt: Date | null;
  readonly paperOnly: boolean;
}

/** A step of a dossier or of a round it went through. */
export interface StepLine {
  readonly name: string;
  readonly orgName: string;
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly completedAt: Date | null;
  readonly personName: string | null;
  readonly personOrg: string | null;
  readonly status: 'open' | 'completed';
}

const PROMISED = `(select f.body #>> '{data,dueDate}' from paper g join payload f on f.province_id = g.province_id and f.hash = g.data_hash
  where g.province_id = d.province_id and g.dossier_id = d.id and g.kind = 'giay-tiep-nhan' and g.state <> 'canceled' order by g.created_at desc limit 1)`;

/** Reads for the books of a one-stop desk, from the rows as they stand. */
export class OneStopStore {
  constructor(private readonly database: Database) {}

  /** Dossiers a desk took in between two instants, in that order; state secrets are not written here. */
  async received(provinceId: string, deskOrgId: string, from: Date, to: Date): Promise<readonly DeskLine[]> {
    return rowsOf<DeskLine>(
      this.database.reader,
      `select d.code, d.title, d.status, u.name as submitter, c.full_name as contact, h.name as handler, d.received_at as "receivedAt",
         ${PROMISED} as "dueDate", w.joined as "forwardedAt",
         (select max(x.date) from nominee_row n join decision x on x.province_id = n.province_id and x.id = n.decision_id
           where n.province_id = d.province_id and n.dossier_id = d.id) as "resultDate",
         coalesce((select max(p.issued_at) from paper p where p.province_id = d.province_id and p.dossier_id = d.id and p.kind = 'thong-bao-ket-qua'), d.closed_at)
           as "returnedAt", d.paper_only as "paperOnly"
       from dossier d join org u on u.province_id = d.province_id and u.id = d.org_id
         left join person c on c.province_id = d.province_id and c.id = d.created_by
         left join lateral (select r.org_id, min(rr.joined_at) as joined from nominee_row n
             join round_row rr on rr.province_id = n.province_id and rr.row_id = n.id
             join review_round r on r.province_id = rr.province_id and r.id = rr.round_id
           where n.province_id = d.province_id and n.dossier_id = d.id group by r.org_id order by 2 limit 1) w on true
         left join org h on h.province_id = d.province_id and h.id = w.org_id
       where d.province_id = $1 and coalesce(d.desk_org_id, d.receiver_org_id, d.commune_id) = $2 and d.secrecy = 'none'
         and d.received_at >= $3 and d.received_at < $4
       order by d.received_at, d.code`,
      [provinceId, deskOrgId, from, to],
    );
  }

  /** The day the receipt promised; null without one. */
  async promised(provinceId: string, dossierId: string): Promise<string | null> {
    const rows = await rowsOf<{ day: string | null }>(
      this.database.reader,
      `select ${PROMISED} as day from dossier d where d.province_id = $1 and d.id = $2`,
      [provinceId, dossierId],
    );
    return rows[0]?.day ?? null;
  }

  /** Steps people did for a dossier, its rounds' too, in the order they began; ballots name nobody and are left out. */
  async steps(provinceId: string, dossierId: string): Promise<readonly StepLine[]> {
    return rowsOf<StepLine>(
      this.database.reader,
      `select t.name, coalesce(b.name, o.name) as "orgName", t.created_at as "createdAt", t.due_at as "dueAt", t.completed_at as "completedAt",
         s.full_name as "personName", po.name as "personOrg", t.status
       from task t join org o on o.province_id = t.province_id and o.id = t.org_id
         left join person s on s.province_id = t.province_id and s.id = t.completed_by_person
         left join position x on x.province_id = t.province_id and x.id = t.completed_by_position
         left join org po on po.province_id = x.province_id and po.id = x.org_id
         left join org b on b.province_id = t.province_id and b.id::text = split_part(replace(t.candidate_groups[1], 'pos:', ''), '/', 1)
       where t.province_id = $1 and t.status in ('open', 'completed') and t.step is distinct from 'ballot'
         and coalesce(t.assignee, '') not like 'person:%'
         and (t.dossier_id = $2 or t.round_id in (select rr.round_id from round_row rr join nominee_row n on n.province_id = rr.province_id and n.id = rr.row_id
           where rr.province_id = $1 and n.dossier_id = $2))
       order by t.created_at, t.completed_at nulls last, t.id`,
      [provinceId, dossierId],
    );
  }
}
