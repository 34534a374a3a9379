import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Select } from 'antd';
import { BODY_KINDS, type BodyKind, type OrganisationSummary } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { BodyPicker, DayInput, Field, TextInput } from '../people/fields';

interface Props {
  readonly bodies: readonly OrganisationSummary[];
  /** The body it is to stand under, where that is known. */
  readonly parentId: string | null;
  readonly onClose: () => void;
}

/** A new body under one that is there. */
export function AddBody({ bodies, parentId, onClose }: Props): ReactNode {
  const t = useText();
  const add = useAct('addOrganisation');
  const [kind, setKind] = useState<BodyKind | null>(null);
  const [name, setName] = useState('');
  const [above, setAbove] = useState(parentId);
  const [symbol, setSymbol] = useState('');
  const [code, setCode] = useState('');
  const [legalPerson, setLegal] = useState(true);
  const [from, setFrom] = useState('');
  const [paper, setPaper] = useState('');
  const asked =
    kind !== null && above !== null && name.trim().length >= 2 && from !== '' && paper.trim().length >= 3
      ? { kind, parentId: above }
      : null;
  const send = (): void => {
    if (asked !== null) {
      const more = { ...(code.trim() === '' ? {} : { code: code.trim() }), legalPerson, hasSeal: legalPerson };
      add.mutate(
        { body: { ...asked, ...more, name: name.trim(), symbol: symbol.trim(), from, paper: paper.trim() } },
        { onSuccess: onClose },
      );
    }
  };
  return (
    <Dialog
      title={t('bodies.add')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button type="primary" disabled={asked === null} loading={add.isPending} onClick={send}>
            {t('bodies.add')}
          </Button>
        </>
      }
    >
      <div className="keep-form">
        <KindPicker
          id="body-kind"
          value={kind}
          onChange={(next) => {
            setKind(next);
            setLegal(next !== 'village');
          }}
        />
        <TextInput id="body-name" label={t('bodies.field.name')} value={name} most={200} onChange={setName} />
        <BodyPicker id="body-parent" label={t('bodies.field.parent')} bodies={bodies} value={above} onChange={setAbove} wide />
        <TextInput
          id="body-symbol"
          label={t('bodies.field.symbol')}
          help={t('bodies.symbolHelp')}
          value={symbol}
          most={30}
          onChange={setSymbol}
        />
        <TextInput id="body-code" label={t('bodies.field.code')} help={t('bodies.codeHelp')} value={code} most={40} onChange={setCode} />
        <DayInput id="body-from" label={t('bodies.field.from')} value={from} onChange={setFrom} />
        <TextInput id="body-paper" label={t('bodies.field.paper')} value={paper} onChange={setPaper} />
        <Checkbox
          checked={legalPerson}
          onChange={(event) => {
            setLegal(event.target.checked);
          }}
        >
          {t('bodies.field.legalPerson')}
        </Checkbox>
      </div>
      <ErrorNote error={add.error} />
    </Dialog>
  );
}

interface KindProps {
  readonly id: string;
  readonly value: BodyKind | null;
  readonly onChange: (kind: BodyKind) => void;
}

export function KindPicker({ id, value, onChange }: KindProps): ReactNode {
  const t = useText();
  const kinds = BODY_KINDS.filter((kind) => kind !== 'province' && kind !== 'city');
  return (
    <Field id={id} label={t('bodies.field.kind')}>
      <Select id={id} value={value} options={kinds.map((kind) => ({ value: kind, label: t(`bodies.kind.${kind}`) }))} onChange={onChange} />
    </Field>
  );
}
