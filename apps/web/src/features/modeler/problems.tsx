import type { ReactNode } from 'react';
import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { ProblemView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

interface Props {
  readonly problems: readonly ProblemView[];
  readonly onSelect: (elementId: string) => void;
}

/** What keeps the diagram from being published, in words; a press selects the shape. */
export function Problems({ problems, onSelect }: Props): ReactNode {
  const t = useText();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return (
    <section className="section" aria-label={t('problems.title')}>
      <h2>{t('problems.title')}</h2>
      <p role="status">
        {problems.length === 0 ? (
          <>
            <CheckCircleOutlined aria-hidden /> {t('problems.none')}
          </>
        ) : (
          t('problems.count', { errors, warnings: problems.length - errors })
        )}
      </p>
      <ul className="plain problems">
        {problems.map((problem, index) => (
          <li key={`${problem.code}/${problem.elementId ?? ''}/${String(index)}`} className={problem.severity}>
            {problem.severity === 'error' ? <CloseCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}{' '}
            {problem.elementId === null ? null : (
              <button
                type="button"
                className="as-link"
                onClick={() => {
                  onSelect(problem.elementId ?? '');
                }}
              >
                {problem.elementName ?? problem.elementId}
              </button>
            )}{' '}
            <ProblemText problem={problem} />
            <span className="small muted"> {problem.code}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where in the file, and an English hint for those who read the answer itself: our own sentence says both. */
const FOR_PROGRAMS: readonly string[] = ['path', 'hint'];

function ProblemText({ problem }: { readonly problem: ProblemView }): ReactNode {
  const t = useText();
  const words = Object.entries(problem.detail).flatMap(([key, value]) =>
    !FOR_PROGRAMS.includes(key) && (typeof value === 'string' || typeof value === 'number') ? [String(value)] : [],
  );
  const detail = words.join(', ');
  return (
    <>
      {t.or(`problem.${problem.code}`, t('problem.other'))}
      {detail === '' ? '' : ` (${detail})`}
    </>
  );
}
