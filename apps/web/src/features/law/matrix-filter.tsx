import type { ReactNode } from 'react';
import { Checkbox, Input } from 'antd';
import type { MatrixCell, MatrixLine, PackRowView, PackSummary } from '@thidua/contract';
import { DayField } from '../../forms/day-field';
import { plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ChoiceField } from '../../pieces/choice-field';

export interface Filter {
  readonly award: string;
  readonly level: string;
  readonly words: string;
  readonly openOnly: boolean;
  readonly localOnly: boolean;
}

export const EVERYTHING: Filter = { award: '', level: '', words: '', openOnly: false, localOnly: false };
const LEVELS = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN'];

export function cellsOf({ signer, councils, thresholds, limits }: MatrixLine): readonly MatrixCell[] {
  return [...(signer === null ? [] : [signer]), ...councils, ...thresholds, ...limits];
}

/** Lines that every set part of the filter holds for; words are sought without diacritics in everything a line says. */
export function filtered(
  lines: readonly MatrixLine[],
  rows: ReadonlyMap<string, PackRowView>,
  filter: Filter,
  levelName: (level: string) => string,
): readonly MatrixLine[] {
  const sought = plainText(filter.words.trim());
  return lines.filter((line) => {
    const cells = cellsOf(line);
    const here = cells.flatMap((cell) => rows.get(cell.rowKey) ?? []);
    const says = (): string =>
      [line.award, line.awardName, line.level === null ? '' : levelName(line.level), ...cells.map((cell) => `${cell.rowId} ${cell.text}`)]
        .concat(here.map((row) => row.citation))
        .join(' ');
    return (
      (filter.award === '' || line.award === filter.award) &&
      (filter.level === '' || line.level === filter.level) &&
      (!filter.openOnly || here.some((row) => !row.confirmed)) &&
      (!filter.localOnly || here.some((row) => row.local)) &&
      (sought === '' || plainText(says()).includes(sought))
    );
  });
}

interface Props {
  readonly packs: readonly PackSummary[];
  readonly pack: PackSummary;
  readonly day: string;
  readonly lines: readonly MatrixLine[];
  readonly filter: Filter;
  readonly onPack: (id: string) => void;
  readonly onDay: (day: string) => void;
  readonly onFilter: (filter: Filter) => void;
}

export function MatrixFilter({ packs, pack, day, lines, filter, onPack, onDay, onFilter }: Props): ReactNode {
  const t = useText();
  const awards = [...new Map(lines.map((line) => [line.award, line.awardName]))];
  const levels = LEVELS.filter((level) => lines.some((line) => line.level === level));
  const set = (change: Partial<Filter>): void => {
    onFilter({ ...filter, ...change });
  };
  return (
    <div className="law-filter">
      <ChoiceField label={t('matrix.filter.pack')} value={pack.id} onChange={onPack} options={packs.map((one) => [one.id, one.title])} />
      <div className="field">
        <label className="field-label" htmlFor="matrix-day">
          {t('matrix.filter.day')}
        </label>
        <DayField
          id="matrix-day"
          value={day}
          withTime={false}
          disabled={false}
          onChange={(next) => {
            if (typeof next === 'string') {
              onDay(next);
            }
          }}
        />
      </div>
      <ChoiceField
        label={t('matrix.column.award')}
        value={filter.award}
        options={[['', t('matrix.filter.allAwards')], ...awards]}
        onChange={(award) => {
          set({ award });
        }}
      />
      <ChoiceField
        label={t('matrix.column.level')}
        value={filter.level}
        options={[['', t('matrix.filter.allLevels')], ...levels.map((level): [string, string] => [level, t(`level.${level}`)])]}
        onChange={(level) => {
          set({ level });
        }}
      />
      <label>
        <span className="field-label">{t('law.filter.words')}</span>
        <Input
          value={filter.words}
          placeholder={t('matrix.filter.hint')}
          onChange={(event) => {
            set({ words: event.target.value });
          }}
        />
      </label>
      <Checkbox
        checked={filter.openOnly}
        onChange={(event) => {
          set({ openOnly: event.target.checked });
        }}
      >
        {t('matrix.filter.openOnly')}
      </Checkbox>
      <Checkbox
        checked={filter.localOnly}
        onChange={(event) => {
          set({ localOnly: event.target.checked });
        }}
      >
        {t('matrix.filter.localOnly')}
      </Checkbox>
    </div>
  );
}
