import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ScoreSheetView } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { TextLine } from '../people/fields';
import type { WorkPanelProps } from '../panel-props';
import { Grounds } from './grounds';
import { isPoints, pointsSent, pointsShown } from './points';
import { Proofs } from './proofs';
import './judging.css';

/** One body's sheet: its own points with what they rest on; later what the standing office gave, and why. */
export function SheetPanel({ work }: WorkPanelProps): ReactNode {
  const read = useRead('scoreSheet', { params: { id: work.id } });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  return read.data.may.score ? <SelfForm key={work.id} sheet={read.data} /> : <SheetShown sheet={read.data} />;
}

interface Own {
  readonly points: string;
  readonly note: string;
}

function SelfForm({ sheet }: { readonly sheet: ScoreSheetView }): ReactNode {
  const t = useText();
  const save = useAct('saveSelfScores');
  const [own, setOwn] = useState<Readonly<Record<string, Own>>>(
    Object.fromEntries(sheet.lines.map(({ criterion, self, note }) => [criterion, { points: pointsShown(self), note }])),
  );
  const at = (id: string): Own => own[id] ?? { points: '', note: '' };
  const right = sheet.criteria.every(({ id }) => isPoints(at(id).points));
  const left = sheet.criteria.filter(({ id }) => at(id).points === '').length;
  return (
    <section className="section" aria-label={t('movements.judging.selfTitle')}>
      <h2>{t('movements.judging.selfTitle')}</h2>
      {sheet.criteria.map(({ id, text, most, kind, movement }) => (
        <div className="judge-row" key={id}>
          <div>
            <strong>{text}</strong>
            <div className="small muted">{`${t(`movements.judging.criterionKind.${kind}`)}, ${t('movements.judging.atMost', { most: pointsShown(most) })}`}</div>
            {movement ? <Grounds grounds={sheet.grounds} /> : null}
          </div>
          <TextLine
            id={`self-${id}`}
            label={t('movements.judging.self')}
            value={at(id).points}
            max={7}
            onChange={(points) => {
              setOwn({ ...own, [id]: { ...at(id), points } });
            }}
          />
          <TextLine
            id={`note-${id}`}
            label={t('movements.judging.note')}
            value={at(id).note}
            max={2000}
            onChange={(note) => {
              setOwn({ ...own, [id]: { ...at(id), note } });
            }}
          />
          <div className="wide">
            <Proofs workId={sheet.sheetId} place={id} proofs={sheet.proofs} mayAdd />
          </div>
        </div>
      ))}
      <div className="judge-bar judge-save">
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!right}
          onClick={() => {
            const lines = sheet.criteria.map(({ id }) => ({ criterion: id, self: pointsSent(at(id).points), note: at(id).note }));
            save.mutate({ params: { id: sheet.sheetId }, body: { version: sheet.version, lines } });
          }}
        >
          {t('movements.judging.save')}
        </Button>
        <span className="small muted" role="status">
          {save.isSuccess ? `${t('movements.judging.saved')} ` : ''}
          {!right ? t('movements.judging.pointsWrong') : left === 0 ? '' : t('movements.judging.rowsLeft', { count: left })}
        </span>
      </div>
      <ErrorNote error={save.error} />
      <p>{t('movements.judging.selfSum', { points: pointsShown(sheet.selfTotal), scale: pointsShown(sheet.scale) })}</p>
      <p className="help">{t('movements.judging.thenTask')}</p>
    </section>
  );
}

function SheetShown({ sheet }: { readonly sheet: ScoreSheetView }): ReactNode {
  const t = useText();
  const told = sheet.givenTotal !== null;
  return (
    <section className="section" aria-label={t('movements.judging.selfTitle')}>
      <h2>{t('movements.judging.selfTitle')}</h2>
      {sheet.rank === null || sheet.givenTotal === null ? null : (
        <p>
          <strong>{t('movements.judging.ranked', { points: pointsShown(sheet.givenTotal), rank: sheet.rank, of: sheet.of })}</strong>{' '}
          {sheet.tied ? <span className="tag tag-amber">{t('movements.judging.tied')}</span> : null}
        </p>
      )}
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              {['criterion', 'most', 'self', ...(told ? ['given', 'reason'] : ['note'])].map((name) => (
                <th key={name} scope="col">
                  {t(`movements.judging.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.criteria.map(({ id, text, most, movement }) => {
              const line = sheet.lines.find(({ criterion }) => criterion === id);
              return (
                <tr key={id}>
                  <th scope="row">
                    {text}
                    {movement ? <Grounds grounds={sheet.grounds} /> : null}
                    <Proofs workId={sheet.sheetId} place={id} proofs={sheet.proofs} mayAdd={false} />
                  </th>
                  <td className="num">{pointsShown(most)}</td>
                  <td className="num">{pointsShown(line?.self ?? null)}</td>
                  {told ? <td className="num">{pointsShown(line?.given ?? null)}</td> : null}
                  <td>{told ? line?.reason : line?.note}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p>{t('movements.judging.selfSum', { points: pointsShown(sheet.selfTotal), scale: pointsShown(sheet.scale) })}</p>
    </section>
  );
}
