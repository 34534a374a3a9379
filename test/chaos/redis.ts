import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { delimiter, join } from 'node:path';
import { freePort } from '../crash/free-lane';

export interface Redis {
  readonly url: string;
  /** One command in Redis's inline form; answers the first line of the reply. */
  readonly ask: (command: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

export function redisProgram(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'redis-server')).find((file) => existsSync(file));
}

/** A throw-away server of our own on a free port. */
export async function startOwnRedis(program: string): Promise<Redis> {
  const port = await freePort();
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const child = spawn(program, ['--port', String(port), ...settings], { stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const ask = (command: string): Promise<string> => askRedis(port, command);
  for (let attempt = 1; (await ask('PING').catch(() => '')) !== '+PONG'; attempt += 1) {
    if (attempt > 100) {
      throw new Error('redis-server did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // Destructive commands go to this very process only.
  const info = await ask('CONFIG GET port');
  if (!info.startsWith('*') || child.exitCode !== null) {
    child.kill('SIGTERM');
    throw new Error('another server answers on our port');
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  return { url: `redis://127.0.0.1:${port}`, ask, stop };
}

function askRedis(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    let reply = '';
    socket.once('error', reject);
    socket.once('connect', () => socket.write(`${command}\r\n`));
    socket.on('data', (chunk: Buffer) => {
      reply += chunk.toString('utf8');
      const end = reply.indexOf('\r\n');
      if (end >= 0) {
        socket.destroy();
        resolve(reply.slice(0, end));
      }
    });
  });
}
