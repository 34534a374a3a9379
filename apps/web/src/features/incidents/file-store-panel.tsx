import type { ReactNode } from 'react';
import { useRead } from '../../api/queries';
import { sizeText } from '../../i18n/file-facts';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import './file-store.css';

/** Where files lie, whether they are sealed, and who looks for viruses in them. */
export function FileStorePanel(): ReactNode {
  const t = useText();
  const store = useRead('fileStore', {}, { every: 30_000 });
  if (store.data === undefined) {
    return <ErrorNote error={store.error} />;
  }
  const { store: where, encrypted, scanner, places, waiting, infected } = store.data;
  return (
    <section className="section file-store" aria-label={t('fileStore.title')}>
      <h2>{t('fileStore.title')}</h2>
      <dl className="facts">
        <dt>{t('fileStore.where')}</dt>
        <dd>
          {t(`fileStore.place.${where}`)}
          {' · '}
          {t(encrypted ? 'fileStore.sealed' : 'fileStore.clear')}
        </dd>
        <dt>{t('fileStore.lying')}</dt>
        <dd>
          {places
            .map((place) =>
              t('fileStore.lies', { place: t(`fileStore.place.${place.location}`), files: place.files, size: sizeText(place.bytes) }),
            )
            .join('; ')}
        </dd>
        <dt>{t('fileStore.scanner')}</dt>
        <dd>{t(`fileStore.scan.${scanner}`)}</dd>
      </dl>
      {waiting > 0 ? <p className="note note-amber">{t('fileStore.waiting', { count: waiting })}</p> : null}
      {infected > 0 ? <p className="note note-red">{t('fileStore.infected', { count: infected })}</p> : null}
    </section>
  );
}
