import { useState, type ReactNode } from 'react';
import { Button, Checkbox } from 'antd';
import type { OrganisationView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { DayInput, TextInput } from '../people/fields';

/** What is different from a day on; papers of the days before keep what was. */
export function ChangeBody({ body, onClose }: { readonly body: OrganisationView; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const change = useAct('changeOrganisation');
  const [from, setFrom] = useState('');
  const [name, setName] = useState(body.name);
  const [headBody, setHead] = useState(body.headBody);
  const [symbol, setSymbol] = useState(body.symbol);
  const [legalPerson, setLegal] = useState(body.legalPerson);
  const [hasSeal, setSeal] = useState(body.hasSeal);
  const [paper, setPaper] = useState('');
  const facts = {
    ...(name.trim() === body.name || name.trim() === '' ? {} : { name: name.trim() }),
    ...(headBody.trim() === body.headBody || headBody.trim() === '' ? {} : { headBody: headBody.trim() }),
    ...(symbol.trim() === body.symbol || symbol.trim() === '' ? {} : { symbol: symbol.trim() }),
    ...(legalPerson === body.legalPerson ? {} : { legalPerson }),
    ...(hasSeal === body.hasSeal ? {} : { hasSeal }),
  };
  const complete = from !== '' && paper.trim().length >= 3 && Object.keys(facts).length > 0;
  return (
    <Dialog
      title={t('bodies.act.change')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={!complete}
            loading={change.isPending}
            onClick={() => {
              change.mutate({ params: { id: body.id }, body: { from, paper: paper.trim(), ...facts } }, { onSuccess: onClose });
            }}
          >
            {t('bodies.act.change')}
          </Button>
        </>
      }
    >
      <div className="keep-form">
        <DayInput id="change-from" label={t('bodies.field.from')} value={from} onChange={setFrom} />
        <TextInput id="change-paper" label={t('bodies.field.paper')} value={paper} onChange={setPaper} />
        <TextInput
          id="change-name"
          label={t('bodies.field.name')}
          value={name}
          most={200}
          wide
          onChange={(next) => {
            setName(next);
          }}
        />
        <TextInput id="change-head" label={t('bodies.field.headBody')} help={t('bodies.headHelp')} value={headBody} onChange={setHead} />
        <TextInput id="change-symbol" label={t('bodies.field.symbol')} value={symbol} most={30} onChange={setSymbol} />
        <Checkbox
          checked={legalPerson}
          onChange={(event) => {
            setLegal(event.target.checked);
          }}
        >
          {t('bodies.field.legalPerson')}
        </Checkbox>
        <Checkbox
          checked={hasSeal}
          onChange={(event) => {
            setSeal(event.target.checked);
          }}
        >
          {t('bodies.field.seal')}
        </Checkbox>
      </div>
      <ErrorNote error={change.error} />
    </Dialog>
  );
}
