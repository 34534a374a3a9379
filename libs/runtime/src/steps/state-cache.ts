import type { LoadedInstance } from '@thidua/store';

/** Hot instance states. A wrong entry costs a retry, never a wrong step: the statement compares versions. */
export class StateCache {
  private readonly entries = new Map<string, LoadedInstance>();

  constructor(private readonly size: number) {}

  get(instanceId: string): LoadedInstance | undefined {
    return this.entries.get(instanceId);
  }

  put(instance: LoadedInstance): void {
    this.entries.delete(instance.instanceId);
    if (instance.state.status !== 'active') {
      return;
    }
    this.entries.set(instance.instanceId, instance);
    const oldest = this.entries.keys().next().value;
    if (this.entries.size > this.size && oldest !== undefined) {
      this.entries.delete(oldest);
    }
  }

  drop(instanceId: string): void {
    this.entries.delete(instanceId);
  }
}
