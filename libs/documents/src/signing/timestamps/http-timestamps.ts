import { randomBytes } from 'node:crypto';
import { verifyTimestamp } from '../cms/verify-timestamp';
import { DerMalformed, numberOf, partsOf, readDer } from '../der/read-der';
import { boolean, integer, nothing, octets, oid, sequence } from '../der/write-der';
import { OID } from '../der/oids';
import { askService, wrong } from '../services/ask-service';
import type { TimestampPort } from './timestamp-port';

export interface TimestampOptions {
  readonly timeoutMs?: number;
}

/** An authority over HTTP (RFC 3161 §3.4). Its token is checked before it is used: our digest, our nonce, its certificate, its signature. */
export function httpTimestamps(url: string, { timeoutMs = 10_000 }: TimestampOptions = {}): TimestampPort {
  return {
    stamp: async (digest) => {
      const nonce = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
      const body = timestampRequest(digest, nonce);
      const answer = await askService({ service: 'timestamps', url, type: 'application/timestamp-query', body, timeoutMs });
      return tokenIn(answer, digest, nonce);
    },
  };
}

/** TimeStampReq: version, imprint, nonce, and its certificate asked for. */
export function timestampRequest(digest: Uint8Array, nonce: Uint8Array): Buffer {
  return sequence(integer(1), sequence(sequence(oid(OID.sha256), nothing()), octets(digest)), integer(nonce), boolean(true));
}

function tokenIn(answer: Buffer, digest: Uint8Array, nonce: Buffer): Uint8Array {
  try {
    const [info, token] = partsOf(readDer(answer));
    const status = numberOf(partsOf(info)[0]);
    // 0 granted, 1 granted with changes.
    if (token === undefined || status > 1) {
      throw new DerMalformed(`status ${status}`);
    }
    const stamp = verifyTimestamp(token.raw, (algorithm) => (algorithm === 'sha256' ? digest : Buffer.alloc(0)));
    if (stamp.nonce?.equals(nonce) !== true) {
      throw new DerMalformed('an answer to another question');
    }
    return token.raw;
  } catch (error) {
    if (error instanceof Error) {
      throw wrong('timestamps', error.message);
    }
    throw error;
  }
}
