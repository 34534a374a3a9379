import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '@thidua/store';

export interface SeededProvince {
  readonly provinceId: string;
  readonly dossiers: number;
  /** Of every dossier; otherwise as its rows have it. */
  readonly status?: string;
  /** Submitting bodies; every unit and commune of the province when absent. */
  readonly units?: readonly string[];
}

const PEOPLE = 160;
const ROWS = [1, 2, 2, 3, 4] as const;
const AWARDS = {
  individual: ['GK_XA', 'LDTT', 'CSTDCS', 'BK_TINH', 'CSTDT', 'BK_TTG', 'HCLD3'],
  collective: ['GK_XA', 'TTLDTT', 'BK_TINH', 'BK_TTG'],
  household: ['GK_XA', 'BK_TINH'],
} as const;
const STATES = [
  'awarded',
  'awarded',
  'awarded',
  'open',
  'open',
  'held',
  'not-recommended',
  'rejected',
  'refused',
  'withdrawn',
  'revoked',
] as const;
const OCCASIONS = ['annual', 'annual', 'ad-hoc', 'interim', 'final', 'unspecified'] as const;
const STAGE_OF: Readonly<Record<string, string>> = { XA: 'XA', TINH: 'TINH', TTG: 'TW', CTN: 'TW' };

interface Decided {
  readonly id: string;
  readonly award: string;
  readonly level: string;
  readonly orgId: string;
}

/** Dossiers in every state, with lawful decisions, as a province has them after some years; the same ones for the same order of calls. */
export async function seedProvince(database: Database, asked: SeededProvince): Promise<void> {
  await database.inTransaction(async (tx) => {
    const next = numbersFrom(asked.dossiers);
    const people = await addPeople(tx, asked.provinceId, next);
    const decisions = await addDecisions(tx, asked.provinceId);
    const places = await read<{ id: string; communeId: string; unit: boolean }>(
      tx,
      `select o.id, case when o.kind = 'commune' then o.id else p.id end as "communeId", o.kind <> 'commune' as unit
       from org o left join org p on p.province_id = o.province_id and p.id = o.parent_id and p.kind = 'commune'
       where o.province_id = $1 and (o.kind = 'commune' or p.id is not null) and o.valid_to is null and ($2::uuid[] is null or o.id = any($2))
       order by o.name`,
      [asked.provinceId, asked.units ?? null],
    );
    const movements = await read<{ id: string }>(tx, 'select id from movement where province_id = $1 order by id', [asked.provinceId]);
    const [pack] = await read<{ hash: string }>(tx, 'select hash from pack limit 1', []);
    const dossiers: object[] = [];
    const rows: object[] = [];
    for (let index = 0; index < asked.dossiers; index += 1) {
      const place = pick(places, next);
      const id = randomUUID();
      const mine = Array.from({ length: pick(ROWS, next) }, (_, at) => rowOf({ id, seq: at + 1, people, places, decisions, place, next }));
      const under = next() % 3 === 0 ? null : pick(movements, next).id;
      dossiers.push({
        ...{ id, org_id: place.id, commune_id: place.communeId, movement_id: under, occasion: pick(OCCASIONS, next) },
        code: `TK-${String(asked.dossiers)}-${asked.status ?? ''}${String(index).padStart(5, '0')}`,
        year: 2024 + (next() % 3),
        status: asked.status ?? (mine.some((row) => row.state === 'open' || row.state === 'held') ? 'accepted' : 'closed'),
        pack_hash: pack?.hash,
        created_at: new Date(Date.UTC(2026, next() % 3, 1 + (next() % 20))).toISOString(),
      });
      rows.push(...mine);
    }
    await insertAll(tx, asked.provinceId, { dossiers, rows });
  });
}

interface RowRoom {
  readonly id: string;
  readonly seq: number;
  readonly people: readonly string[];
  readonly places: readonly { readonly id: string; readonly communeId: string; readonly unit: boolean }[];
  readonly decisions: readonly Decided[];
  readonly place: { readonly id: string; readonly communeId: string };
  readonly next: () => number;
}

function rowOf({
  id,
  seq,
  people,
  places,
  decisions,
  place,
  next,
}: RowRoom): { readonly state: string } & Readonly<Record<string, unknown>> {
  const kind = pick(['individual', 'individual', 'individual', 'collective', 'household'] as const, next);
  const award = pick<string>(AWARDS[kind], next);
  const wanted = pick(STATES, next);
  const decided = decisions.filter((one) => one.award === award && (one.level !== 'XA' || one.orgId === place.communeId));
  const given = wanted === 'awarded' || wanted === 'revoked' ? decided[next() % Math.max(1, decided.length)] : undefined;
  const state = (wanted === 'awarded' || wanted === 'revoked') && given === undefined ? 'open' : wanted;
  return {
    ...{ id: randomUUID(), dossier_id: id, seq, kind, award, state },
    person_id: kind === 'individual' && next() % 8 !== 0 ? pick(people, next) : null,
    subject_org_id: kind === 'collective' ? pick(places, next).id : null,
    name: `${kind === 'household' ? 'Hộ ông' : kind === 'collective' ? 'Tập thể' : 'Nguyễn Văn'} ${String(next() % 997)}`,
    scope: next() % 9 === 0 ? 'outside' : 'inside',
    stage: given === undefined ? pick(['UNIT', 'XA', 'XA', 'TINH'] as const, next) : (STAGE_OF[given.level] ?? 'XA'),
    decision_id: given?.id ?? null,
    award_type: pick(['merit', 'movement', 'sudden'] as const, next),
  };
}

