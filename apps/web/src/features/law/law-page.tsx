import { useState, type ReactNode } from 'react';
import { WarningOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { PackList } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { Difference } from './difference';
import { PackTable } from './pack-table';
import { Proposals } from './proposals';
import { RowTable } from './row-table';
import '../../forms/forms.css';
import './law.css';

/** Gói quy định: what is in force, what each row says, what the province has confirmed or set itself, and what changes next. */
export default function LawPage(): ReactNode {
  const t = useText();
  const packs = useRead('packs');
  const [chosen, setChosen] = useState<string | null>(null);
  const list = packs.data;
  const inForce = list?.packs.find((pack) => pack.inForce);
  const shown = list?.packs.find((pack) => pack.id === chosen) ?? inForce ?? list?.packs[0];
  return (
    <div className="page">
      <PageHead
        title={t('law.title')}
        line={inForce === undefined ? t('law.line') : t('law.inForceLine', { title: inForce.title, progress: inForce.progress.sentence })}
      >
        <Link className="ant-btn-like" to="/goi-quy-dinh/ma-tran">
          {t('matrix.title')}
        </Link>
      </PageHead>
      <ErrorNote error={packs.error} onRetry={() => void packs.refetch()} />
      {list === undefined ? (
        packs.error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          <Warnings list={list} />
          <PackTable list={list} shown={shown?.id ?? ''} onShow={setChosen} />
          {shown === undefined ? null : <RowTable key={shown.id} pack={shown} mayAdminister={list.mayAdminister} today={list.today} />}
          {list.mayAdminister ? <Proposals pack={inForce} today={list.today} /> : null}
          <Difference key={inForce?.id ?? ''} packs={list.packs} />
        </>
      )}
    </div>
  );
}

/** No law in force, a law about to lapse, a pack that lets somebody else decide: before everything else. */
function Warnings({ list }: { readonly list: PackList }): ReactNode {
  const t = useText();
  const inForce = list.packs.find((pack) => pack.inForce);
  const departures = list.packs.flatMap((pack) => pack.departures.map((sentence) => ({ id: pack.id, sentence })));
  return (
    <>
      {list.refusal === null ? null : (
        <div className="note note-red" role="alert">
          <WarningOutlined aria-hidden />
          <div>
            <strong>{list.refusal}</strong>
            <div>{t('law.noneTodo')}</div>
          </div>
        </div>
      )}
      {(inForce?.notices ?? []).map((notice) => (
        <div key={notice} className="note note-amber" role="status">
          <WarningOutlined aria-hidden />
          <div>{notice}</div>
        </div>
      ))}
      {inForce?.simulated === true ? (
        <div className="note note-amber" role="status">
          <WarningOutlined aria-hidden />
          <div>{t('law.simulatedNote', { day: dayText(list.today) })}</div>
        </div>
      ) : null}
      {departures.map(({ id, sentence }) => (
        <div key={sentence} className="note note-red" role="status">
          <WarningOutlined aria-hidden />
          <div>
            {id}: {sentence}
          </div>
        </div>
      ))}
    </>
  );
}
