export type DataProblemCode =
  'yaml-invalid' | 'key-missing' | 'key-unknown' | 'value-invalid' | 'citation-missing' | 'dates-overlap' | 'reference-unknown';

/** One fault of a data file; `rowId` is the row a person must open, `path` the place inside the file. */
export interface DataProblem {
  readonly code: DataProblemCode;
  readonly rowId: string | null;
  readonly path: string;
  readonly message: string;
}
