import * as z from 'zod/mini';
import { Day, Id, cleanText } from './text';

const Year = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2100));

export const StatisticMenuQuery = z.object({ orgId: z.optional(Id) });
/** What the actor may look at, and by what it may be narrowed. */
export const StatisticMenu = z.object({
  orgId: Id,
  /** Bodies whose figures the actor may see: own ones, each followed by those right below it. */
  bodies: z.array(z.object({ id: Id, name: z.string(), depth: z.number() })),
  branches: z.array(z.object({ id: Id, name: z.string() })),
  tables: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      title: z.string(),
      short: z.string(),
      family: z.enum(['own', 'ministry']),
      confirmed: z.boolean(),
      citation: z.nullable(z.string()),
      /** False: an occasion makes no difference to it. */
      byOccasion: z.boolean(),
    }),
  ),
  movements: z.array(z.object({ id: z.string(), name: z.string(), depth: z.number() })),
  years: z.array(z.number()),
});

export const StatisticQuery = z.object({
  orgId: Id,
  movementId: z.optional(cleanText(80, 1)),
  year: z.optional(Year),
  occasion: z.optional(z.enum(['annual', 'interim', 'final', 'ad-hoc', 'unspecified'])),
  branchId: z.optional(Id),
});
export const StatisticTableView = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  family: z.enum(['own', 'ministry']),
  confirmed: z.boolean(),
  citation: z.nullable(z.string()),
  /** 'lượt đề nghị'. */
  counted: z.string(),
  notes: z.array(z.string()),
  orgName: z.string(),
  /** The narrowing in words, without the body. */
  about: z.array(z.string()),
  lineHead: z.string(),
  columns: z.array(z.object({ id: z.string(), label: z.string(), group: z.nullable(z.string()) })),
  lines: z.array(
    z.object({
      /** With a column's id it names a cell. */
      key: z.string(),
      number: z.nullable(z.string()),
      label: z.string(),
      depth: z.number(),
      cells: z.array(z.number()),
    }),
  ),
});

export const StatisticRowsQuery = z.extend(StatisticQuery, {
  line: cleanText(120, 1),
  column: cleanText(60, 1),
  offset: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
});
/** The facts behind one cell: as many as it says. */
export const StatisticRowList = z.object({
  line: z.string(),
  column: z.string(),
  total: z.number(),
  offset: z.number(),
  rows: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      title: z.string(),
      unit: z.string(),
      movement: z.nullable(z.string()),
      occasion: z.nullable(z.string()),
      year: z.nullable(z.number()),
      /** Award, level or kind of work, in words. */
      what: z.string(),
      state: z.string(),
      day: z.nullable(Day),
      numberText: z.nullable(z.string()),
      /** Where it can be opened; null for who may not. */
      open: z.nullable(z.object({ to: z.enum(['dossier', 'movement', 'work']), id: z.string() })),
    }),
  ),
});

export type StatisticMenu = z.output<typeof StatisticMenu>;
export type StatisticTableView = z.output<typeof StatisticTableView>;
export type StatisticRowList = z.output<typeof StatisticRowList>;
