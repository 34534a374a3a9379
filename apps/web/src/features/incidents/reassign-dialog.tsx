import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { TakerList, TakerView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import './incidents.css';

const LEAST = 10;

interface Props {
  readonly taskId: string;
  readonly name: string;
  readonly onClose: () => void;
  /** Told to whom. */
  readonly onDone: (to: string) => void;
}

/** To whom an open task is handed and why; posts that may not take it stand beneath with the rule. */
export function ReassignDialog({ taskId, name, onClose, onDone }: Props): ReactNode {
  const t = useText();
  const read = useRead('taskTakers', { params: { id: taskId } });
  const give = useAct('reassignTask');
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const taker = read.data?.takers.find((one) => keyOf(one) === chosen);
  const short = Array.from(reason.trim()).length < LEAST;
  return (
    <Dialog
      title={t('reassign.title', { task: name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={taker === undefined || short}
            loading={give.isPending}
            onClick={() => {
              if (taker !== undefined && read.data !== undefined) {
                const { orgId, role } = taker;
                const body = { orgId, role, reason: reason.trim(), version: read.data.task.version };
                give.mutate(
                  { params: { id: taskId }, body },
                  {
                    onSuccess: () => {
                      onDone(nameOf(taker));
                    },
                  },
                );
              }
            }}
          >
            {t('reassign.act')}
          </Button>
        </>
      }
    >
      <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
      {read.data === undefined ? (
        read.error === null ? (
          <Loading />
        ) : null
      ) : (
        <Choice list={read.data} chosen={chosen} onChoose={setChosen} />
      )}
      {read.data?.says === null ? (
        <>
          <label className="field-label" htmlFor="reassign-reason">
            {t('reassign.reason')}
          </label>
          <textarea
            id="reassign-reason"
            className="form-input form-area"
            rows={3}
            maxLength={1000}
            value={reason}
            aria-describedby="reassign-help"
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
          <p className="help" id="reassign-help">
            {short ? `${t('reason.min', { min: LEAST })} ` : ''}
            {t('reassign.help')}
          </p>
        </>
      ) : null}
      <ErrorNote error={give.error} />
    </Dialog>
  );
}

interface ChoiceProps {
  readonly list: TakerList;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

function Choice({ list, chosen, onChoose }: ChoiceProps): ReactNode {
  const t = useText();
  const { task, takers, says } = list;
  const may = takers.filter((one) => one.fault === null);
  const others = takers.filter((one) => one.fault !== null && one.fault !== 'has-it');
  const holders = task.holders.map((one) => one.fullName).join(', ');
  return (
    <>
      <p>
        {t('reassign.now', { posts: task.posts.join('; ') })} ({holders === '' ? t('reassign.nobody') : holders})
      </p>
      {says === null ? (
        <fieldset className="takers">
          <legend className="field-label">{t('reassign.choose')}</legend>
          {may.map((one) => (
            <label key={keyOf(one)} className="taker">
              <input
                type="radio"
                name="taker"
                checked={chosen === keyOf(one)}
                onChange={() => {
                  onChoose(keyOf(one));
                }}
              />
              <span>
                <strong>{one.roleName}</strong>
                <span className="small muted">{nameOf(one)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <div className="note note-amber">
          <div>
            {says}{' '}
            <Link to="/nhan-su" search={{}}>
              {t('reassign.people')}
            </Link>
            {' · '}
            <Link to="/giao-ky-thay/tat-ca">{t('reassign.lend')}</Link>
          </div>
        </div>
      )}
      {others.length === 0 ? null : (
        <details>
          <summary>
            {t('reassign.mayNot')} ({others.length})
          </summary>
          <ul className="plain takers-not">
            {others.map((one) => (
              <li key={keyOf(one)}>
                <strong>{one.roleName}</strong> <span className="small muted">{nameOf(one)}</span>
                <div className="small">{one.says}</div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function keyOf({ orgId, role }: TakerView): string {
  return `${orgId}/${role}`;
}

/** 'Trần Văn An, Trưởng phòng Văn hóa - Xã hội' */
function nameOf({ holders }: TakerView): string {
  return holders.map(({ fullName, title }) => `${fullName}, ${title}`).join('; ');
}
