import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ProblemView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { labelOf, type Names } from './diagram-names';
import { problemWords, runOf } from './problem-words';
import './modeler.css';

export interface Pointing {
  readonly onSelect: (elementId: string) => void;
  /** A run through the diagram to light up; empty to put the light out. */
  readonly onPath: (path: readonly string[]) => void;
}

interface Props {
  readonly problems: readonly ProblemView[];
  readonly names: Names;
  /** Absent where there is no drawing to point into. */
  readonly pointing?: Pointing;
}

/** A drawing of ten thousand elements can be wrong a thousand times; nobody reads that at once. */
const MOST_SHOWN = 100;

/** Findings in words: how grave, where, what is wrong, how to mend it. */
export function ProblemList({ problems, names, pointing }: Props): ReactNode {
  const t = useText();
  const [lit, setLit] = useState<ProblemView | null>(null);
  const [most, setMost] = useState(MOST_SHOWN);
  const rest = problems.length - most;
  return (
    <>
      <ul className="plain problems">
        {problems.slice(0, most).map((problem, index) => (
          <Line
            key={`${problem.code}/${problem.elementId ?? ''}/${String(index)}`}
            problem={problem}
            names={names}
            pointing={pointing}
            lit={lit === problem}
            onLit={(on) => {
              setLit(on ? problem : null);
            }}
          />
        ))}
      </ul>
      {rest <= 0 ? null : (
        <Button
          size="small"
          onClick={() => {
            setMost(most + MOST_SHOWN);
          }}
        >
          {t('problems.more', { count: rest })}
        </Button>
      )}
    </>
  );
}

interface LineProps {
  readonly problem: ProblemView;
  readonly names: Names;
  readonly pointing: Pointing | undefined;
  readonly lit: boolean;
  readonly onLit: (on: boolean) => void;
}

function Line({ problem, names, pointing, lit, onLit }: LineProps): ReactNode {
  const t = useText();
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'vi';
  const { elementId, severity, code } = problem;
  const label = elementId === null ? null : (problem.elementName ?? labelOf(elementId, names, t));
  const { what, mend } = problemWords(problem, language, (id) => labelOf(id, names, t));
  const run = runOf(problem);
  const Sign = severity === 'error' ? CloseCircleOutlined : WarningOutlined;
  return (
    <li className={severity}>
      <Sign aria-hidden /> <span className={`tag tag-${severity === 'error' ? 'red' : 'amber'}`}>{t(`problems.${severity}`)}</span>{' '}
      {label === null ? null : pointing === undefined || elementId === null ? (
        <strong>{label}</strong>
      ) : (
        <button
          type="button"
          className="as-link"
          onClick={() => {
            pointing.onSelect(elementId);
          }}
        >
          {label}
        </button>
      )}{' '}
      {label === null ? capital(what) : what}. {mend} <span className="small muted nowrap">{code}</span>{' '}
      {pointing === undefined || run.length === 0 ? null : (
        <Button
          size="small"
          aria-pressed={lit}
          onMouseEnter={() => {
            pointing.onPath(run);
          }}
          onMouseLeave={() => {
            if (!lit) {
              pointing.onPath([]);
            }
          }}
          onClick={() => {
            pointing.onPath(lit ? [] : run);
            onLit(!lit);
          }}
        >
          {t(lit ? 'problems.hidePath' : 'problems.showPath')}
        </Button>
      )}
    </li>
  );
}

const capital = (text: string): string => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;