async function insertAll(
  tx: Tx,
  provinceId: string,
  { dossiers, rows }: { readonly dossiers: readonly object[]; readonly rows: readonly object[] },
): Promise<void> {
  await tx.query(
    `insert into dossier (province_id, id, code, org_id, commune_id, movement_id, occasion, year, title, status, pack_hash, created_by, created_at)
     select $1, id, code, org_id, commune_id, movement_id, occasion, year, 'Hồ sơ đề nghị khen thưởng', status, pack_hash, id, created_at
     from jsonb_to_recordset($2::jsonb) x (id uuid, code text, org_id uuid, commune_id uuid, movement_id text, occasion text, year int, status text,
       pack_hash text, created_at timestamptz)`,
    [provinceId, JSON.stringify(dossiers)],
  );
  await tx.query(
    `insert into nominee_row (province_id, id, dossier_id, seq, kind, person_id, subject_org_id, name, search_name, title, scope, award, achievement,
       achievement_hash, stage, state, decision_id, award_type)
     select $1, id, dossier_id, seq, kind, person_id, subject_org_id, name, lower(name), '', scope, award, 'Thành tích', 'h', stage, state, decision_id, award_type
     from jsonb_to_recordset($2::jsonb) x (id uuid, dossier_id uuid, seq int, kind text, person_id uuid, subject_org_id uuid, name text, scope text,
       award text, stage text, state text, decision_id uuid, award_type text)`,
    [provinceId, JSON.stringify(rows)],
  );
}

/** Half of them women; what most do is known, of some for two years. */
async function addPeople(tx: Tx, provinceId: string, next: () => number): Promise<readonly string[]> {
  const ids = Array.from({ length: PEOPLE }, () => randomUUID());
  for (const [index, id] of ids.entries()) {
    const name = `Trần Thị ${String(index)}`;
    const gender = [null, 'nu', 'nu', 'nam', 'nam'][next() % 5];
    await tx.query('insert into person (province_id, id, full_name, search_name, gender) values ($1, $2, $3, lower($3), $4)', [
      provinceId,
      id,
      name,
      gender,
    ]);
    for (const year of next() % 4 === 0 ? [] : [2023, 2025].slice(next() % 2)) {
      await tx.query(
        `insert into yearly_rating (province_id, id, person_id, year, rating, labour, source, created_at, created_by, confirmed_by, confirmed_at)
         values ($1, $2, $3, $4, 'good', $5, 'manual', $6, $3, $3, $6)`,
        [
          provinceId,
          randomUUID(),
          id,
          year,
          pick(['leader', 'official', 'worker', 'farmer'] as const, next),
          new Date(Date.UTC(2026, 0, 5)),
        ],
      );
    }
  }
  return ids;
}

/** Decisions of chairs in their own right, and those recorded of the centre, two of each award. */
async function addDecisions(tx: Tx, provinceId: string): Promise<readonly Decided[]> {
  const rules = await read<Decided & { rule: object }>(
    tx,
    `select gen_random_uuid() as id, r.award, r.level, h.org_id as "orgId", jsonb_build_object('pack', r.pack_hash, 'rule', r.id, 'role', r.role,
       'from', r.effective_from, 'position', h.id, 'person', h.person_id, 'external', r.level in ('TTG', 'CTN'), 'date', day) as rule
     from (select distinct on (award, level) * from authority_rule where effective_from <= '2026-01-10' and coalesce(effective_to, '9999-01-01') >= '2026-02-20'
         and level in ('XA', 'TINH', 'TTG', 'CTN') order by award, level, pack_hash, id) r
       cross join (values ('2026-01-12'), ('2026-02-20')) d (day)
       join position h on h.province_id = $1 and h.role = 'chair' and h.valid_to is null
       join org o on o.province_id = h.province_id and o.id = h.org_id and o.kind = case when r.level = 'XA' then 'commune' else 'province' end`,
    [provinceId],
  );
  await tx.query(
    `insert into decision (province_id, id, org_id, award, level, role, pack_hash, authority_rule_id, authority_from, position_id, person_id, capacity, date, external)
     select $1, id, "orgId", award, level, rule ->> 'role', rule ->> 'pack', rule ->> 'rule', (rule ->> 'from')::date, (rule ->> 'position')::uuid,
       (rule ->> 'person')::uuid, 'self', (rule ->> 'date')::date, (rule ->> 'external')::boolean
     from jsonb_to_recordset($2::jsonb) x (id uuid, "orgId" uuid, award text, level text, rule jsonb)`,
    [provinceId, JSON.stringify(rules)],
  );
  return rules;
}

async function read<Row>(tx: Tx, text: string, values: readonly unknown[]): Promise<Row[]> {
  return tx.query<Row[]>(text, [...values]);
}

function pick<T>(some: readonly T[], next: () => number): T {
  const found = some[next() % some.length];
  if (found === undefined) {
    throw new Error('there is nothing to choose from');
  }
  return found;
}

/** The same numbers on every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >> 8;
  };
}
