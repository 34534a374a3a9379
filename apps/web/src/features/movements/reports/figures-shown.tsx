import type { ReactNode } from 'react';
import type { ReportView } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import { figureWords } from './figure-words';

/** Figures as reported, with what the plan aims at. */
export function FiguresShown({ report }: { readonly report: Pick<ReportView, 'indicators' | 'figures'> }): ReactNode {
  const t = useText();
  const said = report.indicators.filter((one) => report.figures[one.id] !== undefined);
  return said.length === 0 ? (
    <p className="muted">{t('movements.reports.noFigures')}</p>
  ) : (
    <div className="table-scroll">
      <table className="data" aria-label={t('movements.reports.figures')}>
        <thead>
          <tr>
            <th scope="col">{t('movements.reports.column.indicator')}</th>
            <th scope="col">{t('movements.reports.column.target')}</th>
            <th scope="col">{t('movements.reports.column.figure')}</th>
          </tr>
        </thead>
        <tbody>
          {said.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td>{one.target ?? ''}</td>
              <td className="prose">{figureWords(report.figures[one.id], one.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
