import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { RecipientView } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { EmptyState } from '../../../pieces/empty-state';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { ReasonDialog } from '../../../pieces/reason-dialog';
import type { MovementTabProps } from '../tab-props';
import { SendFurther } from './send-further';

/** Whom the plan went to, what each owes or was asked, and the plan it has made of it. */
export function RecipientsTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const read = useRead('movementRecipients', { params: { id: movement.id } }, { every: 20_000 });
  const exempt = useAct('exemptRecipient');
  const [chosen, setChosen] = useState<RecipientView | null>(null);
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { recipients, further } = read.data;
  const duties = recipients.filter((one) => one.asked === 'duty');
  return (
    <>
      {recipients.length === 0 ? <EmptyState text={t('movements.lifecycle.noRecipients')} /> : null}
      {recipients.length === 0 ? null : (
        <>
          <p>
            {t('movements.lifecycle.planCount', {
              have: duties.filter((one) => one.child?.state === 'in-force').length,
              all: duties.length,
              late: duties.filter((one) => one.late).length,
            })}
          </p>
          <div className="table-scroll">
            <table className="data">
              <thead>
                <tr>
                  {['org', 'asked', 'due', 'state', 'plan'].map((name) => (
                    <th key={name} scope="col">
                      {t(`movements.lifecycle.column.${name}`)}
                    </th>
                  ))}
                  {movement.may.run ? <th scope="col">{t('movements.lifecycle.column.act')}</th> : null}
                </tr>
              </thead>
              <tbody>
                {recipients.map((one) => (
                  <tr key={one.orgId}>
                    <td>
                      {one.orgName}
                      <div className="small muted">{one.reason}</div>
                    </td>
                    <td>{t(`movements.lifecycle.asked.${one.asked}`)}</td>
                    <td className="nowrap">{one.dueOn === null ? '' : dayText(one.dueOn)}</td>
                    <td>
                      <RecipientState one={one} />
                    </td>
                    <td>
                      <OwnPlan one={one} />
                    </td>
                    {movement.may.run ? (
                      <td>
                        {one.status === 'open' && one.asked === 'duty' ? (
                          <Button
                            size="small"
                            onClick={() => {
                              exempt.reset();
                              setChosen(one);
                            }}
                          >
                            {t('movements.lifecycle.exempt')}
                          </Button>
                        ) : null}
                      </td>
                    ) : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {further.length === 0 ? null : <SendFurther movementId={movement.id} further={further} />}
      {chosen === null ? null : (
        <ReasonDialog
          title={t('movements.lifecycle.exemptTitle', { org: chosen.orgName })}
          verb={t('movements.lifecycle.exempt')}
          label={t('movements.lifecycle.exemptReason')}
          pending={exempt.isPending}
          error={exempt.error}
          onClose={() => {
            setChosen(null);
          }}
          onDo={(reason) => {
            exempt.mutate(
              { params: { id: chosen.workId ?? '' }, body: { reason } },
              {
                onSuccess: () => {
                  setChosen(null);
                },
              },
            );
          }}
        />
      )}
    </>
  );
}

function RecipientState({ one }: { readonly one: RecipientView }): ReactNode {
  const t = useText();
  const word = one.late ? 'late' : (one.status ?? 'waiting');
  const tag = (
    <span className={`tag ${one.late ? 'tag-red' : one.status === 'done' ? 'tag-calm' : 'tag-grey'}`}>
      {t(`movements.lifecycle.state.${word}`)}
    </span>
  );
  return one.workId === null ? (
    tag
  ) : (
    <Link to="/phong-trao/viec/$id" params={{ id: one.workId }}>
      {tag}
    </Link>
  );
}

function OwnPlan({ one }: { readonly one: RecipientView }): ReactNode {
  const t = useText();
  if (one.child !== null) {
    return (
      <Link to="/phong-trao/$id" params={{ id: one.child.id }}>
        {one.child.name}
        {one.child.state === 'planned' ? ` (${t('movements.lifecycle.beingIssued')})` : ''}
      </Link>
    );
  }
  return one.answer === null ? null : (
    <>
      {t(`movements.lifecycle.answer.${one.answer.outcome}`)}
      {one.answer.note === '' ? null : <div className="small muted">{one.answer.note}</div>}
    </>
  );
}
