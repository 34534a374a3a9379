import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Casework, watchInstallation } from '@thidua/casework';
import { leaveToBeginAnew, leaveWithParent, loadSettings } from '@thidua/config';
import { ApiModule } from './api.module';
import { hardenAndServe } from './web/harden-and-serve';

async function start(): Promise<void> {
  const settings = loadSettings();
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(settings), { logger: ['error', 'warn'], bodyParser: false });
  hardenAndServe(app, settings);
  app.enableShutdownHooks();
  await app.listen(settings.port, settings.host);
  leaveWithParent(() => app.close());
  watchInstallation(app.get(Casework, { strict: false }).deps, () => {
    leaveToBeginAnew(() => app.close());
  });
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
