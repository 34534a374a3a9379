import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { PackList, PackSummary } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

/** Every pack the province may use, newest first. */
export function PackTable({
  list,
  shown,
  onShow,
}: {
  readonly list: PackList;
  readonly shown: string;
  readonly onShow: (id: string) => void;
}): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-label={t('law.packs')}>
      <h2>{t('law.packs')}</h2>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              {['pack', 'received', 'lapses', 'state', 'progress', 'act'].map((name) => (
                <th key={name} scope="col">
                  {t(`law.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.packs.map((pack) => (
              <tr key={pack.id} aria-selected={pack.id === shown}>
                <th scope="row">
                  {pack.title}
                  <div className="small muted" translate="no">
                    {pack.id}
                  </div>
                </th>
                <td className="nowrap">
                  {dayText(pack.receivedFrom)} – {pack.receivedTo === null ? t('law.open') : dayText(pack.receivedTo)}
                </td>
                <td className="nowrap">{pack.lapsesOn === null ? '–' : dayText(pack.lapsesOn)}</td>
                <td>
                  <PackState pack={pack} today={list.today} />
                </td>
                <td className="nowrap">{pack.status === 'in-use' ? pack.progress.sentence : '–'}</td>
                <td>
                  <div className="bar-buttons">
                    <Button
                      size="small"
                      type={pack.id === shown ? 'primary' : 'default'}
                      aria-pressed={pack.id === shown}
                      aria-label={t('law.showOf', { title: pack.title })}
                      onClick={() => {
                        onShow(pack.id);
                      }}
                    >
                      {t('law.show')}
                    </Button>
                    {pack.rowCount === 0 ? null : (
                      <a href={addressOf('packSheet', { pack: pack.id })} download={`${pack.id}.xlsx`}>
                        {t('law.download')}
                      </a>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function PackState({ pack, today }: { readonly pack: PackSummary; readonly today: string }): ReactNode {
  const t = useText();
  const [tone, word] = stateOf(pack, today);
  return (
    <div className="law-tags">
      <span className={`tag tag-${tone}`}>{t(`law.state.${word}`)}</span>
      {pack.simulated ? <span className="tag tag-amber">{t('law.state.simulated')}</span> : null}
      {pack.province === null || pack.status === 'local' ? null : <span className="tag tag-blue">{t('law.state.ofProvince')}</span>}
    </div>
  );
}

function stateOf(pack: PackSummary, today: string): readonly [tone: string, word: string] {
  if (pack.inForce) {
    return ['calm', 'inForce'];
  }
  if (pack.status === 'placeholder') {
    return ['red', 'placeholder'];
  }
  if (pack.status === 'local') {
    return ['blue', 'local'];
  }
  if (pack.receivedFrom > today) {
    return ['grey', 'later'];
  }
  return pack.receivedTo !== null && pack.receivedTo < today ? ['grey', 'past'] : ['grey', 'replaced'];
}
