import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Casework, openCasework, type CaseworkDeps } from '@thidua/casework';
import type { LoadedSettings } from '@thidua/config';
import { ApiModule } from '../../apps/api/src/api.module';
import { hardenAndServe } from '../../apps/api/src/web/harden-and-serve';
import { Cast } from '../../apps/cli/src/people/cast';
import { Worker, type WorkerOptions } from '../../apps/worker/src/worker';
import { cloneInstalled, standClock } from './installed';
import { attachments } from './attachments';
import { sheets } from './sheets';
import { signatures } from './signatures';
import { templateDesk } from './template-desk';

/** Api and worker in this process on a database of their own, with the demo's people; papers by the bundled browser. */
export interface System {
  readonly cast: Cast;
  /** Made by the api's side; lives as long as the system. */
  readonly deps: CaseworkDeps;
  /** Ends the worker; what is asked of it waits. */
  stopWorker(): Promise<void>;
  startWorker(): Promise<void>;
  readonly settings: LoadedSettings;
  /** Failures the worker met, newest last. */
  readonly errors: readonly unknown[];
  close(): Promise<void>;
}

export async function openSystem(
  options: { readonly redisUrl?: string | undefined; readonly worker?: WorkerOptions } = {},
): Promise<System> {
  const { url, drop } = await cloneInstalled();
  await standClock(url, false);
  const dataDir = mkdtempSync(join(tmpdir(), 'thidua-e2e-'));
  const settings: LoadedSettings = {
    nodeEnv: 'test',
    host: '127.0.0.1',
    port: 0,
    workerPort: null,
    databaseUrl: url,
    databasePool: 4,
    redisUrl: options.redisUrl ?? null,
    chromiumPath: 'bundled',
    dataDir,
    filesStore: 'database',
    filesDir: join(dataDir, 'files'),
    filesS3: null,
    filesKeys: [],
    clamavUrl: null,
    cacheDir: join(__dirname, '../../node_modules/.cache/thidua/chromium'),
    demo: true,
    clock: 'movable',
    sessionSecret: 'e2e-'.repeat(10),
    fault: null,
    publicUrl: 'https://thidua.example.vn',
    signingKey: 'e2e-certificates-'.repeat(3),
    tsaUrl: null,
    remoteSigners: [],
  };
  const errors: unknown[] = [];
  const open = async (): Promise<Worker> =>
    Worker.open(await openCasework({ ...settings, attachments, sheets, signatures, templateDesk }), settings, {
      onError: (error) => errors.push(error),
      ...options.worker,
    });
  let worker: Worker | undefined = await open();
  const stopWorker = async (): Promise<void> => {
    const leaving = worker;
    worker = undefined;
    await leaving?.close();
  };
  const api = await NestFactory.create<NestExpressApplication>(ApiModule.with(settings), { logger: ['error'], bodyParser: false });
  hardenAndServe(api, settings);
  await api.listen(0, '127.0.0.1');
  return {
    cast: new Cast((await api.getUrl()).replace('[::1]', '127.0.0.1'), 'thidua'),
    deps: api.get(Casework).deps,
    settings,
    stopWorker,
    startWorker: async () => {
      worker ??= await open();
    },
    errors,
    close: async () => {
      await api.close();
      await stopWorker();
      rmSync(dataDir, { recursive: true, force: true });
      await drop();
    },
  };
}
