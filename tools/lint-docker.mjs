// @ts-check
// What can be said about docker/ and docker-compose.yml without a container engine; part of `npm run check`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './paths.mjs';

const faults = [];
const expect = (holds, fault) => {
  if (!holds) faults.push(fault);
};
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

const compose = parse(read('docker-compose.yml'), { merge: true });
/** Logical lines of the Dockerfile: comments dropped, continuations joined. */
const steps = read('docker/Dockerfile')
  .replace(/^#.*$/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .map((line) => line.trim().replace(/\s+/g, ' '))
  .filter(Boolean);

checkDockerfile();
checkServices();
checkQueue();
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

function checkDockerfile() {
  const stages = steps.filter((step) => step.startsWith('FROM '));
  expect(stages.length >= 2, 'Dockerfile: one stage only; build tools would end up in the image');
  for (const stage of stages) expect(/^FROM \S+:\S+/.test(stage) && !/:latest/.test(stage), `Dockerfile: ${stage}: name a version`);
  const last = steps.slice(steps.lastIndexOf(stages.at(-1) ?? ''));
  const user = last.filter((step) => step.startsWith('USER ')).at(-1);
  expect(user !== undefined && !/^USER (root|0)\b/.test(user), 'Dockerfile: the image runs as root');
  expect(
    last.some((step) => step.startsWith('HEALTHCHECK ')),
    'Dockerfile: no HEALTHCHECK',
  );
  const installed = last.filter((step) => step.startsWith('RUN ')).join(' ');
  for (const name of ['chromium', 'fonts-']) expect(installed.includes(name), `Dockerfile: ${name} is not installed`);
  expect(
    last.some((step) => /^ENV .*CHROMIUM_PATH=\//.test(step)),
    'Dockerfile: CHROMIUM_PATH is not set',
  );
  for (const step of steps.filter((one) => one.startsWith('COPY ') && !one.includes('--from='))) {
    for (const path of step.split(' ').slice(1, -1)) {
      // A pattern may match nothing on purpose (an optional file).
      expect(
        path.startsWith('--') || /[*[]/.test(path) || existsSync(join(ROOT, path)),
        `Dockerfile: ${step}: no ${path} in the repository`,
      );
    }
  }
  for (const path of last.flatMap((step) => [...step.matchAll(/\/app\/(docker\/\S+|workflows)/g)].map(([, found]) => found ?? ''))) {
    expect(existsSync(join(ROOT, path)), `Dockerfile: no ${path} in the repository`);
  }
  for (const path of last.flatMap((step) => [...step.matchAll(/"dist\/(\S+)\.js"/g)].map(([, found]) => found ?? ''))) {
    expectSource(path, 'Dockerfile');
  }
  const ignored = read('.dockerignore').split('\n');
  for (const path of ['**/node_modules', '.git', '.data', '.env']) {
    expect(ignored.includes(path), `.dockerignore: ${path} would be sent along`);
  }
}

/** dist/x.js is made from x.ts. */
function expectSource(path, where) {
  expect(existsSync(join(ROOT, `${path}.ts`)), `${where}: dist/${path}.js has no source ${path}.ts`);
}

function checkServices() {
  const services = Object.entries(compose.services);
  for (const name of ['api', 'worker', 'postgres', 'redis', 'migrate']) expect(name in compose.services, `compose: no service ${name}`);
  for (const [name, service] of services) {
    const own = service.build !== undefined;
    const oneShot = service.restart === 'no';
    expect(own || /:\d/.test(service.image ?? ''), `compose: ${name}: name the version of the image`);
    expect(service.user !== undefined && !['root', '0', 0].includes(service.user), `compose: ${name}: runs as root`);
    expect(oneShot || service.healthcheck?.test !== undefined || own, `compose: ${name}: no health check`);
    expect(oneShot || service.healthcheck?.disable !== true, `compose: ${name}: health check switched off`);
    expect(service.privileged !== true, `compose: ${name}: privileged`);
    for (const script of (service.command ?? []).filter((word) => /^dist\/.*\.js$/.test(String(word)))) {
      expectSource(script.slice('dist/'.length, -'.js'.length), `compose: ${name}`);
    }
    for (const [key, value] of Object.entries(service.environment ?? {})) {
      expect(!/PASSWORD|SECRET/.test(key) || /^\$\{/.test(String(value)), `compose: ${name}: ${key} is written down`);
    }
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      const wanted = compose.services[needed]?.restart === 'no' ? 'service_completed_successfully' : 'service_healthy';
      expect(condition === wanted, `compose: ${name}: waits for ${needed} without ${wanted}`);
    }
    for (const port of service.ports ?? []) {
      expect(String(port).startsWith('127.0.0.1:'), `compose: ${name}: ${port} is open to every address`);
    }
    for (const volume of service.volumes ?? []) {
      const [source = ''] = String(volume).split(':');
      expect(source in compose.volumes, `compose: ${name}: volume ${source} is not declared`);
    }
  }
  expect(compose.services.worker?.deploy?.replicas >= 2, 'compose: fewer than two workers');
}

/** BullMQ loses jobs on a Redis that evicts, and after a crash on one that keeps nothing on disk. */
function checkQueue() {
  const command = (compose.services.redis?.command ?? []).map(String);
  const setting = (name) => command[command.indexOf(`--${name}`) + 1];
  expect(
    command.includes('--maxmemory-policy') && setting('maxmemory-policy') === 'noeviction',
    'compose: redis may evict; set noeviction',
  );
  expect(command.includes('--appendonly') && setting('appendonly') === 'yes', 'compose: redis keeps nothing; set appendonly yes');
}
