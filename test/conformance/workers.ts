import type { JsonObject } from '@thidua/kernel';
import type { ConformanceHost, InlineJobs, OpenJob } from './host';

/** Key of every message in the suites. */
export const MESSAGE_KEY = 'k';

/** The types a model may name. */
export const JOB_TYPES = ['trace', 'increment', 'publishMessage', 'throwError'] as const;

/** The jobs a runner provides, and the trace they leave. */
export class Workers {
  readonly trace: string[] = [];
  /** Worked off in the step that creates them, so that tokens keep their turns. */
  readonly inline: InlineJobs = {
    trace: ({ headers, variables }) => {
      this.leave(headers['token'] ?? variables['token']);
      return {};
    },
    increment: ({ headers, variables }) => {
      this.leave(headers['token']);
      const name = headers['variable'] ?? '';
      const before = variables[name];
      return { [name]: (typeof before === 'number' ? before : 0) + 1 };
    },
  };

  /** Works off one job that was not done inline; false: the job was gone. */
  async work(host: ConformanceHost, job: OpenJob): Promise<boolean> {
    const { type, headers } = job;
    const inline = this.inline[type];
    if (inline !== undefined) {
      return host.completeJob(job, inline(job));
    }
    if (type === 'publishMessage') {
      const key = headers['correlationKey'] ?? MESSAGE_KEY;
      await host.publishMessage({ name: headers['messageName'] ?? '', key, variables: {}, buffered: true });
      return host.completeJob(job, {});
    }
    if (type === 'throwError') {
      this.leave(headers['token']);
      return host.throwJobError(job, headers['errorCode'] ?? '');
    }
    return host.failJob(job, `nobody works jobs of type '${type}'`);
  }

  private leave(token: JsonObject[string] | undefined): void {
    if (token !== undefined && token !== null) {
      this.trace.push(typeof token === 'string' ? token : JSON.stringify(token));
    }
  }
}
