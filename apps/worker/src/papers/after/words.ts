import { signatureLines } from '@thidua/awards';
import type { DocumentRef, Signature } from '@thidua/documents';
import type { OrgFacts, PaperRecord } from '@thidua/store';
import { splitNumber } from '../dossier/unit-papers';
import { chairOf, formalName, headTitleOf, nameWithPlace } from '../words';
import type { AfterScene } from './after-scene';

const NAMES: readonly (readonly [prefix: string, name: string])[] = [
  ['quyet-dinh', 'Quyết định'],
  ['to-trinh', 'Tờ trình'],
  ['thong-bao', 'Thông báo'],
  ['bien-ban', 'Biên bản'],
  ['cong-van', 'Công văn'],
  ['giay-khen', 'Giấy khen'],
  ['bang-khen', 'Bằng khen'],
  ['danh-sach', 'Danh sách'],
  ['phieu-', 'Phiếu'],
  ['ban-sao', 'Bản sao'],
];
const CENTRE: Readonly<Record<string, string>> = { TTG: 'Thủ tướng Chính phủ', CTN: 'Chủ tịch nước' };

/** 'Quyết định', 'Tờ trình', by the kind of a paper; its title where none fits. */
export function documentName(paper: Pick<PaperRecord, 'kind' | 'title'>): string {
  return NAMES.find(([prefix]) => paper.kind.startsWith(prefix))?.[1] ?? paper.title;
}

/** The head of a body in words: 'Chủ tịch Ủy ban nhân dân xã Gia Phúc', 'Hiệu trưởng Trường …', 'Giám đốc Sở Nội vụ …'. */
export function headOf(scene: AfterScene, org: OrgFacts, role: string): string {
  if (role === 'chair') {
    return chairOf(org);
  }
  const title = scene.holder(org.id, role).title;
  return nameWithPlace(role === 'director' ? 'Giám đốc' : role === 'board-chair' ? title : headTitleOf(title), org.name);
}

/** Lines and name of whoever signs by this role; a submission of a committee is signed TM. */
export function signatureBy(
  scene: AfterScene,
  org: OrgFacts,
  { role, submits }: { readonly role: string; readonly submits: boolean },
): Signature {
  const { name, title } = scene.holder(org.id, role);
  switch (role) {
    case 'chair':
      return { lines: signatureLines({ office: submits ? 'committee' : 'chair', as: 'head' }), name };
    case 'director':
      return { lines: signatureLines({ office: 'director', as: 'head' }), name };
    case 'head':
    case 'board-chair':
      return { lines: signatureLines({ office: 'unit-head', as: 'head', headTitle: role === 'head' ? headTitleOf(title) : title }), name };
    case 'records-clerk':
      return { lines: [`TL. ${headLine(scene, org)}`, 'VĂN THƯ'], name };
    default:
      return { lines: ['NGƯỜI ĐỀ XUẤT'], name };
  }
}

function headLine(scene: AfterScene, org: OrgFacts): string {
  const role = org.kind === 'department' ? 'director' : ['commune', 'district', 'province'].includes(org.kind) ? 'chair' : 'head';
  return signatureBy(scene, org, { role, submits: false }).lines.at(-1) ?? '';
}

/** The award decision a case is about: who signed it stands behind it, at the central level the PM or the President. */
export function decisionRef(scene: AfterScene): DocumentRef {
  const { decision } = scene;
  const org = decision === undefined ? undefined : scene.org(scene.subject.about === 'revocation' ? deciderId(scene) : decision.orgId);
  const body = CENTRE[decision?.level ?? ''] ?? (org === undefined ? '' : headOf(scene, org, roleOf(decision?.role ?? 'chair', org)));
  return {
    name: 'Quyết định',
    ...splitNumber(decision?.numberText ?? null, ''),
    date: decision?.numberDate ?? decision?.date ?? null,
    body,
  };
}

function deciderId(scene: AfterScene): string {
  const { subject } = scene;
  return subject.about === 'revocation' ? (subject.found.deciderOrgId ?? subject.found.proposerOrgId) : subject.paper.orgId;
}

function roleOf(role: string, { kind }: OrgFacts): string {
  return kind === 'department' ? 'director' : role;
}

/** An issued paper, as another one names it. */
export function paperRef(paper: PaperRecord, org: OrgFacts): DocumentRef {
  const decides = paper.kind.startsWith('quyet-dinh') || paper.kind === 'giay-khen' || paper.kind === 'bang-khen';
  const committee = ['commune', 'district', 'province'].includes(org.kind);
  return {
    name: documentName(paper),
    ...splitNumber(paper.numberText, ''),
    date: paper.numberDate,
    body: decides && committee ? chairOf(org) : formalName(org),
  };
}
