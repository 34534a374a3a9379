import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ScoreBoardView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { TextLine } from '../people/fields';
import { Grounds } from './grounds';
import { isPoints, pointsSent, pointsShown } from './points';
import { Proofs } from './proofs';

type Sheet = ScoreBoardView['sheets'][number];

interface Given {
  readonly points: string;
  readonly reason: string;
}

/** The standing office's points for one body, beside its own; a change bears its reason. */
export function AppraisalForm({ board, sheet }: { readonly board: ScoreBoardView; readonly sheet: Sheet }): ReactNode {
  const t = useText();
  const save = useAct('saveGivenScores');
  const lineOf = (id: string): Sheet['lines'][number] | undefined => sheet.lines.find(({ criterion }) => criterion === id);
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>(
    Object.fromEntries(
      board.criteria.map(({ id }) => [id, { points: pointsShown(lineOf(id)?.given ?? null), reason: lineOf(id)?.reason ?? '' }]),
    ),
  );
  const at = (id: string): Given => given[id] ?? { points: '', reason: '' };
  const right = board.criteria.every(({ id }) => isPoints(at(id).points));
  const own = (id: string): string => pointsShown(lineOf(id)?.self ?? null);
  const title = t('movements.judging.appraisalOf', { org: sheet.orgName });
  return (
    <section className="section" aria-label={title}>
      <h2>{title}</h2>
      {board.criteria.map(({ id, text, most, movement }) => {
        const { points, reason } = at(id);
        const changed = points !== '' && points.replace('.', ',') !== own(id);
        return (
          <div className="judge-row" key={id}>
            <div>
              <strong>{text}</strong>
              <div className="small muted">
                {t('movements.judging.ofMost', { most: pointsShown(most), self: own(id) === '' ? '–' : own(id) })}
              </div>
              {lineOf(id)?.note ? <div className="small prose">{lineOf(id)?.note}</div> : null}
              {movement ? <Grounds grounds={sheet.grounds} /> : null}
              <Proofs workId={sheet.sheetId} place={id} proofs={sheet.proofs} mayAdd={false} />
            </div>
            <TextLine
              id={`given-${id}`}
              label={t('movements.judging.given')}
              value={points}
              max={7}
              disabled={!board.may.appraise}
              onChange={(value) => {
                setGiven({ ...given, [id]: { points: value, reason } });
              }}
            />
            <TextLine
              id={`reason-${id}`}
              label={t(changed ? 'movements.judging.reasonNeeded' : 'movements.judging.reason')}
              value={reason}
              max={1000}
              disabled={!board.may.appraise}
              onChange={(value) => {
                setGiven({ ...given, [id]: { points, reason: value } });
              }}
            />
          </div>
        );
      })}
      {board.may.appraise ? (
        <div className="judge-bar judge-save">
          <Button
            type="primary"
            loading={save.isPending}
            disabled={!right}
            onClick={() => {
              const lines = board.criteria.map(({ id }) => ({
                criterion: id,
                given: pointsSent(at(id).points),
                reason: at(id).reason.trim() === '' ? null : at(id).reason.trim(),
              }));
              save.mutate({ params: { id: board.workId }, body: { sheetId: sheet.sheetId, version: sheet.version, lines } });
            }}
          >
            {t('movements.judging.save')}
          </Button>
          <Button
            onClick={() => {
              setGiven(
                Object.fromEntries(
                  board.criteria.map(({ id }) => [id, at(id).points === '' ? { points: own(id), reason: at(id).reason } : at(id)]),
                ),
              );
            }}
          >
            {t('movements.judging.keepOwn')}
          </Button>
          <span className="small muted" role="status">
            {save.isSuccess ? t('movements.judging.saved') : right ? '' : t('movements.judging.pointsWrong')}
          </span>
        </div>
      ) : null}
      <ErrorNote error={save.error} />
      <p>{t('movements.judging.sums', { self: pointsShown(sheet.selfTotal), given: pointsShown(sheet.givenTotal) })}</p>
    </section>
  );
}
