import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PaperSummary } from '@thidua/contract';
import { addressOf } from '../api/client';
import { dayText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import { EmptyState } from './empty-state';
import { PaperStates } from './paper-states';
import { PaperView } from './paper-view';
import './paper-list.css';

/** A long list would leave the opened paper out of sight. */
function reveal(paper: HTMLElement | null): void {
  paper?.scrollIntoView({ block: 'start' });
}

/** The papers of a hồ sơ or round with their state line; one opens beneath. */
export function PaperList({ papers }: { readonly papers: readonly PaperSummary[] }): ReactNode {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  if (papers.length === 0) {
    return <EmptyState text={t('paper.none')} />;
  }
  return (
    <>
      <div className="table-scroll">
        <table className="data paper-table">
          <thead>
            <tr>
              {['title', 'number', 'state', 'made', 'files'].map((name) => (
                <th key={name} scope="col">
                  {t(`paper.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {papers.map((paper) => (
              <tr key={paper.id}>
                <th scope="row">{paper.title}</th>
                <td className={paper.numberText === null ? 'nowrap paper-unnumbered' : 'nowrap'}>
                  {paper.numberText ?? '–'}
                  {paper.numberDate === null ? null : <div className="small muted">{dayText(paper.numberDate)}</div>}
                </td>
                <td>
                  <PaperStates state={paper.state} />
                </td>
                <td className="nowrap paper-made">{dayText(paper.createdAt)}</td>
                <td className="paper-files">
                  {paper.ready ? (
                    <span className="bar-buttons">
                      <Button
                        size="small"
                        aria-expanded={open === paper.id}
                        aria-label={t('paper.view', { title: paper.title })}
                        onClick={() => {
                          setOpen(open === paper.id ? null : paper.id);
                        }}
                      >
                        {open === paper.id ? t('action.close') : t('paper.viewShort')}
                      </Button>
                      <a href={addressOf('paperContent', { id: paper.id })} download={`${paper.kind}.pdf`}>
                        PDF
                      </a>
                      {paper.hasDocx ? (
                        <a href={addressOf('paperDocx', { id: paper.id })} download={`${paper.kind}.docx`}>
                          Word
                        </a>
                      ) : null}
                      {paper.hasSheet ? (
                        <a href={addressOf('paperSheet', { id: paper.id })} download={`${paper.kind}.xlsx`}>
                          Excel
                        </a>
                      ) : null}
                    </span>
                  ) : (
                    <span className="muted">{t('paper.making')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open === null ? null : (
        <div key={open} ref={reveal} className="paper-open">
          <PaperView id={open} />
        </div>
      )}
    </>
  );
}
