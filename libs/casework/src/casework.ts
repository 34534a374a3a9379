import type { CaseworkDeps } from './deps';
import { scannerState } from './files/file-store-view';
import { bindHandlers, type BoundHandlers } from './handlers';
import { Sessions } from './sessions/sessions';

export interface Health {
  readonly status: 'ok' | 'degraded' | 'down';
  readonly parts: Readonly<Record<string, string>>;
}

/** All that the system can be asked, on one open database. */
export class Casework {
  readonly handlers: BoundHandlers;
  readonly sessions: Sessions;

  constructor(
    readonly deps: CaseworkDeps,
    private readonly end: () => Promise<void>,
  ) {
    this.handlers = bindHandlers(deps);
    this.sessions = new Sessions(deps);
  }

  /** `degraded`: it answers, but no law is loaded, so nothing can be received. */
  async health(): Promise<Health> {
    try {
      await this.deps.stores.people.provinces();
    } catch (error) {
      return { status: 'down', parts: { database: error instanceof Error ? error.message : 'unreachable' } };
    }
    const law = this.deps.law.packs.size > 0;
    const verification = this.deps.publicUrl ?? 'PUBLIC_URL is not set: papers carry no QR code';
    return {
      status: law ? 'ok' : 'degraded',
      parts: { database: 'ok', law: law ? 'ok' : 'not loaded', verification, files: this.files(), scanner: await this.scanner() },
    };
  }

  private files(): string {
    const { store, encrypted } = this.deps.fileKeeping;
    return `${store}, ${encrypted ? 'encrypted' : 'not encrypted: FILES_KEY is not set'}`;
  }

  private async scanner(): Promise<string> {
    const state = await scannerState(this.deps);
    const WORDS = {
      none: 'not configured: uploads are not scanned (CLAMAV_URL)',
      away: 'does not answer: uploads wait in quarantine',
      ok: 'ok',
    };
    return WORDS[state];
  }

  close(): Promise<void> {
    return this.end();
  }
}
