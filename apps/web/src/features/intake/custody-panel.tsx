import { useState, type ReactNode } from 'react';
import { Button, Input, Select } from 'antd';
import { useAct, useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';

/** A secret dossier on the screen: its number stands above, and here where the paper lies. */
export function CustodyPanel({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const custody = useRead('custody', { params: { id } });
  const move = useAct('moveSecretDossier');
  const close = useAct('closeSecretDossier');
  const [holder, setHolder] = useState<string | undefined>();
  const [shelf, setShelf] = useState('');
  if (custody.data === undefined) {
    return custody.error === null ? <Loading /> : <ErrorNote error={custody.error} />;
  }
  const { secrecy, lines, next, may } = custody.data;
  return (
    <section className="section" aria-label={t('secret.custody')}>
      <div className="note note-red">
        <div>
          <strong>{t(`secrecy.${secrecy}`)}</strong>
          <div>{t('secret.paperOnly')}</div>
        </div>
      </div>
      <h2>{t('secret.custody')}</h2>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              {['from', 'holder', 'shelf', 'by'].map((name) => (
                <th key={name} scope="col">
                  {t(`secret.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.seq}>
                <td className="nowrap">{instantText(line.from)}</td>
                <td>{line.holder}</td>
                <td>{line.shelf}</td>
                <td>{line.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {may.move ? (
        <div className="nominee-fields scan-form">
          <div className="field">
            <label className="field-label" htmlFor="custody-holder">
              {t('secret.moveTo')}
            </label>
            <Select
              id="custody-holder"
              value={holder}
              options={next.map((org) => ({ value: org.id, label: org.name }))}
              onChange={setHolder}
            />
          </div>
          <div className="field">
            <label className="field-label" htmlFor="custody-shelf">
              {t('secret.shelf')}
            </label>
            <Input
              id="custody-shelf"
              maxLength={20}
              autoComplete="off"
              value={shelf}
              placeholder="TU-01/N2"
              onChange={(event) => {
                setShelf(event.target.value.toUpperCase());
              }}
            />
          </div>
          <div className="field scan-button bar-buttons">
            <Button
              type="primary"
              disabled={holder === undefined || shelf === ''}
              loading={move.isPending}
              onClick={() => {
                move.mutate({ params: { id }, body: { holderOrgId: holder ?? '', shelf } });
              }}
            >
              {t('secret.move')}
            </Button>
            <Button
              loading={close.isPending}
              onClick={() => {
                close.mutate({ params: { id } });
              }}
            >
              {t('secret.close')}
            </Button>
          </div>
        </div>
      ) : null}
      <ErrorNote error={move.error ?? close.error} />
    </section>
  );
}
