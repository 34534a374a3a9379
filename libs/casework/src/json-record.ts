import type { TaskView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';

/** The contract's JSON is the same as ours, only without the promise not to change it. */
export function jsonRecord(value: JsonObject): TaskView['context'] {
  return value as TaskView['context']; // readonly arrays are not assignable to mutable ones, though nobody writes here
}
