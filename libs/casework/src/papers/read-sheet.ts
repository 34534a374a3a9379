import type { Handler } from '../handler';
import { Refused } from '../refused';
import { isList, paperToSheets } from './paper-sheet';
import { fileName } from './read-paper';
import { paperFor } from './sight';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list as a table: the rows of the paper as they were frozen, so that table and paper never differ. */
export const paperSheet: Handler<'paperSheet'> = async (deps, { actor, params }) => {
  const found = await paperFor(deps, actor, params['id'] ?? '');
  const frozen = isList(found.kind) ? await deps.stores.payloads.get(actor.provinceId, found.finalHash ?? found.dataHash) : undefined;
  const data = frozen?.['data'];
  const sheets =
    typeof data === 'object' && data !== null && !Array.isArray(data)
      ? paperToSheets(found.title, data as Parameters<typeof paperToSheets>[1])
      : undefined;
  if (sheets === undefined) {
    throw new Refused('not-found', { what: 'file' });
  }
  return { bytes: await deps.sheets.write(sheets), fileName: `${fileName(found)}.xlsx`, mime: XLSX };
};
