import { chainOf, withAbove, withChoices, type DocumentAbove, type Movement } from '@thidua/awards';
import type { AboveRecord, ChoiceStore, StoredMovement } from '@thidua/store';
import type { MovementStanding } from '../deps';

type Standing = Awaited<ReturnType<ChoiceStore['standing']>>;
type Above = Awaited<ReturnType<ChoiceStore['standingAbove']>>;

/** Movements by province and id, each with its chain and with what was settled about its plan. */
export function standingMovements(
  movements: readonly StoredMovement[],
  choices: Standing,
  above: Above,
): ReadonlyMap<string, ReadonlyMap<string, MovementStanding>> {
  const of = (provinceId: string): readonly StoredMovement[] => movements.filter((one) => one.provinceId === provinceId);
  const provinces = [...new Set(movements.map((one) => one.provinceId))];
  return new Map(
    provinces.map((provinceId) => {
      const records = of(provinceId);
      const printed = new Map(
        records.map(({ id, content }) => [
          id,
          withAbove(content, above.filter((one) => one.provinceId === provinceId && one.movementId === id).map(documentOf)),
        ]),
      );
      const decisionsOf = (id: string): Standing => choices.filter((one) => one.provinceId === provinceId && one.movementId === id);
      return [
        provinceId,
        new Map(records.map((record) => [record.id, standingOf(record, { records, printed, decisions: decisionsOf(record.id) })])),
      ];
    }),
  );
}

interface Around {
  readonly records: readonly StoredMovement[];
  readonly printed: ReadonlyMap<string, Movement>;
  readonly decisions: Standing;
}

function standingOf({ id, content, parentId, state }: StoredMovement, { records, printed, decisions }: Around): MovementStanding {
  const own = printed.get(id) ?? content;
  const ancestors: Movement[] = [];
  const seen = new Set([id]);
  for (let next = parentId ?? null; next !== null && !seen.has(next); next = records.find((one) => one.id === next)?.parentId ?? null) {
    seen.add(next);
    const above = printed.get(next);
    ancestors.push(...(above === undefined ? [] : [above]));
  }
  return { printed: own, read: withChoices(own, decisions), links: chainOf(own, ancestors), decisions, state: state ?? 'in-force' };
}

function documentOf({ symbol, dated, issuer, name, level, body, start, end, quote, lineFrom, lineTo }: AboveRecord): DocumentAbove {
  return { symbol, date: dated, issuer, launches: { name, level, body, start, end }, quote, line: { from: lineFrom, to: lineTo } };
}
