import { connect } from 'node:net';

export type ScanAnswer = { readonly state: 'clean' | 'away' } | { readonly state: 'infected'; readonly found: string };

export interface ClamavOptions {
  /** tcp://host:port */
  readonly url: string;
  /** 20 s when absent. */
  readonly limitMs?: number;
}

const CHUNK = 64 * 1024;
const MOST_ANSWER = 4096;

/** A running clamd, asked over its own protocol (INSTREAM). Whatever is no clear answer counts as away: nothing passes unseen. */
export function clamav({ url, limitMs = 20_000 }: ClamavOptions): {
  scan(bytes: Uint8Array): Promise<ScanAnswer>;
  answers(): Promise<boolean>;
} {
  const { hostname, port } = new URL(url);
  const ask = (parts: Iterable<Uint8Array>, ms: number): Promise<string | null> =>
    talk({ host: hostname, port: Number(port || 3310) }, parts, ms);
  return {
    scan: async (bytes) => answerOf(await ask(instream(bytes), limitMs)),
    answers: async () => (await ask([Buffer.from('zPING\0')], 2000)) === 'PONG',
  };
}

/** Null: no whole answer came in time. */
function talk(address: { readonly host: string; readonly port: number }, parts: Iterable<Uint8Array>, ms: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let heard = '';
    const end = (answer: string | null): void => {
      clearTimeout(limit);
      socket.destroy();
      resolve(answer);
    };
    const limit = setTimeout(() => {
      end(null);
    }, ms);
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      for (const part of parts) {
        socket.write(part);
      }
    });
    socket.on('data', (text: string) => {
      heard += text;
      const stop = heard.indexOf('\0');
      if (stop >= 0 || heard.length > MOST_ANSWER) {
        end(stop >= 0 ? heard.slice(0, stop).trim() : null);
      }
    });
    socket.on('error', () => {
      end(null);
    });
    socket.on('close', () => {
      end(null);
    });
  });
}

/** Chunks with their lengths before them, closed by one of length 0. */
function* instream(bytes: Uint8Array): Iterable<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield Buffer.alloc(4);
}

function answerOf(text: string | null): ScanAnswer {
  const found = /^stream: (.{1,200}) FOUND$/.exec(text ?? '')?.[1];
  if (found !== undefined) {
    return { state: 'infected', found };
  }
  return { state: text === 'stream: OK' ? 'clean' : 'away' };
}
