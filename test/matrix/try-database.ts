import { randomUUID } from 'node:crypto';
import { connect, type Tx } from '@thidua/store';
import { bodyOf, labelOf } from './cells';
import { lawful, type Cell } from './law';
import { idOf, positionOf, PROVINCE } from './world';

interface RuleLine {
  readonly pack: string;
  readonly id: string;
  readonly level: string;
  readonly role: string;
  readonly from: string;
}

/** Tries to write the decision of every cell past all code, under every row that gives the award that day; answers what differs from law.md. */
export async function tryDatabase(databaseUrl: string, cells: readonly Cell[]): Promise<readonly string[]> {
  const database = await connect({ url: databaseUrl, poolSize: 1 });
  try {
    return await database.inTransaction(async (tx) => {
      const wrong: string[] = [];
      for (const cell of cells) {
        const written = await mayWrite(tx, cell);
        if (written !== lawful(cell, bodyOf).allowed) {
          wrong.push(`${labelOf(cell)}: the database ${written ? 'takes' : 'refuses'} the decision`);
        }
      }
      return wrong;
    });
  } finally {
    await database.close();
  }
}

async function mayWrite(tx: Tx, cell: Cell): Promise<boolean> {
  for (const rule of await rulesFor(tx, cell)) {
    await tx.query('savepoint attempt');
    const done = await write(tx, cell, rule).then(
      () => true,
      (error: unknown) => {
        if ((error as { code?: string }).code !== '23514') {
          // pg errors carry their SQLSTATE
          throw error;
        }
        return false;
      },
    );
    await tx.query('rollback to savepoint attempt');
    if (done) {
      return true;
    }
  }
  return false;
}

function rulesFor(tx: Tx, { award, day }: Cell): Promise<readonly RuleLine[]> {
  return tx.query<RuleLine[]>(
    `select r.pack_hash as pack, r.id, r.level, r.role, r.effective_from::text as "from" from authority_rule r join pack p on p.hash = r.pack_hash
     where r.award = $1 and p.received_from <= $2::date and (p.received_to is null or p.received_to >= $2::date)`,
    [award, day],
  );
}

async function write(tx: Tx, { award, body, role, lending, day }: Cell, rule: RuleLine): Promise<void> {
  const post = `${body.slug}/${role}`;
  await tx.query(
    `insert into decision (province_id, id, org_id, award, level, role, pack_hash, authority_rule_id, authority_from, position_id, person_id,
       capacity, on_behalf_of, date) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[PROVINCE, randomUUID(), idOf(body.slug), award, rule.level, rule.role, rule.pack, rule.id, rule.from],
      ...[positionOf(post), idOf(`person ${post}`), lending?.capacity ?? 'self', lending === null ? null : positionOf(lending.from), day],
    ],
  );
}
