import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { AfterDecisionView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { StateTag } from '../../pieces/state-tag';
import { WhyDisabled } from '../../pieces/why-disabled';
import { OpenRevocation } from './open-revocation';
import { RevocationCard } from './revocation-card';
import './after-decision.css';

/** The decisions behind a dossier, and what came after them; nothing until there is a decision. */
export function AfterDecisionPanel({ dossierId }: { readonly dossierId: string }): ReactNode {
  const t = useText();
  const after = useRead('afterDecision', { params: { id: dossierId } }, { every: 20_000 });
  if (after.data === undefined || after.data.decisions.length === 0) {
    return null;
  }
  return (
    <section className="section" aria-label={t('after.title')}>
      <h2>{t('after.title')}</h2>
      <ul className="after-list">
        {after.data.decisions.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
      </ul>
      {after.data.revocations.map((view) => (
        <RevocationCard key={view.id} view={view} />
      ))}
    </section>
  );
}

function DecisionLine({ decision }: { readonly decision: AfterDecisionView['decisions'][number] }): ReactNode {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const revocable = decision.rows.some((row) => row.revocable);
  return (
    <li>
      <div>
        <strong>
          {decision.numberText === null
            ? t('after.unnumbered')
            : t('after.decision', { number: decision.numberText, date: dayText(decision.date) })}
        </strong>{' '}
        {decision.canceled ? <StateTag group="paper" state="canceled" /> : null}
        <div>
          {decision.awardName} · {decision.orgName}
        </div>
      </div>
      {revocable && decision.numberText !== null ? (
        decision.whyNotRevocable === null ? (
          <Button
            danger
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('after.open')}
          </Button>
        ) : (
          <WhyDisabled reason={t.or(`after.whyNot.${decision.whyNotRevocable}`, t('after.whyNot.other'))} />
        )
      ) : null}
      {asking ? (
        <OpenRevocation
          decision={decision}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </li>
  );
}
