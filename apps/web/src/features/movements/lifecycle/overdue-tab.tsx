import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAct, useRead } from '../../../api/queries';
import { DayField } from '../../../forms/day-field';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { EmptyState } from '../../../pieces/empty-state';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { MovementTabProps } from '../tab-props';
import './lifecycle.css';

/** What is late in the movement; one letter of the standing office names those who are chosen. */
export function OverdueTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const read = useRead('movementOverdue', { params: { id: movement.id } }, { every: 30_000 });
  const urge = useAct('urgeRecipients');
  const [left, setLeft] = useState<readonly string[]>([]);
  const [deadline, setDeadline] = useState('');
  const [consequence, setConsequence] = useState('');
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { works, mayUrge } = read.data;
  if (works.length === 0) {
    return <EmptyState text={t('movements.lifecycle.nothingLate')} />;
  }
  const chosen = works.filter((work) => !left.includes(work.workId));
  return (
    <div className="movement-parts">
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              {['org', 'work', 'due', 'days', 'urged'].map((name) => (
                <th key={name} scope="col">
                  {t(`movements.lifecycle.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {works.map((work) => (
              <tr key={work.workId}>
                <td>
                  {mayUrge ? (
                    <label>
                      <input
                        type="checkbox"
                        checked={!left.includes(work.workId)}
                        onChange={(event) => {
                          setLeft(event.target.checked ? left.filter((id) => id !== work.workId) : [...left, work.workId]);
                        }}
                      />{' '}
                      {work.orgName}
                    </label>
                  ) : (
                    work.orgName
                  )}
                </td>
                <td>
                  <Link to="/phong-trao/viec/$id" params={{ id: work.workId }}>
                    {work.code}
                  </Link>{' '}
                  {work.title}
                </td>
                <td className="nowrap">{dayText(work.dueOn)}</td>
                <td>
                  <span className="tag tag-red">
                    {work.lateDays === null ? t('movements.late') : t('movements.lifecycle.lateDays', { count: work.lateDays })}
                  </span>
                </td>
                <td className="nowrap">{work.urgedOn === null ? '' : dayText(work.urgedOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayUrge ? (
        <section className="section" aria-label={t('movements.lifecycle.urge')}>
          <h2>{t('movements.lifecycle.urge')}</h2>
          <label className="field-label" htmlFor="urge-deadline">
            {t('movements.lifecycle.newDeadline')}
          </label>
          <div>
            <DayField
              id="urge-deadline"
              value={deadline}
              withTime={false}
              disabled={false}
              onChange={(value) => {
                setDeadline(typeof value === 'string' ? value : '');
              }}
            />
          </div>
          <label className="field-label" htmlFor="urge-consequence">
            {t('movements.lifecycle.consequence')}
          </label>
          <textarea
            id="urge-consequence"
            className="form-input form-area"
            rows={2}
            maxLength={500}
            value={consequence}
            onChange={(event) => {
              setConsequence(event.target.value);
            }}
          />
          <p>
            <Button
              type="primary"
              disabled={chosen.length === 0}
              loading={urge.isPending}
              onClick={() => {
                urge.mutate(
                  {
                    params: { id: movement.id },
                    body: { workIds: chosen.map((work) => work.workId), deadline: deadline === '' ? null : deadline, consequence },
                  },
                  {
                    onSuccess: ({ workId }) => {
                      void navigate({ to: '/phong-trao/viec/$id', params: { id: workId } });
                    },
                  },
                );
              }}
            >
              {t('movements.lifecycle.urgeAll', { count: new Set(chosen.map((work) => work.orgId)).size })}
            </Button>
          </p>
          <ErrorNote error={urge.error} />
        </section>
      ) : null}
    </div>
  );
}
