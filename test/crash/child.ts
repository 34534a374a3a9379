import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, closeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ArmFault, FaultNews } from './fault-hand';

export type Victim = 'api' | 'worker';

/** From the sources or from dist/, the compiled entries are below dist/. */
const ROOT = process.env['THIDUA_ROOT'] ?? resolve(__dirname, '..', '..').replace(/[/\\]dist$/, '');
const ENTRY: Readonly<Record<Victim, string>> = {
  api: join(ROOT, 'dist', 'test', 'crash', 'api-entry.js'),
  worker: join(ROOT, 'dist', 'test', 'crash', 'worker-entry.js'),
};
const ARM_WITHIN_MS = 10_000;

export type Ended = NodeJS.Signals | number;

/** One life of api or worker. */
export class Child {
  readonly hits = new Set<string>();
  readonly ended: Promise<Ended>;
  readonly ready: Promise<void>;
  private stopping = false;

  private constructor(
    readonly victim: Victim,
    private readonly process: ChildProcess,
    private readonly log: string,
  ) {
    this.ended = new Promise((resolve) => {
      process.once('exit', (code, signal) => {
        resolve(signal ?? code ?? 1);
      });
    });
    this.ready = this.news((message) => message.type === 'ready');
    process.on('message', (message: FaultNews) => {
      if (message.type === 'fault-point') {
        this.hits.add(message.point);
      }
    });
  }

  static start(victim: Victim, env: NodeJS.ProcessEnv, log: string): Child {
    if (!existsSync(ENTRY[victim])) {
      throw new Error(`${ENTRY[victim]} is missing: run \`npm run build\` first`);
    }
    mkdirSync(dirname(log), { recursive: true });
    const out = openSync(log, 'a');
    const stdio = ['ignore', out, out, 'ipc'] as const;
    const child = spawn(process.execPath, ['--enable-source-maps', '--disable-warning=DeprecationWarning', ENTRY[victim]], {
      cwd: ROOT,
      env,
      stdio: [...stdio],
    });
    closeSync(out);
    return new Child(victim, child, log);
  }

  /** The process ends itself at its next hit of the point. */
  async arm(point: string): Promise<void> {
    const armed = this.news((message) => message.type === 'fault-armed');
    const order: ArmFault = { type: 'arm-fault', point };
    this.process.send(order);
    await within(armed, ARM_WITHIN_MS, `${this.victim} did not arm ${point}`);
  }

  get wasStopped(): boolean {
    return this.stopping;
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  tail(): string {
    return readFileSync(this.log, 'utf8').split('\n').slice(-12).join('\n');
  }

  /** SIGTERM and, if that is not heard, SIGKILL. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.process.kill('SIGTERM');
    const hard = setTimeout(() => this.process.kill('SIGKILL'), 8000);
    await this.ended;
    clearTimeout(hard);
  }

  private news(wanted: (message: { type?: string }) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const listen = (message: object): void => {
        if (wanted(message)) {
          this.process.off('message', listen);
          resolve();
        }
      };
      this.process.on('message', listen);
    });
  }
}

export async function within<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what} within ${ms / 1000} s`));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
