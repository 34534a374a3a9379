import { nameOfType, printedLine } from '@thidua/casework';
import {
  dateShort,
  mergePdfs,
  padNumber,
  type ControlSlip,
  type ControlStep,
  type FollowBook,
  type PaperDataOf,
  type RegisterBook,
} from '@thidua/documents';
import { dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import type { ClaimedPrint, DeskLine, RegisterLine, StepLine } from '@thidua/store';
import { TEMPLATES } from '../papers/render';
import { templateOf } from '../papers/template-of';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import { officeFrame, officeOf } from './office-frame';
import type { PrintKind, PrintProgress } from './print-kind';

const PDF = 'application/pdf';
const MOST_PAGES = 5000;
type BookKind = 'so-dang-ky-van-ban' | 'so-theo-doi' | 'phieu-kiem-soat';

/** A browser page holds so many rows at ease; a longer book is bound of volumes. */
const LINES_OF_A_VOLUME = 1500;

/** Sổ đăng ký văn bản đi of a body and a year, of one type or of all. */
export const registerBook: PrintKind = async (room, order, progress) => {
  const { provinceId } = order;
  const { orgId, year, documentType } = paramsOf(order);
  const org = await officeOf(room, provinceId, orgId);
  const wanted = { orgId, year, documentType: documentType === '' ? null : documentType, search: null };
  const lines = await room.deps.stores.registers.lines(provinceId, wanted);
  const frame = officeFrame(room, provinceId, org, 'VĂN THƯ');
  const bytes = await inVolumes(lines, progress, (some) => {
    const data: RegisterBook = { frame, year, span: spanOf(some), parts: partsOf(some) };
    const shows = [some[0], some.at(-1)].flatMap((line) => line?.numberText ?? []);
    return printed(room, 'so-dang-ky-van-ban', { provinceId, data, shows });
  });
  return { bytes, mime: PDF, fileName: `so-dang-ky-van-ban-${String(year)}.pdf` };
};

/** Sổ theo dõi hồ sơ of a desk and a year. */
export const followBook: PrintKind = async (room, order, progress) => {
  const { provinceId } = order;
  const { orgId, year } = paramsOf(order);
  const org = await officeOf(room, provinceId, orgId);
  const from = new Date(`${String(year)}-01-01T00:00:00+07:00`);
  const to = new Date(`${String(year + 1)}-01-01T00:00:00+07:00`);
  const received = await room.deps.stores.oneStop.received(provinceId, orgId, from, to);
  const lines = received.map((line, at) => followLine(line, at + 1, org.name));
  const frame = officeFrame(room, provinceId, org, 'NGƯỜI TIẾP NHẬN');
  const bytes = await inVolumes(lines, progress, (some) => {
    const data: FollowBook = { frame, year, desk: org.name, lines: some };
    return printed(room, 'so-theo-doi', { provinceId, data, shows: ['SỔ THEO DÕI HỒ SƠ'] });
  });
  return { bytes, mime: PDF, fileName: `so-theo-doi-ho-so-${String(year)}.pdf` };
};

async function inVolumes<L>(
  lines: readonly L[],
  progress: PrintProgress,
  print: (some: readonly L[]) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const volumes: { title: string; bytes: Uint8Array }[] = [];
  for (let from = 0; from === 0 || from < lines.length; from += LINES_OF_A_VOLUME) {
    await progress(from, lines.length);
    const title = `Quyển ${String(volumes.length + 1)}`;
    volumes.push({ title, bytes: await print(lines.slice(from, from + LINES_OF_A_VOLUME)) });
  }
  await progress(lines.length, lines.length);
  const [only, second] = volumes;
  return only !== undefined && second === undefined ? only.bytes : mergePdfs(volumes);
}

/** Phiếu kiểm soát quá trình giải quyết hồ sơ of one dossier. */
export const controlSlip: PrintKind = async (room, order) => {
  const { dossierId, orgId } = paramsOf(order);
  const { provinceId } = order;
  const { stores } = room.deps;
  const dossier = await stores.dossiers.byId(provinceId, dossierId);
  if (dossier === undefined) {
    throw new GiveUp('facts-missing', 'Không còn hồ sơ này.');
  }
  const [steps, promised, printer, unit] = await Promise.all([
    stores.oneStop.steps(provinceId, dossierId),
    stores.oneStop.promised(provinceId, dossierId),
    officeOf(room, provinceId, orgId),
    officeOf(room, provinceId, dossier.orgId),
  ]);
  const receiverId =
    dossier.route === 'own' ? dossier.orgId : (dossier.deskOrgId ?? dossier.receiverOrgId ?? dossier.communeId ?? dossier.orgId);
  const receiver = await officeOf(room, provinceId, receiverId);
  const bodies = [...new Set(steps.map((step) => step.personOrg ?? step.orgName))];
  const data: ControlSlip = {
    frame: officeFrame(room, provinceId, printer, 'NGƯỜI LẬP PHIẾU'),
    dossierCode: dossier.code,
    submitter: unit.name,
    content: dossier.title,
    receivedBy: receiver.name,
    receivedDate: dossier.receivedAt === null ? null : dayText(dossier.receivedAt),
    dueDate: promised,
    others: bodies.filter((name) => name !== receiver.name && name !== unit.name),
    steps: steps.map((step, at) => controlStep(step, steps[at - 1], at + 1)),
  };
  const bytes = await printed(room, 'phieu-kiem-soat', { provinceId, data, shows: [dossier.code] });
  return { bytes, mime: PDF, fileName: `phieu-kiem-soat-${dossier.code}.pdf` };
};

interface Sheet {
  readonly provinceId: string;
  readonly data: PaperDataOf<BookKind>;
  /** Words the finished pages must show. */
  readonly shows: readonly string[];
}

/** Books have no frozen row of their own, and as many pages as the year has brought. */
async function printed(room: TaskRoom, kind: BookKind, { provinceId, data, shows }: Sheet): Promise<Uint8Array> {
  const template = await templateOf(room, { provinceId, kind, paperId: null, stage: 'draft' });
  const expect = { mustContain: shows, minPages: 1, maxPages: MOST_PAGES };
  const { bytes } = await room.maker.make({ kind, version: TEMPLATES, expect, template, data });
  return bytes;
}

function paramsOf({ params }: ClaimedPrint): { orgId: string; year: number; documentType: string; dossierId: string } {
  const text = (key: string): string => textOf(params[key]); // as the gates wrote them
  return { orgId: text('orgId'), year: Number(params['year'] ?? 0), documentType: text('documentType'), dossierId: text('dossierId') };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function partsOf(lines: readonly RegisterLine[]): RegisterBook['parts'] {
  const types = [...new Set(lines.map((line) => line.documentType))];
  return types.map((type) => {
    const own = lines.filter((line) => line.documentType === type);
    const canceled = own.filter((line) => line.canceledAt !== null).length;
    const ends = `Từ số ${numberOf(own[0])} đến số ${numberOf(own.at(-1))}`;
    return {
      typeName: nameOfType(type),
      span: canceled === 0 ? ends : `${ends}, trong đó hủy ${padNumber(canceled)} số`,
      lines: own.map((line) => {
        const { recipients, ...rest } = printedLine(line);
        return { ...rest, recipients: recipients.join('; ') };
      }),
    };
  });
}

function numberOf(line: RegisterLine | undefined): string {
  return line?.numberText.split('/')[0] ?? '';
}

function spanOf(lines: readonly RegisterLine[]): string {
  const days = lines.map((line) => line.date).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? '' : `Từ ngày ${dateShort(first)} đến ngày ${dateShort(last)}`;
}

const STATUS_NOTES: Readonly<Record<string, string>> = {
  supplement: 'Chờ bổ sung',
  accepted: 'Đang giải quyết',
  submitted: 'Đang giải quyết',
  rejected: 'Từ chối',
  withdrawn: 'Đã rút',
};

function followLine(line: DeskLine, index: number, desk: string): FollowBook['lines'][number] {
  return {
    index,
    code: line.code,
    content: line.title,
    copies: 1,
    submitter: line.submitter,
    contact: line.contact ?? '',
    handler: line.handler ?? desk,
    receivedDate: dayText(line.receivedAt),
    dueDate: line.dueDate,
    forwardedDate: dayOrNull(line.forwardedAt),
    resultDate: line.resultDate,
    returnedDate: dayOrNull(line.returnedAt),
    method: line.returnedAt === null ? '' : line.paperOnly ? 'Trực tiếp' : 'Trên hệ thống',
    note: STATUS_NOTES[line.status] ?? '',
  };
}

function controlStep(step: StepLine, before: StepLine | undefined, index: number): ControlStep {
  const at = isoOf(step.createdAt.getTime());
  return {
    index,
    name: step.name,
    giver: before === undefined ? '' : whoDid(before),
    taker: whoDid(step),
    time: at.slice(11, 16),
    date: at.slice(0, 10),
    dueDate: dayOrNull(step.dueAt),
    doneDate: dayOrNull(step.completedAt),
    result: resultOf(step),
    note: '',
  };
}

function whoDid({ personName, personOrg, orgName }: StepLine): string {
  return personName === null ? orgName : `${personName}, ${personOrg ?? orgName}`;
}

/** By days: done on the due day is in time. */
function resultOf({ completedAt, dueAt }: StepLine): string {
  if (completedAt === null) {
    return 'Đang giải quyết';
  }
  const [done, due] = [dayText(completedAt), dueAt === null ? null : dayText(dueAt)];
  return due === null || done === due ? 'Đúng hạn' : done < due ? 'Trước hạn' : 'Quá hạn';
}

function dayText(at: Date): string {
  return formatLocalDate(dayOf(at.getTime()));
}

function dayOrNull(at: Date | null): string | null {
  return at === null ? null : dayText(at);
}
