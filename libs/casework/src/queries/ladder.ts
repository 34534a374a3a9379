import { awardOf, type Pack } from '@thidua/awards';
import type { LadderStep } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { DossierRecord, NomineeRow, OrgRecord, RoundTrace } from '@thidua/store';

export interface LadderFacts {
  readonly dossier: DossierRecord;
  readonly rows: readonly NomineeRow[];
  readonly rounds: readonly RoundTrace[];
  readonly pack: Pack | undefined;
  readonly orgs: {
    readonly unit?: OrgRecord;
    readonly commune?: OrgRecord;
    /** The district the file passed, or will pass; none from 2025-07-01. */
    readonly district?: OrgRecord;
    readonly department?: OrgRecord;
    readonly province?: OrgRecord;
  };
  /** Who has it now, in words. */
  readonly holder: string | null;
}

type Step = LadderStep['level'];
const STEPS: readonly Step[] = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TW'];
const NEEDED: Readonly<Record<string, Step>> = { UNIT: 'UNIT', XA: 'XA', HUYEN: 'HUYEN', TINH: 'TINH', TTG: 'TW', CTN: 'TW' };
const OVER: readonly string[] = ['closed', 'rejected', 'withdrawn'];

/** The levels a dossier may climb: how far it has come, who has it, and which it will not need. */
export function ladder(facts: LadderFacts): LadderStep[] {
  const { dossier, rows, pack } = facts;
  const top = highest(rows.map((row) => NEEDED[levelOf(pack, row.award) ?? 'XA'] ?? 'XA'));
  const now = dossier.status === 'drafting' || dossier.status === 'supplement' ? 0 : highest(rows.map((row) => row.stage));
  const over = OVER.includes(dossier.status);
  return STEPS.flatMap((level, index) => {
    if (level === 'HUYEN' && !passesDistrict(facts)) {
      return [];
    }
    const state =
      index < now || (over && index === now) ? 'done' : index === now ? 'current' : index <= top && !over ? 'waiting' : 'not-needed';
    return [
      { level, label: labelOf(level, facts), state, holder: state === 'current' ? facts.holder : null, since: sinceOf(level, facts) },
    ];
  });
}

function highest(steps: readonly Step[]): number {
  return Math.max(0, ...steps.map((step) => STEPS.indexOf(step)));
}

function passesDistrict({ orgs, rows, rounds }: LadderFacts): boolean {
  return orgs.district !== undefined || rows.some((row) => row.stage === 'HUYEN') || rounds.some((round) => round.level === 'HUYEN');
}

function labelOf(level: Step, { orgs }: LadderFacts): string {
  switch (level) {
    case 'UNIT':
      return orgs.unit?.name ?? 'Đơn vị đề nghị';
    case 'XA':
      return orgs.commune?.name ?? 'UBND cấp xã';
    case 'HUYEN':
      return orgs.district?.name ?? 'UBND cấp huyện';
    case 'TINH':
      return [orgs.department?.name, orgs.province?.name].filter((name) => name !== undefined).join(', ') || 'UBND cấp tỉnh';
    case 'TW':
      return 'Bộ Nội vụ, Thủ tướng Chính phủ';
  }
}

function sinceOf(level: Step, { dossier, rounds }: LadderFacts): string | null {
  if (level === 'UNIT') {
    return isoOf(dossier.createdAt.getTime());
  }
  const joined = rounds.find((round) => round.level === level)?.joinedAt;
  const at = level === 'XA' ? (dossier.receivedAt ?? joined) : joined;
  return at === undefined ? null : isoOf(at.getTime());
}

function levelOf(pack: Pack | undefined, award: string): string | undefined {
  return pack === undefined ? undefined : awardOf(pack, award)?.level;
}
