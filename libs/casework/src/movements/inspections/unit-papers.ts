import type { ConclusionFields, InspectionMinutesFields } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import type { InspectedUnitRecord } from '@thidua/store';

/** The shapes kept as JSON beside an inspected body: written whole by the handlers below, so what is there is complete. */
export function minutesOf({ minutes }: Pick<InspectedUnitRecord, 'minutes'>): InspectionMinutesFields {
  const kept = minutes as unknown as Partial<InspectionMinutesFields>; // written from the contract's own shape
  return {
    startTime: kept.startTime ?? null,
    endTime: kept.endTime ?? null,
    inspectors: kept.inspectors ?? [],
    representatives: kept.representatives ?? [],
    requests: kept.requests ?? [],
  };
}

export function conclusionOf({ conclusion, result }: Pick<InspectedUnitRecord, 'conclusion' | 'result'>): ConclusionFields {
  const kept = conclusion as unknown as Partial<ConclusionFields>; // written from the contract's own shape
  return {
    result,
    summary: kept.summary ?? [],
    strengths: kept.strengths ?? [],
    shortcomings: kept.shortcomings ?? [],
    violations: kept.violations ?? [],
    awards: kept.awards ?? [],
    requests: kept.requests ?? [],
  };
}

export interface NoticeFields {
  readonly startTime: string;
  readonly participants: readonly string[];
  readonly preparation: readonly string[];
  readonly contact: string;
}

export function noticeOf({ notice }: Pick<InspectedUnitRecord, 'notice'>): NoticeFields {
  const kept = notice as unknown as Partial<NoticeFields>; // written by the step that settles the day
  return {
    startTime: kept.startTime ?? '',
    participants: kept.participants ?? [],
    preparation: kept.preparation ?? [],
    contact: kept.contact ?? '',
  };
}

export function asJson(fields: object): JsonObject {
  return JSON.parse(JSON.stringify(fields)) as JsonObject; // plain data in, plain data out
}

/** The last day something has to be mended by: the latest of the requests. YYYY-MM-DD. */
export function followUpDue({ requests }: Pick<ConclusionFields, 'requests'>): string | null {
  return (
    requests
      .flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]))
      .toSorted()
      .at(-1) ?? null
  );
}

/** Lines of a text area: what people type one below the other. */
export function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/^[-+•]\s*/, ''))
    .filter((line) => line !== '');
}
