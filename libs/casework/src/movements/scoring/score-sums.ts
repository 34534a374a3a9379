import { rankScores, sheetProblems, totalsOf, type RankedBody, type ScoreLine } from '@thidua/awards';
import type { ScoreBoardRecord, ScoreLineRecord, ScoreSheetRecord } from '@thidua/store';

export interface SummedSheet {
  readonly sheet: ScoreSheetRecord;
  readonly lines: readonly ScoreLineRecord[];
  readonly selfTotal: string;
  readonly givenTotal: string;
  readonly rank: RankedBody;
  /** Rows without points of the standing office, or changed without a reason. */
  readonly open: readonly { readonly criterion: string; readonly code: string }[];
}

/** Every sheet with its sums and the rank they give it, best first. */
export function summed(
  { criteria }: Pick<ScoreBoardRecord, 'criteria'>,
  sheets: readonly ScoreSheetRecord[],
  lines: readonly ScoreLineRecord[],
): readonly SummedSheet[] {
  const found = sheets.map((sheet) => {
    const own = lines.filter(({ sheetId }) => sheetId === sheet.id);
    const given = totalsOf(criteria, own.map(lineOf), 'given').total;
    return { sheet, own, selfTotal: totalsOf(criteria, own.map(lineOf), 'self').total, given };
  });
  const ranks = rankScores(found.map(({ sheet, given }) => ({ orgId: sheet.orgId, total: given })));
  return ranks.flatMap((rank) =>
    found
      .filter(({ sheet }) => sheet.orgId === rank.orgId)
      .map(({ sheet, own, selfTotal, given }) => ({
        ...{ sheet, lines: own, selfTotal, givenTotal: given, rank },
        open: sheetProblems(criteria, own.map(lineOf), 'given'),
      })),
  );
}

export function lineOf({ criterion, self, given, reason }: ScoreLineRecord): ScoreLine {
  return { criterion, self, given, reason };
}

/** 'Trạm Y tế và Trường Mầm non cùng 95 điểm, cùng xếp thứ 2', one sentence for each tie. */
export function tiesOf(sheets: readonly SummedSheet[], written: (points: string) => string): readonly string[] {
  const ranks = [...new Set(sheets.filter(({ rank }) => rank.tied).map(({ rank }) => rank.rank))];
  return ranks.map((place) => {
    const equal = sheets.filter(({ rank }) => rank.rank === place);
    const names = equal.map(({ sheet }) => sheet.orgName);
    const last = names.at(-1) ?? '';
    return `${names.slice(0, -1).join(', ')} và ${last} cùng ${written(equal[0]?.givenTotal ?? '')} điểm, cùng xếp thứ ${String(place)}`;
  });
}
