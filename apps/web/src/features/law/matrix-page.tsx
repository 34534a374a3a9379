import { useMemo, useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { AuthorityMatrix, PackRowView, PackSummary } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { ConfirmDialog } from './confirm-dialog';
import { EVERYTHING, MatrixFilter, filtered, type Filter } from './matrix-filter';
import { MatrixRowDialog } from './matrix-row-dialog';
import { MatrixTable } from './matrix-table';
import { OverrideDialog } from './override-dialog';
import { Waiting } from './waiting';
import '../../forms/forms.css';
import './law.css';
import './matrix.css';

/** Ma trận thẩm quyền: who decides what, through which council, by which share of votes, in what time, on what ground and since when. */
export default function MatrixPage(): ReactNode {
  const t = useText();
  const packs = useRead('packs');
  const [packId, setPackId] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const list = packs.data;
  const usable = list?.packs.filter((pack) => pack.rowCount > 0) ?? [];
  const pack = usable.find((one) => one.id === packId) ?? usable.find((one) => one.inForce) ?? usable[0];
  const firstDay = pack === undefined || list === undefined ? '' : dayWithin(list.today, pack);
  const asked = day ?? firstDay;
  return (
    <div className="page page-wide">
      <PageHead title={t('matrix.title')} line={t('matrix.line')}>
        {pack === undefined ? null : (
          <a className="ant-btn-like" href={addressOf('authorityMatrixSheet', { pack: pack.id }, { day: asked })} download>
            {t('matrix.download')}
          </a>
        )}
        <Link className="ant-btn-like" to="/goi-quy-dinh">
          {t('matrix.toPacks')}
        </Link>
      </PageHead>
      <ErrorNote error={packs.error} onRetry={() => void packs.refetch()} />
      {list === undefined ? (
        packs.error === null ? (
          <Loading />
        ) : null
      ) : pack === undefined ? (
        <EmptyState text={list.refusal ?? t('law.line')} />
      ) : (
        <Matrix
          key={pack.id}
          pack={pack}
          packs={usable}
          day={asked}
          mayAdminister={list.mayAdminister}
          onPack={(id) => {
            setPackId(id);
            setDay(null);
          }}
          onDay={setDay}
          today={firstDay}
        />
      )}
    </div>
  );
}

/** Today, or the nearest day on which the pack receives. */
function dayWithin(today: string, { receivedFrom, receivedTo }: PackSummary): string {
  return today < receivedFrom ? receivedFrom : receivedTo !== null && today > receivedTo ? receivedTo : today;
}

interface Props {
  readonly pack: PackSummary;
  readonly packs: readonly PackSummary[];
  readonly day: string;
  /** The first day a local value may hold from. */
  readonly today: string;
  readonly mayAdminister: boolean;
  readonly onPack: (id: string) => void;
  readonly onDay: (day: string) => void;
}

function Matrix({ pack, packs, day, today, mayAdminister, onPack, onDay }: Props): ReactNode {
  const t = useText();
  const read = useRead('authorityMatrix', { params: { pack: pack.id }, query: { day } });
  const [filter, setFilter] = useState<Filter>(EVERYTHING);
  const [opened, setOpened] = useState<string | null>(null);
  const [act, setAct] = useState<'confirm' | 'override' | null>(null);
  const rows = useMemo(() => new Map((read.data?.rows ?? []).map((row) => [row.key, row])), [read.data]);
  const row = opened === null ? undefined : rows.get(opened);
  const close = (): void => {
    setAct(null);
    setOpened(null);
  };
  return (
    <section className="section" aria-label={t('matrix.title')}>
      <MatrixFilter
        packs={packs}
        pack={pack}
        day={day}
        lines={read.data?.lines ?? []}
        filter={filter}
        onPack={onPack}
        onDay={onDay}
        onFilter={setFilter}
      />
      <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
      {read.data === undefined ? (
        read.error === null ? (
          <Loading />
        ) : null
      ) : (
        <Lines matrix={read.data} rows={rows} filter={filter} onOpen={setOpened} />
      )}
      {mayAdminister ? <Waiting rows={[...rows.values()]} /> : null}
      {row === undefined || act !== null ? null : (
        <MatrixRowDialog row={row} mayAdminister={mayAdminister && pack.status === 'in-use'} onAct={setAct} onClose={close} />
      )}
      {row !== undefined && act === 'confirm' ? (
        <ConfirmDialog packId={pack.id} rowKeys={[row.key]} rowIds={[row.id]} onClose={close} onDone={close} />
      ) : null}
      {row !== undefined && act === 'override' ? <OverrideDialog packId={pack.id} row={row} today={today} onClose={close} /> : null}
    </section>
  );
}

function Lines({
  matrix,
  rows,
  filter,
  onOpen,
}: {
  readonly matrix: AuthorityMatrix;
  readonly rows: ReadonlyMap<string, PackRowView>;
  readonly filter: Filter;
  readonly onOpen: (rowKey: string) => void;
}): ReactNode {
  const t = useText();
  const shown = filtered(matrix.lines, rows, filter, (level) => t(`level.${level}`));
  const open = [...rows.values()].filter((row) => !row.confirmed).length;
  return (
    <>
      <p className="small muted" role="status">
        {t('matrix.shown', { shown: shown.length, count: matrix.lines.length, day: dayText(matrix.day), open })}
      </p>
      {shown.length === 0 ? <EmptyState text={t('matrix.none')} /> : <MatrixTable lines={shown} rows={rows} onOpen={onOpen} />}
    </>
  );
}
