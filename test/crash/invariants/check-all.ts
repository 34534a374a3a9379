import { connect } from '@thidua/store';
import { withClient } from '../databases';
import { checkAudit } from './audit';
import { checkPapers } from './papers';
import { checkBySql } from './sql-checks';
import { checkTokens } from './tokens';

/** Every violation found in a database at rest; none is what we promise. `readBefore`: papers that need not be read again. */
export async function checkAll(databaseUrl: string, readBefore?: ReadonlySet<string>): Promise<readonly string[]> {
  const database = await connect({ url: databaseUrl, poolSize: 2, stepConnections: 1 });
  try {
    return await withClient(databaseUrl, async (client) => [
      ...(await checkBySql(client)),
      ...(await checkTokens(client, database)),
      ...(await checkAudit(client, database)),
      ...(await checkPapers(client, readBefore)),
    ]);
  } finally {
    await database.close();
  }
}
