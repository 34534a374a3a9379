import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InspectorBusy } from '../errors';
import { inspectAttachment } from './inspect-attachment';
import { textLines } from '../plan-lines/text-lines';
import { previewAttachment } from './preview-attachment';
import { refused, type AttachmentLimits, type AttachmentVerdict } from './verdict';

export type InspectorQuestion = { readonly id: number; readonly bytes: Uint8Array } & (
  | { readonly task: 'inspect'; readonly name: string; readonly limits: AttachmentLimits }
  | { readonly task: 'preview'; readonly mime: string; readonly page: number }
  | { readonly task: 'lines'; readonly mime: string }
);

export type InspectorAnswer = { readonly id: number } & (
  | { readonly verdict: AttachmentVerdict }
  | { readonly picture: Uint8Array | null }
  | { readonly lines: readonly string[] }
  | { readonly failure: string }
);

export interface InspectorOptions {
  /** 30 s when absent. */
  readonly limitMs?: number;
  /** Resident memory of the process; 1 GiB when absent. Watched where the system tells it (Linux). */
  readonly mostMemory?: number;
  /** The compiled entry of the process; beside this file when absent. */
  readonly entry?: string;
}

/** Why the process ended under a file. */
export type InspectorEnd = 'time' | 'memory' | 'crash';

interface Running {
  readonly child: ChildProcess;
  files: number;
}

const ENTRY = join(__dirname, 'inspector-child.js');
const MOST_WAITING = 40;
const WATCH_MS = 100;
const IDLE_MS = 20_000;
const FILES_PER_LIFE = 100;
const KEPT_MEMORY = 400 * 1024 * 1024;

/**
 * Opens other people's files in one process at a time, with no variables of ours and bounded time and memory; whoever outlives the bounds is
 * killed, and the next file gets a new process. A thread would not do: a decoder that crashes takes its whole process along.
 * Where no build is (tests run from source), it reads in this process.
 */
export class AttachmentInspector {
  private readonly options: Required<InspectorOptions>;
  private running: Running | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private lastId = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor({ limitMs = 30_000, mostMemory = 1024 * 1024 * 1024, entry = ENTRY }: InspectorOptions = {}) {
    this.options = { limitMs, mostMemory, entry };
  }

  /** @throws InspectorBusy */
  async inspect(bytes: Uint8Array, name: string, limits: AttachmentLimits): Promise<AttachmentVerdict> {
    if (!existsSync(this.options.entry)) {
      return inspectAttachment(bytes, name, limits);
    }
    const answer = await this.ask({ id: (this.lastId += 1), task: 'inspect', bytes, name, limits });
    if (typeof answer === 'string') {
      return answer === 'crash' ? refused('file-unreadable', { name, reason: answer }) : refused('file-bomb', { name, reason: answer });
    }
    return 'verdict' in answer ? answer.verdict : refused('file-unreadable', { name, reason: 'reader' });
  }

  /** A PNG of a page; undefined when there is none to draw. @throws InspectorBusy */
  async preview(bytes: Uint8Array, mime: string, page = 1): Promise<Uint8Array | undefined> {
    if (!existsSync(this.options.entry)) {
      return previewAttachment(bytes, mime, page);
    }
    const answer = await this.ask({ id: (this.lastId += 1), task: 'preview', bytes, mime, page });
    return typeof answer !== 'string' && 'picture' in answer ? (answer.picture ?? undefined) : undefined;
  }

  /** The lines of a file with text; undefined when it cannot be read. @throws InspectorBusy */
  async lines(bytes: Uint8Array, mime: string): Promise<readonly string[] | undefined> {
    if (!existsSync(this.options.entry)) {
      return textLines(bytes, mime);
    }
    const answer = await this.ask({ id: (this.lastId += 1), task: 'lines', bytes, mime });
    return typeof answer !== 'string' && 'lines' in answer ? answer.lines : undefined;
  }

  /** Ends the process; the next file starts another. */
  close(): void {
    clearTimeout(this.idle);
    this.running?.child.kill('SIGKILL');
    this.running = undefined;
  }

  private async ask(question: InspectorQuestion): Promise<InspectorAnswer | InspectorEnd> {
    if (this.waiting >= MOST_WAITING) {
      throw new InspectorBusy('too many files wait to be looked at');
    }
    this.waiting += 1;
    const turn = this.turn.then(() => this.answered(question));
    this.turn = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }

  private async answered(question: InspectorQuestion): Promise<InspectorAnswer | InspectorEnd> {
    clearTimeout(this.idle);
    const running = (this.running ??= this.start());
    running.files += 1;
    const answer = await this.exchange(running.child, question);
    if (typeof answer === 'string' || running.files >= FILES_PER_LIFE || memoryOf(running.child) > KEPT_MEMORY) {
      this.close();
    } else {
      this.idle = setTimeout(() => {
        this.close();
      }, IDLE_MS).unref();
    }
    return answer;
  }

  private exchange(child: ChildProcess, question: InspectorQuestion): Promise<InspectorAnswer | InspectorEnd> {
    const { limitMs, mostMemory } = this.options;
    return new Promise((resolve) => {
      const settle = (answer: InspectorAnswer | InspectorEnd): void => {
        clearTimeout(limit);
        clearInterval(watch);
        child.off('message', hear);
        child.off('exit', crash);
        child.off('error', crash);
        resolve(answer);
      };
      const end = (why: InspectorEnd): void => {
        child.kill('SIGKILL');
        settle(why);
      };
      const hear = (answer: InspectorAnswer): void => {
        if (answer.id === question.id) {
          settle(answer);
        }
      };
      const crash = (): void => {
        settle('crash');
      };
      const limit = setTimeout(() => {
        end('time');
      }, limitMs);
      const watch = setInterval(() => {
        if (memoryOf(child) > mostMemory) {
          end('memory');
        }
      }, WATCH_MS);
      child.on('message', hear).on('exit', crash).on('error', crash);
      child.send(question, (error) => {
        if (error !== null) {
          end('crash');
        }
      });
    });
  }

  private start(): Running {
    const child = fork(this.options.entry, [], {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=512', '--disable-warning=DeprecationWarning'],
      env: process.platform === 'win32' ? { SystemRoot: 'C:\\Windows' } : {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // It ends with this process by its closed channel, and keeps nobody alive while it waits.
    child.unref();
    child.channel?.unref();
    child.on('error', () => undefined);
    child.once('exit', () => {
      if (this.running?.child === child) {
        this.running = undefined;
      }
    });
    return { child, files: 0 };
  }
}

/** Resident bytes; 0 where the system does not tell. */
function memoryOf({ pid }: ChildProcess): number {
  const file = `/proc/${pid ?? 0}/statm`;
  try {
    return Number(readFileSync(file, 'latin1').split(' ')[1]) * 4096;
  } catch {
    // No /proc here, or the process has just ended: both are told elsewhere.
    return 0;
  }
}
