/** A fault point to die at: the name given to `fp()` and at which hit of it, from 1. */
export interface Fault {
  readonly name: string;
  readonly hit: number;
}

/** All that a process is told from outside; README.md lists the variables. */
export interface Settings {
  readonly nodeEnv: 'production' | 'development' | 'test';
  readonly host: string;
  readonly port: number;
  /** Where a worker answers /health/live and /health/ready on 127.0.0.1; null: nowhere. */
  readonly workerPort: number | null;
  /** postgres://… of PostgreSQL 15 or newer. */
  readonly databaseUrl: string;
  /** Connections one process may hold. */
  readonly databasePool: number;
  /** null: the queues run on PostgreSQL. */
  readonly redisUrl: string | null;
  /** A browser's path; 'bundled' skips any browser of the system; null lets documents look for one. */
  readonly chromiumPath: string | null;
  /** Absolute folder of all that must survive a restart. */
  readonly dataDir: string;
  /** Where files are to lie in the end; a worker moves them there after they were committed. */
  readonly filesStore: 'database' | 'disk' | 's3';
  /** Absolute folder of stored files. */
  readonly filesDir: string;
  /** A bucket by its address (path style); null: none. */
  readonly filesS3: { readonly url: string; readonly region: string; readonly keyId: string; readonly secret: string } | null;
  /** 32 bytes each, newest first: files are sealed with the first and opened with any. */
  readonly filesKeys: readonly Buffer[];
  /** tcp://host:port of a clamd; null: uploads are not scanned, and /health says so. */
  readonly clamavUrl: string | null;
  /** Absolute folder of what can be made again, such as the unpacked browser. */
  readonly cacheDir: string;
  /** Demo accounts, role picker and running example dossiers. */
  readonly demo: boolean;
  /** 'movable' takes its offset from a table row every process reads (demo and tests). */
  readonly clock: 'real' | 'movable';
  /** null: made once and kept in the data folder (see loadSettings). */
  readonly sessionSecret: string | null;
  readonly fault: Fault | null;
  /** Address people reach us by, without '/' at its end: what the QR codes on papers lead to; null: papers carry none. */
  readonly publicUrl: string | null;
  /** Seals certificates in the database; null: made once and kept in the data folder (see loadSettings). */
  readonly signingKey: string | null;
  /** Origins of remote signers that people may name; a list closed from outside, because we call what they name. */
  readonly remoteSigners: readonly string[];
  /** RFC 3161 time stamps for signatures; null: none. */
  readonly tsaUrl: string | null;
}
