import { err, type Result } from '@thidua/kernel';
import type { Refusal } from '@thidua/bpmn';
import { compileDefinition, type DefinitionSource } from '../graphs/compile';
import { startPlans, type StartPlans } from '../starts/start-plans';
import { inThread } from './in-thread';

/** What starts the processes of an examined diagram by themselves, compiled in a killable thread: a large diagram holds up nobody else. */
export async function startsIsolated(source: DefinitionSource, nowMs: number): Promise<Result<StartPlans, readonly Refusal[]>> {
  // Threads run compiled code; under Jest there is none.
  return __filename.endsWith('.ts')
    ? startPlans(await compileDefinition(source), nowMs)
    : inThread<Result<StartPlans, readonly Refusal[]>>('starts-thread.js', { source: plain(source), nowMs }, (refusal) => err([refusal]));
}

/** A definition's row may carry more than travels. */
function plain({ key, xml, resources }: DefinitionSource): DefinitionSource {
  return { key, xml, resources };
}
