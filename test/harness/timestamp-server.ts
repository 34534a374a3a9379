import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attribute, signedData, signingCertificateV2 } from '../../libs/documents/src/signing/cms/make-cms';
import { makeCertificate, privateKeyOf, type Issued } from '../../libs/documents/src/signing/demo/make-certificate';
import { OID } from '../../libs/documents/src/signing/der/oids';
import { readCertificate } from '../../libs/documents/src/signing/der/read-certificate';
import { octetsOf, partsOf, readDer } from '../../libs/documents/src/signing/der/read-der';
import { generalTime, integer, nothing, octets, oid, sequence, setOf, tagged, tlv } from '../../libs/documents/src/signing/der/write-der';
import { localKey } from '../../libs/documents/src/signing/keys/signing-key';

/** How the authority misbehaves. */
export type TimestampFault =
  'none' | 'silent' | 'unavailable' | 'rejects' | 'other-digest' | 'other-nonce' | 'forged' | 'not-for-stamps' | 'no-der';

export interface TimestampServer {
  readonly url: string;
  /** Milliseconds since 1970 that it says. */
  nowMs: number;
  fault: TimestampFault;
  close(): Promise<void>;
}

/** A small RFC 3161 authority on 127.0.0.1 under a root, for tests and demonstrations. */
export async function startTimestampServer(authority: Issued, nowMs: number): Promise<TimestampServer> {
  const state: { nowMs: number; fault: TimestampFault } = { nowMs, fault: 'none' };
  const life = { notBeforeMs: nowMs - 86_400_000, notAfterMs: nowMs + 86_400_000 };
  const subject = { commonName: 'Dịch vụ cấp dấu thời gian mô phỏng', organization: 'Cơ yếu (dữ liệu mẫu)' };
  const stamper = await makeCertificate({ subject, keyKind: 'ec', ...life, use: 'timestamps' }, authority);
  const stranger = await makeCertificate({ subject, keyKind: 'ec', ...life, use: 'signer' }, authority);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (state.fault === 'silent') {
        return;
      }
      if (state.fault === 'unavailable' || state.fault === 'no-der') {
        response.writeHead(state.fault === 'unavailable' ? 503 : 200).end('later');
        return;
      }
      void answerTo(Buffer.concat(chunks), { ...state, stamper: state.fault === 'not-for-stamps' ? stranger : stamper, authority }).then(
        (bytes) => {
          response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(bytes);
        },
      );
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get nowMs() {
      return state.nowMs;
    },
    set nowMs(ms) {
      state.nowMs = ms;
    },
    get fault() {
      return state.fault;
    },
    set fault(fault) {
      state.fault = fault;
    },
    close: () => closed(server),
  };
}

interface Stamping {
  readonly nowMs: number;
  readonly fault: TimestampFault;
  readonly stamper: Issued;
  readonly authority: Issued;
}

async function answerTo(request: Buffer, { nowMs, fault, stamper, authority }: Stamping): Promise<Buffer> {
  if (fault === 'rejects') {
    return sequence(sequence(integer(2)));
  }
  const [, imprint, nonce] = partsOf(readDer(request));
  const digest = octetsOf(partsOf(imprint)[1]);
  const info = sequence(
    integer(1),
    oid('1.3.6.1.4.1.99999.1'),
    sequence(sequence(oid(OID.sha256), nothing()), octets(fault === 'other-digest' ? Buffer.alloc(32) : digest)),
    integer(Date.now()),
    generalTime(nowMs),
    fault === 'other-nonce' ? integer(7) : (nonce?.raw ?? Buffer.alloc(0)),
  );
  const certificate = readCertificate(stamper.certificate);
  const attributes = [
    attribute(OID.contentType, oid(OID.tstInfo)),
    attribute(OID.messageDigest, octets(createHash('sha256').update(info).digest())),
    attribute(OID.signingCertificateV2, signingCertificateV2(certificate)),
  ];
  const set = setOf(...attributes);
  const token = signedData({
    content: sequence(oid(OID.tstInfo), tagged(0, tlv(0x04, info))),
    version: 3,
    certificate,
    certificates: [stamper.certificate, authority.certificate],
    signedAttributes: attributes,
    signature: await localKey(privateKeyOf(stamper), []).sign(fault === 'forged' ? Buffer.from('khác') : set),
    unsignedAttributes: [],
  });
  return sequence(sequence(integer(0)), token);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) =>
    server.close(() => {
      done();
    }),
  );
}
