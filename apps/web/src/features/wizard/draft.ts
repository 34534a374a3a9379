import type { DossierLaunch, IntakeMenu, MovementList, NomineeInput } from '@thidua/contract';

export type Occasion = DossierLaunch['occasion'];
export type AwardType = NonNullable<NomineeInput['awardType']>;
export type Ground = NonNullable<DossierLaunch['simplified']>;
export type Secrecy = NonNullable<DossierLaunch['secrecy']>;
/** Awards that may be proposed: nothing else can be chosen. */
export type Menu = IntakeMenu['awards'];

export interface NomineeDraft extends Omit<NomineeInput, 'award'> {
  /** Of the page only. */
  readonly key: string;
  /** Empty until chosen. */
  readonly award: string;
  /** What was awarded before, to be seen while choosing. */
  readonly history: readonly string[];
}

export interface Draft {
  readonly orgId: string;
  /** null: no movement (yearly, ad hoc). */
  readonly movementId: string | null;
  /** The movement of the chain; null: the plan's own. */
  readonly underMovementId: string | null;
  readonly occasion: Occasion | null;
  readonly year: number;
  readonly title: string;
  readonly route: 'upper' | 'own';
  /** null: the ordinary procedure. */
  readonly simplified: Ground | null;
  readonly rows: readonly NomineeDraft[];
}

/** What only a paper dossier has (nhập thay). */
export interface OnPaper {
  readonly deliveredOn: string;
}

export type Step = 'occasion' | 'nominees' | 'achievements' | 'check';
export const STEPS: readonly Step[] = ['occasion', 'nominees', 'achievements', 'check'];

/** Occasions of the chosen movement, or those without one. */
export function occasionsOf(draft: Draft, list: MovementList): MovementList['withoutMovement'] {
  const movement = list.movements.find((one) => one.id === draft.movementId);
  return movement === undefined ? list.withoutMovement : movement.occasions;
}

/** Of the intake menu, what this body may propose on this occasion. */
export function menuOf(menu: IntakeMenu | undefined): Menu {
  return menu?.awards.filter((award) => award.refusal === null) ?? [];
}

/** What it may not, for those who ask why. */
export function refusedOf(menu: IntakeMenu | undefined): Menu {
  return menu?.awards.filter((award) => award.refusal !== null) ?? [];
}

export function emptyRow(menu: Menu, part: Partial<NomineeDraft> = {}): NomineeDraft {
  return {
    key: crypto.randomUUID(),
    kind: 'individual',
    name: '',
    title: '',
    scope: 'inside',
    achievement: '',
    award: menu.length === 1 ? (menu[0]?.code ?? '') : '',
    history: [],
    ...part,
  };
}

const length = (text: string): number => Array.from(text.trim()).length;

/** Texts' keys of what a step still lacks; empty means that one may go on. */
export function missingIn(step: Step, draft: Draft, menu: Menu): readonly string[] {
  switch (step) {
    case 'occasion':
      return [
        ...(draft.occasion === null ? ['wizard.missing.occasion'] : []),
        ...(length(draft.title) < 5 ? ['wizard.missing.title'] : []),
        ...(draft.orgId === '' ? ['wizard.missing.org'] : []),
      ];
    case 'nominees':
      return [
        ...(draft.rows.length === 0 ? ['wizard.missing.rows'] : []),
        ...(draft.rows.some((row) => length(row.name) < 2) ? ['wizard.missing.name'] : []),
        ...(draft.rows.some((row) => !menu.some((award) => award.code === row.award)) ? ['wizard.missing.award'] : []),
        ...(draft.rows.some(isBackwards) ? ['wizard.missing.period'] : []),
        ...(draft.rows.some(isHalfKnown) ? ['wizard.missing.outsider'] : []),
      ];
    case 'achievements':
      return draft.rows.some((row) => length(row.achievement) < 10) ? ['wizard.missing.achievement'] : [];
    case 'check':
      return [];
  }
}

function isBackwards({ achievementFrom, achievementTo }: NomineeDraft): boolean {
  return achievementFrom !== undefined && achievementTo !== undefined && achievementFrom > achievementTo;
}

/** Of someone from outside either everything that confirmation needs is told, or nothing yet. */
function isHalfKnown({ outsider }: NomineeDraft): boolean {
  return outsider !== undefined && (length(outsider.managingBody) < 2 || length(outsider.address) < 2);
}

export function launchOf(draft: Draft): DossierLaunch {
  return {
    orgId: draft.orgId,
    ...(draft.movementId === null ? {} : { movementId: draft.movementId }),
    ...(draft.underMovementId === null ? {} : { underMovementId: draft.underMovementId }),
    occasion: draft.occasion ?? 'unspecified',
    year: draft.year,
    title: draft.title.trim(),
    ...(draft.route === 'own' ? { route: draft.route } : {}),
    ...(draft.simplified === null ? {} : { simplified: draft.simplified }),
    rows: draft.rows.map(inputOf),
  };
}

/** A row as the server takes it: nothing of the page, nothing that was not told. */
function inputOf(row: NomineeDraft): NomineeInput {
  const { kind, scope, award, personId, subjectOrgId, awardType, achievementFrom, achievementTo, evidence, outsider } = row;
  return {
    kind,
    scope,
    award,
    name: row.name.trim(),
    title: row.title.trim(),
    achievement: row.achievement.trim(),
    ...(personId === undefined ? {} : { personId }),
    ...(subjectOrgId === undefined ? {} : { subjectOrgId }),
    ...(awardType === undefined ? {} : { awardType }),
    ...(achievementFrom === undefined ? {} : { achievementFrom }),
    ...(achievementTo === undefined ? {} : { achievementTo }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(row.posthumous === true ? { posthumous: true } : {}),
    ...(row.underPartyManagement === true ? { underPartyManagement: true } : {}),
    ...(row.femaleLeader === true ? { femaleLeader: true } : {}),
    ...(scope === 'outside' && outsider !== undefined ? { outsider } : {}),
  };
}
