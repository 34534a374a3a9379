import { useState, type ReactNode } from 'react';
import { Button, Segmented } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/client';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { IcsImport } from './ics-import';
import { planBody, withItems, type PlanItem } from './plan';
import { DaysForm, PairForm } from './plan-form';
import { PlanPreview } from './plan-preview';

const WAYS = ['days', 'pair', 'ics'] as const;

interface Props {
  readonly items: readonly PlanItem[];
  readonly onItems: (items: readonly PlanItem[]) => void;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (date: string) => void;
  readonly onClear: () => void;
}

/** Soạn thay đổi lịch: days are put together, what would move is seen, then all of them are proposed at once. */
export function PlanPanel({ items, onItems, chosen, onToggle, onClear }: Props): ReactNode {
  const t = useText();
  const [way, setWay] = useState<(typeof WAYS)[number]>('days');
  const preview = useMutation({
    mutationFn: () => call('previewCalendarPlan', { body: { ...planBody(items), approve: [], withdraw: [] } }),
  });
  const propose = useAct('proposeCalendarPlan');
  const change = (next: readonly PlanItem[]): void => {
    preview.reset();
    propose.reset();
    onItems(next);
  };
  const add = (added: readonly PlanItem[]): void => {
    change(withItems(items, added));
    onClear();
  };
  const seen = preview.data !== undefined && preview.data.problems.length === 0;
  return (
    <section className="section" aria-label={t('days.plan')}>
      <h2>{t('days.plan')}</h2>
      <p className="muted">{t('days.planLine')}</p>
      <div className="plan-ways">
        <Segmented
          aria-label={t('days.ways')}
          value={way}
          options={WAYS.map((value) => ({ value, label: t(`days.way.${value}`) }))}
          onChange={setWay}
        />
      </div>
      <div className="plan-form">
        {way === 'days' ? <DaysForm chosen={[...chosen].toSorted()} onToggle={onToggle} onAdd={add} /> : null}
        {way === 'pair' ? <PairForm onAdd={add} /> : null}
        {way === 'ics' ? <IcsImport onAdd={add} /> : null}
      </div>
      {items.length === 0 ? (
        propose.isSuccess ? (
          <p className="note note-green" role="status">
            {t('days.proposed', { count: propose.data.ids.length })}
          </p>
        ) : null
      ) : (
        <>
          <h3>{t('days.inPlan', { count: items.length })}</h3>
          <Items
            items={items}
            onDrop={(key) => {
              change(items.filter((item) => item.key !== key));
            }}
          />
          <div className="bar-buttons">
            <Button
              type={seen ? 'default' : 'primary'}
              loading={preview.isPending}
              onClick={() => {
                preview.mutate();
              }}
            >
              {t('days.preview')}
            </Button>
            <Button
              type="primary"
              disabled={!seen}
              loading={propose.isPending}
              onClick={() => {
                propose.mutate(
                  { body: planBody(items) },
                  {
                    onSuccess: () => {
                      preview.reset();
                      onItems([]);
                    },
                  },
                );
              }}
            >
              {t('days.propose', { count: items.length })}
            </Button>
            {seen ? null : <span className="why">{t('days.previewFirst')}</span>}
          </div>
          <ErrorNote error={preview.error ?? propose.error} />
          {preview.data === undefined ? null : <PlanPreview preview={preview.data} />}
        </>
      )}
    </section>
  );
}

function Items({ items, onDrop }: { readonly items: readonly PlanItem[]; readonly onDrop: (key: string) => void }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['date', 'kind', 'name', 'citation', 'act'].map((name) => (
              <th key={name} scope="col">
                {t(`calendar.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.key}>
              <th scope="row" className="nowrap">
                {item.type === 'pair' ? t('days.pairDays', { off: dayText(item.off), worked: dayText(item.worked) }) : dayText(item.date)}
              </th>
              <td>
                {item.type === 'pair' ? t('days.way.pair') : t(`calendar.kind.${item.kind}`)}
                {item.type === 'day' && item.closesAt !== null ? ` (${t('calendar.until', { hour: item.closesAt })})` : ''}
              </td>
              <td>
                {item.name}
                <div className="small muted">{item.type === 'day' && item.org !== null ? item.org.name : t('calendar.wholeProvince')}</div>
              </td>
              <td className="small">{item.citation}</td>
              <td>
                <Button
                  size="small"
                  danger
                  aria-label={t('days.dropItem', { day: dayText(item.type === 'pair' ? item.off : item.date) })}
                  onClick={() => {
                    onDrop(item.key);
                  }}
                >
                  {t('days.drop')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
