import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from '../../apps/api/src/api.module';
import { hardenAndServe } from '../../apps/api/src/web/harden-and-serve';
import { DEMO_PASSWORD } from '@thidua/casework';
import { readSettings } from '@thidua/config';
import { cloneInstalled, standClock } from './installed';

/** The api in this process, on a port and a demo database of its own. */
export interface ApiHarness {
  readonly base: string;
  readonly databaseUrl: string;
  readonly password: string;
  close(): Promise<void>;
}

export async function openApi(): Promise<ApiHarness> {
  const { url, drop } = await cloneInstalled();
  await standClock(url, false);
  const settings = {
    ...readSettings({ NODE_ENV: 'test', DATABASE_URL: url, DEMO: '1', CLOCK: 'movable' }),
    sessionSecret: 'only-for-tests-'.repeat(4),
    signingKey: 'only-for-tests-'.repeat(4),
  };
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(settings), { logger: false, bodyParser: false });
  hardenAndServe(app, settings);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo; // a listening TCP server has a port
  return {
    base: `http://127.0.0.1:${port}`,
    databaseUrl: url,
    password: DEMO_PASSWORD,
    close: async () => {
      await app.close();
      await drop();
    },
  };
}
