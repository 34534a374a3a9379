import type { PaperChange, PaperChangeAction, PaperRecord, RevocationRecord, RevocationRow } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { JobRecord } from '../jobs/job-verb';
import { paperSlot } from '../papers/paper-slot';

/** What a job after a decision is about. */
export type AfterSubject =
  | { readonly about: 'revocation'; readonly found: RevocationRecord; readonly rows: readonly RevocationRow[] }
  | { readonly about: 'change'; readonly change: PaperChange; readonly paper: PaperRecord };

/** A paper such a job makes: everything but its data. */
export interface AfterPaper {
  readonly kind: string;
  readonly slot: string;
  readonly orgId: string;
  readonly title: string;
  readonly dossierId?: string;
  readonly roundId?: string;
  readonly decisionId?: string;
  readonly rowId?: string;
}

const KIND_OF: Readonly<Record<PaperChangeAction, string>> = {
  'correct-form': 'cong-van-dinh-chinh',
  'correct-content': 'quyet-dinh-dinh-chinh',
  cancel: 'quyet-dinh-huy-van-ban',
  copy: 'ban-sao',
  replace: 'giay-cap-lai',
};
const TITLES: Readonly<Record<PaperChangeAction, string>> = {
  'correct-form': 'Công văn đính chính',
  'correct-content': 'Quyết định đính chính',
  cancel: 'Quyết định hủy bỏ văn bản',
  copy: 'Bản sao y',
  replace: 'Cấp lại',
};

/** Kind of the paper that carries out a change. */
export function kindOfChange(action: PaperChangeAction): string {
  return KIND_OF[action];
}

/** The revocation or change a process works on; undefined for every other process. */
export async function afterSubject(
  deps: CaseworkDeps,
  { provinceId, instanceId }: Pick<JobRecord, 'provinceId' | 'instanceId'>,
): Promise<AfterSubject | undefined> {
  const { revocations, paperChanges, papers } = deps.stores;
  const { reader } = deps.database;
  const found = await revocations.ofInstance(reader, provinceId, instanceId);
  if (found !== undefined) {
    return { about: 'revocation', found, rows: await revocations.rows(provinceId, found.id) };
  }
  const change = await paperChanges.ofInstance(reader, provinceId, instanceId);
  const paper = change === undefined ? undefined : await papers.byId(provinceId, change.paperId);
  return change === undefined || paper === undefined ? undefined : { about: 'change', change, paper };
}

/** Of the kinds a job names, the papers this case or change makes. */
export function afterPapers(subject: AfterSubject, kinds: readonly string[]): readonly AfterPaper[] {
  return kinds.flatMap((kind) => (subject.about === 'revocation' ? ofRevocation(subject, kind) : ofChange(subject, kind)));
}

function ofRevocation({ found, rows }: Extract<AfterSubject, { about: 'revocation' }>, kind: string): readonly AfterPaper[] {
  const subject = {
    ...(found.dossierId === null ? {} : { dossierId: found.dossierId }),
    ...(found.roundId === null ? {} : { roundId: found.roundId }),
  };
  const paper = (orgId: string, title: string): readonly AfterPaper[] => [
    { kind, title, orgId, slot: paperSlot({ kind, about: found.id, orgId }), ...subject },
  ];
  if (kind === 'to-trinh-huy-bo') {
    return paper(found.proposerOrgId, 'Tờ trình đề nghị hủy bỏ quyết định khen thưởng');
  }
  const wanted = rows.some((row) => row.itemDue || row.moneyDue > 0) ? 'quyet-dinh-thu-hoi' : 'quyet-dinh-huy-bo';
  return kind === wanted && found.deciderOrgId !== null ? paper(found.deciderOrgId, 'Quyết định hủy bỏ quyết định khen thưởng') : [];
}

function ofChange({ change, paper }: Extract<AfterSubject, { about: 'change' }>, kind: string): readonly AfterPaper[] {
  if (kind !== KIND_OF[change.action]) {
    return [];
  }
  const { orgId } = change;
  const certificate = change.action === 'replace';
  return [
    {
      kind,
      orgId,
      slot: paperSlot({ kind, about: change.id, orgId }),
      title: certificate ? `${TITLES.replace}: ${paper.title}` : `${TITLES[change.action]}: ${paper.title}`,
      ...(paper.dossierId === null ? {} : { dossierId: paper.dossierId }),
      ...(paper.roundId === null ? {} : { roundId: paper.roundId }),
      // A replacement stands for its honouree like the first certificate did, and falls with the decision like it.
      ...(certificate && paper.decisionId !== null ? { decisionId: paper.decisionId } : {}),
      ...(paper.rowId === null ? {} : { rowId: paper.rowId }),
    },
  ];
}
