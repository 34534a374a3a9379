import type { QueryOf } from '@thidua/contract';

/** What the address of the page says: filters by their Vietnamese names, `dt` one subject, `lan` a check. */
export interface AuditSearch {
  readonly nguoi?: string | undefined;
  readonly cv?: string | undefined;
  readonly ten?: string | undefined;
  readonly loai?: string | undefined;
  readonly viec?: string | undefined;
  readonly tu?: string | undefined;
  readonly den?: string | undefined;
  readonly dt?: string | undefined;
  readonly lan?: string | undefined;
}

const KEYS = ['nguoi', 'cv', 'ten', 'loai', 'viec', 'tu', 'den', 'dt', 'lan'] as const;

export function auditSearchOf(raw: Record<string, unknown>): AuditSearch {
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = raw[key];
      return typeof value === 'string' && value.trim() !== '' ? [[key, value]] : [];
    }),
  );
}

export function queryOf({ nguoi, cv, ten, loai, viec, tu, den, dt }: AuditSearch): QueryOf<'auditSheet'> {
  const asked = { person: nguoi, post: cv, subject: ten, type: loai, action: viec, from: tu, to: den, subjectId: dt };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}
