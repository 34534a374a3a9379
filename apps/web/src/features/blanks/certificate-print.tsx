import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import { useRead } from '../../api/queries';
import type { AnswerOf } from '../../api/client';
import { useText } from '../../i18n/use-text';
import { PrintButton } from '../../pieces/print-button';
import './blanks.css';

type Certificates = AnswerOf<'roundCertificates'>;

/** The certificates of a round on a pre-printed blank: all of them or some, a page each, in the order of the list. */
export function CertificatePrint({ roundId }: { readonly roundId: string }): ReactNode {
  const t = useText();
  const list = useRead('roundCertificates', { params: { id: roundId } }, { every: 2500 });
  const { making = null, certificates = [] } = list.data ?? {};
  if (list.data === undefined || (certificates.length === 0 && making === null)) {
    return null;
  }
  return (
    <section className="section" aria-label={t('blanks.print')}>
      <h2>{t('blanks.print')}</h2>
      {making === null ? null : (
        <p role="status">
          <progress aria-label={t('blanks.making')} value={making.done} max={making.total} /> {t('blanks.making')}{' '}
          {t('print.progress', making)}
        </p>
      )}
      {certificates.length === 0 || !list.data.mayPrint ? null : <Choice roundId={roundId} found={list.data} />}
    </section>
  );
}

function Choice({ roundId, found }: { readonly roundId: string; readonly found: Certificates }): ReactNode {
  const t = useText();
  const { certificates, blanks } = found;
  const fitting = blanks.filter((one) => one.awards.length === 0 || certificates.some((paper) => one.awards.includes(paper.award)));
  const [blankId, setBlankId] = useState<string | null>(null);
  const blank = fitting.find((one) => one.id === blankId) ?? fitting[0];
  const meant = certificates.filter((paper) => blank === undefined || blank.awards.length === 0 || blank.awards.includes(paper.award));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = meant.filter((paper) => !left.has(paper.rowId));
  if (blank === undefined) {
    return (
      <p>
        {t('blanks.noBlank')} <Link to="/phoi">{t('blanks.title')}</Link>
      </p>
    );
  }
  return (
    <>
      <div className="blank-bar">
        <label htmlFor="print-blank">{t('blanks.on')}</label>
        <Select
          id="print-blank"
          style={{ minWidth: 220 }}
          value={blank.id}
          options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setBlankId}
        />
        <Link to="/phoi/$id" params={{ id: blank.id }}>
          {t('blanks.openBlank')}
        </Link>
      </div>
      <div className="sheet-list table-scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  aria-label={t('blanks.all')}
                  checked={chosen.length === meant.length}
                  indeterminate={chosen.length > 0 && chosen.length < meant.length}
                  onChange={(event) => {
                    setLeft(event.target.checked ? new Set() : new Set(meant.map((paper) => paper.rowId)));
                  }}
                />
              </th>
              {['order', 'recipient', 'award', 'decision'].map((column) => (
                <th key={column} scope="col">
                  {t(`blanks.sheets.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {meant.map((paper, at) => (
              <tr key={paper.paperId}>
                <td>
                  <Checkbox
                    aria-label={paper.recipient}
                    checked={!left.has(paper.rowId)}
                    onChange={(event) => {
                      const next = new Set(left);
                      if (event.target.checked) {
                        next.delete(paper.rowId);
                      } else {
                        next.add(paper.rowId);
                      }
                      setLeft(next);
                    }}
                  />
                </td>
                <td className="num">{at + 1}</td>
                <th scope="row">{paper.recipient}</th>
                <td>{paper.awardName}</td>
                <td className="nowrap">{paper.decisionNumber ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PrintButton
        primary
        kind="blank-sheets"
        params={{ blankId: blank.id, roundId, rowIds: chosen.map((paper) => paper.rowId) }}
        label={t('blanks.printDo', { count: chosen.length })}
        whyNot={chosen.length === 0 ? t('blanks.chooseSome') : undefined}
      />
    </>
  );
}
