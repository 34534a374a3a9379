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
  const problems: DataProblem[] = [];
  const fields = new Fields(document.toJS(), { path: '', rowId: null, problems });
  const value = read(fields);
  fields.finish();
  return problems.length > 0 ? err(problems) : ok(value);
}
