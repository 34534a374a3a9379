// @ts-check
// Writes libs/store/schema.sql from the catalogue of a freshly migrated database, so that a review sees what a migration really did.
// `--check` writes nothing and fails when the file is not what the migrations make.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from './paths.mjs';
import { startTestDatabase } from './test-database.mjs';

const require = createRequire(import.meta.url);
const FILE = join(ROOT, 'libs', 'store', 'schema.sql');
const NOT_OURS = ['migration'];

const TABLES = `
  select c.oid, c.relname as name, c.reloptions as options, pg_get_partkeydef(c.oid) as partition_key,
         case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end as bound,
         (select p.relname from pg_inherits i join pg_class p on p.oid = i.inhparent where i.inhrelid = c.oid) as parent
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all($1) order by c.relname`;
const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required, a.attidentity <> '' as identity,
         pg_get_expr(d.adbin, d.adrelid) as "default"
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`;
const CONSTRAINTS = `select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1 and contype <> 'n' order by contype desc, conname`;
const INDEXES = `
  select pg_get_indexdef(i.indexrelid) as text from pg_index i join pg_class c on c.oid = i.indexrelid
   where i.indrelid = $1 and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by c.relname`;
const TRIGGERS = `select pg_get_triggerdef(oid) as text from pg_trigger where tgrelid = $1 and not tgisinternal order by tgname`;
const FUNCTIONS = `select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace order by proname`;

/** Those of identity columns are told by their columns. */
const SEQUENCES = `
  select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and c.relname <> all($1)
     and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('i', 'a')) order by c.relname`;

/** The schema as text, tables in order of their names. */
async function describe(client) {
  const { rows: tables } = await client.query(TABLES, [NOT_OURS]);
  const { rows: functions } = await client.query(FUNCTIONS);
  const { rows: sequences } = await client.query(SEQUENCES, [NOT_OURS]);
  const parts = sequences.map(({ name }) => `create sequence ${name};`);
  for (const table of tables) parts.push(await describeTable(client, table));
  return `-- Written by tools/schema.mjs from the migrations; never edited by hand.\n\n${[...parts, ...functions.map(({ text }) => `${text.trim()};`)].join('\n\n')}\n`;
}

async function describeTable(client, { oid, name, options, partition_key: key, bound, parent }) {
  if (parent !== null) return `create table ${name} partition of ${parent} ${bound};`;
  const all = async (sql) => (await client.query(sql, [oid])).rows;
  const columns = (await all(COLUMNS)).map((column) => `  ${column.name} ${column.type}${rest(column)}`);
  const constraints = (await all(CONSTRAINTS)).map((constraint) => `  constraint ${constraint.name} ${constraint.text}`);
  const tail = `${key === null ? '' : ` partition by ${key}`}${options === null ? '' : ` with (${options.join(', ')})`}`;
  const after = [...(await all(INDEXES)), ...(await all(TRIGGERS))].map(({ text }) => `${text};`);
  return [`create table ${name} (\n${[...columns, ...constraints].join(',\n')}\n)${tail};`, ...after].join('\n');
}

function rest({ required, identity, default: value }) {
  return `${required ? ' not null' : ''}${identity ? ' generated always as identity' : ''}${value === null ? '' : ` default ${value}`}`;
}

async function migrate(url) {
  const out = join(ROOT, 'node_modules', '.cache', `thidua-schema-${process.pid}`);
  const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  try {
    execFileSync(process.execPath, [swc, 'libs', '-d', out, '--delete-dir-on-start', '--quiet', '--extensions', '.ts'], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    await require(join(out, 'libs', 'store', 'src', 'migrate.js')).migrate(url);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function main() {
  const { adminUrl, template, stop } = await startTestDatabase(migrate);
  try {
    const url = new URL(adminUrl);
    url.pathname = `/${template}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    const text = await describe(client);
    await client.end();
    if (!process.argv.includes('--check')) writeFileSync(FILE, text);
    else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
      throw new Error('libs/store/schema.sql is not what the migrations make: npm run schema');
    }
  } finally {
    await stop();
  }
}

await main();
