import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ScoreBoardView } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { PrintButton } from '../../../pieces/print-button';
import type { WorkPanelProps } from '../panel-props';
import { AppraisalForm } from './appraisal-form';
import { CriteriaForm } from './criteria-form';
import { pointsShown } from './points';
import './judging.css';

/** A scoring: its criteria, then every body's sheet with both columns, and the ranks. */
export function BoardPanel({ work }: WorkPanelProps): ReactNode {
  const t = useText();
  const read = useRead('scoreBoard', { params: { id: work.id } });
  const [open, setOpen] = useState<string | null>(null);
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const board = read.data;
  const chosen = board.sheets.find(({ sheetId }) => sheetId === open);
  return (
    <>
      {board.may.criteria ? <CriteriaForm key={board.workId} board={board} /> : <CriteriaShown board={board} />}
      {board.sheets.length === 0 ? null : (
        <section className="section">
          <h2>{t('movements.judging.sheets')}</h2>
          <Sheets board={board} open={open} onOpen={setOpen} />
          {board.may.print ? (
            <div className="judge-bar">
              <PrintButton kind="bang-cham-diem" params={{ boardId: board.workId }} label={t('movements.judging.printPdf')} />
              <PrintButton kind="bang-cham-diem-xlsx" params={{ boardId: board.workId }} label={t('movements.judging.printXlsx')} />
            </div>
          ) : null}
        </section>
      )}
      {chosen === undefined ? null : <AppraisalForm key={chosen.sheetId} board={board} sheet={chosen} />}
    </>
  );
}

function CriteriaShown({ board }: { readonly board: ScoreBoardView }): ReactNode {
  const t = useText();
  return (
    <section className="section">
      <h2>{t('movements.judging.criteria')}</h2>
      <p className="muted">{t('movements.judging.scale', { points: pointsShown(board.scale) })}</p>
      <ol>
        {board.criteria.map(({ id, text, most, kind, movement }) => (
          <li key={id}>
            {`${text} (${t(`movements.judging.criterionKind.${kind}`)}, ${pointsShown(most)})`}
            {movement ? <span className="tag tag-blue">{t('movements.judging.movementRowShort')}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface SheetsProps {
  readonly board: ScoreBoardView;
  readonly open: string | null;
  readonly onOpen: (sheetId: string | null) => void;
}

function Sheets({ board, open, onOpen }: SheetsProps): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['rank', 'org', 'self', 'given', 'left', 'open'].map((name) => (
              <th key={name} scope="col">
                {t(`movements.judging.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.sheets.map((sheet) => (
            <tr key={sheet.sheetId}>
              <td className="num">{sheet.rank ?? ''}</td>
              <th scope="row">
                {sheet.orgName}
                {sheet.tied ? <span className="tag tag-amber">{t('movements.judging.tied')}</span> : null}
              </th>
              <td className="num">
                {sheet.handedInAt === null ? (
                  <span className="tag tag-grey">{t(`movements.judging.sheetState.${sheet.status}`)}</span>
                ) : (
                  pointsShown(sheet.selfTotal)
                )}
              </td>
              <td className="num">{pointsShown(sheet.givenTotal)}</td>
              <td className="num">{sheet.open === 0 ? '' : sheet.open}</td>
              <td>
                <Button
                  size="small"
                  aria-expanded={open === sheet.sheetId}
                  onClick={() => {
                    onOpen(open === sheet.sheetId ? null : sheet.sheetId);
                  }}
                >
                  {t(board.may.appraise ? 'movements.judging.appraise' : 'movements.judging.see')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
