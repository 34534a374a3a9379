import type { MadeFile, PaperToIssue } from '@thidua/casework';
import {
  checkPdf,
  fillFields,
  inspectSignatures,
  isSound,
  padNumber,
  signaturePlaces,
  signRevision,
  type FieldValues,
} from '@thidua/documents';
import { DomainError, type JsonObject } from '@thidua/kernel';
import { expectationsOf } from '../papers/expectations';
import { finalData } from '../papers/final-data';
import { objectOf } from '../papers/plain';
import { render } from '../papers/render';
import { madeFile } from '../service-tasks/make-papers.task';
import { GiveUp, RetryLater } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import { isSameButOpen, openAgain } from './draft-for';

/** A seal of the size the law gives agencies (36 mm across). */
const SEAL_MM = 36;
/** Names of the places that templates keep: whoever signs for the body, and its seal; others are for those who sign beside. */
const OWN_PLACE = 'ky';
const SEAL_PLACE = 'dau';
const AWAY_MS = 60_000;

type Signed = Pick<MadeFile, 'bytes' | 'pages' | 'templateVersion'>;

/**
 * A signed paper in its final form. Ký số: the very bytes that were approved get the signer's signature, then number and date, then the
 * agency's seal (NĐ 30/2020 art. 13). Ký tay: the same bytes with number and date printed in, to be signed on paper. Only a paper signed by
 * another than its draft names is rendered again. @throws RetryLater while a signing service is away, GiveUp
 */
export async function finishSigned(room: TaskRoom, provinceId: string, issue: PaperToIssue): Promise<MadeFile> {
  const { paper, signer } = issue;
  if (signer === null) {
    throw new GiveUp('paper-not-signed', `${paper.title} chưa được ký.`);
  }
  const data = finalData(issue);
  const draft = await draftOf(room, provinceId, issue, data);
  const values = valuesOf(data, issue);
  const bytes =
    signer.mode === 'wet-ink'
      ? await fillFields(draft.bytes, values, { flatten: true })
      : await signed(room, provinceId, { issue, draft, values });
  const expected = expectationsOf(paper.kind, data);
  const { pages } = await checkPdf(bytes, paper.kind === 'ban-sao' ? { ...expected, maxPages: Number.MAX_SAFE_INTEGER } : expected);
  return {
    paperId: paper.id,
    stage: 'final',
    bytes,
    pages,
    data,
    templateVersion: draft.templateVersion,
    ...(await wordOf(room, provinceId, issue, data)),
  };
}

async function draftOf(room: TaskRoom, provinceId: string, issue: PaperToIssue, data: JsonObject): Promise<Signed> {
  const { paper } = issue;
  const opened = openAgain(issue.data, data);
  const kept =
    paper.draftSha256 === null || !isSameButOpen(issue, opened)
      ? undefined
      : await room.deps.stores.files.get(provinceId, paper.draftSha256);
  if (kept !== undefined) {
    return { bytes: kept.bytes, pages: paper.pages, templateVersion: paper.templateVersion };
  }
  return madeFile(room, { provinceId, paperId: paper.id, kind: paper.kind, data: opened, stage: 'final', open: true });
}

