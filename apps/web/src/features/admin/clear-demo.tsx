import { useEffect, useState, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { CLEAR_WORDS } from '@thidua/contract';
import { call } from '../../api/client';
import { plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { carryCode } from '../setup/carried-code';

/** 'Xóa dữ liệu mẫu và bắt đầu': what goes, what stays, typed words; the code for the empty house is shown where it is used. */
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
  const client = useQueryClient();
  const router = useRouter();
  // While the house restarts nothing can be loaded: the next page is there beforehand.
  useEffect(() => {
    void router.preloadRoute({ to: '/cai-dat' });
  }, [router]);
  const [typed, setTyped] = useState('');
  // Not by useAct: it would ask everything anew of a house that knows nobody any more.
  const clear = useMutation({
    mutationFn: () => call('clearDemo', { body: { typed } }),
    onSuccess: async ({ code }) => {
      carryCode(code);
      client.clear();
      await router.navigate({ to: '/cai-dat' });
    },
  });
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
              clear.mutate();
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
