import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { OrganisationSummary, OrganisationView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { BodyPicker, DayInput, TextInput } from '../people/fields';

interface Props {
  readonly body: OrganisationView;
  readonly bodies: readonly OrganisationSummary[];
  readonly onClose: () => void;
}

/** Another body above, from a day that has come. */
export function MoveBody({ body, bodies, onClose }: Props): ReactNode {
  const t = useText();
  const move = useAct('moveOrganisation');
  const [parentId, setParent] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [paper, setPaper] = useState('');
  const complete = parentId !== null && from !== '' && paper.trim().length >= 3;
  return (
    <Dialog
      title={t('bodies.act.move')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={!complete}
            loading={move.isPending}
            onClick={() => {
              move.mutate(
                { params: { id: body.id }, body: { parentId: parentId ?? '', from, paper: paper.trim() } },
                { onSuccess: onClose },
              );
            }}
          >
            {t('bodies.act.move')}
          </Button>
        </>
      }
    >
      <div className="keep-stack">
        <BodyPicker
          id="move-parent"
          label={t('bodies.field.parent')}
          bodies={bodies.filter((one) => one.id !== body.id)}
          value={parentId}
          onChange={setParent}
        />
        <DayInput id="move-from" label={t('bodies.field.from')} help={t('bodies.moveHelp')} value={from} onChange={setFrom} />
        <TextInput id="move-paper" label={t('bodies.field.paper')} value={paper} onChange={setPaper} />
      </div>
      <ErrorNote error={move.error} />
    </Dialog>
  );
}