async function signed(
  room: TaskRoom,
  provinceId: string,
  { issue, draft, values }: { readonly issue: PaperToIssue; readonly draft: Signed; readonly values: FieldValues },
): Promise<Uint8Array> {
  const { paper, signer } = issue;
  const { keys } = room;
  if (signer === null) {
    throw new GiveUp('paper-not-signed', `${paper.title} chưa được ký.`);
  }
  const timestamps = keys.timestamps === undefined ? {} : { timestamps: keys.timestamps };
  try {
    const person = await keys.keyOf({
      ...{ provinceId, ownerKind: 'position', ownerId: paper.signerPosition ?? '', personId: paper.signerPerson },
      ...{ name: signer.fullName, orgName: paper.orgName },
    });
    const places = signaturePlaces(draft.bytes);
    const own = await signRevision(draft.bytes, {
      ...{ key: person.key, reason: paper.title, signer: signer.fullName, signedAtMs: signer.signedMs, ...timestamps },
      // It certifies what it may: a certified paper takes no signature in a place that was not prepared.
      docMdp: issue.number === null || places.includes(SEAL_PLACE),
      ...(places.includes(OWN_PLACE) ? { field: OWN_PLACE, image: { kind: 'personal' as const, png: person.image } } : {}),
    });
    const filled = await fillFields(own, values);
    const whole = issue.number === null ? filled : await sealed(room, provinceId, filled, issue);
    const reports = await inspectSignatures(whole);
    if (reports.length === 0 || !reports.every(isSound)) {
      throw new Error(
        `the signatures of paper ${paper.id} do not hold: ${reports.map((one) => [one.problem, ...one.changes].join(' ')).join(', ')}`,
      );
    }
    return whole;
  } catch (error) {
    throw settled(error);
  }
}

/** The agency's seal on what takes a number. */
async function sealed(room: TaskRoom, provinceId: string, bytes: Uint8Array, { paper }: PaperToIssue): Promise<Uint8Array> {
  const { key, image } = await room.keys.keyOf({
    ...{ provinceId, ownerKind: 'org', ownerId: paper.orgId, personId: null, name: paper.orgName, orgName: paper.orgName },
  });
  const order = {
    ...{ key, reason: `Phát hành ${paper.numberText ?? ''}`, signer: paper.orgName, signedAtMs: room.deps.clock.nowMs() },
    ...(room.keys.timestamps === undefined ? {} : { timestamps: room.keys.timestamps }),
  };
  const look = image === null ? {} : { image: { kind: 'seal' as const, png: image, widthMm: SEAL_MM } };
  return signRevision(bytes, signaturePlaces(bytes).includes(SEAL_PLACE) ? { ...order, ...look, field: SEAL_PLACE } : order);
}

/** What a list or another attachment in a file of its own gets: no picture, the number and the time at the top of page 1 (law.md 11). */
export async function sealAttachment(
  room: TaskRoom,
  provinceId: string,
  {
    bytes,
    orgId,
    orgName,
    number,
  }: { readonly bytes: Uint8Array; readonly orgId: string; readonly orgName: string; readonly number: string },
): Promise<Uint8Array> {
  try {
    const { key } = await room.keys.keyOf({ provinceId, ownerKind: 'org', ownerId: orgId, personId: null, name: orgName, orgName });
    return await signRevision(bytes, {
      ...{ key, reason: `Kèm theo ${number}`, signer: orgName, signedAtMs: room.deps.clock.nowMs() },
      ...(room.keys.timestamps === undefined ? {} : { timestamps: room.keys.timestamps }),
      image: { kind: 'text', number },
    });
  } catch (error) {
    throw settled(error);
  }
}

function settled(error: unknown): unknown {
  if (error instanceof DomainError && error.code === 'signing-service-away') {
    return new RetryLater(error.message, AWAY_MS);
  }
  return error instanceof DomainError && error.code === 'signing-service-wrong' ? new GiveUp(error.code, error.message) : error;
}

/** As they are written: 'ngày 02 tháng 3' (NĐ 30/2020, Annex I, 4.b). */
function valuesOf(data: JsonObject, { number }: PaperToIssue): FieldValues {
  const { date } = objectOf(data['frame']);
  const [year = '', month = '', day = ''] = typeof date === 'string' ? date.split('-') : [];
  return { so: number === null ? '' : padNumber(number), ngay: day, thang: Number(month) > 2 ? String(Number(month)) : month, nam: year };
}

/** Word says the number and the date too, which its draft could not. */
async function wordOf(room: TaskRoom, provinceId: string, { paper }: PaperToIssue, data: JsonObject): Promise<Pick<MadeFile, 'docx'>> {
  if (paper.docxSha256 === null) {
    return {};
  }
  const { docx } = await render(room, { provinceId, paperId: paper.id, kind: paper.kind, data, stage: 'final' });
  return docx === null ? {} : { docx };
}
