import { useId, type ReactNode } from 'react';
import type { StatisticMenu } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { OCCASIONS, type StatisticSearch } from './statistic-search';

interface Props {
  readonly menu: StatisticMenu;
  readonly chosen: StatisticMenu['tables'][number];
  readonly search: StatisticSearch;
  readonly onChange: (more: StatisticSearch) => void;
}

const INDENT = '\u00a0\u00a0\u00a0';

/** What is counted, of whom, and narrowed by what. */
export function FilterBar({ menu, chosen, search, onChange }: Props): ReactNode {
  const t = useText();
  const families = ['own', 'ministry'] as const;
  return (
    <div className="stat-bar">
      <Choice
        label={t('statistics.table')}
        value={chosen.id}
        onChange={(bieu) => {
          onChange({ bieu });
        }}
      >
        {families.map((family) => (
          <optgroup key={family} label={t(`statistics.family.${family}`)}>
            {menu.tables
              .filter((table) => table.family === family)
              .map((table) => (
                <option key={table.id} value={table.id}>
                  {table.short}
                </option>
              ))}
          </optgroup>
        ))}
      </Choice>
      <Choice
        label={t('statistics.body')}
        value={menu.orgId}
        onChange={(cq) => {
          onChange({ cq, dv: undefined, pt: undefined });
        }}
      >
        {menu.bodies.some((body) => body.id === menu.orgId) ? null : <option value={menu.orgId}>{menu.branches[0]?.name}</option>}
        {menu.bodies.map((body) => (
          <option key={body.id} value={body.id}>
            {INDENT.repeat(body.depth)}
            {body.name}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('statistics.unit')}
        value={search.dv ?? ''}
        onChange={(dv) => {
          onChange({ dv: dv === '' ? undefined : dv });
        }}
      >
        <option value="">{t('statistics.allUnits')}</option>
        {menu.branches.map((branch) => (
          <option key={branch.id} value={branch.id}>
            {branch.name}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('statistics.movement')}
        value={search.pt ?? ''}
        onChange={(pt) => {
          onChange({ pt: pt === '' ? undefined : pt });
        }}
      >
        <option value="">{t('statistics.allMovements')}</option>
        {menu.movements.map((movement) => (
          <option key={movement.id} value={movement.id}>
            {INDENT.repeat(movement.depth)}
            {movement.name}
          </option>
        ))}
        <option value="none">{t('statistics.noMovement')}</option>
      </Choice>
      <Choice
        label={t('statistics.year')}
        value={search.nam === undefined ? '' : String(search.nam)}
        onChange={(nam) => {
          onChange({ nam: nam === '' ? undefined : Number(nam) });
        }}
      >
        <option value="">{t('statistics.allYears')}</option>
        {[...new Set([...(search.nam === undefined ? [] : [search.nam]), ...menu.years])].map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </Choice>
      {chosen.byOccasion ? (
        <Choice
          label={t('statistics.occasion')}
          value={search.dip ?? ''}
          onChange={(dip) => {
            onChange({ dip: OCCASIONS.find((one) => one === dip) });
          }}
        >
          <option value="">{t('statistics.allOccasions')}</option>
          {OCCASIONS.map((occasion) => (
            <option key={occasion} value={occasion}>
              {t(`occasion.${occasion}`)}
            </option>
          ))}
        </Choice>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="form-input"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {children}
      </select>
    </div>
  );
}
