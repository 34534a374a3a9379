import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import type { ImportLine } from '@thidua/contract';
import type { DiagramElement, Services } from '../../bpmn/types';
import { useText } from '../../i18n/use-text';
import { deleteMark, marksOf, type Mark } from './unmapped-marks';

interface Props {
  readonly services: Services;
  /** Null for what belongs to the whole process, or to nothing drawn. */
  readonly element: DiagramElement | null;
  readonly report: readonly ImportLine[];
  /** Changes with every command, so that undo shows here too. */
  readonly turn: number;
}

/** What an import could not convert on this element: read, replaced by native means, then deleted. Without that nothing can be proposed. */
export function Marks({ services, element, report, turn }: Props): ReactNode {
  const t = useText();
  const { language } = useTranslation().i18n;
  const shown = element ?? services.get('canvas').getRootElement();
  const marks = marksOf(services, shown);
  const sentenceOf = (mark: Mark): string | undefined => {
    const line = report.find(({ elementId, what, kind }) => kind === 'not-mappable' && elementId === mark.ownerId && what === mark.what);
    return language === 'en' ? line?.en : line?.vi;
  };
  return marks.length === 0 ? null : (
    <section className="marks" aria-label={t('marks.title')} key={turn}>
      <h3>{t('marks.count', { count: marks.length })}</h3>
      <p className="help">{t('marks.help')}</p>
      <ul className="plain">
        {marks.map((mark, index) => (
          <li key={`${mark.ownerId}/${mark.what}/${String(index)}`}>
            <strong>{mark.what}</strong>
            {mark.value === '' ? null : <code className="mark-value">{mark.value}</code>}
            <p className="small">{sentenceOf(mark) ?? ''}</p>
            <Button
              size="small"
              aria-label={t('marks.deleteOf', { what: mark.what })}
              onClick={() => {
                deleteMark(services, shown, mark);
              }}
            >
              {t('marks.delete')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
