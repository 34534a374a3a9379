import { createHash } from 'node:crypto';
import { connect } from '@thidua/store';
import { BODIES, LENDINGS, type Body } from './bodies';

/** Tenant of the matrix's own bodies, apart from the demo's. */
export const PROVINCE = 'MX';
/** Who asks: anybody signed in may ask who decides. */
export const ASKER = 'mx.truong.head';

type Query = (sql: string, values: readonly unknown[]) => Promise<unknown>;

/** Writes the bodies, their people and what they have lent each other; ids follow from the slugs. */
export async function buildWorld(databaseUrl: string): Promise<void> {
  const database = await connect({ url: databaseUrl, poolSize: 1 });
  try {
    await database.inTransaction(async (tx) => {
      const query: Query = (sql, values) => tx.query(sql, [...values]);
      for (const body of BODIES) {
        await addBody(query, body);
      }
      for (const { to, from, capacity, until } of LENDINGS) {
        await query(
          `insert into delegation (province_id, id, from_position, to_position, capacity, paper, valid_from, valid_to, accepted_at)
           values ($1, $2, $3, $4, $5, 'Quyết định 01/QĐ-UBND', '2024-01-01', $6, '2024-01-01')`,
          [PROVINCE, idOf(`${to}<${from}`), positionOf(from), positionOf(to), capacity, until ?? '2027-12-31'],
        );
      }
    });
  } finally {
    await database.close();
  }
}

async function addBody(query: Query, body: Body): Promise<void> {
  const { slug, kind, orgKind, level, tier, legalPerson, endsOn, roles } = body;
  await query(
    `insert into org (province_id, id, kind, org_kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from, valid_to)
     values ($1, $2, $3, $4, $5, $6, $6, 'Ma trận', 'MT', $7, $8, $8, '2024-01-01', $9)`,
    [PROVINCE, idOf(slug), kind, orgKind, level, slug, tier, legalPerson, endsOn ?? null],
  );
  for (const role of roles) {
    const post = `${slug}/${role}`;
    await query(`insert into person (province_id, id, full_name, search_name) values ($1, $2, $3, $3)`, [
      PROVINCE,
      idOf(`person ${post}`),
      post,
    ]);
    await query(
      `insert into position (province_id, id, org_id, person_id, role, title, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, '2024-01-01', $7)`,
      [PROVINCE, positionOf(post), idOf(slug), idOf(`person ${post}`), role, post, endsOn ?? null],
    );
  }
  if (slug === 'truong') {
    await query(
      `insert into account (province_id, id, person_id, username, password_hash) select $1, $2, $3, $4, password_hash from account limit 1`,
      [PROVINCE, idOf('account'), idOf('person truong/head'), ASKER],
    );
  }
}

export function positionOf(post: string): string {
  return idOf(`position ${post}`);
}

export function idOf(slug: string): string {
  const hex = createHash('sha256').update(`matrix ${slug}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
