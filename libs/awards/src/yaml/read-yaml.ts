import { err, ok, type Result } from '@thidua/kernel';
import { parseDocument, visit } from 'yaml';
import { Fields } from './fields';
import type { DataProblem } from './problem';

/** Reads one YAML mapping strictly: no duplicate keys, no aliases, no unknown keys; every fault is reported, not the first. */
export function readYaml<T>(text: string, read: (fields: Fields) => T): Result<T, readonly DataProblem[]> {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true });
  const faults = [...document.errors, ...document.warnings].map((fault) => fault.message);
  visit(document, { Alias: (_, alias) => void faults.push(`không dùng bí danh '*${alias.source}'; chép lại giá trị`) });
  if (faults.length > 0) {
    return err(faults.map((message) => ({ code: 'yaml-invalid', rowId: null, path: '', message })));
  }
  return readPlain(document.toJS(), read);
}

/** The same for a value that was never YAML: rows of a table, a change typed on a screen. */
export function readPlain<T>(value: unknown, read: (fields: Fields) => T): Result<T, readonly DataProblem[]> {
  const problems: DataProblem[] = [];
  const fields = new Fields(value, { path: '', rowId: null, problems });
  const found = read(fields);
  fields.finish();
  return problems.length > 0 ? err(problems) : ok(found);
}
