import type { ReactNode } from 'react';
import type { PlanChange } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import type { WorkPanelProps } from '../panel-props';
import { ChangesTable } from './changes-table';

/** What the amendment changes, as it was put forward: the same lines as in its paper. */
export function AmendmentPanel({ work }: WorkPanelProps): ReactNode {
  const t = useText();
  const { changes, reason } = work.facts;
  return (
    <section className="section" aria-label={t('movements.lifecycle.difference')}>
      <h2>{t('movements.lifecycle.difference')}</h2>
      {typeof reason === 'string' && reason !== '' ? <p className="prose">{t('movements.lifecycle.reasonIs', { reason })}</p> : null}
      <ChangesTable changes={changesOf(changes)} />
    </section>
  );
}

function changesOf(value: unknown): readonly PlanChange[] {
  const lines: readonly unknown[] = Array.isArray(value) ? value : [];
  return lines.flatMap((line) => {
    const read = (key: string): string => {
      const found: unknown = typeof line === 'object' && line !== null ? Reflect.get(line, key) : undefined;
      return typeof found === 'string' ? found : '';
    };
    return [{ path: read('path'), label: read('label'), before: read('before'), after: read('after') }];
  });
}
