import { installAll, openCasework } from '@thidua/casework';
import { ClockStore, connect } from '@thidua/store';
import { Client } from 'pg';
import { cloneDatabase } from './database';
import { BUSINESS_DATE_MS } from './runtime';
import { attachments } from './attachments';
import { sheets } from './sheets';
import { signatures } from './signatures';
import { templateDesk } from './template-desk';

/** Any constant: the one lock all who install wait for. */
const LOCK = 748_291_002;

/**
 * A database with the demo's people, law and processes on the business date, its clock standing still; cloned from one that the first file of a
 * run makes, because installing takes seconds.
 */
export async function cloneInstalled(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { TEST_PG_ADMIN: adminUrl, TEST_PG_TEMPLATE: template } = process.env;
  if (adminUrl === undefined || template === undefined) {
    throw new Error('cloneInstalled() works where a test database runs: in the Jest projects with one');
  }
  const installed = `${template}_installed`;
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [installed]);
    if (rowCount === 0) {
      await make(admin, { adminUrl, template, name: installed });
    }
  } finally {
    await admin.end();
  }
  return cloneDatabase(installed);
}

/** Under another name until it is whole: a run that dies half-way leaves nothing that looks ready. */
async function make(admin: Client, { adminUrl, template, name }: Record<'adminUrl' | 'template' | 'name', string>): Promise<void> {
  const half = `${name}_half`;
  await admin.query(`drop database if exists ${half} with (force)`);
  await admin.query(`create database ${half} template ${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${half}`;
  await standClock(url.href, true);
  const casework = await openCasework({
    databaseUrl: url.href,
    databasePool: 4,
    demo: true,
    clock: 'movable',
    sheets,
    attachments,
    signatures,
    templateDesk,
  });
  try {
    await installAll(casework.deps);
  } finally {
    await casework.close();
  }
  await admin.query(`alter database ${half} rename to ${name}`);
}

/** The clock at the business date, standing or running from there. */
export async function standClock(url: string, frozen: boolean): Promise<void> {
  const database = await connect({ url, poolSize: 1 });
  try {
    await database.inTransaction((tx) => new ClockStore(database).setTo(tx, BUSINESS_DATE_MS, { frozen }));
  } finally {
    await database.close();
  }
}
