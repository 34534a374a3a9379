import { ApiError } from '../../api/api-error';
import type { SavedDraft } from '@thidua/contract';
import type { LocalCopy } from './local-copy';

/** Where a draft stands between this page and the server; `kept`: the browser has room for a copy of it. */
export type SaveState =
  | { readonly state: 'idle' | 'saving' | 'saved' }
  /** The network is gone: tried again by itself. */
  | { readonly state: 'offline'; readonly kept: boolean }
  /** Somebody else saved meanwhile. */
  | { readonly state: 'conflict'; readonly name: string; readonly at: string | null; readonly rev: number; readonly kept: boolean }
  | { readonly state: 'failed'; readonly error: unknown; readonly kept: boolean };

interface Ports {
  /** @throws ApiError */
  readonly send: (xml: string, rev: number) => Promise<SavedDraft>;
  readonly copy: LocalCopy;
  readonly onState: (state: SaveState) => void;
  readonly onSaved: (saved: SavedDraft, xml: string) => void;
  /** Runs something later; answers how to call it off. */
  readonly later: (run: () => void) => () => void;
}

/**
 * Keeps a draft on the server, one saving at a time and the newest drawing always; until the server has it, a copy lies in the browser.
 * Nothing is lost when the network goes or another administrator saves: the drawing stays here until somebody decides.
 */
export class DraftSaver {
  private wanted: string | null = null;
  private isSending = false;
  private isStopped = false;
  private isAbandoned = false;
  private isTouched = false;
  private callOff: (() => void) | null = null;

  constructor(
    private readonly ports: Ports,
    private rev: number,
  ) {}

  /** Something was drawn whose XML is not there yet. */
  touch(): void {
    this.isTouched = true;
  }

  /** A newer drawing: in the browser at once, also while an older one is on its way. */
  change(xml: string): void {
    this.isTouched = false;
    if (this.isAbandoned) {
      return;
    }
    this.wanted = xml;
    if (this.isSending) {
      this.ports.copy.keep({ xml, rev: this.rev });
    }
    void this.send();
  }

  /** Now rather than later: the network is back, or somebody pressed. */
  retry(): void {
    void this.send();
  }

  /** Over what somebody else saved, which has been told. */
  overwrite(rev: number): void {
    this.rev = rev;
    void this.send();
  }

  /** Nothing is waiting to be saved. */
  isClean(): boolean {
    return this.wanted === null && !this.isTouched;
  }

  /** What is here is given up for what the server has. */
  abandon(): void {
    this.isAbandoned = true;
    this.isTouched = false;
    this.wanted = null;
    this.ports.copy.drop();
    this.stop();
  }

  stop(): void {
    this.isStopped = true;
    this.callOff?.();
  }

  private async send(): Promise<void> {
    const xml = this.wanted;
    if (xml === null || this.isSending) {
      return;
    }
    const kept = this.ports.copy.keep({ xml, rev: this.rev });
    this.callOff?.();
    this.callOff = null;
    this.isSending = true;
    this.tell({ state: 'saving' });
    try {
      this.saved(await this.ports.send(xml, this.rev), xml);
    } catch (error) {
      this.failed(error, kept);
    } finally {
      this.isSending = false;
    }
    // Drawn on meanwhile.
    if (this.wanted !== null && this.wanted !== xml && !this.isStopped) {
      await this.send();
    }
  }

  private saved(answer: SavedDraft, xml: string): void {
    this.rev = answer.rev;
    if (this.wanted === xml) {
      this.wanted = null;
      this.ports.copy.drop();
      this.tell({ state: 'saved' });
      if (!this.isStopped) {
        this.ports.onSaved(answer, xml);
      }
    }
  }

  private failed(error: unknown, kept: boolean): void {
    if (!(error instanceof ApiError)) {
      this.tell({ state: 'failed', error, kept });
    } else if (error.code === 'offline' || error.code === 'unavailable') {
      this.tell({ state: 'offline', kept });
      if (!this.isStopped) {
        this.callOff = this.ports.later(() => void this.send());
      }
    } else if (error.code === 'draft-changed') {
      this.tell({ state: 'conflict', ...theirsOf(error.details), kept });
    } else {
      this.tell({ state: 'failed', error, kept });
    }
  }

  private tell(state: SaveState): void {
    if (!this.isStopped) {
      this.ports.onState(state);
    }
  }
}

function theirsOf({ name, at, rev }: Readonly<Record<string, unknown>>): { name: string; at: string | null; rev: number } {
  return { name: typeof name === 'string' ? name : '', at: typeof at === 'string' ? at : null, rev: typeof rev === 'number' ? rev : 0 };
}
