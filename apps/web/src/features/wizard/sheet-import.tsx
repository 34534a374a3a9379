import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { NomineeSheet } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useText } from '../../i18n/use-text';
import { UploadField } from '../../pieces/upload-field';
import type { Draft, NomineeDraft } from './draft';

interface Props {
  readonly draft: Draft;
  readonly onAdd: (rows: readonly Partial<NomineeDraft>[]) => void;
}

/** A list from XLSX: every line with its verdict first; what is taken over is what may go in. */
export function SheetImport({ draft, onAdd }: Props): ReactNode {
  const t = useText();
  const [sheet, setSheet] = useState<NomineeSheet | null>(null);
  const { orgId, movementId, underMovementId: under, occasion, year, route } = draft;
  const chain = { ...(movementId === null ? {} : { movementId }), ...(under === null ? {} : { underMovementId: under }) };
  const usable = sheet?.lines.flatMap(({ row }) => (row === null ? [] : [row])) ?? [];
  return (
    <div className="sheet-import">
      <UploadField
        id="nominee-sheet"
        label={t('wizard.sheet.choose')}
        rule="sheet"
        route="readNomineeSheet"
        input={{ query: { orgId, occasion: occasion ?? 'unspecified', year, route, ...chain } }}
        onDone={setSheet}
        quiet
      />
      <a href={addressOf('nomineeSheetForm')} download="danh-sach-de-nghi.xlsx">
        {t('wizard.sheet.form')}
      </a>
      {sheet === null ? null : (
        <section aria-label={t('wizard.sheet.title')}>
          <h3>{t('wizard.sheet.counts', { usable: usable.length, total: sheet.lines.length })}</h3>
          <div className="table-scroll sheet-lines">
            <table className="data">
              <thead>
                <tr>
                  <th scope="col">{t('wizard.sheet.line')}</th>
                  <th scope="col">{t('wizard.name')}</th>
                  <th scope="col">{t('wizard.sheet.verdict')}</th>
                </tr>
              </thead>
              <tbody>
                {sheet.lines.map((line) => (
                  <tr key={line.line}>
                    <td>{line.line}</td>
                    <td>{line.name}</td>
                    <td>
                      <strong className={`sheet-${line.verdict}`}>{t(`wizard.sheet.of.${line.verdict}`)}</strong>
                      {line.problems.map((problem) => (
                        <div className="small" key={`${problem.column}/${problem.code}`}>
                          {t.or(`wizard.sheet.column.${problem.column}`, problem.column)}:{' '}
                          {t.or(
                            `intake.reason.${problem.code}`,
                            t.or(`movements.occasions.reason.${problem.code}`, t.or(`wizard.sheet.problem.${problem.code}`, problem.code)),
                          )}{' '}
                          <span className="muted">{[problem.ruleId, problem.citation].filter((part) => part !== '').join(', ')}</span>
                        </div>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="bar-buttons">
            <Button
              type="primary"
              disabled={usable.length === 0}
              onClick={() => {
                onAdd(usable);
                setSheet(null);
              }}
            >
              {t('wizard.sheet.take', { count: usable.length })}
            </Button>
            <Button
              onClick={() => {
                setSheet(null);
              }}
            >
              {t('wizard.sheet.drop')}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
