import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { isWhole, NO_PAPER, paperBody, PaperForm } from './paper-form';

interface Props {
  readonly packId: string;
  readonly rowKeys: readonly string[];
  readonly rowIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One paper confirms the chosen rows; a second administrator must agree before anything counts. */
export function ConfirmDialog({ packId, rowKeys, rowIds, onClose, onDone }: Props): ReactNode {
  const t = useText();
  const propose = useAct('proposeConfirmation');
  const [paper, setPaper] = useState(NO_PAPER);
  return (
    <Dialog
      title={t('law.confirmTitle', { count: rowKeys.length })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={!isWhole(paper)}
            loading={propose.isPending}
            onClick={() => {
              propose.mutate({ params: { pack: packId }, body: { ...paperBody(paper), rowKeys: [...rowKeys] } }, { onSuccess: onDone });
            }}
          >
            {t('law.proposeConfirmation')}
          </Button>
        </>
      }
    >
      <p className="small">{rowIds.join(', ')}</p>
      <PaperForm paper={paper} onChange={setPaper} />
      <p className="help">{isWhole(paper) ? t('law.secondPerson') : t('law.paperForm.missing')}</p>
      <ErrorNote error={propose.error} />
    </Dialog>
  );
}
