import { Redis } from 'ioredis';
import { QueueRefused } from './queue-refused';

const OLDEST = [6, 2] as const;
const READY_WITHIN_MS = 10_000;

/** A producer fails at once when Redis is away, so that nobody waits on it; a consumer waits for it for ever. */
export async function openRedis(url: string, part: 'producer' | 'consumer'): Promise<Redis> {
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: part === 'consumer',
    maxRetriesPerRequest: part === 'consumer' ? null : 1,
    connectTimeout: READY_WITHIN_MS,
  });
  // Reported where the connection is used; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    check(await client.info());
  } catch (error) {
    client.disconnect();
    throw error;
  }
  return client;
}

/** @throws QueueRefused for a server that is too old or may throw rings away on its own */
export function check(info: string): void {
  const facts = new Map(info.split(/\r?\n/).map((line): [string, string] => [line.split(':')[0] ?? '', line.split(':')[1] ?? '']));
  const version = facts.get('redis_version') ?? '0.0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new QueueRefused('Redis 6.2 or newer is needed', { version });
  }
  const policy = facts.get('maxmemory_policy') ?? 'unknown';
  if (policy !== 'noeviction') {
    throw new QueueRefused("Redis must run with maxmemory-policy 'noeviction'", { policy });
  }
}
