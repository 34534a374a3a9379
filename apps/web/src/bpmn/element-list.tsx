import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Input } from 'antd';
import { useText } from '../i18n/use-text';
import { countDrawn, elementsIn, MOST_DRAWN } from './drawable';
import type { Spotlight } from './spotlight';

const MOST_SHOWN = 100;

interface Props {
  readonly xml: string;
  readonly spotlight: Spotlight;
}

/** In the place of a drawing that is too large to draw: says so, and lists what it holds. What a problem points at stands first. */
export function ElementList({ xml, spotlight }: Props): ReactNode {
  const t = useText();
  const [words, setWords] = useState('');
  const all = useMemo(() => elementsIn(xml), [xml]);
  const count = useMemo(() => countDrawn(xml), [xml]);
  const wanted = spotlight.wanted?.id;
  const list = useRef<HTMLUListElement>(null);
  // What points here may stand far below.
  useEffect(() => {
    if (spotlight.wanted !== null) {
      list.current?.querySelector('.element-wanted')?.scrollIntoView({ block: 'center' });
    }
  }, [spotlight.wanted]);
  const search = words.trim().toLocaleLowerCase('vi');
  const found = all.filter(({ id, name }) => `${name} ${id}`.toLocaleLowerCase('vi').includes(search));
  const shown = [...all.filter(({ id }) => id === wanted), ...found.filter(({ id }) => id !== wanted)].slice(0, MOST_SHOWN);
  return (
    <section className="section element-list" aria-label={t('elementList.title')}>
      <h2>{t('elementList.title')}</h2>
      <p className="note note-amber" role="status">
        {t('elementList.tooLarge', { count, most: MOST_DRAWN })}
      </p>
      <label className="field-label" htmlFor="element-search">
        {t('elementList.search')}
      </label>
      <Input
        id="element-search"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
        }}
      />
      <p className="small muted">{t('elementList.shown', { shown: Math.min(found.length, MOST_SHOWN), count: found.length })}</p>
      <ul ref={list} className="plain">
        {shown.map(({ id, name, type }) => (
          <li key={id} className={id === wanted ? 'element-wanted' : undefined} aria-current={id === wanted ? 'true' : undefined}>
            <span className="muted">{t.or(`elementType.${type}`, type)}</span> {name === '' ? null : <strong>{name}</strong>}{' '}
            <code>{id}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
