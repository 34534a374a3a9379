import type { DossierLaunch, MovementList, NomineeInput } from '@thidua/contract';

export type Occasion = DossierLaunch['occasion'];
export type Menu = MovementList['withoutMovement'][number]['awards'];

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
  readonly occasion: Occasion | null;
  readonly year: number;
  readonly title: string;
  readonly rows: readonly NomineeDraft[];
}

export type Step = 'occasion' | 'nominees' | 'achievements' | 'check';
export const STEPS: readonly Step[] = ['occasion', 'nominees', 'achievements', 'check'];

/** Occasions of the chosen movement, or those without one. */
export function occasionsOf(draft: Draft, list: MovementList): MovementList['withoutMovement'] {
  const movement = list.movements.find((one) => one.id === draft.movementId);
  return movement === undefined ? list.withoutMovement : movement.occasions;
}

/** The awards this plan lets be proposed on this occasion: nothing else can be chosen. */
export function menuOf(draft: Draft, list: MovementList): Menu {
  return occasionsOf(draft, list).find((one) => one.occasion === draft.occasion)?.awards ?? [];
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
      ];
    case 'achievements':
      return draft.rows.some((row) => length(row.achievement) < 10) ? ['wizard.missing.achievement'] : [];
    case 'check':
      return [];
  }
}

export function launchOf(draft: Draft): DossierLaunch {
  return {
    orgId: draft.orgId,
    ...(draft.movementId === null ? {} : { movementId: draft.movementId }),
    occasion: draft.occasion ?? 'unspecified',
    year: draft.year,
    title: draft.title.trim(),
    rows: draft.rows.map((row) => ({
      kind: row.kind,
      scope: row.scope,
      award: row.award,
      ...(row.personId === undefined ? {} : { personId: row.personId }),
      ...(row.subjectOrgId === undefined ? {} : { subjectOrgId: row.subjectOrgId }),
      name: row.name.trim(),
      title: row.title.trim(),
      achievement: row.achievement.trim(),
    })),
  };
}
