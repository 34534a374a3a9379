import type { RowView } from '@thidua/contract';
import type { NomineeRow, OpinionRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { inTurn } from '../in-turn';

/** Who proposes whom: a nominee the territory does not manage is confirmed by those who do (L2022 art. 83.1). */
export const OUTSIDER_RULE = { id: 'L2022-83.1', citation: 'khoản 1 Điều 83 Luật Thi đua, khen thưởng năm 2022' } as const;
export type OutsiderVerdict = 'met' | 'not-met' | 'missing-data';

export interface OutsiderState {
  readonly row: NomineeRow;
  /** The latest question that was not taken back. */
  readonly request: OpinionRecord | null;
  readonly verdict: OutsiderVerdict;
}

/** Rows whose nominee is from outside the territory, and whether those who manage them have confirmed; others are not in the answer. */
export async function outsiderStates(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  rows: readonly NomineeRow[],
  tx?: Tx,
): Promise<ReadonlyMap<string, OutsiderState>> {
  const outside = rows.filter((row) => row.scope === 'outside' || row.outsider !== null);
  const asked =
    outside.length === 0
      ? []
      : await stores.opinions.ofRows(
          provinceId,
          outside.map((row) => row.id),
          tx,
        );
  return new Map(
    outside.map((row) => {
      const mine = asked.filter((one) => one.rowId === row.id && one.ruleId === OUTSIDER_RULE.id && one.withdrawnAt === null);
      const request = mine.at(-1) ?? null;
      return [row.id, { row, request, verdict: verdictOf(request) }];
    }),
  );
}

/** Silence confirms nothing. */
function verdictOf(request: OpinionRecord | null): OutsiderVerdict {
  return request?.answer === 'agree' ? 'met' : request?.answer === 'disagree' ? 'not-met' : 'missing-data';
}

const WORDS: Readonly<Record<OutsiderVerdict, string>> = {
  met: 'Người ngoài hệ thống: cơ quan quản lý hoặc nơi cư trú đã xác nhận',
  'not-met': 'Người ngoài hệ thống: cơ quan quản lý hoặc nơi cư trú không xác nhận',
  'missing-data': 'Người ngoài hệ thống: chưa có văn bản xác nhận của cơ quan quản lý hoặc nơi cư trú',
};

/** A row with the line about its nominee from outside among its verdicts; what is not confirmed leaves it without data. */
export function withOutsider(view: RowView, state: OutsiderState | undefined): RowView {
  if (state === undefined) {
    return view;
  }
  const { verdict, request } = state;
  const line: RowView['verdicts'][number] = {
    ruleId: OUTSIDER_RULE.id,
    criterionId: OUTSIDER_RULE.id,
    verdict,
    text: WORDS[verdict],
    citation: OUTSIDER_RULE.citation,
    confirmed: true,
    because: request === null ? [] : [{ kind: 'confirmation', id: request.id, text: request.numberText ?? request.body }],
    missing: verdict === 'missing-data' ? ['Văn bản xác nhận của cơ quan quản lý hoặc Ủy ban nhân dân nơi cư trú'] : [],
    hard: verdict === 'not-met',
    group: 'all',
    overridable: false,
    override: null,
  };
  return { ...view, verdicts: [...view.verdicts, line], overall: worse(view.overall, verdict) };
}

function worse(a: RowView['overall'], b: OutsiderVerdict): RowView['overall'] {
  const order: readonly RowView['overall'][] = [null, 'met', 'missing-data', 'not-met'];
  return order[Math.max(order.indexOf(a), order.indexOf(b))] ?? b;
}

/** No nominee from outside comes before the council while nobody who manages them has confirmed. @throws Refused opinion-missing */
export async function demandOutsiders(
  deps: Pick<CaseworkDeps, 'stores'>,
  { provinceId, rowIds }: { readonly provinceId: string; readonly rowIds: readonly string[] },
  tx: Tx,
): Promise<void> {
  const rows = await inTurn(rowIds, (id) => deps.stores.rows.lock(tx, provinceId, id));
  const states = await outsiderStates(
    deps,
    provinceId,
    rows.filter((row) => row !== undefined),
    tx,
  );
  const open = [...states.values()].filter((state) => state.verdict !== 'met');
  const [first] = open;
  if (first !== undefined) {
    throw new Refused(first.verdict === 'not-met' ? 'opinion-against' : 'opinion-missing', {
      ruleId: OUTSIDER_RULE.id,
      citation: OUTSIDER_RULE.citation,
      names: open.map(({ row }) => row.name).join('; '),
      bodies: open.map(({ row }) => row.outsider?.managingBody ?? ''),
      rowId: first.row.id,
    });
  }
}
