import type { Handler } from '../handler';
import { timelineEntries } from '../queries/timeline';
import { roundFor } from './sight';

/** Acts that are no step of the diagram. */
const TEXTS: Readonly<Record<string, string>> = {
  'round-opened': 'Mở đợt xét',
  'central-paper-recorded': 'Ghi nhận văn bản của trung ương',
  'scan-uploaded': 'Tải bản ký tay đã quét',
};

/** Who did what in a round, its process and its papers, oldest first. */
export const roundTimeline: Handler<'roundTimeline'> = async (deps, { actor, params }) => {
  const { provinceId } = actor;
  const round = await roundFor(deps, actor, params['id'] ?? '');
  const papers = await deps.stores.papers.about(provinceId, { roundId: round.id });
  const subjects = [round.id, ...(round.instanceId === null ? [] : [round.instanceId]), ...papers.map((paper) => paper.id)];
  const entries = await timelineEntries(deps, provinceId, await deps.stores.trail.timeline(provinceId, subjects));
  return { entries: entries.map((entry) => ({ ...entry, text: TEXTS[entry.action] ?? entry.text })) };
};
