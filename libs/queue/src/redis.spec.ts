import { QueueRefused } from './queue-refused';
import { check } from './redis';

const info = (version: string, policy: string): string =>
  `# Server\r\nredis_version:${version}\r\n# Memory\r\nmaxmemory_policy:${policy}\r\n`;

describe('a Redis server', () => {
  it('is taken from 6.2 on with noeviction', () => {
    expect(() => {
      check(info('6.2.0', 'noeviction'));
      check(info('7.0.15', 'noeviction'));
    }).not.toThrow();
  });

  it.each([
    ['6.0.16', 'noeviction'],
    ['5.0.9', 'noeviction'],
    ['7.0.15', 'allkeys-lru'],
    ['7.0.15', 'volatile-ttl'],
  ])('is refused as %s with %s', (version, policy) => {
    expect(() => {
      check(info(version, policy));
    }).toThrow(QueueRefused);
  });
});
