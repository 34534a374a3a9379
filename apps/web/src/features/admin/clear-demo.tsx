import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { CLEAR_WORDS } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';

/** 'Xóa dữ liệu mẫu và bắt đầu': what goes, what stays, typed words; then the code for the empty house, shown once. */
export function ClearDemo(): ReactNode {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <section className="section admin-clear" aria-labelledby="admin-clear">
      <h2 id="admin-clear">{t('admin.clear.title')}</h2>
      <p>{t('admin.clear.line')}</p>
      <Button
        danger
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('admin.clear.act')}
      </Button>
      {asking ? (
        <ClearDialog
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </section>
  );
}

function ClearDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText();
  const clear = useAct('clearDemo');
  const [typed, setTyped] = useState('');
  const code = clear.data?.code;
  if (code !== undefined) {
    return <Cleared code={code} />;
  }
  return (
    <Dialog
      title={t('admin.clear.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            danger
            type="primary"
            disabled={plainText(typed.trim()) !== plainText(CLEAR_WORDS)}
            loading={clear.isPending}
            onClick={() => {
              clear.mutate({ body: { typed } });
            }}
          >
            {t('admin.clear.act')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{t('admin.clear.goes')}</strong>
      </p>
      <p>{t('admin.clear.stays')}</p>
      <div className="field">
        <label className="field-label" htmlFor="clear-words">
          {t('admin.clear.type', { words: CLEAR_WORDS })}
        </label>
        <Input
          id="clear-words"
          value={typed}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </div>
      <ErrorNote error={clear.error} />
    </Dialog>
  );
}

/** The house restarts meanwhile: its state is asked for until it answers as an empty one. */
function Cleared({ code }: { readonly code: string }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const state = useRead('setup', {}, { every: 1500 });
  const ready = state.data?.open === true && state.error === null;
  const go = (): void => {
    void navigate({ to: '/cai-dat' });
  };
  return (
    <Dialog
      title={t('admin.clear.done')}
      onClose={() => undefined}
      foot={
        <Button type="primary" disabled={!ready} loading={!ready} onClick={go}>
          {t('admin.clear.go')}
        </Button>
      }
    >
      <p>{t('admin.clear.code')}</p>
      <p className="admin-code">{code}</p>
      <p className="muted">{t('admin.clear.once')}</p>
      <p role="status">{t(ready ? 'admin.clear.ready' : 'admin.clear.restarting')}</p>
    </Dialog>
  );
}
