import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { RowVerdicts, VerdictView } from '@thidua/contract';
import { Link } from '@tanstack/react-router';
import { useAct } from '../api/queries';
import { dayText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import { ReasonDialog } from './reason-dialog';
import './verdict.css';

const SIGN = { met: '✓', 'not-met': '✗', 'missing-data': '?', warning: '!' } as const;
const TONE = { met: 'calm', 'not-met': 'red', 'missing-data': 'amber', warning: 'amber' } as const;
const ORDER = ['not-met', 'warning', 'missing-data', 'met'] as const;

interface ListProps {
  readonly verdicts: readonly VerdictView[];
  readonly overall?: RowVerdicts['verdict'] | null | undefined;
  /** The row a reviewer may set findings aside for. */
  readonly row?: { readonly id: string; readonly version: number; readonly name: string } | undefined;
}

/** Every criterion and rule in three states, what stands against first; those that are met, or not needed beside one that is, are folded away. */
export function VerdictList({ verdicts, overall, row }: ListProps): ReactNode {
  const t = useText();
  const settled = verdicts.filter((one) => one.verdict === 'met' || isCovered(one, verdicts));
  const open = ORDER.flatMap((state) => verdicts.filter((one) => one.verdict === state && !settled.includes(one)));
  if (verdicts.length === 0) {
    return null;
  }
  return (
    <section className="verdict-list" aria-label={t('verdict.title')}>
      <p className="small">
        {overall === null || overall === undefined ? null : <VerdictMark verdict={overall} />}{' '}
        <span className="muted">{t('verdict.counts', { met: settled.length, all: verdicts.length })}</span>
      </p>
      {open.map((verdict) => (
        <Verdict key={keyOf(verdict)} verdict={verdict} row={row} />
      ))}
      {settled.length === 0 ? null : (
        <details className="small">
          <summary>{t('verdict.metOnes', { count: settled.length })}</summary>
          {settled.map((verdict) => (
            <Verdict key={keyOf(verdict)} verdict={verdict} />
          ))}
        </details>
      )}
    </section>
  );
}

/** ✓ đạt / ✗ chưa đạt / ? thiếu dữ liệu; 'vì sao' opens rule, data and citation. */
export function Verdict({ verdict, row }: { readonly verdict: VerdictView; readonly row?: ListProps['row'] }): ReactNode {
  const t = useText();
  const { ruleId, criterionId = ruleId, text, citation, because = [], missing = [], confirmed = true, override = null } = verdict;
  return (
    <details className="verdict">
      <summary>
        <VerdictMark verdict={verdict.verdict} />{' '}
        <span className="small">
          {criterionId} · {text} <span className="link-like">{t('verdict.why')}</span>
        </span>
        {override === null ? null : <span className="tag tag-calm">{t('verdict.setAside')}</span>}
      </summary>
      <div className="small verdict-why">
        {because.length === 0 ? null : (
          <>
            <strong>{t('verdict.because')}</strong>
            <ul>
              {because.map((one) => (
                <li key={`${one.kind}/${one.id}`}>
                  {one.kind === 'dossier' ? (
                    <Link to="/ho-so/$id" params={{ id: one.id }}>
                      {one.text}
                    </Link>
                  ) : (
                    one.text
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        {missing.length === 0 ? null : <p>{t('verdict.missing', { what: missing.join('; ') })}</p>}
        {override === null ? null : <p>{t('verdict.override', { reason: override.reason, by: override.by, day: dayText(override.at) })}</p>}
        <p className="muted">
          {t('authority.citation')}: {citation}
          {confirmed ? '' : ` (${t('unconfirmed.short')})`}
        </p>
        {verdict.overridable === true && override === null && row !== undefined ? <SetAside verdict={verdict} row={row} /> : null}
      </div>
    </details>
  );
}

function SetAside({ verdict, row }: { readonly verdict: VerdictView; readonly row: NonNullable<ListProps['row']> }): ReactNode {
  const t = useText();
  const act = useAct('overrideVerdict');
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    setAsking(false);
  };
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('verdict.setAsideDo')}
      </Button>
      {asking ? (
        <ReasonDialog
          title={`${t('verdict.setAsideDo')}: ${row.name}, ${verdict.ruleId}`}
          verb={t('verdict.setAsideDo')}
          label={t('verdict.setAsideReason')}
          min={10}
          pending={act.isPending}
          error={act.error}
          onClose={close}
          onDo={(reason) => {
            act.mutate({ params: { id: row.id }, body: { version: row.version, ruleId: verdict.ruleId, reason } }, { onSuccess: close });
          }}
        />
      ) : null}
    </>
  );
}

/** The mark alone, for a table cell. */
export function VerdictMark({ verdict }: { readonly verdict: VerdictView['verdict'] }): ReactNode {
  const t = useText();
  return (
    <span className={`tag tag-${TONE[verdict]}`}>
      <span aria-hidden>{SIGN[verdict]}</span> {t(`verdict.${verdict}`)}
    </span>
  );
}

/** Of a named group one criterion is enough: the others need nobody's look once one is met. */
function isCovered(verdict: VerdictView, all: readonly VerdictView[]): boolean {
  const { group = 'all' } = verdict;
  return group !== 'all' && verdict.verdict !== 'warning' && all.some((one) => one.group === group && one.verdict === 'met');
}

function keyOf({ ruleId, criterionId }: VerdictView): string {
  return `${ruleId}/${criterionId ?? ''}`;
}
