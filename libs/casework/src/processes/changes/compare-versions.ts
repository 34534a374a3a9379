import type { DefinitionRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { changesInWords } from './changes-in-words';
import { resourceChanges } from './resources';
import type { Change } from './words';

type Source = Pick<DefinitionRecord, 'key' | 'xml' | 'resources'>;

export interface Comparison {
  /** False: one of the two is wrong still, or too large to be read in time; its changes cannot be told. */
  readonly comparable: boolean;
  readonly changes: Change[];
}

/** What the later version does otherwise than the earlier, in words; both are read in killable threads. */
export async function compareVersions(
  deps: Pick<CaseworkDeps, 'definitions' | 'templateDesk'>,
  before: Source,
  after: Source,
): Promise<Comparison> {
  const forms = resourceChanges(before.resources, after.resources, after.key);
  if (before.xml === after.xml) {
    return { comparable: true, changes: [...forms] };
  }
  const [old, next] = await Promise.all([deps.definitions.facts(before), deps.definitions.facts(after)]);
  if (!old.ok || !next.ok) {
    return { comparable: false, changes: [...forms] };
  }
  const titles = new Map(deps.templateDesk.kinds().map(({ kind, title }) => [kind, title]));
  const changes = [...changesInWords(old.value, next.value, (kind) => titles.get(kind) ?? kind), ...forms];
  const drawn: Change = { elementId: after.key, kind: 'changed', text: 'Chỉ đổi hình vẽ hoặc ghi chú, không đổi cách chạy' };
  return { comparable: true, changes: changes.length === 0 ? [drawn] : changes };
}
