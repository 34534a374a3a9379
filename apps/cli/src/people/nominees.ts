import type { NomineeInput } from '@thidua/contract';

/** A nominee with an achievement long enough to print; names are invented. */
export function individual(name: string, title: string, award: string, work: string): NomineeInput {
  return { kind: 'individual', name, title, scope: 'inside', award, achievement: achievementOf(work) };
}

export function collective(name: string, award: string, work: string): NomineeInput {
  return { kind: 'collective', name, title: 'Tập thể', scope: 'inside', award, achievement: achievementOf(work) };
}

export function household(name: string, title: string, award: string, work: string): NomineeInput {
  return { kind: 'household', name, title, scope: 'inside', award, achievement: achievementOf(work) };
}

function achievementOf(work: string): string {
  return `${work} Hai năm liền hoàn thành xuất sắc nhiệm vụ, được cấp có thẩm quyền công nhận.`;
}
