import type { Stage } from './cases/case';

/** The process that started us, when it did: it draws progress and can kill the worker at a fault point. */
export const launcher = {
  progress(done: number, total: number, label: string): void {
    if (process.send === undefined) {
      process.stdout.write(`${done}/${total} ${label}\n`);
    } else {
      process.send({ type: 'progress', done, total, label });
    }
  },

  /** Present only when the launcher said it owns the worker (--faults). */
  faults(wanted: boolean): Pick<Stage, 'killWorkerAt'> {
    if (process.send === undefined || !wanted) {
      return {};
    }
    return {
      killWorkerAt: async (point, meanwhile) => {
        await ask({ type: 'arm-fault', point }, 'fault-armed');
        const hit = answerOf('fault-hit');
        await meanwhile();
        await hit;
      },
    };
  },

  leave(): void {
    if (process.connected) {
      process.disconnect();
    }
  },
};

function ask(message: object, answer: string): Promise<void> {
  const answered = answerOf(answer);
  process.send?.(message);
  return answered;
}

function answerOf(type: string): Promise<void> {
  return new Promise((resolve) => {
    const listen = (message: unknown): void => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === type) {
        process.off('message', listen);
        resolve();
      }
    };
    process.on('message', listen);
  });
}
