import { useState, type ReactNode } from 'react';
import { Input } from 'antd';
import type { SigningPlace } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { PlaceCard } from './place-card';
import './signing.css';

const SEARCH_FROM = 8;

/** Chữ ký số: what my posts sign with, the seals I keep; an administrator sees every post that signs and every seal. */
export default function SigningPage(): ReactNode {
  const t = useText();
  const signing = useRead('signing');
  const [wanted, setWanted] = useState('');
  if (signing.data === undefined) {
    return <div className="page">{signing.error === null ? <Loading /> : <ErrorNote error={signing.error} />}</div>;
  }
  const { places, remoteSigners, hasTimestamps } = signing.data;
  const found = places.filter((place) => matches(place, wanted));
  const groups = { mine: found.filter((one) => one.mine), others: found.filter((one) => !one.mine) };
  return (
    <div className="page">
      <PageHead title={t('signing.title')} />
      <p className="muted small">
        {t('signing.help')} {t(hasTimestamps ? 'signing.timestamps' : 'signing.noTimestamps')}
      </p>
      {places.length >= SEARCH_FROM ? (
        <Input.Search
          className="signing-search"
          allowClear
          placeholder={t('signing.search')}
          aria-label={t('signing.search')}
          onChange={(event) => {
            setWanted(event.target.value);
          }}
        />
      ) : null}
      {found.length === 0 ? <EmptyState text={t('signing.none')} /> : null}
      {(['mine', 'others'] as const).map((group) =>
        groups[group].length === 0 ? null : (
          <section key={group} aria-label={t(`signing.${group}`)}>
            <h2 className="signing-group">{t(`signing.${group}`)}</h2>
            <div className="signing-places">
              {groups[group].map((place) => (
                <PlaceCard key={place.ownerId} place={place} remoteSigners={remoteSigners} />
              ))}
            </div>
          </section>
        ),
      )}
    </div>
  );
}

function matches({ title, orgName, holderName }: SigningPlace, wanted: string): boolean {
  const text = `${title} ${orgName} ${holderName ?? ''}`.toLocaleLowerCase('vi');
  return wanted
    .toLocaleLowerCase('vi')
    .split(/\s+/)
    .every((word) => text.includes(word));
}
