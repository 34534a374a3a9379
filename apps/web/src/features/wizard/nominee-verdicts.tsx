import type { ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import type { NomineeCheck } from '@thidua/contract';
import { call } from '../../api/client';
import { useText } from '../../i18n/use-text';
import { Verdict } from '../../pieces/verdict';
import type { Draft, NomineeDraft } from './draft';

interface Props {
  readonly draft: Draft;
  readonly row: NomineeDraft;
  readonly onSet: (part: Partial<NomineeDraft>) => void;
}

type Pick = NonNullable<NomineeDraft['evidence']>[number];

/** How the choice stands before there is a dossier: what is met, what is missing, what it may rest on, what else it could be. */
export function NomineeVerdicts({ draft, row, onSet }: Props): ReactNode {
  const t = useText();
  const body = askOf(draft, row);
  const check = useQuery({
    queryKey: ['nomineeCheck', {}, body],
    queryFn: () => call('nomineeCheck', { body }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  if (check.data === undefined) {
    return null;
  }
  const { verdicts, verdict: overall, history, yearsWithoutRating, alternatives } = check.data;
  const open = verdicts.filter((one) => one.verdict !== 'met');
  const others = alternatives.filter((one) => one.award !== row.award);
  const toggle = (pick: Pick, chosen: boolean): void => {
    const rest = (row.evidence ?? []).filter((one) => one.id !== pick.id);
    const evidence = chosen ? [...rest, pick] : rest;
    onSet({ evidence: evidence.length === 0 ? undefined : evidence });
  };
  return (
    <details className="wizard-options" open={open.some((one) => one.verdict === 'not-met' || one.verdict === 'warning')}>
      <summary>
        {t('wizard.check.title')}: {t(`wizard.check.overall.${overall}`)}
        <span className="small muted"> {t('wizard.check.counts', { met: verdicts.length - open.length, open: open.length })}</span>
      </summary>
      {open.map((verdict) => (
        <Verdict key={`${verdict.ruleId}/${verdict.criterionId}`} verdict={verdict} />
      ))}
      {yearsWithoutRating.length === 0 ? null : <p className="help">{t('wizard.check.years', { years: yearsWithoutRating.join(', ') })}</p>}
      {history.length === 0 ? null : (
        <fieldset className="evidence-picks">
          <legend className="field-label">{t('wizard.check.restsOn')}</legend>
          {history.map((fact) => (
            <Checkbox
              key={fact.id}
              disabled={!fact.confirmed}
              checked={row.evidence?.some((one) => one.id === fact.id) === true}
              onChange={(event) => {
                toggle({ kind: fact.kind, id: fact.id }, event.target.checked);
              }}
            >
              {fact.text}
              {fact.confirmed ? '' : ` (${t('wizard.check.unconfirmed')})`}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {others.length === 0 || overall === 'met' ? null : (
        <p className="help">{t('wizard.check.alternatives', { awards: others.map((one) => one.awardName).join('; ') })}</p>
      )}
    </details>
  );
}

function askOf(draft: Draft, row: NomineeDraft): NomineeCheck {
  return {
    kind: row.kind,
    name: row.name.trim(),
    award: row.award,
    occasion: draft.occasion ?? 'unspecified',
    year: draft.year,
    ...(draft.movementId === null ? {} : { movementId: draft.movementId }),
    ...(draft.underMovementId === null ? {} : { underMovementId: draft.underMovementId }),
    ...(row.personId === undefined ? {} : { personId: row.personId }),
    ...(row.subjectOrgId === undefined ? {} : { subjectOrgId: row.subjectOrgId }),
    ...(row.awardType === undefined ? {} : { awardType: row.awardType }),
    ...(row.achievementFrom === undefined ? {} : { achievementFrom: row.achievementFrom }),
    ...(row.achievementTo === undefined ? {} : { achievementTo: row.achievementTo }),
    ...(row.femaleLeader === true ? { femaleLeader: true } : {}),
    ...(row.evidence === undefined ? {} : { evidence: row.evidence }),
  };
}
