import type { ReactNode } from 'react';
import type { PaperSummary } from '@thidua/contract';
import { useText } from '../i18n/use-text';
import './paper.css';

const STATES = ['drafted', 'signed', 'numbered', 'sealed', 'issued'] as const;

/** drafted → signed → numbered → sealed → issued as a line of five dots. */
export function PaperStates({ state }: { readonly state: PaperSummary['state'] }): ReactNode {
  const t = useText();
  if (state === 'canceled') {
    return <span className="tag tag-red">{t('paperState.canceled')}</span>;
  }
  const reached = STATES.indexOf(state);
  const word = t(`paperState.${state}`);
  return (
    <span className="dots" role="img" aria-label={t('paper.stateLine', { state: word, step: reached + 1 })} title={word}>
      {STATES.map((name, index) => (
        <span key={name} className={index <= reached ? 'dot dot-on' : 'dot'} />
      ))}
      <span className="small">{word}</span>
    </span>
  );
}
