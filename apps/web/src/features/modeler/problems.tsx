import type { ReactNode } from 'react';
import { CheckCircleOutlined, LoadingOutlined } from '@ant-design/icons';
import type { ProblemView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import type { Names } from './diagram-names';
import { groupedProblems } from './problem-groups';
import { ProblemList, type Pointing } from './problem-list';

interface Props extends Pointing {
  readonly problems: readonly ProblemView[];
  readonly names: Names;
  /** Whether the list is about the drawing as it is now: being asked for, or out of reach. */
  readonly state?: 'checked' | 'checking' | 'unchecked';
}

/** What keeps the diagram from being published, in words and by what it is about; a press selects the shape. */
export function Problems({ problems, names, state = 'checked', ...pointing }: Props): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-label={t('problems.title')} aria-busy={state === 'checking'}>
      <h2>{t('problems.title')}</h2>
      <p role="status">
        <Summary problems={problems} state={state} />
      </p>
      <div className={state === 'checked' ? undefined : 'problems-old'}>
        {groupedProblems(problems).map(({ group, problems: some }) => (
          <div key={group}>
            <h3>{t(`problems.group.${group}`)}</h3>
            <ProblemList problems={some} names={names} pointing={pointing} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Summary({ problems, state }: Required<Pick<Props, 'problems' | 'state'>>): ReactNode {
  const t = useText();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  if (state === 'checking') {
    return (
      <>
        <LoadingOutlined aria-hidden /> {t('problems.checking')}
      </>
    );
  }
  if (state === 'unchecked') {
    return t('problems.unchecked');
  }
  if (errors > 0) {
    return t('problems.count', { errors, warnings: problems.length - errors });
  }
  return (
    <>
      <CheckCircleOutlined aria-hidden /> {t('problems.none')}{' '}
      {problems.length === 0 ? '' : t('problems.warnings', { count: problems.length })}
    </>
  );
}
