import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Casework, watchInstallation } from '@thidua/casework';
import { leaveToBeginAnew, leaveWithParent, loadSettings } from '@thidua/config';
import { armFault } from '@thidua/runtime';
import { WorkerModule } from './worker.module';

async function start(): Promise<void> {
  const settings = loadSettings();
  armFault(settings.fault);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings), { logger: ['error', 'warn'] });
  app.enableShutdownHooks();
  leaveWithParent(() => app.close());
  watchInstallation(app.get(Casework, { strict: false }).deps, () => {
    leaveToBeginAnew(() => app.close());
  });
  process.send?.({ type: 'ready' });
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
