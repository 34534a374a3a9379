import * as z from 'zod/mini';
import { Id, Instant, JsonRecord, cleanText } from './text';

/** `params` are checked by the kind's own gate. */
export const PrintAsk = z.object({ kind: cleanText(60, 1), params: JsonRecord });
export const PrintOrdered = z.object({ id: Id });

export const PrintOrderView = z.object({
  id: Id,
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  /** Sheets made, of how many; 0 of 0 while nobody knows. */
  done: z.number(),
  total: z.number(),
  fileName: z.nullable(z.string()),
  mime: z.nullable(z.string()),
  failure: z.nullable(z.object({ code: z.string(), detail: z.string() })),
  createdAt: Instant,
});
export const PrintOrderList = z.object({ orders: z.array(PrintOrderView) });

export type PrintOrderView = z.output<typeof PrintOrderView>;
