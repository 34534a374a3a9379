import { dateShort, type DocumentRef, type Signature } from '@thidua/documents';
import type { PaperRecord } from '@thidua/store';
import { splitNumber } from '../../dossier/unit-papers';
import { chairOf, formalName, headTitleOf, nameWithPlace } from '../../words';
import type { MovementScene } from '../movement-scene';
import { issuerSignature } from '../life-cycle/movement-words';

const GOVERNMENTS = ['province', 'commune', 'district'];

/** A scene whose papers the body that asked issues: notice, minutes and conclusion go to the body that is looked at. */
export function byAsker(scene: MovementScene): MovementScene {
  return { ...scene, org: scene.askedBy };
}

/** 'từ ngày 01/01/2026 đến ngày 31/3/2026'. */
export function periodWords(from: string | null, to: string | null): string {
  return `từ ngày ${from === null ? '…' : dateShort(from)} đến ngày ${to === null ? '…' : dateShort(to)}`;
}

/** 'Đoàn kiểm tra Phong trào thi đua “…” năm 2026'. */
export function teamName({ movement, work }: MovementScene): string {
  return `Đoàn kiểm tra Phong trào thi đua “${movement.name.value}” năm ${String(work.year ?? '')}`;
}

/** The head as decider: 'Chủ tịch Ủy ban nhân dân xã Gia Phúc', 'Giám đốc Sở Nội vụ …'. */
export function deciderOf(scene: MovementScene): string {
  const { org } = scene;
  if (GOVERNMENTS.includes(org.kind)) {
    return chairOf(org);
  }
  const role = org.kind === 'department' ? 'director' : 'head';
  return nameWithPlace(headTitleOf(scene.holder(org.id, role).title), formalName(org));
}

/** A decision is the head's own, not the committee's. */
export function deciderSignature(scene: MovementScene): Signature {
  const { lines, name } = issuerSignature(scene);
  return { lines: lines.filter((line) => !line.startsWith('TM.')), name };
}

export function localGovernmentLaw({ org, today }: MovementScene): readonly string[] {
  const since = today.year > 2025 || (today.year === 2025 && today.month >= 7);
  return GOVERNMENTS.includes(org.kind) && since ? ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025'] : [];
}

/** An issued paper of a work as others name it; a draft's place stays open. */
export function refTo(
  papers: readonly PaperRecord[],
  kind: string,
  { name, body, symbol }: { readonly name: string; readonly body: string; readonly symbol: string },
): DocumentRef {
  const paper = papers.findLast((one) => one.kind === kind && one.numberText !== null && one.state !== 'canceled');
  return { name, ...splitNumber(paper?.numberText ?? null, symbol), date: paper?.numberDate ?? null, body };
}

/** 'Quyết định số 212/QĐ-UBND ngày 10/4/2026 của Chủ tịch …', inside a sentence. */
export function refWords({ name, number, symbol, date, body }: DocumentRef): string {
  const told = number === null ? '' : ` số ${number}/${symbol}`;
  return `${name}${told}${date === null ? '' : ` ngày ${dateShort(date)}`} của ${body}`;
}

/** Without the mark at its end: the template sets its own. */
export function bare(text: string): string {
  return text.trim().replace(/[.;]+$/u, '');
}
