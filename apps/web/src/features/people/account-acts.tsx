import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { USERNAME, type AccountCode, type PersonView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { TextInput } from './fields';

/** Opening, resetting, locking an account; a code is shown once, large enough to be copied onto a slip. */
export function AccountActs({ person }: { readonly person: PersonView }): ReactNode {
  const t = useText();
  const { account } = person;
  const [doing, setDoing] = useState<'open' | 'reset' | 'state' | null>(null);
  const close = (): void => {
    setDoing(null);
  };
  const button = (name: 'open' | 'reset' | 'state', text: string): ReactNode => (
    <Button
      size="small"
      onClick={() => {
        setDoing(name);
      }}
    >
      {text}
    </Button>
  );
  return (
    <>
      {account === null ? button('open', t('staff.account.open')) : null}
      {account === null || account.state === 'disabled' ? null : button('reset', t('staff.account.reset'))}
      {account === null ? null : button('state', t(account.state === 'disabled' ? 'staff.account.unlock' : 'staff.account.lock'))}
      {doing === 'open' ? <Open person={person} onClose={close} /> : null}
      {doing === 'reset' && account !== null ? <Reset id={account.id} username={account.username} onClose={close} /> : null}
      {doing === 'state' && account !== null ? <State id={account.id} locked={account.state === 'disabled'} onClose={close} /> : null}
    </>
  );
}

function Open({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const open = useAct('openAccount');
  const [username, setUsername] = useState('');
  return (
    <Dialog
      title={t('staff.account.openFor', { name: person.fullName })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          {open.isSuccess ? null : (
            <Button
              type="primary"
              disabled={!USERNAME.test(username.trim().toLowerCase())}
              loading={open.isPending}
              onClick={() => {
                open.mutate({ params: { id: person.id }, body: { username: username.trim() } });
              }}
            >
              {t('staff.account.open')}
            </Button>
          )}
        </>
      }
    >
      {open.data === undefined ? (
        <TextInput
          id="account-name"
          label={t('staff.account.username')}
          help={t('staff.account.usernameHelp')}
          value={username}
          most={40}
          onChange={setUsername}
        />
      ) : (
        <Code made={open.data} />
      )}
      <ErrorNote error={open.error} />
    </Dialog>
  );
}

interface ResetProps {
  readonly id: string;
  readonly username: string;
  readonly onClose: () => void;
}

function Reset({ id, username, onClose }: ResetProps): ReactNode {
  const t = useText();
  const reset = useAct('resetAccount');
  return (
    <Dialog
      title={t('staff.account.resetFor', { username })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          {reset.isSuccess ? null : (
            <Button
              type="primary"
              loading={reset.isPending}
              onClick={() => {
                reset.mutate({ params: { id } });
              }}
            >
              {t('staff.account.reset')}
            </Button>
          )}
        </>
      }
    >
      {reset.data === undefined ? <p>{t('staff.account.resetWhat')}</p> : <Code made={reset.data} />}
      <ErrorNote error={reset.error} />
    </Dialog>
  );
}

function Code({ made }: { readonly made: AccountCode }): ReactNode {
  const t = useText();
  return (
    <div role="status">
      <p>{t('staff.account.code', { username: made.username })}</p>
      <p className="keep-code">{made.code}</p>
      <p className="muted">{t('staff.account.once', { day: dayText(made.expiresOn) })}</p>
    </div>
  );
}

function State({ id, locked, onClose }: { readonly id: string; readonly locked: boolean; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const set = useAct('setAccountState');
  return (
    <ReasonDialog
      title={t(locked ? 'staff.account.unlock' : 'staff.account.lock')}
      verb={t(locked ? 'staff.account.unlock' : 'staff.account.lock')}
      label={t('staff.account.why')}
      pending={set.isPending}
      error={set.error}
      onClose={onClose}
      onDo={(reason) => {
        set.mutate({ params: { id }, body: { disabled: !locked, reason } }, { onSuccess: onClose });
      }}
    />
  );
}
