import type { ReactNode } from 'react';
import type { DossierView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { receiverText } from '../wizard/receiver-text';
import { CustodyPanel } from './custody-panel';
import { OutsiderPanel } from './outsider-panel';
import { PaperEntryPanel } from './paper-entry-panel';
import { ReportLinkPanel } from './report-link-panel';
import './intake.css';

/** What intake knows of a dossier: who receives it, paper entry, one-time links, outsiders, where a secret paper lies. */
export function IntakePanels({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const t = useText();
  const { intake } = dossier;
  if (intake.paperOnly) {
    return <CustodyPanel id={dossier.id} />;
  }
  const outside = dossier.rows.some((row) => row.scope === 'outside' || (row.intake?.outsider ?? null) !== null);
  const writing = dossier.status === 'drafting' || dossier.status === 'supplement';
  return (
    <>
      <section className="section" aria-label={t('intake.title')}>
        <h2>{t('intake.title')}</h2>
        <dl className="facts">
          <dt>{t('intake.route')}</dt>
          <dd>{receiverText(t, intake.route === 'own' ? null : intake.receiver, intake.desk)}</dd>
          <dt>{t('wizard.procedure')}</dt>
          <dd>
            {intake.procedure === 'ordinary'
              ? t('wizard.ordinary')
              : `${t('intake.simplified')}: ${t(`wizard.ground.${intake.ground ?? 'sudden-act'}`)}`}
          </dd>
          {intake.enteredBy === null ? null : (
            <>
              <dt>{t('intake.enteredBy')}</dt>
              <dd>{intake.enteredBy}</dd>
            </>
          )}
        </dl>
      </section>
      {intake.enteredBy === null ? null : <PaperEntryPanel id={dossier.id} />}
      {outside ? <OutsiderPanel dossier={dossier} /> : null}
      {writing ? <ReportLinkPanel dossier={dossier} /> : null}
    </>
  );
}
