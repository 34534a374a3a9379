import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { tell } from '@thidua/bpmn';
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

/** The same sentences the rules carry: what is wrong, and how to mend it. */
function ProblemText({ problem }: { readonly problem: ProblemView }): ReactNode {
  const { language } = useTranslation().i18n;
  const { what, mend } = tell(problem, language === 'en' ? 'en' : 'vi');
  return (
    <>
      {what}. {mend}
    </>
  );
}
