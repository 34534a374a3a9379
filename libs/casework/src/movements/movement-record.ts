import { pointsInWords } from '@thidua/awards';
import { maySeeWork, type Actor } from '@thidua/access';
import type { RowView } from '@thidua/contract';
import type { RecordedScore } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { inTurn } from '../in-turn';
import { inspectionText } from './inspections/inspection-results';

type Line = NonNullable<RowView['record']>[number];

/**
 * What issued conclusions and signed score tables of movements say of the bodies that are nominated, by row: proofs for whoever appraises.
 * Rows of people, and bodies nothing is known of, have no line.
 */
export async function movementRecords(
  deps: CaseworkDeps,
  actor: Actor,
  rows: readonly { readonly id: string; readonly subjectOrgId: string | null }[],
): Promise<ReadonlyMap<string, readonly Line[]>> {
  const { provinceId } = actor;
  const orgIds = [...new Set(rows.flatMap(({ subjectOrgId }) => (subjectOrgId === null ? [] : [subjectOrgId])))];
  if (orgIds.length === 0) {
    return new Map();
  }
  const { inspections, scores, movements } = deps.stores;
  const [found, scored] = await Promise.all([
    inspections.concluded(provinceId, { orgIds, movementIds: null }),
    scores.recorded(provinceId, { orgIds }),
  ]);
  const movementIds = new Set([...found, ...scored].map(({ movementId }) => movementId));
  const nameOf = new Map(
    await inTurn(movementIds, async (id) => [id, (await movements.byId(provinceId, id))?.content.name.value ?? ''] as const),
  );
  const told = await inTurn(
    [
      ...found.map((one) => ({ ...one, kind: 'inspection' as const, text: inspectionText(one) })),
      ...scored.map((one) => ({ ...one, workId: one.boardId, kind: 'score' as const, text: scoreText(one) })),
    ],
    async ({ orgId, movementId, workId, kind, text, paperId }) => ({
      orgId,
      line: {
        ...{ kind, text: `Phong trào “${nameOf.get(movementId) ?? ''}”: ${text}`, paperId },
        workId: (await isSeen(deps, actor, workId)) ? workId : null,
      },
    }),
  );
  return new Map(rows.map(({ id, subjectOrgId }) => [id, told.filter(({ orgId }) => orgId === subjectOrgId).map(({ line }) => line)]));
}

/** As a row's view has it: nothing where nothing is known. */
export function recordShown(records: ReadonlyMap<string, readonly Line[]>, rowId: string): Pick<RowView, 'record'> {
  const lines = records.get(rowId) ?? [];
  return lines.length === 0 ? {} : { record: [...lines] };
}

function scoreText({ year, total, rank, of, tied }: RecordedScore): string {
  const place = `xếp thứ ${String(rank)}/${String(of)}${tied ? ', bằng điểm với đơn vị khác' : ''}`;
  return `Chấm điểm thi đua năm ${String(year ?? '')}: ${pointsInWords(total)} điểm, ${place}`;
}

async function isSeen({ stores }: CaseworkDeps, actor: Actor, workId: string): Promise<boolean> {
  const work = await stores.works.byId(actor.provinceId, workId);
  return work !== undefined && maySeeWork(actor, [work.orgId, work.askedByOrg]).allowed;
}
