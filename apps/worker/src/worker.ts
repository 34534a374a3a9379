import type { Server } from 'node:http';
import { installAll, type Casework } from '@thidua/casework';
import type { LoadedSettings } from '@thidua/config';
import { PaperMaker, papersFolder } from '@thidua/documents';
import { Bell } from '@thidua/queue';
import { Broadcaster, Correlator, Jobs, Sweeper } from '@thidua/runtime';
import { FactsStore, JobStore, OutboxStore, type ClaimedJob } from '@thidua/store';
import { healthServer } from './health-server';
import { Consumer } from './loops/consumer';
import { outboxRelay } from './loops/outbox-relay';
import type { PacedLoop } from './loops/paced-loop';
import { fileMover } from './loops/file-mover';
import { handOverLoop } from './loops/hand-over-loop';
import { provinceLoop } from './loops/province-loop';
import { printLoop } from './loops/print-loop';
import { sealLoop } from './loops/seal-loop';
import { sweeperLoop } from './loops/sweeper-loop';
import { versionLoop } from './loops/version-loop';
import { PRINT_KINDS } from './printing/print-kinds';
import type { TaskRoom } from './service-tasks/service-task';
import { isPaperTask, taskOf } from './service-tasks/service-tasks';
import { KeyRing } from './signing/key-ring';

export interface WorkerOptions {
  /** Told each step of the installation. */
  readonly onProgress?: (step: string) => void;
  readonly onError?: (error: unknown) => void;
  /** How long a silent worker keeps a job; 15 s when absent. */
  readonly leaseMs?: number;
}

/** Rings waiting their turn in one worker; the work itself is bounded by the consumer's lanes. */
const RINGS_AT_ONCE = 32;
const QUEUE_CONNECTIONS = 4;
const LEASE_MS = 15_000;

interface Parts {
  readonly casework: Casework;
  readonly maker: PaperMaker;
  readonly bell: Bell;
  readonly loops: readonly PacedLoop[];
  readonly health: Server | undefined;
  readonly stopDemo: () => Promise<void>;
}

/** One worker process, the owner of its casework: installs what is shipped, then relays, consumes and sweeps until it is closed. */
export class Worker {
  private constructor(private readonly parts: Parts) {}

  static async open(casework: Casework, settings: LoadedSettings, options: WorkerOptions = {}): Promise<Worker> {
    const onError = options.onError ?? printed;
    const { deps } = casework;
    const { database } = deps;
    options.onProgress?.('install');
    await installAll(deps);
    const papersDir = papersFolder();
    const maker = new PaperMaker({ papersDir, cacheDir: settings.cacheDir, chromiumPath: settings.chromiumPath ?? undefined });
    const jobs = new Jobs({ database, runtime: deps.runtime, leaseMs: options.leaseMs ?? LEASE_MS });
    const keys = new KeyRing(deps, settings);
    const room: TaskRoom = { deps, jobs, maker, papersDir, keys, facts: new FactsStore(database) };
    const outbox = new OutboxStore(database);
    const consumer = new Consumer({
      outbox,
      jobs,
      onError,
      jobStore: new JobStore(database),
      correlator: new Correlator({ database, runtime: deps.runtime }),
      broadcaster: new Broadcaster({ database, runtime: deps.runtime }),
      work: (job: ClaimedJob) => taskOf(job.type)(room, job),
      isPaperJob: isPaperTask,
    });
    const bell = await Bell.open(
      settings.redisUrl === null ? { pool: database.queuePool(QUEUE_CONNECTIONS) } : { redisUrl: settings.redisUrl },
    );
    const handle = (id: string): Promise<void> => consumer.handle(id);
    bell.onRing(handle, { concurrency: RINGS_AT_ONCE, onError });
    const loops = [
      outboxRelay({ outbox, onError, handle, ring: (ids) => bell.ring(ids) }),
      sweeperLoop(new Sweeper({ database, runtime: deps.runtime }), onError),
      handOverLoop(deps, onError),
      provinceLoop(deps, onError),
      versionLoop(deps, onError),
      fileMover(deps, onError),
      sealLoop(deps, onError),
      printLoop({ room, kinds: PRINT_KINDS, leaseMs: options.leaseMs ?? LEASE_MS, onError }),
    ];
    // The browser unpacks and starts while the first people sign in; a paper that comes earlier waits for it.
    maker.warmUp().catch(onError);
    const stopDemo = keys.fillDemo(onError);
    const health = await healthServer(settings.workerPort, async () => {
      const { status, parts } = await casework.health();
      return { status, parts: { ...parts, chromium: await maker.browserMode() } };
    });
    return new Worker({ casework, maker, bell, loops, health, stopDemo });
  }

  get casework(): Casework {
    return this.parts.casework;
  }

  /** Takes nothing new, lets what is under way finish, then gives everything back. */
  async close(): Promise<void> {
    const { loops, bell, maker, health, casework, stopDemo } = this.parts;
    await Promise.all(loops.map((loop) => loop.stop()));
    await bell.close();
    health?.close();
    await maker.close();
    await stopDemo();
    await casework.close();
  }
}

function printed(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
