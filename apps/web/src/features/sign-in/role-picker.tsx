import { useState, type ReactNode } from 'react';
import { AuditOutlined, BankOutlined, HomeOutlined, SettingOutlined } from '@ant-design/icons';
import type { DemoAccount, SessionView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

const FACES = ['unit', 'commune', 'province', 'admin'] as const;
const ICONS: Record<(typeof FACES)[number], ReactNode> = {
  unit: <HomeOutlined />,
  commune: <AuditOutlined />,
  province: <BankOutlined />,
  admin: <SettingOutlined />,
};

interface Props {
  readonly accounts: readonly DemoAccount[];
  readonly password: string;
  readonly onEntered: (session: SessionView) => void;
}

/** Demo only: four faces, the accounts of each beneath with what waits for them; one press signs in. */
export function RolePicker({ accounts, password, onEntered }: Props): ReactNode {
  const t = useText();
  const signIn = useAct('demoSignIn');
  const [going, setGoing] = useState<string | null>(null);
  const [wanted, setWanted] = useState('');
  const shown = sorted(accounts).filter((account) => fits(account, wanted));
  return (
    <section aria-label={t('demo.pick')}>
      <h2>{t('demo.pick')}</h2>
      <input
        type="search"
        className="form-input face-search"
        value={wanted}
        maxLength={80}
        aria-label={t('demo.search')}
        placeholder={t('demo.search')}
        onChange={(event) => {
          setWanted(event.target.value);
        }}
      />
      <div className="faces">
        {FACES.map((face) => (
          <section key={face} className="face" aria-label={t(`face.${face}`)}>
            <h3>
              <span aria-hidden>{ICONS[face]}</span> {t(`face.${face}`)}
            </h3>
            <ul>
              {shown
                .filter((account) => account.face === face)
                .map((account) => (
                  <li key={account.id}>
                    <button
                      type="button"
                      disabled={signIn.isPending}
                      aria-busy={going === account.id && signIn.isPending}
                      onClick={() => {
                        setGoing(account.id);
                        signIn.mutate({ body: { accountId: account.id } }, { onSuccess: onEntered });
                      }}
                    >
                      <span>
                        <strong>{account.title}</strong>
                        <span className="small muted">
                          {account.fullName} · {account.orgName}
                        </span>
                      </span>
                      {account.waiting > 0 ? (
                        <span className="waiting" title={t('demo.waiting', { count: account.waiting })}>
                          {account.waiting}
                          <span className="visually-hidden"> {t('demo.waitingWord')}</span>
                        </span>
                      ) : null}
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="small muted">{t('demo.password', { password })}</p>
      <ErrorNote error={signIn.error} />
    </section>
  );
}

/** Those with work waiting first; otherwise as the server lists them. */
function sorted(accounts: readonly DemoAccount[]): readonly DemoAccount[] {
  return [...accounts].sort((one, two) => Number(two.waiting > 0) - Number(one.waiting > 0));
}

function fits(account: DemoAccount, wanted: string): boolean {
  return plainText([account.title, account.fullName, account.orgName, account.username].join(' ')).includes(plainText(wanted.trim()));
}
