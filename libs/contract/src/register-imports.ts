import * as z from 'zod/mini';
import { ImportLine } from './evidence';
import { Id, Instant } from './text';

/** Registers that a province keeps as tables and brings in whole. */
export const REGISTER_KINDS = ['organisations', 'people', 'rosters', 'delegations'] as const;
export const RegisterKind = z.enum(REGISTER_KINDS);
export type RegisterKind = (typeof REGISTER_KINDS)[number];

export const RegisterQuery = z.object({ kind: RegisterKind });
/** Nothing was written. Lines: at most the first 200 wrong ones and the first 200 others; `counts` counts all of them. */
export const RegisterPreview = z.object({
  fileName: z.string(),
  kind: RegisterKind,
  lines: z.array(ImportLine),
  /** Of the file as a whole: wrong columns, no sheet, nothing in it. */
  problems: z.array(z.object({ column: z.string(), code: z.string(), value: z.string(), text: z.string() })),
  counts: z.object({ new: z.number(), known: z.number(), wrong: z.number() }),
  mayApply: z.boolean(),
});
/** How many rows of each table it made. */
export const RegisterApplied = z.object({
  importId: Id,
  added: z.object({
    organisations: z.number(),
    people: z.number(),
    posts: z.number(),
    accounts: z.number(),
    councils: z.number(),
    delegations: z.number(),
  }),
});
export const RegisterUndone = z.object({ removed: z.number() });
export const RegisterImportView = z.object({
  id: Id,
  kind: RegisterKind,
  fileName: z.string(),
  rowCount: z.number(),
  appliedBy: z.string(),
  appliedAt: Instant,
  undoneAt: z.nullable(Instant),
  /** Accounts it opened that nobody has taken over yet. */
  waitingAccounts: z.number(),
});
export const RegisterImportList = z.object({ imports: z.array(RegisterImportView) });
export type RegisterPreview = z.infer<typeof RegisterPreview>;
export type RegisterImportView = z.infer<typeof RegisterImportView>;
