import type { AboutView } from '@thidua/contract';

/** What a row tells of the hồ sơ, đợt xét or piece of work behind it. */
export function aboutView(row: {
  readonly kind: AboutView['kind'] | null;
  readonly aboutId: string | null;
  readonly code: string | null;
  readonly title: string | null;
}): AboutView | null {
  const { kind, aboutId, code, title } = row;
  return kind === null || aboutId === null ? null : { kind, id: aboutId, code: code ?? '', title: title ?? '' };
}
