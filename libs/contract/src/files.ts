import * as z from 'zod/mini';
import { PaperPartKind } from './intake';
import { Day, Id, cleanText } from './text';

/** A part of a dossier that the unit brings as its own file. */
export const OwnPartKind = PaperPartKind;

export const PageQuery = z.object({ page: z.optional(z.coerce.number().check(z.gte(1), z.lte(2000))) });

/** What is known of a paper's file without opening it. */
export const FileView = z.object({
  mime: z.string(),
  size: z.number(),
  pages: z.nullable(z.number()),
  /** It came from people: shown as a picture and downloaded, never as a page of ours. */
  uploaded: z.boolean(),
  /** 'waiting' is in quarantine; 'unscanned' came in while no scanner was configured. */
  scan: z.enum(['own', 'unscanned', 'waiting', 'clean', 'infected']),
});

export const OwnFileQuery = z.object({
  kind: OwnPartKind,
  /** The row a report is about. */
  rowId: z.optional(Id),
  number: z.optional(cleanText(60)),
  date: z.optional(Day),
  /** Trích yếu. */
  subject: z.optional(cleanText(300)),
  signedBy: z.optional(cleanText(120)),
});
export const OwnFileDrop = z.object({ paperId: Id });
export const OwnFileKept = z.object({ paperId: Id, sha256: z.string(), notes: z.array(z.string()) });
export const OwnFilesView = z.object({
  files: z.array(
    z.object({
      paperId: Id,
      kind: OwnPartKind,
      rowId: z.nullable(Id),
      title: z.string(),
      numberText: z.nullable(z.string()),
      numberDate: z.nullable(Day),
      subject: z.nullable(z.string()),
      signedBy: z.nullable(z.string()),
      mime: z.string(),
    }),
  ),
  /** Parts that may be brought; a report is one of each row. */
  kinds: z.array(OwnPartKind),
  rows: z.array(z.object({ id: Id, name: z.string() })),
  mayChange: z.boolean(),
});

/** Where files lie and who looks at them, for the people who run the system. */
export const FileStoreView = z.object({
  store: z.enum(['database', 'disk', 's3']),
  encrypted: z.boolean(),
  scanner: z.enum(['none', 'ok', 'away']),
  places: z.array(z.object({ location: z.enum(['database', 'disk', 's3']), files: z.number(), bytes: z.number() })),
  waiting: z.number(),
  infected: z.number(),
});

export type FileView = z.infer<typeof FileView>;
export type FileStoreView = z.infer<typeof FileStoreView>;
export type OwnFilesView = z.infer<typeof OwnFilesView>;
