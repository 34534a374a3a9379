import { takeInDiagram, type Refusal, type TakenIn } from '@thidua/bpmn';
import { err, type Result } from '@thidua/kernel';
import { inThread } from './in-thread';

/** Takes in a file somebody uploaded, of whatever tool, in a thread that is killed after 30 s or 512 MB. */
export function takeInIsolated(xml: string): Promise<Result<TakenIn, readonly Refusal[]>> {
  // Threads run compiled code; under Jest there is none.
  return __filename.endsWith('.ts')
    ? takeInDiagram(xml)
    : inThread<Result<TakenIn, readonly Refusal[]>>('take-in-thread.js', { xml }, (refusal) => err([refusal]));
}
