import type { ReactNode } from 'react';
import { CheckCircleOutlined } from '@ant-design/icons';
import type { ProblemView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import type { Names } from './diagram-names';
import { ProblemList, type Pointing } from './problem-list';

interface Props extends Pointing {
  readonly problems: readonly ProblemView[];
  readonly names: Names;
}

/** What keeps the diagram from being published, in words; a press selects the shape. */
export function Problems({ problems, names, ...pointing }: Props): ReactNode {
  const t = useText();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return (
    <section className="section" aria-label={t('problems.title')}>
      <h2>{t('problems.title')}</h2>
      <p role="status">
        {errors > 0 ? (
          t('problems.count', { errors, warnings: problems.length - errors })
        ) : (
          <>
            <CheckCircleOutlined aria-hidden /> {t('problems.none')}{' '}
            {problems.length === 0 ? '' : t('problems.warnings', { count: problems.length })}
          </>
        )}
      </p>
      <ProblemList problems={problems} names={names} pointing={pointing} />
    </section>
  );
}
