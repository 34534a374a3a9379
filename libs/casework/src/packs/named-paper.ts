/** The day of a paper is not later than today, and its scan was uploaded. */
export interface NamedPaper {
  readonly body: string;
  readonly number: string;
  readonly date: string;
  readonly fileSha256: string;
  readonly note?: string | undefined;
}
