import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { BlankView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';

interface Props {
  readonly blank: Pick<BlankView, 'id' | 'name'>;
  readonly version: number;
  readonly onDone: () => void;
}

/** Takes a blank out of use; what was printed on it stays as it is. */
export function RetireBlank({ blank, version, onDone }: Props): ReactNode {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const retire = useAct('retireBlank');
  const close = (): void => {
    setAsking(false);
  };
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('blanks.retire')}
      </Button>
      {asking ? (
        <Dialog
          title={`${t('blanks.retire')}: ${blank.name}`}
          onClose={close}
          foot={
            <>
              <Button onClick={close}>{t('action.close')}</Button>
              <Button
                danger
                type="primary"
                loading={retire.isPending}
                onClick={() => {
                  retire.mutate({ params: { id: blank.id }, body: { version } }, { onSuccess: onDone });
                }}
              >
                {t('blanks.retire')}
              </Button>
            </>
          }
        >
          <p>{t('blanks.retireHelp')}</p>
          <ErrorNote error={retire.error} />
        </Dialog>
      ) : null}
    </>
  );
}
