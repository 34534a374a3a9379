import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { LaunchProposal, PlanTexts, RecipientAsk } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { DayField } from '../../../forms/day-field';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { PageHead } from '../../../pieces/page-head';
import { WhyDisabled } from '../../../pieces/why-disabled';
import { lastDayOf, linesOf } from './launch-words';
import { PlanTextFields } from './plan-text-fields';
import { RecipientChoice, suggested } from './recipient-choice';

/** From a settled draft to the signature: under which movement, to whom, by when, and in which words. */
export default function LaunchPage(): ReactNode {
  const { draft } = useParams({ from: '/frame/phong-trao/phat-dong/$draft' });
  const read = useRead('launchProposal', { params: { id: draft } });
  return (
    <div className="page">
      {read.data === undefined ? (
        read.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
        )
      ) : (
        <LaunchForm proposal={read.data} />
      )}
    </div>
  );
}

function LaunchForm({ proposal }: { readonly proposal: LaunchProposal }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const launch = useAct('launchMovement');
  const [parentId, setParentId] = useState(() => proposal.parents.find((one) => one.suggested)?.id ?? '');
  const [recipients, setRecipients] = useState<readonly RecipientAsk[]>(() => suggested(proposal.recipients));
  const [due, setDue] = useState(() => lastDayOf(proposal.unitPlans?.value ?? ''));
  const [texts, setTexts] = useState<PlanTexts>(proposal.texts);
  const [issued, setIssued] = useState(proposal.issued !== null);
  const lacks = missingIn(texts);
  return (
    <>
      <PageHead title={t('movements.lifecycle.launchTitle', { name: proposal.name })} line={<span>{proposal.orgName}</span>} />
      {proposal.issued === null ? null : (
        <section className="section" aria-label={t('movements.lifecycle.issuedTitle')}>
          <label>
            <input
              type="checkbox"
              checked={issued}
              onChange={(event) => {
                setIssued(event.target.checked);
              }}
            />{' '}
            {t('movements.lifecycle.alreadyIssued', {
              number: proposal.issued.number,
              day: proposal.issued.date.split('-').toReversed().join('/'),
            })}
          </label>
        </section>
      )}
      <section className="section">
        <div className="field">
          <label className="field-label" htmlFor="launch-parent">
            {t('movements.lifecycle.under')}
          </label>
          <select
            id="launch-parent"
            className="form-input"
            value={parentId}
            onChange={(event) => {
              setParentId(event.target.value);
            }}
          >
            <option value="">{t('movements.lifecycle.underNone')}</option>
            {proposal.parents.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name} ({one.body})
              </option>
            ))}
          </select>
        </div>
      </section>
      <section className="section movement-form" aria-label={t('movements.lifecycle.recipients')}>
        <h2>{t('movements.lifecycle.recipients')}</h2>
        <RecipientChoice proposals={proposal.recipients} chosen={recipients} onChange={setRecipients} />
        <div className="field">
          <label className="field-label" htmlFor="launch-due">
            {t('movements.lifecycle.dueOn')}
          </label>
          <DayField
            id="launch-due"
            value={due}
            withTime={false}
            disabled={false}
            onChange={(value) => {
              setDue(typeof value === 'string' ? value : '');
            }}
          />
          <p className="help">
            {proposal.unitPlans === null
              ? t('movements.lifecycle.dueHelp')
              : t('movements.lifecycle.dueSaid', { quote: proposal.unitPlans.quote, line: proposal.unitPlans.line })}
          </p>
        </div>
      </section>
      {issued ? null : <PlanTextFields texts={texts} onChange={setTexts} />}
      <section className="section">
        <Button
          type="primary"
          disabled={lacks !== null}
          loading={launch.isPending}
          onClick={() => {
            launch.mutate(
              {
                body: {
                  draftId: proposal.draftId,
                  parentId: parentId === '' ? null : parentId,
                  recipients: [...recipients],
                  unitPlansDue: due === '' ? null : due,
                  texts,
                  alreadyIssued: issued,
                },
              },
              {
                onSuccess: ({ workId }) => {
                  void navigate({ to: '/phong-trao/viec/$id', params: { id: workId } });
                },
              },
            );
          }}
        >
          {t(issued ? 'movements.lifecycle.recordIssued' : 'movements.lifecycle.launch')}
        </Button>
        <WhyDisabled reason={lacks === null ? null : t(`movements.lifecycle.why.${lacks}`)} />
        <ErrorNote error={launch.error} />
      </section>
    </>
  );
}

/** The first text a plan's paper cannot do without. */
function missingIn({ purposes, requirements, contents, funding }: PlanTexts): 'purposes' | 'requirements' | 'contents' | 'funding' | null {
  if (linesOf(purposes.join('\n')).length === 0) {
    return 'purposes';
  }
  if (linesOf(requirements.join('\n')).length === 0) {
    return 'requirements';
  }
  if (contents.length === 0 || contents.some((one) => one.title.trim() === '' || one.items.length === 0)) {
    return 'contents';
  }
  return funding.trim() === '' ? 'funding' : null;
}
