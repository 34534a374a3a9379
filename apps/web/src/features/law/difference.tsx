import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { DifferenceView, PackSummary } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { ChangeTable } from './change-table';

/** Two packs side by side, and what of the running work rests on a row that changes. */
export function Difference({ packs }: { readonly packs: readonly PackSummary[] }): ReactNode {
  const t = useText();
  const usable = packs.filter((pack) => pack.status === 'in-use');
  const inForce = usable.find((pack) => pack.inForce);
  const next = usable.find(
    (pack) =>
      pack.province === null &&
      pack.basedOn !== null &&
      [inForce?.id, inForce?.basedOn].includes(pack.basedOn) &&
      pack.id !== inForce?.basedOn,
  );
  const [from, setFrom] = useState(inForce?.id ?? '');
  const [to, setTo] = useState(next?.id ?? '');
  const asked = from !== '' && to !== '' && from !== to;
  const read = useRead('packDifference', { query: { from, to } }, { enabled: asked });
  return (
    <section className="section" aria-label={t('law.difference')}>
      <h2>{t('law.difference')}</h2>
      <div className="law-filter">
        {(
          [
            ['from', from, setFrom],
            ['to', to, setTo],
          ] as const
        ).map(([name, value, set]) => (
          <label key={name}>
            <span className="field-label">{t(`law.differenceOf.${name}`)}</span>
            <select
              className="form-input"
              value={value}
              onChange={(event) => {
                set(event.target.value);
              }}
            >
              <option value="">–</option>
              {usable.map((pack) => (
                <option key={pack.id} value={pack.id}>
                  {pack.title}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
      {!asked ? (
        <p className="why">{t('law.chooseTwo')}</p>
      ) : read.data === undefined ? (
        read.error === null ? (
          <Loading />
        ) : null
      ) : (
        <Told view={read.data} />
      )}
    </section>
  );
}

function Told({ view }: { readonly view: DifferenceView }): ReactNode {
  const t = useText();
  const { impact } = view;
  return (
    <>
      <p role="status">{t('law.changesCount', { changes: view.changes.length, unchanged: view.unchanged })}</p>
      <p>
        {t('law.impact', { ...impact.counts })}{' '}
        {impact.limits.length === 0 ? '' : t('law.limitsTouched', { limits: impact.limits.join(', ') })}
      </p>
      {view.departures.map((sentence) => (
        <div key={sentence} className="note note-red">
          <div>{sentence}</div>
        </div>
      ))}
      {impact.dossiers.length === 0 ? null : (
        <ul className="law-impact">
          {impact.dossiers.slice(0, 10).map((dossier) => (
            <li key={dossier.id}>
              <Link to="/ho-so/$id" params={{ id: dossier.id }}>
                {dossier.code}
              </Link>{' '}
              {dossier.title} <span className="small muted">{dossier.rowIds.slice(0, 8).join(', ')}</span>
            </li>
          ))}
        </ul>
      )}
      {view.changes.length === 0 ? null : <ChangeTable changes={view.changes} />}
    </>
  );
}
