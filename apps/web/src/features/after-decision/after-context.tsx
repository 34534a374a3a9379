import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { TaskView } from '@thidua/contract';
import { dayText, moneyText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

const OF_CASES: readonly string[] = [
  'ky-huy-bo',
  'thu-hoi-hien-vat',
  'cong-khai-huy-bo',
  'gui-huy-bo',
  'chuyen-hien-vat',
  'don-doc-thu-hoi',
];

/** What stands beside the forms after a decision: the conclusion and what is due, or the paper and why it is changed. */
export function AfterContext({ task }: { readonly task: TaskView }): ReactNode {
  const t = useText();
  const text = (key: string): string => {
    const value = task.context[key];
    return typeof value === 'string' ? value : '';
  };
  if (task.formId === 'ky-van-ban') {
    return (
      <dl className="facts">
        <dt>{t('after.paper')}</dt>
        <dd>
          {text('paperTitle')} {text('paperNumber')}
        </dd>
        <dt>{t('after.action')}</dt>
        <dd>{t.or(`paperChange.action.${text('action')}`, text('action'))}</dd>
        <dt>{t('reason.label')}</dt>
        <dd className="prose">{text('reason')}</dd>
      </dl>
    );
  }
  if (task.formId === null || !OF_CASES.includes(task.formId)) {
    return null;
  }
  return (
    <>
      <dl className="facts">
        <dt>{t('after.ground')}</dt>
        <dd>
          {text('groundText')} ({text('ruleId')})
        </dd>
        <dt>{t('after.conclusion')}</dt>
        <dd className="prose">{text('conclusion')}</dd>
        {text('recoverBy') === '' ? null : (
          <>
            <dt>{t('after.column.by')}</dt>
            <dd>{dayText(text('recoverBy'))}</dd>
          </>
        )}
      </dl>
      <ul className="small">
        {duesOf(task.context['dues']).map((due) => (
          <li key={due.name}>
            {due.name}: {due.due === 0 ? '' : `${t('after.moneyBack', { back: moneyText(due.back), due: moneyText(due.due) })}; `}
            {t(due.itemBack ? 'after.back' : 'after.notBack')}
          </li>
        ))}
      </ul>
      {task.formId === 'thu-hoi-hien-vat' && task.dossierId !== null ? (
        <p>
          <Link to="/ho-so/$id" params={{ id: task.dossierId }}>
            {t('after.recoverThere')}
          </Link>
        </p>
      ) : null}
    </>
  );
}

interface Due {
  readonly name: string;
  readonly due: number;
  readonly back: number;
  readonly itemBack: boolean;
}

function duesOf(value: unknown): readonly Due[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  return rows.flatMap((row) => {
    if (typeof row !== 'object' || row === null) {
      return [];
    }
    const read = (key: string): unknown => Reflect.get(row, key);
    const number = (key: string): number => Number(read(key) ?? 0);
    const name = read('name');
    return [
      {
        name: typeof name === 'string' ? name : '',
        due: number('moneyDue'),
        back: number('moneyBack'),
        itemBack: read('itemDue') !== true || read('itemBack') === true,
      },
    ];
  });
}
